// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/logreader.h"

#include "app/base/tr.h"
#include "app/exchange/answerfinder.h"

namespace actionscope::exchange {

namespace {

bool isEntry(const json::Value &root)
{
    return root.isObject() && root.member(u"method").isString() && root.member(u"path").isString() && root.member(u"headers").isArray()
        && root.member(u"answer").isValid();
}

// JSON where it is valid, else the text itself.
QByteArray bodyOf(const json::Value &value)
{
    return value.isString() ? value.toString().toUtf8() : value.raw().toByteArray();
}

ReadExchange exchangeOf(const json::Value &root)
{
    ReadExchange read;
    read.hasHeads = true;
    api::HttpRequest &request = read.exchange.request;
    request.method = root.member(u"method").toString().toLatin1();
    request.path = root.member(u"path").toString().toUtf8();
    const json::Value headers = root.member(u"headers");
    for (json::Value pair = headers.firstChild(); pair.isValid(); pair = pair.nextSibling())
        request.headers.append(api::Header {pair.at(0).toString().toUtf8(), pair.at(1).toString().toUtf8()});
    request.body = bodyOf(root.member(u"body"));
    read.exchange.answer.status = int(root.member(u"status").toInteger().value_or(0));
    const json::Value exact = root.member(u"answerBase64"); // where the answer on one line is not every byte of it
    read.exchange.answer.body = exact.isString() ? QByteArray::fromBase64(exact.toString().toLatin1())
                                                 : bodyOf(root.member(u"answer"));
    if (const QString id = root.member(u"requestId").toString(); !id.isEmpty())
        read.exchange.answer.headers = {{"x-request-id", id.toUtf8()}};
    const json::Value answerHeaders = root.member(u"answerHeaders");
    for (json::Value pair = answerHeaders.firstChild(); pair.isValid(); pair = pair.nextSibling())
        read.exchange.answer.headers.append(api::Header {pair.at(0).toString().toUtf8(), pair.at(1).toString().toUtf8()});
    read.receivedAt = QDateTime::fromString(root.member(u"time").toString(), Qt::ISODateWithMs);
    if (read.exchange.answer.status == 0) {
        read.exchange.answer = {};
        read.exchange.fault = api::TransportFault {api::FaultKind::ConnectionClosed, Tr::tr("The log has no answer to this request."), {}, true};
    }
    return read;
}

bool hasFailed(const json::Value &root)
{
    return isFailure(int(root.member(u"status").toInteger().value_or(0)), bodyOf(root.member(u"answer")));
}

} // namespace

Result<qsizetype> chosenEntry(const QList<bool> &failures, const ReadWish &wish, QStringList &notes)
{
    const qsizetype count = failures.size();
    if (wish.entry) {
        if (*wish.entry < 1 || *wish.entry > count)
            return failure(ErrorCode::InvalidInput, Tr::tr("There is no entry %1; there are %2.").arg(*wish.entry).arg(count));
        return *wish.entry - 1;
    }
    const qsizetype failed = failures.indexOf(true);
    const qsizetype chosen = failed < 0 ? count - 1 : failed;
    if (count > 1) {
        notes.append(failed < 0 ? Tr::tr("Entry %1 of %2, the last; none has failed.").arg(chosen + 1).arg(count)
                                : Tr::tr("Entry %1 of %2, the first that failed.").arg(chosen + 1).arg(count));
    }
    return chosen;
}

bool isLog(const QByteArray &bytes, const json::Document &document)
{
    if (document.isValid())
        return isEntry(document.root());
    const QByteArray start = bytes.left(64).trimmed();
    return start.startsWith("{\"number\":") && start.contains("\"time\":");
}

Result<ReadExchange> readLog(const QByteArray &bytes, const json::Document &, const ReadWish &wish)
{
    QList<json::Document> entries;
    QList<bool> failures;
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        json::Document entry = json::Document::parse(line);
        if (const auto error = entry.error()) {
            return failure(ErrorCode::InvalidInput,
                Tr::tr("Line %1 of the log is not JSON: column %2: %3.").arg(number).arg(json::placeOf(line, error->offset).column).arg(error->reason));
        }
        if (!isEntry(entry.root()))
            return failure(ErrorCode::InvalidInput, Tr::tr("Line %1 is no entry of a request log: it lacks method, path, headers or answer.").arg(number));
        failures.append(hasFailed(entry.root()));
        entries.append(entry);
    }
    QStringList notes;
    const auto chosen = chosenEntry(failures, wish, notes);
    if (!chosen)
        return Failure(chosen.error());
    ReadExchange read = exchangeOf(entries[*chosen].root());
    read.notes += notes;
    return read;
}

} // namespace actionscope::exchange
