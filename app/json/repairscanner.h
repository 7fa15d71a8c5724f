// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/repair.h"

#include <vector>

namespace actionscope::json {

// Walks through a text that is not JSON the way a reader does who wants to understand it: each token is taken for what
// was meant, and where JSON writes it differently that is noted. Iterative; never goes back.
class RepairScanner final
{
public:
    explicit RepairScanner(const QByteArray &text);
    [[nodiscard]] QList<Repair> run();

private:
    enum class Expected { Value, Key, Colon, Comma, Nothing };
    struct Open
    {
        bool isObject;
        bool isFresh; // nothing is in it yet
    };
    struct Quote
    {
        QByteArrayView sign;
        char family; // '"' or '\''; 0 where no quote stands
    };

    void scanToken();
    bool skipSpaceAndComments();
    void comment(qsizetype end);
    bool structure(char c);
    void opening(char c);
    void closing(char c);
    void comma(char c);
    void colon();
    void missingBefore(); // what should stand before the token that comes
    void dropTrailingComma(char closer);
    void endOfText();

    void text(const Quote &quote);
    void plainString();
    void foreignString(const Quote &quote);
    void escape(QList<TextEdit> *edits);
    void unusualByte(QList<TextEdit> *edits);
    [[nodiscard]] bool goesOnBehindLine(qsizetype lineEnd) const;
    [[nodiscard]] qsizetype endOfUnclosed(qsizetype from, qsizetype to) const;
    void word();
    [[nodiscard]] bool goesOnAsText(qsizetype offset) const;
    void wordValue(qsizetype begin, qsizetype end);
    void valueEnded();

    [[nodiscard]] Quote quoteAt(qsizetype at) const;
    [[nodiscard]] bool isDelimitedAt(qsizetype at) const; // a comma, colon, bracket, line end or the end comes next
    [[nodiscard]] char at(qsizetype offset) const { return offset < m_text.size() ? m_text[offset] : '\0'; }
    [[nodiscard]] bool startsWith(qsizetype offset, QByteArrayView what) const;
    void note(qsizetype begin, qsizetype end, const QString &sentence, const QString &title, QList<TextEdit> edits);
    void note(qsizetype begin, qsizetype end, const QString &sentence, const QString &title, const QByteArray &text);
    void insert(qsizetype offset, const QString &sentence, const QString &title, const QByteArray &text);

    QByteArray m_text;
    QList<Repair> m_repairs;
    std::vector<Open> m_open;
    Expected m_expected = Expected::Value;
    qsizetype m_at = 0;
    qsizetype m_lastEnd = 0; // one past the last token
    qsizetype m_comma = -1; // of a comma behind which nothing has come yet
    bool m_stopped = false;
};

} // namespace actionscope::json
