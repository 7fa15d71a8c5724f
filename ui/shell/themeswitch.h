// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace actionscope::storage {
class Settings;
}

namespace actionscope::ui {

class ThemeService;
class TopBar;

// Light, dark, or as the desktop has it; and so again at the next start.
class ThemeSwitch final : public QObject
{
    Q_OBJECT

public:
    // The bar's button switches, too, and is its parent.
    ThemeSwitch(ThemeService *theme, storage::Settings *settings, TopBar *topBar);

    void toggle();
    void followSystem();

private:
    ThemeService *m_theme;
    storage::Settings *m_settings;
};

} // namespace actionscope::ui
