// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/sandbox.h"
#include "app/workspace/workspace.h"
#include "ui/shell/mainwindowparts.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

class QSplitter;

namespace actionscope::ui {

class ActionRegistry;
class ActionsPanel;
class GuardedExecution;
class HistoryBrowser;
class HistoryPanel;
class MessageStrip;
class RequestPage;
class ResponsePage;
class ResultExport;
class SavedRequests;
class Sidebar;
class StatusLine;
class TopBar;

// Stacks the pages and wires them to the workspace; knows no rules of its own.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const MainWindowParts &parts, QWidget *parent = nullptr);

    // Reads the history and the sandbox's address in; called after the first paint.
    void showHistory();
    void openPaths(const QStringList &paths);
    void showSandbox(const sandbox::SandboxAddress &address);
    void showSandboxTrouble(const Error &error);
    void showSecretStore(storage::SecretStore::Kind kind, const QString &reason);
    void showTrouble(const Error &error);

    [[nodiscard]] const ActionRegistry &actions() const { return *m_actions; }

Q_SIGNALS:
    void firstPainted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildPages();
    void buildActions();
    void wireRequest();
    void wireRun();
    void wireHistory();
    void wireResult();
    void restoreLook();
    void rememberLook();
    void arrangePages();
    void showNotices();
    void showDestination();
    void showEnvironments();
    void editEnvironments();
    void toggleTheme();
    void finishRun(const workspace::RunRecord &record, const QByteArray &rawBody);
    void rememberRun(const workspace::RunRecord &record);
    void showSidebar(const QString &page);

    MainWindowParts m_parts;
    ActionRegistry *m_actions = nullptr;
    TopBar *m_topBar = nullptr;
    MessageStrip *m_strip = nullptr;
    Sidebar *m_sidebar = nullptr;
    ActionsPanel *m_actionsPanel = nullptr;
    HistoryPanel *m_historyPanel = nullptr;
    HistoryBrowser *m_history = nullptr;
    RequestPage *m_request = nullptr;
    ResponsePage *m_response = nullptr;
    SavedRequests *m_saved = nullptr;
    GuardedExecution *m_guard = nullptr;
    ResultExport *m_export = nullptr;
    StatusLine *m_statusLine = nullptr;
    QSplitter *m_columns = nullptr; // sidebar | pages
    QSplitter *m_pages = nullptr; // request | result
    QTimer m_elapsedTimer;
    QElapsedTimer m_elapsed;
    executor::Progress m_progress;
    QString m_sandboxAddress;
    bool m_hasPainted = false;
    bool m_closesAfterRun = false;
};

} // namespace actionscope::ui
