// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/settings.h"

#include "app/base/tr.h"
#include "app/storage/damagedfile.h"
#include "app/storage/settingsmigration.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace actionscope::storage {

namespace {

const QString environmentsArray = QStringLiteral("environments");
constexpr int longestTimeoutSeconds = 24 * 60 * 60;

bool isUsableTimeout(int seconds)
{
    return seconds >= 1 && seconds <= longestTimeoutSeconds;
}

bool isTheme(const QString &theme)
{
    return theme == QLatin1String("system") || theme == QLatin1String("light") || theme == QLatin1String("dark");
}

bool holdsName(const QList<Environment> &environments, const QString &name)
{
    return std::any_of(environments.cbegin(), environments.cend(),
        [&](const Environment &environment) { return environment.name == name; });
}

// The sandbox in front, every name once.
QList<Environment> inOrder(const QList<Environment> &environments)
{
    QList<Environment> result {sandboxEnvironment()};
    for (const Environment &environment : environments) {
        if (!environment.isSandbox && !environment.name.isEmpty() && !holdsName(result, environment.name))
            result.append(environment);
    }
    return result;
}

} // namespace

Settings::Settings(const QString &configFolder, QObject *parent, const Clock &clock)
    : QObject(parent)
    , m_path(configFolder + QStringLiteral("/settings.ini"))
{
    open(clock);
    const int version = migrateSettings(*m_settings, settingsMigrations(), currentSettingsVersion);
    if (version > currentSettingsVersion) {
        m_trouble = Tr::tr("The settings file %1 was written by a later version of Actionscope. "
                           "What this version does not know of it is left as it is.")
                        .arg(m_path);
    }
}

Settings::~Settings() = default;

void Settings::open(const Clock &clock)
{
    const auto open = [&] { m_settings = std::make_unique<IniFile>(m_path); };
    open();
    const QFileInfo file(m_path);
    const bool isReadable = !file.exists() || (file.isFile() && file.isReadable());
    // QSettings calls almost anything an INI file; one in which it finds nothing of ours is not overwritten.
    const bool isForeign = file.size() > 0 && m_settings->childGroups().isEmpty();
    if (isReadable && !isForeign && m_settings->status() == QSettings::NoError)
        return;
    m_settings.reset();
    const Result<QString> aside = moveDamagedFileAside(m_path, clock());
    m_trouble = aside ? Tr::tr("The settings file %1 could not be read. It was moved to %2, and the settings "
                               "start anew.")
                            .arg(m_path, *aside)
                      : Tr::tr("The settings file %1 could not be read and could not be moved aside. Changes to the "
                               "settings will not be kept.")
                            .arg(m_path);
    open();
}

Result<void> Settings::save()
{
    if (m_settings->save())
        return {};
    return failure(ErrorCode::Unwritable, Tr::tr("The settings could not be written to %1.").arg(m_path), {},
        Tr::tr("Check that the disk has room and that the folder may be written to."));
}

QList<Environment> Settings::environments() const
{
    QList<Environment> stored;
    const int count = m_settings->beginReadArray(environmentsArray);
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        Environment environment;
        environment.name = m_settings->value(QStringLiteral("name")).toString();
        environment.baseUrl = m_settings->value(QStringLiteral("baseUrl")).toString();
        environment.apiVersion = api::versionFromName(m_settings->value(QStringLiteral("api")).toString())
                                     .value_or(environment.apiVersion);
        environment.isProtected = m_settings->value(QStringLiteral("protected"), false).toBool();
        stored.append(environment);
    }
    m_settings->endArray();
    return inOrder(stored);
}

void Settings::setEnvironments(const QList<Environment> &environments)
{
    const QList<Environment> ordered = inOrder(environments);
    if (ordered == this->environments())
        return;
    m_settings->remove(environmentsArray);
    m_settings->beginWriteArray(environmentsArray, int(ordered.size()) - 1);
    for (int i = 1; i < ordered.size(); ++i) {
        m_settings->setArrayIndex(i - 1);
        m_settings->setValue(QStringLiteral("name"), ordered[i].name);
        m_settings->setValue(QStringLiteral("baseUrl"), ordered[i].baseUrl);
        m_settings->setValue(QStringLiteral("api"), api::versionName(ordered[i].apiVersion));
        if (ordered[i].isProtected)
            m_settings->setValue(QStringLiteral("protected"), true);
    }
    m_settings->endArray();
    Q_EMIT environmentsChanged();
}

