// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QString>

namespace actionscope {

// Writes all of `bytes` to `path` or leaves what was there: temporary file, sync, rename.
// The file is readable by its owner only. Creates missing folders.
[[nodiscard]] Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes);

// Reads a whole file. A missing one is NotFound, any other trouble is Unreadable with the system's reason.
[[nodiscard]] Result<QByteArray> readFile(const QString &path);

} // namespace actionscope
