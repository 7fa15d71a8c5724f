// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVariant>

#include <array>

namespace actionscope::storage {

// Everything that is remembered, as one table. Adding a setting: a name here, a row in settingskeys.cpp,
// a getter, a setter and a signal in Settings.
enum class SettingKey {
    CurrentEnvironment,
    Theme,
    DefaultTimeoutSeconds,
    WindowGeometry,
    SplitterState,
    ResultTab,
    InputView,
    SidebarPage,
    FavouriteActions,
    RecentActions,
    SandboxPort,
    OpenCollections,
    HidesEmails,
    HiddenPatterns,
    KeptSecrets,
    Count
};

// A preference is what a person chose; window state is what the program remembers by itself and may forget.
enum class SettingScope { Preference, WindowState };

struct SettingDefinition
{
    SettingKey key;
    const char *name;
    SettingScope scope;
    QVariant standard; // the default
};

[[nodiscard]] const SettingDefinition &definitionOf(SettingKey key);
// The name in the file: "preferences/theme".
[[nodiscard]] QString pathOf(SettingKey key);
// The same for what each environment has of its own: "preferences/favouriteActions/production".
[[nodiscard]] QString pathOf(SettingKey key, const QString &environment);

} // namespace actionscope::storage
