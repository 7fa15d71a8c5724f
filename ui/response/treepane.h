// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/response/preparedtext.h"

#include <QMenu>
#include <QStackedWidget>

class QAction;
class QLabel;
class QTreeView;

namespace actionscope::models {
class JsonTreeModel;
}

namespace actionscope::ui {

class Clipboard;
class ThemeService;

// The body as a tree, or a sentence that says why there is none. Ctrl+C copies the value, the context menu
// everything else about it.
class TreePane final : public QStackedWidget
{
    Q_OBJECT

public:
    TreePane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    // Opens as many levels as fit about a screen.
    void setDocument(const json::Document &document, Keep keep = Keep::Nothing);
    void showBusy();
    // Opens the way to a value of the shown document, selects it and scrolls there.
    void reveal(const json::Value &value);

Q_SIGNALS:
    // The person wants to read all of a value.
    void textRequested(const actionscope::json::Value &value);
    // The menu of a value is about to be shown; others may add to it.
    void menuAboutToShow(QMenu *menu, const actionscope::json::Value &value);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildView(const ThemeService &theme);
    void buildActions();
    void addOpening(QMenu *menu);
    void openToLevel(int level);
    QAction *addCopyAction(const QString &name, const QString &text, int role);
    void showMenu(const QPoint &at);
    void expandFirstLevels();
    void fitColumns();
    void copy(int role);
    [[nodiscard]] QModelIndex currentKey() const;

    Clipboard &m_clipboard;
    models::JsonTreeModel *m_tree = nullptr;
    QTreeView *m_view = nullptr;
    QLabel *m_sentence = nullptr;
};

} // namespace actionscope::ui
