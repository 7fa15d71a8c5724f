// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/exchangereader.h"

#include "app/base/tr.h"
#include "app/exchange/bundle.h"
#include "app/exchange/harreader.h"
#include "app/exchange/httptext.h"
#include "app/exchange/logreader.h"
#include "app/exchange/reportreader.h"
#include "app/json/document.h"

namespace actionscope::exchange {

namespace {

bool isBundleText(const QByteArray &bytes, const json::Document &) { return isBundle(bytes); }

// What is whole of it counts; the rest is named.
Result<ReadExchange> readBundleText(const QByteArray &bytes, const json::Document &, const ReadWish &)
{
    const ReadBundle bundle = readBundle(bytes);
    ReadExchange read;
    read.exchange = bundle.bundle.exchange;
    read.baseUrl = bundle.bundle.baseUrl;
    read.apiVersion = bundle.bundle.apiVersion;
    read.receivedAt = bundle.bundle.startedAt;
    read.hasHeads = !read.exchange.request.headers.isEmpty();
    read.action = describedAction(bundle.bundle);
    for (const ImportTrouble &trouble : bundle.troubles)
        read.notes.append(trouble.sentence);
    if (read.exchange == api::Exchange()) {
        return failure(ErrorCode::InvalidInput,
            read.notes.isEmpty() ? Tr::tr("The bundle holds no exchange.") : read.notes.join(QLatin1Char(' ')));
    }
    return read;
}

// Each says whether the text is of its form before it reads it; the first that says so counts.
struct Form
{
    bool (*isIt)(const QByteArray &bytes, const json::Document &document);
    Result<ReadExchange> (*read)(const QByteArray &bytes, const json::Document &document, const ReadWish &wish);
};

constexpr Form forms[] = {
    {isBundleText, readBundleText},
    {isHttpText, readHttpText},
    {isLog, readLog},
    {isHar, readHar},
    {isReport, readReport},
};

// A body says its status in its error object; v2 at its top.
int statusIn(const json::Document &document)
{
    const json::Value error = document.root().member(u"error");
    for (const json::Value &object : {error, document.root()}) {
        if (!object.isValid() || !object.isObject())
            continue;
        const qint64 status = object.member(u"status").toInteger().value_or(0);
        if (status >= 400 && status <= 599)
            return int(status);
    }
    return 0;
}

Result<ReadExchange> readBody(const QByteArray &bytes, const json::Document &document, const ReadWish &wish)
{
    ReadExchange read;
    read.exchange.answer.body = bytes;
    read.exchange.answer.status = wish.status.value_or(statusIn(document));
    if (read.exchange.answer.status == 0) {
        const bool isBareError = document.root().member(u"error").isObject();
        read.exchange.answer.status = isBareError ? 400 : 200;
        read.notes.append(Tr::tr("The status is not told; %1 was assumed. --status names it.").arg(read.exchange.answer.status));
    } else if (!wish.status) {
        read.notes.append(Tr::tr("The status %1 was taken from the body.").arg(read.exchange.answer.status));
    }
    return read;
}

Result<void> addRequest(const QByteArray &text, ReadExchange &read)
{
    if (text.trimmed().isEmpty())
        return {};
    if (!isHttpText(text, {})) {
        read.exchange.request.body = text;
        if (read.exchange.request.method.isEmpty())
            read.exchange.request.method = "POST";
        return {};
    }
    const auto request = readHttpText(text, {}, {});
    if (!request)
        return Failure(request.error());
    read.exchange.request = request->exchange.request;
    read.hasHeads = true;
    if (!request->baseUrl.isEmpty())
        read.baseUrl = request->baseUrl;
    return {};
}

} // namespace

Result<ReadExchange> readExchange(const QByteArray &bytes, const ReadWish &wish)
{
    if (bytes.trimmed().isEmpty())
        return failure(ErrorCode::InvalidInput, Tr::tr("There is nothing to read: the text is empty."));
    const json::Document document = json::Document::parse(bytes);
    Result<ReadExchange> read;
    bool isRead = false;
    for (const Form &form : forms) {
        if (!form.isIt(bytes, document))
            continue;
        read = form.read(bytes, document, wish);
        isRead = true;
        break;
    }
    if (!isRead)
        read = readBody(bytes, document, wish);
    if (!read)
        return read;
    if (wish.status)
        read->exchange.answer.status = *wish.status;
    if (const auto added = addRequest(wish.request, *read); !added)
        return Failure(added.error());
    return read;
}

} // namespace actionscope::exchange
