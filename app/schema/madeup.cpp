// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/madeup.h"

#include "app/json/decimal.h"
#include "app/json/writer.h"
#include "app/schema/valuerules.h"

#include <algorithm>
#include <cmath>

namespace actionscope::schema {

namespace {

QString textOfFormat(const QString &format)
{
    static constexpr std::pair<const char *, const char *> known[] = {
        {"date-time", "2024-01-31T12:00:00Z"},
        {"date", "2024-01-31"},
        {"time", "12:00:00Z"},
        {"duration", "PT1H"},
        {"email", "name@example.com"},
        {"hostname", "example.com"},
        {"ipv4", "192.0.2.1"},
        {"ipv6", "2001:db8::1"},
        {"uri", "https://example.com/"},
        {"url", "https://example.com/"},
        {"uuid", "00000000-0000-4000-8000-000000000000"},
        {"byte", "dGV4dA=="},
        {"json-pointer", "/name"},
    };
    for (const auto &[name, text] : known) {
        if (format == QLatin1String(name))
            return QLatin1String(text);
    }
    return {};
}

// One pass through a pattern that writes the shortest text it describes; knows letters, classes, groups, the first of
// several ways, and how often. What it does not know makes a text that does not match, and the caller sees that.
class PatternWriter final
{
public:
    explicit PatternWriter(const QString &pattern)
        : m_pattern(pattern)
    {
    }
    QString run() { return alternatives(0); }

private:
    QString alternatives(int depth)
    {
        QString first = sequence(depth);
        while (peek() == u'|') {
            ++m_at;
            (void)sequence(depth);
        }
        return first;
    }
    QString sequence(int depth)
    {
        QString text;
        while (m_at < m_pattern.size() && peek() != u'|' && peek() != u')') {
            const QString one = atom(depth);
            const qsizetype times = repetitions();
            text += one.repeated(std::min<qsizetype>(times, 1000));
        }
        return text;
    }
    QString atom(int depth)
    {
        const QChar c = m_pattern[m_at++];
        if (c == u'^' || c == u'$')
            return {};
        if (c == u'.')
            return QStringLiteral("a");
        if (c == u'\\')
            return escape();
        if (c == u'[')
            return oneOf();
        if (c != u'(' || depth > 20)
            return c;
        const bool isLookAround = m_pattern.mid(m_at, 2) == QLatin1String("?=") || m_pattern.mid(m_at, 2) == QLatin1String("?!");
        if (m_pattern.mid(m_at, 2) == QLatin1String("?:") || isLookAround)
            m_at += 2;
        const QString inside = alternatives(depth + 1);
        ++m_at; // the closing bracket
        return isLookAround ? QString() : inside;
    }
    QString escape()
    {
        const QChar c = peek();
        ++m_at;
        if (c == u'd')
            return QStringLiteral("1");
        if (c == u'w' || c == u'S' || c == u'D')
            return QStringLiteral("a");
        if (c == u's')
            return QStringLiteral(" ");
        return c == u'b' || c == u'B' || c.isNull() ? QString() : QString(c);
    }
    QString oneOf()
    {
        const bool isDenied = peek() == u'^';
        const qsizetype begin = m_at;
        QString first;
        while (m_at < m_pattern.size() && (peek() != u']' || m_at == begin)) {
            const QString one = peek() == u'\\' ? (++m_at, escape()) : QString(m_pattern[m_at++]);
            if (first.isEmpty())
                first = one;
        }
        ++m_at;
        if (!isDenied)
            return first;
        for (const char16_t candidate : u"a1A-_ ") {
            if (!m_pattern.mid(begin, m_at - begin).contains(QChar(candidate)))
                return QString(QChar(candidate));
        }
        return {};
    }
    qsizetype repetitions()
    {
        qsizetype times = 1;
        if (peek() == u'*' || peek() == u'?') {
            times = 0;
            ++m_at;
        } else if (peek() == u'+') {
            ++m_at;
        } else if (peek() == u'{') {
            const qsizetype close = m_pattern.indexOf(QLatin1Char('}'), m_at);
            times = m_pattern.mid(m_at + 1, std::max<qsizetype>(0, close - m_at - 1)).section(QLatin1Char(','), 0, 0).toLongLong();
            m_at = close < 0 ? m_pattern.size() : close + 1;
        }
        if (peek() == u'?') // as few as possible
            ++m_at;
        return times;
    }
    [[nodiscard]] QChar peek() const { return m_at < m_pattern.size() ? m_pattern[m_at] : QChar(); }

    QString m_pattern;
    qsizetype m_at = 0;
};

QString fitted(QString text, const Field &field, qsizetype position)
{
    if (position > 0)
        text += QLatin1Char(' ') + QString::number(position + 1);
    const qint64 least = std::clamp<qint64>(field.shortest.value_or(0), 0, 100'000);
    while (characterCount(text) < least)
        text += QLatin1Char('x');
    if (field.longest && text.size() > *field.longest)
        text = position > 0 ? text.right(qsizetype(*field.longest)) : text.left(qsizetype(*field.longest));
    return text;
}

} // namespace

QByteArray madeUpText(const Field &field, qsizetype position)
{
    QStringList candidates {textOfFormat(field.format)};
    const QString name = field.name.toLower();
    if (name.contains(QLatin1String("email")))
        candidates.append(QStringLiteral("name@example.com"));
    if (name.endsWith(QLatin1String("url")) || name.endsWith(QLatin1String("uri")))
        candidates.append(QStringLiteral("https://example.com/"));
    candidates += {QStringLiteral("text"), QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("1")};
    candidates.removeAll(QString());
    if (field.pattern.isEmpty())
        return json::quoted(fitted(candidates.first(), field, position));
    candidates.append(PatternWriter(field.pattern).run());
    const QRegularExpression pattern = readPattern(field.pattern);
    for (const QString &candidate : std::as_const(candidates)) {
        for (const QString &text : {fitted(candidate, field, position), fitted(candidate, field, 0), candidate}) {
            if (pattern.match(text).hasMatch() && characterCount(text) >= field.shortest.value_or(0))
                return json::quoted(text);
        }
    }
    return json::quoted(fitted(candidates.first(), field, position));
}

QByteArray madeUpNumber(const Field &field, const json::Value &divisor, qsizetype position)
{
    const bool isInteger = field.type == QLatin1String("integer");
    const double least = field.minimum.isEmpty() ? -HUGE_VAL : field.minimum.toDouble();
    const double most = field.maximum.isEmpty() ? HUGE_VAL : field.maximum.toDouble();
    const double step = divisor.isNumber() ? divisor.raw().toByteArray().toDouble() : 1.0;
    double number = std::clamp(double(position + 1), least, std::max(least, most));
    if (isInteger || divisor.isNumber())
        number = step > 0 ? std::ceil(number / step) * step : number;
    if (field.excludesMinimum && number <= least)
        number = isInteger || divisor.isNumber() ? number + step : std::min(least + 1.0, (least + most) / 2);
    if (number > most || (field.excludesMaximum && number >= most)) {
        number = step > 0 ? std::floor(most / step) * step : most;
        if (field.excludesMaximum && number >= most)
            number = isInteger || divisor.isNumber() ? number - step : std::max(most - 1.0, (least + most) / 2);
    }
    // Bounds that a double cannot hold are taken as they are spelled.
    if (std::abs(number) > 9e15)
        return number == least ? field.minimum : number == most ? field.maximum : QByteArray::number(qint64(number));
    if (number == std::floor(number))
        return QByteArray::number(qint64(number));
    return QByteArray::number(number, 'g', 15);
}

} // namespace actionscope::schema
