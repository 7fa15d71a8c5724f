// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/environmentwish.h"

#include "app/base/tr.h"
#include "app/workspace/collections.h"
#include "app/workspace/variablekeeper.h"
#include "app/workspace/workspace.h"

#include <QScopedValueRollback>

namespace actionscope::workspace {

EnvironmentWish::EnvironmentWish(
    const QString &name, Workspace *workspace, Collections *collections, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_workspace(workspace)
    , m_collections(collections)
{
    connect(workspace, &Workspace::environmentsChanged, this, &EnvironmentWish::attempt);
    for (const auto signal : {&Collections::opened, &Collections::closed})
        connect(collections, signal, this, &EnvironmentWish::conclude);
    connect(collections, &Collections::failed, this, &EnvironmentWish::conclude);
    attempt();
    const QString before = workspace->environment().name;
    connect(workspace, &Workspace::environmentChosen, this, [this, before] {
        if (!m_isChoosing && m_workspace->environment().name != before)
            end();
    });
}

void EnvironmentWish::expectNoMore()
{
    m_expectsMore = false;
    conclude();
}

QStringList EnvironmentWish::matches() const
{
    QStringList loose;
    for (const storage::Environment &each : m_workspace->environments()) {
        if (each.name == m_name)
            return {m_name};
        const bool isOfCollection
            = !each.collection.isEmpty() && each.name.startsWith(environmentTitle(QString(), m_name));
        if (isOfCollection || each.name.compare(m_name, Qt::CaseInsensitive) == 0)
            loose.append(each.name);
    }
    return loose;
}

// Of several that could be meant, the right one may still come.
void EnvironmentWish::attempt()
{
    if (m_isOver)
        return;
    const QStringList found = matches();
    const bool isExact = found == QStringList {m_name};
    if (found.size() != 1 || (!isExact && (m_expectsMore || m_collections->isOpening())))
        return;
    const QScopedValueRollback choosing(m_isChoosing, true);
    m_workspace->chooseEnvironment(found.first());
    end();
}

void EnvironmentWish::conclude()
{
    if (m_isOver || m_expectsMore || m_collections->isOpening())
        return;
    attempt();
    if (m_isOver)
        return;
    end();
    Q_EMIT failed(trouble());
}

void EnvironmentWish::end()
{
    m_isOver = true;
    disconnect(m_workspace, nullptr, this, nullptr);
    disconnect(m_collections, nullptr, this, nullptr);
}

Error EnvironmentWish::trouble() const
{
    const QStringList found = matches();
    if (found.size() > 1) {
        return {ErrorCode::NotFound,
            Tr::tr("Several environments are called “%1”. The one used last is chosen.").arg(m_name), {},
            Tr::tr("Name one of these: %1.").arg(found.join(QStringLiteral(", ")))};
    }
    QStringList known;
    for (const storage::Environment &each : m_workspace->environments())
        known.append(each.name);
    return {ErrorCode::NotFound,
        Tr::tr("There is no environment “%1”. The one used last is chosen.").arg(m_name), {},
        Tr::tr("There are: %1.").arg(known.join(QStringLiteral(", ")))};
}

} // namespace actionscope::workspace
