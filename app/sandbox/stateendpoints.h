// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/sandbox/router.h"

#include <functional>

namespace actionscope::sandbox {

// What can be done to the whole state. Each is done when it returns.
struct StateTasks
{
    std::function<Result<void>()> reset;
    std::function<Result<void>(const QString &file)> save;
    std::function<Result<void>(const QString &file)> restore;
};

// /sandbox/state: GET gives all of it as a file, PUT takes such a file in its place, DELETE begins anew. For programs on
// this computer only, whatever the sandbox listens on. Lives as long as the routes.
void addStateEndpoints(Router *router, const StateTasks &tasks);

} // namespace actionscope::sandbox
