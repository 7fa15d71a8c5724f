// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/replaycommand.h"

#include "app/base/tr.h"
#include "app/cli/destinationfinder.h"
#include "app/cli/keptcatalog.h"
#include "app/executor/executor.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"
#include "app/workspace/executionguard.h"

#include <QFile>

#include <algorithm>
#include <cstdio>

namespace actionscope::cli {

using workspace::InputMinimization;
using workspace::ReplaySource;

ReplayCommand::ReplayCommand(QObject *parent)
    : Command(parent)
{
}

QString ReplayCommand::summary() const { return Tr::tr("send a recorded execution again and compare"); }

QString ReplayCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli replay FILE… [options]") + QStringLiteral("\n\n")
        + Tr::tr("FILE is a bundle, a HAR file, a cURL command or another text that can be imported, lines of the sandbox's log, a "
                 "saved request, the id of a run in the history, or “-” for standard input. It is sent to the environment "
                 "that is named or current, never to an address that stands in the file.")
        + QStringLiteral("\n\n") + optionHelp(replayOnlyOptions()) + QLatin1Char('\n') + optionHelp(commonOptions()) + QLatin1Char('\n')
        + Tr::tr("Exit codes: 1 a run differs from its recording, or several runs from each other; else those of the "
                 "execution: 0 successful, 3 the action said no, 4 the service refused, 5 no usable answer; 2 bad usage (nothing "
                 "sent), 130 cancelled. With --minimize: 0 a smallest input was printed, 1 the failure did not come, or "
                 "not each time.")
        + QLatin1Char('\n');
}

Result<void> ReplayCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    auto options = readReplayOptions(words);
    if (!options)
        return Failure(options.error());
    m_options = std::move(*options);
    console.setColor(m_options.common.color);
    return {};
}

void ReplayCommand::start()
{
    if (const auto read = readSources(); !read)
        return refuse(read.error());
    m_finder = new DestinationFinder(m_options.common, this);
    const auto environment = m_finder->environment();
    if (!m_finder->settingsTrouble().isEmpty())
        m_console->say(m_finder->settingsTrouble());
    if (!environment)
        return refuse(environment.error());
    if (const auto consent = findConsent(*environment); !consent)
        return refuse(consent.error());
    connect(m_finder, &DestinationFinder::found, this, &ReplayCommand::begin);
    connect(m_finder, &DestinationFinder::failed, this, &ReplayCommand::refuse);
    m_finder->find();
}

Result<void> ReplayCommand::readSources()
{
    for (const QByteArray &name : std::as_const(m_options.names)) {
        if (const auto added = addSources(name); !added)
            return added;
    }
    if (m_options.isMinimizing && m_sources.size() > 1) {
        return failure(ErrorCode::InvalidInput, Tr::tr("The option --minimize takes one execution; there are %1.").arg(m_sources.size()), {},
            Tr::tr("Choose one with --entry."));
    }
    for (ReplaySource &source : m_sources) {
        source = workspace::redirected(source, m_options.terms);
        if (const auto sendable = workspace::checkSendable(source); !sendable)
            return sendable;
    }
    return {};
}

Result<void> ReplayCommand::addSources(const QByteArray &name)
{
    Result<QList<ReplaySource>> sources;
    if (name == "-") {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return failure(ErrorCode::Unreadable, Tr::tr("Standard input cannot be read."));
        sources = workspace::replaySourcesOf(input.readAll(), Tr::tr("standard input"));
    } else {
        sources = workspace::readReplaySources(QFile::decodeName(name), storage::historyFolder(m_options.common.configFolder));
    }
    if (!sources)
        return Failure(sources.error());
    if (m_options.entry) {
        if (*m_options.entry > sources->size()) {
            return failure(ErrorCode::InvalidInput,
                Tr::tr("There is no entry %1 in %2: it holds %3.").arg(*m_options.entry).arg(QFile::decodeName(name)).arg(sources->size()));
        }
        sources = QList {sources->at(*m_options.entry - 1)};
    }
    m_sources += *sources;
    return {};
}

