// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reportcommand.h"

#include "app/base/tr.h"
#include "app/cli/console.h"
#include "app/cli/runoptions.h"
#include "app/runner/reports/jsonreport.h"

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
    return Tr::tr("join the reports of a run that several machines shared");
}

QString ReportCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli report merge PART.json… --report KIND=FILE") + QStringLiteral("\n\n")
        + optionHelp(reportOptions()) + QLatin1Char('\n')
        + Tr::tr("The exit code is that of the whole run, or 2 where a part cannot be read.") + QLatin1Char('\n');
}

Result<void> ReportCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const auto arguments = Arguments::read(words, reportOptions());
    if (!arguments)
        return Failure(arguments.error());
    if (arguments->positionals().value(0) != "merge")
        return failure(ErrorCode::InvalidInput, Tr::tr("The command report does one thing: report merge PART.json…"));
    for (const QByteArray &word : arguments->positionals().sliced(1))
        m_parts.append(QFile::decodeName(word));
    if (m_parts.isEmpty())
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
    runner::RunLog log;
    const auto summary = runner::joinJson(m_parts, log);
    if (!summary) {
        m_console->sayError(summary.error());
        Q_EMIT done(ExitCode::BadUsage);
        return;
    }
    for (const runner::ReportTarget &report : std::as_const(m_reports)) {
        if (const auto written = runner::writeReport(report, *summary, log); !written) {
            m_console->sayError(written.error());
            Q_EMIT done(ExitCode::NoUsableAnswer);
            return;
        }
    }
    if (!m_isQuiet)
        m_console->say(sentenceOf(*summary), summary->isGood() ? Console::Tone::Good : Console::Tone::Bad);
    Q_EMIT done(ExitCode(summary->exitClass));
}

void ReportCommand::interrupt()
{
    Q_EMIT done(ExitCode::Cancelled);
}

} // namespace actionscope::cli