Environment Settings::currentEnvironment() const
{
    const QString name = currentEnvironmentName();
    const QList<Environment> all = environments();
    const auto found = std::find_if(
        all.cbegin(), all.cend(), [&](const Environment &environment) { return environment.name == name; });
    return found == all.cend() ? sandboxEnvironment() : *found;
}

QString Settings::currentEnvironmentName() const
{
    return value(SettingKey::CurrentEnvironment).toString();
}

void Settings::setCurrentEnvironmentName(const QString &name)
{
    if (set(SettingKey::CurrentEnvironment, name) == Change::Made)
        Q_EMIT currentEnvironmentNameChanged(name);
}

QString Settings::theme() const
{
    const QString theme = value(SettingKey::Theme).toString();
    return isTheme(theme) ? theme : definitionOf(SettingKey::Theme).standard.toString();
}

void Settings::setTheme(const QString &theme)
{
    if (isTheme(theme) && set(SettingKey::Theme, theme) == Change::Made)
        Q_EMIT themeChanged(theme);
}

int Settings::defaultTimeoutSeconds() const
{
    const int seconds = value(SettingKey::DefaultTimeoutSeconds).toInt();
    return isUsableTimeout(seconds) ? seconds : definitionOf(SettingKey::DefaultTimeoutSeconds).standard.toInt();
}

void Settings::setDefaultTimeoutSeconds(int seconds)
{
    if (isUsableTimeout(seconds) && set(SettingKey::DefaultTimeoutSeconds, seconds) == Change::Made)
        Q_EMIT defaultTimeoutSecondsChanged(seconds);
}

QByteArray Settings::windowGeometry() const
{
    return value(SettingKey::WindowGeometry).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    if (set(SettingKey::WindowGeometry, geometry) == Change::Made)
        Q_EMIT windowGeometryChanged();
}

QByteArray Settings::splitterState() const
{
    return value(SettingKey::SplitterState).toByteArray();
}

void Settings::setSplitterState(const QByteArray &state)
{
    if (set(SettingKey::SplitterState, state) == Change::Made)
        Q_EMIT splitterStateChanged();
}

QString Settings::resultTab() const
{
    return value(SettingKey::ResultTab).toString();
}

void Settings::setResultTab(const QString &tab)
{
    if (set(SettingKey::ResultTab, tab) == Change::Made)
        Q_EMIT resultTabChanged(tab);
}

QString Settings::inputView() const
{
    return value(SettingKey::InputView).toString();
}

void Settings::setInputView(const QString &view)
{
    if (set(SettingKey::InputView, view) == Change::Made)
        Q_EMIT inputViewChanged(view);
}

QString Settings::sidebarPage() const { return value(SettingKey::SidebarPage).toString(); }

void Settings::setSidebarPage(const QString &page)
{
    if (set(SettingKey::SidebarPage, page) == Change::Made)
        Q_EMIT sidebarPageChanged(page);
}

int Settings::sandboxPort() const
{
    const int port = value(SettingKey::SandboxPort).toInt();
    return port >= 0 && port <= 65535 ? port : 0;
}

void Settings::setSandboxPort(int port)
{
    if (set(SettingKey::SandboxPort, port) == Change::Made)
        Q_EMIT sandboxPortChanged(port);
}

RedactionWish Settings::redactionWish() const
{
    return {value(SettingKey::HidesEmails).toBool(), value(SettingKey::HiddenPatterns).toStringList()};
}

void Settings::setRedactionWish(const RedactionWish &wish)
{
    set(SettingKey::HidesEmails, wish.hidesEmails);
    setList(SettingKey::HiddenPatterns, wish.patterns);
}

