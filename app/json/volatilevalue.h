// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

namespace actionscope::json {

// What differs between two answers to the same question, and means nothing.
enum class VolatileKind { None, Timestamp, Uuid, RequestId };

// By its form: an RFC 3339 date and time, a UUID. By its member's name: a number or text under created_at,
// updatedAt, timestamp, date, expires … is a time; one under request_id, traceId, logId, etag … names the
// request.
[[nodiscard]] VolatileKind volatileKind(const Value &value);

} // namespace actionscope::json
