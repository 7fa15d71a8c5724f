// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/function.h"

#include "app/json/writer.h"

#include <QRandomGenerator>

#include <array>

namespace actionscope::sandbox {

namespace {

using Arguments = QList<QByteArray>;

constexpr QByteArrayView decimals = "0123456789";
constexpr QByteArrayView hexadecimals = "0123456789abcdef";
constexpr QByteArrayView lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

QByteArray chosen(QByteArrayView alphabet, const Arguments &arguments)
{
    const qint64 length = qBound(qint64(1), integerOf(arguments.value(0), 16), qint64(200));
    QByteArray text(1, '"');
    for (qint64 i = 0; i < length; ++i) {
        // No leading zero: it may have to stand as a number.
        const int lowest = i == 0 && alphabet == decimals ? 1 : 0;
        text += alphabet[QRandomGenerator::global()->bounded(lowest, int(alphabet.size()))];
    }
    return text + '"';
}

QByteArray digits(const QByteArray &, const Arguments &arguments)
{
    return chosen(decimals, arguments);
}

QByteArray hex(const QByteArray &, const Arguments &arguments)
{
    return chosen(hexadecimals, arguments);
}

QByteArray letters(const QByteArray &, const Arguments &arguments)
{
    return chosen(lettersAndDigits, arguments);
}

constexpr std::array table {
    Function {"digits", Subject::Optional, 0, 1, digits},
    Function {"hex", Subject::Optional, 0, 1, hex},
    Function {"letters", Subject::Optional, 0, 1, letters},
};

} // namespace

std::span<const Function> idFunctions()
{
    return table;
}

} // namespace actionscope::sandbox
