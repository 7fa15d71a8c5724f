// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/store.h"

#include "app/base/tr.h"

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace actionscope::sandbox {

namespace {

Failure databaseFailure(const QString &reason)
{
    return failure(ErrorCode::Unavailable,
        Tr::tr("The sandbox's database could not be used: %1.").arg(reason), reason,
        Tr::tr("Check the state folder and the free space on its disk, or run with state in memory."));
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const QString &state)
{
    QString file = state;
    if (state != QLatin1String(":memory:")) {
        if (!QDir().mkpath(state)) {
            return failure(ErrorCode::Unwritable, Tr::tr("The sandbox cannot create its state folder %1.").arg(state), {},
                Tr::tr("Choose another folder, or :memory: to keep nothing."));
        }
        file = QDir(state).filePath(QStringLiteral("sandbox.sqlite"));
    }
    std::unique_ptr<Store> store(new Store);
    store->m_connection = QStringLiteral("sandbox-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    store->m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), store->m_connection);
    store->m_database.setDatabaseName(file);
    store->m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!store->m_database.open())
        return databaseFailure(store->m_database.lastError().text());
    if (auto prepared = store->prepareTables(); !prepared)
        return Failure(prepared.error());
    return store;
}

Store::~Store()
{
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> Store::prepareTables()
{
    const QStringList statements {
        QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral("PRAGMA synchronous = NORMAL"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS records (id INTEGER PRIMARY KEY, collection TEXT NOT NULL, "
                       "partition TEXT NOT NULL COLLATE NOCASE, number INTEGER NOT NULL, body BLOB NOT NULL, "
                       "UNIQUE (collection, partition, number))"),
    };
    QSqlQuery query(m_database);
    for (const QString &statement : statements) {
        if (!query.exec(statement))
            return databaseFailure(query.lastError().text());
    }
    return {};
}

Result<qint64> Store::nextNumber(const QString &table, const QString &partition) const
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT COALESCE(MAX(number), 0) + 1 FROM records "
                                 "WHERE collection = ? AND partition = ?"));
    query.addBindValue(table);
    query.addBindValue(partition);
    if (!query.exec() || !query.next())
        return databaseFailure(query.lastError().text());
    return query.value(0).toLongLong();
}

Result<QByteArray> Store::insert(
    const QString &table, const QString &partition, const std::function<QByteArray(qint64 number)> &make)
{
    // Takes the write lock before the number is read: another process may use the same folder.
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("BEGIN IMMEDIATE")))
        return databaseFailure(query.lastError().text());
    const auto number = nextNumber(table, partition);
    if (!number) {
        query.exec(QStringLiteral("ROLLBACK"));
        return Failure(number.error());
    }
    const QByteArray record = make(*number);
    query.prepare(QStringLiteral("INSERT INTO records (collection, partition, number, body) VALUES (?, ?, ?, ?)"));
    query.addBindValue(table);
    query.addBindValue(partition);
    query.addBindValue(*number);
    query.addBindValue(record);
    if (!query.exec() || !query.exec(QStringLiteral("COMMIT"))) {
        const QString reason = query.lastError().text();
        query.exec(QStringLiteral("ROLLBACK"));
        return databaseFailure(reason);
    }
    return record;
}

Result<QList<QByteArray>> Store::records(const QString &table, const QString &partition) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT body FROM records WHERE collection = ? AND partition = ? ORDER BY number"));
    query.addBindValue(table);
    query.addBindValue(partition);
    if (!query.exec())
        return databaseFailure(query.lastError().text());
    QList<QByteArray> bodies;
    while (query.next())
        bodies.append(query.value(0).toByteArray());
    return bodies;
}

} // namespace actionscope::sandbox
