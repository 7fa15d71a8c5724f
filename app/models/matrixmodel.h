// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/matrix.h"

#include <QAbstractTableModel>

#include <optional>

namespace actionscope::models {

// A matrix as a grid: a column for each request, a row for each variant. One that comes out otherwise than most is marked.
class MatrixModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        OutcomeRole = Qt::UserRole, // int of runner::Outcome; invalid where there is no result yet
        IsOddRole, // bool
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Begins anew, with these rows.
    void reset(const QStringList &variants);
    void add(const runner::RunResult &result);
    // How many cells come out otherwise than most of their request.
    [[nodiscard]] int oddCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::optional<runner::Matrix> m_matrix;
    QHash<QString, QString> m_titles; // by path
    QHash<QString, QStringList> m_odd; // by path
};

} // namespace actionscope::models
