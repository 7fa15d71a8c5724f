// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QStandardPaths>

namespace actionscope::storage {

// Where this program keeps its files: what --config names, else "actionscope" in the person's config folder.
// The window and the command line arrive at the same one.
[[nodiscard]] inline QString configFolder(const QString &option = {})
{
    if (!option.isEmpty())
        return QDir::cleanPath(QDir().absoluteFilePath(option));
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/actionscope");
}

[[nodiscard]] inline QString historyFolder(const QString &configFolder)
{
    return configFolder + QStringLiteral("/history");
}

} // namespace actionscope::storage
