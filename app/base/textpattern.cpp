// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/textpattern.h"

#include "app/base/tr.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>

namespace actionscope {

namespace {

constexpr quint32 mostTries = 1'000'000; // of one match
constexpr qsizetype longestMatch = 1 << 16; // of an expression, bytes
constexpr qsizetype longestSpelling = 12; // of one character: two escapes
constexpr size_t jitStack = 1 << 20; // bytes

const std::array<std::pair<char16_t, const char *>, 8> shortEscapes {
    {{u'"', "\\\\\""}, {u'\\', "\\\\\\\\"}, {u'/', "\\\\/"}, {u'\b', "\\\\b"}, {u'\f', "\\\\f"},
        {u'\n', "\\\\n"}, {u'\r', "\\\\r"}, {u'\t', "\\\\t"}}};

// Not behind a letter, unless that letter ends the escape of a sign: \n, \u003c.
constexpr char wordBegins[] = "(?:(?<!\\w)|(?<=\\\\[bfnrt])|(?<=\\\\u00[23][0-9a-fA-F]))";

// Those that a serializer is known to escape.
bool mayBeEscaped(QChar c)
{
    return c.unicode() >= 0x7F || c.unicode() < 0x20 || QStringView(u"\"\\/<>&'").contains(c);
}

bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

// Whether looking for the bytes themselves finds all that is meant.
bool isPlain(const QString &needle, const PatternOptions &options)
{
    if (options.wholeWord)
        return false;
    return std::none_of(needle.begin(), needle.end(), [&](QChar c) {
        return options.isRegularExpression ? !isLetter(c) && !QStringView(u"0123456789 _-:,").contains(c)
                                           : mayBeEscaped(c);
    });
}

// The escape of every UTF-16 unit, one after the other.
QByteArray unitEscapes(const QString &character)
{
    QByteArray units;
    for (const QChar unit : character)
        units += "\\\\u(?i:" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0') + ')';
    return units;
}

// As a part of an expression: the character, or any way JSON may write it.
QByteArray spellingsOf(const QString &character, bool matchesCase)
{
    const QByteArray plain = "\\Q" + character.toUtf8() + "\\E";
    if (!mayBeEscaped(character[0]))
        return plain;
    QByteArrayList spellings;
    const auto escape = std::find_if(shortEscapes.begin(), shortEscapes.end(),
        [&](const auto &each) { return each.first == character[0].unicode(); });
    if (escape != shortEscapes.end())
        spellings.append(escape->second);
    spellings.append(character == QLatin1String("\\") ? QByteArray("\\\\") : plain);
    spellings.append(unitEscapes(character));
    if (!matchesCase) {
        for (const QString &other : {character.toLower(), character.toUpper()}) {
            if (other != character && other.size() == character.size())
                spellings.append(unitEscapes(other));
        }
    }
    return "(?:" + spellings.join('|') + ')';
}

QByteArray expressionFor(const QString &needle, bool matchesCase)
{
    QByteArray expression;
    for (qsizetype at = 0; at < needle.size();) {
        const qsizetype length = needle[at].isHighSurrogate() && at + 1 < needle.size() ? 2 : 1;
        expression += spellingsOf(needle.mid(at, length), matchesCase);
        at += length;
    }
    return expression;
}

QString messageOf(int error)
{
    std::array<PCRE2_UCHAR, 200> message {};
    pcre2_get_error_message(error, message.data(), message.size());
    return QString::fromUtf8(reinterpret_cast<const char *>(message.data()));
}

} // namespace

struct TextPattern::Compiled
{
    explicit Compiled(pcre2_code *newCode)
        : code(newCode)
    {
        pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    }
    ~Compiled() { pcre2_code_free(code); }
    Q_DISABLE_COPY_MOVE(Compiled)

    pcre2_code *code;
};

namespace {

// What a match works in; one for each thread, since patterns are shared.
struct Workspace
{
    pcre2_match_data *data = pcre2_match_data_create(1, nullptr);
    pcre2_match_context *context = pcre2_match_context_create(nullptr);
    pcre2_jit_stack *stack = pcre2_jit_stack_create(32 * 1024, jitStack, nullptr);

