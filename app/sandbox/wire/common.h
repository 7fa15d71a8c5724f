// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/manifest.h"
#include "app/sandbox/http/reply.h"

#include <QByteArray>
#include <QStringList>

namespace actionscope::sandbox {

// What the versions spell alike.

// The answer of an execution: `data` first, then the members of the JSON object `rest`.
[[nodiscard]] Reply resultReply(const Outcome &outcome, const QByteArray &rest);
[[nodiscard]] QByteArray stringsJson(const QStringList &texts);
[[nodiscard]] QByteArray outputSchemaJson();
// Enough of a key to recognise it, never the whole.
[[nodiscard]] QString maskedKey(const QByteArray &apiKey);
[[nodiscard]] QString appUuid(const App &app);
[[nodiscard]] QString integrationUuid(const QString &appKey);
// When everything ready-made was made, so that answers are the same on every start.
[[nodiscard]] QString readyMadeTime();

} // namespace actionscope::sandbox
