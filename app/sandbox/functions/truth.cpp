// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/function.h"

#include "app/json/decimal.h"
#include "app/json/document.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace actionscope::sandbox {

namespace {

using Arguments = QList<QByteArray>;

QByteArray truth(bool value)
{
    return value ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
}

QByteArray present(const QByteArray &subject, const Arguments &)
{
    return truth(!subject.isEmpty() && subject != "null");
}

QByteArray absent(const QByteArray &subject, const Arguments &)
{
    return truth(subject.isEmpty() || subject == "null");
}

QByteArray negated(const QByteArray &subject, const Arguments &)
{
    return truth(!isTrue(subject));
}

QByteArray both(const QByteArray &subject, const Arguments &arguments)
{
    return truth(isTrue(subject)
        && std::all_of(arguments.cbegin(), arguments.cend(), [](const QByteArray &one) { return isTrue(one); }));
}

QByteArray either(const QByteArray &subject, const Arguments &arguments)
{
    return truth(isTrue(subject)
        || std::any_of(arguments.cbegin(), arguments.cend(), [](const QByteArray &one) { return isTrue(one); }));
}

QByteArray then(const QByteArray &subject, const Arguments &arguments)
{
    return isTrue(subject) ? arguments[0] : arguments.value(1);
}

// One of the arguments, case aside.
QByteArray equals(const QByteArray &subject, const Arguments &arguments)
{
    const QString text = textOf(subject);
    return truth(!subject.isEmpty() && std::any_of(arguments.cbegin(), arguments.cend(),
        [&](const QByteArray &one) { return textOf(one).compare(text, Qt::CaseInsensitive) == 0; }));
}

// A part of a text, or an item of a list.
QByteArray contains(const QByteArray &subject, const Arguments &arguments)
{
    const QString wanted = textOf(arguments[0]);
    if (subject.isEmpty())
        return truth(false);
    if (!subject.startsWith('['))
        return truth(textOf(subject).contains(wanted, Qt::CaseInsensitive));
    const auto items = itemsOf(subject);
    return truth(std::any_of(items.cbegin(), items.cend(),
        [&](const QByteArray &item) { return textOf(item).compare(wanted, Qt::CaseInsensitive) == 0; }));
}

QByteArray matches(const QByteArray &subject, const Arguments &arguments)
{
    return truth(!subject.isEmpty() && QRegularExpression(QRegularExpression::anchoredPattern(textOf(arguments[0])),
        QRegularExpression::DotMatchesEverythingOption)
                     .match(textOf(subject))
                     .hasMatch());
}

// Numbers by their value, all else by its text, which suits ISO times of one zone.
bool isBelow(const QByteArray &left, const QByteArray &right)
{
    const json::Document a = json::Document::parse(left);
    const json::Document b = json::Document::parse(right);
    if (a.isValid() && b.isValid() && a.root().isNumber() && b.root().isNumber())
        return json::Decimal(left) < json::Decimal(right);
    return textOf(left) < textOf(right);
}

QByteArray below(const QByteArray &subject, const Arguments &arguments)
{
    return truth(isBelow(subject, arguments[0]));
}

QByteArray atLeast(const QByteArray &subject, const Arguments &arguments)
{
    return truth(!isBelow(subject, arguments[0]));
}

constexpr std::array table {
    Function {"present", Subject::Optional, 0, 0, present},
    Function {"absent", Subject::Optional, 0, 0, absent},
    Function {"not", Subject::Optional, 0, 0, negated},
    Function {"and", Subject::Optional, 1, 9, both},
    Function {"or", Subject::Optional, 1, 9, either},
    Function {"then", Subject::Optional, 1, 2, then},
    Function {"equals", Subject::Optional, 1, 9, equals},
    Function {"contains", Subject::Optional, 1, 1, contains},
    Function {"matches", Subject::Optional, 1, 1, matches},
    Function {"below", Subject::Needed, 1, 1, below},
    Function {"atLeast", Subject::Needed, 1, 1, atLeast},
};

} // namespace

std::span<const Function> truthFunctions()
{
    return table;
}

} // namespace actionscope::sandbox
