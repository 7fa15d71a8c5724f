// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/expression.h"

#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/sandbox/actions/function.h"

#include <QStringList>

namespace actionscope::sandbox {

// alternatives = piped {"??" piped}; piped = value {"|" call}; value = JSON | path | call | "(" alternatives ")"
class ExpressionParser final
{
public:
    explicit ExpressionParser(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] tl::expected<Expression, QString> whole()
    {
        Expression expression = alternatives(0);
        if (m_problem.isEmpty() && !atEnd())
            complain(Tr::tr("\"%1\" was not expected").arg(m_text.sliced(m_at)));
        if (!m_problem.isEmpty())
            return tl::unexpected(Tr::tr("The expression \"%1\" cannot be read: %2.").arg(m_text.trimmed(), m_problem));
        return expression;
    }

private:
    static constexpr int deepest = 30;

    Expression alternatives(int depth)
    {
        Expression expression;
        if (depth > deepest) {
            complain(Tr::tr("it is nested too deeply"));
            return expression;
        }
        do
            expression.m_alternatives.push_back(piped(depth));
        while (m_problem.isEmpty() && take(u"??"));
        return expression;
    }

    Expression::Alternative piped(int depth)
    {
        Expression::Alternative alternative;
        readValue(&alternative, depth);
        while (m_problem.isEmpty() && take(u"|"))
            alternative.calls.push_back(call(name(), depth));
        return alternative;
    }

    void readValue(Expression::Alternative *alternative, int depth)
    {
        if (atEnd())
            return complain(Tr::tr("a value is missing"));
        const QChar c = m_text[m_at];
        if (take(u"(")) {
            alternative->kind = Expression::Kind::Group;
            alternative->group.push_back(alternatives(depth + 1));
            if (!take(u")"))
                complain(Tr::tr("a closing parenthesis is missing"));
        } else if (c == u'"' || c == u'[' || c == u'{' || c == u'-' || c.isDigit()) {
            alternative->kind = Expression::Kind::Json;
            alternative->json = json();
        } else {
            readWord(alternative, depth);
        }
    }

    void readWord(Expression::Alternative *alternative, int depth)
    {
        const QString word = path();
        if (word.isEmpty())
            return complain(Tr::tr("\"%1\" is no value").arg(m_text.sliced(m_at)));
        if (word == QLatin1String("true") || word == QLatin1String("false") || word == QLatin1String("null")) {
            alternative->kind = Expression::Kind::Json;
            alternative->json = word.toLatin1();
        } else if (m_at < m_text.size() && m_text[m_at] == u'(') {
            alternative->calls.push_back(call(word, depth));
        } else {
            alternative->kind = Expression::Kind::Path;
            alternative->path = word;
        }
    }

    Expression::Call call(const QString &name, int depth)
    {
        Expression::Call call;
        call.function = findFunction(name);
        if (!call.function) {
            complain(Tr::tr("there is no function \"%1\"; there are %2")
                         .arg(name, functionNames().join(QLatin1String(", "))));
            return call;
        }
        if (take(u"(") && !take(u")")) {
            do
                call.arguments.push_back(alternatives(depth + 1));
            while (m_problem.isEmpty() && take(u","));
            if (!take(u")"))
                complain(Tr::tr("a closing parenthesis is missing"));
        }
        const int given = int(call.arguments.size());
        if (given < call.function->fewest || given > call.function->most)
            complain(Tr::tr("%1 is given %2 arguments and takes %3").arg(name).arg(given).arg(call.function->most));
        return call;
    }

    QByteArray json()
    {
        const qsizetype begin = m_at;
        const QChar first = m_text[m_at];
        if (first.isDigit() || first == u'-') {
            while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || QStringView(u"+-.").contains(m_text[m_at])))
                ++m_at;
        } else {
            skipBracketed();
        }
        const QByteArray bytes = m_text.sliced(begin, m_at - begin).toUtf8();
        if (!json::Document::parse(bytes).isValid())
            complain(Tr::tr("%1 is no JSON").arg(QString::fromUtf8(bytes)));
        return bytes;
    }

    // From a quote or bracket to the one that closes it.
    void skipBracketed()
    {
        int depth = 0;
        bool inString = false;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (inString && c == u'\\')
                ++m_at;
            else if (c == u'"')
                inString = !inString;
            else if (!inString && (c == u'[' || c == u'{'))
                ++depth;
            else if (!inString && (c == u']' || c == u'}'))
                --depth;
            if (!inString && depth == 0) {
                ++m_at;
                break;
            }
        }
        m_at = qMin(m_at, m_text.size());
    }

    QString name()
    {
        atEnd();
        const QString word = path();
        if (word.isEmpty())
            complain(Tr::tr("a function is missing after |"));
        return word;
    }

    QString path()
    {
        const qsizetype begin = m_at;
        const auto isPart = [&](QChar c) { return c.isLetterOrNumber() || QStringView(u"_.-$").contains(c); };
        while (m_at < m_text.size() && isPart(m_text[m_at]))
            ++m_at;
        return m_text.sliced(begin, m_at - begin).toString();
    }

    bool atEnd()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        return m_at >= m_text.size();
    }

    bool take(QStringView mark)
    {
        if (atEnd() || !m_text.sliced(m_at).startsWith(mark))
            return false;
        m_at += mark.size();
        atEnd();
        return true;
    }

    void complain(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QString m_problem;
};

tl::expected<Expression, QString> Expression::parse(QStringView text)
{
    return ExpressionParser(text).whole();
}

QByteArray Expression::value(const Lookup &lookup) const
{
    for (const Alternative &alternative : m_alternatives) {
        if (QByteArray value = valueOf(alternative, lookup); !value.isEmpty())
            return value;
    }
    return {};
}

QByteArray Expression::valueOf(const Alternative &alternative, const Lookup &lookup)
{
    QByteArray value = alternative.json;
    if (alternative.kind == Kind::Path)
        value = lookup(alternative.path);
    else if (alternative.kind == Kind::Group)
        value = alternative.group.front().value(lookup);
    for (const Call &call : alternative.calls) {
        if (value.isEmpty() && call.function->subject == Subject::Needed)
            continue; // stays absent, which the next one may ask about
        QList<QByteArray> arguments;
        for (const Expression &argument : call.arguments)
            arguments.append(argument.value(lookup));
        value = call.function->apply(value, arguments);
    }
    return value;
}

QStringList Expression::paths() const
{
    QStringList found;
    for (const Alternative &alternative : m_alternatives) {
        if (alternative.kind == Kind::Path)
            found.append(alternative.path);
        for (const Expression &inner : alternative.group)
            found += inner.paths();
        for (const Call &call : alternative.calls) {
            for (const Expression &argument : call.arguments)
                found += argument.paths();
        }
    }
    return found;
}

} // namespace actionscope::sandbox
