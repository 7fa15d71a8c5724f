// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/storage/historyentry.h"
#include "app/storage/jobqueue.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace actionscope::storage {

class HistoryFiles;

// The history for a window: every call returns at once, the disk work is done in order on one thread of its own.
// Over HistoryFiles, which does the same blocking and is what the command line uses.
class History final : public QObject
{
    Q_OBJECT

public:
    // `folder` is <config>/history; it is made when first written to.
    explicit History(const QString &folder, QObject *parent = nullptr);
    ~History() override; // waits until what was asked for is on disk

    [[nodiscard]] const QString &folder() const { return m_folder; }

    // Stores the entry and gives it its id.
    QFuture<Result<HistoryEntry>> append(const HistoryEntry &entry);
    // Newest first, at most `limit`. Damaged segments are passed over.
    QFuture<Result<QList<HistorySummary>>> list(int limit);
    QFuture<Result<HistoryEntry>> load(const QString &id);
    QFuture<Result<void>> remove(const QString &id);

private:
    QString m_folder;
    std::unique_ptr<HistoryFiles> m_files; // used by the jobs only
    JobQueue m_jobs; // last, so that it ends first
};

} // namespace actionscope::storage
