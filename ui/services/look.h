// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace actionscope::ui {

// What a widget is, where its class does not say it; the style sheet gives each its form.
enum class Look {
    Plain,
    // buttons
    Primary, // the one filled button of a page
    Cancel, // what it becomes while something runs
    Link, // a word that can be clicked
    QuietLink, // the same among words that are muted
    Problem, // a sentence about an error that can be clicked
    Chip, // a small choice in a row of others; "on" when it is made
    // frames
    Card,
    Bar, // a strip across the window, with a hairline below
    Page, // a raised ground without a border
    Popup, // a list above the page
    Field, // a border like a line edit's, around an editor
    Line, // a hairline of its own
    Neutral, // a quiet ground, for "cancelled" and the like
    // frames (ground) and labels (text)
    Good,
    Bad,
    Warn,
    Info,
    Running,
    Muted,
    Guard, // a word on a filled warning: what is done here is not undone
};

void setLook(QWidget *widget, Look look);

// Sets a property that the style sheet asks about ("problem", "focused") and draws the widget anew.
void setStyleFlag(QWidget *widget, const char *name, bool on);

} // namespace actionscope::ui
