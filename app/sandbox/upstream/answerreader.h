// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

#include <QByteArray>

namespace actionscope::sandbox {

// Reads one HTTP/1 answer as its bytes come, within bounds. Pure: no socket, no clock.
class AnswerReader final
{
public:
    enum class State { Head, Length, Chunks, UntilClose, Complete, Malformed, TooLarge };
    static constexpr qsizetype largestHead = 64 * 1024;

    // An answer to HEAD has a head only.
    AnswerReader(const QByteArray &method, qint64 largestBody);

    State feed(const QByteArray &bytes);
    // The other side closes: the end of an answer without a length, else trouble.
    State close();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const api::HttpAnswer &answer() const { return m_answer; }

private:
    void readHead();
    void readHeadLines(const QList<QByteArray> &lines);
    void chooseFraming();
    void readLength();
    void readChunks();
    void takeBody(const QByteArray &bytes);

    QByteArray m_method;
    qint64 m_largestBody;
    State m_state = State::Head;
    QByteArray m_pending;
    api::HttpAnswer m_answer;
    qint64 m_left = 0; // of the body, or of the current chunk
    bool m_isInTrailer = false;
};

} // namespace actionscope::sandbox
