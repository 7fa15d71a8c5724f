// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runcheck.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/cli/actionfacts.h"
#include "app/cli/keptcatalog.h"
#include "app/cli/runenvironment.h"
#include "app/runner/capturehints.h"
#include "app/runner/collectionvariables.h"
#include "app/runner/doctor/checkreport.h"

#include <algorithm>

namespace actionscope::cli {

namespace {

using runner::Finding;

qsizetype errorsIn(const QList<Finding> &findings)
{
    return std::count_if(findings.cbegin(), findings.cend(),
        [](const Finding &one) { return one.severity == Finding::Severity::Error; });
}

} // namespace

RunCheck::RunCheck(Console &console, const RunOptions &options, const runner::RunSources &sources,
    const runner::RunPlan &plan, RunEnvironment *environment, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_options(options)
    , m_sources(sources)
    , m_plan(plan)
    , m_environment(environment)
{
}

void RunCheck::start(const storage::Environment &environment)
{
    connect(m_environment, &RunEnvironment::ready, this, &RunCheck::askForActions);
    connect(m_environment, &RunEnvironment::failed, this, [this, environment](const Error &error) {
        m_console.say(Tr::tr("Actions and schemas were not checked: %1").arg(error.sentence));
        examine(environment);
    });
    m_environment->find();
}

void RunCheck::askForActions(const storage::Environment &environment, const executor::Destination &destination)
{
    QStringList ids;
    for (const runner::PlannedRequest &request : m_plan.requests) {
        const QString &id = request.saved.request.actionId;
        if (!id.contains(QLatin1String("{{")))
            ids.append(id);
    }
    m_facts = new ActionFacts(m_options.common, environment, destination, ids, this);
    connect(m_facts, &ActionFacts::finished, this, [this, environment] {
        if (!m_facts->troubles().isEmpty())
            m_console.say(m_facts->troubles().first().sentence);
        examine(environment);
    });
    m_facts->start();
}

runner::Knowledge RunCheck::knowledgeOf(const storage::Environment &environment) const
{
    runner::Knowledge knowledge;
    if (m_facts) {
        knowledge.actions = m_facts->known();
        knowledge.missing = m_facts->missing();
        knowledge.refusals = m_facts->refusals();
        if (!knowledge.missing.isEmpty()) {
            const catalog::Catalog kept = keptCatalog(m_options.common, environment).load().catalog;
            for (const api::ActionInfo &action : kept.actions())
                knowledge.actionIds.append(action.id);
        }
    }
    knowledge.variables = m_environment->variables();
    knowledge.rowNames = m_options.rows.names();
    runner::addCaptureHints(m_sources, m_plan, knowledge.rowNames, knowledge.variables);
    knowledge.apiVersion = environment.apiVersion;
    knowledge.ownSecrets = m_environment->redactor();
    for (const storage::Collection &collection : m_sources.collections) {
        if (const auto *chosen = runner::environmentNamed(collection, m_options.common.environment))
            knowledge.secretNames += chosen->secrets;
    }
    return knowledge;
}

void RunCheck::examine(const storage::Environment &environment)
{
    const QList<Finding> findings = runner::examine(m_sources, m_plan, knowledgeOf(environment));
    bool isTold = tell(findings);
    isTold = writeReports(findings, environment) && isTold;
    if (m_options.remembersSchemas || m_options.migrates)
        isTold = rewriteRequests() && isTold;
    if (!isTold)
        Q_EMIT done(ExitCode::NoUsableAnswer);
    else
        Q_EMIT done(errorsIn(findings) ? ExitCode::Difference : ExitCode::Success);
}

bool RunCheck::tell(const QList<Finding> &findings)
{
    Result<void> written;
    const bool isSaid = m_options.isOutputTaken();
    const auto write = [&](const QString &line, Console::Tone tone = Console::Tone::Plain) {
        if (isSaid)
            m_console.say(line, tone);
        else if (written)
            written = m_console.tell(line, tone);
    };
    QString path;
    for (const Finding &finding : findings) {
        const bool isError = finding.severity == Finding::Severity::Error;
        if (finding.path != path)
            write(finding.path);
        path = finding.path;
        write((isError ? QStringLiteral("  ✗ ") : QStringLiteral("  ! ")) + withPlace(finding)
                + QStringLiteral(" [%1]").arg(complaintName(finding.complaint)),
            isError ? Console::Tone::Bad : Console::Tone::Plain);
    }
    const qsizetype errors = errorsIn(findings);
    const QString sentence = Tr::tr("Requests: %1. Errors: %2. Warnings: %3.")
                                 .arg(m_plan.requests.size())
                                 .arg(errors)
                                 .arg(findings.size() - errors);
    write(sentence, errors ? Console::Tone::Bad : Console::Tone::Good);
    if (!written)
        m_console.sayError(written.error());
    return written.has_value();
}

bool RunCheck::writeReports(const QList<Finding> &findings, const storage::Environment &environment)
{
    if (m_options.reports.isEmpty())
        return true;
    runner::RunSummary head;
    head.title = Tr::tr("Check of %1").arg(m_sources.title);
    head.environment = environment.name;
    head.apiVersion = api::versionName(environment.apiVersion);
    const runner::CheckRecord record = runner::recordOf(m_plan, findings, head);
    runner::RunLog log;
    Result<void> kept;
    for (const runner::RunResult &result : record.results)
        kept = kept.and_then([&] { return log.append(result); });
    for (const runner::ReportTarget &report : m_options.reports)
        kept = kept.and_then([&] { return runner::writeReport(report, record.summary, log); });
    if (!kept)
        m_console.sayError(kept.error());
    return kept.has_value();
}

// A request's file with what was asked for; nothing where it stays as it is.
std::optional<runner::Migration> RunCheck::rewritten(const runner::PlannedRequest &request, const api::ActionInfo &action) const
{
    const QByteArray &file = request.saved.text;
    if (auto migration = m_options.migrates ? runner::migrated(file, action) : std::nullopt)
        return migration;
    if (!m_options.remembersSchemas || runner::memoryIn(file) == runner::memoryOf(action))
        return {};
    const auto remembering = runner::remembering(file, runner::memoryOf(action));
    return remembering ? std::optional(runner::Migration {*remembering, {}}) : std::nullopt;
}

// From now on the requests are compared with the schemas of today. False where one could not be written.
bool RunCheck::rewriteRequests()
{
    int count = 0;
    bool isWhole = true;
    for (const runner::PlannedRequest &request : m_plan.requests) {
        const api::ActionInfo action = m_facts ? m_facts->known().value(request.saved.request.actionId) : api::ActionInfo();
        if (action.parameters.isEmpty() || request.saved.isReadOnly || request.saved.text.isEmpty())
            continue;
        const auto migration = rewritten(request, action);
        if (!migration)
            continue;
        const QString path = request.folder + QLatin1Char('/') + request.saved.name + QString::fromUtf16(storage::savedRequestSuffix);
        const auto written = writeFileAtomically(path, migration->file, FileAccess::AsUsual);
        if (!written)
            m_console.sayError(written.error());
        for (const QString &step : written ? migration->steps : QStringList())
            m_console.say(QStringLiteral("%1: %2").arg(request.path, step));
        isWhole = isWhole && written;
        count += written.has_value();
    }
    m_console.say(Tr::tr("Requests that were rewritten: %1.").arg(count));
    return isWhole;
}

} // namespace actionscope::cli
