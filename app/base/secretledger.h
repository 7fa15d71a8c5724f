// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/redaction.h"
#include "app/base/secretfinder.h"

namespace actionscope {

// A secret that is taken out of something, and where it stood.
struct LedgerEntry
{
    QByteArray name; // of the placeholder
    QByteArray value;
    QStringList places;

    bool operator==(const LedgerEntry &) const = default;
};

// Gives every secret a placeholder of its own: the same secret the same one wherever it stands, two secrets of one kind
// two of them ("jwt", "jwt-2"), so that structure stays readable.
class SecretLedger final
{
public:
    explicit SecretLedger(const RedactionWish &wish = {});

    // Returns the placeholder's name. Too short a value is not taken and gives an empty name.
    QByteArray add(const QByteArray &kind, const QByteArray &value, const QString &place);
    // What the text itself gives away.
    void addFrom(const QByteArray &text, const QString &place);

    [[nodiscard]] const Redactor &redactor() const { return m_redactor; }
    [[nodiscard]] const QList<LedgerEntry> &entries() const { return m_entries; }
    // Sentences about patterns that cannot be used.
    [[nodiscard]] const QStringList &troubles() const { return m_finder.troubles(); }

private:
    SecretFinder m_finder;
    Redactor m_redactor;
    QList<LedgerEntry> m_entries;
};

} // namespace actionscope
