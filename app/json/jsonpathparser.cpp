// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/jsonpathparser.h"

#include "app/base/tr.h"
#include "app/json/writer.h"

#include <QRegularExpression>

namespace actionscope::json::path {

namespace {

constexpr int deepestNesting = 200;
constexpr qint64 largestInteger = (qint64(1) << 53) - 1; // what every JSON reader can hold

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c.unicode() >= 0x80;
}

} // namespace

struct PathParser::Signature
{
    const char16_t *name;
    Function function;
    std::size_t arguments;
    bool takesNodes;
};

tl::expected<Query, ParseError> PathParser::run()
{
    Query query;
    if (!take(u"$"))
        fail(0, Tr::tr("a path begins with $"));
    else if (parseSegments(query) && m_at < m_text.size())
        fail(m_at, Tr::tr("“.”, “..” or “[” should stand here"));
    if (m_error)
        return tl::unexpected(*m_error);
    return query;
}

// As many segments as follow; white space that no segment follows is left standing.
bool PathParser::parseSegments(Query &query)
{
    for (;;) {
        const qsizetype before = m_at;
        skipSpace();
        if (peek() != u'.' && peek() != u'[') {
            m_at = before;
            return true;
        }
        if (!parseSegment(query))
            return false;
    }
}

bool PathParser::parseSegment(Query &query)
{
    Segment segment;
    segment.isDescendant = take(u"..");
    const bool hasDot = segment.isDescendant || take(u".");
    const bool good = peek() == u'[' && (!hasDot || segment.isDescendant) ? parseBrackets(segment)
                                                                           : parseShorthand(segment);
    query.segments.push_back(std::move(segment));
    return good;
}

bool PathParser::parseShorthand(Segment &segment)
{
    if (take(u"*")) {
        segment.selectors.push_back(WildcardSelector {});
        return true;
    }
    const qsizetype begin = m_at;
    if (!isNameStart(peek()))
        return fail(m_at, Tr::tr("a member name or * should stand after the dot"));
    while (m_at < m_text.size() && (isNameStart(peek()) || isDigit(peek())))
        ++m_at;
    segment.selectors.push_back(NameSelector {m_text.sliced(begin, m_at - begin).toString()});
    return true;
}

bool PathParser::parseBrackets(Segment &segment)
{
    take(u"[");
    do {
        skipSpace();
        if (!parseSelector(segment))
            return false;
        skipSpace();
    } while (take(u","));
    return take(u"]") || fail(m_at, Tr::tr("a comma or ] should stand here"));
}

bool PathParser::parseSelector(Segment &segment)
{
    const QChar c = peek();
    if (c == u'"' || c == u'\'') {
        NameSelector selector;
        if (!parseString(selector.name))
            return false;
        segment.selectors.push_back(std::move(selector));
        return true;
    }
    if (take(u"*")) {
        segment.selectors.push_back(WildcardSelector {});
        return true;
    }
    if (take(u"?")) {
        skipSpace();
        auto condition = std::make_shared<Expression>();
        if (!parseOr(*condition))
            return false;
        segment.selectors.push_back(FilterSelector {std::move(condition)});
        return true;
    }
    if (c == u'-' || c == u':' || isDigit(c))
        return parseIndexOrSlice(segment);
    return fail(m_at, Tr::tr("a quoted name, a number, a slice, * or ? should stand in the brackets"));
}

bool PathParser::parseIndexOrSlice(Segment &segment)
{
    SliceSelector slice;
    if (peek() != u':' && !parseInteger(slice.start))
        return false;
    const qsizetype afterStart = m_at;
    skipSpace();
    if (!take(u":")) {
        m_at = afterStart;
        segment.selectors.push_back(IndexSelector {slice.start.value_or(0)});
        return true;
    }
    const auto numberFollows = [this] {
        skipSpace();
        return peek() == u'-' || isDigit(peek());
    };
    if (numberFollows() && !parseInteger(slice.end))
        return false;
    skipSpace();
    std::optional<qint64> step;
    if (take(u":") && numberFollows() && !parseInteger(step))
        return false;
    slice.step = step.value_or(1);
    segment.selectors.push_back(slice);
    return true;
}

bool PathParser::parseInteger(std::optional<qint64> &number)
{
    const qsizetype begin = m_at;
    take(u"-");
    const qsizetype digits = m_at;
    while (isDigit(peek()))
        ++m_at;
    const QStringView text = m_text.sliced(begin, m_at - begin);
    bool good = false;
    const qint64 value = text.toLongLong(&good);
    if (m_at == digits)
        return fail(begin, Tr::tr("a digit should stand after the minus sign"));
    if ((m_text[digits] == u'0' && m_at - digits > 1) || text == u"-0")
        return fail(begin, Tr::tr("an index must not begin with a zero"));
    if (!good || value > largestInteger || value < -largestInteger)
        return fail(begin, Tr::tr("this index is too large"));
    number = value;
    return true;
}

