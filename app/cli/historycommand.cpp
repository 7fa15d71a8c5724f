// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/historycommand.h"

#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/catalog/catalogstore.h"
#include "app/cli/catalogoptions.h"
#include "app/cli/console.h"
#include "app/cli/jsontexts.h"
#include "app/cli/report.h"
#include "app/cli/texttable.h"
#include "app/exchange/bundleredaction.h"
#include "app/exchange/harexporter.h"
#include "app/exchange/ticketexporter.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"
#include "app/storage/settings.h"
#include "app/workspace/bundles.h"
#include "app/workspace/recorddiagnosis.h"

#include <QtConcurrent>

#include <limits>

namespace actionscope::cli {

using storage::HistoryEntry;
using storage::HistorySummary;

namespace {

constexpr int usualLimit = 50;
constexpr int mostMegabytes = 1'000'000;

const QList<Option> &historyOptions()
{
    static const QList<Option> options {
        {"--action", "ID", QT_TRANSLATE_NOOP("Actionscope", "list, search: only runs of this action")},
        {"--env", "NAME", QT_TRANSLATE_NOOP("Actionscope", "list, search: only runs on this environment")},
        {"--verdict", "WORD", QT_TRANSLATE_NOOP("Actionscope", "list, search: successful, actionRefused, serviceRefused, …")},
        limitOption(),
        jsonOption(),
        {"--print", "WHAT", QT_TRANSLATE_NOOP("Actionscope", "show: report (the default), body or request")},
        {"--as", "FORM", QT_TRANSLATE_NOOP("Actionscope", "export: bundle (the default), har, markdown or report; without secrets")},
        {"--keep-megabytes", "N", QT_TRANSLATE_NOOP("Actionscope", "prune: drop the oldest runs until the rest takes no more")},
        {"--config", "DIR", QT_TRANSLATE_NOOP("Actionscope", "the folder of settings and history")},
        {"--quiet", nullptr, QT_TRANSLATE_NOOP("Actionscope", "print no summary")},
    };
    return options;
}

qint64 milliseconds(const HistorySummary &entry) { return entry.durationMicroseconds < 0 ? -1 : entry.durationMicroseconds / 1000; }

QByteArray tableOf(const QList<HistorySummary> &entries)
{
    using Tone = TextTable::Tone;
    TextTable table({Tr::tr("Id"), Tr::tr("Started"), Tr::tr("Verdict"), Tr::tr("Status"), Tr::tr("ms"), Tr::tr("Environment"), Tr::tr("Action")});
    for (const HistorySummary &entry : entries) {
        const bool isGood = entry.verdict == api::Verdict::Successful;
        table.addRow({{entry.id, Tone::Strong}, {entry.startedAt.toUTC().toString(Qt::ISODate)},
            {api::verdictName(entry.verdict), isGood ? Tone::Plain : Tone::Bad}, {QString::number(entry.status)},
            {QString::number(milliseconds(entry))}, {entry.environment}, {entry.actionId}});
    }
    return table.text({});
}

QByteArray jsonOf(const QList<HistorySummary> &entries)
{
    json::ArrayWriter array;
    for (const HistorySummary &entry : entries) {
        json::ObjectWriter one;
        one.addString("id", entry.id);
        addTime(one, "startedAt", entry.startedAt);
        one.addString("actionId", entry.actionId);
        one.addString("environment", entry.environment);
        one.addString("verdict", api::verdictName(entry.verdict));
        one.addInteger("status", entry.status);
        one.addInteger("milliseconds", milliseconds(entry));
        one.addInteger("bodySize", entry.bodySize);
        one.addBool("bodyKept", entry.isBodyKept);
        array.addRaw(one.finished());
    }
    return array.finished() + '\n';
}

// Everything of a run that a person may remember words of.
bool holds(const HistoryEntry &entry, const QString &text)
{
    const api::ExecuteRequest &request = entry.draft.request;
    const QStringList texts {request.actionId, request.appName, request.entityId, request.connectedAccountId, request.text, entry.sentence,
        entry.environment, QString::fromUtf8(request.input), QString::fromUtf8(entry.exchange.answer.body)};
    if (std::any_of(texts.begin(), texts.end(), [&](const QString &each) { return each.contains(text, Qt::CaseInsensitive); }))
        return true;
    const api::HeaderList &headers = entry.exchange.answer.headers; // request ids
    return std::any_of(headers.begin(), headers.end(),
        [&](const api::Header &header) { return QString::fromUtf8(header.value).contains(text, Qt::CaseInsensitive); });
}

QByteArray reportOfEntry(const HistoryEntry &entry, const QString &catalogFolder)
{
    workspace::RunRecord record;
    record.entry = entry;
    record.judgement = diagnosis::judge(entry.exchange);
    record.diagnosis = workspace::diagnosisOf(record, diagnosis::KeyKind::Unknown, workspace::knownOf(entry, {}, catalogFolder));
    return reportOf(record, {}) + '\n';
}

} // namespace

HistoryCommand::HistoryCommand(QObject *parent)
    : Command(parent)
{
}

QString HistoryCommand::summary() const { return Tr::tr("list, show, search, export or prune what was executed"); }

QString HistoryCommand::help() const
{
    const QString usage = QStringLiteral("Usage: actionscope-cli history %1\n");
    return usage.arg(QStringLiteral("list")) + usage.arg(QStringLiteral("show ID")) + usage.arg(QStringLiteral("search TEXT"))
        + usage.arg(QStringLiteral("export ID…")) + usage.arg(QStringLiteral("prune --keep-megabytes N")) + QLatin1Char('\n')
        + Tr::tr("The newest run stands first. “last” may stand for the id of the newest. No service is asked.") + QStringLiteral("\n\n")
        + optionHelp(historyOptions()) + QLatin1Char('\n')
        + Tr::tr("Exit codes: 0 done, 1 search found nothing, 2 bad usage or no such run, 130 cancelled.") + QLatin1Char('\n')
        + Tr::tr("Forms for --as: %1.").arg(QStringLiteral("bundle, har, markdown, report")) + QLatin1Char('\n');
}

Result<void> HistoryCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const auto arguments = Arguments::read(words, historyOptions());
    if (!arguments)
        return Failure(arguments.error());
    if (const auto read = readVerb(*arguments); !read)
        return read;
    if (const auto read = readFilter(*arguments); !read)
        return read;
    const auto print = arguments->choice("--print", {"report", "body", "request"});
    const auto form = arguments->choice("--as", {"bundle", "har", "markdown", "report"});
    for (const auto *choice : {&print, &form}) {
        if (!*choice)
            return Failure(choice->error());
    }
    m_wish.print = Print(*print);
    m_wish.form = Form(*form);
    const auto config = arguments->text("--config");
    if (!config)
        return Failure(config.error());
    m_wish.folder = storage::historyFolder(storage::configFolder(*config));
    m_wish.catalogFolder = catalog::catalogFolder(storage::configFolder(*config));
    m_wish.hidden = storage::Settings(storage::configFolder(*config)).redactionWish();
    m_isQuiet = arguments->has("--quiet");
    return {};
}

