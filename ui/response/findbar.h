// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/response/finder.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace actionscope::ui {

class ThemeService;

// What to find in the answer, and how many there are. Return and F3 go on, Shift goes back, Escape closes.
class FindBar final : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(const ThemeService &theme, QWidget *parent = nullptr);

    // Shows the bar with its last needle ready to be typed over.
    void open();
    void showState(const Finder::State &state);
    [[nodiscard]] QString needle() const;
    [[nodiscard]] PatternOptions options() const;

Q_SIGNALS:
    // The needle or how it is meant.
    void wishChanged();
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QToolButton *addOption(
        QHBoxLayout *row, const QString &name, const QString &text, const QString &meaning);
    [[nodiscard]] QToolButton *addStep(
        QHBoxLayout *row, const QString &name, Qt::ArrowType arrow, const QString &meaning);

    QLineEdit *m_needle = nullptr;
    QToolButton *m_case = nullptr;
    QToolButton *m_word = nullptr;
    QToolButton *m_expression = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_trouble = nullptr; // in a row of its own, as it is a sentence
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
};

} // namespace actionscope::ui
