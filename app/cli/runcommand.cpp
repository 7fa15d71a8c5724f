// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runcommand.h"

#include "app/base/tr.h"
#include "app/cli/actionfacts.h"
#include "app/cli/keptcatalog.h"
#include "app/cli/matrixview.h"
#include "app/cli/runcheck.h"
#include "app/cli/runenvironment.h"
#include "app/cli/runview.h"
#include "app/cli/writtenfiles.h"
#include "app/runner/capturehints.h"
#include "app/workspace/executionguard.h"

#include <algorithm>

namespace actionscope::cli {

RunCommand::RunCommand(QObject *parent)
    : Command(parent)
{
}

QString RunCommand::summary() const
{
    return Tr::tr("run saved requests, folders and collections");
}

QString RunCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli run PATH… [options]") + QStringLiteral("\n\n")
        + Tr::tr("A path is a saved request (NAME.action.json), a folder of them or a collection.") + QStringLiteral("\n\n")
        + optionHelp(runOnlyOptions()) + QLatin1Char('\n') + optionHelp(commonOptions()) + QLatin1Char('\n')
        + Tr::tr("The exit code is the highest class met: 0 all passed, 1 not as expected, 2 bad usage or a request that "
                 "cannot be sent, 3 the action said no, 4 the service refused, 5 no usable answer, 130 cancelled.")
        + QLatin1Char('\n');
}

Result<void> RunCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    auto options = readRunOptions(words);
    if (!options)
        return Failure(options.error());
    m_options = std::move(*options);
    console.setColor(m_options.common.color);
    auto sources = runner::findSources(m_options.paths);
    if (!sources)
        return Failure(sources.error());
    m_sources = std::move(*sources);
    runner::PlanOptions planOptions {m_options.tags, m_options.onlyPaths};
    planOptions.isShared = !m_options.shard.isWhole();
    for (const storage::Variable &variable : std::as_const(m_options.variables))
        planOptions.fixedNames.insert(variable.name);
    m_plan = runner::planFor(m_sources.files, planOptions);
    if (m_plan.requests.empty() && m_options.tags.isEmpty())
        return failure(ErrorCode::NotFound, Tr::tr("There is nothing to run again: all requests passed then, or are not here."));
    if (m_plan.requests.empty())
        return failure(ErrorCode::NotFound, Tr::tr("No request has the tag %1.").arg(m_options.tags.join(QStringLiteral(", "))));
    return checkWritten(m_options, m_sources, m_plan);
}

void RunCommand::start()
{
    if (m_options.common.baseUrl && !m_options.common.baseUrl->note.isEmpty())
        m_console->say(m_options.common.baseUrl->note);
    const QStringList names
        = m_options.environments.isEmpty() ? QStringList {m_options.common.environment} : m_options.environments;
    for (const QString &name : names) {
        if (!addPlace(name))
            return;
    }
    if (!m_options.isCheck) {
        findPlace(0);
        return;
    }
    for (const QString &trouble : m_options.rows.troubles())
        m_console->say(trouble);
    const Place &place = m_places.first();
    auto *check = new RunCheck(*m_console, m_options, m_sources, m_plan, place.variables, this);
    connect(check, &RunCheck::done, this, &RunCommand::done);
    check->start(place.environment);
}

bool RunCommand::addPlace(const QString &environmentName)
{
    RunOptions options = m_options;
    options.common.environment = environmentName;
    auto *variables = new RunEnvironment(options, m_sources, this);
    const auto environment = variables->environment();
    if (!variables->settingsTrouble().isEmpty())
        m_console->say(variables->settingsTrouble());
    if (!environment) {
        refuse(environment.error());
        return false;
    }
    if (!m_options.isCheck && needsConsent(*environment))
        return false;
    m_places.append({variables, *environment, {}});
    return true;
}

