// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/storage/historyentry.h"

#include <QSet>

class QLockFile;

namespace actionscope::storage {

// The history as a folder of segments, each a QSettings INI file. Every call blocks until the disk has answered.
// Programs that use one folder at the same time do not disturb each other: writing happens under a lock file.
// One object belongs to one thread.
class HistoryFiles final
{
public:
    // A segment that has grown past this is followed by a new one. QSettings writes a segment anew for each entry,
    // so this size decides what an append costs: 64 kB take about 2 ms, 256 kB take 7.
    static constexpr qint64 segmentSize = 64 * 1024;

    // An entry whose answer has a larger body is kept without it: reading and writing it would take seconds.
    static constexpr qint64 largestBody = 128LL * 1024 * 1024;

    // `folder` is made when first written to.
    explicit HistoryFiles(
        const QString &folder, Clock clock = systemClock(), qint64 largestKeptBody = largestBody);

    // Stores the entry, without secrets and without a body that is too large, and gives it its id.
    [[nodiscard]] Result<HistoryEntry> append(const HistoryEntry &entry);
    // Newest first, at most `limit`. Damaged segments are passed over.
    [[nodiscard]] Result<QList<HistorySummary>> list(int limit);
    // The id that a person means: “last” is the newest run.
    [[nodiscard]] Result<QString> idOf(const QString &word);
    // Where the entry's file is damaged the error names it.
    [[nodiscard]] Result<HistoryEntry> load(const QString &id);
    [[nodiscard]] Result<void> remove(const QString &id);
    // Drops the oldest segments until the rest takes at most that many bytes. The newest one always stays.
    [[nodiscard]] Result<void> prune(qint64 keepBytes);

private:
    [[nodiscard]] QString lockPath() const;
    [[nodiscard]] Result<void> makeFolder() const;
    [[nodiscard]] Result<void> take(QLockFile &lock) const;
    [[nodiscard]] Result<int> segmentFor(const HistoryEntry &entry);
    [[nodiscard]] Result<int> beginSegment(int number);
    void findNewest();
    [[nodiscard]] QList<int> segmentNumbers() const;

    QString m_folder;
    Clock m_clock;
    qint64 m_largestBody;
    int m_newest = 0; // the highest segment number seen, 0 when there is none
    QSet<int> m_damaged; // QSettings reports a damaged file only when it first reads it
};

} // namespace actionscope::storage
