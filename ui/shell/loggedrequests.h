// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/wirereader.h"
#include "app/models/servedrequestmodel.h"
#include "app/sandbox/requestlog/loggedrequest.h"
#include "app/workspace/runrecord.h"

namespace actionscope::ui {

// What the sandbox wrote down, in the words of the client's rooms, which do not know the sandbox. Pure; a matter for a
// worker thread.

// Enough for a row; reads the answer where it says how an execution ended.
[[nodiscard]] models::ServedRequest rowOf(const sandbox::LoggedRequest &request);
// The exchange as a run to look at, without secrets. A body of which the log holds the beginning only says so.
[[nodiscard]] workspace::RunRecord recordOf(const sandbox::LoggedRequest &request, const QUrl &baseUrl);
// The same to send again, without secrets; an error where it is no execution, or not there as a whole.
[[nodiscard]] Result<api::ReadExecution> executionOf(const sandbox::LoggedRequest &request);

} // namespace actionscope::ui
