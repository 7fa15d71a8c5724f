// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/logscommand.h"

#include "app/base/tr.h"
#include "app/catalog/logread.h"
#include "app/cli/catalogoptions.h"
#include "app/cli/destinationfinder.h"
#include "app/cli/jsontexts.h"
#include "app/cli/keptcatalog.h"
#include "app/cli/texttable.h"
#include "app/executor/executor.h"
#include "app/json/format.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"
#include "app/workspace/servicelog.h"

#include <QRegularExpression>

namespace actionscope::cli {

namespace {

constexpr int mostEntries = 1000;

const QList<Option> &logOptions()
{
    static const QList<Option> options {
        {"--run", "HISTORY_ID", QT_TRANSLATE_NOOP("Actionscope", "the log of this run of the history (“last”: the newest), by its log id, else by time, entity and action")},
        {"--action", "ID", QT_TRANSLATE_NOOP("Actionscope", "only executions of this action")},
        {"--app", "NAME", QT_TRANSLATE_NOOP("Actionscope", "only executions of this app")},
        {"--entity", "ID", QT_TRANSLATE_NOOP("Actionscope", "only executions for this entity")},
        {"--account", "ID", QT_TRANSLATE_NOOP("Actionscope", "only executions with this connected account")},
        {"--status", "WORD", QT_TRANSLATE_NOOP("Actionscope", "only success or failed")},
        {"--since", "TIME", QT_TRANSLATE_NOOP("Actionscope", "not older: 30m, 6h, 2d, or an ISO time")},
        {"--until", "TIME", QT_TRANSLATE_NOOP("Actionscope", "not newer, in the same words")},
        {"--cursor", "CURSOR", QT_TRANSLATE_NOOP("Actionscope", "the page that follows another")},
        limitOption(),
        jsonOption(),
    };
    return options;
}

Result<QDateTime> timeOf(const QByteArray &given, const char *name)
{
    static const QRegularExpression span(QStringLiteral("^([0-9]{1,6})([smhd])$"));
    const QString text = QString::fromUtf8(given);
    const auto match = span.match(text);
    if (match.hasMatch()) {
        const qint64 count = match.captured(1).toLongLong();
        const char unit = match.captured(2).at(0).toLatin1();
        const qint64 seconds = unit == 's' ? 1 : unit == 'm' ? 60 : unit == 'h' ? 3600 : 86400;
        return QDateTime::currentDateTimeUtc().addSecs(-count * seconds);
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        return failure(ErrorCode::InvalidInput, Tr::tr("The option %1 takes a span such as 30m, 6h or 2d, or an ISO time.").arg(QLatin1String(name)));
    }
    return time.toUTC();
}

QByteArray jsonOf(const api::LogEntry &entry)
{
    json::ObjectWriter one;
    one.addString("logId", entry.id);
    addTime(one, "time", entry.time);
    one.addString("actionId", entry.actionId);
    one.addString("appName", entry.appName);
    one.addString("entityId", entry.entityId);
    one.addString("connectedAccountId", entry.connectedAccountId);
    if (entry.isSuccessful)
        one.addBool("successful", *entry.isSuccessful);
    else
        one.addNull("successful");
    if (entry.milliseconds >= 0)
        one.addInteger("milliseconds", entry.milliseconds);
    else
        one.addNull("milliseconds");
    one.addString("summary", entry.summary);
    for (const auto &[name, bytes] : {std::pair {"request", entry.request}, std::pair {"response", entry.response}, std::pair {"steps", entry.steps}}) {
        if (bytes.isEmpty())
            one.addNull(name);
        else if (json::Document::parse(bytes).isValid())
            one.addRaw(name, json::minified(bytes));
        else
            one.addString(name, QString::fromUtf8(bytes));
    }
    return one.finished();
}

// Line by line, without what a terminal would obey.
QByteArray textOf(const api::LogEntry &entry)
{
    QByteArray text;
    const QStringList lines = workspace::textOf(entry).split(QLatin1Char('\n'));
    for (const QString &line : lines.first(lines.size() - 1))
        text += withoutControls(line).toUtf8() + '\n';
    return text;
}

} // namespace

LogsCommand::LogsCommand(QObject *parent)
    : Command(parent)
{
}

QString LogsCommand::summary() const { return Tr::tr("read the service's own log of executions"); }

QString LogsCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli logs [LOG_ID] [options]") + QStringLiteral("\n\n")
        + Tr::tr("With a log id, or with --run, everything about one execution; else a list, the newest first. Nothing is changed and "
                 "secrets are hidden.")
        + QStringLiteral("\n\n") + optionHelp(logOptions()) + QLatin1Char('\n') + optionHelp(commonOptions()) + QLatin1Char('\n')
        + Tr::tr("Exit codes: 0 found, 1 the log holds no such execution, 2 bad usage, 4 the service refused, 5 no usable answer, 130 "
                 "cancelled.")
        + QLatin1Char('\n');
}

