// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace actionscope::ui {

class ThemeService;

// The file of the open request was changed by somebody else while it was edited here: what to do about it is the
// person's choice, and until then both stay.
class ConflictStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit ConflictStrip(const ThemeService &theme, QWidget *parent = nullptr);

    void showChanged(const QString &name);
    void showRemoved(const QString &name);

Q_SIGNALS:
    void mineKept();
    void theirsTaken();
    void differenceRequested();

private:
    QPushButton *addButton(const char *name, const QString &text, void (ConflictStrip::*signal)());

    QLabel *m_text;
    QPushButton *m_mine = nullptr;
    QPushButton *m_theirs = nullptr;
    QPushButton *m_difference = nullptr;
};

} // namespace actionscope::ui