Result<void> ReplayCommand::findConsent(const storage::Environment &environment)
{
    const catalog::Catalog kept = keptCatalog(m_options.common, environment).load().catalog;
    const int repeat = m_options.terms.repeat;
    QString asked;
    for (const ReplaySource &source : std::as_const(m_sources)) {
        for (const QString &note : source.notes)
            m_console->say(note);
        const QString elsewhere = workspace::recordedElsewhere(source, environment);
        if (!m_options.common.isQuiet && !elsewhere.isEmpty())
            m_console->say(elsewhere);
        const api::ActionEffect effect = catalog::effectIn(kept, source.request.actionId);
        if (workspace::asksBeforeReplay(environment, effect, m_options.isMinimizing ? m_options.mostExecutions : repeat)) {
            m_console->say(workspace::consequenceOf(source.request, environment, effect, kept));
            if (asked.isEmpty())
                asked = source.request.actionId;
        }
    }
    if (m_options.isMinimizing) {
        m_console->say(Tr::tr("This takes at most %1 executions of %2.")
                           .arg(InputMinimization::mostExecutions(m_sources.first().request.input, m_options.mostExecutions))
                           .arg(m_sources.first().request.actionId));
    } else if (repeat > 1) {
        m_console->say(Tr::tr("This takes %1 executions.").arg(repeat * m_sources.size()));
    }
    if (asked.isEmpty() || m_options.hasConsent)
        return {};
    return failure(ErrorCode::InvalidInput, Tr::tr("Nothing was sent: %1 may touch real data on %2.").arg(asked, environment.name), {},
        Tr::tr("Add --yes to execute it."));
}

void ReplayCommand::begin(const storage::Environment &environment, const executor::Destination &destination)
{
    if (m_isCancelled)
        return;
    m_environment = environment;
    m_destination = destination;
    m_executor = new executor::Executor(this);
    next();
}

workspace::ExecutionPlan ReplayCommand::planOf(const ReplaySource &source)
{
    workspace::ExecutionPlan plan;
    plan.draft.request = source.request;
    plan.draft.timeoutSeconds = m_options.common.timeoutSeconds;
    plan.environment = m_environment;
    // As it was sent, where nobody says otherwise: versions answer in different shapes.
    if (source.apiVersion && !m_options.common.apiVersion && m_options.common.environment.isEmpty())
        plan.environment.apiVersion = *source.apiVersion;
    plan.destination = m_destination;
    plan.catalog = known(source.request.actionId, plan.environment);
    return plan;
}

// Read once for each version of the API that the recordings speak.
catalog::Catalog ReplayCommand::known(const QString &actionId, const storage::Environment &environment)
{
    auto kept = m_kept.find(environment.apiVersion);
    if (kept == m_kept.end()) {
        catalog::CatalogStore store = keptCatalog(m_options.common, environment);
        catalog::Catalog catalog = store.load().catalog;
        kept = m_kept.emplace(environment.apiVersion, Kept {std::move(store), std::move(catalog)}).first;
    }
    return kept->second.store.withSchemas(kept->second.catalog, actionId);
}

void ReplayCommand::next()
{
    if (m_isCancelled || m_position >= m_sources.size())
        return conclude();
    const ReplaySource &source = m_sources[m_position];
    if (m_options.isMinimizing)
        minimize(source);
    else
        replay(source);
}

void ReplayCommand::replay(const ReplaySource &source)
{
    m_replayed.append(ReplayedSource {source.name, source.request.actionId, {}, {}, {}});
    m_replay = new workspace::Replay({planOf(source), source.recorded, source.baseUrl, m_options.diff, m_options.terms.repeat}, m_executor, this);
    connect(m_replay, &workspace::Replay::runFinished, this, &ReplayCommand::takeRun);
    connect(m_replay, &workspace::Replay::finished, this, &ReplayCommand::concludeSource);
    m_replay->start();
}

void ReplayCommand::takeRun(const workspace::RunRecord &record, const std::optional<workspace::ReplayComparison> &comparison)
{
    if (m_options.common.keepHistory)
        remember(record);
    // What did not answer at all is an outage and no difference.
    const ExitCode code = exitCodeOf(record.judgement.verdict);
    const bool differs = comparison && !comparison->isSame() && code != ExitCode::NoUsableAnswer;
    meet(differs ? ExitCode::Difference : code);
    if (m_options.terms.repeat > 1)
        m_console->showProgress(Tr::tr("%1 of %2").arg(m_replay->series().count()).arg(m_options.terms.repeat));
}

