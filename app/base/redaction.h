// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace actionscope {

// The text that stands where a secret was: ‹redacted:NAME›, UTF-8.
[[nodiscard]] QByteArray redactedPlaceholder(QByteArrayView name);

// True where `text` holds a placeholder that somebody has to fill in before it can be sent.
[[nodiscard]] bool holdsRedactedPlaceholder(QByteArrayView text);

// Takes known secret values out of any text. A secret is found as it is, in its JSON spelling and
// percent-encoded; the same secret always becomes the same placeholder, so structure stays readable.
class Redactor final
{
public:
    // An empty `value` is ignored; values shorter than four bytes would hit innocent text and are ignored too.
    void addSecret(QByteArrayView name, QByteArrayView value);
    [[nodiscard]] bool isEmpty() const { return m_rules.isEmpty(); }
    [[nodiscard]] QByteArray redacted(const QByteArray &text) const;
    [[nodiscard]] QString redacted(const QString &text) const;

private:
    struct Rule
    {
        QByteArray needle;
        QByteArray placeholder;
    };
    void addRule(const QByteArray &needle, const QByteArray &placeholder);

    QList<Rule> m_rules; // longest needle first, so that a secret inside a longer one never splits it
};

} // namespace actionscope
