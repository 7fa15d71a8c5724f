// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/redaction.h"
#include "app/base/secretfinder.h"

#include <QSet>

namespace actionscope {

// A secret that is taken out of something, and where it stood.
struct LedgerEntry
{
    QByteArray name; // of the placeholder
    QByteArray value; // none where only its placeholder is known
    QStringList places;

    bool operator==(const LedgerEntry &) const = default;
};

// Gives every secret a placeholder of its own: the same secret the same one wherever it stands, two secrets of one kind
// two of them ("jwt", "jwt-2"), so that structure stays readable.
class SecretLedger final
{
public:
    explicit SecretLedger(const RedactionWish &wish = {});

    // Returns the placeholder's name; none where the value only stands for a secret.
    QByteArray add(const QByteArray &kind, const QByteArray &value, const QString &place);
    // What was hidden before: its names are taken, and there is no value.
    void addPlaceholders(const QByteArray &text, const QString &place);
    // What the text itself gives away.
    void addFrom(const QByteArray &text, const QString &place);

    // The text with a placeholder wherever a secret stands. One that looks like any word ("data", "12") is hidden only
    // where the text says that it is one, or innocent text would go with it.
    [[nodiscard]] QByteArray redacted(const QByteArray &text) const;
    [[nodiscard]] QString redacted(const QString &text) const;
    [[nodiscard]] const QList<LedgerEntry> &entries() const { return m_entries; }
    // Sentences about patterns that cannot be used.
    [[nodiscard]] const QStringList &troubles() const { return m_finder.troubles(); }

private:
    [[nodiscard]] const LedgerEntry *entryOf(const QByteArray &value) const;
    QByteArray enter(const QByteArray &kind, const QByteArray &value, const QString &place);

    SecretFinder m_finder;
    Redactor m_redactor;
    QList<LedgerEntry> m_entries;
    QSet<QByteArray> m_plainWords; // values that are hidden only in their places
};

} // namespace actionscope
