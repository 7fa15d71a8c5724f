// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/copybutton.h"

#include "ui/services/clipboard.h"
#include "ui/services/iconset.h"
#include "ui/services/theme.h"

namespace actionscope::ui {

CopyButton::CopyButton(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_clipboard(clipboard)
{
    setIconSize({16, 16});
    m_confirmation.setSingleShot(true);
    m_confirmation.setInterval(1200);
    connect(&m_confirmation, &QTimer::timeout, this, &CopyButton::showRest);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
    showRest();
}

void CopyButton::setCopied(const QString &text, const QString &what)
{
    m_text = text;
    m_what = what;
    m_confirmation.stop();
    showRest();
}

void CopyButton::copy()
{
    m_clipboard.setText(m_text);
    setIcon(themedIcon(m_theme, QStringLiteral("check-circle"), int(ColorRole::Good)));
    setToolTip(tr("Copied"));
    setAccessibleName(tr("Copied"));
    m_confirmation.start();
}

void CopyButton::showRest()
{
    setIcon(themedIcon(m_theme, QStringLiteral("copy"), int(ColorRole::Muted)));
    setToolTip(m_what);
    setAccessibleName(m_what.isEmpty() ? tr("Copy") : m_what);
}

} // namespace actionscope::ui
