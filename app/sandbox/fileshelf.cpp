// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/fileshelf.h"

#include "app/api/filename.h"
#include "app/base/atomicfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace actionscope::sandbox {

FileShelf::FileShelf(const QString &state)
{
    if (state == QLatin1String(":memory:"))
        return;
    m_folder = QDir(state).filePath(QStringLiteral("files"));
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        m_bytes += files.fileInfo().size();
    }
}

// "uploads/<md5>/<name>"; both parts are harmless as names of files.
FileShelf::Ticket FileShelf::expect(const QByteArray &md5, const QString &fileName)
{
    const QByteArray sum = QByteArray::fromHex(md5).toHex();
    QString name = api::harmlessFileName(fileName);
    if (name.isEmpty())
        name = QStringLiteral("file");
    const QString key = QStringLiteral("uploads/%1/%2").arg(QString::fromLatin1(sum.left(32)), name);
    if (file(key))
        return {{}, key, true};
    const QByteArray token = QUuid::createUuid().toByteArray(QUuid::Id128);
    m_expected.push_back({token, key, sum});
    if (m_expected.size() > mostTickets)
        m_expected.pop_front();
    return {token, key, false};
}

FileShelf::Putting FileShelf::put(const QByteArray &token, const QByteArray &bytes)
{
    const auto found = std::find_if(
        m_expected.begin(), m_expected.end(), [&token](const Expected &one) { return one.token == token; });
    if (found == m_expected.end())
        return Putting::NoTicket;
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex() != found->md5)
        return Putting::WrongSum;
    if (m_bytes + bytes.size() > mostBytes)
        return Putting::Full;
    const QString key = found->key;
    if (m_folder.isEmpty()) {
        m_files.insert(key, bytes);
    } else {
        const QString path = pathOf(key);
        if (!QDir().mkpath(QFileInfo(path).path()) || !writeFileAtomically(path, bytes))
            return Putting::Unwritable;
    }
    m_bytes += bytes.size();
    m_expected.erase(found);
    return Putting::Stored;
}

std::optional<QByteArray> FileShelf::file(const QString &key) const
{
    if (m_folder.isEmpty()) {
        const auto found = m_files.constFind(key);
        return found != m_files.constEnd() ? std::optional(*found) : std::nullopt;
    }
    QFile file(pathOf(key));
    if (key.contains(QLatin1String("..")) || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

QString FileShelf::pathOf(const QString &key) const
{
    return QDir(m_folder).filePath(key.section(QLatin1Char('/'), 1));
}

} // namespace actionscope::sandbox
