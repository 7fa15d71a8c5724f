// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace actionscope {

// The text that stands where a secret was: ‹redacted:NAME›, UTF-8.
[[nodiscard]] QByteArray redactedPlaceholder(QByteArrayView name);

// True where `text` holds a placeholder that somebody has to fill in before it can be sent.
[[nodiscard]] bool holdsRedactedPlaceholder(QByteArrayView text);

// The names of those that stand in it, each once.
[[nodiscard]] QByteArrayList redactedNames(QByteArrayView text);

// Takes known secret values out of any text. A secret is found as it is, in any JSON spelling and percent-encoded;
// the same secret always becomes the same placeholder, so structure stays readable.
class Redactor final
{
public:
    // An empty `value` is ignored. One shorter than four bytes would hit innocent text: it is taken out only where it is all
    // of a text in quotes.
    void addSecret(QByteArrayView name, QByteArrayView value);
    [[nodiscard]] bool isEmpty() const { return m_secrets.isEmpty(); }
    [[nodiscard]] QByteArray redacted(const QByteArray &text) const;
    [[nodiscard]] QString redacted(const QString &text) const;

private:
    // One character of a secret in the spellings it may have.
    struct Character
    {
        QByteArray plain;
        QByteArray shortEscape; // \n, empty where JSON has none
        QByteArray unicodeEscape; // \u000a, hex digits in either case
        QByteArray percent; // %0A, hex digits in either case
    };
    struct Secret
    {
        QByteArray value;
        QByteArray placeholder;
    };
    static QList<Character> charactersOf(const QByteArray &value);
    // How many bytes of `text` from its beginning are this secret, 0 when it does not begin with it. Without
    // `characters` escaped spellings are not looked for.
    static qsizetype matchedSize(QByteArrayView text, const Secret &secret, const QList<Character> &characters);

    QList<Secret> m_secrets; // longest first, so that a secret inside a longer one never splits it
};

} // namespace actionscope
