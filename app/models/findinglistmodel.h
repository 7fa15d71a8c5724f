// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/collectioncheck.h"

#include <QAbstractTableModel>

namespace actionscope::models {

// What the doctor found, in the order of the files.
class FindingListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PathColumn, LineColumn, SentenceColumn, ColumnCount };
    enum Role {
        SeverityRole = Qt::UserRole, // int of runner::Finding::Severity, whatever the column
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(const QList<workspace::CheckedFinding> &findings);
    [[nodiscard]] const QList<workspace::CheckedFinding> &findings() const { return m_findings; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<workspace::CheckedFinding> m_findings;
};

} // namespace actionscope::models
