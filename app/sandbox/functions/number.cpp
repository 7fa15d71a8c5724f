// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/function.h"

#include "app/json/document.h"
#include "app/sandbox/behaviours/calculate.h"

#include <array>

namespace actionscope::sandbox {

namespace {

using Arguments = QList<QByteArray>;

// A number, or a text that is one; else absent.
QByteArray number(const QByteArray &subject, const Arguments &)
{
    const QByteArray text = textOf(subject).trimmed().toUtf8();
    const json::Document document = json::Document::parse(text);
    return document.isValid() && document.root().isNumber() ? text : QByteArray();
}

// A sum, product or the like written as a text; absent when it cannot be worked out.
QByteArray worked(const QByteArray &subject, const Arguments &)
{
    return calculated(textOf(subject).toUtf8()).value_or(QByteArray());
}

QByteArray add(const QByteArray &subject, const Arguments &arguments)
{
    qint64 sum = 0;
    return __builtin_add_overflow(integerOf(subject), integerOf(arguments[0]), &sum) ? QByteArray()
                                                                                     : QByteArray::number(sum);
}

QByteArray times(const QByteArray &subject, const Arguments &arguments)
{
    qint64 product = 0;
    return __builtin_mul_overflow(integerOf(subject), integerOf(arguments[0]), &product) ? QByteArray()
                                                                                         : QByteArray::number(product);
}

constexpr std::array table {
    Function {"number", Subject::Needed, 0, 0, number},
    Function {"calculated", Subject::Needed, 0, 0, worked},
    Function {"add", Subject::Needed, 1, 1, add},
    Function {"times", Subject::Needed, 1, 1, times},
};

} // namespace

std::span<const Function> numberFunctions()
{
    return table;
}

} // namespace actionscope::sandbox
