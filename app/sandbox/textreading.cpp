// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/textreading.h"

#include "app/json/writer.h"
#include "app/sandbox/fieldwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace actionscope::sandbox {

namespace {

using schema::Field;
using schema::FieldKind;

bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_'); }

bool isWholeWord(const QString &text, qsizetype begin, qsizetype end)
{
    return (begin == 0 || !isWordCharacter(text[begin - 1]))
        && (end >= text.size() || !isWordCharacter(text[end]));
}

bool takesText(const Field &field)
{
    return field.kind == FieldKind::String || field.kind == FieldKind::Free;
}

bool takesNumber(const Field &field)
{
    return field.kind == FieldKind::Integer || field.kind == FieldKind::Number;
}

// An id or a number that is sent as a string.
bool looksNumeric(const Field &field)
{
    static const QRegularExpression ends(QStringLiteral("(^|_|[a-z])([iI]d|[nN]umber)$"));
    return takesNumber(field) || (field.kind == FieldKind::String && field.name.contains(ends));
}

bool isForSentences(const Field &field)
{
    return field.isMultiline || field.name == QLatin1String("body") || field.name == QLatin1String("message");
}

enum class FinalStop { Keep, Drop };

// Without the words that join a value to what follows it.
QString withoutLooseEnds(const QString &text, FinalStop stop = FinalStop::Drop)
{
    static const QRegularExpression end(
        QStringLiteral(
            "(?:[\\s,;:]|\\b(?:with|and|in|on|to|at|for|from|the|a|an|of|by|that|as|its)(?=\\s*$))+$"),
        QRegularExpression::CaseInsensitiveOption);
    QString result = text.trimmed();
    result.remove(end);
    if (stop == FinalStop::Drop && result.endsWith(QLatin1Char('.')) && result.count(QLatin1Char('.')) == 1)
        result.chop(1);
    return result.trimmed();
}

} // namespace

TextReading::TextReading(const QString &text, const QList<Field> &fields)
    : m_text(text)
    , m_fields(fields)
    , m_facts(factsIn(text))
{
}

QHash<QString, QByteArray> TextReading::values()
{
    findMarks();
    readMarks();
    readFacts();
    readLimit();
    readLoneNumber();
    readChoices();
    readQuoted();
    return m_values;
}

bool TextReading::isInFact(qsizetype position) const
{
    return std::any_of(m_facts.cbegin(), m_facts.cend(),
        [&](const Fact &fact) { return position >= fact.begin && position < fact.end; });
}

// Every place where a field is named; of two at one place the longer phrase counts, then the required field.
void TextReading::findMarks()
{
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        for (const QString &phrase : wordsFor(m_fields[i])) {
            qsizetype at = -1;
            while ((at = m_text.indexOf(phrase, at + 1, Qt::CaseInsensitive)) >= 0) {
                const qsizetype end = at + phrase.size();
                if (isWholeWord(m_text, at, end) && !isInFact(at))
                    m_marks.append({at, end, i});
            }
        }
    }
    std::stable_sort(m_marks.begin(), m_marks.end(), [this](const Mark &a, const Mark &b) {
        if (a.begin != b.begin)
            return a.begin < b.begin;
        if (a.end != b.end)
            return a.end > b.end;
        return m_fields[a.field].isRequired && !m_fields[b.field].isRequired;
    });
}

void TextReading::readMarks()
{
    qsizetype readTo = 0;
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        const Mark mark = m_marks[i];
        if (mark.begin < readTo || !isOpen(m_fields[mark.field]))
            continue;
        readMark(mark);
        if (!isOpen(m_fields[mark.field]))
            readTo = mark.end;
    }
}

void TextReading::readMark(const Mark &mark)
{
    static const QRegularExpression filler(
        QStringLiteral("\\G\\s*(?:(?:is|are|as|of|no\\.?|number|id)\\b|[:=#])*\\s*"));
    const Field &field = m_fields[mark.field];
    const qsizetype begin = filler.match(m_text, mark.end).capturedEnd();
    const FieldPurpose purpose = purposeOf(field);
    if (takesNumber(field)) {
        if (Fact *number = factAt(begin, begin + 1, Fact::Kind::Number))
            set(field, std::exchange(number->value, {}));
        return;
    }
    if (field.kind == FieldKind::Boolean) {
        static const QRegularExpression yes(QStringLiteral("\\G(?:(true|yes|on)|(false|no|off))\\b"));
        const QRegularExpressionMatch word = yes.match(m_text, begin);
        if (word.hasMatch())
            set(field, word.captured(1).isEmpty() ? QStringLiteral("false") : QStringLiteral("true"));
        return;
    }
    const qsizetype end = endOfValue(begin, field);
    if (field.kind == FieldKind::Array) {
        setList(field, listAt(begin, end));
        return;
    }
    if (!takesText(field) || (purpose != FieldPurpose::Any && purpose != FieldPurpose::Channel))
        return; // read by its form
    if (Fact *quoted = factAt(begin, begin + 1, Fact::Kind::Quoted)) {
        set(field, std::exchange(quoted->value, {}));
        return;
    }
    const QString value = withoutLooseEnds(
        m_text.mid(begin, end - begin), isForSentences(field) ? FinalStop::Keep : FinalStop::Drop);
    static const QRegularExpression articleOnly(QStringLiteral("^(?:an?|the|it|this|that)?$"));
    if (value.contains(articleOnly))
        return;
    for (Fact &fact : m_facts) {
        if (fact.begin >= begin && fact.end <= end)
            fact.value.clear();
    }
    set(field, value);
}

