// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/settings.h"

#include "app/base/atomicfile.h"
#include "app/storage/configfolder.h"
#include "app/storage/settingsmigration.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace actionscope;
using namespace actionscope::storage;

class tst_settings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void startsWithDefaults();
    void keepsWhatWasSet();
    void equalValueIsNoChange();
    void refusesNonsense();
    void sandboxIsAlwaysFirstAndNeverStored();
    void fallsBackToTheSandbox();
    void nonsenseInTheFileIsTheDefault();
    void aFileThatIsNotOursIsMovedAside();
    void unreadableFileIsMovedAside_data();
    void unreadableFileIsMovedAside();
    void saysWhyItCannotSave();
    void fullDiskLeavesTheOldFile_data();
    void fullDiskLeavesTheOldFile();
    void migratesStepByStep();
    void leavesALaterVersionAlone();
    void twoProgramsAtOnce();
    void everyKeyHasARowOfItsOwn();
    void actionsAreRememberedPerEnvironment();
    void actionsFollowARenamedEnvironment();
    void onlySoManyActionsAreRecent();
    void configFolderIsTheSameForBothPrograms();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(QStringLiteral("settings.ini")); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_settings::startsWithDefaults()
{
    const Settings settings(m_dir->path());
    QVERIFY(settings.trouble().isEmpty());
    QCOMPARE(settings.environments(), QList<Environment> {sandboxEnvironment()});
    QCOMPARE(settings.currentEnvironment(), sandboxEnvironment());
    QCOMPARE(settings.theme(), QStringLiteral("system"));
    QCOMPARE(settings.defaultTimeoutSeconds(), 180);
    QVERIFY(settings.windowGeometry().isEmpty());
    QCOMPARE(settings.resultTab(), QStringLiteral("tree"));
}

void tst_settings::keepsWhatWasSet()
{
    const Environment live {QStringLiteral("live, München; =%"), QStringLiteral("https://backend.example:8443/x"),
        api::ApiVersion::V3, false, true};
    const Environment old {QStringLiteral("old"), QStringLiteral("http://127.0.0.1:1"), api::ApiVersion::V2, false};
    const QByteArray geometry("\0\x01\xff\n=;", 6);
    {
        Settings settings(m_dir->path());
        settings.setEnvironments({sandboxEnvironment(), live, old});
        settings.setCurrentEnvironmentName(live.name);
        settings.setTheme(QStringLiteral("dark"));
        settings.setDefaultTimeoutSeconds(7);
        settings.setWindowGeometry(geometry);
        settings.setSplitterState("splitter");
        settings.setResultTab(QStringLiteral("headers"));
        QVERIFY(settings.save());
    }
    const QString copy = m_dir->filePath(QStringLiteral("copy"));
    QVERIFY(QDir().mkpath(copy) && QFile::copy(file(), copy + QStringLiteral("/settings.ini")));
    const Settings settings(copy);
    QCOMPARE(settings.environments(), (QList<Environment> {sandboxEnvironment(), live, old}));
    QCOMPARE(settings.currentEnvironment(), live);
    QCOMPARE(settings.theme(), QStringLiteral("dark"));
    QCOMPARE(settings.defaultTimeoutSeconds(), 7);
    QCOMPARE(settings.windowGeometry(), geometry);
    QCOMPARE(settings.splitterState(), QByteArray("splitter"));
    QCOMPARE(settings.resultTab(), QStringLiteral("headers"));
}

void tst_settings::equalValueIsNoChange()
{
    Settings settings(m_dir->path());
    QSignalSpy theme(&settings, &Settings::themeChanged);
    QSignalSpy timeout(&settings, &Settings::defaultTimeoutSecondsChanged);
    QSignalSpy environments(&settings, &Settings::environmentsChanged);
    QSignalSpy current(&settings, &Settings::currentEnvironmentNameChanged);
    QSignalSpy geometry(&settings, &Settings::windowGeometryChanged);
    for (int i = 0; i < 2; ++i) {
        settings.setTheme(QStringLiteral("light"));
        settings.setDefaultTimeoutSeconds(20);
        settings.setEnvironments({{QStringLiteral("a"), QStringLiteral("https://a.example")}});
        settings.setCurrentEnvironmentName(QStringLiteral("a"));
        settings.setWindowGeometry("g");
        QVERIFY(settings.save());
    }
    QCOMPARE(theme.size(), 1);
    QCOMPARE(timeout.size(), 1);
    QCOMPARE(environments.size(), 1);
    QCOMPARE(current.size(), 1);
    QCOMPARE(geometry.size(), 1);
    QCOMPARE(theme.constFirst().constFirst().toString(), QStringLiteral("light"));
}

