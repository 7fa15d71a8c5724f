// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reportcommand.h"

#include "app/base/tr.h"
#include "app/cli/console.h"
#include "app/cli/runoptions.h"
#include "app/runner/reports/jsonreport.h"
#include "app/runner/runcomparison.h"

#include <QFile>

namespace actionscope::cli {

namespace {

const QList<Option> &reportOptions()
{
    static const QList<Option> options {
        {"--report", "KIND=FILE", QT_TRANSLATE_NOOP("Actionscope", "write junit, json or html; - is standard output"), true},
        {"--quiet", nullptr, QT_TRANSLATE_NOOP("Actionscope", "say nothing but errors")},
    };
    return options;
}

} // namespace

ReportCommand::ReportCommand(QObject *parent)
    : Command(parent)
{
}

QString ReportCommand::summary() const
{
    return Tr::tr("join the reports of a run, or compare two runs");
}

QString ReportCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli report merge PART.json… --report KIND=FILE") + QStringLiteral("\n")
        + Tr::tr("Usage: actionscope-cli report compare OLD.json NEW.json") + QStringLiteral("\n\n")
        + optionHelp(reportOptions()) + QLatin1Char('\n')
        + Tr::tr("merge ends with the exit code of the whole run, 5 where a shard is missing; compare with 1 where something "
                 "newly fails; both with 2 where a report cannot be read.")
        + QLatin1Char('\n');
}

Result<void> ReportCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const auto arguments = Arguments::read(words, reportOptions());
    if (!arguments)
        return Failure(arguments.error());
    const QByteArray verb = arguments->positionals().value(0);
    m_isComparison = verb == "compare";
    if (verb != "merge" && !m_isComparison) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("The command report does two things: report merge PART.json… and report compare OLD.json NEW.json."));
    }
    for (const QByteArray &word : arguments->positionals().sliced(1))
        m_files.append(QFile::decodeName(word));
    if (m_isComparison && (m_files.size() != 2 || arguments->has("--report")))
        return failure(ErrorCode::InvalidInput, Tr::tr("report compare takes two JSON reports of runs, the older first, and nothing else."));
    if (m_files.isEmpty())
        return failure(ErrorCode::InvalidInput, Tr::tr("There is nothing to join: name the JSON reports of the parts."));
    const auto reports = readReports(*arguments);
    if (!reports)
        return Failure(reports.error());
    m_reports = *reports;
    m_isQuiet = arguments->has("--quiet");
    return {};
}

void ReportCommand::start()
{
    const auto code = m_isComparison ? compare() : merge();
    if (!code)
        m_console->sayError(code.error());
    Q_EMIT done(code.value_or(ExitCode::BadUsage));
}

Result<ExitCode> ReportCommand::merge()
{
    runner::RunLog log;
    const auto joined = runner::joinJson(m_files, log);
    if (!joined)
        return Failure(joined.error());
    const runner::RunSummary &summary = joined->summary;
    if (!joined->missing.isEmpty()) {
        m_console->say(Tr::tr("The run is not whole: there is no part of the shard %1.").arg(joined->missing.join(QStringLiteral(", "))),
            Console::Tone::Bad);
    }
    for (const runner::ReportTarget &report : std::as_const(m_reports)) {
        if (const auto written = runner::writeReport(report, summary, log); !written) {
            m_console->sayError(written.error());
            return ExitCode::NoUsableAnswer;
        }
    }
    if (!m_isQuiet)
        m_console->say(sentenceOf(summary), summary.isGood() ? Console::Tone::Good : Console::Tone::Bad);
    return ExitCode(summary.exitClass);
}

Result<ExitCode> ReportCommand::compare()
{
    using Change = runner::ComparedRequest::Change;
    runner::RunLog before;
    runner::RunLog now;
    for (const auto &[file, log] : {std::pair {m_files[0], &before}, std::pair {m_files[1], &now}}) {
        if (const auto read = runner::joinJson({file}, *log); !read)
            return Failure(read.error());
    }
    const auto comparison = runner::compare(before, now);
    if (!comparison)
        return Failure(comparison.error());
    for (const runner::ComparedRequest &one : comparison->changes) {
        const bool isBad = one.isNewlyFailing();
        const auto tone = isBad ? Console::Tone::Bad : one.change == Change::Fixed ? Console::Tone::Good : Console::Tone::Plain;
        if (const auto told = m_console->tell(sentenceOf(one), tone); !told)
            return Failure(told.error());
    }
    if (!m_isQuiet) {
        m_console->say(Tr::tr("Unchanged: %1. Changed: %2. Newly failing: %3.")
                           .arg(comparison->same)
                           .arg(comparison->changes.size())
                           .arg(comparison->newlyFailing),
            comparison->newlyFailing ? Console::Tone::Bad : Console::Tone::Good);
    }
    return comparison->newlyFailing ? ExitCode::Difference : ExitCode::Success;
}

void ReportCommand::interrupt()
{
    Q_EMIT done(ExitCode::Cancelled);
}

} // namespace actionscope::cli
