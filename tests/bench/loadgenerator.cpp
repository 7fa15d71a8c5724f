// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/loadgenerator.h"

#include <QElapsedTimer>
#include <QList>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <vector>

namespace actionscope::bench {

namespace {

struct Client
{
    int socket = -1;
    QByteArray head; // until it is whole
    qint64 left = -1; // bytes of the body to come; -1: still in the head
    qint64 length = -1; // of the whole body
    qint64 since = 0; // nanoseconds, when the request left
};

// Status 200 and a length, else -1.
qint64 lengthIn(const QByteArray &head)
{
    const qsizetype at = head.toLower().indexOf("content-length:");
    if (!head.startsWith("HTTP/1.1 200") || at < 0)
        return -1;
    return head.sliced(at + 15).split('\r').first().trimmed().toLongLong();
}

bool sendAll(int socket, const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t written = ::send(socket, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (written <= 0)
            return false;
        sent += written;
    }
    return true;
}

// True when the answer is complete, or is none.
bool take(Client &client, const char *bytes, qint64 size)
{
    if (client.left < 0) {
        client.head.append(bytes, size);
        const qsizetype end = client.head.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        client.length = lengthIn(client.head.first(end));
        client.left = client.length - (client.head.size() - end - 4);
    } else {
        client.left -= size;
    }
    return client.left <= 0;
}

} // namespace

int connectionTo(quint16 port)
{
    const int one = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(one, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(one);
        return -1;
    }
    const int on = 1;
    ::setsockopt(one, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return one;
}

Load loadWith(quint16 port, const QByteArray &request, int connections, double seconds)
{
    Load load;
    std::vector<Client> clients;
    clients.resize(std::size_t(connections));
    std::vector<double> times;
    times.reserve(1 << 20);
    std::vector<char> buffer(1 << 20);
    const int poll = ::epoll_create1(0);
    QElapsedTimer clock;
    clock.start();
    for (std::size_t i = 0; i < clients.size(); ++i) {
        clients[i].socket = connectionTo(port);
        epoll_event event {};
        event.events = EPOLLIN;
        event.data.u64 = i;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, clients[i].socket, &event);
        clients[i].since = clock.nsecsElapsed();
        load.isWhole = sendAll(clients[i].socket, request) && load.isWhole;
    }
    qint64 usual = -1;
    const qint64 end = qint64(seconds * 1e9);
    std::array<epoll_event, 64> events {};
    while (load.isWhole && clock.nsecsElapsed() < end) {
        const int count = ::epoll_wait(poll, events.data(), int(events.size()), 1000);
        for (int i = 0; i < count; ++i) {
            Client &client = clients[events[std::size_t(i)].data.u64];
            const ssize_t size = ::recv(client.socket, buffer.data(), buffer.size(), 0);
            if (size <= 0) {
                load.isWhole = false;
                break;
            }
            if (!take(client, buffer.data(), size))
                continue;
            load.isWhole = load.isWhole && client.length >= 0 && (usual < 0 || usual == client.length);
            usual = client.length;
            const qint64 now = clock.nsecsElapsed();
            times.push_back(double(now - client.since) / 1e6);
            client = {client.socket, {}, -1, -1, now};
            load.isWhole = sendAll(client.socket, request) && load.isWhole;
        }
    }
    load.seconds = double(clock.nsecsElapsed()) / 1e9;
    load.answers = qint64(times.size());
    std::sort(times.begin(), times.end());
    if (!times.empty()) {
        load.p50 = times[times.size() / 2];
        load.p99 = times[times.size() * 99 / 100];
    }
    for (const Client &client : clients)
        ::close(client.socket);
    ::close(poll);
    return load;
}

QByteArray answerTo(quint16 port, const QByteArray &request)
{
    const int socket = connectionTo(port);
    QByteArray received;
    std::vector<char> buffer(1 << 20);
    Client client;
    bool isWhole = socket >= 0 && sendAll(socket, request);
    while (isWhole) {
        const ssize_t size = ::recv(socket, buffer.data(), buffer.size(), 0);
        isWhole = size > 0;
        if (isWhole) {
            received.append(buffer.data(), size);
            if (take(client, buffer.data(), size))
                break;
        }
    }
    ::close(socket);
    return isWhole && client.length >= 0 ? received.sliced(received.indexOf("\r\n\r\n") + 4) : QByteArray();
}

} // namespace actionscope::bench
