// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/accountwords.h"

#include "app/base/tr.h"

namespace actionscope::workspace {

QString ageWords(const api::ConnectedAccount &account, const QDateTime &now)
{
    if (!account.createdAt.isValid())
        return {};
    const qint64 minutes = account.createdAt.secsTo(now) / 60;
    constexpr qint64 hour = 60;
    constexpr qint64 day = 24 * hour;
    if (minutes < 1)
        return Tr::tr("new");
    if (minutes < hour)
        return minutes == 1 ? Tr::tr("1 minute old") : Tr::tr("%1 minutes old").arg(minutes);
    if (minutes < day)
        return minutes < 2 * hour ? Tr::tr("1 hour old") : Tr::tr("%1 hours old").arg(minutes / hour);
    return minutes < 2 * day ? Tr::tr("1 day old") : Tr::tr("%1 days old").arg(minutes / day);
}

QString stateWords(const api::ConnectedAccount &account)
{
    QString words = account.statusWord.isEmpty() ? Tr::tr("of unknown state") : account.statusWord;
    if (!account.statusReason.isEmpty())
        words = Tr::tr("%1 (%2)").arg(words, account.statusReason);
    return account.isDisabled ? Tr::tr("%1, disabled").arg(words) : words;
}

bool isDashboardUser(const QString &userId) { return userId.startsWith(QLatin1String("pg-test-")); }

} // namespace actionscope::workspace
