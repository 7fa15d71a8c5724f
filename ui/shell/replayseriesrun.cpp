// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/replayseriesrun.h"

#include "app/base/whenready.h"
#include "app/storage/settings.h"
#include "app/workspace/connectionadvice.h"
#include "app/workspace/executionguard.h"
#include "app/workspace/workspace.h"
#include "ui/dialogs/replaydialog.h"
#include "ui/shell/historybrowser.h"

#include <QWidget>
#include <QtConcurrent>

namespace actionscope::ui {

using workspace::ReplaySource;

ReplaySeriesRun::ReplaySeriesRun(const MainWindowParts &parts, HistoryBrowser *history, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_history(history)
    , m_window(window)
{
}

void ReplaySeriesRun::open(const ReplaySource &source)
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_recorded = source;
    m_dialog = new ReplayDialog(*m_parts.theme, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ReplayDialog::environmentPicked, this, &ReplaySeriesRun::choose);
    connect(m_dialog, &ReplayDialog::termsChanged, this, &ReplaySeriesRun::tell);
    connect(m_dialog, &ReplayDialog::startRequested, this, &ReplaySeriesRun::start);
    connect(m_dialog, &ReplayDialog::answerRequested, this, &ReplaySeriesRun::showAnswer);
    connect(m_dialog, &ReplayDialog::stopRequested, this, [this] {
        if (m_replay)
            m_replay->cancel();
    });
    const QString chosen = m_parts.workspace->environment().name;
    m_dialog->showSource(source, m_parts.workspace->environments(), chosen);
    choose(chosen);
    m_dialog->open();
}

// Address and key first, then what is kept of the place: whom it knows, and what its action does.
void ReplaySeriesRun::choose(const QString &environmentName)
{
    const QList<storage::Environment> all = m_parts.workspace->environments();
    for (const storage::Environment &each : all) {
        if (each.name == environmentName)
            m_environment = each;
    }
    // As it was sent, where it goes to the same place: versions answer in different shapes.
    if (m_recorded.apiVersion && workspace::recordedElsewhere(m_recorded, m_environment).isEmpty())
        m_environment.apiVersion = *m_recorded.apiVersion;
    m_known = {};
    m_note.clear();
    m_destination = {};
    m_obstacle = tr("The key is being read…");
    tell();
    whenReady(m_parts.workspace->destinationOf(m_environment), m_dialog,
        [this, choice = ++m_choice](const Result<executor::Destination> &destination) {
            if (choice == m_choice)
                takeDestination(destination);
        });
}

void ReplaySeriesRun::takeDestination(const Result<executor::Destination> &destination)
{
    m_obstacle.clear();
    if (destination)
        m_destination = *destination;
    else
        m_obstacle = destination.error().sentence + QLatin1Char(' ') + destination.error().hint;
    tell();
    storage::HistoryEntry there; // a run that would go there
    there.environment = m_environment.name;
    there.baseUrl = destination ? destination->baseUrl.toString() : m_environment.baseUrl;
    there.apiVersion = m_environment.apiVersion;
    there.draft.request = m_recorded.request;
    const auto known = QtConcurrent::run([there, knowledge = m_parts.workspace->knowledge()] { return knowledge(there); });
    whenReady(known, m_dialog, [this, choice = m_choice](const catalog::Catalog &catalog) {
        if (choice == m_choice)
            takeKnown(catalog);
    });
}

// The account of one project is unknown to another.
void ReplaySeriesRun::takeKnown(const catalog::Catalog &known)
{
    m_known = known;
    m_dialog->setConnections(known, workspace::appOf(known, m_recorded.request));
    const QString account = *m_dialog->terms().connectedAccountId;
    const bool isElsewhere = !workspace::recordedElsewhere(m_recorded, m_environment).isEmpty();
    if (isElsewhere && !account.isEmpty() && account == m_recorded.request.connectedAccountId && !known.account(account)) {
        m_note = tr("The recorded account %1 is not known on %2 and was left out.").arg(account, m_environment.name);
        m_dialog->setAccount({});
    }
    tell();
}

ReplaySource ReplaySeriesRun::source() const { return workspace::redirected(m_recorded, m_dialog->terms()); }

void ReplaySeriesRun::tell()
{
    if (!m_obstacle.isEmpty())
        return m_dialog->showTrouble(m_obstacle);
    const ReplaySource sent = source();
    if (const auto sendable = workspace::checkSendable(sent); !sendable)
        return m_dialog->showTrouble(sendable.error().sentence + QLatin1Char(' ') + sendable.error().hint);
    const int times = m_dialog->terms().repeat;
    const api::ActionEffect effect = catalog::effectIn(m_known, sent.request.actionId);
    QStringList sentences {workspace::consequenceOf(sent.request, m_environment, effect, m_known)};
    if (times > 1)
        sentences.append(tr("It takes %1 executions, one after the other, and can be stopped at any time.").arg(times));
    sentences += {workspace::recordedElsewhere(m_recorded, m_environment), m_note};
    const auto advice = workspace::connectionAdvice(m_known, sent.request, m_environment.apiVersion, QDateTime::currentDateTimeUtc());
    for (const workspace::ConnectionWarning &warning : advice.warnings)
        sentences.append(warning.sentence);
    if (m_environment.isProtected)
        sentences.append(tr("The environment %1 is protected.").arg(m_environment.name));
    sentences.removeAll(QString());
    const bool asks = workspace::asksBeforeReplay(m_environment, effect, times);
    const QString name = QString(m_environment.name).replace(QLatin1Char('&'), QLatin1String("&&"));
    m_dialog->showConsequence(sentences.join(QLatin1Char(' ')), asks ? tr("E&xecute on %1").arg(name) : tr("E&xecute"),
        asks ? ReplayDialog::Asking::Yes : ReplayDialog::Asking::No);
}

workspace::ExecutionPlan ReplaySeriesRun::plan() const
{
    workspace::ExecutionPlan plan;
    plan.draft.request = source().request;
    plan.draft.timeoutSeconds = m_parts.settings->defaultTimeoutSeconds();
    plan.environment = m_environment;
    plan.destination = m_destination;
    plan.catalog = m_known;
    plan.secrets = m_parts.workspace->variables().secrets();
    return plan;
}

void ReplaySeriesRun::start()
{
    m_replay = new workspace::Replay(
        {plan(), m_recorded.recorded, m_recorded.baseUrl, {}, m_dialog->terms().repeat}, m_parts.executor, this);
    connect(m_replay, &workspace::Replay::runFinished, this,
        [this](const workspace::RunRecord &record) {
            keep(record);
            if (m_dialog)
                m_dialog->showProgress(*m_replay);
        });
    connect(m_replay, &workspace::Replay::finished, this, [this] {
        if (m_dialog)
            m_dialog->showEnd(*m_replay);
        m_replay->deleteLater();
    });
    m_replay->start();
}

void ReplaySeriesRun::keep(const workspace::RunRecord &record)
{
    m_last = record;
    whenReady(m_parts.history->append(record.entry), this, [this, record](const Result<storage::HistoryEntry> &stored) {
        if (!stored) {
            Q_EMIT failed(stored.error());
            return;
        }
        workspace::RunRecord kept = record;
        kept.entry = *stored;
        if (m_last.entry.startedAt == record.entry.startedAt)
            m_last = kept;
        m_history->add(kept);
    });
}

void ReplaySeriesRun::showAnswer()
{
    if (m_parts.workspace->isRunning())
        return; // the page belongs to what is running
    Q_EMIT answerWanted(m_last);
    if (m_recorded.recorded)
        Q_EMIT comparisonWanted(m_recorded.recorded->answer.body, m_recorded.name);
    m_dialog->close();
}

} // namespace actionscope::ui
