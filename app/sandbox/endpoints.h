// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accounts/connector.h"
#include "app/sandbox/executionlog.h"
#include "app/sandbox/performer.h"
#include "app/sandbox/router.h"
#include "app/sandbox/upstream/upstreams.h"

#include <QByteArray>

namespace actionscope::sandbox {

class FileStore;

// What the handlers of all versions work with. Lives as long as the routes.
struct Endpoints
{
    const Registry &registry;
    AccountBook &accounts;
    Connector &connector;
    const Performer &performer;
    const Upstreams &upstreams;
    ExecutionLog &log;
    FileStore &files;
    QByteArray apiKey;
};

using EndpointHandler = std::function<void(const Endpoints &endpoints, Exchange &exchange, const Captures &captures)>;

// Answers with what `shape` makes of an outcome, when its time has come and what it fetches is there; never if the
// client leaves first.
void answerWith(Exchange &exchange, const Upstreams &upstreams, const Outcome &outcome,
    const std::function<Reply(const Outcome &outcome)> &shape);

// Whether the request's key acts for this user; refused where it does not.
[[nodiscard]] bool actsFor(Exchange &exchange, const QString &user);
// The account or auth config a path names, deleted and other users' ones left out; refused, and null, where there is none.
[[nodiscard]] const Account *namedAccount(const Endpoints &endpoints, Exchange &exchange, const QString &id);
[[nodiscard]] const AuthConfig *namedConfig(const Endpoints &endpoints, Exchange &exchange, const QString &id);
// Why there is none. v1 and v2 call an auth config an integration.
[[nodiscard]] Refusal appNotFound(const QString &key);
[[nodiscard]] Refusal configNotFound(const QString &id);
[[nodiscard]] Refusal integrationNotFound(const QString &id);

} // namespace actionscope::sandbox
