// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"
#include "app/runner/runcomparison.h"
#include "app/storage/jobqueue.h"
#include "app/workspace/collectionrun.h"
#include "app/workspace/runrecord.h"
#include "ui/runs/runpage.h"
#include "ui/shell/mainwindowparts.h"

#include <QTimer>

class QAction;
class QStackedWidget;

namespace actionscope::ui {

class ActionRegistry;
class CollectionChecks;
class CollectionsPanel;
class RequestTabs;
class ResponsePage;

// All of the window that is about runs: opens the run page in the place of the request, runs what a person asks for, and
// shows the exchange of a row in the result page.
class CollectionRuns final : public QObject
{
    Q_OBJECT

public:
    struct Pages
    {
        CollectionsPanel *panel = nullptr;
        RequestTabs *tabs = nullptr;
        QWidget *request = nullptr;
        ResponsePage *response = nullptr;
    };

    CollectionRuns(const MainWindowParts &parts, const Pages &pages, QWidget *window);
    ~CollectionRuns() override;

    // The request's page, or the run's.
    [[nodiscard]] QWidget *stack() const;
    // Adds the commands; for the window's menu.
    [[nodiscard]] QList<QAction *> buildActions(ActionRegistry *registry);
    // Further pages that may stand in the place of the request.
    void addPage(QWidget *page);
    void showPage(QWidget *page);
    // The request is in front again, with its answer.
    void showRequest();

Q_SIGNALS:
    void requestShown(); // in place of another page
    // About to be in the result page, for a row.
    void exchangeShown(const actionscope::workspace::RunRecord &record);
    // Of the request in front: what a check found at this path of its file.
    void placeFound(const actionscope::json::Path &path, const QString &sentence);
    void failed(const actionscope::Error &error);

private:
    struct Earlier
    {
        QString title;
        runner::RunSummary summary;
        std::shared_ptr<runner::RunLog> log;
    };
    void needPage();
    void wirePage();
    void runCommand();
    void openFor(const QStringList &paths);
    void openMatrix();
    void take(const runner::RunResult &result);
    void showEnvironments();
    void showConnections();
    void prepare(const workspace::RunWish &wish);
    void ask(const workspace::RunWish &wish, const workspace::PreparedRun &prepared);
    void begin(const workspace::RunWish &wish, const workspace::PreparedRun &prepared);
    void stop();
    void refuse(const Error &error);
    void flush();
    void finish();
    void rerunFailed();
    void compareWith(int place);
    void compareWithReport();
    void compare(const QString &title, const std::shared_ptr<runner::RunLog> &before);
    void saveReport(runner::ReportKind kind);
    void showExchange(qint64 number);
    // Logs are read one after the other.
    template <typename T, typename Handler> void onWorker(std::function<T()> work, Handler handle);

    MainWindowParts m_parts;
    Pages m_pages;
    QWidget *m_window;
    QStackedWidget *m_stack;
    RunPage *m_page = nullptr;
    CollectionChecks *m_checks = nullptr;
    workspace::CollectionRun *m_run = nullptr;
    QStringList m_paths;
    std::optional<storage::SavedRequest> m_draft; // what is run instead of files
    QList<runner::RunResult> m_arrived; // not shown yet
    QTimer m_flush;
    QList<Earlier> m_earlier; // the newest first; this run is not among them
    quint64 m_preparation = 0; // tells what comes late from what is waited for
    storage::JobQueue m_worker; // last, so that it ends first
};

} // namespace actionscope::ui