// A fact that a field waits for ends what stands before it, and takes the word that joins it along.
bool TextReading::isWanted(const Fact &fact) const
{
    return std::any_of(m_fields.cbegin(), m_fields.cend(), [&](const Field &field) {
        switch (fact.kind) {
        case Fact::Kind::Repository:
            return field.name == QLatin1String("repo");
        case Fact::Kind::Email:
            return purposeOf(field) == FieldPurpose::Email;
        case Fact::Kind::Url:
            return purposeOf(field) == FieldPurpose::Url;
        case Fact::Kind::Date:
            return purposeOf(field) == FieldPurpose::Date;
        case Fact::Kind::Channel:
            return purposeOf(field) == FieldPurpose::Channel;
        case Fact::Kind::Quoted:
        case Fact::Kind::Number:
            break;
        }
        return false;
    });
}

qsizetype TextReading::endOfValue(qsizetype begin, const Field &field) const
{
    qsizetype end = m_text.size();
    for (const Mark &mark : m_marks) {
        const bool isOther = m_fields[mark.field].name != field.name && isOpen(m_fields[mark.field]);
        if (isOther && mark.begin > begin)
            end = std::min(end, mark.begin);
    }
    const bool takesAddresses = purposeOf(field) == FieldPurpose::Email;
    for (const Fact &fact : m_facts) {
        if (fact.begin > begin && isWanted(fact) && !(takesAddresses && fact.kind == Fact::Kind::Email))
            end = std::min(end, fact.begin);
    }
    if (isForSentences(field))
        return end;
    static const QRegularExpression stop(QStringLiteral("[;\\n]|[.!?](?=\\s|$)"));
    const QRegularExpressionMatch match = stop.match(m_text, begin);
    return match.hasMatch() ? std::min(end, match.capturedStart()) : end;
}

QStringList TextReading::listAt(qsizetype begin, qsizetype end)
{
    QStringList values;
    for (Fact &fact : m_facts) {
        const bool isItem = fact.kind == Fact::Kind::Quoted || fact.kind == Fact::Kind::Email;
        if (isItem && fact.begin >= begin && fact.end <= end && !fact.value.isEmpty())
            values.append(std::exchange(fact.value, {}));
    }
    if (!values.isEmpty())
        return values;
    static const QRegularExpression separator(QStringLiteral("\\s*(?:,|\\band\\b|&)\\s*"));
    for (const QString &item :
        withoutLooseEnds(m_text.mid(begin, end - begin)).split(separator, Qt::SkipEmptyParts))
        values.append(item.trimmed());
    return values;
}

Fact *TextReading::factAt(qsizetype begin, qsizetype end, Fact::Kind kind)
{
    for (Fact &fact : m_facts) {
        if (fact.kind == kind && fact.begin >= begin && fact.begin < end && !fact.value.isEmpty())
            return &fact;
    }
    return nullptr;
}

void TextReading::readFacts()
{
    for (Fact &fact : m_facts) {
        if (fact.value.isEmpty())
            continue;
        if (fact.kind == Fact::Kind::Repository)
            readRepository(fact);
        else if (fact.kind != Fact::Kind::Quoted && fact.kind != Fact::Kind::Number)
            readByPurpose(fact);
    }
}

void TextReading::readRepository(const Fact &fact)
{
    for (const Field &field : m_fields) {
        if (!takesText(field) || !isOpen(field))
            continue;
        if (field.name == QLatin1String("owner"))
            set(field, fact.value.section(QLatin1Char('/'), 0, 0));
        else if (field.name == QLatin1String("repo"))
            set(field, fact.value.section(QLatin1Char('/'), 1));
    }
}

