// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/theme.h"

#include "ui/services/basestyle.h"
#include "ui/services/desktoplook.h"
#include "ui/services/themefile.h"

#include <QApplication>
#include <QFontDatabase>

namespace actionscope::ui {

namespace {

QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

} // namespace

ThemeService::ThemeService(QObject *parent)
    : QObject(parent)
{
    // Before our own palette hides what the desktop started us with.
    followSystem();
    QApplication::setStyle(new BaseStyle);
    apply();
}

void ThemeService::setChoice(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

QFont ThemeService::monospaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont body = QApplication::font();
    if (body.pointSizeF() > 0)
        font.setPointSizeF(body.pointSizeF());
    else
        font.setPixelSize(body.pixelSize());
    return font;
}

QFont ThemeService::smallFont() { return scaled(QApplication::font(), 0.9); }

QFont ThemeService::titleFont()
{
    QFont font = scaled(QApplication::font(), 1.25);
    font.setWeight(QFont::DemiBold);
    return font;
}

void ThemeService::apply()
{
    const bool dark = m_choice == ThemeChoice::System ? m_systemIsDark : m_choice == ThemeChoice::Dark;
    const QString id = dark ? QStringLiteral("dark") : QStringLiteral("light");
    if (m_theme.id == id)
        return;
    m_theme = builtInTheme(id);
    QApplication::setPalette(paletteFor(m_theme));
    qApp->setStyleSheet(styleSheetFor(m_theme));
    Q_EMIT themeChanged();
}

void ThemeService::followSystem()
{
    auto *desktop = new DesktopLook(this);
    m_systemIsDark = desktop->isDark();
    connect(desktop, &DesktopLook::changed, this, [this, desktop] {
        m_systemIsDark = desktop->isDark();
        apply();
    });
}

} // namespace actionscope::ui
