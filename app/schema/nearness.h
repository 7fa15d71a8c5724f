// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace actionscope::schema {

// The candidates that a mistyped word may have meant, the nearest first: by letters added, left out, changed or swapped,
// where case, "_", "-" and blanks count for nothing. Empty where all are too far away.
[[nodiscard]] QStringList nearest(const QString &word, const QStringList &candidates);

} // namespace actionscope::schema
