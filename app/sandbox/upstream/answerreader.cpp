// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/upstream/answerreader.h"

#include <algorithm>

namespace actionscope::sandbox {

namespace {

constexpr qsizetype longestChunkLine = 1024;

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty() && text.size() < 18
        && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

// "1a; name=value" is 26; -1 for anything else.
qint64 chunkSize(const QByteArray &line)
{
    const QByteArray digits = line.split(';').first().trimmed();
    bool good = false;
    const qint64 size = digits.toLongLong(&good, 16);
    return good && digits.size() < 16 && !digits.startsWith('+') && !digits.startsWith('-') ? size : -1;
}

} // namespace

AnswerReader::AnswerReader(const QByteArray &method, qint64 largestBody)
    : m_method(method)
    , m_largestBody(largestBody)
{
}

AnswerReader::State AnswerReader::feed(const QByteArray &bytes)
{
    m_pending += bytes;
    if (m_state == State::Head)
        readHead();
    if (m_state == State::Length)
        readLength();
    else if (m_state == State::Chunks)
        readChunks();
    else if (m_state == State::UntilClose)
        takeBody(std::exchange(m_pending, QByteArray()));
    return m_state;
}

AnswerReader::State AnswerReader::close()
{
    if (m_state == State::UntilClose)
        m_state = State::Complete;
    else if (m_state != State::Complete && m_state != State::TooLarge)
        m_state = State::Malformed;
    return m_state;
}

void AnswerReader::readHead()
{
    while (m_state == State::Head) {
        const qsizetype end = m_pending.indexOf("\r\n\r\n");
        if ((end < 0 ? m_pending.size() : end) > largestHead) {
            m_state = State::Malformed;
            return;
        }
        if (end < 0)
            return;
        QList<QByteArray> lines = m_pending.first(end).split('\n');
        m_pending.remove(0, end + 4);
        readHeadLines(lines);
        const bool isInterim = m_answer.status >= 100 && m_answer.status < 200;
        if (m_state == State::Head && !isInterim)
            chooseFraming();
    }
}

void AnswerReader::readHeadLines(const QList<QByteArray> &lines)
{
    const QByteArray first = lines.first().trimmed();
    m_answer = {};
    m_answer.status = first.mid(9, 3).toInt();
    m_answer.reason = first.mid(13);
    if (!first.startsWith("HTTP/1.") || m_answer.status < 100 || m_answer.status > 999)
        m_state = State::Malformed;
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            m_state = State::Malformed;
        else
            m_answer.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
}

void AnswerReader::chooseFraming()
{
    const auto coding = api::headerValue(m_answer.headers, "transfer-encoding");
    const auto length = api::headerValue(m_answer.headers, "content-length");
    if (m_method == "HEAD" || m_answer.status == 204 || m_answer.status == 304) {
        m_state = State::Complete;
    } else if (coding) {
        m_state = coding->toLower() == "chunked" ? State::Chunks : State::Malformed;
    } else if (length) {
        m_left = length->toLongLong();
        m_state = !isNumber(*length) ? State::Malformed : m_left > m_largestBody ? State::TooLarge : State::Length;
    } else {
        m_state = State::UntilClose;
    }
}

void AnswerReader::readLength()
{
    const QByteArray piece = m_pending.first(std::min<qint64>(m_left, m_pending.size()));
    m_pending.clear(); // what stands behind the length is nobody's
    m_left -= piece.size();
    takeBody(piece);
    if (m_left == 0)
        m_state = State::Complete;
}

void AnswerReader::readChunks()
{
    while (m_state == State::Chunks) {
        if (m_left > 0) { // the chunk and the line end behind it
            const QByteArray piece = m_pending.first(std::min<qint64>(m_left, m_pending.size()));
            m_pending.remove(0, piece.size());
            m_left -= piece.size();
            takeBody(m_left < 2 ? piece.chopped(std::min<qsizetype>(2 - m_left, piece.size())) : piece);
            if (m_left > 0)
                return;
            continue;
        }
        const qsizetype end = m_pending.indexOf("\r\n");
        if (end < 0) {
            if (m_pending.size() > longestChunkLine)
                m_state = State::Malformed;
            return;
        }
        const QByteArray line = m_pending.first(end);
        m_pending.remove(0, end + 2);
        if (m_isInTrailer) {
            if (line.isEmpty())
                m_state = State::Complete;
            continue;
        }
        const qint64 size = chunkSize(line);
        if (size < 0)
            m_state = State::Malformed;
        else if (size == 0)
            m_isInTrailer = true;
        else
            m_left = size + 2;
    }
}

void AnswerReader::takeBody(const QByteArray &bytes)
{
    if (m_answer.body.size() + bytes.size() > m_largestBody)
        m_state = State::TooLarge;
    else
        m_answer.body += bytes;
}

} // namespace actionscope::sandbox
