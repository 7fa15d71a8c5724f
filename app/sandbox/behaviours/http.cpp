// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/http.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/accountbook.h"
#include "app/sandbox/actions/function.h"
#include "app/sandbox/actions/manifest.h"
#include "app/sandbox/actions/step.h"
#include "app/sandbox/actions/template.h"
#include "app/sandbox/store.h"
#include "app/sandbox/upstream/address.h"
#include "app/sandbox/upstream/credentials.h"
#include "app/sandbox/upstream/upstreamoutcome.h"

namespace actionscope::sandbox {

namespace {

const QStringList &methods()
{
    static const QStringList names {QStringLiteral("GET"), QStringLiteral("POST"), QStringLiteral("PUT"),
        QStringLiteral("PATCH"), QStringLiteral("DELETE"), QStringLiteral("HEAD")};
    return names;
}

// What is known of the connection an action acts with, and what it adds to a call.
struct Connected
{
    QByteArray connection; // JSON
    Credentials credentials;
};

Connected connectedFor(const Call &call)
{
    if (call.ownCredentials.isObject()) {
        Connected own {{}, ownCredentials(call.ownCredentials)};
        if (own.credentials.baseUrl.isEmpty())
            own.credentials.baseUrl = call.app->baseUrl;
        return own;
    }
    if (call.ownConnection.isObject()) {
        const json::Value value = call.ownConnection.member(u"val");
        return {value.raw().toByteArray(),
            connectionCredentials(*call.app, call.ownConnection.member(u"authScheme").toString(), value)};
    }
    if (call.account) {
        const json::Document connection = json::Document::parse(call.account->connection);
        return {call.account->connection, connectionCredentials(*call.app, call.account->scheme, connection.root())};
    }
    return {{}, {.baseUrl = call.app->baseUrl}};
}

void addQuery(const json::Value &spec, const Scope &scope, QUrl *url)
{
    for (json::Value member = spec.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QByteArray value = rendered(member, scope);
        for (const QByteArray &item : value == "null" ? QList<QByteArray>() : itemsOf(value))
            addQueryItem(url, member.key(), textOf(item));
    }
}

void addHeaders(const json::Value &spec, const Scope &scope, api::HeaderList *headers)
{
    for (json::Value member = spec.firstChild(); member.isValid(); member = member.nextSibling()) {
        if (const QString value = renderedText(member, scope); !value.isEmpty())
            headers->append({member.key().toUtf8(), value.toUtf8()});
    }
}

QByteArray formBody(const json::Value &spec, const Scope &scope)
{
    QUrl url;
    addQuery(spec, scope, &url);
    return url.query(QUrl::FullyEncoded).toLatin1();
}

tl::expected<UpstreamRequest, QString> requestFor(const json::Value &spec, const Scope &scope, const Credentials &credentials)
{
    const auto url = renderedAddress(spec.member(u"url").toString(), scope, credentials.baseUrl);
    if (!url)
        return tl::unexpected(url.error());
    const json::Value method = spec.member(u"method");
    UpstreamRequest request {method.isValid() ? method.toString().toLatin1() : QByteArray("GET"), *url};
    addQuery(spec.member(u"query"), scope, &request.url);
    addHeaders(spec.member(u"headers"), scope, &request.headers);
    QByteArray type;
    if (const json::Value body = spec.member(u"body"); body.isValid()) {
        request.body = rendered(body, scope);
        type = "application/json";
    } else if (const json::Value form = spec.member(u"form"); form.isValid()) {
        request.body = formBody(form, scope);
        type = "application/x-www-form-urlencoded";
    }
    if (!type.isEmpty() && !api::headerValue(request.headers, "content-type"))
        request.headers.append({"Content-Type", type});
    credentials.addTo(&request);
    return request;
}

// A call as it is remembered until the service has answered. Its input lives in a document of its own, and the names
// of the request are those of the answer.
struct Remembered
{
    json::Document input;
    json::Value schema; // the manifest's
    QString user;
    Store &store;
    QDateTime now;
    Scope scope;

    Remembered(const Call &call, const QByteArray &connection)
        : input(json::Document::parse(call.input.raw().toByteArray()))
        , schema(call.schema)
        , user(call.user)
        , store(call.store)
        , now(call.now)
        , scope(call.scope())
    {
        scope.setInput(input.root(), schema);
        scope.set(QStringLiteral("connection"), connection);
    }

    [[nodiscard]] Call call() const { return {input.root(), schema, {}, user, store, now}; }
};

// What is done and said when the service has answered.
Result<Outcome> concluded(
    const json::Value &spec, const std::shared_ptr<const Step> &then, const Remembered &before, const UpstreamAnswer &answer)
{
    if (!isSuccess(answer) || (!then && !spec.member(u"answer").isValid()))
        return outcomeOf(answer, before.store.files());
    const auto described = answerJson(answer.answer, before.store.files());
    if (!described)
        return Failure(described.error());
    Scope scope = before.scope;
    const json::Value name = spec.member(u"as");
    scope.set(name.isString() ? name.toString() : QStringLiteral("response"), *described);
    if (then)
        return performed(*then, spec.member(u"answer"), before.call(), scope);
    return Outcome {.data = rendered(spec.member(u"answer"), scope)};
}

Result<void> checkSpec(const json::Value &spec)
{
    if (!spec.member(u"url").isString())
        return failure(ErrorCode::InvalidInput, Tr::tr("A behaviour of kind http needs a url."));
    const json::Value method = spec.member(u"method");
    if (method.isValid() && !methods().contains(method.toString())) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("The method of a behaviour of kind http is one of: %1.").arg(methods().join(QLatin1String(", "))));
    }
    return {};
}

} // namespace

Result<Behaviour> makeHttp(const BehaviourText &text)
{
    const json::Value spec = text.spec;
    if (auto checked = checkSpec(spec); !checked)
        return Failure(checked.error());
    std::shared_ptr<const Step> then;
    if (const json::Value steps = spec.member(u"then"); steps.isValid()) {
        auto step = makeStepList(steps, text.data);
        if (!step)
            return Failure(step.error());
        then = std::make_shared<const Step>(std::move(*step));
    }
    return [spec, then](const Call &call) -> Result<Outcome> {
        const Connected connected = connectedFor(call);
        const Remembered before(call, connected.connection);
        const auto request = requestFor(spec, before.scope, connected.credentials);
        if (!request)
            return failedOutcome(request.error(), 400);
        const auto finish = [spec, then, before](const UpstreamAnswer &answer) { return concluded(spec, then, before, answer); };
        return Outcome {.errand = std::make_shared<const Errand>(
                            Errand {*request, connected.credentials.secrets(), finish})};
    };
}

} // namespace actionscope::sandbox
