// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/requestreader.h"

#include <utility>

namespace actionscope::sandbox {

namespace {

constexpr QByteArrayView headEnd = "\r\n\r\n";

// Some clients end lines so, and would wait for an answer until their patience ends.
bool hasBareLineFeed(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype at = bytes.indexOf('\n', from); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        if (at == 0 || bytes[at - 1] != '\r')
            return true;
    }
    return false;
}

} // namespace

RequestReader::RequestReader(const Limits &limits)
    : m_limits(limits)
{
}

RequestReader::Step RequestReader::take(QByteArrayView *bytes)
{
    if (m_state == State::Head) {
        if (!readHead(bytes))
            return m_head.trouble ? Step::Trouble : Step::NeedsMore;
        m_state = m_head.isChunked ? State::Chunks : State::Body;
        m_chunks = ChunkReader();
        if (m_head.expectsContinue && bytes->isEmpty() && (m_head.isChunked || m_head.contentLength > 0))
            return Step::AwaitsBody;
    }
    return m_state == State::Chunks ? readChunks(bytes) : readBody(bytes);
}

RequestHead RequestReader::takeHead()
{
    if (m_state == State::Head && !m_headBytes.isEmpty())
        m_head = parseRequestHead(std::exchange(m_headBytes, {}), m_limits);
    m_state = State::Head;
    return std::exchange(m_head, {});
}

bool RequestReader::readHead(QByteArrayView *bytes)
{
    if (m_headBytes.isEmpty()) {
        if (const qsizetype end = bytes->indexOf(headEnd); end >= 0 && end <= m_limits.headBytes) {
            m_head = parseRequestHead(bytes->first(end + headEnd.size()), m_limits);
            *bytes = bytes->sliced(end + headEnd.size());
            return !m_head.trouble;
        }
    }
    const qsizetype before = m_headBytes.size();
    m_headBytes += bytes->first(qMin(bytes->size(), m_limits.headBytes + headEnd.size() - before));
    const qsizetype end = m_headBytes.indexOf(headEnd, qMax<qsizetype>(before - (headEnd.size() - 1), 0));
    if (end < 0) {
        *bytes = {};
        if (m_headBytes.size() >= m_limits.headBytes)
            (void)fail(HttpTrouble::HeadTooLarge);
        else if (hasBareLineFeed(m_headBytes, before))
            (void)fail(HttpTrouble::Malformed);
        return false;
    }
    *bytes = bytes->sliced(end + headEnd.size() - before);
    m_head = parseRequestHead(QByteArrayView(m_headBytes).first(end + headEnd.size()), m_limits);
    m_headBytes.clear();
    return !m_head.trouble;
}

RequestReader::Step RequestReader::readBody(QByteArrayView *bytes)
{
    QByteArray &body = m_head.request.body;
    const QByteArrayView part = bytes->first(qMin<qint64>(bytes->size(), m_head.contentLength - body.size()));
    body += part;
    *bytes = bytes->sliced(part.size());
    return body.size() == m_head.contentLength ? Step::Whole : Step::NeedsMore;
}

RequestReader::Step RequestReader::readChunks(QByteArrayView *bytes)
{
    QByteArray &body = m_head.request.body;
    const ChunkReader::Step step = m_chunks.take(bytes, &body);
    if (body.size() > m_limits.bodyBytes)
        return fail(HttpTrouble::BodyTooLarge);
    switch (step) {
    case ChunkReader::Step::NeedsMore:
        return Step::NeedsMore;
    case ChunkReader::Step::Whole:
        return Step::Whole;
    case ChunkReader::Step::Malformed:
        break;
    }
    return fail(HttpTrouble::Malformed);
}

RequestReader::Step RequestReader::fail(HttpTrouble trouble)
{
    if (!m_headBytes.isEmpty()) // the answer's shape depends on what can be read of it
        m_head = parseRequestHead(std::exchange(m_headBytes, {}), m_limits);
    m_head.trouble = trouble;
    return Step::Trouble;
}

} // namespace actionscope::sandbox
