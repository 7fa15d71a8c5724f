// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/recordedruns.h"

#include "app/api/wirereader.h"
#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/exchange/harreader.h"
#include "app/exchange/logreader.h"
#include "app/json/document.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <limits>

namespace actionscope::workspace {

namespace {

constexpr qsizetype mostTroubles = 5; // lines of a file that is something else entirely are not all named

void addTrouble(RecordedRuns &recorded, const QString &sentence)
{
    if (recorded.troubles.size() < mostTroubles)
        recorded.troubles.append(sentence);
}

// Whether there is something to give back: a whole answer, or one that was lost on its way.
bool canBeReplayed(const api::Exchange &exchange)
{
    if (!exchange.fault)
        return exchange.answer.status > 0;
    switch (exchange.fault->kind) {
    case api::FaultKind::ConnectionClosed:
    case api::FaultKind::TimedOut:
    case api::FaultKind::Other:
        return true;
    case api::FaultKind::Redirected:
        return exchange.answer.status > 0;
    default:
        return false;
    }
}

void addRun(RecordedRuns &recorded, const QString &name, api::Exchange exchange)
{
    if (!canBeReplayed(exchange)) {
        ++recorded.leftOut;
        return;
    }
    if (exchange.fault && exchange.fault->kind == api::FaultKind::Redirected)
        exchange.fault.reset(); // the answer came whole
    recorded.runs.append({name, std::move(exchange)});
}

// A body as the request log writes it: a string is its text, anything else the JSON itself.
QByteArray bodyOf(const json::Value &value)
{
    if (value.isString())
        return value.toString().toUtf8();
    return value.isValid() && !value.isNull() ? value.raw().toByteArray() : QByteArray();
}

api::HeaderList headersOf(const json::Value &list)
{
    api::HeaderList headers;
    for (json::Value pair = list.firstChild(); pair.isValid(); pair = pair.nextSibling())
        headers.append({pair.at(0).toString().toUtf8(), pair.at(1).toString().toUtf8()});
    return headers;
}

// False where the line is no request of a log.
bool addLine(RecordedRuns &recorded, const QString &name, const QByteArray &line)
{
    const json::Document document = json::Document::parse(line);
    const json::Value root = document.root();
    if (!document.isValid() || !root.member(u"method").isString() || !root.member(u"path").isString())
        return false;
    api::Exchange exchange;
    exchange.request.method = root.member(u"method").toString().toUtf8();
    exchange.request.path = root.member(u"path").toString().toUtf8();
    exchange.request.headers = headersOf(root.member(u"headers"));
    exchange.request.body = bodyOf(root.member(u"body"));
    exchange.answer.status = int(root.member(u"status").toInteger().value_or(0));
    exchange.answer.headers = headersOf(root.member(u"answerHeaders"));
    const json::Value exact = root.member(u"answerBase64");
    exchange.answer.body = exact.isString() ? QByteArray::fromBase64(exact.toString().toLatin1())
                                            : bodyOf(root.member(u"answer"));
    const bool isCut = root.member(u"answerBytes").toInteger().value_or(0) > exchange.answer.body.size()
        && !json::Document::parse(exchange.answer.body).isValid();
    const bool isRequestCut = root.member(u"bodyBytes").toInteger().value_or(0) > exchange.request.body.size()
        && !json::Document::parse(exchange.request.body).isValid();
    if (isCut || isRequestCut) {
        ++recorded.leftOut;
        return true;
    }
    if (exchange.answer.status == 0) {
        exchange.answer = {};
        exchange.fault = api::TransportFault {api::FaultKind::ConnectionClosed, {}, {}, true};
    }
    addRun(recorded, name, std::move(exchange));
    return true;
}

void addLog(RecordedRuns &recorded, const QByteArray &bytes, const QString &shownName)
{
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QString name = QStringLiteral("%1:%2").arg(shownName).arg(number);
        if (!addLine(recorded, name, line))
            addTrouble(recorded, Tr::tr("%1 is not a line of a request log.").arg(name));
    }
}

void addHar(RecordedRuns &recorded, const QByteArray &bytes, const json::Document &document, const QString &shownName)
{
    const json::Value entries = document.root().member(u"log").member(u"entries");
    const int count = entries.isArray() ? int(entries.count()) : 1; // an entry alone
    for (int number = 1; number <= count; ++number) {
        exchange::ReadWish wish;
        wish.entry = number;
        const QString name = QStringLiteral("%1:%2").arg(shownName).arg(number);
        if (const auto read = exchange::readHar(bytes, document, wish))
            addRun(recorded, name, read->exchange);
        else
            addTrouble(recorded, name + QStringLiteral(": ") + read.error().sentence);
    }
}

// A file in any of the forms that hold a request and its answer. A file among others may be something else.
enum class Expected { Yes, Perhaps };
void addFile(RecordedRuns &recorded, const QString &path, const QString &shownName, Expected expected)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return addTrouble(recorded, bytes.error().sentence);
    if (path.endsWith(QLatin1String(".jsonl")))
        return addLog(recorded, *bytes, shownName);
    const json::Document document = json::Document::parse(*bytes);
    if (exchange::isLog(*bytes, document))
        return addLog(recorded, *bytes, shownName);
    if (exchange::isHar(*bytes, document))
        return addHar(recorded, *bytes, document, shownName);
    const auto read = exchange::readExchange(*bytes, {});
    if (read && !read->exchange.request.path.isEmpty())
        addRun(recorded, shownName, read->exchange);
    else if (expected == Expected::Yes)
        addTrouble(recorded, Tr::tr("%1 holds no request with its answer.").arg(shownName));
}

