// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/inputendpoints.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/actions/registry.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/modelrun.h"
#include "app/sandbox/performer.h"
#include "app/sandbox/textinput.h"
#include "app/sandbox/wire/bodyreader.h"

namespace actionscope::sandbox {

namespace {

struct Asked
{
    json::Document body; // keeps the rest alive
    QString text;
    QString description;
    QString systemPrompt;
};

tl::expected<Asked, Refusal> readAsked(api::ApiVersion version, const QByteArray &bytes)
{
    const bool isOld = version == api::ApiVersion::V2;
    const auto body = readBody(
        bytes, isOld ? QStringLiteral("input-v2.schema.json") : QStringLiteral("input-v3.schema.json"));
    if (!body)
        return tl::unexpected(body.error());
    const json::Value root = body->root();
    Asked asked {*body, root.member(u"text").toString(),
        root.member(isOld ? u"customDescription" : u"custom_description").toString(),
        root.member(isOld ? u"systemPrompt" : u"system_prompt").toString()};
    const QString wanted = root.member(u"version").toString();
    if (!isOld && !wanted.isEmpty() && !toolVersions().contains(wanted)) {
        return tl::unexpected(
            Refusal {RefusalKind::VersionNotFound, Tr::tr("The action has no version \"%1\".").arg(wanted),
                Tr::tr("Send one of: %1.").arg(toolVersions().join(QLatin1String(", ")))});
    }
    if (asked.text.isEmpty()) {
        return tl::unexpected(Refusal {RefusalKind::BadBody, Tr::tr("text is empty."),
            Tr::tr("Say in text what the action should do.")});
    }
    return asked;
}

void answerWith(Exchange &exchange, QByteArrayView name, const QByteArray &json, const QByteArray &source)
{
    json::ObjectWriter body;
    body.addRaw(name, json);
    Reply reply;
    reply.body = body.finished();
    reply.headers = {{"x-actionscope-input-source", source}};
    exchange.answer(reply);
}

void goByRules(Exchange &exchange, const Action &action, const Asked &asked)
{
    const auto input = inputFromText(asked.text, action.parameters);
    if (input) {
        answerWith(exchange, "arguments", input->root().raw().toByteArray(), "rules");
        return;
    }
    const Refusal &refusal = input.error();
    answerWith(exchange, "error", json::quoted(refusal.message + QLatin1Char(' ') + refusal.fix), "rules");
}

void askModel(Exchange &exchange, const Action &action, const Asked &asked, const InputMaking &making)
{
    InputTask task;
    task.actionId = action.name;
    task.description = asked.description.isEmpty() ? action.description : asked.description;
    task.text = asked.text;
    task.systemPrompt = asked.systemPrompt;
    task.parameters = action.parameters;
    task.manifest = action.document;
    // A child of the exchange: who hangs up asks no more.
    auto *run = new ModelRun(task, making.model, &exchange);
    QObject::connect(run, &ModelRun::finished, &exchange,
        [&exchange](const QByteArray &arguments, const QString &trouble) {
            if (trouble.isEmpty())
                answerWith(exchange, "arguments", arguments, "model");
            else
                answerWith(exchange, "error", json::quoted(trouble), "model");
        });
    run->start();
}

void makeInput(
    Exchange &exchange, const QString &actionId, api::ApiVersion version, const InputMaking &making)
{
    const bool isOld = version == api::ApiVersion::V2;
    const auto asked = readAsked(version, exchange.request().body);
    if (!asked)
        return refuse(exchange, asked.error());
    const Action *action = making.registry.action(actionId, isOld ? Qt::CaseInsensitive : Qt::CaseSensitive);
    if (!action)
        return refuse(exchange, actionNotFound(actionId, making.registry));
    if (making.model.isSet())
        askModel(exchange, *action, *asked, making);
    else
        goByRules(exchange, *action, *asked);
}

} // namespace

void addInputEndpoints(Router *router, const InputMaking &making)
{
    const auto add = [&](api::ApiVersion version, const QByteArray &route) {
        router->add("POST", api::pathPrefix(version) + route,
            [making, version](Exchange &exchange, const Captures &captures) {
                makeInput(exchange, captures.first(), version, making);
            });
    };
    add(api::ApiVersion::V2, "/actions/{id}/execute/get.inputs");
    add(api::ApiVersion::V3, "/tools/execute/{slug}/input");
    add(api::ApiVersion::V31, "/tools/execute/{slug}/input");
}

} // namespace actionscope::sandbox
