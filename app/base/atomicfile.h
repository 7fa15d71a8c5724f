// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>

class QIODevice;

namespace actionscope {

// Shared with the thread that writes a large file: how far it is, and the wish to stop.
struct WriteWatch
{
    std::atomic<qint64> written = 0; // bytes
    std::atomic_bool isCancelled = false;
};

// Writes all of `bytes` to `path` or leaves what was there: temporary file, sync, rename.
// The file is readable by its owner only. Creates missing folders.
// Cancelled through `watch`, it is an error like any other.
[[nodiscard]] Result<void> writeFileAtomically(
    const QString &path, const QByteArray &bytes, WriteWatch *watch = nullptr);
// The same for what is too large to be held at once: `write` fills the file piece by piece and
// returns false where it failed or gave up.
[[nodiscard]] Result<void> writeFileAtomically(const QString &path, const std::function<bool(QIODevice &file)> &write);

// Who may read a file that is written: its owner, or whoever could read it before and usually may.
enum class FileAccess { OwnerOnly, AsUsual };
[[nodiscard]] Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes, FileAccess access);

// Reads a whole file. A missing one is NotFound, any other trouble is Unreadable with the system's reason.
[[nodiscard]] Result<QByteArray> readFile(const QString &path);

} // namespace actionscope
