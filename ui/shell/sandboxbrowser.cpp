// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/sandboxbrowser.h"

#include "app/base/whenready.h"
#include "app/exchange/curlexporter.h"
#include "app/storage/settings.h"
#include "app/workspace/workspace.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/shell/faultswitch.h"
#include "ui/shell/filewriting.h"
#include "ui/shell/loggedrequests.h"
#include "ui/shell/requestfollower.h"
#include "ui/shell/topbar.h"
#include "ui/sidebar/faultpanel.h"
#include "ui/sidebar/requestlogpanel.h"
#include "ui/sidebar/sandboxoptionspanel.h"
#include "ui/sidebar/sandboxpanel.h"
#include "ui/sidebar/sidebar.h"

#include <QVBoxLayout>
#include <QtConcurrent>

namespace actionscope::ui {

SandboxBrowser::SandboxBrowser(const MainWindowParts &parts, TopBar *topBar, Sidebar *sidebar)
    : QObject(sidebar)
    , m_parts(parts)
    , m_topBar(topBar)
    , m_sidebar(sidebar)
    , m_place(new QWidget(sidebar))
{
    auto *column = new QVBoxLayout(m_place);
    column->setContentsMargins(0, 0, 0, 0);
    sidebar->addPage(QStringLiteral("sandbox"), tr("Sandbox"), m_place);
}

// Not before the window is on the screen: the panel is large, and nobody sees it on the first picture.
void SandboxBrowser::buildPanel()
{
    m_panel = new SandboxPanel(*m_parts.theme, *m_parts.clipboard, m_place);
    m_place->layout()->addWidget(m_panel);
    m_follower = new RequestFollower(m_panel->requests());
    m_faults = new FaultSwitch(m_panel->faults());
    wireRequests();
    wireOptions();
    wireState();
    connect(m_faults, &FaultSwitch::changed, this, &SandboxBrowser::showFaults);
    connect(m_topBar, &TopBar::faultsRequested, this, [this] {
        showPage();
        m_panel->showFaults();
    });
    connect(m_topBar, &TopBar::replayRequested, this, [this] {
        showPage();
        m_panel->showOptions();
    });
}

void SandboxBrowser::wireRequests()
{
    const RequestLogPanel *requests = m_panel->requests();
    connect(requests, &RequestLogPanel::requestShown, this, [this](quint64 number) {
        withRequest(number, [this](const sandbox::LoggedRequest &request) { show(request); });
    });
    connect(requests, &RequestLogPanel::requestOpened, this, [this](quint64 number) {
        withRequest(number, [this](const sandbox::LoggedRequest &request) { open(request); });
    });
    connect(requests, &RequestLogPanel::curlRequested, this, [this](quint64 number) {
        withRequest(number, [this](const sandbox::LoggedRequest &request) {
            const auto shown = sandbox::withoutSecrets(request).request;
            m_parts.clipboard->setText(QString::fromUtf8(exchange::curlCommand(shown, m_address)));
        });
    });
    connect(requests, &RequestLogPanel::clearRequested, m_follower, &RequestFollower::clear);
    connect(requests, &RequestLogPanel::saveRequested, this, &SandboxBrowser::saveRequests);
}

void SandboxBrowser::wireOptions()
{
    SandboxOptionsPanel *options = m_panel->options();
    options->setPort(m_parts.settings->sandboxPort());
    connect(options, &SandboxOptionsPanel::portChosen, this, [this](int port) {
        m_parts.settings->setSandboxPort(port);
        m_panel->options()->setPort(port);
        if (m_sandbox)
            m_sandbox->moveTo(quint16(port));
    });
    connect(options, &SandboxOptionsPanel::historyReplayRequested, this,
        [this] { replay(m_parts.history->folder()); });
    connect(options, &SandboxOptionsPanel::logReplayRequested, this, &SandboxBrowser::chooseLog);
    connect(options, &SandboxOptionsPanel::replayEndRequested, this, [this] { setReplay(std::nullopt); });
}

void SandboxBrowser::wireState()
{
    SandboxOptionsPanel *options = m_panel->options();
    connect(options, &SandboxOptionsPanel::resetRequested, this, [this] {
        const Question question {tr("Reset the Sandbox"), tr("Reset the state of the sandbox?"),
            tr("What actions have made in it is gone, for every program that uses it."), tr("Reset")};
        m_parts.messageBox->ask(m_panel, question, [this] {
            if (m_sandbox)
                tellState(m_sandbox->resetState(), tr("The state is as it was at the first start."));
        });
    });
    const QString filter = tr("Snapshots (*.sqlite);;All files (*)");
    connect(options, &SandboxOptionsPanel::stateSaveRequested, this, [this, filter] {
        const FileQuestion question {
            FileQuestion::Kind::Save, tr("Save a Snapshot"), QStringLiteral("sandbox.sqlite"), filter};
        m_parts.fileDialog->ask(m_panel, question, [this](const QString &path) {
            if (m_sandbox)
                tellState(m_sandbox->saveState(path), tr("The state was saved as %1.").arg(path));
        });
    });
    connect(options, &SandboxOptionsPanel::stateRestoreRequested, this, [this, filter] {
        const FileQuestion question {FileQuestion::Kind::Open, tr("Restore a Snapshot"), {}, filter};
        m_parts.fileDialog->ask(m_panel, question, [this](const QString &path) {
            if (m_sandbox)
                tellState(m_sandbox->restoreState(path), tr("The state is that of %1.").arg(path));
        });
    });
}

void SandboxBrowser::tellState(const QFuture<Result<void>> &done, const QString &sentence)
{
    m_panel->options()->setStateNote({});
    whenReady(done, this, [this, sentence](const Result<void> &result) {
        if (result)
            m_panel->options()->setStateNote(sentence);
        else
            Q_EMIT failed(result.error());
    });
}

void SandboxBrowser::follow(sandbox::Sandbox *sandbox)
{
    buildPanel();
    m_sandbox = sandbox;
    m_follower->follow(sandbox->sharedRequests());
    connect(sandbox, &sandbox::Sandbox::moveRefused, this, &SandboxBrowser::failed);
    connect(sandbox, &sandbox::Sandbox::started, this, [this] { m_sandbox->setFaults(m_faults->spec()); });
}

void SandboxBrowser::showAddress(const sandbox::SandboxAddress &address)
{
    m_address = address.url;
    m_panel->setAddress(address.url, address.apiKey);
}

// Looks it up; one that has fallen out of the log meanwhile says so.
void SandboxBrowser::withRequest(quint64 number, const Handler &handler)
{
    const auto request = m_follower->log() ? m_follower->log()->entry(number) : std::nullopt;
    if (request)
        handler(*request);
    else
        m_panel->requests()->tell(tr("The log does not keep this request any more."));
}

void SandboxBrowser::show(const sandbox::LoggedRequest &request)
{
    if (m_parts.workspace->isRunning())
        return; // the page belongs to what is running
    const auto record = QtConcurrent::run([request, address = m_address] { return recordOf(request, address); });
    whenReady(record, this, [this](const workspace::RunRecord &run) {
        if (!m_parts.workspace->isRunning())
            Q_EMIT runRecalled(run);
    });
}

void SandboxBrowser::open(const sandbox::LoggedRequest &request)
{
    const auto read = executionOf(request);
    if (!read) {
        const Error &error = read.error();
        m_panel->requests()->tell(error.hint.isEmpty() ? error.sentence : error.sentence + QLatin1Char(' ') + error.hint);
        return;
    }
    storage::Draft draft;
    draft.timeoutSeconds = m_parts.settings->defaultTimeoutSeconds();
    draft.request = read->request;
    Q_EMIT draftRecalled(draft);
    if (!read->leftOut.isEmpty()) {
        m_panel->requests()->tell(
            tr("The form has no place for %1 of this request.").arg(read->leftOut.join(QStringLiteral(", "))));
    }
}

void SandboxBrowser::saveRequests()
{
    if (!m_follower->log())
        return;
    const FileQuestion question {FileQuestion::Kind::Save, tr("Save the Requests"), QStringLiteral("requests.jsonl"),
        tr("JSON lines (*.jsonl)")};
    m_parts.fileDialog->ask(m_panel, question, [this](const QString &path) {
        const QList<quint64> numbers = m_panel->requests()->shownNumbers();
        const auto lines = QtConcurrent::run([log = m_follower->log(), wanted = QSet<quint64>(numbers.begin(), numbers.end())] {
            QByteArray text;
            quint64 last = 0;
            for (const sandbox::LoggedRequest &request : log->endedAfter(0, &last)) {
                if (wanted.contains(request.number))
                    text += sandbox::jsonLine(request);
            }
            return text;
        });
        whenReady(lines, this, [this, path](const QByteArray &text) {
            connect(new FileWriting(path, text, m_panel->window()), &FileWriting::failed, this, &SandboxBrowser::failed);
        });
    });
}

void SandboxBrowser::chooseLog()
{
    const FileQuestion question {
        FileQuestion::Kind::Open, tr("Replay a File"), {},
        tr("Recorded runs (*.jsonl *.har *.json *.actionbundle);;All files (*)")};
    m_parts.fileDialog->ask(m_panel, question, [this](const QString &path) { replay(path); });
}

void SandboxBrowser::replay(const QString &path)
{
    const auto runs = QtConcurrent::run([path] { return workspace::readRecordedRuns(path); });
    whenReady(runs, this, [this](const Result<workspace::RecordedRuns> &recorded) {
        if (recorded)
            setReplay(*recorded);
        else
            Q_EMIT failed(recorded.error());
    });
}

void SandboxBrowser::setReplay(const std::optional<workspace::RecordedRuns> &recorded)
{
    if (!m_sandbox)
        return;
    const QString summary = recorded ? workspace::summaryOf(*recorded) : QString();
    m_sandbox->setReplay(recorded ? std::optional(recorded->runs) : std::nullopt);
    m_panel->options()->setReplay(summary);
    m_topBar->setReplay(summary);
}

void SandboxBrowser::showFaults(const sandbox::FaultSpec &spec)
{
    if (m_sandbox)
        m_sandbox->setFaults(spec);
    m_topBar->setFaults(QString::fromLatin1(sandbox::faultText(spec)));
}

void SandboxBrowser::showPage()
{
    m_sidebar->setCurrentPage(QStringLiteral("sandbox"));
    m_sidebar->show();
}

} // namespace actionscope::ui
