// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accountbook.h"
#include "app/sandbox/performer.h"
#include "app/sandbox/router.h"

#include <QByteArray>

namespace actionscope::sandbox {

// What the handlers of all versions work with. Lives as long as the routes.
struct Endpoints
{
    const Registry &registry;
    const AccountBook &accounts;
    const Performer &performer;
    QByteArray apiKey;
};

// Answers when the outcome's time has come, or never if the client leaves first.
void answerAfter(Exchange &exchange, std::chrono::milliseconds time, Reply reply);

} // namespace actionscope::sandbox
