// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/storage/historyentry.h"

#include <QAbstractTableModel>

namespace actionscope::models {

// The history as rows, in the order given: newest first.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { VerdictColumn, ActionColumn, TimeColumn, DurationColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, // QString
        VerdictRole, // int of api::Verdict
        SortRole, // comparable value of the column
        ActionIdRole, // QString, whatever the column
        TimeTextRole, // QString, whatever the column
        DurationTextRole, // QString, whatever the column
        SearchRole, // QString: all words a filter looks at
    };

    explicit HistoryModel(QObject *parent = nullptr, const Clock &clock = systemClock());

    void setEntries(const QList<storage::HistorySummary> &entries);
    // Puts a new run on top; one with a known id takes the place of the old row.
    void prepend(const storage::HistorySummary &entry);
    void removeEntry(const QString &id);
    // Row of an id, -1 when it is not there.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString displayText(const storage::HistorySummary &entry, int column) const;
    [[nodiscard]] QString spokenText(const storage::HistorySummary &entry) const;

    Clock m_clock;
    QList<storage::HistorySummary> m_entries;
};

} // namespace actionscope::models
