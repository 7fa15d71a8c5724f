// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace actionscope::ui {

class IconLabel;
class ThemeService;

// A message inside the page it concerns: icon, sentence, perhaps one thing to do about it, and a way to close
// it. Hidden until something is shown.
class MessageStrip final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    // `name` begins the objectNames of the strip and its parts: "problem" gives "problemMessageStrip".
    MessageStrip(const ThemeService &theme, const QString &name, QWidget *parent = nullptr);

    void showMessage(Kind kind, const QString &text, const QString &actionText = {});
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void closed();

private:
    const ThemeService &m_theme;
    IconLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace actionscope::ui
