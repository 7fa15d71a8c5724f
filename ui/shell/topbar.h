// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/environment.h"

#include <QFrame>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace actionscope::ui {

class ThemeService;

// Answers "where does this go": the environment, its address and API version; beside it the window's menu.
class TopBar final : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(const ThemeService &theme, QWidget *parent = nullptr);

    void setEnvironments(const QList<storage::Environment> &environments, const QString &current);
    // `address` is what a person would recognise: host and port.
    void setDestination(const QString &address, api::ApiVersion version);
    // Says so in a word and a colour that nobody takes for the usual bar.
    void setProtected(bool isProtected);
    // What the sandbox is made to do at the moment, so that nobody forgets; empty for nothing.
    void setFaults(const QString &faults);
    void setReplay(const QString &summary);
    void setMenuActions(const QList<QList<QAction *>> &groups);

Q_SIGNALS:
    void environmentPicked(const QString &name);
    void environmentsRequested();
    void keyTestRequested();
    void faultsRequested();
    void replayRequested();
    void themeToggleRequested();

private:
    QPushButton *addFlag(const QString &objectName, const QString &text);
    QToolButton *addToolButton(const QString &objectName, const QString &accessibleName);
    void tintIcons();

    const ThemeService &m_theme;
    QComboBox *m_environments = nullptr;
    QLabel *m_protected = nullptr;
    QPushButton *m_faults = nullptr;
    QPushButton *m_replay = nullptr;
    QLabel *m_destination = nullptr;
    QToolButton *m_edit = nullptr;
    QToolButton *m_testKey = nullptr;
    QToolButton *m_look = nullptr;
    QToolButton *m_menu = nullptr;
};

} // namespace actionscope::ui
