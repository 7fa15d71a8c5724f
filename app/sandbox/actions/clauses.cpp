// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/clauses.h"

#include <QRegularExpression>

namespace actionscope::sandbox {

namespace {

// either = all {"or" all}; all = one {"and" one}; one = "not" one | "(" either ")" | field sign value | value "in" field
class ClauseReader final
{
public:
    ClauseReader(const QString &text, QStringList fields)
        : m_fields(std::move(fields))
    {
        static const QRegularExpression pattern(
            QStringLiteral(R"('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[()]|[<>!]=?|=|[^\s()<>=!'"]+|\S)"));
        auto matches = pattern.globalMatch(text);
        while (matches.hasNext())
            m_tokens.append(matches.next().captured());
    }

    [[nodiscard]] Predicate whole()
    {
        Predicate predicate = either(0);
        if (!m_isGood || m_at < m_tokens.size())
            return [](const json::Value &) { return false; };
        return predicate;
    }

private:
    static constexpr int deepest = 50;

    Predicate either(int depth)
    {
        Predicate left = all(depth);
        while (m_isGood && take("or")) {
            left = [left, right = all(depth)](const json::Value &record) { return left(record) || right(record); };
        }
        return left;
    }

    Predicate all(int depth)
    {
        Predicate left = one(depth);
        while (m_isGood && take("and")) {
            left = [left, right = one(depth)](const json::Value &record) { return left(record) && right(record); };
        }
        return left;
    }

    Predicate one(int depth)
    {
        if (depth > deepest)
            return bad();
        if (take("not"))
            return [inner = one(depth + 1)](const json::Value &record) { return !inner(record); };
        if (take("(")) {
            Predicate inner = either(depth + 1);
            return take(")") ? inner : bad();
        }
        const QString first = next();
        const QString sign = next();
        const QString second = next();
        if (second.isEmpty())
            return bad();
        if (sign.compare(QLatin1String("in"), Qt::CaseInsensitive) == 0)
            return comparison(QStringLiteral("equals"), {second}, unquoted(first));
        return compared(first, sign, unquoted(second));
    }

    Predicate compared(const QString &field, const QString &sign, const QString &value)
    {
        const QStringList fields = field == QLatin1String("fullText") ? m_fields : QStringList(field);
        if (sign == QLatin1String("="))
            return comparison(QStringLiteral("equals"), fields, value);
        if (sign == QLatin1String("!="))
            return comparison(QStringLiteral("differs"), fields, value);
        if (sign == QLatin1String("contains"))
            return comparison(QStringLiteral("contains"), fields, value);
        if (sign == QLatin1String(">="))
            return comparison(QStringLiteral("atLeast"), fields, value);
        if (sign == QLatin1String("<="))
            return comparison(QStringLiteral("atMost"), fields, value);
        if (sign == QLatin1String("<"))
            return comparison(QStringLiteral("below"), fields, value);
        if (sign != QLatin1String(">"))
            return bad();
        return [atMost = comparison(QStringLiteral("atMost"), fields, value)](
                   const json::Value &record) { return !atMost(record); };
    }

    static QString unquoted(const QString &token)
    {
        const bool isQuoted = token.size() > 1 && (token.startsWith(u'\'') || token.startsWith(u'"'));
        static const QRegularExpression escape(QStringLiteral(R"(\\(.))"));
        return isQuoted ? token.sliced(1, token.size() - 2).replace(escape, QStringLiteral("\\1")) : token;
    }

    bool take(const char *word)
    {
        if (m_at >= m_tokens.size() || m_tokens[m_at].compare(QLatin1String(word), Qt::CaseInsensitive) != 0)
            return false;
        ++m_at;
        return true;
    }

    QString next() { return m_tokens.value(m_at++); }

    Predicate bad()
    {
        m_isGood = false;
        return [](const json::Value &) { return false; };
    }

    QStringList m_fields;
    QStringList m_tokens;
    qsizetype m_at = 0;
    bool m_isGood = true;
};

} // namespace

Predicate clausesPredicate(const QString &text, const QStringList &fields)
{
    return ClauseReader(text, fields).whole();
}

} // namespace actionscope::sandbox
