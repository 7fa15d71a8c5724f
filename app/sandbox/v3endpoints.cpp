// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/v3endpoints.h"

#include "app/base/tr.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/listquery.h"
#include "app/sandbox/wire/v3shape.h"

namespace actionscope::sandbox {

namespace {

void execute(const Endpoints &endpoints, api::ApiVersion version, Exchange &exchange, const QString &slug)
{
    auto order = v3::readExecute(version, slug, exchange.request().body);
    if (!order)
        return refuse(exchange, order.error());
    order->onlyUser = exchange.onlyUser();
    const auto outcome = endpoints.performer.perform(*order);
    if (!outcome)
        return refuse(exchange, outcome.error());
    answerWith(exchange, endpoints.upstreams, *outcome, v3::executeReply);
}

// As clients say it: for the tool, for its toolkit by name, or for every toolkit.
QStringList versionsWanted(const ListQuery &query, const QString &appKey)
{
    const QByteArray named = "toolkit_versions[" + appKey.toUtf8() + ']';
    const QByteArray encoded = "toolkit_versions%5B" + appKey.toUtf8() + "%5D";
    return {query.text({"version"}), query.text({named.constData(), encoded.constData(), "toolkit_versions"})};
}

void addVersion(Router *router, const Endpoints &endpoints, api::ApiVersion version)
{
    const QByteArray prefix = api::pathPrefix(version);
    router->add("POST", prefix + "/tools/execute/{slug}",
        [endpoints, version](Exchange &exchange, const Captures &captures) {
            execute(endpoints, version, exchange, captures.first());
        });
    router->add("GET", prefix + "/tools/{slug}", [endpoints, version](Exchange &exchange, const Captures &captures) {
        const Action *action = endpoints.registry.action(captures.first(), Qt::CaseSensitive);
        if (!action)
            return refuse(exchange, actionNotFound(captures.first(), endpoints.registry));
        for (const QString &wanted : versionsWanted(ListQuery(exchange.request()), action->appKey)) {
            if (const auto unknown = versionRefusal(*action, wanted))
                return refuse(exchange, *unknown);
        }
        exchange.answer({.body = v3::toolJson(*action, *endpoints.registry.app(action->appKey), version)});
    });
    router->add("GET", prefix + "/toolkits/{slug}", [endpoints](Exchange &exchange, const Captures &captures) {
        const App *app = endpoints.registry.app(captures.first());
        if (!app) {
            return refuse(exchange,
                {RefusalKind::AppNotFound, Tr::tr("There is no toolkit \"%1\" here.").arg(captures.first()),
                    Tr::tr("List the toolkits and use the slug of one of them.")});
        }
        exchange.answer({.body = v3::toolkitJson(*app)});
    });
}

} // namespace

void addV3Endpoints(Router *router, const Endpoints &endpoints)
{
    addVersion(router, endpoints, api::ApiVersion::V3);
    addVersion(router, endpoints, api::ApiVersion::V31);
}

} // namespace actionscope::sandbox
