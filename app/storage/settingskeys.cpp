// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/settingskeys.h"

#include <QUrl>

namespace actionscope::storage {

namespace {

using Table = std::array<SettingDefinition, std::size_t(SettingKey::Count)>;

const Table &table()
{
    using enum SettingScope;
    static const Table rows {{
        {SettingKey::CurrentEnvironment, "currentEnvironment", Preference, QStringLiteral("sandbox")},
        {SettingKey::Theme, "theme", Preference, QStringLiteral("system")},
        {SettingKey::DefaultTimeoutSeconds, "defaultTimeoutSeconds", Preference, 180},
        {SettingKey::WindowGeometry, "geometry", WindowState, QByteArray()},
        {SettingKey::SplitterState, "splitter", WindowState, QByteArray()},
        {SettingKey::ResultTab, "resultTab", WindowState, QStringLiteral("tree")},
        {SettingKey::InputView, "inputView", WindowState, QStringLiteral("both")},
        {SettingKey::SidebarPage, "sidebarPage", WindowState, QStringLiteral("actions")},
        {SettingKey::FavouriteActions, "favouriteActions", Preference, QStringList()},
        {SettingKey::RecentActions, "recentActions", WindowState, QStringList()},
        {SettingKey::SandboxPort, "sandboxPort", Preference, 0},
        {SettingKey::OpenCollections, "openCollections", WindowState, QStringList()},
        {SettingKey::HidesEmails, "hidesEmails", Preference, false},
        {SettingKey::HiddenPatterns, "hiddenPatterns", Preference, QStringList()},
        {SettingKey::KeptSecrets, "keptSecrets", Preference, QStringList()},
    }};
    return rows;
}

} // namespace

const SettingDefinition &definitionOf(SettingKey key)
{
    const SettingDefinition &definition = table().at(std::size_t(key));
    Q_ASSERT(definition.key == key);
    return definition;
}

QString pathOf(SettingKey key)
{
    const SettingDefinition &definition = definitionOf(key);
    const QLatin1String group = definition.scope == SettingScope::Preference ? QLatin1String("preferences/")
                                                                             : QLatin1String("window/");
    return group + QLatin1String(definition.name);
}

QString pathOf(SettingKey key, const QString &environment)
{
    // A name may hold anything, a slash among it, which would open a group.
    return pathOf(key) + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(environment));
}

} // namespace actionscope::storage
