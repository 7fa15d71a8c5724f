// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace actionscope::api {

// What an execution came to, in one word; never the HTTP status.
enum class Verdict {
    Successful,
    ActionRefused, // HTTP 2xx, but the action says it did not succeed
    ServiceRefused, // an HTTP error answer
    NoUsableAnswer, // nothing came, or nothing that is the API's
    OutcomeUnknown, // the request left, the answer was lost: the action may have run
    Cancelled,
};

// Stable names for files: "successful", "actionRefused", …
[[nodiscard]] QString verdictName(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdictFromName(QStringView name);
// The words shown to people, translated.
[[nodiscard]] QString verdictTitle(Verdict verdict);

} // namespace actionscope::api
