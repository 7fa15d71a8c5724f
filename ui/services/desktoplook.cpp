// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/desktoplook.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>

namespace actionscope::ui {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString space = QStringLiteral("org.freedesktop.appearance");
const QString key = QStringLiteral("color-scheme");

// The portal's Read wraps its answer twice, the signal once.
uint unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

DesktopLook::DesktopLook(QObject *parent)
    : QObject(parent)
    , m_startedDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
    , m_isDark(m_startedDark)
{
    ask();
}

void DesktopLook::ask()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // QtDBus connects to remote signals by name only, and to a QDBusVariant only once it knows the type.
    qRegisterMetaType<QDBusVariant>();
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << space << key;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        const QDBusPendingReply<QDBusVariant> reply = *answered;
        if (!reply.isError())
            setPreference(unwrapped(reply.value().variant()));
        answered->deleteLater();
    });
}

void DesktopLook::onSettingChanged(
    const QString &changedSpace, const QString &changedKey, const QDBusVariant &value)
{
    if (changedSpace == space && changedKey == key)
        setPreference(unwrapped(value.variant()));
}

// 0 no preference, 1 dark, 2 light.
void DesktopLook::setPreference(uint preference)
{
    const bool dark = preference == 1 || (preference != 2 && m_startedDark);
    if (dark == m_isDark)
        return;
    m_isDark = dark;
    Q_EMIT changed();
}

} // namespace actionscope::ui
