// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QList>
#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>

namespace actionscope::sandbox {

// What the actions keep: JSON records in named tables, each in a partition (a repository, a mailbox) in which they
// are numbered from 1. One SQLite connection of the thread that opened it; every value is a bound parameter.
class Store final
{
public:
    // `state` is ":memory:" or a folder, which gets a sandbox.sqlite.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &state);
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    // `make` is told the number of the new record and returns it as JSON.
    [[nodiscard]] Result<QByteArray> insert(
        const QString &table, const QString &partition, const std::function<QByteArray(qint64 number)> &make);
    // Oldest first. Partitions are compared without case.
    [[nodiscard]] Result<QList<QByteArray>> records(const QString &table, const QString &partition) const;

private:
    Store() = default;
    [[nodiscard]] Result<void> prepareTables();
    [[nodiscard]] Result<qint64> nextNumber(const QString &table, const QString &partition) const;

    QString m_connection; // a name of its own, so that several sandboxes run in one process
    QSqlDatabase m_database;
};

} // namespace actionscope::sandbox
