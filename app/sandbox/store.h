// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/sandbox/filestore.h"

#include <QByteArray>
#include <QList>
#include <QLockFile>
#include <QSqlDatabase>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>

namespace actionscope::sandbox {

struct StoredRecord
{
    qint64 number = 0;
    QByteArray body;
};

// What the actions keep: JSON records in named tables, each in a partition (a repository, a mailbox) in which they
// are numbered from 1. One SQLite connection of the thread that opened it; every value is a bound parameter.
class Store final
{
public:
    // `state` is ":memory:" or a folder, which gets a sandbox.sqlite and belongs to one sandbox at a time.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &state);
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    // `make` is told the number of the new record and returns it as JSON.
    [[nodiscard]] Result<QByteArray> insert(
        const QString &table, const QString &partition, const std::function<QByteArray(qint64 number)> &make);
    // Oldest first. Partitions are compared without case.
    [[nodiscard]] Result<QList<StoredRecord>> records(const QString &table, const QString &partition) const;
    [[nodiscard]] Result<void> replace(
        const QString &table, const QString &partition, qint64 number, const QByteArray &body);
    [[nodiscard]] Result<void> remove(const QString &table, const QString &partition, qint64 number);
    // Keeps ready-made records the first time a state is asked to; what became of them since is left alone.
    [[nodiscard]] Result<void> seed(
        const QString &table, const QString &partition, const QList<QByteArray> &bodies);

    // Empty, as on the first day.
    [[nodiscard]] Result<void> clear();
    // All there is as one file, which load() takes. An existing file is replaced.
    [[nodiscard]] Result<void> save(const QString &file) const;
    // All of it in the place of what there is, or nothing when the file is no such one.
    [[nodiscard]] Result<void> load(const QString &file);

    [[nodiscard]] FileStore &files() { return *m_files; }

    // All that `work` writes is kept, or nothing of it where it returns an error or false. May be nested.
    [[nodiscard]] Result<bool> atomically(const std::function<Result<bool>()> &work);

private:
    Store() = default;
    [[nodiscard]] Result<void> claim(const QString &folder);
    [[nodiscard]] Result<bool> copyFromAttached();
    [[nodiscard]] Result<QStringList> names(const QString &query) const; // its first column
    [[nodiscard]] Result<void> prepareTables();
    [[nodiscard]] Result<qint64> nextNumber(const QString &table, const QString &partition) const;
    [[nodiscard]] Result<void> change(const QString &statement, const QVariantList &values);

    std::unique_ptr<QLockFile> m_lock; // of the folder
    QString m_connection; // a name of its own, so that several sandboxes run in one process
    QSqlDatabase m_database;
    std::unique_ptr<FileStore> m_files;
    int m_depth = 0; // of atomically()
};

} // namespace actionscope::sandbox
