// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/redaction.h"

#include <algorithm>
#include <array>
#include <vector>

namespace actionscope {

namespace {

constexpr char placeholderStart[] = "\u2039redacted:";
constexpr char placeholderEnd[] = "\u203a";

QByteArray shortEscapeOf(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '/':
        return "\\/";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return {};
    }
}

QByteArray unicodeEscapeOf(const QByteArray &character)
{
    QByteArray escape;
    for (const QChar unit : QString::fromUtf8(character))
        escape += "\\u" + QByteArray::number(uint(unit.unicode()), 16).rightJustified(4, '0');
    return escape;
}

constexpr qsizetype shortest = 4; // bytes of a value that is taken out of the middle of a text

// A shorter one is kept with the quotes around it.
bool isShort(const QByteArray &secret) { return secret.size() < shortest + 2 && secret.startsWith('"'); }

// The quote that a short one was found with, as it is spelled there; it stays.
QByteArrayView quoteOf(const QByteArray &secret, QByteArrayView found)
{
    if (!isShort(secret))
        return {};
    const qsizetype at = found.indexOf('"');
    return found.first(at >= 0 && at < shortest ? at + 1 : std::min<qsizetype>(found.size(), 6)); // \u0022
}

// A short one is looked for as a value: a member of its name stays.
bool isMemberName(const QByteArray &secret, QByteArrayView rest)
{
    return isShort(secret) && rest.first(std::min<qsizetype>(rest.size(), 80)).trimmed().startsWith(':');
}

bool isContinuationByte(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool takes(QByteArrayView &text, const QByteArray &spelling, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive)
{
    if (spelling.isEmpty() || text.size() < spelling.size()
        || text.first(spelling.size()).compare(spelling, sensitivity) != 0)
        return false;
    text = text.sliced(spelling.size());
    return true;
}

} // namespace

QByteArray redactedPlaceholder(QByteArrayView name)
{
    return QByteArray(placeholderStart) + name.toByteArray() + placeholderEnd;
}

bool holdsRedactedPlaceholder(QByteArrayView text)
{
    return text.contains(QByteArrayView(placeholderStart));
}

QByteArrayList redactedNames(QByteArrayView text)
{
    constexpr qsizetype longestName = 200;
    QByteArrayList names;
    for (qsizetype at = text.indexOf(placeholderStart); at >= 0; at = text.indexOf(placeholderStart, at)) {
        at += qsizetype(sizeof placeholderStart) - 1;
        const qsizetype end = text.indexOf(placeholderEnd, at);
        const QByteArray name = end < 0 || end - at > longestName ? QByteArray() : text.sliced(at, end - at).toByteArray();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

void Redactor::addSecret(QByteArrayView name, QByteArrayView value)
{
    if (value.isEmpty())
        return;
    const QByteArray quote = value.size() < shortest ? QByteArrayLiteral("\"") : QByteArray();
    const Secret added {quote + value.toByteArray() + quote, redactedPlaceholder(name)};
    const bool isKnown = std::any_of(
        m_secrets.cbegin(), m_secrets.cend(), [&](const Secret &secret) { return secret.value == added.value; });
    if (isKnown)
        return;
    const auto at = std::find_if(m_secrets.cbegin(), m_secrets.cend(),
        [&](const Secret &secret) { return secret.value.size() < added.value.size(); });
    m_secrets.insert(at, added);
}

QList<Redactor::Character> Redactor::charactersOf(const QByteArray &value)
{
    QList<Character> characters;
    for (qsizetype begin = 0; begin < value.size();) {
        qsizetype end = begin + 1;
        while (end < value.size() && isContinuationByte(value[end]))
            ++end;
        const QByteArray plain = value.sliced(begin, end - begin);
        QByteArray percent;
        for (const char c : plain)
            percent += '%' + QByteArray(1, c).toHex();
        const QByteArray shortEscape = plain.size() == 1 ? shortEscapeOf(plain[0]) : QByteArray();
        characters.append({plain, shortEscape, unicodeEscapeOf(plain), percent});
        begin = end;
    }
    return characters;
}

qsizetype Redactor::matchedSize(QByteArrayView text, const Secret &secret, const QList<Character> &characters)
{
    if (text[0] != secret.value[0] && text[0] != '\\' && text[0] != '%')
        return 0;
    if (text.startsWith(secret.value))
        return secret.value.size();
    if (characters.isEmpty())
        return 0;
    QByteArrayView rest = text;
    // An escape before the plain spelling: in JSON a lone backslash never stands for itself.
    const auto standsAsJson = [&](const Character &c) {
        return takes(rest, c.shortEscape) || takes(rest, c.unicodeEscape, Qt::CaseInsensitive) || takes(rest, c.plain);
    };
    if (std::all_of(characters.cbegin(), characters.cend(), standsAsJson))
        return text.size() - rest.size();
    rest = text;
    const auto standsInUrl = [&](const Character &c) {
        return takes(rest, c.percent, Qt::CaseInsensitive) || takes(rest, c.plain);
    };
    if (std::all_of(characters.cbegin(), characters.cend(), standsInUrl))
        return text.size() - rest.size();
    return 0;
}

QByteArray Redactor::redacted(const QByteArray &text) const
{
    if (m_secrets.isEmpty())
        return text;
    // Most bytes begin no secret in any spelling; they are passed over by one look into a table.
    std::array<bool, 256> mayBegin {};
    mayBegin[uchar('\\')] = mayBegin[uchar('%')] = true;
    for (const Secret &secret : m_secrets)
        mayBegin[uchar(secret.value[0])] = true;

    // Most texts hold no escape either, and then the plain spelling is the only one.
    std::vector<QList<Character>> characters(std::size_t(m_secrets.size()));
    if (text.contains('\\') || text.contains('%'))
        std::transform(m_secrets.cbegin(), m_secrets.cend(), characters.begin(),
            [](const Secret &secret) { return charactersOf(secret.value); });

    QByteArray result;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype size = 0;
        if (mayBegin[uchar(text[at])]) {
            for (qsizetype i = 0; i < m_secrets.size(); ++i) {
                const Secret &secret = m_secrets[i];
                size = matchedSize(QByteArrayView(text).sliced(at), secret, characters[std::size_t(i)]);
                if (size == 0 || isMemberName(secret.value, QByteArrayView(text).sliced(at + size))) {
                    size = 0;
                    continue;
                }
                result += QByteArrayView(text).sliced(copied, at - copied);
                const QByteArrayView quote = quoteOf(secret.value, QByteArrayView(text).sliced(at, size));
                result += quote;
                result += secret.placeholder;
                result += quote;
                copied = at + size;
                break;
            }
        }
        at += size > 0 ? size : 1;
    }
    return copied == 0 ? text : result + text.sliced(copied);
}

QString Redactor::redacted(const QString &text) const
{
    if (m_secrets.isEmpty())
        return text;
    const QByteArray before = text.toUtf8();
    const QByteArray after = redacted(before);
    return after == before ? text : QString::fromUtf8(after);
}

} // namespace actionscope
