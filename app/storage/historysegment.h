// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/storage/historyentry.h"
#include "app/storage/historyfields.h"
#include "app/storage/inifile.h"

#include <optional>

namespace actionscope::storage {

// What an id says: when the entry was stored, in which segment, as its how-manieth.
// Written yyyyMMddTHHmmsszzz-SSSSSS-NNNN, so ids sort by time and name the file to look into.
struct HistoryId
{
    int segment = 0;
    int position = 0;

    [[nodiscard]] static QString make(const QDateTime &time, int segment, int position);
    [[nodiscard]] static std::optional<HistoryId> parse(const QString &id);
};

// One INI file of the history and the body files beside it. An index of summaries stands apart from the entries,
// and QSettings decodes only the sections that are asked for, so a list never pays for bodies.
// Whoever writes holds the history's lock.
class HistorySegment final
{
public:
    // A body longer than this goes to a file of its own.
    static constexpr qsizetype largestInlineBody = 64 * 1024;

    HistorySegment(const QString &folder, int number);

    [[nodiscard]] static QString pathOf(const QString &folder, int number);
    [[nodiscard]] static QString bodyPathOf(const QString &folder, const QString &id);
    // An empty segment, readable by its owner only. QSettings keeps the permissions when it replaces the file.
    [[nodiscard]] static Result<void> create(const QString &folder, int number);

    // Roughly what the entry will take in the INI file.
    [[nodiscard]] static qint64 inlineSizeOf(const HistoryEntry &entry);

    [[nodiscard]] qint64 size() const;
    // Not ours, from a later version, or no longer readable as a whole: nothing is added to it.
    [[nodiscard]] bool isDamaged() const;

    [[nodiscard]] Result<HistoryEntry> add(const HistoryEntry &entry, const QDateTime &time);
    // Newest first.
    [[nodiscard]] QList<HistorySummary> summaries();
    [[nodiscard]] Result<HistoryEntry> load(const QString &id);
    [[nodiscard]] Result<void> remove(const QString &id);

private:
    // Writes the file anew, or leaves the old one in place and returns false.
    [[nodiscard]] bool save();
    void write(const QString &id, const HistoryFields &fields, const QByteArray &digest, const HistorySummary &summary);
    [[nodiscard]] Result<HistoryFields> read(const QString &id);

    QString m_folder;
    int m_number;
    IniFile m_settings;
};

} // namespace actionscope::storage
