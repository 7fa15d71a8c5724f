// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/execcommand.h"

#include "app/base/tr.h"
#include "app/cli/destinationfinder.h"
#include "app/cli/keptcatalog.h"
#include "app/cli/resultprinter.h"
#include "app/cli/strictcheck.h"
#include "app/executor/executor.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"
#include "app/workspace/executionguard.h"

namespace actionscope::cli {

ExecCommand::ExecCommand(QObject *parent)
    : Command(parent)
{
}

QString ExecCommand::summary() const
{
    return Tr::tr("execute an action once");
}

QString ExecCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli exec ACTION_ID [options]") + QStringLiteral("\n\n")
        + Tr::tr("Without an environment of your own the action runs on the embedded sandbox.") + QStringLiteral("\n\n")
        + optionHelp(execOnlyOptions()) + QLatin1Char('\n') + optionHelp(commonOptions()) + QLatin1Char('\n')
        + Tr::tr("Exit codes: 0 successful, 2 bad usage (nothing sent), 3 the action said no, 4 the service refused, "
                 "5 no usable answer, 130 cancelled.")
        + QLatin1Char('\n');
}

Result<void> ExecCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    auto options = readExecOptions(words);
    if (!options)
        return Failure(options.error());
    m_options = std::move(*options);
    console.setColor(m_options.common.color);
    return {};
}

void ExecCommand::start()
{
    m_finder = new DestinationFinder(m_options.common, this);
    const auto environment = m_finder->environment();
    if (!environment) {
        if (!m_finder->settingsTrouble().isEmpty())
            m_console->say(m_finder->settingsTrouble());
        refuse(environment.error());
        return;
    }
    sayBeforehand(*environment);
    if (m_options.isDryRun && !m_options.isStrict) {
        printRequest(*environment);
        return;
    }
    if (const auto consent = findConsent(*environment); !consent) {
        refuse(consent.error());
        return;
    }
    connect(m_finder, &DestinationFinder::found, this, &ExecCommand::check);
    connect(m_finder, &DestinationFinder::failed, this, &ExecCommand::refuse);
    m_finder->find();
}

// Fails where somebody has to agree first. The catalogue is looked into only where the answer counts.
Result<void> ExecCommand::findConsent(const storage::Environment &environment) const
{
    if (!environment.isProtected || m_options.hasConsent || m_options.isDryRun)
        return {};
    const catalog::Catalog kept = keptCatalog(m_options.common, environment).load().catalog;
    const api::ActionEffect effect = catalog::effectIn(kept, m_options.request.actionId);
    if (!workspace::needsConsent(environment, effect))
        return {};
    return failure(ErrorCode::InvalidInput,
        Tr::tr("The environment “%1” is protected, so nothing was sent: %2")
            .arg(environment.name, workspace::consequenceOf(m_options.request, environment, effect, kept)),
        {}, Tr::tr("Add --yes to execute it, or --dry-run to see the request."));
}

// What was changed or cannot be carried is said before anything leaves.
void ExecCommand::sayBeforehand(const storage::Environment &environment)
{
    if (!m_finder->settingsTrouble().isEmpty())
        m_notices.append(m_finder->settingsTrouble());
    if (m_options.common.baseUrl && !m_options.common.baseUrl->note.isEmpty())
        m_notices.append(m_options.common.baseUrl->note);
    m_notices += api::toWire(m_options.request, environment.apiVersion).notices;
    for (const QString &notice : std::as_const(m_notices))
        m_console->say(notice);
}

void ExecCommand::printRequest(const storage::Environment &environment)
{
    QUrl url(environment.baseUrl);
    if (environment.isSandbox) {
        url = QUrl(QStringLiteral("http://127.0.0.1"));
        m_console->say(Tr::tr("The sandbox gets its port when it starts."));
    }
    const api::WireForm wire = api::toWire(m_options.request, environment.apiVersion);
    const auto written = m_console->writeResult(printedRequest(wire.request, url));
    if (written)
        Q_EMIT done(ExitCode::Success);
    else
        refuse(written.error());
}

// Nothing leaves before the input fits, where that was asked for.
void ExecCommand::check(const storage::Environment &environment, const executor::Destination &destination)
{
    m_executor = new executor::Executor(this);
    if (!m_options.isStrict) {
        proceed(environment, destination);
        return;
    }
    auto *check
        = new StrictCheck(m_options.request, environment, destination, m_options.common, m_executor, this);
    connect(check, &StrictCheck::passed, this, [this, environment, destination](const QStringList &warnings) {
        for (const QString &warning : warnings)
            m_console->say(warning);
        proceed(environment, destination);
    });
    connect(check, &StrictCheck::refused, this, [this](const Error &error, const QStringList &faults, ExitCode code) {
        for (const QString &fault : faults)
            m_console->say(fault);
        m_console->sayError(error);
        Q_EMIT done(code);
    });
    check->start();
}

void ExecCommand::proceed(const storage::Environment &environment, const executor::Destination &destination)
{
    if (m_options.isDryRun)
        printRequest(environment);
    else
        execute(environment, destination);
}

void ExecCommand::execute(const storage::Environment &environment, const executor::Destination &destination)
{
    workspace::ExecutionPlan plan;
    plan.draft.request = m_options.request;
    plan.draft.timeoutSeconds = m_options.common.timeoutSeconds;
    plan.environment = environment;
    plan.destination = destination;
    if (m_options.printMode == PrintMode::Report || !m_options.common.isQuiet) // somebody reads the diagnosis
        plan.kept = keptCatalog(m_options.common, environment);
    m_execution = new workspace::Execution(plan, m_executor, this);
    connect(m_execution, &workspace::Execution::finished, this, &ExecCommand::conclude);
    m_execution->start();
}

void ExecCommand::interrupt()
{
    if (m_execution) {
        m_execution->cancel();
        return;
    }
    m_console->say(Tr::tr("Cancelled before anything was sent."));
    Q_EMIT done(ExitCode::Cancelled);
}

void ExecCommand::conclude(const workspace::RunRecord &finishedRecord, const QByteArray &rawBody)
{
    workspace::RunRecord record = finishedRecord;
    if (m_options.common.keepHistory)
        remember(record);
    ExitCode code = exitCodeOf(record.entry.verdict);
    const auto printed = printResult(*m_console, m_options, record, rawBody, m_notices);
    if (!m_options.common.isQuiet) {
        sayVerdict(*m_console, record);
        if (m_options.printMode != PrintMode::Report) // which holds it
            sayDiagnosis(*m_console, record);
    }
    if (!printed) {
        m_console->sayError(printed.error());
        // A script must not take a result that never reached it for a success.
        if (code == ExitCode::Success)
            code = ExitCode::NoUsableAnswer;
    }
    Q_EMIT done(code);
}

void ExecCommand::remember(workspace::RunRecord &record)
{
    storage::HistoryFiles history(storage::historyFolder(m_options.common.configFolder));
    const auto stored = history.append(record.entry);
    if (stored) {
        record.entry.id = stored->id;
        return;
    }
    record.historyTrouble = stored.error().sentence;
    m_console->say(Tr::tr("The run could not be written to the history: %1").arg(record.historyTrouble));
}

void ExecCommand::refuse(const Error &error)
{
    m_console->sayError(error);
    Q_EMIT done(ExitCode::BadUsage);
}

} // namespace actionscope::cli
