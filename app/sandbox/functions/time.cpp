// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/function.h"

#include "app/json/writer.h"

#include <QDateTime>

#include <array>

namespace actionscope::sandbox {

namespace {

using Arguments = QList<QByteArray>;

// ISO 8601, with or without its zone; without, it is taken as UTC. A number is seconds since 1970.
QDateTime timeOf(const QByteArray &json)
{
    const QString text = textOf(json).trimmed();
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber)
        return QDateTime::fromMSecsSinceEpoch(qint64(seconds * 1000), Qt::UTC);
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time;
}

QByteArray iso(const QByteArray &subject, const Arguments &)
{
    const QDateTime time = timeOf(subject);
    return time.isValid() ? json::quoted(time.toUTC().toString(Qt::ISODate)) : QByteArray();
}

QByteArray seconds(const QByteArray &subject, const Arguments &)
{
    const QDateTime time = timeOf(subject);
    return time.isValid() ? QByteArray::number(time.toSecsSinceEpoch()) : QByteArray();
}

QByteArray addMinutes(const QByteArray &subject, const Arguments &arguments)
{
    constexpr qint64 most = 60 * 24 * 366 * 100; // a hundred years
    const QDateTime time = timeOf(subject);
    const qint64 minutes = qBound(-most, integerOf(arguments[0]), most);
    return time.isValid() ? json::quoted(time.toUTC().addSecs(minutes * 60).toString(Qt::ISODate)) : QByteArray();
}

// So many minutes after a time, in seconds since 1970.
QByteArray delay(const QByteArray &subject, const Arguments &arguments)
{
    const QByteArray time = addMinutes(arguments[0], {subject});
    return time.isEmpty() ? time : seconds(time, {});
}

QByteArray date(const QByteArray &subject, const Arguments &arguments)
{
    const QDateTime time = timeOf(subject);
    return time.isValid() ? json::quoted(QLocale::c().toString(time.toUTC(), textOf(arguments[0]))) : QByteArray();
}

constexpr std::array table {
    Function {"iso", Subject::Needed, 0, 0, iso},
    Function {"seconds", Subject::Needed, 0, 0, seconds},
    Function {"addMinutes", Subject::Needed, 1, 1, addMinutes},
    Function {"delay", Subject::Needed, 1, 1, delay},
    Function {"date", Subject::Needed, 1, 1, date},
};

} // namespace

std::span<const Function> timeFunctions()
{
    return table;
}

} // namespace actionscope::sandbox
