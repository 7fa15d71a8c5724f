// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/selfendpoints.h"

#include <QFile>

namespace actionscope::sandbox {

void addSelfEndpoints(Router *router)
{
    router->add("GET", "/openapi.json", [](Exchange &exchange, const Captures &) {
        QFile file(QStringLiteral(":/sandbox/openapi.json"));
        exchange.answer({.body = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("{}")});
    });
    router->add("GET", "/health", [](Exchange &exchange, const Captures &) {
        exchange.answer({.body = R"({"status":"ok"})"});
    });
}

} // namespace actionscope::sandbox