Result<void> HistoryCommand::readVerb(const Arguments &arguments)
{
    const QByteArrayList verbs {"list", "show", "search", "export", "prune"};
    const auto verb = verbs.indexOf(arguments.positionals().value(0));
    if (verb < 0)
        return failure(ErrorCode::InvalidInput, Tr::tr("The command history does five things: list, show, search, export and prune."));
    m_wish.verb = Verb(verb);
    for (const QByteArray &word : arguments.positionals().sliced(1)) {
        const auto text = textFromUtf8(word, QStringLiteral("TEXT"));
        if (!text)
            return Failure(text.error());
        m_wish.words.append(*text);
    }
    const qsizetype count = m_wish.words.size();
    if ((m_wish.verb == Verb::Show || m_wish.verb == Verb::Search) && count != 1)
        return failure(ErrorCode::InvalidInput, Tr::tr("history show takes one id, history search one text."));
    if (m_wish.verb == Verb::Export && count == 0)
        return failure(ErrorCode::InvalidInput, Tr::tr("history export takes the ids of runs."));
    if (m_wish.verb == Verb::List || m_wish.verb == Verb::Prune)
        return noMoreWords(arguments, 1);
    return {};
}

Result<void> HistoryCommand::readFilter(const Arguments &arguments)
{
    const auto action = arguments.text("--action");
    const auto environment = arguments.text("--env");
    const auto verdict = arguments.text("--verdict");
    for (const auto *text : {&action, &environment, &verdict}) {
        if (!*text)
            return Failure(text->error());
    }
    m_wish.action = *action;
    m_wish.environment = *environment;
    m_wish.verdict = api::verdictFromName(*verdict);
    if (!verdict->isEmpty() && !m_wish.verdict) {
        return failure(ErrorCode::InvalidInput, Tr::tr("There is no verdict “%1”.").arg(*verdict), {},
            Tr::tr("Verdicts are successful, actionRefused, serviceRefused, noUsableAnswer, outcomeUnknown and cancelled."));
    }
    const auto limit = arguments.number("--limit", 0, std::numeric_limits<int>::max());
    const auto keep = arguments.number("--keep-megabytes", 0, mostMegabytes);
    for (const auto *number : {&limit, &keep}) {
        if (!*number)
            return Failure(number->error());
    }
    m_wish.limit = limit->value_or(m_wish.verb == Verb::List ? usualLimit : 0);
    m_wish.isJson = arguments.has("--json");
    constexpr qint64 megabyte = 1'000'000;
    if (m_wish.verb == Verb::Prune && !*keep)
        return failure(ErrorCode::InvalidInput, Tr::tr("history prune needs --keep-megabytes: nothing is dropped without being told how much may stay."));
    m_wish.keepBytes = keep->value_or(0) * megabyte;
    return {};
}

