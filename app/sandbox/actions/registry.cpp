// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/registry.h"

#include <algorithm>

namespace actionscope::sandbox {

void Registry::assign(const std::vector<std::shared_ptr<const Manifest>> &manifests)
{
    Registry next;
    for (const auto &manifest : manifests)
        next.add(*manifest);
    *this = std::move(next);
}

void Registry::add(const Manifest &manifest)
{
    if (!app(manifest.app.key))
        m_apps.push_back(manifest.app);
    for (const Action &action : manifest.actions)
        m_actions.insert(action.name.toUpper(), action);
    for (App &app : m_apps) {
        app.actionCount = int(std::count_if(m_actions.cbegin(), m_actions.cend(),
            [&](const Action &action) { return action.appKey == app.key; }));
    }
}

const Action *Registry::action(const QString &name, Qt::CaseSensitivity sensitivity) const
{
    const auto found = m_actions.constFind(sensitivity == Qt::CaseInsensitive ? name.toUpper() : name);
    return found == m_actions.cend() ? nullptr : &*found;
}

QList<const Action *> Registry::actions() const
{
    QList<const Action *> actions;
    for (const Action &action : m_actions)
        actions.append(&action);
    std::sort(actions.begin(), actions.end(),
        [](const Action *left, const Action *right) { return left->name < right->name; });
    return actions;
}

const App *Registry::app(const QString &key) const
{
    const auto found = std::find_if(m_apps.begin(), m_apps.end(),
        [&](const App &app) { return app.key.compare(key, Qt::CaseInsensitive) == 0; });
    return found == m_apps.end() ? nullptr : &*found;
}

QStringList Registry::similarActions(const QString &name) const
{
    constexpr qsizetype most = 3;
    constexpr qsizetype wordsInCommon = 2;
    const QStringList wanted = name.toUpper().split(QLatin1Char('_'), Qt::SkipEmptyParts);
    QList<QPair<qsizetype, QString>> ranked;
    for (auto action = m_actions.cbegin(); action != m_actions.cend(); ++action) {
        const QStringList words = action.key().split(QLatin1Char('_'));
        const qsizetype common = std::count_if(
            words.cbegin(), words.cend(), [&](const QString &word) { return wanted.contains(word); });
        if (common >= wordsInCommon)
            ranked.append({-common, action.key()});
    }
    std::sort(ranked.begin(), ranked.end());
    QStringList names;
    for (const auto &[rank, action] : std::as_const(ranked).first(qMin(most, ranked.size())))
        names.append(action);
    return names;
}

} // namespace actionscope::sandbox
