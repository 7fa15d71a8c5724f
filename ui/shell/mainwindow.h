// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/sandbox.h"
#include "app/workspace/workspace.h"
#include "ui/shell/mainwindowparts.h"

#include <QMainWindow>

namespace actionscope::ui {

class ActionRegistry;
class ActionsPanel;
class AnswerKeeper;
class CollectionRuns;
class GuardedExecution;
class HistoryBrowser;
class HistoryPanel;
class MessageStrip;
class RequestPage;
class RequestPaste;
class ResponsePage;
class ResultExport;
class RunLogs;
class RunHandout;
class SandboxBrowser;
class SavedRequests;
class Sidebar;
class StatusLine;
class TopBar;
class WindowLayout;

// Stacks the pages and wires them to the workspace; knows no rules of its own.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const MainWindowParts &parts, QWidget *parent = nullptr);

    // Reads the history in, and shows what becomes of the sandbox; called after the first paint.
    void showHistory();
    void followSandbox(sandbox::Sandbox *sandbox);
    void openPaths(const QStringList &paths);
    void showSecretStore(storage::SecretStore::Kind kind, const QString &reason);
    void showTrouble(const Error &error);

    [[nodiscard]] const ActionRegistry &actions() const { return *m_actions; }

Q_SIGNALS:
    void firstPainted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildPages();
    void buildActions();
    void wireRequest();
    void wireRun();
    void wireHistory();
    void wireResult();
    void restoreLook();
    void rememberLook();
    void showNotices();
    void showDestination();
    void showEnvironments();
    void editEnvironments();
    void rememberRun(const workspace::RunRecord &record);
    void handOut(const workspace::RunRecord &record, const QByteArray &body);
    void recallDraft(const storage::Draft &draft);
    void showSandbox(const sandbox::SandboxAddress &address);
    void showSandboxTrouble(const Error &error);
    void showSidebar(const QString &page);

    MainWindowParts m_parts;
    ActionRegistry *m_actions = nullptr;
    TopBar *m_topBar = nullptr;
    MessageStrip *m_strip = nullptr;
    Sidebar *m_sidebar = nullptr;
    ActionsPanel *m_actionsPanel = nullptr;
    HistoryPanel *m_historyPanel = nullptr;
    HistoryBrowser *m_history = nullptr;
    SandboxBrowser *m_sandbox = nullptr;
    RequestPage *m_request = nullptr;
    ResponsePage *m_response = nullptr;
    AnswerKeeper *m_answers = nullptr;
    SavedRequests *m_saved = nullptr;
    CollectionRuns *m_runs = nullptr;
    GuardedExecution *m_guard = nullptr;
    ResultExport *m_export = nullptr;
    RunLogs *m_logs = nullptr;
    RunHandout *m_handout = nullptr;
    RequestPaste *m_paste = nullptr;
    StatusLine *m_statusLine = nullptr;
    WindowLayout *m_page = nullptr;
    QString m_sandboxAddress;
    bool m_hasPainted = false;
    bool m_closesAfterRun = false;
};

} // namespace actionscope::ui
