// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accountbook.h"
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
    const AccountBook &accounts;
    const Performer &performer;
    const Upstreams &upstreams;
    FileStore &files;
    QByteArray apiKey;
};

// Answers with what `shape` makes of an outcome, when its time has come and what it fetches is there; never if the
// client leaves first.
void answerWith(Exchange &exchange, const Upstreams &upstreams, const Outcome &outcome,
    const std::function<Reply(const Outcome &outcome)> &shape);

} // namespace actionscope::sandbox
