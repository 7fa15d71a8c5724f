// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace actionscope::models {

// Figures as people read them, in the current locale.

// "0.4 ms", "143 ms", "1.24 s", "3 min 5 s"; a dash for what is not known (negative).
[[nodiscard]] QString durationText(qint64 microseconds);
// "812 bytes", "2.1 kB", "20.0 MB"
[[nodiscard]] QString sizeText(qint64 bytes);
// The time of day when `moment` lies on the day of `now`, else date and time; both in local time.
[[nodiscard]] QString momentText(const QDateTime &moment, const QDateTime &now);
// The same in full, to the second, with the date.
[[nodiscard]] QString fullMomentText(const QDateTime &moment);

} // namespace actionscope::models
