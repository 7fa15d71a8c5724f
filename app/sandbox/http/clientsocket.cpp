// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/clientsocket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace actionscope::sandbox {

namespace {

constexpr int readsPerTurn = 16; // then the other connections have theirs

bool isOnlyBusy(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

} // namespace

ClientSocket::ClientSocket(qintptr descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(int(descriptor))
    , m_readNotifier(descriptor, QSocketNotifier::Read)
    , m_writeNotifier(descriptor, QSocketNotifier::Write)
{
    m_writeNotifier.setEnabled(false);
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connect(&m_readNotifier, &QSocketNotifier::activated, this, &ClientSocket::readSome);
    connect(&m_writeNotifier, &QSocketNotifier::activated, this, &ClientSocket::writeSome);
}

ClientSocket::~ClientSocket()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

QHostAddress ClientSocket::peerAddress() const
{
    sockaddr_storage address {};
    socklen_t size = sizeof address;
    if (::getpeername(m_descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return {};
    return QHostAddress(reinterpret_cast<const sockaddr *>(&address));
}

void ClientSocket::readSome()
{
    static thread_local std::array<char, 64 * 1024> buffer;
    for (int i = 0; i < readsPerTurn && m_descriptor >= 0; ++i) {
        const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (size < 0 && !isOnlyBusy(errno))
            return abort();
        if (size < 0)
            return;
        if (size == 0) {
            m_readNotifier.setEnabled(false);
            Q_EMIT ended();
            return;
        }
        Q_EMIT arrived(QByteArrayView(buffer.data(), size));
        if (std::size_t(size) < buffer.size())
            return;
    }
}

qint64 ClientSocket::send(QByteArrayView bytes)
{
    const ssize_t sent = ::send(m_descriptor, bytes.data(), std::size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0)
        return isOnlyBusy(errno) ? 0 : -1;
    return sent;
}

void ClientSocket::write(const QByteArray &bytes)
{
    if (m_descriptor < 0 || m_isClosing || bytes.isEmpty())
        return;
    qint64 sent = 0;
    if (m_waiting.empty()) {
        sent = send(bytes);
        if (sent == bytes.size())
            return;
        m_sentOfFirst = qMax<qint64>(sent, 0); // a broken connection is found again, and closed, from the event loop
    }
    m_waiting.push_back(bytes);
    m_bytesToWrite += bytes.size() - qMax<qint64>(sent, 0);
    m_writeNotifier.setEnabled(true);
}

void ClientSocket::callWhenWritable()
{
    if (m_descriptor >= 0)
        m_writeNotifier.setEnabled(true);
}

void ClientSocket::writeSome()
{
    while (!m_waiting.empty()) {
        const QByteArrayView rest = QByteArrayView(m_waiting.front()).sliced(m_sentOfFirst);
        const qint64 sent = send(rest);
        if (sent < 0)
            return abort();
        m_bytesToWrite -= sent;
        m_sentOfFirst += sent;
        if (sent < rest.size())
            return; // the notifier calls again
        m_waiting.pop_front();
        m_sentOfFirst = 0;
    }
    m_writeNotifier.setEnabled(false);
    if (m_isClosing)
        return abort();
    Q_EMIT writable();
}

void ClientSocket::closeWhenWritten()
{
    m_isClosing = true;
    if (m_waiting.empty())
        abort();
}

void ClientSocket::abort()
{
    if (m_descriptor < 0)
        return;
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
    ::close(std::exchange(m_descriptor, -1));
    m_waiting.clear();
    m_bytesToWrite = 0;
    Q_EMIT closed();
}

void ClientSocket::reset()
{
    if (m_descriptor < 0)
        return;
    const linger now {1, 0}; // makes closing a reset
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    abort();
}

} // namespace actionscope::sandbox