void HistoryCommand::start()
{
    const auto work = [wish = m_wish, isCancelled = m_isCancelled] { return answer(wish, isCancelled.get(), !wish.isJson); };
    whenReady(QtConcurrent::run(work), this, [this](const Result<Answer> &made) { conclude(made); });
}

Result<HistoryCommand::Answer> HistoryCommand::answer(const Wish &given, const std::atomic_bool *isCancelled, bool isForPeople)
{
    Wish wish = given;
    if (wish.verb == Verb::List || wish.verb == Verb::Search)
        return listed(wish, isCancelled, isForPeople);
    if (wish.verb == Verb::Prune)
        return pruned(wish);
    storage::HistoryFiles history(wish.folder);
    for (QString &id : wish.words) {
        const auto meant = history.idOf(id);
        if (!meant)
            return Failure(meant.error());
        id = *meant;
    }
    return wish.verb == Verb::Show ? shown(wish) : exported(wish);
}

Result<HistoryCommand::Answer> HistoryCommand::listed(const Wish &wish, const std::atomic_bool *isCancelled, bool isForPeople)
{
    storage::HistoryFiles history(wish.folder);
    const auto all = history.list(std::numeric_limits<int>::max());
    if (!all)
        return Failure(all.error());
    QList<HistorySummary> chosen;
    for (const HistorySummary &entry : *all) {
        if (*isCancelled || (wish.limit > 0 && chosen.size() >= wish.limit))
            break;
        const bool fits = (wish.action.isEmpty() || entry.actionId.compare(wish.action, Qt::CaseInsensitive) == 0)
            && (wish.environment.isEmpty() || entry.environment == wish.environment) && (!wish.verdict || entry.verdict == *wish.verdict);
        if (!fits)
            continue;
        if (wish.verb == Verb::Search) {
            const auto loaded = history.load(entry.id);
            if (!loaded || !holds(*loaded, wish.words.first()))
                continue;
        }
        chosen.append(entry);
    }
    const QString sentence = wish.verb == Verb::Search ? Tr::tr("Runs that hold “%1”: %2.").arg(wish.words.first()).arg(chosen.size())
                                                       : Tr::tr("Runs: %1 of %2.").arg(chosen.size()).arg(all->size());
    return Answer {isForPeople ? tableOf(chosen) : jsonOf(chosen), sentence, !chosen.isEmpty()};
}