void tst_settings::refusesNonsense()
{
    Settings settings(m_dir->path());
    settings.setTheme(QStringLiteral("plaid"));
    settings.setDefaultTimeoutSeconds(0);
    settings.setDefaultTimeoutSeconds(-3);
    QCOMPARE(settings.theme(), QStringLiteral("system"));
    QCOMPARE(settings.defaultTimeoutSeconds(), 180);
}

void tst_settings::sandboxIsAlwaysFirstAndNeverStored()
{
    Settings settings(m_dir->path());
    const Environment a {QStringLiteral("a"), QStringLiteral("https://a.example")};
    const Environment impostor {QStringLiteral("sandbox"), QStringLiteral("https://evil.example")};
    settings.setEnvironments({a, impostor, sandboxEnvironment(), {a.name, QStringLiteral("https://b.example")}});
    QCOMPARE(settings.environments(), (QList<Environment> {sandboxEnvironment(), a}));
    QVERIFY(settings.save());
    QVERIFY(!readFile(file())->contains("evil"));
    settings.setEnvironments({});
    QCOMPARE(settings.environments(), QList<Environment> {sandboxEnvironment()});
}

void tst_settings::fallsBackToTheSandbox()
{
    Settings settings(m_dir->path());
    settings.setCurrentEnvironmentName(QStringLiteral("gone"));
    QCOMPARE(settings.currentEnvironment(), sandboxEnvironment());
}

void tst_settings::aFileThatIsNotOursIsMovedAside()
{
    const QByteArray junk("\0\0\0junk[[[\n\x01\x02", 13);
    QVERIFY(writeFileAtomically(file(), junk));
    {
        const Settings settings(m_dir->path());
        QVERIFY(settings.trouble().contains(QStringLiteral("moved to")));
        QCOMPARE(settings.theme(), QStringLiteral("system"));
    }
    const QStringList kept = QDir(m_dir->path()).entryList({QStringLiteral("settings*")}, QDir::Files);
    const bool isKept = std::any_of(kept.cbegin(), kept.cend(), [&](const QString &name) {
        return readFile(m_dir->filePath(name)).value_or(QByteArray()) == junk;
    });
    QVERIFY2(isKept, qPrintable(kept.join(QLatin1Char(' '))));
}

void tst_settings::nonsenseInTheFileIsTheDefault()
{
    QVERIFY(writeFileAtomically(file(),
        "[preferences]\ntheme=plaid\ndefaultTimeoutSeconds=often\n[environments]\n1\\name=x\n1\\api=v9\nsize=1\n"));
    const Settings settings(m_dir->path());
    QCOMPARE(settings.theme(), QStringLiteral("system"));
    QCOMPARE(settings.defaultTimeoutSeconds(), 180);
    QCOMPARE(settings.environments().at(1).apiVersion, api::ApiVersion::V31);
}

void tst_settings::unreadableFileIsMovedAside_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("garbage") << false;
    QTest::newRow("a folder in its place") << true;
}

void tst_settings::unreadableFileIsMovedAside()
{
    QFETCH(bool, isFolder);
    const QByteArray garbage("[preferences\n\xff\xfe no line of settings\n");
    if (isFolder)
        QVERIFY(QDir().mkpath(file()));
    else
        QVERIFY(writeFileAtomically(file(), garbage));
    const Clock clock = [] { return QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC); };
    const QString aside = file() + QStringLiteral(".damaged-20260102T030405");
    {
        Settings settings(m_dir->path(), nullptr, clock);
        QVERIFY2(settings.trouble().contains(aside), qPrintable(settings.trouble()));
        QCOMPARE(settings.theme(), QStringLiteral("system"));
        settings.setTheme(QStringLiteral("dark"));
        QVERIFY(settings.save());
    }
    if (!isFolder)
        QCOMPARE(*readFile(aside), garbage);
    QVERIFY(QFileInfo::exists(aside));
    const Settings again(m_dir->path());
    QVERIFY(again.trouble().isEmpty());
    QCOMPARE(again.theme(), QStringLiteral("dark"));
}

void tst_settings::saysWhyItCannotSave()
{
    QVERIFY(writeFileAtomically(m_dir->filePath(QStringLiteral("a")), "a file where the folder should be"));
    Settings settings(m_dir->filePath(QStringLiteral("a")));
    settings.setTheme(QStringLiteral("dark"));
    const Result<void> saved = settings.save();
    QVERIFY(!saved);
    QVERIFY(saved.error().sentence.contains(QLatin1String("a/settings.ini")));
}

