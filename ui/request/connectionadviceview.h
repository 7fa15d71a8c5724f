// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/connectionadvice.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace actionscope::ui {

class ThemeService;

// What the service will do about the connection, in a quiet line; below it each thing that will go wrong,
// with a button for each way to put it right.
class ConnectionAdviceView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionAdviceView(const ThemeService &theme, QWidget *parent = nullptr);

    void setAdvice(const workspace::ConnectionAdvice &advice);

Q_SIGNALS:
    void fixRequested(const actionscope::workspace::ConnectionFix &fix);

private:
    [[nodiscard]] QWidget *newWarning(const workspace::ConnectionWarning &warning, int number);

    const ThemeService &m_theme;
    QLabel *m_pick = nullptr;
    QVBoxLayout *m_column = nullptr;
    workspace::ConnectionAdvice m_advice;
    QList<QWidget *> m_warnings;
};

} // namespace actionscope::ui
