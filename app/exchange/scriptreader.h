// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"

#include <QHash>

#include <algorithm>

namespace actionscope::exchange {

// An argument of a call.
struct ScriptArgument
{
    QString name; // empty for one without
    QByteArray json; // its value
};

// Reads values as Python and TypeScript write them and gives them as JSON: quotes of every kind, names without quotes,
// None and True, trailing commas, comments, template texts, f"…", json.dumps(…), Action.NAME. Numbers keep their digits.
// A name that was given a value above takes that value; any other becomes the text {{name}}, a variable of ours.
class ScriptReader final
{
public:
    explicit ScriptReader(const QByteArray &text);

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] qsizetype at() const { return std::min(m_at, m_text.size()); } // an escape may end the text
    void moveTo(qsizetype offset) { m_at = offset; }

    // The value at the place, as JSON; the place is behind it then.
    [[nodiscard]] QByteArray readValue();
    // What stands between the brackets of a call; the place is at the opening one.
    [[nodiscard]] QList<ScriptArgument> readArguments();
    // Remembers every `name = value` of the text whose value is an object, an array or a text.
    void learnNames();

    // Names without a value that were met, with their places; and what could not be read.
    [[nodiscard]] const QList<ImportTrouble> &troubles() const { return m_troubles; }

private:
    void skipBlanks();
    [[nodiscard]] char peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    [[nodiscard]] bool isAt(QByteArrayView word) const { return !isAtEnd() && QByteArrayView(m_text).sliced(m_at).startsWith(word); }
    [[nodiscard]] QByteArray readName();
    [[nodiscard]] QByteArray readPrimary();
    [[nodiscard]] QByteArray readObject();
    [[nodiscard]] QByteArray readList(char end);
    [[nodiscard]] QByteArray readNumber();
    [[nodiscard]] QByteArray readWord();
    [[nodiscard]] QByteArray readCall(const QByteArray &name);
    [[nodiscard]] bool isStringAhead() const;
    [[nodiscard]] QString readString();
    void readEscape(QString &text);
    void skipTail();
    void complain(const QString &sentence, qsizetype offset)
    {
        if (m_troubles.size() < mostTroubles)
            m_troubles.append({sentence, {}, offset});
    }

    static constexpr qsizetype mostTroubles = 1000; // text that is no script is not told at every byte

    QByteArray m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    QHash<QByteArray, QByteArray> m_names;
    QList<ImportTrouble> m_troubles;
};

} // namespace actionscope::exchange
