// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/secretledger.h"

#include <algorithm>

namespace actionscope {

SecretLedger::SecretLedger(const RedactionWish &wish)
    : m_finder(wish)
{
}

QByteArray SecretLedger::add(const QByteArray &kind, const QByteArray &value, const QString &place)
{
    if (value.size() < 4 || SecretFinder::isStandIn(value))
        return {};
    const auto known = std::find_if(
        m_entries.begin(), m_entries.end(), [&](const LedgerEntry &entry) { return entry.value == value; });
    if (known != m_entries.end()) {
        if (!known->places.contains(place))
            known->places.append(place);
        return known->name;
    }
    const auto isTaken = [this](const QByteArray &name) {
        return std::any_of(m_entries.cbegin(), m_entries.cend(), [&](const LedgerEntry &entry) { return entry.name == name; });
    };
    QByteArray name = kind;
    for (int number = 2; isTaken(name); ++number)
        name = kind + '-' + QByteArray::number(number);
    m_entries.append({name, value, {place}});
    m_redactor.addSecret(name, value);
    return name;
}

void SecretLedger::addFrom(const QByteArray &text, const QString &place)
{
    const QList<FoundSecret> found = m_finder.find(text);
    for (const FoundSecret &secret : found)
        add(secret.kind, secret.value, place);
}

} // namespace actionscope
