// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/shard.h"

#include "app/base/tr.h"

#include <QRegularExpression>

namespace actionscope::runner {

Result<Shard> shardFromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,6})/([0-9]{1,6})$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return failure(ErrorCode::InvalidInput, Tr::tr("“%1” is no shard: it is written I/N, such as 2/3.").arg(text));
    }
    const Shard shard {match.captured(1).toInt(), match.captured(2).toInt()};
    if (shard.count < 1 || shard.number < 1 || shard.number > shard.count) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("There is no shard %1 of %2: they are counted from 1 to %2.").arg(shard.number).arg(shard.count));
    }
    return shard;
}

QString textOf(const Shard &shard)
{
    return shard.isWhole() ? QString() : QStringLiteral("%1/%2").arg(shard.number).arg(shard.count);
}

} // namespace actionscope::runner
