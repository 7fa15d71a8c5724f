// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"
#include "app/json/document.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/openapicheck.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <sys/socket.h>

namespace actionscope::test {

// The ports of sandboxes that answer as they are described, without faults on purpose and recorded answers.
inline QSet<quint16> &describedPorts()
{
    static QSet<quint16> ports;
    return ports;
}

// A connection a test has in its hand: it sends any bytes and reads answers, blocking, without an event loop. Each
// answer of a sandbox is held against its description.
class RawClient final
{
public:
    explicit RawClient(quint16 port)
        : m_port(port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.waitForConnected(5000);
    }

    void send(const QByteArray &bytes)
    {
        noteRequests(bytes);
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) { }
    }

    enum class Body { Follows, None }; // none: to HEAD

    // Half of closing: the server's answers are still read.
    void sendNoMore() { ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR); }

    // Status 0 when no whole answer came within the time.
    [[nodiscard]] api::HttpAnswer read(int milliseconds = 20000, Body body = Body::Follows)
    {
        api::HttpAnswer answer;
        qsizetype end = -1;
        while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(milliseconds))
                return answer;
            m_received += m_socket.readAll();
        }
        const QList<QByteArray> lines = m_received.first(end).split('\n');
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            answer.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
        }
        m_received.remove(0, end + 4);
        const qsizetype length = body == Body::None
            ? 0
            : api::headerValue(answer.headers, "content-length").value_or(QByteArray("0")).toLongLong();
        while (m_received.size() < length) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(milliseconds))
                return answer;
            m_received += m_socket.readAll();
        }
        answer.body = m_received.first(length);
        m_received.remove(0, length);
        answer.status = lines.first().split(' ').value(1).toInt();
        check(answer);
        return answer;
    }

    [[nodiscard]] bool isClosedWithin(int milliseconds)
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(milliseconds);
    }
    void close() { m_socket.abort(); }

private:
    struct Sent
    {
        QByteArray method;
        QByteArray target;
        bool hasFault = false;
    };

    void noteRequests(const QByteArray &bytes)
    {
        static const QRegularExpression line(
            QStringLiteral("(?:^|\r\n\r\n|\\})([A-Z]+) (/\\S*) HTTP/1\\.[01]\r\n"));
        const QString text = QString::fromLatin1(bytes);
        auto match = line.globalMatch(text);
        const bool hasFault = text.contains(QLatin1String("x-sandbox-fault"), Qt::CaseInsensitive);
        while (match.hasNext()) {
            const QRegularExpressionMatch one = match.next();
            m_sent.append({one.captured(1).toLatin1(), one.captured(2).toLatin1(), hasFault});
        }
    }

    void check(const api::HttpAnswer &answer)
    {
        if (answer.status < 200 || m_sent.isEmpty())
            return;
        const Sent sent = m_sent.takeFirst();
        if (sent.hasFault || !describedPorts().contains(m_port))
            return;
        const QString problem = OpenApiCheck::ofSandbox().problem(sent.method, sent.target, answer);
        if (!problem.isEmpty())
            QTest::qFail(qPrintable(QLatin1String("The answer is not as described: ") + problem), __FILE__, __LINE__);
    }

    quint16 m_port;
    QTcpSocket m_socket;
    QByteArray m_received;
    QList<Sent> m_sent; // and not yet answered
};

// A sandbox that listens, and the shortest way to ask it something.
class RunningSandbox final
{
public:
    explicit RunningSandbox(sandbox::SandboxOptions options = {})
    {
        QSignalSpy started(&m_sandbox, &sandbox::Sandbox::started);
        options.apiKey = "test-key";
        m_sandbox.start(options);
        if (started.wait(10000))
            m_address = started.first().first().value<sandbox::SandboxAddress>();
        if (options.faults.faults.isEmpty() && !options.replay)
            describedPorts().insert(port());
    }
    ~RunningSandbox() { describedPorts().remove(port()); }
    Q_DISABLE_COPY_MOVE(RunningSandbox)

    [[nodiscard]] quint16 port() const { return quint16(m_address.url.port()); }
    [[nodiscard]] const sandbox::SandboxAddress &address() const { return m_address; }
    [[nodiscard]] const sandbox::RequestLog &requests() const { return m_sandbox.requests(); }

    [[nodiscard]] static QByteArray requestBytes(const QByteArray &method, const QByteArray &path,
        const QByteArray &body = {}, const QByteArray &headers = "x-api-key: test-key\r\n")
    {
        return method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    [[nodiscard]] api::HttpAnswer post(const QByteArray &path, const QByteArray &body) const
    {
        RawClient client(port());
        client.send(requestBytes("POST", path, body));
        return client.read();
    }
    [[nodiscard]] api::HttpAnswer get(const QByteArray &path) const
    {
        RawClient client(port());
        client.send(requestBytes("GET", path));
        return client.read();
    }
    [[nodiscard]] api::HttpAnswer executeV2(const QByteArray &action, const QByteArray &body) const
    {
        return post("/api/v2/actions/" + action + "/execute", body);
    }
    [[nodiscard]] api::HttpAnswer executeV3(const QByteArray &action, const QByteArray &body) const
    {
        return post("/api/v3.1/tools/execute/" + action, body);
    }

private:
    sandbox::Sandbox m_sandbox;
    sandbox::SandboxAddress m_address;
};

// "data.number" of a body, as it is spelled there; empty when absent.
[[nodiscard]] inline QByteArray at(const QByteArray &body, const QString &path)
{
    const json::Document document = json::Document::parse(body);
    json::Value value = document.root();
    for (const QString &name : path.split(QLatin1Char('.'))) {
        bool isPosition = false;
        const int position = name.toInt(&isPosition);
        value = isPosition && value.isArray() ? value.at(position) : value.member(name);
    }
    return document.isValid() ? value.raw().toByteArray() : QByteArray("not JSON");
}

} // namespace actionscope::test
