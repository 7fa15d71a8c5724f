// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QList>
#include <QSqlDatabase>
#include <QString>

#include <optional>

namespace actionscope::sandbox {

// A file as uploads announce it and as actions keep it.
struct StoredFile
{
    QString key; // what an action calls s3key
    QString name;
    QString mimeType;
    QString md5;
    QByteArray bytes;
    bool isComplete = false; // announced, and its bytes have come
    QString appKey = {}; // for which action it was announced; empty for what an action made
    QString action = {};
};

// Files that clients send up and fetch, beside the records in the same database. Their addresses need no API key: who
// knows a key may use it, as with a presigned address.
class FileStore final
{
public:
    static constexpr qint64 usualQuota = 1024LL * 1024 * 1024; // bytes of all files together

    enum class Filled {
        Yes,
        Unknown, // no file of that key was announced
        OtherBytes, // not those whose MD5 was announced
        Full,
    };

    explicit FileStore(const QSqlDatabase &database, qint64 quota = usualQuota);

    [[nodiscard]] Result<void> prepare();
    // Where the sandbox listens; addresses begin with it.
    void setAddress(const QString &address) { m_address = address; }
    [[nodiscard]] QString urlOf(const QString &key) const;

    // A file to come. One of the same name and bytes that is there already is given instead.
    [[nodiscard]] Result<StoredFile> announce(const StoredFile &wanted);
    [[nodiscard]] Result<StoredFile> keep(const QString &name, const QString &mimeType, const QByteArray &bytes);
    // Takes the bytes of an announced file.
    [[nodiscard]] Result<Filled> fill(const QString &key, const QByteArray &bytes);
    [[nodiscard]] Result<std::optional<StoredFile>> find(const QString &key) const;
    // Those whose bytes have come, without the bytes.
    [[nodiscard]] Result<QList<StoredFile>> all() const;

private:
    [[nodiscard]] Result<std::optional<StoredFile>> one(const QString &condition, const QVariantList &values) const;
    [[nodiscard]] Result<qint64> usedBytes() const;
    [[nodiscard]] Result<bool> change(const QString &statement, const QVariantList &values);

    QSqlDatabase m_database;
    qint64 m_quota;
    QString m_address;
};

} // namespace actionscope::sandbox
