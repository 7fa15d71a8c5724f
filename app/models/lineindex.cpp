// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/lineindex.h"

#include <algorithm>
#include <limits>

namespace actionscope::models {

namespace {

bool isInsideCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

} // namespace

LineIndex::LineIndex(const QByteArray &text, qsizetype from)
    : m_text(text)
{
    const qsizetype size = std::min<qsizetype>(text.size(), std::numeric_limits<quint32>::max());
    const QByteArrayView bytes = QByteArrayView(text).first(size);
    qsizetype begin = from;
    for (qsizetype end = bytes.indexOf('\n', begin); end >= 0; end = bytes.indexOf('\n', begin)) {
        addLine(begin, end);
        begin = end + 1;
    }
    addLine(begin, size);
    m_begins.squeeze();
}

void LineIndex::addLine(qsizetype begin, qsizetype end)
{
    m_begins.push_back(quint32(begin));
    m_widest = std::max(m_widest, std::min(end - begin, longestRow));
    if (end - begin > longestRow)
        addPieces(begin, end);
}

// Cuts between characters and not inside an escape, and knows at every cut whether a string goes on.
void LineIndex::addPieces(qsizetype begin, qsizetype end)
{
    const char *text = m_text.constData();
    bool inString = false;
    bool escaped = false;
    qsizetype nextCut = begin + longestRow;
    for (qsizetype at = begin; at < end; ++at) {
        const bool mayCut = !escaped && !(isInsideCharacter(text[at]) && at < nextCut + 4);
        if (at >= nextCut && mayCut) {
            m_continuations.push_back({quint32(m_begins.size()), inString});
            m_begins.push_back(quint32(at));
            nextCut = at + longestRow;
        }
        if (escaped)
            escaped = false;
        else if (text[at] == '"')
            inString = !inString;
        else if (inString && text[at] == '\\')
            escaped = true;
    }
}

QByteArrayView LineIndex::bytes(qsizetype row) const
{
    const qsizetype from = begin(row);
    const bool isLast = row + 1 >= rowCount();
    const qsizetype to = isLast ? m_text.size() : begin(row + 1);
    QByteArrayView view = QByteArrayView(m_text).sliced(from, to - from);
    if (isLast || isContinuation(row + 1))
        return view;
    view.chop(1);
    if (view.endsWith('\r'))
        view.chop(1);
    return view;
}

qsizetype LineIndex::rowAt(qsizetype offset) const
{
    const auto after
        = std::upper_bound(m_begins.cbegin(), m_begins.cend(), quint64(std::max<qsizetype>(offset, 0)));
    return std::max<qsizetype>(std::distance(m_begins.cbegin(), after) - 1, 0);
}

QList<LineIndex::Continuation>::const_iterator LineIndex::continuationFrom(qsizetype row) const
{
    return std::lower_bound(m_continuations.cbegin(), m_continuations.cend(), row,
        [](const Continuation &continuation, qsizetype wanted) {
            return qsizetype(continuation.row) < wanted;
        });
}

bool LineIndex::isContinuation(qsizetype row) const
{
    const auto found = continuationFrom(row);
    return found != m_continuations.cend() && qsizetype(found->row) == row;
}

qsizetype LineIndex::lineNumber(qsizetype row) const
{
    return row + 1 - std::distance(m_continuations.cbegin(), continuationFrom(row + 1));
}

bool LineIndex::beginsInString(qsizetype row) const
{
    const auto found = continuationFrom(row);
    return found != m_continuations.cend() && qsizetype(found->row) == row && found->inString;
}

} // namespace actionscope::models