void tst_settings::fullDiskLeavesTheOldFile_data()
{
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("saved on request") << true;
    QTest::newRow("saved at the end") << false;
}

// A full disk, played by the limit on the size of files.
void tst_settings::fullDiskLeavesTheOldFile()
{
    QFETCH(bool, isAsked);
    {
        Settings settings(m_dir->path());
        settings.setEnvironments({{QStringLiteral("mine"), QStringLiteral("https://backend.example"), api::ApiVersion::V3, false, true}});
    }
    const QByteArray before = *readFile(file());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit usual {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
    {
        Settings settings(m_dir->path());
        settings.setTheme(QStringLiteral("dark"));
        const rlimit small {40, usual.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        if (isAsked)
            QVERIFY(!settings.save());
    }
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
    QCOMPARE(*readFile(file()), before);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), QStringList {QStringLiteral("settings.ini")});
    QCOMPARE(Settings(m_dir->path()).environments().last().name, QStringLiteral("mine"));
}

void tst_settings::migratesStepByStep()
{
    // A file as a first version wrote it: "dark" was a yes or no, the timeout was in milliseconds.
    QVERIFY(writeFileAtomically(
        file(), "[settings]\nversion=1\n[preferences]\ndark=true\ntimeout=20000\ncurrentEnvironment=live\n"));
    const QList<SettingsMigration> steps {
        {1, [](QSettings &settings) {
             const bool dark = settings.value(QStringLiteral("preferences/dark")).toBool();
             settings.setValue(QStringLiteral("preferences/theme"), dark ? QStringLiteral("dark") : QString());
             settings.remove(QStringLiteral("preferences/dark"));
         }},
        {2, [](QSettings &settings) {
             const int milliseconds = settings.value(QStringLiteral("preferences/timeout")).toInt();
             settings.setValue(pathOf(SettingKey::DefaultTimeoutSeconds), milliseconds / 1000);
             settings.remove(QStringLiteral("preferences/timeout"));
         }},
    };
    {
        QSettings settings(file(), QSettings::IniFormat);
        QCOMPARE(migrateSettings(settings, steps, 3), 3);
        QCOMPARE(migrateSettings(settings, steps, 3), 3);
        QCOMPARE(settings.value(QStringLiteral("settings/version")).toInt(), 3);
        QVERIFY(!settings.contains(QStringLiteral("preferences/dark")));
    }
    const Settings settings(m_dir->path());
    QCOMPARE(settings.theme(), QStringLiteral("dark"));
    QCOMPARE(settings.defaultTimeoutSeconds(), 20);
    QCOMPARE(settings.currentEnvironmentName(), QStringLiteral("live"));

    QSettings fresh(m_dir->filePath(QStringLiteral("fresh.ini")), QSettings::IniFormat);
    QCOMPARE(migrateSettings(fresh, steps, 3), 3);
    QCOMPARE(fresh.allKeys(), QStringList {QStringLiteral("settings/version")});
}

void tst_settings::leavesALaterVersionAlone()
{
    QVERIFY(writeFileAtomically(file(), "[settings]\nversion=99\n[preferences]\ntheme=dark\nfuture=kept\n"));
    {
        Settings settings(m_dir->path());
        QVERIFY(settings.trouble().contains(file()));
        QCOMPARE(settings.theme(), QStringLiteral("dark"));
        settings.setTheme(QStringLiteral("light"));
        QVERIFY(settings.save());
    }
    const QByteArray bytes = *readFile(file());
    QVERIFY(bytes.contains("version=99") && bytes.contains("future=kept") && bytes.contains("theme=light"));
}

void tst_settings::twoProgramsAtOnce()
{
    Settings window(m_dir->path());
    Settings commandLine(m_dir->path());
    window.setTheme(QStringLiteral("dark"));
    commandLine.setDefaultTimeoutSeconds(9);
    QVERIFY(window.save() && commandLine.save());
    const Settings later(m_dir->path());
    QCOMPARE(later.theme(), QStringLiteral("dark"));
    QCOMPARE(later.defaultTimeoutSeconds(), 9);
}

void tst_settings::everyKeyHasARowOfItsOwn()
{
    QSet<QString> paths;
    for (int i = 0; i < int(SettingKey::Count); ++i) {
        QCOMPARE(definitionOf(SettingKey(i)).key, SettingKey(i));
        paths.insert(pathOf(SettingKey(i)));
    }
    QCOMPARE(paths.size(), int(SettingKey::Count));
}

