// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/damagedfile.h"

#include "app/base/tr.h"

#include <QDir>
#include <QFileInfo>

namespace actionscope::storage {

Result<QString> moveDamagedFileAside(const QString &path, const QDateTime &now)
{
    const QString stem
        = path + QStringLiteral(".damaged-") + now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss"));
    QString target = stem;
    for (int i = 2; QFileInfo::exists(target); ++i)
        target = stem + QLatin1Char('-') + QString::number(i);
    // QDir, because QFile would copy where it cannot rename, and a folder can stand there too.
    if (!QDir().rename(path, target))
        return failure(ErrorCode::Unwritable, Tr::tr("The damaged file %1 could not be moved aside.").arg(path));
    return target;
}

} // namespace actionscope::storage
