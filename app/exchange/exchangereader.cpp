// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/exchangereader.h"

#include "app/api/wire.h"
#include "app/base/tr.h"
#include "app/exchange/answerfinder.h"
#include "app/exchange/bundle.h"
#include "app/exchange/harreader.h"
#include "app/exchange/httptext.h"
#include "app/exchange/importer.h"
#include "app/exchange/jsonimporter.h"
#include "app/exchange/logreader.h"
#include "app/exchange/pastedtext.h"
#include "app/exchange/reportreader.h"
#include "app/json/document.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

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

Result<ReadExchange> readBody(const QByteArray &bytes, const json::Document &document, const ReadWish &wish)
{
    ReadExchange read;
    read.exchange.answer.body = bytes;
    const AssumedStatus assumed = assumedStatus(document);
    read.exchange.answer.status = wish.status.value_or(assumed.status);
    read.isStatusAssumed = !wish.status && assumed.isGuess;
    if (!wish.status)
        read.notes.append(assumed.sentence);
    return read;
}

// What can only be an answer, or was said to be one: JSON, also where it breaks off, a web page, bytes that are no text.
bool isBody(const QByteArray &bytes, const json::Document &document)
{
    const auto isBinary = [](char c) { return uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B; };
    const QByteArray start = bytes.left(4096).trimmed();
    if (start.startsWith('<') || start.startsWith("%PDF") || std::any_of(start.cbegin(), start.cend(), isBinary))
        return true;
    const auto error = document.error();
    const bool isWhole = !error || error->offset >= bytes.trimmed().size();
    if (!document.root().isValid() || !isWhole)
        return false;
    const ImportForm form = recognise(bytes);
    return form == ImportForm::Unknown || (form == ImportForm::Answer && isAnswer(document) && !isLogRecord(document))
        || (form == ImportForm::RequestBody && !saysRequest(document));
}

Result<ReadExchange> readFound(const FoundAnswer &found)
{
    ReadExchange read;
    read.exchange.answer = found.answer;
    read.exchange.fault = found.fault;
    read.isStatusAssumed = found.isStatusAssumed;
    read.notes = found.notes;
    return read;
}

// The request as it would leave. A log tells too little of it: what it leaves out would be judged as missing.
api::HttpRequest requestOf(const ImportedDraft &draft, ImportForm form)
{
    if (form == ImportForm::LogLine || !draft.apiVersion || !api::findProblems(draft.request).isEmpty())
        return {};
    return api::toWire(draft.request, *draft.apiVersion).request;
}

// Of a command, a call or a log: the draft that came with an answer.
Result<ReadExchange> readImported(const Imported &imported, const ReadWish &wish)
{
    QList<ImportedDraft> answered;
    QList<bool> failures;
    for (const ImportedDraft &draft : imported.drafts) {
        if (!draft.recorded)
            continue;
        answered.append(draft);
        failures.append(draft.recorded->fault || isFailure(draft.recorded->answer.status, draft.recorded->answer.body));
    }
    if (answered.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Tr::tr("Taken as %1, the text holds a request and no answer, so there is nothing to explain.").arg(formTitle(imported.form)), {},
            Tr::tr("Put what came back below it, or send it and look at its answer."));
    }
    ReadExchange read;
    const auto chosen = chosenEntry(failures, wish, read.notes);
    if (!chosen)
        return Failure(chosen.error());
    const ImportedDraft &draft = answered[*chosen];
    read.exchange = *draft.recorded;
    read.exchange.request = requestOf(draft, imported.form);
    read.baseUrl = draft.baseUrl;
    read.apiVersion = draft.apiVersion;
    for (const Guess &guess : draft.guesses) {
        if (guess.field == QLatin1String("status"))
            read.notes.append(guess.sentence);
    }
    for (const ImportedSecret &secret : imported.secrets) { // its kind is evidence; it goes no further
        if (secret.name == "apiKey")
            read.exchange.request.headers.append({"x-api-key", secret.value});
    }
    return read;
}

QString sdkErrorIn(const QByteArray &bytes)
{
    static const QRegularExpression name(QStringLiteral(R"(\b(?:TS-)?SDK::[A-Z_]{3,80})"));
    return name.match(QString::fromLatin1(bytes.left(65536))).captured();
}

// Nothing that is an answer by itself: one may stand in it.
Result<ReadExchange> readInside(const QByteArray &bytes, const json::Document &document, const ReadWish &wish)
{
    const ImportForm form = recognise(bytes);
    const auto found = findAnswer(bytes);
    if (form != ImportForm::Unknown && form != ImportForm::Answer) {
        const auto read = readImported(importText(bytes, form), wish);
        if (read || !found || !wish.status)
            return read;
    }
    if (found)
        return readFound(*found);
    if (wish.status)
        return readBody(bytes, document, wish);
    QString sentence = Tr::tr("It is not known why this failed: the text holds no answer of the service, no error status and no fault of the network.");
    if (const QString name = sdkErrorIn(bytes); !name.isEmpty())
        sentence += QLatin1Char(' ') + Tr::tr("%1 is an error that the SDK raises itself; what the service answered, if anything, is not in it.").arg(name);
    return failure(ErrorCode::InvalidInput, sentence, {},
        Tr::tr("What the service answered tells most. The option --status says that the text is the body of an answer."));
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

Result<ReadExchange> readExchange(const QByteArray &pasted, const ReadWish &wish)
{
    const PastedText text = plainText(pasted);
    const QByteArray &bytes = text.bytes;
    if (bytes.trimmed().isEmpty() && !wish.status)
        return failure(ErrorCode::InvalidInput, Tr::tr("There is nothing to read: the text is empty."));
    const json::Document document = json::Document::parse(bytes);
    const auto form = std::find_if(std::begin(forms), std::end(forms), [&](const Form &each) { return each.isIt(bytes, document); });
    Result<ReadExchange> read = form != std::end(forms)                ? form->read(bytes, document, wish)
        : bytes.trimmed().isEmpty() || isBody(bytes, document)         ? readBody(bytes, document, wish)
                                                                       : readInside(bytes, document, wish);
    if (!read)
        return read;
    read->notes += text.notes;
    if (wish.status)
        read->exchange.answer.status = *wish.status;
    if (const auto added = addRequest(wish.request, *read); !added)
        return Failure(added.error());
    return read;
}

} // namespace actionscope::exchange
