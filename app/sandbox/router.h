// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/http/exchange.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace actionscope::sandbox {

// What stood in the places of a route's {…}, percent-decoded.
using Captures = QStringList;
using RouteHandler = std::function<void(Exchange &exchange, const Captures &captures)>;

// The table of paths. A route is written as "/api/v2/actions/{id}/execute"; {…} takes one segment.
class Router final
{
public:
    void add(const QByteArray &method, const QByteArray &route, RouteHandler handler);
    // False when no route fits.
    [[nodiscard]] bool dispatch(Exchange &exchange) const;

private:
    struct Route
    {
        QByteArray method;
        QList<QByteArray> segments;
        RouteHandler handler;
    };

    QList<Route> m_routes;
};

} // namespace actionscope::sandbox
