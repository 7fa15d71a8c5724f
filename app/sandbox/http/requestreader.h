// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/http/chunkreader.h"
#include "app/sandbox/http/requesthead.h"

namespace actionscope::sandbox {

// Finds the requests in what arrives on one connection, in pieces of any size.
class RequestReader final
{
public:
    explicit RequestReader(const Limits &limits);

    enum class Step {
        NeedsMore, // all was taken
        AwaitsBody, // the client has sent a head and asks whether to send the body
        Whole, // takeHead() has it with its body; go on with what is left of the bytes
        Trouble, // see trouble(); nothing can be read after it
    };
    // Takes bytes from the front.
    [[nodiscard]] Step take(QByteArrayView *bytes);
    [[nodiscard]] HttpTrouble trouble() const { return m_head.trouble.value_or(HttpTrouble::Malformed); }
    // The request that was read, or as much of its head as came.
    [[nodiscard]] RequestHead takeHead();
    [[nodiscard]] bool isBetweenRequests() const { return m_state == State::Head && m_headBytes.isEmpty(); }

private:
    enum class State { Head, Body, Chunks };

    [[nodiscard]] bool readHead(QByteArrayView *bytes);
    [[nodiscard]] Step readBody(QByteArrayView *bytes);
    [[nodiscard]] Step readChunks(QByteArrayView *bytes);
    [[nodiscard]] Step fail(HttpTrouble trouble);

    const Limits &m_limits;
    State m_state = State::Head;
    QByteArray m_headBytes; // of a head that is not whole
    RequestHead m_head;
    ChunkReader m_chunks;
};

} // namespace actionscope::sandbox
