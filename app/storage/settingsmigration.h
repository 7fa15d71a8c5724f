// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <functional>

class QSettings;

namespace actionscope::storage {

// One step from the form of `fromVersion` to the next.
struct SettingsMigration
{
    int fromVersion = 0;
    std::function<void(QSettings &)> apply;
};

constexpr int currentSettingsVersion = 1;

// The steps this program knows, oldest first.
[[nodiscard]] QList<SettingsMigration> settingsMigrations();

// Brings the file to `targetVersion` and writes the version down. A file from a later program stays as it is: what
// this one understands of it is read, its version is kept. Returns the version the file has in the end.
int migrateSettings(QSettings &settings, const QList<SettingsMigration> &steps, int targetVersion);

} // namespace actionscope::storage
