// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QTabBar;
class QToolButton;

namespace actionscope::ui {

class ThemeService;

// The requests that are open, as tabs above the pages. Draws what it is told and tells what a person wants.
class RequestTabs final : public QFrame
{
    Q_OBJECT

public:
    struct Label
    {
        QString title;
        QString path; // empty: not saved yet
        bool isDirty = false;
        bool isInConflict = false;
        bool isExecuted = false; // now
    };

    explicit RequestTabs(const ThemeService &theme, QWidget *parent = nullptr);

    void insert(int index, const Label &label);
    void remove(int index);
    void move(int from, int to);
    void setLabel(int index, const Label &label);
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(int index);
    void clicked(); // whichever, also the one that is in front already
    void newRequested();
    void closeRequested(int index);
    void saveRequested(int index);
    void moved(int from, int to);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addCloseButton(int index);
    void showMenu(const QPoint &at);

    const ThemeService &m_theme;
    QTabBar *m_bar;
    QToolButton *m_add;
    bool m_isFollowing = false; // changes by the program, not by the person
};

} // namespace actionscope::ui
