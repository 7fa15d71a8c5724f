// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/settingsmigration.h"

#include <QSettings>

namespace actionscope::storage {

namespace {
const QString versionKey = QStringLiteral("settings/version");
}

QList<SettingsMigration> settingsMigrations()
{
    return {}; // version 1 is the first
}

int migrateSettings(QSettings &settings, const QList<SettingsMigration> &steps, int targetVersion)
{
    const bool isNew = settings.allKeys().isEmpty();
    int version = settings.value(versionKey, isNew ? targetVersion : 1).toInt();
    for (const SettingsMigration &step : steps) {
        if (step.fromVersion != version || version >= targetVersion)
            continue;
        step.apply(settings);
        ++version;
        settings.setValue(versionKey, version);
    }
    if (version <= targetVersion && settings.value(versionKey).toInt() != version)
        settings.setValue(versionKey, version);
    return version;
}

} // namespace actionscope::storage
