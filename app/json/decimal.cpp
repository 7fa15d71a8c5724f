// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/decimal.h"

#include <QByteArray>

#include <limits>

namespace actionscope::json {

namespace {

// 0.DIGITS × 10^exponent; zero has no digits.
struct Decimal
{
    bool isNegative = false;
    QByteArray digits;
    qint64 exponent = 0;
};

// An exponent too large to hold stays far away from every other.
qint64 exponentOf(QByteArrayView text)
{
    constexpr qint64 farAway = std::numeric_limits<qint64>::max() / 4;
    bool good = false;
    const QByteArray number = text.toByteArray();
    const qint64 exponent = number.toLongLong(&good);
    if (!good)
        return number.startsWith('-') ? -farAway : farAway;
    return qBound(-farAway, exponent, farAway);
}

Decimal decimalOf(QByteArrayView text)
{
    Decimal decimal;
    decimal.isNegative = text.startsWith('-');
    const QByteArrayView unsignedText = text.sliced(decimal.isNegative ? 1 : 0);
    qsizetype pointAt = -1;
    qsizetype at = 0;
    for (; at < unsignedText.size(); ++at) {
        const char c = unsignedText[at];
        if (c == 'e' || c == 'E')
            break;
        if (c == '.')
            pointAt = decimal.digits.size();
        else
            decimal.digits += c;
    }
    if (pointAt < 0)
        pointAt = decimal.digits.size();
    qsizetype leadingZeros = 0;
    while (leadingZeros < decimal.digits.size() && decimal.digits[leadingZeros] == '0')
        ++leadingZeros;
    decimal.digits.remove(0, leadingZeros);
    while (decimal.digits.endsWith('0'))
        decimal.digits.chop(1);
    if (decimal.digits.isEmpty())
        return {};
    decimal.exponent = pointAt - leadingZeros;
    if (at < unsignedText.size())
        decimal.exponent += exponentOf(unsignedText.sliced(at + 1));
    return decimal;
}

std::strong_ordering compareMagnitudes(const Decimal &left, const Decimal &right)
{
    if (left.digits.isEmpty() || right.digits.isEmpty())
        return left.digits.size() <=> right.digits.size();
    if (left.exponent != right.exponent)
        return left.exponent <=> right.exponent;
    return QByteArrayView(left.digits).compare(right.digits) <=> 0;
}

} // namespace

std::strong_ordering compareNumbers(QByteArrayView left, QByteArrayView right)
{
    const Decimal a = decimalOf(left);
    const Decimal b = decimalOf(right);
    if (a.isNegative != b.isNegative)
        return a.isNegative ? std::strong_ordering::less : std::strong_ordering::greater;
    return a.isNegative ? compareMagnitudes(b, a) : compareMagnitudes(a, b);
}

} // namespace actionscope::json