void ReplayCommand::concludeSource()
{
    ReplayedSource &source = m_replayed.last();
    source.series = m_replay->series();
    source.comparison = m_replay->comparison();
    source.differing = m_replay->differingRuns();
    source.isCancelled = m_replay->isCancelled();
    m_replay->deleteLater();
    m_replay = nullptr;
    if (source.series.isFlaky())
        meet(ExitCode::Difference);
    if (m_options.print == ReplayOptions::Print::Text)
        print(replayText(source));
    ++m_position;
    next();
}

void ReplayCommand::minimize(const ReplaySource &source)
{
    m_minimization = new InputMinimization(planOf(source), m_options.mostExecutions, m_executor, this);
    connect(m_minimization, &InputMinimization::progress, this, [this](int executions, const QByteArray &best) {
        m_console->showProgress(Tr::tr("%1 executions, %2 bytes").arg(executions).arg(best.size()));
    });
    connect(m_minimization, &InputMinimization::finished, this, &ReplayCommand::concludeMinimizing);
    m_minimization->start();
}

void ReplayCommand::concludeMinimizing(const InputMinimization::Outcome &outcome)
{
    using End = InputMinimization::End;
    const ReplaySource &source = m_sources[m_position];
    m_minimization = nullptr; // ends with the command
    m_console->say(outcome.sentence);
    if (!m_options.common.isQuiet) {
        m_console->say(Tr::tr("%1 executions; the input went from %2 to %3 bytes.")
                           .arg(outcome.executions)
                           .arg(source.request.input.size())
                           .arg(outcome.input.size()));
    }
    if (m_options.print == ReplayOptions::Print::Report)
        print(minimizationReport(source.name, source.request.actionId, outcome, source.request.input.size()));
    else if (outcome.end != End::NoFailure)
        print(outcome.input.endsWith('\n') ? outcome.input : outcome.input + '\n');
    if (outcome.end == End::NoFailure || outcome.end == End::Unsteady)
        meet(ExitCode::Difference);
    else if (outcome.end == End::Disturbed)
        meet(ExitCode::NoUsableAnswer);
    else if (outcome.end == End::Stopped)
        meet(ExitCode::Cancelled);
    Q_EMIT done(m_code);
}

void ReplayCommand::remember(const workspace::RunRecord &record)
{
    storage::HistoryFiles history(storage::historyFolder(m_options.common.configFolder));
    const auto stored = history.append(record.entry);
    if (stored)
        m_replayed.last().historyId = stored->id;
    else
        m_console->say(Tr::tr("The run could not be written to the history: %1").arg(stored.error().sentence));
}

void ReplayCommand::print(const QByteArray &bytes)
{
    if (const auto written = m_console->writeResult(bytes); !written) {
        m_console->sayError(written.error());
        meet(ExitCode::NoUsableAnswer);
    }
}

// A difference counts for more than what the runs came to by themselves, but for an outage.
void ReplayCommand::meet(ExitCode code)
{
    const auto rank = [](ExitCode each) {
        static const QList<ExitCode> order {ExitCode::Success, ExitCode::ActionRefused, ExitCode::ServiceRefused, ExitCode::Difference,
            ExitCode::NoUsableAnswer, ExitCode::BadUsage, ExitCode::Cancelled};
        return order.indexOf(each);
    };
    if (rank(code) > rank(m_code))
        m_code = code;
}

void ReplayCommand::conclude()
{
    if (m_options.print == ReplayOptions::Print::Report)
        print(replayReport(m_replayed));
    Q_EMIT done(m_isCancelled ? ExitCode::Cancelled : m_code);
}

void ReplayCommand::interrupt()
{
    m_isCancelled = true;
    if (m_replay)
        return m_replay->cancel();
    if (m_minimization)
        return m_minimization->stop();
    m_console->say(Tr::tr("Cancelled before anything was sent."));
    Q_EMIT done(ExitCode::Cancelled);
}

void ReplayCommand::refuse(const Error &error)
{
    m_console->sayError(error);
    Q_EMIT done(ExitCode::BadUsage);
}

} // namespace actionscope::cli
