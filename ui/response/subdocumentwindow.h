// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QDialog>

class QTabWidget;

namespace actionscope::ui {

class Clipboard;
class TextPane;
class ThemeService;
class TreePane;

// A part of a body as a document of its own, beside the window: what a text holds, or an inner object as the root.
class SubDocumentWindow final : public QDialog
{
    Q_OBJECT

public:
    // Reads the value on another thread; `outer` keeps it alive meanwhile.
    SubDocumentWindow(const ThemeService &theme, Clipboard &clipboard, const json::Document &outer, const json::Value &value,
        QWidget *parent = nullptr);

private:
    void read(const json::Document &outer, const json::Value &value);

    QTabWidget *m_tabs = nullptr;
    TreePane *m_tree = nullptr;
    TextPane *m_text = nullptr;
};

} // namespace actionscope::ui