void RunCommand::findPlace(qsizetype number)
{
    if (number == m_places.size()) {
        gatherFacts();
        return;
    }
    RunEnvironment *variables = m_places[number].variables;
    connect(variables, &RunEnvironment::failed, this, &RunCommand::refuse);
    connect(variables, &RunEnvironment::ready, this,
        [this, number](const storage::Environment &environment, const executor::Destination &destination) {
            m_places[number].environment = environment;
            m_places[number].destination = destination;
            findPlace(number + 1);
        });
    variables->find();
}

// Says what a run would touch on a protected environment, where nobody agreed to it.
bool RunCommand::needsConsent(const storage::Environment &environment)
{
    constexpr qsizetype shown = 20;
    if (m_options.hasConsent || !environment.isProtected)
        return false;
    const catalog::Catalog kept = keptCatalog(m_options.common, environment).load().catalog;
    QStringList touched;
    for (const runner::PlannedRequest &planned : m_plan.requests) {
        const api::ExecuteRequest &request = planned.saved.request;
        const api::ActionEffect effect = catalog::effectIn(kept, request.actionId);
        if (planned.trouble.isEmpty() && workspace::needsConsent(environment, effect))
            touched.append(QStringLiteral("%1: %2").arg(planned.path, workspace::consequenceOf(request, environment, effect, kept)));
    }
    if (touched.isEmpty())
        return false;
    for (const QString &line : touched.first(std::min(shown, touched.size())))
        m_console->say(line);
    if (touched.size() > shown)
        m_console->say(Tr::tr("… and %1 more.").arg(touched.size() - shown));
    refuse({ErrorCode::InvalidInput,
        Tr::tr("The environment “%1” is protected, so nothing was sent. Requests that do more than read: %2.")
            .arg(environment.name)
            .arg(touched.size()),
        {}, Tr::tr("Add --yes to execute them.")});
    return true;
}

// Schemas are asked for only where an expectation needs them.
void RunCommand::gatherFacts()
{
    QStringList wanted;
    for (const runner::PlannedRequest &planned : m_plan.requests) {
        const bool needsSchema = std::any_of(planned.expectations.cbegin(), planned.expectations.cend(),
            [](const runner::Expectation &one) { return one.wantsActionSchema(); });
        if (needsSchema || (planned.expectsNames && planned.saved.expect.contains("\"schema\"")))
            wanted.append(planned.saved.request.actionId);
    }
    const Place &place = m_places.first();
    m_facts = new ActionFacts(m_options.common, place.environment, place.destination, wanted, this);
    connect(m_facts, &ActionFacts::finished, this, &RunCommand::run);
    if (wanted.isEmpty())
        run();
    else
        m_facts->start();
}

runner::RequestSettings RunCommand::settingsOf(const Place &place) const
{
    runner::RequestSettings settings;
    settings.destination = place.destination;
    settings.apiVersion = place.environment.apiVersion;
    settings.timeout = std::chrono::seconds(m_options.common.timeoutSeconds);
    settings.redactor = place.variables->redactor();
    settings.snapshots = m_options.writesSnapshots ? runner::Snapshots::AreWritten : runner::Snapshots::AreCompared;
    settings.actionSchema = [this](const QString &id) { return m_facts->known().value(id).response; };
    return settings;
}

QList<runner::Variant> RunCommand::variants() const
{
    QList<runner::Variant> places;
    if (!m_options.environments.isEmpty()) {
        for (const Place &place : m_places) {
            QList<runner::Variables> variables = place.variables->variables();
            runner::addCaptureHints(m_sources, m_plan, m_options.rows.names(), variables);
            places.append({place.environment.name, {}, {}, settingsOf(place), variables});
        }
    }
    return runner::crossed(m_options.variants, places);
}

