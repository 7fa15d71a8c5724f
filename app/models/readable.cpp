// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/readable.h"

#include "app/base/tr.h"

#include <QLocale>

namespace actionscope::models {

QString durationText(qint64 microseconds)
{
    const QLocale locale;
    if (microseconds < 0)
        return QStringLiteral("–");
    if (microseconds < 10'000)
        return Tr::tr("%1 ms").arg(locale.toString(double(microseconds) / 1000.0, 'f', 1));
    if (microseconds < 999'500)
        return Tr::tr("%1 ms").arg(locale.toString((microseconds + 500) / 1000));
    if (microseconds < 59'950'000)
        return Tr::tr("%1 s").arg(
            locale.toString(double(microseconds) / 1e6, 'f', microseconds < 9'995'000 ? 2 : 1));
    const qint64 seconds = (microseconds + 500'000) / 1'000'000;
    return Tr::tr("%1 min %2 s").arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
}

QString sizeText(qint64 bytes)
{
    return bytes == 1 ? Tr::tr("1 byte") : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return {};
    const QLocale locale;
    const QDateTime here = moment.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QString time = here.toString(QStringLiteral("HH:mm:ss"));
    if (here.date() == today)
        return time;
    //: The day before today, followed by a time of day
    if (here.date() == today.addDays(-1))
        return Tr::tr("Yesterday %1").arg(time);
    if (here.date().year() == today.year())
        return locale.toString(
            here, Tr::tr("d MMM HH:mm", "A date without year and a time, in the letters of QDateTime"));
    return locale.toString(here.date(), QLocale::ShortFormat);
}

QString fullMomentText(const QDateTime &moment)
{
    const QDateTime here = moment.toLocalTime();
    return moment.isValid() ? Tr::tr("%1, %2").arg(QLocale().toString(here.date(), QLocale::ShortFormat),
               here.toString(QStringLiteral("HH:mm:ss")))
                            : QString();
}

} // namespace actionscope::models
