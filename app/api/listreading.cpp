// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/listreading.h"

#include <QRegularExpression>

namespace actionscope::api {

QString looseText(const json::Value &value)
{
    if (value.isString())
        return value.toString();
    return value.isNumber() || value.isBool() ? QString::fromUtf8(value.raw()) : QString();
}

QString looseText(const json::Value &object, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        const QString text = looseText(object.member(name));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

bool looseBool(const json::Value &value)
{
    if (const auto flag = value.toBool())
        return *flag;
    const QString text = looseText(value);
    return text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 || text == QLatin1String("1");
}

std::optional<qint64> looseCount(const json::Value &value)
{
    constexpr double largest = 1e15; // whole numbers beyond it are not exact
    bool isNumber = false;
    const double number = looseText(value).toDouble(&isNumber);
    if (!isNumber || !(number >= 0 && number <= largest))
        return {};
    return qint64(number);
}

QStringList looseTexts(const json::Value &value)
{
    QStringList texts;
    const auto add = [&texts](const QString &text) {
        if (!text.isEmpty())
            texts.append(text);
    };
    if (!value.isArray()) {
        add(looseText(value));
        return texts;
    }
    for (json::Value item = value.firstChild(); item.isValid(); item = item.nextSibling())
        add(item.isObject() ? looseText(item, {u"name", u"slug", u"id"}) : looseText(item));
    return texts;
}

QDateTime looseTime(const json::Value &value)
{
    constexpr qint64 firstMilliseconds = 100'000'000'000; // as seconds it would be the year 5138
    if (const auto number = looseCount(value)) {
        return *number < firstMilliseconds ? QDateTime::fromSecsSinceEpoch(*number, Qt::UTC)
                                           : QDateTime::fromMSecsSinceEpoch(*number, Qt::UTC);
    }
    QDateTime time = QDateTime::fromString(looseText(value), Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // written without a zone
    return time.toUTC();
}

QByteArray objectBytes(const json::Value &value)
{
    return value.isObject() ? value.raw().toByteArray() : QByteArray();
}

QString successorIn(const QString &description)
{
    if (!description.contains(QLatin1String("deprecated"), Qt::CaseInsensitive))
        return {};
    static const QRegularExpression marker(QStringLiteral("<\\s*deprecated\\b[\\s:,;.-]*use\\s+[`\"']?([A-Z][A-Z0-9_]*)"),
        QRegularExpression::CaseInsensitiveOption);
    return marker.match(description).captured(1).toUpper();
}

} // namespace actionscope::api
