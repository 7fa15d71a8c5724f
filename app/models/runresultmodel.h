// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runresult.h"

#include <QAbstractTableModel>

#include <vector>

namespace actionscope::models {

// The results of a run as rows, in the order they came or with everything that did not pass on top. Of each only what a
// row shows is kept, so that a hundred thousand of them stay quick.
class RunResultModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TitleColumn, StatusColumn, DurationColumn, SentenceColumn, ColumnCount };
    enum Role {
        OutcomeRole = Qt::UserRole, // int of runner::Outcome, whatever the column
        NumberRole, // qint64: came as the so-manieth, from 0
        PathRole, // QString, whatever the column
    };
    enum class Order { AsTheyCame, FailuresFirst };

    explicit RunResultModel(QObject *parent = nullptr);

    void append(const QList<runner::RunResult> &results);
    void clear();
    void setOrder(Order order);
    [[nodiscard]] Order order() const { return m_order; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString path;
        QString title;
        QString sentence;
        runner::Outcome outcome;
        int status;
        qint64 microseconds;
    };
    void insert(const std::vector<qint32> &numbers, std::vector<qint32> *into, int offset);
    [[nodiscard]] qint32 numberAt(int row) const;
    [[nodiscard]] int rowOf(qint32 number) const;
    [[nodiscard]] QVariant textOf(const Row &row, int column) const;

    std::vector<Row> m_rows; // as they came
    std::vector<qint32> m_bad; // places in m_rows, ascending
    std::vector<qint32> m_good;
    Order m_order = Order::AsTheyCame;
};

// "passed", "failed", …: as a person reads it.

} // namespace actionscope::models
