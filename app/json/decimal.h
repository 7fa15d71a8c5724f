// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>

namespace actionscope::json {

// A JSON number as the digits it is written with, so that a bound of 0.1 or 12345678901234567890 is exact.
class Decimal final
{
public:
    // `number` is the spelling of a valid JSON number.
    explicit Decimal(QByteArrayView number);

    // True for 1, 1.0 and 1e3, not for 1.5.
    [[nodiscard]] bool isInteger() const { return m_digits.isEmpty() || m_point >= m_digits.size(); }
    // Exact for a divisor of up to 17 digits that is not zero; a longer one is taken to divide.
    [[nodiscard]] bool isMultipleOf(const Decimal &divisor) const;
    [[nodiscard]] std::strong_ordering operator<=>(const Decimal &other) const;
    [[nodiscard]] bool operator==(const Decimal &other) const { return (*this <=> other) == 0; }

private:
    bool m_negative = false;
    QByteArray m_digits; // without leading or trailing zeros; empty is zero
    qint64 m_point = 0; // the value is 0.DIGITS times ten to this power
};

} // namespace actionscope::json
