// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
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
};

// Files that clients send up and fetch, beside the records in the same database. Their addresses need no API key: who
// knows a key may use it, as with a presigned address.
class FileStore final
{
public:
    explicit FileStore(const QSqlDatabase &database);

    [[nodiscard]] Result<void> prepare();
    // Where the sandbox listens; addresses begin with it.
    void setAddress(const QString &address) { m_address = address; }
    [[nodiscard]] QString urlOf(const QString &key) const;

    // A file to come. One of the same name and bytes that is there already is given instead.
    [[nodiscard]] Result<StoredFile> announce(const QString &name, const QString &mimeType, const QString &md5);
    [[nodiscard]] Result<StoredFile> keep(const QString &name, const QString &mimeType, const QByteArray &bytes);
    // False when no file of that key was announced.
    [[nodiscard]] Result<bool> fill(const QString &key, const QByteArray &bytes);
    [[nodiscard]] Result<std::optional<StoredFile>> find(const QString &key) const;

private:
    [[nodiscard]] Result<std::optional<StoredFile>> one(const QString &condition, const QVariantList &values) const;
    [[nodiscard]] Result<bool> change(const QString &statement, const QVariantList &values);

    QSqlDatabase m_database;
    QString m_address;
};

} // namespace actionscope::sandbox
