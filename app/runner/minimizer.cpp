// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/minimizer.h"

#include "app/json/textedit.h"

#include <QCryptographicHash>

#include <algorithm>

namespace actionscope::runner {

namespace {

constexpr qsizetype mostSimple = 8; // beyond the last of simplerThan()

// A stretch of the text that can be taken out.
struct Part
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

qsizetype endOf(const json::Value &value) { return value.begin() + value.raw().size(); }

QList<Part> childrenOf(const json::Value &container, const QByteArray &bytes)
{
    QList<Part> parts;
    for (json::Value child = container.firstChild(); child.isValid(); child = child.nextSibling()) {
        const qsizetype begin = child.hasKey() ? child.rawKey().data() - bytes.constData() : child.begin();
        parts.append({begin, endOf(child)});
    }
    return parts;
}

bool isFirstHalf(QByteArrayView escape)
{
    bool isNumber = false;
    const uint unit = escape.sliced(2, 4).toByteArray().toUInt(&isNumber, 16);
    return isNumber && unit >= 0xD800 && unit < 0xDC00;
}

qsizetype escapeSize(QByteArrayView rest)
{
    constexpr qsizetype unicode = 6;
    if (rest.size() < unicode || rest[1] != 'u')
        return 2;
    // The halves of a surrogate pair go together.
    const bool isPair = rest.size() >= 2 * unicode && isFirstHalf(rest) && rest[unicode] == '\\' && rest[unicode + 1] == 'u';
    return isPair ? 2 * unicode : unicode;
}

// Characters as they are written, escapes whole.
QList<Part> charactersOf(const json::Value &string)
{
    const QByteArrayView raw = string.raw();
    QList<Part> parts;
    for (qsizetype i = 1; i + 1 < raw.size();) {
        qsizetype size = 1;
        if (raw[i] == '\\')
            size = escapeSize(raw.sliced(i));
        else
            while (i + size + 1 < raw.size() && (uchar(raw[i + size]) & 0xC0U) == 0x80U)
                ++size;
        size = std::min(size, raw.size() - 1 - i);
        parts.append({string.begin() + i, string.begin() + i + size});
        i += size;
    }
    return parts;
}

// The digits of the whole part but for the first, which must not become a zero.
QList<Part> digitsOf(const json::Value &number)
{
    const QByteArrayView raw = number.raw();
    QList<Part> parts;
    for (qsizetype i = raw.startsWith('-') ? 2 : 1; i < raw.size() && raw[i] >= '0' && raw[i] <= '9'; ++i)
        parts.append({number.begin() + i, number.begin() + i + 1});
    return parts;
}

QList<Part> partsOf(const json::Value &value, const QByteArray &bytes)
{
    if (value.isContainer())
        return childrenOf(value, bytes);
    if (value.isString())
        return charactersOf(value);
    return value.isNumber() ? digitsOf(value) : QList<Part>();
}

// Whole values that are simpler than this one, the simplest first.
QList<QByteArray> simplerThan(const json::Value &value)
{
    if (value.isObject())
        return {"{}"};
    if (value.isArray())
        return {"[]"};
    if (value.isString())
        return {"\"\""};
    if (!value.isNumber())
        return {};
    const QByteArray raw = value.raw().toByteArray();
    QList<QByteArray> simpler {"0", "1"};
    if (raw.startsWith('-')) {
        simpler.append("-1");
        simpler.append(raw.sliced(1));
    }
    const auto end = std::find_if(raw.begin(), raw.end(), [](char c) { return c == '.' || c == 'e' || c == 'E'; });
    if (end != raw.end())
        simpler.append(raw.first(end - raw.begin()));
    return simpler;
}

// Takes out a stretch of parts, with the commas that stand between children.
json::TextEdit withoutParts(const QList<Part> &parts, qsizetype at, qsizetype count)
{
    const qsizetype last = at + count - 1;
    if (last + 1 < parts.size())
        return {parts[at].begin, parts[last + 1].begin - parts[at].begin, {}};
    const qsizetype begin = at > 0 ? parts[at - 1].end : parts[at].begin;
    return {begin, parts[last].end - begin, {}};
}

QByteArray digestOf(const QByteArray &text) { return QCryptographicHash::hash(text, QCryptographicHash::Sha1); }

double mostTriesOf(const json::Document &document)
{
    double tries = 0;
    QList<json::Value> values {document.root()};
    while (!values.isEmpty()) {
        const json::Value value = values.takeLast();
        // Each pass halves the stretches; the passes at single parts end once one takes nothing out.
        const auto parts = double(partsOf(value, document.bytes()).size());
        tries += double(simplerThan(value).size()) + 3 * parts + parts * (parts + 1) / 2;
        for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
            values.append(child);
    }
    return tries;
}

} // namespace

Minimizer::Minimizer(const QByteArray &input, int most)
    : m_most(most)
{
    accept(input);
    m_todo.append(Place());
}

int Minimizer::mostTries(const QByteArray &input, int most)
{
    const json::Document document = json::Document::parse(input);
    if (!document.isValid())
        return 0;
    return int(std::min(double(most), mostTriesOf(document)));
}

std::optional<QByteArray> Minimizer::next()
{
    if (m_candidate)
        return m_candidate;
    if (!m_document.isValid())
        return {};
    if (m_tries >= m_most)
        return {};
    while (!m_isComplete) {
        if (!m_sweep) {
            if (m_todo.isEmpty()) {
                m_isComplete = true;
                break;
            }
            m_sweep = Sweep {m_todo.takeFirst()};
        }
        const auto text = candidate();
        if (!text) {
            goDown();
            continue;
        }
        m_candidate = text;
        if (m_refused.contains(digestOf(*text))) {
            tell(false);
            --m_tries; // nobody had to try it
            continue;
        }
        return text;
    }
    return {};
}

void Minimizer::tell(bool holds)
{
    if (!m_candidate || !m_sweep)
        return;
    ++m_tries;
    const QByteArray text = *m_candidate;
    m_candidate.reset();
    if (!holds)
        m_refused.insert(digestOf(text));
    if (m_isSimple) {
        m_sweep->simple = holds ? mostSimple : m_sweep->simple + 1;
    } else if (holds) {
        m_sweep->hasShrunk = true; // what followed has moved to this place
    } else {
        m_sweep->at += m_sweep->size;
    }
    if (holds)
        accept(text);
}

void Minimizer::accept(const QByteArray &text)
{
    m_best = text;
    m_document = json::Document::parse(text);
}

json::Value Minimizer::valueAt(const Place &place) const
{
    json::Value value = m_document.root();
    for (const qsizetype position : place) {
        value = value.firstChild();
        for (qsizetype i = 0; i < position; ++i)
            value = value.nextSibling();
    }
    return value;
}

std::optional<QByteArray> Minimizer::candidate()
{
    const json::Value value = valueAt(m_sweep->place);
    if (!value.isValid())
        return {};
    const auto simple = simplest(value);
    m_isSimple = simple.has_value();
    return simple ? simple : shortened(value);
}

std::optional<QByteArray> Minimizer::simplest(const json::Value &value)
{
    // Nothing was taken out yet, so that the list is the same each time until one of it holds.
    if (m_sweep->size > 0)
        return {};
    const QList<QByteArray> simpler = simplerThan(value);
    for (; m_sweep->simple < simpler.size(); ++m_sweep->simple) {
        const QByteArray &text = simpler[m_sweep->simple];
        if (text == value.raw()) // as simple as that already
            m_sweep->simple = simpler.size() - 1;
        else if (text.size() <= value.raw().size())
            return json::applied(m_best, json::TextEdit {value.begin(), value.raw().size(), text});
    }
    return {};
}

std::optional<QByteArray> Minimizer::shortened(const json::Value &value)
{
    const QList<Part> parts = partsOf(value, m_document.bytes());
    if (parts.isEmpty())
        return {};
    if (m_sweep->size == 0)
        m_sweep->size = std::max<qsizetype>(1, (parts.size() + 1) / 2);
    if (m_sweep->at >= parts.size()) {
        const bool isFine = m_sweep->size == 1;
        if (isFine && !m_sweep->hasShrunk)
            return {};
        m_sweep->size = isFine ? 1 : std::max<qsizetype>(1, std::min((m_sweep->size + 1) / 2, (parts.size() + 1) / 2));
        m_sweep->at = 0;
        m_sweep->hasShrunk = false;
    }
    const qsizetype count = std::min(m_sweep->size, parts.size() - m_sweep->at);
    return json::applied(m_best, withoutParts(parts, m_sweep->at, count));
}

// This value is as small as it gets; what is left in it comes next, before its neighbours.
void Minimizer::goDown()
{
    const json::Value value = valueAt(m_sweep->place);
    QList<Place> below;
    qsizetype position = 0;
    for (json::Value child = value.isContainer() ? value.firstChild() : json::Value(); child.isValid(); child = child.nextSibling())
        below.append(Place(m_sweep->place) << position++);
    m_todo = below + m_todo;
    m_sweep.reset();
}

} // namespace actionscope::runner