Result<void> LogsCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const auto arguments = Arguments::read(words, logOptions() + commonOptions());
    if (!arguments)
        return Failure(arguments.error());
    const auto common = readCommonOptions(*arguments);
    if (!common)
        return Failure(common.error());
    m_common = *common;
    console.setColor(m_common.color);
    if (const auto more = noMoreWords(*arguments, 1); !more)
        return more;
    m_id = QString::fromUtf8(arguments->positionals().value(0));
    m_isJson = arguments->has("--json");
    if (const auto read = readQuery(*arguments); !read)
        return read;
    if (!m_id.isEmpty() && !m_runId.isEmpty())
        return failure(ErrorCode::InvalidInput, Tr::tr("A log id and --run exclude each other."));
    return readRun();
}

Result<void> LogsCommand::readQuery(const Arguments &arguments)
{
    const std::pair<const char *, QString *> texts[] = {{"--run", &m_runId}, {"--action", &m_query.actionId}, {"--app", &m_query.appName},
        {"--entity", &m_query.entityId}, {"--account", &m_query.connectedAccountId}, {"--cursor", &m_query.cursor}};
    for (const auto &[name, field] : texts) {
        const auto text = arguments.text(name);
        if (!text)
            return Failure(text.error());
        *field = *text;
    }
    const std::pair<const char *, QDateTime *> times[] = {{"--since", &m_query.from}, {"--until", &m_query.to}};
    for (const auto &[name, field] : times) {
        if (!arguments.has(name))
            continue;
        const auto time = timeOf(*arguments.value(name), name);
        if (!time)
            return Failure(time.error());
        *field = *time;
    }
    if (arguments.has("--status")) {
        const auto status = arguments.choice("--status", {"success", "failed"});
        if (!status)
            return Failure(status.error());
        m_query.wasSuccessful = *status == 0;
    }
    const auto limit = arguments.number("--limit", 1, mostEntries);
    if (!limit)
        return Failure(limit.error());
    m_query.limit = limit->value_or(m_query.limit);
    return {};
}

Result<void> LogsCommand::readRun()
{
    if (m_runId.isEmpty())
        return {};
    storage::HistoryFiles history(storage::historyFolder(m_common.configFolder));
    const auto run = history.idOf(m_runId).and_then([&](const QString &id) { return history.load(id); });
    if (!run)
        return Failure(run.error());
    m_run = *run;
    return {};
}

void LogsCommand::start()
{
    m_finder = new DestinationFinder(m_common, this);
    const auto environment = m_finder->environment();
    if (!m_finder->settingsTrouble().isEmpty())
        m_console->say(m_finder->settingsTrouble());
    if (!environment)
        return refuse(environment.error());
    connect(m_finder, &DestinationFinder::found, this, &LogsCommand::ask);
    connect(m_finder, &DestinationFinder::failed, this, &LogsCommand::refuse);
    m_finder->find();
}

