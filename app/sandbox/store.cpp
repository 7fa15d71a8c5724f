// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/store.h"

#include "app/base/tr.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace actionscope::sandbox {

namespace {

// A partition nobody named is "", which the database tells from none at all.
QString named(const QString &partition)
{
    return partition.isNull() ? QStringLiteral("") : partition;
}

Failure databaseFailure(const QString &reason)
{
    return failure(ErrorCode::Unavailable,
        Tr::tr("The sandbox's database could not be used: %1.").arg(reason), reason,
        Tr::tr("Check the state folder and the free space on its disk, or run with state in memory."));
}

constexpr int fileMark = 0x41537362; // tells our files from any other database

// A text as SQL, where nothing can be bound.
QString sqlText(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

QString sqlName(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString tablesOf(const QString &schema)
{
    return QStringLiteral("SELECT name FROM %1.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").arg(schema);
}

QString columnsOf(const QString &schema, const QString &table)
{
    return QStringLiteral("SELECT name FROM pragma_table_info(%1, %2)").arg(sqlText(table), sqlText(schema));
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
    if (state != QLatin1String(":memory:")) {
        if (auto claimed = store->claim(state); !claimed)
            return Failure(claimed.error());
    }
    store->m_connection = QStringLiteral("sandbox-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    store->m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), store->m_connection);
    store->m_database.setDatabaseName(file);
    store->m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!store->m_database.open())
        return databaseFailure(store->m_database.lastError().text());
    if (auto prepared = store->prepareTables(); !prepared)
        return Failure(prepared.error());
    store->m_files = std::make_unique<FileStore>(store->m_database);
    if (auto prepared = store->m_files->prepare(); !prepared)
        return Failure(prepared.error());
    return store;
}

Store::~Store()
{
    m_files.reset();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

// The lock of a sandbox that was killed is seen to be nobody's.
Result<void> Store::claim(const QString &folder)
{
    m_lock = std::make_unique<QLockFile>(QDir(folder).filePath(QStringLiteral("sandbox.lock")));
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock(0))
        return {};
    if (m_lock->error() != QLockFile::LockFailedError) {
        return failure(ErrorCode::Unwritable, Tr::tr("The sandbox cannot write in its state folder %1.").arg(folder), {},
            Tr::tr("Choose another folder, or :memory: to keep nothing."));
    }
    qint64 process = 0;
    QString host;
    QString program;
    m_lock->getLockInfo(&process, &host, &program);
    return failure(ErrorCode::Unavailable,
        Tr::tr("Another sandbox uses the state folder %1: %2, process %3.").arg(folder, program).arg(process), {},
        Tr::tr("End it, or choose another folder; each sandbox needs one of its own."));
}

Result<void> Store::prepareTables()
{
    const QStringList statements {
        QStringLiteral("PRAGMA application_id = %1").arg(fileMark),
        QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral("PRAGMA synchronous = NORMAL"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS records (id INTEGER PRIMARY KEY, collection TEXT NOT NULL, "
                       "partition TEXT NOT NULL COLLATE NOCASE, number INTEGER NOT NULL, body BLOB NOT NULL, "
                       "UNIQUE (collection, partition, number))"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS seeded (collection TEXT NOT NULL, "
                       "partition TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (collection, partition))"),
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
    query.addBindValue(named(partition));
    if (!query.exec() || !query.next())
        return databaseFailure(query.lastError().text());
    return query.value(0).toLongLong();
}

Result<void> Store::change(const QString &statement, const QVariantList &values)
{
    QSqlQuery query(m_database);
    if (!query.prepare(statement))
        return databaseFailure(query.lastError().text());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return databaseFailure(query.lastError().text());
    return {};
}

Result<bool> Store::atomically(const std::function<Result<bool>()> &work)
{
    if (m_depth > 0)
        return work();
    // Takes the write lock at once: another process may use the same folder.
    if (auto begun = change(QStringLiteral("BEGIN IMMEDIATE"), {}); !begun)
        return Failure(begun.error());
    ++m_depth;
    auto done = work();
    --m_depth;
    if (done && *done) {
        if (auto kept = change(QStringLiteral("COMMIT"), {}); !kept)
            done = Failure(kept.error());
    }
    if (!done || !*done) {
        if (const auto undone = change(QStringLiteral("ROLLBACK"), {}); !undone && done)
            return Failure(undone.error());
    }
    return done;
}

Result<QByteArray> Store::insert(
    const QString &table, const QString &partition, const std::function<QByteArray(qint64 number)> &make)
{
    QByteArray record;
    const auto done = atomically([&]() -> Result<bool> {
        const auto number = nextNumber(table, partition);
        if (!number)
            return Failure(number.error());
        record = make(*number);
        const auto kept = change(
            QStringLiteral("INSERT INTO records (collection, partition, number, body) VALUES (?, ?, ?, ?)"),
            {table, named(partition), *number, record});
        return kept ? Result<bool>(true) : Failure(kept.error());
    });
    if (!done)
        return Failure(done.error());
    return record;
}

Result<QList<StoredRecord>> Store::records(const QString &table, const QString &partition) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT number, body FROM records WHERE collection = ? AND partition = ? ORDER BY number"));
    query.addBindValue(table);
    query.addBindValue(named(partition));
    if (!query.exec())
        return databaseFailure(query.lastError().text());
    QList<StoredRecord> found;
    while (query.next())
        found.append({query.value(0).toLongLong(), query.value(1).toByteArray()});
    return found;
}

Result<void> Store::replace(const QString &table, const QString &partition, qint64 number, const QByteArray &body)
{
    return change(QStringLiteral("UPDATE records SET body = ? WHERE collection = ? AND partition = ? AND number = ?"),
        {body, table, named(partition), number});
}

Result<void> Store::remove(const QString &table, const QString &partition, qint64 number)
{
    return change(QStringLiteral("DELETE FROM records WHERE collection = ? AND partition = ? AND number = ?"),
        {table, named(partition), number});
}

Result<void> Store::seed(const QString &table, const QString &partition, const QList<QByteArray> &bodies)
{
    const auto done = atomically([&]() -> Result<bool> {
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral("SELECT 1 FROM seeded WHERE collection = ? AND partition = ?"));
        query.addBindValue(table);
        query.addBindValue(named(partition));
        if (!query.exec())
            return databaseFailure(query.lastError().text());
        if (query.next())
            return true;
        if (auto noted = change(QStringLiteral("INSERT INTO seeded (collection, partition) VALUES (?, ?)"),
                {table, named(partition)});
            !noted)
            return Failure(noted.error());
        for (const QByteArray &body : bodies) {
            if (auto kept = insert(table, partition, [&](qint64) { return body; }); !kept)
                return Failure(kept.error());
        }
        return true;
    });
    return done ? Result<void>() : Failure(done.error());
}

Result<QStringList> Store::names(const QString &query) const
{
    QSqlQuery rows(m_database);
    if (!rows.exec(query))
        return databaseFailure(rows.lastError().text());
    QStringList found;
    while (rows.next())
        found.append(rows.value(0).toString());
    return found;
}

Result<void> Store::clear()
{
    const auto done = atomically([&]() -> Result<bool> {
        const auto tables = names(tablesOf(QStringLiteral("main")));
        if (!tables)
            return Failure(tables.error());
        for (const QString &table : *tables) {
            if (auto cleared = change(QStringLiteral("DELETE FROM ") + sqlName(table), {}); !cleared)
                return Failure(cleared.error());
        }
        const auto prepared = m_files->prepare();
        return prepared ? Result<bool>(true) : Failure(prepared.error());
    });
    return done ? Result<void>() : Failure(done.error());
}

Result<void> Store::save(const QString &file) const
{
    QFile::remove(file);
    QSqlQuery query(m_database);
    if (query.exec(QStringLiteral("VACUUM INTO ") + sqlText(QDir().absoluteFilePath(file))))
        return {};
    const QString reason = query.lastError().text();
    return failure(ErrorCode::Unwritable, Tr::tr("The state could not be written to %1.").arg(file), reason,
        Tr::tr("Check the folder and the free space on its disk."));
}

// Rows only, and only of tables and columns that are known here: nothing in the file gets to say more.
Result<bool> Store::copyFromAttached()
{
    const auto ours = names(tablesOf(QStringLiteral("main")));
    const auto theirs = names(tablesOf(QStringLiteral("snapshot")));
    if (!ours || !theirs)
        return Failure(ours ? theirs.error() : ours.error());
    for (const QString &table : *ours) {
        if (auto cleared = change(QStringLiteral("DELETE FROM main.") + sqlName(table), {}); !cleared)
            return Failure(cleared.error());
        const auto known = names(columnsOf(QStringLiteral("main"), table));
        const auto given = names(columnsOf(QStringLiteral("snapshot"), table));
        if (!known || !given)
            return Failure(known ? given.error() : known.error());
        QStringList columns;
        for (const QString &column : *known) {
            if (given->contains(column))
                columns.append(sqlName(column));
        }
        if (!theirs->contains(table) || columns.isEmpty())
            continue;
        const QString list = columns.join(QLatin1Char(','));
        const QString statement = QStringLiteral("INSERT INTO main.%1 (%2) SELECT %2 FROM snapshot.%1");
        if (auto copied = change(statement.arg(sqlName(table), list), {}); !copied)
            return Failure(copied.error());
    }
    return true;
}

Result<void> Store::load(const QString &file)
{
    const auto unusable = [&](const QString &detail) {
        return failure(ErrorCode::InvalidInput, Tr::tr("%1 holds no state of a sandbox.").arg(file), detail,
            Tr::tr("Give a file that was saved by a sandbox; the state is what it was."));
    };
    if (!QFileInfo(file).isFile())
        return failure(ErrorCode::NotFound, Tr::tr("There is no file %1.").arg(file));
    if (auto attached = change(
            QStringLiteral("ATTACH DATABASE %1 AS snapshot").arg(sqlText(QDir().absoluteFilePath(file))), {});
        !attached)
        return unusable(attached.error().detail);
    const auto mark = names(QStringLiteral("PRAGMA snapshot.application_id"));
    const auto check = names(QStringLiteral("PRAGMA snapshot.quick_check(1)"));
    Result<void> result;
    if (!mark || *mark != QStringList(QString::number(fileMark)) || !check || *check != QStringList(QStringLiteral("ok")))
        result = unusable(mark ? QString() : mark.error().detail);
    else if (const auto copied = atomically([this] { return copyFromAttached(); }); !copied)
        result = unusable(copied.error().detail);
    else if (const auto prepared = m_files->prepare(); !prepared)
        result = Failure(prepared.error());
    if (auto detached = change(QStringLiteral("DETACH DATABASE snapshot"), {}); !detached && result)
        result = Failure(detached.error());
    return result;
}

} // namespace actionscope::sandbox