QStringList Settings::keptSecrets() const { return value(SettingKey::KeptSecrets).toStringList(); }

void Settings::setKeptSecrets(const QStringList &names)
{
    setList(SettingKey::KeptSecrets, names);
}

QStringList Settings::openCollections() const { return value(SettingKey::OpenCollections).toStringList(); }

void Settings::setOpenCollections(const QStringList &folders)
{
    setList(SettingKey::OpenCollections, folders);
}

QStringList Settings::favouriteActions(const QString &environment) const
{
    return idsOf(SettingKey::FavouriteActions, environment);
}

void Settings::setFavouriteAction(const QString &environment, const QString &actionId, Favourite favourite)
{
    QStringList ids = favouriteActions(environment);
    if (favourite == Favourite::No)
        ids.removeAll(actionId);
    else if (!actionId.isEmpty() && !ids.contains(actionId))
        ids.append(actionId);
    if (setIds(SettingKey::FavouriteActions, environment, ids) == Change::Made)
        Q_EMIT favouriteActionsChanged(environment);
}

QStringList Settings::recentActions(const QString &environment) const
{
    return idsOf(SettingKey::RecentActions, environment).mid(0, mostRecentActions);
}

void Settings::addRecentAction(const QString &environment, const QString &actionId)
{
    if (actionId.isEmpty())
        return;
    QStringList ids = recentActions(environment);
    ids.removeAll(actionId);
    ids.prepend(actionId);
    if (setIds(SettingKey::RecentActions, environment, ids.mid(0, mostRecentActions)) == Change::Made)
        Q_EMIT recentActionsChanged(environment);
}

// All are read before any is written: two environments may swap their names.
void Settings::followRenames(const QList<EnvironmentRename> &renames)
{
    const auto put = [this](const QString &environment, const QStringList &favourites, const QStringList &recents) {
        if (setIds(SettingKey::FavouriteActions, environment, favourites) == Change::Made)
            Q_EMIT favouriteActionsChanged(environment);
        if (setIds(SettingKey::RecentActions, environment, recents) == Change::Made)
            Q_EMIT recentActionsChanged(environment);
    };
    QList<std::pair<QStringList, QStringList>> known;
    QString current = currentEnvironmentName();
    for (const EnvironmentRename &rename : renames) {
        known.append({favouriteActions(rename.from), recentActions(rename.from)});
        if (rename.from == currentEnvironmentName())
            current = rename.to;
    }
    for (const EnvironmentRename &rename : renames)
        put(rename.from, {}, {});
    for (qsizetype i = 0; i < renames.size(); ++i) {
        if (!renames[i].to.isEmpty())
            put(renames[i].to, known[i].first, known[i].second);
    }
    if (!current.isEmpty())
        setCurrentEnvironmentName(current);
}

QStringList Settings::idsOf(SettingKey key, const QString &environment) const
{
    QStringList ids = m_settings->value(pathOf(key, environment)).toStringList();
    ids.removeAll(QString());
    return ids;
}

Settings::Change Settings::setIds(SettingKey key, const QString &environment, const QStringList &ids)
{
    if (ids == idsOf(key, environment))
        return Change::None;
    if (ids.isEmpty())
        m_settings->remove(pathOf(key, environment));
    else
        m_settings->setValue(pathOf(key, environment), ids);
    return Change::Made;
}

// As lists they compare by their items; as text every one is empty.
Settings::Change Settings::setList(SettingKey key, const QStringList &list)
{
    if (list == value(key).toStringList())
        return Change::None;
    m_settings->setValue(pathOf(key), list);
    return Change::Made;
}

QVariant Settings::value(SettingKey key) const
{
    return m_settings->value(pathOf(key), definitionOf(key).standard);
}

Settings::Change Settings::set(SettingKey key, const QVariant &newValue)
{
    // Compared as text or bytes, because a number comes back from the file as text.
    const QVariant old = value(key);
    if (old.toByteArray() == newValue.toByteArray())
        return Change::None;
    m_settings->setValue(pathOf(key), newValue);
    return Change::Made;
}

} // namespace actionscope::storage
