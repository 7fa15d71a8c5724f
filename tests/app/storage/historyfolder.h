// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/atomicfile.h"
#include "app/storage/historyfiles.h"

#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace actionscope::storage {

// A history in a temporary folder, and what the tests of it ask about its files.
class HistoryFolder
{
protected:
    [[nodiscard]] QString folder() const { return m_dir->filePath(QStringLiteral("config/history")); }
    [[nodiscard]] QStringList names(const QString &pattern) const { return QDir(folder()).entryList({pattern}); }
    [[nodiscard]] QString segment(int number) const
    {
        return folder() + QStringLiteral("/segment-%1.ini").arg(number, 6, 10, QLatin1Char('0'));
    }
    [[nodiscard]] QByteArray everythingOnDisk() const
    {
        QByteArray all;
        for (const QFileInfo &file : QDir(folder()).entryInfoList(QDir::Files))
            all += readFile(file.filePath()).value_or(QByteArray());
        return all;
    }
    [[nodiscard]] static QStringList idsIn(HistoryFiles &files)
    {
        QStringList ids;
        const auto listed = files.list(1000);
        for (const HistorySummary &summary : listed.value_or(QList<HistorySummary>()))
            ids << summary.id;
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

} // namespace actionscope::storage
