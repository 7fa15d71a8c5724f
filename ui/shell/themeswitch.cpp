// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/themeswitch.h"

#include "app/storage/settings.h"
#include "ui/services/theme.h"
#include "ui/shell/topbar.h"

namespace actionscope::ui {

ThemeSwitch::ThemeSwitch(ThemeService *theme, storage::Settings *settings, TopBar *topBar)
    : QObject(topBar)
    , m_theme(theme)
    , m_settings(settings)
{
    connect(topBar, &TopBar::themeToggleRequested, this, &ThemeSwitch::toggle);
}

void ThemeSwitch::toggle()
{
    const bool toLight = m_theme->theme().isDark;
    m_theme->setChoice(toLight ? ThemeChoice::Light : ThemeChoice::Dark);
    m_settings->setTheme(toLight ? QStringLiteral("light") : QStringLiteral("dark"));
}

void ThemeSwitch::followSystem()
{
    m_theme->setChoice(ThemeChoice::System);
    m_settings->setTheme(QStringLiteral("system"));
}

} // namespace actionscope::ui
