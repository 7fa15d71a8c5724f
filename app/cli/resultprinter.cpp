// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/resultprinter.h"

#include "app/base/redaction.h"
#include "app/base/tr.h"
#include "app/cli/explanation.h"
#include "app/cli/report.h"
#include "app/json/format.h"

#include <QLocale>

namespace actionscope::cli {

namespace {

constexpr qsizetype mostDetails = 10;

// The values the path leads to, each on a line of its own.
QByteArray selected(const json::JsonPath &path, const json::Value &root)
{
    QByteArray lines;
    const QList<json::Value> values = path.evaluate(root);
    for (const json::Value &value : values)
        lines += json::minified(value.raw()) + '\n';
    return lines;
}

QString duration(qint64 microseconds)
{
    const QLocale locale = QLocale::c();
    if (microseconds < 10'000'000)
        return Tr::tr("%1 ms").arg(locale.toString(double(microseconds) / 1000, 'f', microseconds < 10'000 ? 1 : 0));
    return Tr::tr("%1 s").arg(locale.toString(double(microseconds) / 1'000'000, 'f', 1));
}

QString factsOf(const workspace::RunRecord &record)
{
    const api::Exchange &exchange = record.entry.exchange;
    QStringList facts;
    if (exchange.answer.status > 0) {
        facts.append(Tr::tr("HTTP %1").arg(exchange.answer.status));
        facts.append(Tr::tr("%1 B").arg(record.judgement.document.bytes().size()));
    }
    if (exchange.timings.finished >= 0)
        facts.append(duration(exchange.timings.finished));
    if (const QString id = requestIdOf(exchange); !id.isEmpty())
        facts.append(Tr::tr("request id %1").arg(id));
    if (record.judgement.response && !record.judgement.response->logId.isEmpty())
        facts.append(Tr::tr("log id %1").arg(record.judgement.response->logId));
    return facts.join(QStringLiteral(", "));
}

// The JSON that --print names, for --path to walk; invalid where there is none.
json::Value rootFor(PrintMode mode, const diagnosis::Judgement &judgement)
{
    if (mode == PrintMode::Data)
        return judgement.response ? judgement.response->data : json::Value();
    return judgement.document.isValid() ? judgement.document.root() : json::Value();
}

void sayNothingToPrint(Console &console, PrintMode mode)
{
    console.say(mode == PrintMode::Data ? Tr::tr("The answer has no data to print.")
                                        : Tr::tr("The answer is not JSON, so --path cannot be followed."));
}

Result<void> printPath(Console &console, PrintMode mode, const json::JsonPath &path, const json::Value &root)
{
    if (!root.isValid()) {
        sayNothingToPrint(console, mode);
        return {};
    }
    const QByteArray lines = selected(path, root);
    if (lines.isEmpty())
        console.say(Tr::tr("--path leads to nothing in this answer."));
    return console.writeResult(lines);
}

} // namespace

Result<void> printResult(Console &console, const ExecOptions &options, const workspace::RunRecord &record,
    const QByteArray &rawBody, const QStringList &notices)
{
    const json::Value root = rootFor(options.printMode, record.judgement);
    if (options.printMode == PrintMode::Report) {
        const QByteArray report = reportOf(record, notices);
        if (!options.path)
            return console.writeResult(report + '\n');
        const json::Document document = json::Document::parse(report);
        return printPath(console, options.printMode, *options.path, document.root());
    }
    if (options.path)
        return printPath(console, options.printMode, *options.path, root);
    if (options.printMode == PrintMode::Body)
        return console.writeResult(rawBody);
    if (options.printMode == PrintMode::Pretty)
        return console.writeResult(root.isValid() ? json::prettyPrinted(root.raw()) + '\n' : rawBody);
    if (root.isValid())
        return console.writeResult(root.raw().toByteArray() + '\n');
    sayNothingToPrint(console, options.printMode);
    return {};
}

void sayVerdict(Console &console, const workspace::RunRecord &record)
{
    const bool isGood = record.entry.verdict == api::Verdict::Successful;
    QString line = api::verdictTitle(record.entry.verdict);
    if (!record.entry.sentence.isEmpty())
        line += QStringLiteral(": ") + record.entry.sentence;
    if (const QString facts = factsOf(record); !facts.isEmpty())
        line += QStringLiteral(" (%1)").arg(facts);
    console.say(line, isGood ? Console::Tone::Good : Console::Tone::Bad);
    if (!record.judgement.error)
        return;
    // Read anew without secrets: standard error often ends in a log.
    const diagnosis::Judgement judgement = diagnosis::judge(record.entry.exchange);
    if (!judgement.error)
        return;
    const QStringList details = judgement.error->details.mid(0, mostDetails);
    for (const QString &detail : details)
        console.say(QStringLiteral("  ") + detail);
    if (!judgement.error->suggestedFix.isEmpty())
        console.say(judgement.error->suggestedFix);
}

void sayDiagnosis(Console &console, const workspace::RunRecord &record)
{
    if (!record.diagnosis)
        return;
    const QStringList lines = QString::fromUtf8(explanationText(record.diagnosis)).trimmed().split(QLatin1Char('\n'));
    for (const QString &line : lines)
        console.say(line);
}

QByteArray printedRequest(const api::HttpRequest &request, const QUrl &baseUrl)
{
    QByteArray text = request.method + ' ' + baseUrl.toEncoded() + request.path + '\n';
    for (const api::Header &header : request.headers)
        text += header.name + ": " + header.value + '\n';
    text += "x-api-key: " + redactedPlaceholder("apiKey") + '\n';
    return text + '\n' + request.body;
}

} // namespace actionscope::cli
