// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/secretledger.h"

#include <algorithm>

namespace actionscope {

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Hardly anything else is written like it.
bool standsOut(const QByteArray &value)
{
    constexpr qsizetype longForAWord = 8;
    const bool hasLetter = std::any_of(value.cbegin(), value.cend(), isLetter);
    const bool hasOther = !std::all_of(value.cbegin(), value.cend(), isLetter);
    return value.size() >= longForAWord || (value.size() >= 4 && hasLetter && hasOther);
}

} // namespace

SecretLedger::SecretLedger(const RedactionWish &wish)
    : m_finder(wish)
{
}

QByteArray SecretLedger::add(const QByteArray &kind, const QByteArray &value, const QString &place)
{
    const QByteArray name = SecretFinder::isStandIn(value) ? QByteArray() : enter(kind, value, place);
    if (!name.isEmpty())
        m_redactor.addSecret(name, value);
    return name;
}

void SecretLedger::addPlaceholders(const QByteArray &text, const QString &place)
{
    const QByteArrayList names = redactedNames(text);
    for (const QByteArray &name : names) {
        const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&](const LedgerEntry &entry) { return entry.name == name; });
        if (known == m_entries.end())
            m_entries.append({name, {}, {place}});
        else if (!known->places.contains(place))
            known->places.append(place);
    }
}

void SecretLedger::addFrom(const QByteArray &text, const QString &place)
{
    const QList<FoundSecret> found = m_finder.find(text);
    for (const FoundSecret &secret : found) {
        const QByteArray name = enter(secret.kind, secret.value, place);
        if (standsOut(secret.value))
            m_redactor.addSecret(name, secret.value);
        else
            m_plainWords.insert(secret.value);
    }
}

const LedgerEntry *SecretLedger::entryOf(const QByteArray &value) const
{
    const auto known = std::find_if(
        m_entries.cbegin(), m_entries.cend(), [&](const LedgerEntry &entry) { return !entry.value.isEmpty() && entry.value == value; });
    return known == m_entries.cend() ? nullptr : &*known;
}

QByteArray SecretLedger::enter(const QByteArray &kind, const QByteArray &value, const QString &place)
{
    if (const LedgerEntry *known = entryOf(value)) {
        if (!known->places.contains(place))
            m_entries[known - m_entries.constData()].places.append(place);
        return entryOf(value)->name;
    }
    const auto isTaken = [this](const QByteArray &name) {
        return std::any_of(m_entries.cbegin(), m_entries.cend(), [&](const LedgerEntry &entry) { return entry.name == name; });
    };
    QByteArray name = kind;
    for (int number = 2; isTaken(name); ++number)
        name = kind + '-' + QByteArray::number(number);
    m_entries.append({name, value, {place}});
    return name;
}

QByteArray SecretLedger::redacted(const QByteArray &text) const
{
    if (m_plainWords.isEmpty())
        return m_redactor.redacted(text);
    QByteArray result;
    qsizetype copied = 0;
    const QList<FoundSecret> found = m_finder.find(text);
    for (const FoundSecret &secret : found) {
        const LedgerEntry *entry = m_plainWords.contains(secret.value) ? entryOf(secret.value) : nullptr;
        if (!entry)
            continue;
        result += QByteArrayView(text).sliced(copied, secret.begin - copied);
        result += redactedPlaceholder(entry->name);
        copied = secret.begin + secret.size;
    }
    return m_redactor.redacted(copied == 0 ? text : result + text.sliced(copied));
}

QString SecretLedger::redacted(const QString &text) const
{
    const QByteArray before = text.toUtf8();
    const QByteArray after = redacted(before);
    return after == before ? text : QString::fromUtf8(after);
}

} // namespace actionscope
