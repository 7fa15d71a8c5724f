// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QRegularExpression>
#include <QStringList>

namespace actionscope {

// A secret that a text gives away by its form or by the name in front of it.
struct FoundSecret
{
    QByteArray kind; // one word for the placeholder: "jwt", "bearer", "apiKey", "signature", "password", …
    QByteArray value; // as it is meant, JSON's escapes undone
    qsizetype begin = 0; // bytes
    qsizetype size = 0; // of it where it stands

    bool operator==(const FoundSecret &) const = default;
};

// What more shall be hidden than what is always hidden.
struct RedactionWish
{
    bool hidesEmails = false;
    QStringList patterns = {}; // regular expressions; a group named “secret” narrows what is hidden

    bool operator==(const RedactionWish &) const = default;
};

// Finds keys of known services, bearer and basic values, JWTs, cookies, passwords in addresses, signatures of presigned
// addresses, private keys, and the values of members, parameters and assignments whose name says that they are secret.
// A variable or a placeholder ($KEY, {{key}}, YOUR_API_KEY) is none.
class SecretFinder final
{
public:
    explicit SecretFinder(const RedactionWish &wish = {});

    // In the order of the text; the same stretch never twice.
    [[nodiscard]] QList<FoundSecret> find(const QByteArray &text) const;
    // Sentences about patterns that are no regular expressions.
    [[nodiscard]] const QStringList &troubles() const { return m_troubles; }

    // Whether a member, header or parameter of that name holds a secret.
    [[nodiscard]] static bool isSecretName(const QString &name);
    // Whether a value stands for a secret that is elsewhere.
    [[nodiscard]] static bool isStandIn(const QByteArray &value);

private:
    struct Pattern
    {
        QByteArray kind;
        QRegularExpression expression;
        int group = 0; // of it is what is hidden
        int words = -1; // without which there is no use in looking
    };
    struct OwnPatterns;
    static Pattern pattern(const QByteArray &kind, const QString &expression, QRegularExpression::PatternOptions options);
    static const OwnPatterns &ownPatterns();

    QList<Pattern> m_patterns;
    QStringList m_troubles;
};

} // namespace actionscope
