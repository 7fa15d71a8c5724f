// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/actionregistry.h"

#include <QHash>

namespace actionscope::ui {

namespace {

constexpr char iconProperty[] = "iconName";

}

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
}

QAction *ActionRegistry::add(const ActionSpec &spec)
{
    Q_ASSERT(!action(spec.id));
    auto *added = new QAction(spec.text, this);
    added->setObjectName(spec.id);
    added->setShortcut(spec.shortcut);
    added->setProperty(iconProperty, spec.iconName);
    if (!spec.shortcut.isEmpty()) {
        added->setToolTip(QStringLiteral("%1 (%2)").arg(
            QString(spec.text).remove(QLatin1Char('&')), spec.shortcut.toString(QKeySequence::NativeText)));
    }
    m_actions.append(added);
    return added;
}

QAction *ActionRegistry::action(const QString &id) const
{
    for (QAction *each : m_actions) {
        if (each->objectName() == id)
            return each;
    }
    return nullptr;
}

QString ActionRegistry::iconNameOf(const QAction *action) const
{
    return action->property(iconProperty).toString();
}

QStringList ActionRegistry::conflicts() const
{
    QStringList found;
    QHash<QKeySequence, QString> taken;
    for (const QAction *each : m_actions) {
        for (const QKeySequence &keys : each->shortcuts()) {
            if (taken.contains(keys))
                found.append(taken.value(keys) + QStringLiteral(" = ") + each->objectName());
            taken.insert(keys, each->objectName());
        }
    }
    return found;
}

} // namespace actionscope::ui
