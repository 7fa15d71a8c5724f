// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"

#include "app/base/tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace actionscope {

namespace {

constexpr qsizetype step = 4 * 1024 * 1024;

using Fill = std::function<bool(QIODevice &file)>;

// A write that is cut short by a full disk gives no reason of its own.
QString reasonOf(const QSaveFile &file)
{
    const bool isFull = file.error() != QFileDevice::NoError && QStorageInfo(QFileInfo(file.fileName()).absolutePath()).bytesAvailable() == 0;
    return isFull ? QString::fromLocal8Bit(std::strerror(ENOSPC)) : file.errorString();
}

Result<void> replaceFile(const QString &path, FileAccess access, const Fill &fill)
{
    const auto unwritable = [&](const QString &reason) {
        return failure(ErrorCode::Unwritable, Tr::tr("The file %1 could not be written: %2.").arg(path, reason));
    };
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return unwritable(Tr::tr("its folder cannot be created"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file.errorString());
    if (access == FileAccess::OwnerOnly)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // commit() overlooks what only fails on its way out of the buffer, and would put an empty file in the old one's place.
    if (!fill(file) || !file.flush() || !file.commit())
        return unwritable(reasonOf(file));
    return {};
}

bool isCancelled(const WriteWatch *watch) { return watch && watch->isCancelled; }

// Whether all of it was handed over.
bool writeAll(QIODevice &file, const QByteArray &bytes, WriteWatch *watch)
{
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        if (isCancelled(watch))
            return false;
        const qsizetype size = std::min(step, bytes.size() - at);
        if (file.write(bytes.constData() + at, size) != size)
            return false;
        if (watch)
            watch->written = at + size;
    }
    return !isCancelled(watch);
}

} // namespace

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes, WriteWatch *watch)
{
    const Result<void> written
        = writeFileAtomically(path, [&](QIODevice &file) { return writeAll(file, bytes, watch); });
    if (!written && isCancelled(watch)) {
        return failure(
            ErrorCode::Unwritable, Tr::tr("The file %1 could not be written: it was cancelled.").arg(path));
    }
    return written;
}

Result<void> writeFileAtomically(const QString &path, const std::function<bool(QIODevice &file)> &write)
{
    return replaceFile(path, FileAccess::OwnerOnly, write);
}

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes, FileAccess access)
{
    return replaceFile(path, access, [&](QIODevice &file) { return writeAll(file, bytes, nullptr); });
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) { // asked first: most files are there, and a collection has thousands
        if (!file.exists())
            return failure(ErrorCode::NotFound, Tr::tr("The file %1 does not exist.").arg(path));
        return failure(
            ErrorCode::Unreadable, Tr::tr("The file %1 could not be read: %2.").arg(path, file.errorString()));
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return failure(
            ErrorCode::Unreadable, Tr::tr("The file %1 could not be read: %2.").arg(path, file.errorString()));
    }
    return bytes;
}

} // namespace actionscope