void tst_settings::actionsAreRememberedPerEnvironment()
{
    const QString odd = QStringLiteral("live/München; =%");
    const QString plain = QStringLiteral("old");
    const QStringList two {QStringLiteral("GMAIL_SEND_EMAIL"), QStringLiteral("A, B")};
    {
        Settings settings(m_dir->path());
        QSignalSpy favourites(&settings, &Settings::favouriteActionsChanged);
        QSignalSpy recents(&settings, &Settings::recentActionsChanged);
        for (const QString &id : two + two)
            settings.setFavouriteAction(odd, id, Settings::Favourite::Yes);
        settings.setFavouriteAction(plain, two.first(), Settings::Favourite::Yes);
        settings.setFavouriteAction(plain, two.first(), Settings::Favourite::No);
        settings.addRecentAction(plain, two.last());
        settings.addRecentAction(plain, two.first());
        settings.addRecentAction(plain, two.first());
        settings.addRecentAction(plain, QString());
        QCOMPARE(favourites.size(), 4);
        QCOMPARE(recents.size(), 2);
        QCOMPARE(recents.first().first().toString(), plain);
        settings.setSidebarPage(QStringLiteral("history"));
        QVERIFY(settings.save());
    }
    const Settings settings(m_dir->path());
    QCOMPARE(settings.favouriteActions(odd), two);
    QCOMPARE(settings.favouriteActions(plain), QStringList());
    QCOMPARE(settings.recentActions(plain), two);
    QCOMPARE(settings.recentActions(odd), QStringList());
    QCOMPARE(settings.sidebarPage(), QStringLiteral("history"));
}

void tst_settings::actionsFollowARenamedEnvironment()
{
    const QStringList names {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("gone")};
    Settings settings(m_dir->path());
    for (const QString &name : names) {
        settings.setFavouriteAction(name, QStringLiteral("OF_") + name, Settings::Favourite::Yes);
        settings.addRecentAction(name, QStringLiteral("RAN_") + name);
    }
    settings.setCurrentEnvironmentName(names[0]);
    QSignalSpy changed(&settings, &Settings::favouriteActionsChanged);
    settings.followRenames({{names[2], {}}, {names[0], names[1]}, {names[1], QStringLiteral("c/d")}});
    QVERIFY(!changed.isEmpty());
    QCOMPARE(settings.favouriteActions(names[0]), QStringList());
    QCOMPARE(settings.favouriteActions(names[1]), QStringList {QStringLiteral("OF_a")});
    QCOMPARE(settings.recentActions(names[1]), QStringList {QStringLiteral("RAN_a")});
    QCOMPARE(settings.favouriteActions(QStringLiteral("c/d")), QStringList {QStringLiteral("OF_b")});
    QCOMPARE(settings.favouriteActions(names[2]), QStringList());
    QCOMPARE(settings.currentEnvironmentName(), names[1]);
}

void tst_settings::onlySoManyActionsAreRecent()
{
    Settings settings(m_dir->path());
    for (int i = 0; i < 2 * Settings::mostRecentActions; ++i)
        settings.addRecentAction(QStringLiteral("a"), QString::number(i));
    const QStringList recents = settings.recentActions(QStringLiteral("a"));
    QCOMPARE(recents.size(), Settings::mostRecentActions);
    QCOMPARE(recents.first(), QString::number(2 * Settings::mostRecentActions - 1));
    settings.addRecentAction(QStringLiteral("a"), recents.last());
    QCOMPARE(settings.recentActions(QStringLiteral("a")).size(), Settings::mostRecentActions);
    QCOMPARE(settings.recentActions(QStringLiteral("a")).first(), recents.last());
}

void tst_settings::configFolderIsTheSameForBothPrograms()
{
    QCoreApplication::setApplicationName(QStringLiteral("actionscope"));
    const QString window = configFolder();
    QCoreApplication::setApplicationName(QStringLiteral("actionscope-cli"));
    QCOMPARE(configFolder(), window);
    QVERIFY(window.endsWith(QLatin1String("/actionscope")));
    QCOMPARE(configFolder(QStringLiteral("/tmp/x/../y/")), QStringLiteral("/tmp/y"));
    QVERIFY(QDir::isAbsolutePath(configFolder(QStringLiteral("relative"))));
}

QTEST_GUILESS_MAIN(tst_settings)
#include "tst_settings.moc"
