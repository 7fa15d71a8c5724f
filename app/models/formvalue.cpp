// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/formvalue.h"

#include "app/base/tr.h"
#include "app/json/decimal.h"
#include "app/json/format.h"
#include "app/json/writer.h"
#include "app/schema/inputcheck.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

namespace actionscope::models {

using schema::Field;
using schema::FieldKind;

namespace {

bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool isChoice(const Field &field, const json::Value &value)
{
    return std::any_of(field.choices.begin(), field.choices.end(), [&value](const QByteArray &choice) {
        const json::Document document = json::Document::parse(choice);
        const json::Value root = document.root();
        if (root.isNumber() && value.isNumber())
            return json::Decimal(root.raw()) == json::Decimal(value.raw());
        return root.isString() ? value.isString() && root.toString() == value.toString()
                               : json::minified(root.raw()) == json::minified(value.raw());
    });
}

QString typeProblem(const Field &field, const json::Value &value)
{
    switch (field.kind) {
    case FieldKind::String:
        return value.isString() ? QString() : Tr::tr("This should be text.");
    case FieldKind::Integer:
        return value.isNumber() && json::Decimal(value.raw()).isInteger() ? QString()
                                                                          : Tr::tr("This should be a whole number.");
    case FieldKind::Number:
        return value.isNumber() ? QString() : Tr::tr("This should be a number.");
    case FieldKind::Boolean:
        return value.isBool() ? QString() : Tr::tr("This should be true or false.");
    case FieldKind::Enum:
        return isChoice(field, value) ? QString() : Tr::tr("This is not one of the choices.");
    case FieldKind::Array:
        return value.isArray() ? QString() : Tr::tr("This should be a list.");
    case FieldKind::Object:
    case FieldKind::File:
        return value.isObject() ? QString() : Tr::tr("This should be an object.");
    case FieldKind::Free:
        return field.type != QLatin1String("object") || value.isObject() ? QString()
                                                                         : Tr::tr("This should be an object.");
    case FieldKind::Variant:
        break;
    }
    return {};
}

QString numberProblem(const Field &field, const json::Value &value)
{
    if (!value.isNumber())
        return {};
    const json::Decimal number(value.raw());
    const auto isBelow = [&](const QByteArray &bound, bool isExcluded) {
        const json::Decimal limit(bound);
        return number < limit || (isExcluded && number == limit);
    };
    const auto isAbove = [&](const QByteArray &bound, bool isExcluded) {
        const json::Decimal limit(bound);
        return number > limit || (isExcluded && number == limit);
    };
    const bool isOut = (!field.minimum.isEmpty() && isBelow(field.minimum, field.excludesMinimum))
        || (!field.maximum.isEmpty() && isAbove(field.maximum, field.excludesMaximum));
    return isOut ? Tr::tr("This is out of bounds: %1.").arg(boundsText(field)) : QString();
}

QString lengthProblem(const Field &field, const json::Value &value)
{
    const qint64 length = value.isString() ? value.toString().toUcs4().size() : value.count();
    const bool isOut = (field.shortest && length < *field.shortest) || (field.longest && length > *field.longest);
    return isOut && (value.isString() || value.isArray()) ? Tr::tr("This has the wrong length: %1.").arg(boundsText(field))
                                                          : QString();
}

QString formatProblem(const Field &field, const json::Value &value)
{
    const QString text = value.toString();
    if (!value.isString() || text.isEmpty() || text.contains(QLatin1String("{{")))
        return {};
    if (field.format == QLatin1String("email")) {
        const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
        return at > 0 && at + 1 < text.size() && !text.contains(QLatin1Char(' ')) ? QString()
                                                                                  : Tr::tr("This does not look like a mail address.");
    }
    if (field.format == QLatin1String("uri") || field.format == QLatin1String("url")) {
        const QUrl url(text, QUrl::StrictMode);
        return url.isValid() && !url.scheme().isEmpty() ? QString() : Tr::tr("This does not look like an address.");
    }
    if (field.format == QLatin1String("date-time"))
        return QDateTime::fromString(text, Qt::ISODateWithMs).isValid() ? QString()
                                                                        : Tr::tr("This does not look like a date and time.");
    if (field.format == QLatin1String("date"))
        return QDate::fromString(text, Qt::ISODate).isValid() ? QString() : Tr::tr("This does not look like a date.");
    return {};
}

} // namespace

std::optional<QByteArray> jsonOfTyped(const Field &field, const QString &typed)
{
    const bool isText = field.kind == FieldKind::String || (field.kind == FieldKind::Free && field.type == QLatin1String("string"));
    if (isText)
        return json::quoted(typed);
    const QByteArray bytes = typed.trimmed().toUtf8();
    if (schema::isVariable(typed.trimmed()))
        return json::quoted(typed.trimmed()); // takes the variable's type when it is sent
    const json::Document document = json::Document::parse(bytes);
    if (!document.isValid())
        return {};
    const json::Value value = document.root();
    if (field.kind == FieldKind::Integer && !(value.isNumber() && json::Decimal(value.raw()).isInteger()))
        return {};
    if (field.kind == FieldKind::Number && !value.isNumber())
        return {};
    return bytes;
}

QString typedOfJson(QByteArrayView json)
{
    return json.startsWith('"') ? json::decodedString(json) : QString::fromUtf8(json);
}

QByteArray starterFor(const Field &field)
{
    if (!field.defaultValue.isEmpty() && field.defaultValue != "null")
        return field.defaultValue;
    switch (field.kind) {
    case FieldKind::String:
        return QByteArrayLiteral("\"\"");
    case FieldKind::Integer:
    case FieldKind::Number:
        return field.minimum.isEmpty() || field.excludesMinimum ? QByteArrayLiteral("0") : field.minimum;
    case FieldKind::Boolean:
        return QByteArrayLiteral("false");
    case FieldKind::Enum:
        return field.choices.value(0);
    case FieldKind::Array:
        return QByteArrayLiteral("[]");
    case FieldKind::Object:
    case FieldKind::File:
        return QByteArrayLiteral("{}");
    case FieldKind::Free:
        return field.type == QLatin1String("object") ? QByteArrayLiteral("{}") : QByteArrayLiteral("null");
    case FieldKind::Variant:
        break;
    }
    return QByteArrayLiteral("null");
}

QString problemOf(const Field &field, const json::Value &value)
{
    if (!value.isValid())
        return {};
    if (value.isNull()) {
        const bool isFine = field.isNullable || (field.kind == FieldKind::Free && field.type.isEmpty());
        return isFine ? QString() : Tr::tr("The schema does not allow null here.");
    }
    // A variable takes the type that is asked for when it is filled in.
    if (value.isString() && value.toString().startsWith(QLatin1String("{{")))
        return {};
    for (const auto find : {typeProblem, numberProblem, lengthProblem, formatProblem}) {
        const QString problem = find(field, value);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

QString boundsText(const Field &field)
{
    const QString minimum = QString::fromUtf8(field.minimum);
    const QString maximum = QString::fromUtf8(field.maximum);
    const bool areIncluded = !field.excludesMinimum && !field.excludesMaximum;
    if (!minimum.isEmpty() && !maximum.isEmpty() && areIncluded)
        return Tr::tr("%1 to %2").arg(minimum, maximum);
    QStringList parts;
    if (!minimum.isEmpty())
        parts.append((field.excludesMinimum ? Tr::tr("more than %1") : Tr::tr("at least %1")).arg(minimum));
    if (!maximum.isEmpty())
        parts.append((field.excludesMaximum ? Tr::tr("less than %1") : Tr::tr("at most %1")).arg(maximum));
    const auto counted = [isArray = field.kind == FieldKind::Array](qint64 count) {
        if (isArray)
            return count == 1 ? Tr::tr("1 item") : Tr::tr("%1 items").arg(count);
        return count == 1 ? Tr::tr("1 character") : Tr::tr("%1 characters").arg(count);
    };
    if (field.shortest.value_or(0) > 0)
        parts.append(Tr::tr("at least %1").arg(counted(*field.shortest)));
    if (field.longest)
        parts.append(Tr::tr("at most %1").arg(counted(*field.longest)));
    return parts.join(QLatin1String(", "));
}

json::TextEdit narrowed(const json::TextEdit &edit, QByteArrayView text)
{
    const QByteArrayView old = text.sliced(edit.begin, edit.length);
    const QByteArrayView fresh = edit.text;
    const qsizetype shared = std::min(old.size(), fresh.size());
    qsizetype front = 0;
    while (front < shared && old[front] == fresh[front])
        ++front;
    qsizetype back = 0;
    while (back < shared - front && old[old.size() - 1 - back] == fresh[fresh.size() - 1 - back])
        ++back;
    // Characters stay whole.
    while (front > 0
        && ((front < old.size() && isContinuation(old[front])) || (front < fresh.size() && isContinuation(fresh[front]))))
        --front;
    while (back > 0 && isContinuation(old[old.size() - back]))
        --back;
    return {edit.begin + front, old.size() - front - back, fresh.sliced(front, fresh.size() - front - back).toByteArray()};
}

} // namespace actionscope::models
