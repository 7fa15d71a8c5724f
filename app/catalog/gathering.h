// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"
#include "app/api/appinfo.h"
#include "app/api/connectedaccount.h"
#include "app/api/listtrouble.h"

#include <QHash>

namespace actionscope::catalog {

[[nodiscard]] inline QString idOf(const api::AppInfo &app) { return app.key; }
[[nodiscard]] inline QString idOf(const api::ActionInfo &action) { return action.id; }
[[nodiscard]] inline QString idOf(const api::ConnectedAccount &account) { return account.id; }

// Of two items under one id the first counts, of two accounts the one that changed last.
template <typename T> [[nodiscard]] bool replaces(const T &, const T &) { return false; }
[[nodiscard]] inline bool replaces(const api::ConnectedAccount &late, const api::ConnectedAccount &early)
{
    return late.updatedAt > early.updatedAt;
}

// One list of a service as it comes in, page by page.
template <typename T> class Gathering final
{
public:
    // Returns how many were not there yet.
    qsizetype add(const QList<T> &items)
    {
        const qsizetype before = m_items.size();
        for (const T &item : items) {
            const QString id = idOf(item).toLower();
            const auto known = m_positions.constFind(id);
            if (known == m_positions.cend()) {
                m_positions.insert(id, m_items.size());
                m_items.append(item);
                continue;
            }
            m_troubles.add(api::ListTroubles::Kind::Repeated, idOf(item));
            if (replaces(item, m_items[*known]))
                m_items[*known] = item;
        }
        return m_items.size() - before;
    }

    // What came, and of an earlier list that was complete what did not come again.
    [[nodiscard]] QList<T> withEarlier(const QList<T> &earlier) const
    {
        QList<T> all = m_items;
        for (const T &item : earlier) {
            if (!m_positions.contains(idOf(item).toLower()))
                all.append(item);
        }
        return all;
    }

    [[nodiscard]] const QList<T> &items() const { return m_items; }
    [[nodiscard]] const api::ListTroubles &troubles() const { return m_troubles; }

private:
    QList<T> m_items;
    QHash<QString, qsizetype> m_positions; // by lower-case id
    api::ListTroubles m_troubles;
};

} // namespace actionscope::catalog
