// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/router.h"

#include <optional>

namespace actionscope::sandbox {

namespace {

// The path is split before it is decoded, so an encoded slash stays inside its segment.
std::optional<Captures> match(const QList<QByteArray> &route, const QList<QByteArray> &path)
{
    if (route.size() != path.size())
        return {};
    Captures captures;
    for (qsizetype i = 0; i < route.size(); ++i) {
        if (route[i].startsWith('{') && !path[i].isEmpty())
            captures.append(QString::fromUtf8(QByteArray::fromPercentEncoding(path[i])));
        else if (route[i] != path[i])
            return {};
    }
    return captures;
}

} // namespace

void Router::add(const QByteArray &method, const QByteArray &route, RouteHandler handler)
{
    m_routes.append({method, route.split('/'), std::move(handler)});
}

bool Router::dispatch(Exchange &exchange) const
{
    const QList<QByteArray> path = exchange.request().path.split('/');
    for (const Route &route : m_routes) {
        if (route.method != exchange.request().method)
            continue;
        if (const auto captures = match(route.segments, path)) {
            route.handler(exchange, *captures);
            return true;
        }
    }
    return false;
}

} // namespace actionscope::sandbox
