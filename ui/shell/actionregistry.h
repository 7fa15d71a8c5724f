// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

namespace actionscope::ui {

// One command of the window as it is declared: what it is called and its default shortcut.
struct ActionSpec
{
    QString id; // stable, e.g. "request.execute"
    QString text; // title capitals, as shown in the menu
    QKeySequence shortcut;
    QString iconName; // in resources/icons, empty for none
};

// Every command of the window, once. Menus, tooltips and shortcuts all come from here.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QObject *parent = nullptr);

    QAction *add(const ActionSpec &spec);
    [[nodiscard]] QAction *action(const QString &id) const; // null when unknown
    [[nodiscard]] QList<QAction *> actions() const { return m_actions; }
    [[nodiscard]] QString iconNameOf(const QAction *action) const;
    // Pairs of ids that answer to the same keys; empty is how it should be.
    [[nodiscard]] QStringList conflicts() const;

private:
    QList<QAction *> m_actions;
};

} // namespace actionscope::ui
