// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QStackedWidget>

class QLabel;

namespace actionscope::ui {

class BodyTreeView;
class Clipboard;
class ThemeService;

// The body as a tree, or a sentence that says why there is none.
class TreePane final : public QStackedWidget
{
    Q_OBJECT

public:
    TreePane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    void setDocument(const json::Document &document);
    void showBusy();

private:
    BodyTreeView *m_view = nullptr;
    QLabel *m_sentence = nullptr;
};

} // namespace actionscope::ui
