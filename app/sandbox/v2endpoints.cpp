// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/v2endpoints.h"

#include "app/sandbox/gate.h"
#include "app/sandbox/listquery.h"
#include "app/sandbox/wire/v2shape.h"

namespace actionscope::sandbox {

namespace {

void execute(const Endpoints &endpoints, Exchange &exchange, const QString &actionId)
{
    auto order = v2::readExecute(actionId, exchange.request().body);
    if (!order)
        return refuse(exchange, order.error());
    order->onlyUser = exchange.onlyUser();
    const auto outcome = endpoints.performer.perform(*order);
    if (!outcome)
        return refuse(exchange, outcome.error());
    answerWith(exchange, endpoints.upstreams, *outcome,
        [order = *order](const Outcome &made) { return v2::executeReply(order, made); });
}

} // namespace

void addV2Endpoints(Router *router, const Endpoints &endpoints)
{
    router->add("POST", "/api/v2/actions/{id}/execute",
        [endpoints](Exchange &exchange, const Captures &captures) { execute(endpoints, exchange, captures.first()); });
    router->add("GET", "/api/v2/actions/{id}", [endpoints](Exchange &exchange, const Captures &captures) {
        const Action *action = endpoints.registry.action(captures.first(), Qt::CaseInsensitive);
        if (!action)
            return refuse(exchange, actionNotFound(captures.first(), endpoints.registry));
        const QString version = ListQuery(exchange.request()).text({"version"});
        if (const auto unknown = versionRefusal(*action, version))
            return refuse(exchange, *unknown);
        exchange.answer({.body = v2::actionJson(*action, *endpoints.registry.app(action->appKey))});
    });
    router->add("GET", "/api/v1/apps/{name}", [endpoints](Exchange &exchange, const Captures &captures) {
        const App *app = endpoints.registry.app(captures.first());
        if (!app)
            return refuse(exchange, appNotFound(captures.first()));
        exchange.answer({.body = v2::appJson(*app)});
    });
    router->add("GET", "/api/v1/client/auth/client_info", [endpoints](Exchange &exchange, const Captures &) {
        exchange.answer({.body = v2::clientInfoJson(endpoints.apiKey)});
    });
}

} // namespace actionscope::sandbox
