// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/decimal.h"

#include <algorithm>

namespace actionscope::json {

Decimal::Decimal(QByteArrayView number)
{
    constexpr qint64 farAway = 1'000'000'000'000; // exponents beyond this only have to stay in order
    qsizetype at = 0;
    qint64 exponent = 0;
    bool afterPoint = false;
    if (number.startsWith('-')) {
        m_negative = true;
        ++at;
    }
    for (; at < number.size(); ++at) {
        const char c = number[at];
        if (c == '.') {
            afterPoint = true;
        } else if (c == 'e' || c == 'E') {
            bool fits = false;
            const QByteArrayView power = number.sliced(at + 1);
            exponent = power.toByteArray().toLongLong(&fits);
            if (!fits)
                exponent = power.startsWith('-') ? -farAway : farAway;
            exponent = std::clamp(exponent, -farAway, farAway);
            break;
        } else {
            m_digits += c;
            if (!afterPoint)
                ++m_point;
        }
    }
    const auto firstUsed = std::find_if(m_digits.cbegin(), m_digits.cend(), [](char c) { return c != '0'; });
    const qsizetype leading = firstUsed - m_digits.cbegin();
    m_digits.remove(0, leading);
    while (m_digits.endsWith('0'))
        m_digits.chop(1);
    m_point = m_digits.isEmpty() ? 0 : m_point - leading + exponent;
    m_negative = m_negative && !m_digits.isEmpty();
}

bool Decimal::isMultipleOf(const Decimal &divisor) const
{
    constexpr qsizetype longestDivisor = 17;
    constexpr qint64 allTwosAndFives = 64; // no such divisor holds more of them, so further tens change nothing
    if (m_digits.isEmpty() || divisor.m_digits.size() > longestDivisor)
        return true;
    if (divisor.m_digits.isEmpty())
        return false;
    const qint64 tens = (m_point - m_digits.size()) - (divisor.m_point - divisor.m_digits.size());
    if (tens < 0) // neither side's digits end in a zero
        return false;
    const quint64 whole = divisor.m_digits.toULongLong();
    quint64 rest = 0;
    for (const char digit : m_digits)
        rest = (rest * 10 + quint64(digit - '0')) % whole;
    for (qint64 i = 0; i < std::min(tens, allTwosAndFives) && rest != 0; ++i)
        rest = rest * 10 % whole;
    return rest == 0;
}

std::strong_ordering Decimal::operator<=>(const Decimal &other) const
{
    if (m_negative != other.m_negative)
        return m_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    auto order = std::strong_ordering::equal;
    if (m_digits.isEmpty() || other.m_digits.isEmpty())
        order = !m_digits.isEmpty() <=> !other.m_digits.isEmpty();
    else if (m_point != other.m_point)
        order = m_point <=> other.m_point;
    else
        order = m_digits.compare(other.m_digits) <=> 0;
    return m_negative ? 0 <=> order : order;
}

} // namespace actionscope::json
