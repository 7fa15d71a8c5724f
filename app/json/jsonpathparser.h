// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/jsonpathtree.h"

#include <QStringView>

#include <tl/expected.hpp>

namespace actionscope::json::path {

// Reads the grammar of RFC 9535 and holds it to the rules of its section 2.4.3 (which results may stand
// where).
class PathParser final
{
public:
    explicit PathParser(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] tl::expected<Query, ParseError> run();

private:
    // What a name in parentheses takes and gives back.
    struct Signature;

    // Each reads one thing at m_at and returns whether it could; the first failure stays in m_error.
    bool parseSegments(Query &query);
    bool parseSegment(Query &query);
    bool parseShorthand(Segment &segment);
    bool parseBrackets(Segment &segment);
    bool parseSelector(Segment &segment);
    bool parseIndexOrSlice(Segment &segment);
    bool parseInteger(std::optional<qint64> &number);
    bool parseString(QString &text);
    bool parseEscape(QString &text, QChar quote);
    bool parseHexUnit(char16_t &unit);

    bool parseOr(Expression &expression);
    bool parseAnd(Expression &expression);
    bool parseBasic(Expression &expression);
    bool parseComparisonOrTest(Expression &expression);
    bool parseOperand(Expression &expression);
    bool parseNumber(Expression &expression);
    bool parseWordOrCall(Expression &expression);
    bool parseCall(Expression &expression, const Signature &signature, qsizetype begin);
    bool checkArgument(const Expression &argument, bool wantsNodes, qsizetype begin);
    bool checkComparable(const Expression &expression, qsizetype begin);
    bool checkTest(const Expression &expression, qsizetype begin);
    std::optional<Expression::Kind> takeOperator();

    [[nodiscard]] QChar peek() const;
    bool take(QStringView token);
    void skipSpace();
    bool enter();
    bool fail(qsizetype at, const QString &reason);

    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<ParseError> m_error;
};

} // namespace actionscope::json::path
