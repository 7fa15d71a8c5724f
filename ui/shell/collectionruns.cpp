// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/collectionruns.h"

#include "app/base/whenready.h"
#include "app/models/readable.h"
#include "app/models/matrixmodel.h"
#include "app/models/runresultmodel.h"
#include "app/runner/reports/jsonreport.h"
#include "app/runner/reports/report.h"
#include "app/workspace/catalogkeeper.h"
#include "app/workspace/collections.h"
#include "app/workspace/opendrafts.h"
#include "app/workspace/runexchange.h"
#include "app/workspace/workspace.h"
#include "ui/request/requesttabs.h"
#include "ui/response/responsepage.h"
#include "ui/runs/runoptionsbar.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/collectionchecks.h"
#include "ui/sidebar/collectionspanel.h"
#include "ui/widgets/messagestrip.h"

#include <QAction>
#include <QFileInfo>
#include <QStackedWidget>
#include <QtConcurrent>

namespace actionscope::ui {

using models::RunResultModel;
using workspace::CollectionRun;
using workspace::PreparedRun;
using workspace::RunWish;

namespace {

constexpr int flushMs = 100;
constexpr qsizetype mostEarlier = 8;
constexpr qsizetype mostTouched = 12; // lines of a question

QString titleOf(const QStringList &paths, const workspace::Collections &collections)
{
    QStringList names;
    for (const QString &path : paths) {
        const workspace::OpenCollection *open = collections.holding(path);
        const bool isCollection = open && open->collection.folder == path;
        names.append(isCollection ? open->collection.name
                                  : QFileInfo(path).fileName().remove(QString::fromUtf16(storage::savedRequestSuffix)));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

CollectionRuns::CollectionRuns(const MainWindowParts &parts, const Pages &pages, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_pages(pages)
    , m_window(window)
    , m_stack(new QStackedWidget(window))
{
    m_stack->setObjectName(QStringLiteral("requestOrRunStackedWidget"));
    m_stack->addWidget(pages.request);
    m_checks = new CollectionChecks(parts, pages.panel, this, window);
    connect(m_checks, &CollectionChecks::failed, this, &CollectionRuns::failed);
    connect(m_checks, &CollectionChecks::placeFound, this, &CollectionRuns::placeFound);
    m_flush.setInterval(flushMs);
    connect(&m_flush, &QTimer::timeout, this, &CollectionRuns::flush);
    connect(pages.panel, &CollectionsPanel::runRequested, this, &CollectionRuns::openFor);
    connect(pages.tabs, &RequestTabs::clicked, this, &CollectionRuns::showRequest);
    connect(parts.openDrafts, &workspace::OpenDrafts::activated, this, &CollectionRuns::showRequest);
    for (const auto signal : {&workspace::Workspace::environmentsChanged, &workspace::Workspace::environmentChosen})
        connect(parts.workspace, signal, this, &CollectionRuns::showEnvironments);
    for (const auto signal : {&workspace::CatalogKeeper::catalogChanged, &workspace::CatalogKeeper::refreshFinished})
        connect(parts.catalog, signal, this, &CollectionRuns::showConnections);
}

CollectionRuns::~CollectionRuns() = default;

QWidget *CollectionRuns::stack() const { return m_stack; }

// Made when it is first asked for: a window that runs no collection opens without it.
void CollectionRuns::needPage()
{
    if (m_page)
        return;
    m_page = new RunPage(*m_parts.theme, m_window);
    m_stack->addWidget(m_page);
    wirePage();
    showEnvironments();
    showConnections();
}

void CollectionRuns::wirePage()
{
    connect(m_page, &RunPage::runRequested, this, [this] {
        RunWish wish;
        wish.paths = m_paths;
        wish.draft = m_draft;
        m_page->options()->fill(&wish);
        prepare(wish);
    });
    connect(m_page, &RunPage::stopRequested, this, &CollectionRuns::stop);
    connect(m_page, &RunPage::rerunRequested, this, &CollectionRuns::rerunFailed);
    connect(m_page, &RunPage::earlierRunChosen, this, &CollectionRuns::compareWith);
    connect(m_page, &RunPage::earlierReportRequested, this, &CollectionRuns::compareWithReport);
    connect(m_page, &RunPage::reportRequested, this, &CollectionRuns::saveReport);
    connect(m_page, &RunPage::resultActivated, this, &CollectionRuns::showExchange);
    connect(m_page, &RunPage::closeRequested, this, &CollectionRuns::showRequest);
    connect(m_page->options(), &RunOptionsBar::environmentPicked, m_parts.workspace,
        &workspace::Workspace::chooseEnvironment);
    connect(m_page->options(), &RunOptionsBar::dataFileRequested, this, [this] {
        FileQuestion question;
        question.title = tr("Choose a Data File");
        question.filter = tr("Data (*.csv *.tsv *.json)");
        m_parts.fileDialog->ask(
            m_window, question, [this](const QString &path) { m_page->options()->setDataFile(path); });
    });
}

QList<QAction *> CollectionRuns::buildActions(ActionRegistry *registry)
{
    QAction *run = registry->add({QStringLiteral("collection.run"), tr("&Run…"), Qt::CTRL | Qt::Key_R, {}});
    connect(run, &QAction::triggered, this, &CollectionRuns::runCommand);
    QAction *matrix = registry->add({QStringLiteral("request.matrix"), tr("Run as a Matri&x…"), {}, {}});
    connect(matrix, &QAction::triggered, this, &CollectionRuns::openMatrix);
    m_window->addAction(run);
    m_window->addAction(matrix);
    return QList<QAction *> {run, matrix} + m_checks->buildActions(registry);
}

// Opens the page for what is chosen in the panel, else for what is open; there, it runs.
void CollectionRuns::runCommand()
{
    if (m_page && m_stack->currentWidget() == m_page && m_page->isVisible()) {
        if (m_page->state() == RunPage::State::Ready || m_page->state() == RunPage::State::Over)
            Q_EMIT m_page->runRequested();
        return;
    }
    QStringList paths = m_pages.panel->selectedPaths();
    const QString open = m_parts.openDrafts->current().path;
    if (paths.isEmpty() && !open.isEmpty()) {
        const workspace::OpenCollection *holding = m_parts.collections->holding(open);
        paths = {holding ? holding->collection.folder : open};
    }
    if (paths.isEmpty() && !m_parts.collections->all().isEmpty())
        paths = {m_parts.collections->all().first().collection.folder};
    if (paths.isEmpty())
        Q_EMIT failed({ErrorCode::NotFound, tr("There is no collection to run."), {}, tr("Open a folder of saved requests.")});
    else
        openFor(paths);
}

void CollectionRuns::openFor(const QStringList &paths)
{
    needPage();
    const bool isBusy = m_page->state() == RunPage::State::Running || m_page->state() == RunPage::State::Preparing;
    if (!isBusy && (paths != m_paths || m_draft)) {
        m_paths = paths;
        m_draft.reset();
        m_page->setTarget(titleOf(paths, *m_parts.collections));
    }
    showPage(m_page);
    m_page->focusRun();
}

// Of the request in front, as it stands in its form.
void CollectionRuns::openMatrix()
{
    needPage();
    const bool isBusy = m_page->state() == RunPage::State::Running || m_page->state() == RunPage::State::Preparing;
    const workspace::OpenDraft &current = m_parts.openDrafts->current();
    if (!isBusy) {
        m_draft = current.request;
        m_paths = current.path.isEmpty() ? QStringList() : QStringList {current.path};
        m_page->setTarget(current.title());
        m_page->options()->setMatrix(true);
    }
    showPage(m_page);
}

void CollectionRuns::addPage(QWidget *page) { m_stack->addWidget(page); }

void CollectionRuns::showPage(QWidget *page)
{
    m_stack->setCurrentWidget(page);
    m_pages.response->hide();
}

void CollectionRuns::showRequest()
{
    if (m_stack->currentWidget() == m_pages.request)
        return;
    m_stack->setCurrentWidget(m_pages.request);
    m_pages.response->show();
    m_pages.request->setFocus(Qt::OtherFocusReason);
    Q_EMIT requestShown();
}

void CollectionRuns::showEnvironments()
{
    if (!m_page)
        return;
    QStringList names;
    for (const storage::Environment &each : m_parts.workspace->environments())
        names.append(each.name);
    m_page->options()->setEnvironments(names, m_parts.workspace->environment().name);
}

void CollectionRuns::showConnections()
{
    if (m_page)
        m_page->options()->setConnections(m_parts.catalog->catalog());
}

void CollectionRuns::prepare(const RunWish &wish)
{
    m_page->strip()->hide();
    m_page->setState(RunPage::State::Preparing);
    const QFuture<Result<PreparedRun>> prepared = QtConcurrent::run([wish] { return workspace::prepareRun(wish); });
    whenReady(prepared, this, [this, wish, asked = ++m_preparation](const Result<PreparedRun> &ready) {
        if (asked != m_preparation)
            return;
        if (ready)
            ask(wish, *ready);
        else
            refuse(ready.error());
    });
}

void CollectionRuns::ask(const RunWish &wish, const PreparedRun &prepared)
{
    const storage::Environment environment = m_parts.workspace->environment();
    QStringList touched;
    for (const storage::Environment &each : m_parts.workspace->environments()) {
        const bool isMeant = wish.environments.isEmpty() ? each == environment : wish.environments.contains(each.name);
        if (isMeant)
            touched += workspace::touchedBy(prepared.plan, each, m_parts.catalog->catalog());
    }
    if (touched.isEmpty()) {
        begin(wish, prepared);
        return;
    }
    Question question;
    const QString where = wish.environments.isEmpty() ? environment.name : wish.environments.join(QStringLiteral(", "));
    question.title = tr("Run on %1").arg(where);
    question.text = tr("Protected environments are among %1. Requests that do more than read there: %2.").arg(where).arg(touched.size());
    QStringList lines = touched.first(std::min(mostTouched, touched.size()));
    if (touched.size() > mostTouched)
        lines.append(tr("… and %1 more.").arg(touched.size() - mostTouched));
    if (const qint64 rounds = wish.rounds() * std::max<qint64>(1, prepared.rows.count()); rounds > 1)
        lines.append(tr("Each is executed %1 times.").arg(rounds));
    lines.append(tr("Nothing has been sent yet."));
    question.detail = lines.join(QLatin1Char('\n'));
    question.acceptText = tr("Run on %1").arg(where).replace(QLatin1Char('&'), QLatin1String("&&"));
    m_page->setState(m_page->results()->rowCount() > 0 ? RunPage::State::Over : RunPage::State::Ready);
    m_parts.messageBox->ask(m_window, question, [this, wish, prepared, environment, asked = m_preparation] {
        if (asked == m_preparation && m_parts.workspace->environment() == environment)
            begin(wish, prepared);
    });
}

void CollectionRuns::begin(const RunWish &wish, const PreparedRun &prepared)
{
    if (m_run) {
        if (m_run->logTrouble().isEmpty() && m_run->log()->count() > 0) {
            const runner::RunSummary &summary = m_run->summary();
            const QString moment = models::momentText(summary.startedAt, QDateTime::currentDateTime());
            m_earlier.prepend({tr("%1 of %2").arg(summary.title, moment), summary, m_run->log()});
            m_earlier = m_earlier.first(std::min(mostEarlier, m_earlier.size()));
        }
        m_run->deleteLater();
    }
    QStringList titles;
    for (const Earlier &each : std::as_const(m_earlier))
        titles.append(each.title);
    m_page->setEarlierRuns(titles);
    m_run = new CollectionRun(m_parts.workspace, m_parts.catalog, this);
    m_arrived.clear();
    m_page->results()->clear();
    m_page->setState(RunPage::State::Running);
    connect(m_run, &CollectionRun::failed, this, &CollectionRuns::refuse);
    connect(m_run, &CollectionRun::begun, &m_flush, qOverload<>(&QTimer::start));
    connect(m_run, &CollectionRun::requestFinished, this, &CollectionRuns::take);
    connect(m_run, &CollectionRun::begun, this,
        [this, wish] { m_page->matrix()->reset(wish.isMatrix() ? m_run->labels() : QStringList()); });
    connect(m_run, &CollectionRun::finished, this, &CollectionRuns::finish);
    m_run->start(wish, prepared);
}

void CollectionRuns::take(const runner::RunResult &result)
{
    m_arrived.append(result);
    if (m_page->matrix()->rowCount() > 0)
        m_page->matrix()->add(result);
}

void CollectionRuns::stop()
{
    if (m_page->state() == RunPage::State::Preparing) {
        ++m_preparation;
        refuse({ErrorCode::Unavailable, tr("Stopped before anything was sent.")});
    } else if (m_run) {
        m_run->cancel();
    }
}

void CollectionRuns::refuse(const Error &error)
{
    m_page->setState(m_page->results()->rowCount() > 0 ? RunPage::State::Over : RunPage::State::Ready);
    m_page->strip()->showMessage(MessageStrip::Kind::Error,
        error.hint.isEmpty() ? error.sentence : error.sentence + QLatin1Char(' ') + error.hint);
}

void CollectionRuns::flush()
{
    m_page->results()->append(m_arrived);
    m_arrived.clear();
    m_page->showSummary(m_run->summary(), m_run->elapsedMs());
}

void CollectionRuns::finish()
{
    m_flush.stop();
    flush();
    m_page->setState(RunPage::State::Over);
    m_page->showSummary(m_run->summary(), m_run->elapsedMs());
    if (!m_run->logTrouble().isEmpty())
        m_page->strip()->showMessage(MessageStrip::Kind::Error, m_run->logTrouble());
}

template <typename T, typename Handler> void CollectionRuns::onWorker(std::function<T()> work, Handler handle)
{
    whenReady(m_worker.add<T>(std::move(work)), this, [this, of = m_run, handle](const T &done) {
        if (of != m_run)
            return;
        if (done)
            handle(*done);
        else
            m_page->strip()->showMessage(MessageStrip::Kind::Error, done.error().sentence);
    });
}

// With the options of the run that failed.
void CollectionRuns::rerunFailed()
{
    const RunWish wish = m_run->wish();
    onWorker<Result<QSet<QString>>>([log = m_run->log(), summary = m_run->summary()] { return runner::failedPaths(summary, *log); },
        [this, wish](const QSet<QString> &paths) {
            RunWish again = wish;
            again.onlyPaths = paths;
            prepare(again);
        });
}

void CollectionRuns::compareWith(int place)
{
    if (place < m_earlier.size())
        compare(m_earlier.at(place).title, m_earlier.at(place).log);
}

void CollectionRuns::compareWithReport()
{
    FileQuestion question;
    question.title = tr("Compare with a Report");
    question.filter = tr("JSON reports (*.json)");
    m_parts.fileDialog->ask(m_window, question, [this](const QString &path) {
        using Log = std::shared_ptr<runner::RunLog>;
        onWorker<Result<Log>>(
            [path]() -> Result<Log> {
                const auto log = std::make_shared<runner::RunLog>();
                return runner::joinJson({path}, *log).map([&](const runner::JoinedRun &) { return log; });
            },
            [this, path](const Log &log) { compare(QFileInfo(path).fileName(), log); });
    });
}

void CollectionRuns::compare(const QString &title, const std::shared_ptr<runner::RunLog> &before)
{
    onWorker<Result<runner::RunComparison>>(
        [before, now = m_run->log()] { return runner::compare(*before, *now); },
        [this, title](const runner::RunComparison &comparison) { m_page->showComparison(title, comparison); });
}

void CollectionRuns::saveReport(runner::ReportKind kind)
{
    FileQuestion question;
    question.kind = FileQuestion::Kind::Save;
    question.title = tr("Save the Report");
    question.suggestedName = m_run->summary().title + suffixOf(kind);
    m_parts.fileDialog->ask(m_window, question, [this, kind](const QString &path) {
        onWorker<Result<QString>>(
            [path, kind, summary = m_run->summary(), log = m_run->log()]() -> Result<QString> {
                return runner::writeReport({kind, path}, summary, *log).map([&] { return path; });
            },
            [this](const QString &saved) {
                m_page->strip()->showMessage(MessageStrip::Kind::Info, tr("The report is in %1.").arg(saved));
            });
    });
}

void CollectionRuns::showExchange(qint64 number)
{
    const api::Exchange *exchange = m_run ? m_run->exchange(number) : nullptr;
    if (!exchange) {
        m_page->strip()->showMessage(MessageStrip::Kind::Info,
            tr("There is no exchange to show: the request was not sent, or so many came after it that it was let go."));
        return;
    }
    m_pages.response->show();
    const QFuture<workspace::RunRecord> record = QtConcurrent::run(
        [exchange = *exchange, summary = m_run->summary(), environment = m_run->environment(),
            known = m_parts.workspace->knowledge()] {
            return workspace::recordOf(exchange, summary, environment, known);
        });
    whenReady(record, this, [this, of = m_run](const workspace::RunRecord &ready) {
        if (of != m_run)
            return;
        Q_EMIT exchangeShown(ready);
        m_pages.response->showOfRun(ready);
    });
}

} // namespace actionscope::ui