bool PathParser::parseString(QString &text)
{
    const qsizetype begin = m_at;
    const QChar quote = m_text[m_at++];
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (c == quote) {
            ++m_at;
            return true;
        }
        if (c.unicode() < 0x20)
            return fail(m_at, Tr::tr("a control character inside a string must be written as an escape"));
        if (c == u'\\') {
            if (!parseEscape(text, quote))
                return false;
        } else {
            text += c;
            ++m_at;
        }
    }
    return fail(begin, Tr::tr("the string that begins here is not closed"));
}

bool PathParser::parseEscape(QString &text, QChar quote)
{
    const qsizetype begin = m_at++;
    const QChar c = peek();
    static constexpr QStringView letters = u"bfnrt/\\";
    static constexpr QStringView meanings = u"\b\f\n\r\t/\\";
    if (c == quote || letters.contains(c)) {
        text += c == quote ? c : meanings[letters.indexOf(c)];
        ++m_at;
        return true;
    }
    char16_t unit = 0;
    if (c != u'u' || !parseHexUnit(unit))
        return fail(begin, Tr::tr("this escape does not exist in a path"));
    text += QChar(unit);
    if (!QChar::isSurrogate(unit))
        return true;
    char16_t low = 0;
    if (QChar::isHighSurrogate(unit) && take(u"\\") && parseHexUnit(low) && QChar::isLowSurrogate(low)) {
        text += QChar(low);
        return true;
    }
    return fail(begin, Tr::tr("half of a surrogate pair stands alone"));
}

// At the “u” of an escape.
bool PathParser::parseHexUnit(char16_t &unit)
{
    static const QRegularExpression form(QStringLiteral("u([0-9A-Fa-f]{4})"));
    const auto match = form.match(
        m_text.toString(), m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch())
        return false;
    unit = char16_t(match.captured(1).toUShort(nullptr, 16));
    m_at = match.capturedEnd();
    return true;
}

bool PathParser::parseOr(Expression &expression)
{
    if (!enter() || !parseAnd(expression))
        return false;
    for (skipSpace(); take(u"||"); skipSpace()) {
        Expression right;
        skipSpace();
        if (!parseAnd(right))
            return false;
        Expression left = std::move(expression);
        expression = {.kind = Expression::Kind::Or};
        expression.operands = {std::move(left), std::move(right)};
    }
    --m_depth;
    return true;
}

bool PathParser::parseAnd(Expression &expression)
{
    if (!parseBasic(expression))
        return false;
    for (skipSpace(); take(u"&&"); skipSpace()) {
        Expression right;
        skipSpace();
        if (!parseBasic(right))
            return false;
        Expression left = std::move(expression);
        expression = {.kind = Expression::Kind::And};
        expression.operands = {std::move(left), std::move(right)};
    }
    return true;
}

bool PathParser::parseBasic(Expression &expression)
{
    const qsizetype begin = m_at;
    const bool isNegated = peek() == u'!' && take(u"!");
    skipSpace();
    Expression inner;
    if (take(u"(")) {
        skipSpace();
        if (!parseOr(inner))
            return false;
        skipSpace();
        if (!take(u")"))
            return fail(m_at, Tr::tr("a ) is missing"));
    } else if (isNegated) {
        if (!parseOperand(inner) || !checkTest(inner, begin))
            return false;
    } else {
        return parseComparisonOrTest(expression);
    }
    if (!isNegated) {
        expression = std::move(inner);
        return true;
    }
    expression = {.kind = Expression::Kind::Not};
    expression.operands.push_back(std::move(inner));
    return true;
}

bool PathParser::parseComparisonOrTest(Expression &expression)
{
    const qsizetype leftBegin = m_at;
    Expression left;
    if (!parseOperand(left))
        return false;
    const qsizetype afterLeft = m_at;
    skipSpace();
    const auto kind = takeOperator();
    if (!kind) {
        m_at = afterLeft;
        expression = std::move(left);
        return checkTest(expression, leftBegin);
    }
    skipSpace();
    const qsizetype rightBegin = m_at;
    Expression right;
    if (!checkComparable(left, leftBegin) || !parseOperand(right) || !checkComparable(right, rightBegin))
        return false;
    expression = {.kind = *kind};
    expression.operands = {std::move(left), std::move(right)};
    return true;
}

bool PathParser::parseOperand(Expression &expression)
{
    const QChar c = peek();
    if (c == u'$' || c == u'@') {
        ++m_at;
        expression = {.kind = Expression::Kind::Path};
        expression.query.isFromCurrent = c == u'@';
        return parseSegments(expression.query);
    }
    if (c == u'"' || c == u'\'') {
        QString text;
        if (!parseString(text))
            return false;
        expression = {.kind = Expression::Kind::Literal, .literal = Document::parse(quoted(text))};
        return true;
    }
    if (c == u'-' || isDigit(c))
        return parseNumber(expression);
    return parseWordOrCall(expression);
}

