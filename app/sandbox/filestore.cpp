// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/filestore.h"

#include "app/base/tr.h"

#include <QCryptographicHash>
#include <QSqlError>
#include <QSqlQuery>
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

FileStore::FileStore(const QSqlDatabase &database)
    : m_database(database)
{
}

Result<void> FileStore::prepare()
{
    const auto made = change(QStringLiteral("CREATE TABLE IF NOT EXISTS files (key TEXT PRIMARY KEY, name TEXT, "
                                            "mimetype TEXT, md5 TEXT, bytes BLOB, complete INTEGER NOT NULL)"),
        {});
    if (!made)
        return Failure(made.error());
    // One that is always there, for first tries.
    const QByteArray example = "A lamp, a quay and a tide table.\n";
    const auto kept = change(QStringLiteral("INSERT OR IGNORE INTO files VALUES (?, ?, ?, ?, ?, 1)"),
        {QStringLiteral("sandbox/example.txt"), QStringLiteral("example.txt"), QStringLiteral("text/plain"),
            md5Of(example), example});
    return kept ? Result<void>() : Failure(kept.error());
}

QString FileStore::urlOf(const QString &key) const
{
    return m_address + QLatin1String("/files/") + QString::fromLatin1(QUrl::toPercentEncoding(key));
}

Result<StoredFile> FileStore::announce(const QString &name, const QString &mimeType, const QString &md5)
{
    const auto known = one(QStringLiteral("name = ? AND mimetype = ? AND md5 = ? AND complete = 1"),
        {name, mimeType, md5.toLower()});
    if (!known)
        return Failure(known.error());
    if (*known)
        return **known;
    const StoredFile file {newKey(name), name, mimeType, md5.toLower(), {}, false};
    const auto kept = change(QStringLiteral("INSERT INTO files VALUES (?, ?, ?, ?, ?, 0)"),
        {file.key, file.name, file.mimeType, file.md5, QByteArray("")});
    return kept ? Result<StoredFile>(file) : Failure(kept.error());
}

Result<StoredFile> FileStore::keep(const QString &name, const QString &mimeType, const QByteArray &bytes)
{
    auto file = announce(name, mimeType, md5Of(bytes));
    if (!file || file->isComplete)
        return file;
    const auto filled = fill(file->key, bytes);
    if (!filled)
        return Failure(filled.error());
    file->bytes = bytes;
    file->isComplete = true;
    return file;
}

Result<bool> FileStore::fill(const QString &key, const QByteArray &bytes)
{
    return change(QStringLiteral("UPDATE files SET bytes = ?, md5 = ?, complete = 1 WHERE key = ?"),
        {bytes.isNull() ? QByteArray("") : bytes, md5Of(bytes), key});
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
