// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/desktoplook.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QPalette>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace actionscope::ui;

namespace {

// The desktop's settings portal, as far as it is asked.
class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint preference = 0;

    void change(uint to)
    {
        preference = to;
        Q_EMIT SettingChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"),
            QDBusVariant(preference));
    }

public Q_SLOTS:
    // Wrapped twice, as the real one does.
    QDBusVariant Read(const QString &, const QString &)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(preference)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

} // namespace

// On a message bus of its own, started before anything asks for the session's.
class tst_DesktopLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void asksAndFollows();
    void noPreferenceLeavesTheStartPalette();
    void themeFollowsWhenLeftToTheSystem();

private:
    QProcess m_bus;
    Portal m_portal;
};

void tst_DesktopLook::initTestCase()
{
    const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (daemon.isEmpty())
        QSKIP("dbus-daemon is not installed; without a message bus there is no portal to ask");
    m_bus.start(
        daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QTRY_VERIFY(m_bus.canReadLine());
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    QDBusConnection desktop
        = QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("desktop"));
    QVERIFY(desktop.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_portal,
        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
}

void tst_DesktopLook::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    m_bus.terminate();
    QTRY_COMPARE(m_bus.state(), QProcess::NotRunning);
}

void tst_DesktopLook::asksAndFollows()
{
    m_portal.preference = 1;
    DesktopLook look;
    // Not waited for.
    QVERIFY(!look.isDark());
    QSignalSpy changed(&look, &DesktopLook::changed);
    QTRY_VERIFY(look.isDark());
    QCOMPARE(changed.count(), 1);
    m_portal.change(2);
    QTRY_VERIFY(!look.isDark());
    m_portal.change(1);
    QTRY_VERIFY(look.isDark());
    QCOMPARE(changed.count(), 3);
}

void tst_DesktopLook::noPreferenceLeavesTheStartPalette()
{
    m_portal.preference = 1;
    DesktopLook look;
    QTRY_VERIFY(look.isDark());
    m_portal.change(0);
    QTRY_VERIFY(!look.isDark());
}

void tst_DesktopLook::themeFollowsWhenLeftToTheSystem()
{
    m_portal.preference = 2;
    ThemeService theme;
    QVERIFY(!theme.theme().isDark);
    m_portal.change(1);
    QTRY_VERIFY(theme.theme().isDark);
    theme.setChoice(ThemeChoice::Light);
    QVERIFY(!theme.theme().isDark);
    theme.setChoice(ThemeChoice::System);
    QVERIFY(theme.theme().isDark);
}

QTEST_MAIN(tst_DesktopLook)
#include "tst_desktoplook.moc"
