// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QToolButton>

namespace actionscope::ui {

class Clipboard;
class ThemeService;

// Copies one text when clicked and shows for a moment that it did.
class CopyButton final : public QToolButton
{
    Q_OBJECT

public:
    // The clipboard must live as long as the button.
    CopyButton(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    // `what` names it in the tooltip: "Copy the request id".
    void setCopied(const QString &text, const QString &what);

private:
    void copy();
    void showRest();

    const ThemeService &m_theme;
    Clipboard &m_clipboard;
    QString m_text;
    QString m_what;
    QTimer m_confirmation;
};

} // namespace actionscope::ui
