// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace actionscope::diagnosis {

class Facts;

// How many seconds an answer asks to wait: by Retry-After, as a number or a date, else by its words ("retry after 12s").
[[nodiscard]] std::optional<int> secondsToWait(const Facts &facts);
// "Execute again in 12 seconds.", and the like without a number.
[[nodiscard]] QString waitSentence(const std::optional<int> &seconds, const QString &otherwise);

} // namespace actionscope::diagnosis
