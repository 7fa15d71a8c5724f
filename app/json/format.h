// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <limits>

namespace actionscope::json {

// Both change white space outside strings and nothing else: numbers, escapes, order and duplicates keep
// their spelling. The text must be valid JSON; what comes of anything else is still the same bytes re-spaced.
// Empty when the result would pass `limit` bytes, which the indents of deep nesting can do to a small text.
[[nodiscard]] QByteArray prettyPrinted(
    QByteArrayView json, int indent = 2, qsizetype limit = std::numeric_limits<qsizetype>::max());
[[nodiscard]] QByteArray minified(QByteArrayView json);

} // namespace actionscope::json