void RunCommand::run()
{
    const Place &place = m_places.first();
    runner::RunnerOptions options;
    options.settings = settingsOf(place);
    options.variables = place.variables->variables();
    runner::addCaptureHints(m_sources, m_plan, m_options.rows.names(), options.variables);
    options.rows = m_options.rows;
    options.variants = variants();
    options.repeat = m_options.repeat;
    options.jobs = m_options.jobs;
    options.shard = m_options.shard;
    options.afterFailure = m_options.stopsAtFailure ? runner::RunnerOptions::AfterFailure::Stop
                                                    : runner::RunnerOptions::AfterFailure::GoOn;
    if (!options.variants.isEmpty()) {
        QStringList labels;
        for (const runner::Variant &variant : std::as_const(options.variants))
            labels.append(variant.label);
        m_matrix = std::make_unique<runner::Matrix>(labels);
    }
    for (const storage::CollectionTrouble &doubt : std::as_const(m_sources.doubts))
        m_console->say(QStringLiteral("%1: %2").arg(doubt.path, doubt.sentence));
    m_runner = new runner::Runner(m_plan, options, this);
    m_view = new RunView(*m_console, m_runner,
        m_options.isOutputTaken() ? RunView::Place::StandardError : RunView::Place::StandardOutput,
        m_options.common.isQuiet, this);
    connect(m_runner, &runner::Runner::requestFinished, this, &RunCommand::keep);
    connect(m_runner, &runner::Runner::finished, this, &RunCommand::conclude);
    runner::RunSummary summary;
    summary.title = m_sources.title;
    QStringList names;
    for (const Place &one : std::as_const(m_places))
        names.append(one.environment.name);
    summary.environment = names.join(QStringLiteral(", "));
    m_runner->start(summary);
}

// Without room for results the rest still runs, where a failure is not to end it; the console tells of it, reports do not.
void RunCommand::keep(const runner::RunResult &result)
{
    m_view->add(result);
    if (m_matrix)
        m_matrix->add(result);
    const auto kept = m_isLogBroken ? Result<void>() : m_log.append(result);
    if (kept)
        return;
    m_isLogBroken = true;
    m_console->sayError(kept.error());
    if (m_options.stopsAtFailure)
        m_runner->cancel();
}

void RunCommand::interrupt()
{
    if (m_runner) {
        m_runner->cancel();
        return;
    }
    m_console->say(Tr::tr("Cancelled before anything was sent."));
    Q_EMIT done(ExitCode::Cancelled);
}

void RunCommand::conclude(const runner::RunSummary &summary)
{
    m_view->conclude(summary, m_log);
    if (m_matrix)
        tellMatrix();
    bool isTold = m_view->trouble().isEmpty() && !m_isLogBroken;
    if (!m_view->trouble().isEmpty())
        m_console->say(m_view->trouble(), Console::Tone::Bad);
    if (m_isLogBroken && !m_options.reports.isEmpty())
        m_console->say(Tr::tr("No report was written, because it would not be whole."), Console::Tone::Bad);
    for (const runner::ReportTarget &report : std::as_const(m_options.reports)) {
        if (m_isLogBroken)
            break;
        if (const auto written = runner::writeReport(report, summary, m_log); !written) {
            m_console->sayError(written.error());
            isTold = false;
        }
    }
    auto code = ExitCode(summary.exitClass);
    // A script must not take results that never reached it for a success.
    if (!isTold)
        code = std::max(code, ExitCode::NoUsableAnswer);
    Q_EMIT done(code);
}

void RunCommand::tellMatrix()
{
    if (!m_options.isOutputTaken()) {
        if (const auto written = m_console->writeResult('\n' + matrixText(*m_matrix, m_console->looks())); !written)
            m_console->sayError(written.error());
        return;
    }
    const QList<QByteArray> lines = matrixText(*m_matrix, {}).trimmed().split('\n');
    for (const QByteArray &line : lines)
        m_console->say(QString::fromUtf8(line));
}

void RunCommand::refuse(const Error &error)
{
    m_console->sayError(error);
    Q_EMIT done(ExitCode::BadUsage);
}

} // namespace actionscope::cli
