// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/mainwindowparts.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QAction;
class QWidget;

namespace actionscope::ui {

class ActionRegistry;
class RequestExtras;
class RequestPage;
class VariableListDialog;
class VariablesDialog;

// All of the window that is about variables: tells the fields what names stand for, keeps a list of them beside the
// window, and edits those of a collection.
class VariableBrowser final : public QObject
{
    Q_OBJECT

public:
    VariableBrowser(const MainWindowParts &parts, RequestPage *page, RequestExtras *extras, QWidget *window);

    // Adds the command; for the window's menu.
    [[nodiscard]] QAction *buildAction(ActionRegistry *registry);
    void showList();
    void edit(const QString &folder);

private:
    void tellFields();
    void refreshList();
    void save(const VariablesDialog *dialog);

    MainWindowParts m_parts;
    RequestPage *m_page;
    RequestExtras *m_extras;
    QWidget *m_window;
    QPointer<VariableListDialog> m_list;
    QTimer m_typing; // which names the request uses is found out after a moment without a keystroke
};

} // namespace actionscope::ui