bool PathParser::parseNumber(Expression &expression)
{
    const qsizetype begin = m_at;
    static constexpr QStringView signs = u"+-.eE";
    while (isDigit(peek()) || (m_at < m_text.size() && signs.contains(peek())))
        ++m_at;
    expression = {.kind = Expression::Kind::Literal,
        .literal = Document::parse(m_text.sliced(begin, m_at - begin).toUtf8())};
    return expression.literal.isValid() || fail(begin, Tr::tr("this is not a number as JSON writes it"));
}

bool PathParser::parseWordOrCall(Expression &expression)
{
    static constexpr Signature functions[] = {{u"length", Function::Length, 1, false},
        {u"count", Function::Count, 1, true}, {u"match", Function::Match, 2, false},
        {u"search", Function::Search, 2, false}, {u"value", Function::Value, 1, true}};
    const qsizetype begin = m_at;
    while ((peek() >= u'a' && peek() <= u'z') || (m_at > begin && (peek() == u'_' || isDigit(peek()))))
        ++m_at;
    const QStringView word = m_text.sliced(begin, m_at - begin);
    if (word == u"true" || word == u"false" || word == u"null") {
        expression = {.kind = Expression::Kind::Literal, .literal = Document::parse(word.toUtf8())};
        return true;
    }
    if (word.isEmpty() || peek() != u'(')
        return fail(begin, Tr::tr("a path, a value, a function or ( should stand here"));
    for (const Signature &signature : functions) {
        if (word == QStringView(signature.name))
            return parseCall(expression, signature, begin);
    }
    return fail(begin, Tr::tr("there is no function %1").arg(word));
}

bool PathParser::parseCall(Expression &expression, const Signature &signature, qsizetype begin)
{
    if (!enter())
        return false;
    expression = {.kind = Expression::Kind::Call, .function = signature.function};
    take(u"(");
    skipSpace();
    while (peek() != u')') {
        Expression argument;
        const qsizetype argumentBegin = m_at;
        if (!parseOperand(argument) || !checkArgument(argument, signature.takesNodes, argumentBegin))
            return false;
        expression.operands.push_back(std::move(argument));
        skipSpace();
        if (!take(u","))
            break;
        skipSpace();
    }
    if (!take(u")"))
        return fail(m_at, Tr::tr("a comma or ) should stand here"));
    if (expression.operands.size() != signature.arguments) {
        return fail(begin, Tr::tr("the number of arguments of %1 must be %2")
                               .arg(QStringView(signature.name))
                               .arg(signature.arguments));
    }
    --m_depth;
    return true;
}

bool PathParser::checkArgument(const Expression &argument, bool wantsNodes, qsizetype begin)
{
    if (!wantsNodes)
        return checkComparable(argument, begin);
    return argument.kind == Expression::Kind::Path || fail(begin, Tr::tr("this function takes a path here"));
}

// May the result stand beside an operator: a value, or a path that leads to one at most.
bool PathParser::checkComparable(const Expression &expression, qsizetype begin)
{
    if (expression.kind == Expression::Kind::Path && !expression.query.isSingular())
        return fail(begin, Tr::tr("a path that may lead to several values cannot be compared"));
    if (expression.kind == Expression::Kind::Call
        && (expression.function == Function::Match || expression.function == Function::Search))
        return fail(begin, Tr::tr("match and search say yes or no by themselves; their result is not compared"));
    return true;
}

// May it stand alone as a condition: a path that is there or not, or a function that says yes or no.
bool PathParser::checkTest(const Expression &expression, qsizetype begin)
{
    if (expression.kind == Expression::Kind::Path)
        return true;
    if (expression.kind == Expression::Kind::Call
        && (expression.function == Function::Match || expression.function == Function::Search))
        return true;
    return fail(begin, Tr::tr("this value must be compared with another one"));
}

std::optional<Expression::Kind> PathParser::takeOperator()
{
    static constexpr std::pair<QStringView, Expression::Kind> operators[] = {
        {u"==", Expression::Kind::Equal}, {u"!=", Expression::Kind::NotEqual},
        {u"<=", Expression::Kind::LessOrEqual}, {u">=", Expression::Kind::GreaterOrEqual},
        {u"<", Expression::Kind::Less}, {u">", Expression::Kind::Greater}};
    for (const auto &[token, kind] : operators) {
        if (take(token))
            return kind;
    }
    return {};
}

QChar PathParser::peek() const
{
    return m_at < m_text.size() ? m_text[m_at] : QChar();
}

bool PathParser::take(QStringView token)
{
    if (!m_text.sliced(m_at).startsWith(token))
        return false;
    m_at += token.size();
    return true;
}

void PathParser::skipSpace()
{
    while (peek() == u' ' || peek() == u'\t' || peek() == u'\n' || peek() == u'\r')
        ++m_at;
}

bool PathParser::enter()
{
    return ++m_depth <= deepestNesting || fail(m_at, Tr::tr("the path is nested too deeply"));
}

bool PathParser::fail(qsizetype at, const QString &reason)
{
    if (!m_error)
        m_error = ParseError {at, reason};
    return false;
}

} // namespace actionscope::json::path