    Workspace()
    {
        pcre2_set_match_limit(context, mostTries);
        pcre2_jit_stack_assign(context, nullptr, stack);
    }
    ~Workspace()
    {
        pcre2_jit_stack_free(stack);
        pcre2_match_context_free(context);
        pcre2_match_data_free(data);
    }
    Q_DISABLE_COPY_MOVE(Workspace)
};

} // namespace

Result<TextPattern> TextPattern::make(const QString &needle, const PatternOptions &options, Text text)
{
    TextPattern pattern;
    if (isPlain(needle, options)) {
        pattern.m_plain
            = ByteFinder(needle.toUtf8(), options.matchesCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
        pattern.m_reach = pattern.m_plain.length();
        return pattern;
    }
    pattern.m_reach = options.isRegularExpression ? longestMatch : longestSpelling * needle.size();
    QByteArray expression
        = options.isRegularExpression ? needle.toUtf8() : expressionFor(needle, options.matchesCase);
    const QByteArray before = options.wholeWord ? QByteArray(wordBegins) + "(?:" : QByteArray();
    if (options.wholeWord)
        expression = before + expression + ")(?!\\w)";
    quint32 flags = PCRE2_MULTILINE | (options.matchesCase ? 0 : PCRE2_CASELESS);
    if (text == Text::Utf8)
        flags |= PCRE2_UTF | PCRE2_UCP;
    int error = 0;
    PCRE2_SIZE place = 0;
    pcre2_code *code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.constData()),
        size_t(expression.size()), flags, &error, &place, nullptr);
    if (!code) {
        const qsizetype at
            = std::clamp<qsizetype>(qsizetype(place) - before.size(), 0, needle.toUtf8().size());
        const qsizetype character = QString::fromUtf8(needle.toUtf8().first(at)).size() + 1;
        return failure(ErrorCode::InvalidInput,
            Tr::tr("The expression cannot be read at character %1: %2.")
                .arg(character)
                .arg(messageOf(error)));
    }
    pattern.m_compiled = std::make_shared<const Compiled>(code);
    return pattern;
}

Result<TextPattern::Match> TextPattern::find(QByteArrayView text, qsizetype from, qsizetype to) const
{
    to = std::min(to, text.size());
    if (from >= to)
        return Match();
    if (!m_compiled)
        return findPlain(text, from, to);
    return findExpression(text, from, to);
}

Result<void> TextPattern::findMany(
    QByteArrayView text, qsizetype from, qsizetype to, std::size_t most, std::vector<Match> &matches) const
{
    to = std::min(to, text.size());
    if (from >= to || most == 0)
        return {};
    if (!m_compiled) {
        for (const qsizetype index : m_plain.indexesIn(text.sliced(from, to - from), most))
            matches.push_back({from + index, from + index + m_plain.length()});
        return {};
    }
    while (most-- > 0 && from < to) {
        const Result<Match> found = findExpression(text, from, to);
        if (!found)
            return tl::unexpected(found.error());
        if (!found->isValid())
            break;
        matches.push_back(*found);
        from = found->end;
    }
    return {};
}

TextPattern::Match TextPattern::findPlain(QByteArrayView text, qsizetype from, qsizetype to) const
{
    const qsizetype begin = m_plain.indexIn(text.sliced(from, to - from));
    return begin < 0 ? Match() : Match {from + begin, from + begin + m_plain.length()};
}

Result<TextPattern::Match> TextPattern::findExpression(QByteArrayView text, qsizetype from, qsizetype to) const
{
    static thread_local Workspace workspace;
    const auto subject = reinterpret_cast<PCRE2_SPTR>(text.data());
    constexpr quint32 flags = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
    const int result = pcre2_match(
        m_compiled->code, subject, size_t(to), size_t(from), flags, workspace.data, workspace.context);
    if (result == PCRE2_ERROR_NOMATCH)
        return Match();
    if (result < 0)
        return failure(
            ErrorCode::InvalidInput, Tr::tr("The expression tries too much: %1.").arg(messageOf(result)));
    const PCRE2_SIZE *place = pcre2_get_ovector_pointer(workspace.data);
    return Match {qsizetype(place[0]), qsizetype(place[1])};
}

} // namespace actionscope
