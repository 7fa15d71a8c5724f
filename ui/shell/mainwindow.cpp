// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow.h"

#include "app/storage/settings.h"
#include "app/workspace/exampledraft.h"
#include "app/workspace/keykeeper.h"
#include "ui/request/requestpage.h"
#include "ui/response/responsepage.h"
#include "ui/services/iconset.h"
#include "ui/services/messagebox.h"
#include "ui/services/theme.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/answerkeeper.h"
#include "ui/shell/catalogbrowser.h"
#include "ui/shell/collectionruns.h"
#include "ui/shell/connectionguide.h"
#include "ui/shell/diagnosistries.h"
#include "ui/shell/environmentediting.h"
#include "ui/shell/guardedexecution.h"
#include "ui/shell/historybrowser.h"
#include "ui/shell/inputmaking.h"
#include "ui/shell/inputschema.h"
#include "ui/shell/inputshrinking.h"
#include "ui/shell/keycheck.h"
#include "ui/shell/replaying.h"
#include "ui/shell/requestpaste.h"
#include "ui/shell/resultexport.h"
#include "ui/shell/runhandout.h"
#include "ui/shell/runlogs.h"
#include "ui/shell/sandboxbrowser.h"
#include "ui/shell/savedrequests.h"
#include "ui/shell/statusline.h"
#include "ui/shell/themeswitch.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowlayout.h"
#include "ui/sidebar/actionspanel.h"
#include "ui/sidebar/collectionspanel.h"
#include "ui/sidebar/historypanel.h"
#include "ui/sidebar/sidebar.h"
#include "ui/widgets/messagestrip.h"

#include <QCloseEvent>

