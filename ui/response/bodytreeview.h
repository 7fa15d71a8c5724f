// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QTreeView>

namespace actionscope::models {
class JsonTreeModel;
}

namespace actionscope::ui {

class Clipboard;
class ThemeService;

// A JSON body as a tree. Ctrl+C copies the value, the context menu everything else about it.
class BodyTreeView final : public QTreeView
{
    Q_OBJECT

public:
    BodyTreeView(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    // Opens as many levels as fit about a screen.
    void setDocument(const json::Document &document);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void expandFirstLevels();
    void fitColumns();
    void copy(int role);
    [[nodiscard]] QModelIndex currentKey() const;

    Clipboard &m_clipboard;
    models::JsonTreeModel *m_tree = nullptr;
};

} // namespace actionscope::ui
