// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/facts.h"

#include "app/api/bodykind.h"
#include "app/diagnosis/complaints.h"
#include "app/diagnosis/providercomplaints.h"
#include "app/diagnosis/troublereading.h"

#include <QUrl>

#include <algorithm>

namespace actionscope::diagnosis {

namespace {

constexpr qsizetype longestShown = 160;
// A body of that size is an answer, not a refusal in words.
constexpr qsizetype largestHeard = 1024 * 1024;

Sent firstOf(const json::Value &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const json::Value value = object.member(QString(QLatin1String(name)));
        if (value.isValid() && !value.isNull())
            return {QLatin1Char('/') + QLatin1String(name), value};
    }
    return {};
}

bool looksLikeHtml(const api::HttpAnswer &answer)
{
    const QByteArray start = answer.body.left(256).trimmed().toLower();
    return start.startsWith("<!doctype") || start.startsWith("<html")
        || api::bodyKind(answer.headers, answer.body.left(4096)).form == api::BodyForm::Html;
}

} // namespace

Facts::Facts(const api::Exchange &theExchange, const Judgement &theJudgement, const Surroundings &theSurroundings)
    : exchange(theExchange)
    , judgement(theJudgement)
    , around(theSurroundings)
    , version(theSurroundings.apiVersion)
{
    readPath();
    readRequest();
    const bool isHeard = isRefused() || saysNo() || (isSuccess() && judgement.document.bytes().size() <= largestHeard);
    isHtml = !exchange.answer.body.isEmpty() && judgement.document.isEmpty() && looksLikeHtml(exchange.answer);
    if (isHeard)
        sayings = Sayings(root());
    if (isRefused()) {
        complaints = readComplaints(*this);
        service = readServiceTrouble(*this);
        if (complaints.isEmpty() && service.kind == ServiceTrouble::Validation)
            complaints = readComplaintsInMessage(*this);
    }
    if (saysNo()) {
        complaints = readProviderComplaints(*this);
        provider = readProviderTrouble(*this);
    }
}

void Facts::readPath()
{
    const QByteArray path = exchange.request.path.split('?').first();
    const QList<QByteArray> parts = path.split('/'); // "", api, version, …
    const qsizetype api = parts.lastIndexOf("api");
    if (api < 0 || parts.size() < api + 3)
        return;
    if (const auto named = api::versionFromName(QString::fromLatin1(parts[api + 1])))
        version = named;
    else if (parts[api + 1] == "v1")
        version = api::ApiVersion::V2;
    const auto part = [&](qsizetype at) { return parts.value(api + 1 + at); };
    const auto named = [&](const QByteArray &bytes) { return QUrl::fromPercentEncoding(bytes); };
    operation = Operation::Other;
    if (part(1) == "actions" && part(3) == "execute") {
        actionId = named(part(2));
        operation = part(4) == "get.inputs" ? Operation::MakeInput : Operation::Execute;
    } else if (part(1) == "tools" && part(2) == "execute") {
        actionId = named(part(3));
        operation = part(4) == "input" ? Operation::MakeInput : Operation::Execute;
    } else if (part(1) == "tools" && part(3) == "execute") {
        actionId = named(part(2));
        operation = Operation::Execute;
    }
    if (part(3) == "proxy" || (part(1) == "actions" && part(2) == "proxy"))
        operation = Operation::Proxy;
    const bool isAccounts = part(1) == "connectedAccounts" || part(1) == "connected_accounts";
    if (isAccounts && exchange.request.method == "GET" && part(2).isEmpty())
        operation = Operation::ListAccounts;
    else if (isAccounts && exchange.request.method == "POST")
        operation = Operation::Connect;
}

void Facts::readRequest()
{
    if (exchange.request.body.isEmpty())
        return;
    sentDocument = json::Document::parse(exchange.request.body);
    const json::Value body = sentDocument.root();
    entity = firstOf(body, {"entityId", "user_id", "entity_id"});
    account = firstOf(body, {"connectedAccountId", "connected_account_id"});
    input = firstOf(body, {"input", "arguments"});
    text = firstOf(body, {"text"});
    toolVersion = firstOf(body, {"version"});
    appName = firstOf(body, {"appName"});
}

json::Value Facts::errorObject() const
{
    const json::Value wrapped = root().member(u"error");
    return wrapped.isObject() ? wrapped : root();
}

QString Facts::errorPointer() const
{
    return root().member(u"error").isObject() ? QStringLiteral("/error") : QString();
}

QString Facts::appKey() const
{
    if (const api::ActionInfo *known = action())
        return known->appKey.toLower();
    if (!appName.text().isEmpty())
        return appName.text().toLower();
    return actionId.section(QLatin1Char('_'), 0, 0).toLower();
}

QList<api::ConnectedAccount> Facts::accounts() const { return around.catalog.accountsOf(appKey()); }

QString shown(const QString &text)
{
    const QString plain = text.simplified();
    return plain.size() > longestShown ? plain.left(longestShown).trimmed() + QChar(0x2026) : plain;
}

QString shownRaw(const json::Value &value)
{
    const QByteArrayView raw = value.raw();
    return shown(QString::fromUtf8(raw.first(std::min<qsizetype>(raw.size(), 4 * longestShown))));
}

} // namespace actionscope::diagnosis
