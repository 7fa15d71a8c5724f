// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/verdict.h"
#include "app/base/clock.h"

#include <QAbstractTableModel>

#include <optional>

namespace actionscope::models {

// What a list shows of a request that the sandbox got, without its bodies.
struct ServedRequest
{
    quint64 number = 0; // counted by the sandbox
    QDateTime time = {}; // UTC
    QString method = {};
    QString path = {}; // with its query
    QString actionId = {}; // empty where it executes nothing
    int status = 0; // 0: no answer left
    std::optional<api::Verdict> verdict = {}; // of an execution
    qint64 microseconds = -1;
    QString faults = {}; // that struck, as they are written
    QString replay = {}; // the recorded run that answered

    bool operator==(const ServedRequest &) const = default;
};

// The requests of a running server as rows, the one that ended last on top. Only so many are kept.
class ServedRequestModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int mostRows = 10'000;

    enum Column { TimeColumn, MethodColumn, PathColumn, ActionColumn, StatusColumn, VerdictColumn, DurationColumn,
        FaultColumn, ColumnCount };
    enum Role {
        NumberRole = Qt::UserRole, // quint64
        VerdictRole, // int of api::Verdict, of the status where it executes nothing
        TitleRole, // QString, whatever the column: the action, else method and path
        DetailRole, // QString, whatever the column: when, and what came of it
        FaultRole, // QString, whatever the column
        DurationTextRole, // QString, whatever the column
        SearchRole, // QString: all words a filter looks at
    };

    explicit ServedRequestModel(QObject *parent = nullptr, const Clock &clock = systemClock());

    // In the order they ended.
    void append(const QList<ServedRequest> &requests);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const ServedRequest &requestAt(int row) const { return m_requests.at(m_requests.size() - 1 - row); }
    [[nodiscard]] QString displayText(const ServedRequest &request, int column) const;
    [[nodiscard]] QString detailText(const ServedRequest &request) const;

    Clock m_clock;
    QList<ServedRequest> m_requests; // the newest at the end: rows come and go at both ends
};

} // namespace actionscope::models