void LogsCommand::ask(const storage::Environment &environment, const executor::Destination &destination)
{
    if (m_isCancelled)
        return;
    m_isAsking = true;
    m_executor = new executor::Executor(this);
    if (m_run)
        return askForRun(destination);
    auto *read = new catalog::LogRead(m_executor, destination, readPolicy(m_common), this);
    connect(this, &LogsCommand::interrupted, read, &catalog::LogRead::cancel);
    connect(read, &catalog::LogRead::failed, this, [this, read](const Error &error) { fail(error, read->refusedStatus()); });
    connect(read, &catalog::LogRead::found, this, [this](const api::LogPage &page) {
        if (m_id.isEmpty())
            printList(page);
        else
            printEntry(page.entries.first());
    });
    if (m_id.isEmpty())
        read->search(m_query, environment.apiVersion);
    else
        read->load(m_id, environment.apiVersion);
}

void LogsCommand::askForRun(const executor::Destination &destination)
{
    auto *log = new workspace::ServiceLog(*m_run, destination, m_executor, this);
    connect(this, &LogsCommand::interrupted, log, &workspace::ServiceLog::cancel);
    connect(log, &workspace::ServiceLog::finished, this, [this, log](const Result<api::LogEntry> &entry, bool isCertain) {
        if (!entry) {
            const bool isMissing = entry.error().code == ErrorCode::NotFound;
            return fail(entry.error(), isMissing ? 404 : log->refusedStatus());
        }
        if (!isCertain)
            m_console->say(Tr::tr("The run's answer holds no log id that the service knows; this is the execution nearest in time."));
        printEntry(*entry);
    });
    log->start();
}

void LogsCommand::printEntry(const api::LogEntry &entry) { print(m_isJson ? jsonOf(entry) + '\n' : textOf(entry), ExitCode::Success); }

void LogsCommand::printList(const api::LogPage &page)
{
    QByteArray bytes;
    if (m_isJson) {
        json::ArrayWriter entries;
        for (const api::LogEntry &entry : page.entries)
            entries.addRaw(jsonOf(entry));
        bytes = entries.finished() + '\n';
    } else {
        using Tone = TextTable::Tone;
        TextTable table({Tr::tr("Log id"), Tr::tr("Time"), Tr::tr("Status"), Tr::tr("ms"), Tr::tr("Entity"), Tr::tr("Action"), Tr::tr("Answer")});
        for (const api::LogEntry &entry : page.entries) {
            table.addRow({{entry.id, Tone::Strong}, {entry.time.toString(Qt::ISODate)},
                {workspace::successWord(entry), entry.isSuccessful.value_or(true) ? Tone::Plain : Tone::Bad}, {QString::number(entry.milliseconds)},
                {entry.entityId}, {entry.actionId}, {withoutControls(entry.summary)}});
        }
        bytes = table.text(m_console->looks());
    }
    if (!m_common.isQuiet) {
        m_console->say(Tr::tr("Executions: %1.").arg(page.entries.size()));
        if (!page.nextCursor.isEmpty())
            m_console->say(Tr::tr("There are more; go on with --cursor %1.").arg(page.nextCursor));
    }
    print(bytes, page.entries.isEmpty() ? ExitCode::Difference : ExitCode::Success);
}

void LogsCommand::print(const QByteArray &bytes, ExitCode code)
{
    const auto written = m_console->writeResult(bytes);
    if (!written)
        m_console->sayError(written.error());
    Q_EMIT done(written ? code : ExitCode::NoUsableAnswer);
}

void LogsCommand::fail(const Error &error, int status)
{
    constexpr int notFound = 404;
    if (m_isCancelled) {
        Q_EMIT done(ExitCode::Cancelled);
        return;
    }
    m_console->sayError(error);
    if (status == notFound)
        Q_EMIT done(ExitCode::Difference);
    else
        Q_EMIT done(status > 0 ? ExitCode::ServiceRefused : ExitCode::NoUsableAnswer);
}

void LogsCommand::interrupt()
{
    m_isCancelled = true;
    if (m_isAsking)
        Q_EMIT interrupted();
    else
        Q_EMIT done(ExitCode::Cancelled);
}

void LogsCommand::refuse(const Error &error)
{
    m_console->sayError(error);
    Q_EMIT done(ExitCode::BadUsage);
}

} // namespace actionscope::cli
