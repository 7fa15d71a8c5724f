// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accounts/account.h"
#include "app/sandbox/store.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace actionscope::sandbox {

// Things with a uuid and a short id: those there are on every start, and over them what the state keeps. Only what was
// changed or made is kept, so an emptied state gives the ready-made ones back.
template <typename T> class KeptList final
{
public:
    KeptList(Store &store, QString table)
        : m_store(store)
        , m_table(std::move(table))
    {
    }

    [[nodiscard]] Result<void> load(std::vector<T> readyMade)
    {
        const auto records = m_store.records(m_table, {});
        if (!records)
            return Failure(records.error());
        m_items = std::move(readyMade);
        m_numbers.clear();
        for (const StoredRecord &record : *records) {
            const json::Document document = json::Document::parse(record.body);
            T item;
            readRecord(document.root(), &item);
            m_numbers.insert(item.uuid, record.number);
            put(std::move(item));
        }
        return {};
    }

    [[nodiscard]] const std::vector<T> &items() const { return m_items; }
    // By either id; deleted ones too.
    [[nodiscard]] const T *find(const QString &id) const
    {
        const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const T &item) {
            return item.shortId == id || item.uuid.compare(id, Qt::CaseInsensitive) == 0;
        });
        return found == m_items.end() ? nullptr : &*found;
    }
    // A new one, or another state of one that is there.
    [[nodiscard]] Result<void> keep(T item)
    {
        const QByteArray record = toRecord(item);
        const auto number = m_numbers.constFind(item.uuid);
        if (number != m_numbers.constEnd()) {
            if (auto kept = m_store.replace(m_table, {}, *number, record); !kept)
                return kept;
        } else {
            const auto kept = m_store.insert(m_table, {}, [&](qint64 made) {
                m_numbers.insert(item.uuid, made);
                return record;
            });
            if (!kept)
                return Failure(kept.error());
        }
        put(std::move(item));
        return {};
    }

private:
    void put(T item)
    {
        const auto known = std::find_if(
            m_items.begin(), m_items.end(), [&](const T &other) { return other.uuid == item.uuid; });
        if (known == m_items.end())
            m_items.push_back(std::move(item));
        else
            *known = std::move(item);
    }

    Store &m_store;
    QString m_table;
    std::vector<T> m_items;
    QHash<QString, qint64> m_numbers; // of the records, by uuid
};

} // namespace actionscope::sandbox
