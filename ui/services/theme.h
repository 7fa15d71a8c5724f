// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

#include <array>

namespace actionscope::ui {

// Colours by what they mean, never by where they stand. The values lie in resources/themes/*.json.
enum class ColorRole {
    Surface, // the window's ground
    Raised, // pages, cards, fields
    Sunken, // bars, table headers, disabled fields
    Line, // hairlines and borders
    Text,
    Muted,
    Accent,
    OnAccent, // text on a filled accent
    Selection, // ground of a selected row
    Good,
    GoodGround,
    Bad,
    BadGround,
    Warn,
    WarnGround,
    Running,
    RunningGround,
    JsonKey,
    JsonString,
    JsonNumber,
    JsonWord, // true, false, null
    Count
};

// One complete look, a value.
struct Theme
{
    QString id; // "light", "dark"
    bool isDark = false;
    std::array<QColor, std::size_t(ColorRole::Count)> colors;

    [[nodiscard]] QColor color(ColorRole role) const { return colors[std::size_t(role)]; }
};

// The spacing scale, in pixels.
namespace spacing {
constexpr int hair = 4;
constexpr int small = 8;
constexpr int medium = 12;
constexpr int large = 16;
constexpr int wide = 24;
} // namespace spacing

enum class ThemeChoice { System, Light, Dark };

// Knows the current theme and applies it to the application: palette, style sheet, fonts.
// "System" follows the desktop's light or dark preference and its changes while the program runs.
class ThemeService final : public QObject
{
    Q_OBJECT

public:
    explicit ThemeService(QObject *parent = nullptr);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] QColor color(ColorRole role) const { return m_theme.color(role); }
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

    [[nodiscard]] static QFont monospaceFont();
    // Body, small and title: the only three sizes besides monospace.
    [[nodiscard]] static QFont smallFont();
    [[nodiscard]] static QFont titleFont();

Q_SIGNALS:
    void themeChanged();

private:
    void apply();
    void followSystem();

    Theme m_theme;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemIsDark = false;
};

} // namespace actionscope::ui
