// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QDBusVariant;

namespace actionscope::ui {

// Whether the desktop prefers dark, asked of its settings portal without waiting. A desktop without the
// portal, or without a preference, leaves the answer to the lightness of the palette the program started
// with.
class DesktopLook final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopLook(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_isDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void setPreference(uint preference);

    bool m_startedDark = false;
    bool m_isDark = false;
};

} // namespace actionscope::ui
