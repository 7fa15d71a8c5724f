// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/registry.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"

#include <QDir>

#include <algorithm>

namespace actionscope::sandbox {

QList<Error> Registry::addFolder(const QString &folder)
{
    QList<Error> problems;
    const QDir directory(folder);
    if (!directory.exists()) {
        problems.append({ErrorCode::NotFound, Tr::tr("There is no folder %1 to read actions from.").arg(folder), {},
            Tr::tr("Create it, or name the folder that holds the action files.")});
        return problems;
    }
    const QStringList names
        = directory.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name);
    for (const QString &name : names) {
        const QString path = directory.filePath(name);
        auto manifest = readFile(path).and_then(
            [&](const QByteArray &bytes) { return parseManifest(bytes, QDir::toNativeSeparators(path)); });
        if (manifest)
            add(std::move(*manifest));
        else
            problems.append(manifest.error());
    }
    return problems;
}

void Registry::add(Manifest manifest)
{
    const auto known = std::find_if(
        m_apps.begin(), m_apps.end(), [&](const App &app) { return app.key == manifest.app.key; });
    if (known == m_apps.end())
        m_apps.push_back(manifest.app);
    else
        known->actionCount += manifest.app.actionCount;
    for (Action &action : manifest.actions) {
        const QString name = action.name.toUpper();
        m_actions.insert(name, std::move(action));
    }
    m_documents.push_back(manifest.document);
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
