// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accounts/connector.h"
#include "app/sandbox/executionlog.h"
#include "app/sandbox/performer.h"
#include "app/sandbox/router.h"

#include <QByteArray>

namespace actionscope::sandbox {

// What the handlers of all versions work with. Lives as long as the routes.
struct Endpoints
{
    const Registry &registry;
    AccountBook &accounts;
    Connector &connector;
    const Performer &performer;
    ExecutionLog &log;
    FileStore &files;
    QByteArray apiKey;
};

using EndpointHandler = std::function<void(const Endpoints &endpoints, Exchange &exchange, const Captures &captures)>;

// Answers when the outcome's time has come, or never if the client leaves first.
void answerAfter(Exchange &exchange, std::chrono::milliseconds time, Reply reply);

// The account or auth config a path names, deleted ones left out; refused, and null, where there is none.
[[nodiscard]] const Account *namedAccount(const Endpoints &endpoints, Exchange &exchange, const QString &id);
[[nodiscard]] const AuthConfig *namedConfig(const Endpoints &endpoints, Exchange &exchange, const QString &id);

} // namespace actionscope::sandbox
