// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/json/textedit.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>

class QAction;
class QWidget;

namespace actionscope::storage {
struct Draft;
}

namespace actionscope::ui {

class ActionRegistry;
class AnswerKeeper;
class CollectionBrowser;
class CollectionsPanel;
class ConflictStrip;
class RequestExtras;
class RequestPage;
class RequestTabs;
class ResponsePage;
class TabKeeper;
class VariableBrowser;

// All of the window that is about saved requests: the panel of collections, the tabs of what is open, and their commands.
class SavedRequests final : public QObject
{
    Q_OBJECT

public:
    SavedRequests(const MainWindowParts &parts, RequestPage *page, QWidget *window);

    [[nodiscard]] CollectionsPanel *panel() const { return m_panel; }
    [[nodiscard]] RequestTabs *tabs() const { return m_tabs; }
    // The pages with the tabs above them.
    [[nodiscard]] QWidget *framed(QWidget *pages);
    // Adds the commands; for the window's menu.
    [[nodiscard]] QList<QAction *> buildActions(ActionRegistry *registry);

    void followAnswers(ResponsePage *response, AnswerKeeper *keeper);
    void restore();
    void open(const QStringList &paths);
    // In a tab of its own, unless the one in front is nobody's work.
    void showDraft(const storage::Draft &draft);
    // To a value of the request in front, which is saved at this path of its file.
    void goTo(const json::Path &path, const QString &sentence);
    void storeNow();

Q_SIGNALS:
    void restored();
    void currentShown();
    void panelRequested(); // to be brought to the front
    void failed(const actionscope::Error &error);

private:
    MainWindowParts m_parts;
    RequestPage *m_page;
    QWidget *m_window;
    CollectionsPanel *m_panel;
    RequestTabs *m_tabs;
    ConflictStrip *m_conflict;
    RequestExtras *m_extras;
    TabKeeper *m_keeper;
    CollectionBrowser *m_browser;
    VariableBrowser *m_variables;
};

} // namespace actionscope::ui