void addHistory(RecordedRuns &recorded, const QString &folder)
{
    storage::HistoryFiles history(folder);
    const auto summaries = history.list(std::numeric_limits<int>::max());
    if (!summaries)
        return addTrouble(recorded, summaries.error().sentence);
    for (auto summary = summaries->crbegin(); summary != summaries->crend(); ++summary) {
        if (!summary->isBodyKept) {
            ++recorded.leftOut;
            continue;
        }
        if (const auto entry = history.load(summary->id))
            addRun(recorded, summary->id, entry->exchange);
        else
            addTrouble(recorded, entry.error().sentence);
    }
}

bool isHistory(const QString &folder)
{
    return !QDir(folder).entryList({QStringLiteral("segment-*.ini")}, QDir::Files).isEmpty();
}

void addFilesBelow(RecordedRuns &recorded, const QString &folder)
{
    QStringList paths;
    const QStringList names {QStringLiteral("*.jsonl"), QStringLiteral("*.har"), QStringLiteral("*.actionbundle"),
        QStringLiteral("*.json")};
    QDirIterator files(folder, names, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    for (const QString &path : std::as_const(paths))
        addFile(recorded, path, QDir(folder).relativeFilePath(path), Expected::Perhaps);
}

} // namespace

Result<RecordedRuns> readRecordedRuns(const QString &path)
{
    const QFileInfo place(path);
    if (!place.exists()) {
        return failure(ErrorCode::NotFound, Tr::tr("There is nothing at %1 to replay.").arg(path), {},
            Tr::tr("Name a request log (*.jsonl), a HAR file, a report of exec, a folder of them, or a folder with a history."));
    }
    RecordedRuns recorded;
    if (place.isFile())
        addFile(recorded, path, place.fileName(), Expected::Yes);
    else if (isHistory(path))
        addHistory(recorded, path);
    else if (isHistory(storage::historyFolder(path)))
        addHistory(recorded, storage::historyFolder(path));
    else
        addFilesBelow(recorded, path);
    if (recorded.runs.isEmpty()) {
        return failure(ErrorCode::NotFound, Tr::tr("There is no run to replay in %1.").arg(path),
            recorded.troubles.join(QLatin1Char('\n')),
            recorded.troubles.isEmpty()
                ? Tr::tr("Name a request log (*.jsonl), a HAR file, a report of exec, a folder of them, or a folder with a history.")
                : recorded.troubles.first());
    }
    return recorded;
}

QString summaryOf(const RecordedRuns &recorded)
{
    QSet<QString> actions;
    for (const api::RecordedRun &run : recorded.runs) {
        if (const auto read = api::readExecution(run.exchange.request))
            actions.insert(read->request.actionId.toUpper());
    }
    QStringList sentences {Tr::tr("Recorded runs: %1, actions: %2.").arg(recorded.runs.size()).arg(actions.size())};
    if (recorded.leftOut > 0)
        sentences.append(Tr::tr("Left out, as they are not whole: %1.").arg(recorded.leftOut));
    return (sentences + recorded.troubles).join(QLatin1Char(' '));
}

} // namespace actionscope::workspace
