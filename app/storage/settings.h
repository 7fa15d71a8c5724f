// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/base/secretfinder.h"
#include "app/storage/environment.h"
#include "app/storage/environmentrename.h"
#include "app/storage/inifile.h"
#include "app/storage/settingskeys.h"

#include <QList>
#include <QObject>

#include <memory>

namespace actionscope::storage {

// What the program remembers between starts, in <config>/settings.ini. No secret is ever among it.
// A setter that changes nothing says nothing; what it changes is on disk at the latest when the event loop idles,
// or when save() returns. A test gives a temporary folder.
class Settings final : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &configFolder, QObject *parent = nullptr, const Clock &clock = systemClock());
    ~Settings() override;

    // What went wrong when the file was opened, as a sentence to show; empty when nothing did.
    [[nodiscard]] QString trouble() const { return m_trouble; }
    [[nodiscard]] Result<void> save();

    // The sandbox always comes first and is never stored.
    [[nodiscard]] QList<Environment> environments() const;
    // Keeps the order; the sandbox and further environments of a name already there are left out.
    void setEnvironments(const QList<Environment> &environments);
    // The one named by currentEnvironmentName(), or the sandbox where there is none of that name.
    [[nodiscard]] Environment currentEnvironment() const;
    [[nodiscard]] QString currentEnvironmentName() const;
    void setCurrentEnvironmentName(const QString &name);

    // "system", "light" or "dark".
    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);
    [[nodiscard]] int defaultTimeoutSeconds() const;
    void setDefaultTimeoutSeconds(int seconds);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    [[nodiscard]] QByteArray splitterState() const;
    void setSplitterState(const QByteArray &state);
    // The id of the result page that was last in front.
    [[nodiscard]] QString resultTab() const;
    void setResultTab(const QString &tab);
    // "form", "json" or "both".
    [[nodiscard]] QString inputView() const;
    void setInputView(const QString &view);
    // The id of the sidebar's page that was last in front.
    [[nodiscard]] QString sidebarPage() const;
    void setSidebarPage(const QString &page);
    // Folders, in the order they are shown.
    [[nodiscard]] QStringList openCollections() const;
    void setOpenCollections(const QStringList &folders);

    // The port that the window's sandbox is to have; 0: any free one.
    [[nodiscard]] int sandboxPort() const;
    void setSandboxPort(int port);

    // What is hidden in whatever is handed on, beyond what always is.
    [[nodiscard]] RedactionWish redactionWish() const;
    void setRedactionWish(const RedactionWish &wish);
    // Names of a person's own secrets that requests refer to as {{name}}; what they are lies in the secret store.
    [[nodiscard]] QStringList keptSecrets() const;
    void setKeptSecrets(const QStringList &names);

    enum class Favourite { No, Yes };
    // Ids of actions that a person marked in this environment, oldest mark first.
    [[nodiscard]] QStringList favouriteActions(const QString &environment) const;
    void setFavouriteAction(const QString &environment, const QString &actionId, Favourite favourite);
    // Ids of actions that were executed in this environment, newest first; only so many are remembered.
    static constexpr int mostRecentActions = 50;
    [[nodiscard]] QStringList recentActions(const QString &environment) const;
    void addRecentAction(const QString &environment, const QString &actionId);

    // Favourite and recent actions go along with their environments, and so does the choice.
    void followRenames(const QList<EnvironmentRename> &renames);

Q_SIGNALS:
    void environmentsChanged();
    void currentEnvironmentNameChanged(const QString &name);
    void themeChanged(const QString &theme);
    void defaultTimeoutSecondsChanged(int seconds);
    void windowGeometryChanged();
    void splitterStateChanged();
    void resultTabChanged(const QString &tab);
    void inputViewChanged(const QString &view);
    void sidebarPageChanged(const QString &page);
    void sandboxPortChanged(int port);
    void favouriteActionsChanged(const QString &environment);
    void recentActionsChanged(const QString &environment);

private:
    enum class Change { None, Made };

    void open(const Clock &clock);
    [[nodiscard]] QVariant value(SettingKey key) const;
    Change set(SettingKey key, const QVariant &value);
    Change setList(SettingKey key, const QStringList &list);
    [[nodiscard]] QStringList idsOf(SettingKey key, const QString &environment) const;
    [[nodiscard]] Change setIds(SettingKey key, const QString &environment, const QStringList &ids);

    QString m_path;
    QString m_trouble;
    std::unique_ptr<IniFile> m_settings;
};

} // namespace actionscope::storage
