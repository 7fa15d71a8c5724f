// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/answerserver.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace actionscope::bench {

AnswerServer::AnswerServer(const QByteArray &body)
    : m_body(body)
    , m_listener(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), length);
    ::listen(m_listener, 8);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

AnswerServer::~AnswerServer()
{
    ::shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
}

QUrl AnswerServer::url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }

void AnswerServer::serve() const
{
    for (;;) {
        const int connection = ::accept(m_listener, nullptr, nullptr);
        if (connection < 0)
            return;
        answer(connection);
        ::close(connection);
    }
}

// The requests here are small and come in one or two pieces.
void AnswerServer::answer(int connection) const
{
    QByteArray request;
    std::array<char, 4096> piece {};
    while (!request.endsWith('}')) {
        const ssize_t count = ::recv(connection, piece.data(), piece.size(), 0);
        if (count <= 0)
            return;
        request.append(piece.data(), count);
    }
    const QByteArray head
        = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(m_body.size()) + "\r\n\r\n";
    ::send(connection, head.constData(), size_t(head.size()), MSG_NOSIGNAL);
    for (qsizetype at = 0; at < m_body.size();) {
        const ssize_t count
            = ::send(connection, m_body.constData() + at, size_t(m_body.size() - at), MSG_NOSIGNAL);
        if (count <= 0)
            return;
        at += count;
    }
}

} // namespace actionscope::bench