Result<HistoryCommand::Answer> HistoryCommand::shown(const Wish &wish)
{
    storage::HistoryFiles history(wish.folder);
    const auto entry = history.load(wish.words.first());
    if (!entry)
        return Failure(entry.error());
    switch (wish.print) {
    case Print::Body:
        if (entry->bodyLeftOut > 0)
            return failure(ErrorCode::NotFound, Tr::tr("The body of the run %1 was too large for the history and was not kept.").arg(entry->id));
        return Answer {entry->exchange.answer.body};
    case Print::Request:
        return Answer {entry->exchange.request.body};
    case Print::Report:
        break;
    }
    return Answer {reportOfEntry(*entry, wish.catalogFolder)};
}

Result<HistoryCommand::Answer> HistoryCommand::exported(const Wish &wish)
{
    if (wish.form == Form::Bundle && wish.words.size() > 1)
        return failure(ErrorCode::InvalidInput, Tr::tr("A bundle holds one run; --as har takes several."));
    storage::HistoryFiles history(wish.folder);
    QList<exchange::Bundle> bundles;
    QByteArray bytes;
    for (const QString &id : wish.words) {
        const auto entry = history.load(id);
        if (!entry)
            return Failure(entry.error());
        if (wish.form == Form::Report) {
            bytes += reportOfEntry(*entry, wish.catalogFolder);
            continue;
        }
        const auto safe = exchange::redacted(
            workspace::bundleOf(*entry, workspace::knownOf(*entry, {}, wish.catalogFolder)), wish.hidden);
        if (!safe.troubles.isEmpty()) // a pattern that hides nothing would be found out too late
            return failure(ErrorCode::InvalidInput, safe.troubles.first());
        bundles.append(safe.bundle);
    }
    if (wish.form == Form::Bundle)
        bytes = exchange::writeBundle(bundles.first());
    else if (wish.form == Form::Har)
        bytes = exchange::writeHar(bundles);
    for (const exchange::Bundle &bundle : std::as_const(bundles)) {
        if (wish.form == Form::Markdown)
            bytes += exchange::ticketMarkdown(bundle);
    }
    return Answer {bytes};
}

Result<HistoryCommand::Answer> HistoryCommand::pruned(const Wish &wish)
{
    storage::HistoryFiles history(wish.folder);
    const auto before = history.list(std::numeric_limits<int>::max());
    if (!before)
        return Failure(before.error());
    if (const auto done = history.prune(wish.keepBytes); !done)
        return Failure(done.error());
    const auto after = history.list(std::numeric_limits<int>::max());
    if (!after)
        return Failure(after.error());
    return Answer {{}, Tr::tr("Dropped runs: %1; kept: %2.").arg(before->size() - after->size()).arg(after->size())};
}

void HistoryCommand::conclude(const Result<Answer> &answer)
{
    if (*m_isCancelled) {
        Q_EMIT done(ExitCode::Cancelled);
        return;
    }
    const auto written = answer.and_then([&](const Answer &made) { return m_console->writeResult(made.bytes); });
    if (!written) {
        m_console->sayError(written.error());
        Q_EMIT done(ExitCode::BadUsage);
        return;
    }
    if (!m_isQuiet && !answer->sentence.isEmpty())
        m_console->say(answer->sentence);
    Q_EMIT done(m_wish.verb == Verb::Search && !answer->hasFound ? ExitCode::Difference : ExitCode::Success);
}

void HistoryCommand::interrupt() { *m_isCancelled = true; }

} // namespace actionscope::cli