void TextReading::readByPurpose(Fact &fact)
{
    const auto purpose = [&] {
        switch (fact.kind) {
        case Fact::Kind::Email:
            return FieldPurpose::Email;
        case Fact::Kind::Url:
            return FieldPurpose::Url;
        case Fact::Kind::Date:
            return FieldPurpose::Date;
        default:
            return FieldPurpose::Channel;
        }
    }();
    for (const bool isRequired : {true, false}) {
        for (const Field &field : std::as_const(m_fields)) {
            if (fact.value.isEmpty() || field.isRequired != isRequired || !isOpen(field)
                || purposeOf(field) != purpose)
                continue;
            if (takesText(field)) {
                const bool wantsTime = field.format == QLatin1String("date-time") && fact.value.size() == 10;
                set(field,
                    std::exchange(fact.value, {}) + (wantsTime ? QStringLiteral("T00:00:00Z") : QString()));
            } else if (field.kind == FieldKind::Array) {
                setList(field, {std::exchange(fact.value, {})});
            }
        }
    }
}

// "the first 5", "20 results".
void TextReading::readLimit()
{
    static const QRegularExpression count(
        QStringLiteral(
            "\\b(?:first|last|latest|top|newest|at most|up to|only)\\s+(\\d+)\\b|"
            "\\b(\\d+)\\s+(?:results?|items?|issues|e?mails|messages|posts|records|rows|pages?|entries)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = count.match(m_text);
    if (!match.hasMatch())
        return;
    const QString number = match.captured(match.lastCapturedIndex());
    const auto limit = std::find_if(m_fields.cbegin(), m_fields.cend(),
        [this](const Field &field) { return isLimit(field) && takesNumber(field) && isOpen(field); });
    if (limit == m_fields.cend())
        return;
    set(*limit, number);
    for (Fact &fact : m_facts) {
        if (fact.kind == Fact::Kind::Number && fact.begin == match.capturedStart(match.lastCapturedIndex()))
            fact.value.clear();
    }
}

// One number in the text and one required field that takes one: nothing else can be meant.
void TextReading::readLoneNumber()
{
    QList<const Field *> open;
    for (const Field &field : std::as_const(m_fields)) {
        if (field.isRequired && isOpen(field) && looksNumeric(field))
            open.append(&field);
    }
    QList<Fact *> numbers;
    for (Fact &fact : m_facts) {
        if (fact.kind == Fact::Kind::Number && !fact.value.isEmpty())
            numbers.append(&fact);
    }
    if (open.size() == 1 && numbers.size() == 1)
        set(*open.first(), std::exchange(numbers.first()->value, {}));
}

// "the closed issues": a word that is one of a field's choices.
void TextReading::readChoices()
{
    for (const Field &field : std::as_const(m_fields)) {
        if (field.kind != FieldKind::Enum || !isOpen(field))
            continue;
        for (const QByteArray &choice : field.choices) {
            const json::Document document = json::Document::parse(choice);
            const QString word = document.root().toString();
            const qsizetype at = word.isEmpty() ? -1 : m_text.indexOf(word, 0, Qt::CaseInsensitive);
            if (at < 0 || !isWholeWord(m_text, at, at + word.size()) || choice == field.defaultValue)
                continue;
            m_values.insert(field.name, choice);
            break;
        }
    }
}

// What is quoted and nobody named goes into the required texts, then into those that hold sentences, in their
// order.
void TextReading::readQuoted()
{
    for (Fact &fact : m_facts) {
        if (fact.kind != Fact::Kind::Quoted || fact.value.isEmpty())
            continue;
        for (const bool isRequired : {true, false}) {
            for (const Field &field : std::as_const(m_fields)) {
                const bool fits
                    = isRequired ? field.isRequired : (isForSentences(field) && !field.isRequired);
                if (fits && takesText(field) && isOpen(field) && purposeOf(field) == FieldPurpose::Any
                    && !fact.value.isEmpty())
                    set(field, std::exchange(fact.value, {}));
            }
        }
    }
}

void TextReading::set(const Field &field, const QString &value)
{
    if (value.isEmpty())
        return;
    const bool isRaw = takesNumber(field) || field.kind == FieldKind::Boolean;
    if (field.kind == FieldKind::Integer && value.contains(QLatin1Char('.')))
        return;
    m_values.insert(field.name, isRaw ? value.toUtf8() : json::quoted(value));
}

void TextReading::setList(const Field &field, const QStringList &values)
{
    json::ArrayWriter items;
    for (const QString &value : values)
        items.addString(value);
    if (!values.isEmpty())
        m_values.insert(field.name, items.finished());
}

} // namespace actionscope::sandbox
