// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/manifest.h"
#include "app/sandbox/filestore.h"
#include "app/sandbox/http/reply.h"
#include "app/sandbox/order.h"
#include "app/sandbox/refusal.h"

#include <tl/expected.hpp>

// How v3 and v3.1 spell things: requests read, answers written.
namespace actionscope::sandbox::v3 {

[[nodiscard]] tl::expected<Order, Refusal> readExecute(
    api::ApiVersion version, const QString &slug, const QByteArray &body);
[[nodiscard]] Reply executeReply(const Outcome &outcome);
[[nodiscard]] Reply refusalReply(const Refusal &refusal, const QByteArray &requestId);
[[nodiscard]] QByteArray toolJson(const Action &action, const App &app, api::ApiVersion version);
[[nodiscard]] QByteArray categoryJson(const QString &name);
[[nodiscard]] QByteArray sessionInfoJson(const QByteArray &apiKey);
[[nodiscard]] QByteArray toolkitJson(const App &app);
[[nodiscard]] QByteArray changelogJson(const App &app);
[[nodiscard]] QByteArray fileJson(const StoredFile &file);

} // namespace actionscope::sandbox::v3