namespace actionscope::ui {

MainWindow::MainWindow(const MainWindowParts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_actions(new ActionRegistry(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Actionscope"));
    buildPages();
    buildActions();
    wireRequest();
    wireRun();
    wireHistory();
    wireResult();
    restoreLook();
    showEnvironments();
}

void MainWindow::buildPages()
{
    m_topBar = new TopBar(*m_parts.theme, this);
    m_strip = new MessageStrip(*m_parts.theme, QStringLiteral("window"), this);
    m_actionsPanel = new ActionsPanel(*m_parts.theme, *m_parts.clipboard, this);
    m_historyPanel = new HistoryPanel(*m_parts.theme, this);
    m_request = new RequestPage(*m_parts.theme, this);
    m_saved = new SavedRequests(m_parts, m_request, this);
    m_sidebar = new Sidebar(this);
    m_sidebar->addPage(QStringLiteral("actions"), tr("Actions"), m_actionsPanel);
    m_sidebar->addPage(QStringLiteral("collections"), tr("Saved"), m_saved->panel());
    m_sidebar->addPage(QStringLiteral("history"), tr("History"), m_historyPanel);
    m_sandbox = new SandboxBrowser(m_parts, m_topBar, m_sidebar);
    m_response = new ResponsePage(
        *m_parts.theme, *m_parts.clipboard, *m_parts.fileDialog, *m_parts.messageBox, this);
    m_statusLine = new StatusLine(*m_parts.theme, this);
    m_runs = new CollectionRuns(m_parts, {m_saved->panel(), m_saved->tabs(), m_request, m_response}, this);
    m_page = new WindowLayout({m_topBar, m_strip, m_sidebar, m_runs->stack(), m_response, m_statusLine,
        [this](QWidget *pages) { return m_saved->framed(pages); }}, this);
    setCentralWidget(m_page);
    m_strip->hide();
    m_statusLine->setSandbox(tr("The sandbox is starting"));
    m_statusLine->followCatalog(m_parts.catalog);
    m_answers = new AnswerKeeper({m_parts.workspace, m_parts.openDrafts, m_request, m_response}, this);
    m_export = new ResultExport(m_parts.clipboard, m_parts.fileDialog, this);
    m_handout = new RunHandout(m_parts, this);
    m_logs = new RunLogs(m_parts, this);
    m_paste = new RequestPaste(m_parts, this);
    m_guard = new GuardedExecution(
        {m_parts.workspace, m_parts.catalog, m_parts.messageBox, m_request, m_topBar, m_page}, this);
    new InputSchema(m_parts, m_request, this);
    new InputMaking(m_parts.workspace, m_request, this);
    new ConnectionGuide(m_parts.workspace, m_parts.catalog, m_request, this);
    new DiagnosisTries(m_parts, m_request, m_response, this);
}

void MainWindow::buildActions()
{
    const auto add = [this](const char *id, const QString &text, const QKeySequence &keys, auto slot) {
        QAction *action = m_actions->add({QLatin1String(id), text, keys, {}});
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    auto *switcher = new ThemeSwitch(m_parts.theme, m_parts.settings, m_topBar);
    // Its keys belong to the button of the request page; a second owner would make them ambiguous.
    QAction *execute = add("request.execute", tr("&Execute") + QStringLiteral("\tCtrl+Return"), {},
        [this] {
            m_runs->showRequest();
            m_guard->execute();
        });
    QAction *cancel = add("request.cancel", tr("&Cancel the Run"), Qt::CTRL | Qt::Key_Period,
        [this] { m_parts.workspace->cancel(); });
    QAction *focus = add("request.focusAction", tr("Go to the &Action Field"), Qt::CTRL | Qt::Key_L,
        [this] { m_request->focusAction(); });
    QAction *search = add("request.searchAction", tr("Fi&nd an Action"), Qt::CTRL | Qt::Key_K,
        [this] { m_request->searchAction(); });
    QAction *example = add("request.example", tr("Fill In the E&xample"), {}, [this] {
        m_saved->showDraft(workspace::exampleDraft(m_parts.settings->defaultTimeoutSeconds()));
    });
    QAction *generate = add("request.generate", tr("&Generate the Input from Text"), Qt::CTRL | Qt::Key_G,
        [this] { m_request->generateInput(); });
    QAction *shrink = add("request.smallestInput", tr("Find the S&mallest Failing Input…"), {},
        [shrinking = new InputShrinking(m_parts, m_request, this)] { shrinking->open(); });
    QAction *curl = add(
        "result.copyCurl", tr("Copy as c&URL"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { m_export->copyAsCurl(); });
    QAction *save
        = add("result.saveBody", tr("Save the &Body…"), Qt::CTRL | Qt::ALT | Qt::Key_S, [this] { m_export->saveBody(); });
    QAction *log = add("result.serviceLog", tr("Show the Service's &Own Log"), {}, [this] { m_logs->open(); });
    QAction *paste = add("request.paste", tr("&Paste as Request…"), Qt::CTRL | Qt::SHIFT | Qt::Key_V, [this] { m_paste->paste(); });
    QAction *sidebar = add("view.sidebar", tr("Show or Hide the Side&bar"), Qt::CTRL | Qt::Key_B,
        [this] { m_sidebar->setVisible(!m_sidebar->isVisible()); });
    QAction *actions = add("view.actions", tr("Show the A&ctions"), Qt::CTRL | Qt::SHIFT | Qt::Key_A, [this] {
        showSidebar(QStringLiteral("actions"));
        m_actionsPanel->focusFilter();
    });
    QAction *history = add("view.history", tr("Show the &History"), Qt::CTRL | Qt::SHIFT | Qt::Key_H,
        [this] { showSidebar(QStringLiteral("history")); });
    QAction *sandbox = add("view.sandbox", tr("Show the San&dbox"), Qt::CTRL | Qt::SHIFT | Qt::Key_X,
        [this] { showSidebar(QStringLiteral("sandbox")); });
    QAction *environments = add("view.environments", tr("E&nvironments…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
        &MainWindow::editEnvironments);
    QAction *testKey = add("environment.testKey", tr("&Test the Key"), {},
        [check = new KeyCheck(m_parts.workspace, m_topBar, m_strip, this)] { check->start(); });
    QAction *look = add("view.theme", tr("Switch between &Light and Dark"), {},
        [switcher] { switcher->toggle(); });
    QAction *system = add("view.systemTheme", tr("&Follow the Desktop's Look"), {}, [switcher] { switcher->followSystem(); });
    QAction *quit = add("window.quit", tr("&Quit"), QKeySequence::Quit, &QWidget::close);
    m_topBar->setMenuActions(
        {{execute, cancel, focus, search, example, generate, shrink, paste},
        m_saved->buildActions(m_actions) + m_runs->buildActions(m_actions),
        QList<QAction *> {curl, save, log} + m_handout->buildActions(m_actions),
        {sidebar, actions, history, sandbox, environments, testKey, look, system}, {quit}});
}

void MainWindow::wireRequest()
{
    connect(m_request, &RequestPage::executeRequested, m_actions->action(QStringLiteral("request.execute")),
        &QAction::trigger);
    connect(m_request, &RequestPage::cancelRequested, m_parts.workspace, &workspace::Workspace::cancel);
    connect(m_request, &RequestPage::draftEdited, this, &MainWindow::showNotices);
    connect(m_saved, &SavedRequests::currentShown, this, &MainWindow::showNotices);
    connect(m_saved, &SavedRequests::failed, this, &MainWindow::showTrouble);
    connect(m_saved, &SavedRequests::panelRequested, this, [this] { showSidebar(QStringLiteral("collections")); });
    connect(m_saved, &SavedRequests::restored, this, [this] {
        showDestination();
        m_request->focusAction();
    });
    connect(
        m_topBar, &TopBar::environmentPicked, m_parts.workspace, &workspace::Workspace::chooseEnvironment);
    connect(m_topBar, &TopBar::environmentsRequested, this, &MainWindow::editEnvironments);
    connect(
        m_parts.workspace, &workspace::Workspace::environmentsChanged, this, &MainWindow::showEnvironments);
    connect(m_parts.workspace, &workspace::Workspace::environmentChosen, this, &MainWindow::showEnvironments);
    connect(m_parts.keys, &workspace::KeyKeeper::applied, this, [this](const QStringList &troubles) {
        if (!troubles.isEmpty())
            showTrouble({ErrorCode::Unavailable, troubles.join(QLatin1Char(' '))});
    });
}

void MainWindow::wireRun()
{
    using workspace::Workspace;
    connect(m_parts.workspace, &Workspace::draftRefused, m_request, &RequestPage::showProblems);
    connect(m_parts.workspace, &Workspace::runStarted, this, [this] {
        m_strip->hide();
        m_request->showProblems({});
    });
    connect(m_answers, &AnswerKeeper::shown, this, &MainWindow::handOut);
    connect(m_parts.workspace, &Workspace::runRemembered, this, &MainWindow::rememberRun);
    connect(m_parts.workspace, &Workspace::executeFailed, this, [this] {
        if (m_closesAfterRun)
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
}

void MainWindow::wireHistory()
{
    new CatalogBrowser({m_parts.catalog, m_parts.workspace, m_parts.settings, m_actionsPanel, m_request}, this);
    connect(m_sidebar, &Sidebar::pageChosen, m_parts.settings, &storage::Settings::setSidebarPage);
    m_history = new HistoryBrowser(m_historyPanel, m_parts.history, m_parts.workspace, m_parts.messageBox);
    connect(m_history, &HistoryBrowser::failed, this, &MainWindow::showTrouble);
    connect(m_history, &HistoryBrowser::countChanged, m_statusLine, &StatusLine::setHistoryCount);
    connect(m_history, &HistoryBrowser::runRecalled, m_answers, &AnswerKeeper::showRemembered);
    connect(m_history, &HistoryBrowser::runRecalled, m_response, &QWidget::show);
    connect(m_history, &HistoryBrowser::comparisonRecalled, m_answers, &AnswerKeeper::compareWith);
    connect(m_history, &HistoryBrowser::draftRecalled, this, &MainWindow::recallDraft);
    connect(m_runs, &CollectionRuns::failed, this, &MainWindow::showTrouble);
    connect(m_runs, &CollectionRuns::placeFound, m_saved, &SavedRequests::goTo);
    connect(m_runs, &CollectionRuns::exchangeShown, this, [this](const workspace::RunRecord &record) {
        m_answers->stepAside();
        handOut(record, record.entry.exchange.answer.body);
    });
    connect(m_runs, &CollectionRuns::requestShown, m_answers, &AnswerKeeper::comeBack);
    new Replaying({m_parts, m_history, m_guard, m_request, m_answers, m_handout, m_paste}, this);
    connect(m_sandbox, &SandboxBrowser::failed, this, &MainWindow::showTrouble);
    connect(m_sandbox, &SandboxBrowser::runRecalled, m_answers, &AnswerKeeper::showLogged);
    connect(m_sandbox, &SandboxBrowser::runRecalled, m_response, &QWidget::show);
    connect(m_sandbox, &SandboxBrowser::draftRecalled, this, &MainWindow::recallDraft);
}

// Shown now, so what is copied and saved is this.
void MainWindow::handOut(const workspace::RunRecord &record, const QByteArray &body)
{
    m_export->setRun(record, body);
    m_handout->setRun(record);
    m_logs->setRun(record);
}

void MainWindow::recallDraft(const storage::Draft &draft)
{
    m_saved->showDraft(draft);
    m_runs->showRequest();
    m_request->focusAction();
}

void MainWindow::wireResult()
{
    m_saved->followAnswers(m_response, m_answers);
    connect(m_response, &ResponsePage::copyAsCurlRequested, m_export, &ResultExport::copyAsCurl);
    connect(m_response, &ResponsePage::copyAsRequested, m_export, &ResultExport::copyAs);
    connect(m_response, &ResponsePage::saveBodyRequested, m_export, &ResultExport::saveBody);
    connect(m_export, &ResultExport::failed, this, &MainWindow::showTrouble);
    connect(m_handout, &RunHandout::failed, this, &MainWindow::showTrouble);
    connect(m_paste, &RequestPaste::failed, this, &MainWindow::showTrouble);
    connect(m_response, &ResponsePage::tabChosen, m_parts.settings, &storage::Settings::setResultTab);
}

void MainWindow::restoreLook()
{
    resize(1360, 860);
    restoreGeometry(m_parts.settings->windowGeometry());
    m_page->restoreState(m_parts.settings->splitterState());
    m_sidebar->setCurrentPage(m_parts.settings->sidebarPage());
    m_response->setCurrentTab(m_parts.settings->resultTab());
    m_saved->restore();
    if (!m_parts.settings->trouble().isEmpty())
        showTrouble({ErrorCode::Unreadable, m_parts.settings->trouble()});
}

void MainWindow::rememberLook()
{
    m_parts.settings->setWindowGeometry(saveGeometry());
    m_parts.settings->setSplitterState(m_page->state());
}

void MainWindow::showSidebar(const QString &page)
{
    m_sidebar->setCurrentPage(page);
    m_sidebar->show();
}

void MainWindow::showNotices() { m_request->setNotices(m_parts.workspace->noticesFor(m_request->draft())); }

void MainWindow::showDestination()
{
    const storage::Environment environment = m_parts.workspace->environment();
    const QUrl url = environment.isSandbox ? QUrl() : QUrl(environment.baseUrl);
    const QString address = environment.isSandbox ? m_sandboxAddress : url.authority();
    m_topBar->setDestination(address, environment.apiVersion);
    m_request->setDestination(
        environment.isSandbox ? tr("to the sandbox") : tr("to %1").arg(environment.name));
    showNotices();
}

void MainWindow::showEnvironments()
{
    m_topBar->setEnvironments(m_parts.workspace->environments(), m_parts.workspace->environment().name);
    showDestination();
}

void MainWindow::editEnvironments() { ui::editEnvironments(m_parts.workspace, m_parts.keys, this); }

void MainWindow::rememberRun(const workspace::RunRecord &record)
{
    if (record.historyTrouble.isEmpty()) {
        m_history->add(record);
    } else {
        showTrouble({ErrorCode::Unwritable,
            tr("This run could not be written to the history. %1").arg(record.historyTrouble)});
    }
    if (m_closesAfterRun)
        close();
}

void MainWindow::showHistory() { m_history->list(); }

void MainWindow::followSandbox(sandbox::Sandbox *sandbox)
{
    connect(sandbox, &sandbox::Sandbox::started, this, &MainWindow::showSandbox);
    connect(sandbox, &sandbox::Sandbox::moved, this, &MainWindow::showSandbox);
    connect(sandbox, &sandbox::Sandbox::failed, this, &MainWindow::showSandboxTrouble);
    m_sandbox->follow(sandbox);
}

void MainWindow::openPaths(const QStringList &paths) { m_saved->open(paths); }

void MainWindow::showSandbox(const sandbox::SandboxAddress &address)
{
    m_sandboxAddress = address.url.authority();
    m_sandbox->showAddress(address);
    m_statusLine->setSandbox(tr("Sandbox on %1").arg(m_sandboxAddress));
    m_parts.workspace->setSandboxDestination({address.url, address.apiKey});
    showDestination();
}

void MainWindow::showSandboxTrouble(const Error &error)
{
    m_statusLine->setSandbox(tr("The sandbox is not running"));
    showTrouble(error);
}

void MainWindow::showSecretStore(storage::SecretStore::Kind kind, const QString &reason)
{
    m_statusLine->setSecretStore(kind, reason);
}

void MainWindow::showTrouble(const Error &error)
{
    m_strip->showMessage(MessageStrip::Kind::Error,
        error.hint.isEmpty() ? error.sentence : error.sentence + QLatin1Char(' ') + error.hint);
}

// A running execution is cancelled and written to the history before the window goes.
void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_parts.workspace->isRunning()) {
        m_closesAfterRun = true;
        m_parts.workspace->cancel();
        event->ignore();
        return;
    }
    m_saved->storeNow();
    rememberLook();
    QMainWindow::closeEvent(event);
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (m_hasPainted)
        return;
    m_hasPainted = true;
    QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
}

} // namespace actionscope::ui
