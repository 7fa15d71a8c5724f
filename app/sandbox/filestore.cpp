// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/filestore.h"

#include "app/base/tr.h"

#include <QCryptographicHash>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>
#include <QVariant>

namespace actionscope::sandbox {

namespace {

Failure filesFailure(const QSqlQuery &query)
{
    const QString reason = query.lastError().text();
    return failure(ErrorCode::Unavailable, Tr::tr("The sandbox's files could not be used: %1.").arg(reason), reason);
}

QString md5Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

QString newKey(const QString &name)
{
    return QUuid::createUuid().toString(QUuid::Id128) + QLatin1Char('/') + name;
}

} // namespace

FileStore::FileStore(const QSqlDatabase &database, qint64 quota)
    : m_database(database)
    , m_quota(quota)
{
}

Result<void> FileStore::prepare()
{
    const auto made = change(QStringLiteral("CREATE TABLE IF NOT EXISTS files (key TEXT PRIMARY KEY, name TEXT, "
                                            "mimetype TEXT, md5 TEXT, bytes BLOB, complete INTEGER NOT NULL)"),
        {});
    if (!made)
        return Failure(made.error());
    // A state of an earlier release lacks these.
    const QSqlRecord columns = m_database.record(QStringLiteral("files"));
    for (const auto &name : {QStringLiteral("app"), QStringLiteral("action")}) {
        if (columns.contains(name))
            continue;
        const auto added = change(QStringLiteral("ALTER TABLE files ADD COLUMN %1 TEXT").arg(name), {});
        if (!added)
            return Failure(added.error());
    }
    // One that is always there, for first tries.
    const QByteArray example = "A lamp, a quay and a tide table.\n";
    const auto kept = change(QStringLiteral("INSERT OR IGNORE INTO files (key, name, mimetype, md5, bytes, complete) "
                                            "VALUES (?, ?, ?, ?, ?, 1)"),
        {QStringLiteral("sandbox/example.txt"), QStringLiteral("example.txt"), QStringLiteral("text/plain"),
            md5Of(example), example});
    return kept ? Result<void>() : Failure(kept.error());
}

QString FileStore::urlOf(const QString &key) const
{
    return m_address + QLatin1String("/files/") + QString::fromLatin1(QUrl::toPercentEncoding(key));
}

Result<StoredFile> FileStore::announce(const StoredFile &wanted)
{
    StoredFile file = wanted;
    file.md5 = wanted.md5.toLower();
    const auto known = one(QStringLiteral("name = ? AND mimetype = ? AND md5 = ? AND complete = 1"),
        {file.name, file.mimeType, file.md5});
    if (!known)
        return Failure(known.error());
    if (*known)
        return **known;
    file.key = newKey(file.name);
    file.isComplete = false;
    const auto kept = change(QStringLiteral("INSERT INTO files (key, name, mimetype, md5, bytes, complete, app, action) "
                                            "VALUES (?, ?, ?, ?, ?, 0, ?, ?)"),
        {file.key, file.name, file.mimeType, file.md5, QByteArray(""), file.appKey, file.action});
    return kept ? Result<StoredFile>(file) : Failure(kept.error());
}

Result<StoredFile> FileStore::keep(const QString &name, const QString &mimeType, const QByteArray &bytes)
{
    auto file = announce({.key = {}, .name = name, .mimeType = mimeType, .md5 = md5Of(bytes), .bytes = {}});
    if (!file || file->isComplete)
        return file;
    const auto filled = fill(file->key, bytes);
    if (!filled)
        return Failure(filled.error());
    if (*filled == Filled::Full) {
        return failure(ErrorCode::Unavailable, Tr::tr("The sandbox keeps no more than %1 MiB of files.").arg(m_quota >> 20), {},
            Tr::tr("Begin with an empty state."));
    }
    file->bytes = bytes;
    file->isComplete = true;
    return file;
}

Result<FileStore::Filled> FileStore::fill(const QString &key, const QByteArray &bytes)
{
    const auto file = find(key);
    if (!file)
        return Failure(file.error());
    if (!*file)
        return Filled::Unknown;
    const QString md5 = md5Of(bytes);
    constexpr qsizetype digits = 32;
    if ((*file)->md5.size() == digits && (*file)->md5 != md5) // what is no MD5 was never meant as one
        return Filled::OtherBytes;
    const auto used = usedBytes();
    if (!used)
        return Failure(used.error());
    if (*used - (*file)->bytes.size() + bytes.size() > m_quota)
        return Filled::Full;
    const auto changed = change(QStringLiteral("UPDATE files SET bytes = ?, md5 = ?, complete = 1 WHERE key = ?"),
        {bytes.isNull() ? QByteArray("") : bytes, md5, key});
    return changed ? Result<Filled>(Filled::Yes) : Failure(changed.error());
}

Result<qint64> FileStore::usedBytes() const
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM files")) || !query.next())
        return filesFailure(query);
    return query.value(0).toLongLong();
}

Result<QList<StoredFile>> FileStore::all() const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT key, name, mimetype, md5, app, action FROM files WHERE complete = 1 "
                                   "ORDER BY rowid")))
        return filesFailure(query);
    QList<StoredFile> files;
    while (query.next()) {
        files.append({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
            query.value(3).toString(), {}, true, query.value(4).toString(), query.value(5).toString()});
    }
    return files;
}

Result<std::optional<StoredFile>> FileStore::find(const QString &key) const
{
    return one(QStringLiteral("key = ?"), {key});
}

Result<std::optional<StoredFile>> FileStore::one(const QString &condition, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT key, name, mimetype, md5, bytes, complete FROM files WHERE ") + condition);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return filesFailure(query);
    if (!query.next())
        return std::nullopt;
    return StoredFile {query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
        query.value(3).toString(), query.value(4).toByteArray(), query.value(5).toBool()};
}

// True when a row was changed.
Result<bool> FileStore::change(const QString &statement, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return filesFailure(query);
    return query.numRowsAffected() > 0;
}

} // namespace actionscope::sandbox
