// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/listtrouble.h"

#include "app/api/listwire.h"
#include "app/base/tr.h"

#include <algorithm>

namespace actionscope::api {

void ListTroubles::add(Kind kind, const QString &example)
{
    add(Count {kind, 1, example});
}

void ListTroubles::add(const ListTroubles &others)
{
    for (const Count &more : others.m_counts)
        add(more);
}

void ListTroubles::add(const Count &more)
{
    const auto known = std::find_if(
        m_counts.begin(), m_counts.end(), [&](const Count &count) { return count.kind == more.kind; });
    if (known == m_counts.end())
        m_counts.append(more);
    else
        known->number += more.number;
}

QStringList ListTroubles::sentences(ListKind list) const
{
    QStringList sentences;
    const QString name = listName(list);
    for (const Count &count : m_counts) {
        const QString number = QString::number(count.number);
        switch (count.kind) {
        case Kind::NotAnObject:
            sentences += Tr::tr("Left out of the list of %1, being no objects: %2.").arg(name, number);
            break;
        case Kind::WithoutId:
            sentences += count.example.isEmpty()
                ? Tr::tr("Left out of the list of %1 for want of an id: %2.").arg(name, number)
                : Tr::tr("Left out of the list of %1 for want of an id: %2 (first \"%3\").").arg(name, number, count.example);
            break;
        case Kind::WithoutParameters:
            sentences += Tr::tr("In the list of %1 without a schema of the input: %2 (first %3).").arg(name, number, count.example);
            break;
        case Kind::Repeated:
            sentences += Tr::tr("In the list of %1 more than once under the same id: %2 (first %3).").arg(name, number, count.example);
            break;
        }
    }
    return sentences;
}

QString listName(ListKind list)
{
    switch (list) {
    case ListKind::Apps:
        return Tr::tr("apps");
    case ListKind::Actions:
        return Tr::tr("actions");
    case ListKind::Accounts:
        break;
    }
    return Tr::tr("connected accounts");
}

} // namespace actionscope::api
