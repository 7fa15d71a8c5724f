// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/manifest.h"
#include "app/sandbox/http/reply.h"
#include "app/sandbox/order.h"
#include "app/sandbox/refusal.h"

#include <tl/expected.hpp>

// How v1 and v2 spell things: requests read, answers written.
namespace actionscope::sandbox::v2 {

[[nodiscard]] tl::expected<Order, Refusal> readExecute(const QString &actionId, const QByteArray &body);
[[nodiscard]] Reply executeReply(const Order &order, const Outcome &outcome);
[[nodiscard]] Reply refusalReply(const Refusal &refusal, const QByteArray &requestId);
[[nodiscard]] QByteArray actionJson(const Action &action, const App &app);
// What the list of all actions holds of each.
[[nodiscard]] QByteArray reducedActionJson(const Action &action);
[[nodiscard]] QByteArray appJson(const App &app);
[[nodiscard]] QByteArray clientInfoJson(const QByteArray &apiKey);

} // namespace actionscope::sandbox::v2
