// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/actionindex.h"

#include "app/catalog/actionindexbuilder.h"
#include "app/catalog/actionmarks.h"
#include "app/catalog/actionranking.h"
#include "app/catalog/searchwords.h"

namespace actionscope::catalog {

ActionIndex::ActionIndex(const QList<api::AppInfo> &apps, const QList<api::ActionInfo> &actions)
{
    if (!actions.isEmpty())
        m_parts = ActionIndexBuilder(apps, actions).build();
}

bool ActionIndex::isEmpty() const { return !m_parts; }

const QList<api::ActionInfo> &ActionIndex::actions() const
{
    static const QList<api::ActionInfo> none;
    return m_parts ? m_parts->actions : none;
}

qsizetype ActionIndex::positionOf(const QString &id) const
{
    const qint64 entry = m_parts ? m_parts->entryNamed(squeezed(id)) : -1;
    return entry < 0 ? -1 : qsizetype(m_parts->entries[std::size_t(entry)].position);
}

QString ActionIndex::appName(qsizetype position) const
{
    const quint32 entry = m_parts->entryOf[std::size_t(position)];
    return m_parts->apps[m_parts->entries[entry].app].name;
}

api::ActionEffect ActionIndex::effect(qsizetype position) const
{
    return api::ActionEffect(m_parts->entries[m_parts->entryOf[std::size_t(position)]].effect);
}

QList<ActionHit> ActionIndex::search(const ActionSearch &search) const
{
    return m_parts ? ActionRanking(*m_parts, search).hits() : QList<ActionHit>();
}

ActionMarks ActionIndex::marks(const QString &text, qsizetype position) const
{
    if (!m_parts)
        return {};
    const QList<QueryWord> words = queryWords(text, m_parts->words);
    const api::ActionInfo &action = m_parts->actions[position];
    return {lettersMeant(words, action.id), lettersMeant(words, action.name)};
}

const QList<ActionFacet> &ActionIndex::apps() const
{
    static const QList<ActionFacet> none;
    return m_parts ? m_parts->apps : none;
}

const QList<ActionFacet> &ActionIndex::tags() const
{
    static const QList<ActionFacet> none;
    return m_parts ? m_parts->tags : none;
}

qsizetype ActionIndex::memory() const
{
    if (!m_parts)
        return 0;
    const auto bytes = [](const auto &list) { return qsizetype(list.capacity() * sizeof(list[0])); };
    qsizetype sum = m_parts->words.memory() + bytes(m_parts->entries) + bytes(m_parts->entryOf)
        + bytes(m_parts->initials) + bytes(m_parts->ids);
    for (const std::vector<quint32> &entries : m_parts->entriesWithTag)
        sum += bytes(entries);
    return sum;
}

} // namespace actionscope::catalog
