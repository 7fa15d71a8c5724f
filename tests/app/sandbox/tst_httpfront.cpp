// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/httpfront.h"

#include "rawclient.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace actionscope;
using namespace actionscope::test;

namespace {

// Answers each request with its body; a path of digits makes it wait so many milliseconds first.
class EchoThread final : public QThread
{
public:
    quint16 port = 0;

    EchoThread()
    {
        start();
        m_ready.acquire();
    }
    ~EchoThread() override
    {
        quit();
        wait();
    }
    Q_DISABLE_COPY_MOVE(EchoThread)

protected:
    void run() override
    {
        sandbox::Limits limits;
        limits.bodyBytes = 100'000;
        limits.stall = std::chrono::milliseconds(400);
        sandbox::HttpFront front(
            limits,
            [](sandbox::Exchange &exchange) {
                if (exchange.request().path == "/throw")
                    throw std::bad_alloc();
                const int time = exchange.request().path.sliced(1).toInt();
                QTimer::singleShot(time, &exchange, [&exchange] {
                    exchange.answer({.body = exchange.request().body});
                });
            },
            [](const sandbox::Request &, sandbox::HttpTrouble trouble) {
                return sandbox::Reply {.status = 400 + int(trouble), .body = {}};
            });
        port = front.open(0).value_or(0);
        m_ready.release();
        exec();
    }

private:
    QSemaphore m_ready;
};

QByteArray request(const QByteArray &headers, const QByteArray &body = {}, const QByteArray &path = "/0")
{
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
}

} // namespace

// What arrives at the door: framing, limits, order, clients that misbehave.
class TestHttpFront final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesHeads_data();
    void judgesHeads();
    void takesARequestInPieces();
    void keepsTheOrderOfRequestsSentAhead();
    void hangsUpOnTooManySentAhead();
    void answersWhatCameBeforeARefusal();
    void asksForTheBody();
    void refusesALargeBodyBeforeItIsSent();
    void takesChunks();
    void boundsChunks();
    void givesUpHalfARequest();
    void servesBesideIdleConnections();
    void keepsTheCallersRequestId();
    void answersTroubleInsideAHandler();

private:
    EchoThread m_server;
};

void TestHttpFront::judgesHeads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 0: hung up on
    constexpr int malformed = 400 + int(sandbox::HttpTrouble::Malformed);
    constexpr int headTooLarge = 400 + int(sandbox::HttpTrouble::HeadTooLarge);
    constexpr int bodyTooLarge = 400 + int(sandbox::HttpTrouble::BodyTooLarge);
    const auto row = [](const char *name, const QByteArray &bytes, int status) { QTest::newRow(name) << bytes << status; };
    row("plain", request("Content-Length: 2\r\n", "ab"), 200);
    row("no length", request(QByteArray()), 200);
    row("name in any case", request("cOnTeNt-LeNgTh: 2\r\n", "ab"), 200);
    row("same length twice", request("Content-Length: 2\r\nContent-Length: 2\r\n", "ab"), 200);
    row("two lengths", request("Content-Length: 2\r\nContent-Length: 3\r\n", "ab"), malformed);
    row("negative length", request("Content-Length: -1\r\n"), malformed);
    row("length that is no number", request("Content-Length: 0x10\r\n"), malformed);
    row("length beyond 64 bits", request("Content-Length: 99999999999999999999999\r\n"), bodyTooLarge);
    row("length over the limit", request("Content-Length: 100001\r\n"), bodyTooLarge);
    row("length beside chunks", request("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"), malformed);
    row("unknown encoding", request("Transfer-Encoding: gzip, chunked\r\n"), malformed);
    row("header flood", request(QByteArray("a: b\r\n").repeated(5000)), headTooLarge);
    row("header without end", "POST / HTTP/1.1\r\nx: " + QByteArray(200'000, 'y'), headTooLarge);
    row("no colon", request("nonsense\r\n"), malformed);
    row("folded header", request("a: b\r\n c\r\n"), malformed);
    row("zero byte", request(QByteArray("a: b\0c\r\n", 8)), malformed);
    row("not HTTP", "\x16\x03\x01\x02 hello\r\n\r\n", malformed);
    row("other version", "GET / HTTP/3.7\r\n\r\n", malformed);
    row("bare line feeds", "GET / HTTP/1.1\nHost: x\n\n", malformed);
    row("upgrade", request("Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: eA==\r\n"), malformed);
}

void TestHttpFront::judgesHeads()
{
    QFETCH(const QByteArray, bytes);
    RawClient client(m_server.port);
    client.send(bytes);
    const auto answer = client.read();
    QTEST(answer.status, "status");
    QVERIFY(answer.status == 200 || client.isClosedWithin(8000));
    RawClient next(m_server.port);
    next.send(request("Content-Length: 1\r\n", "z"));
    QCOMPARE(next.read().body, QByteArray("z"));
}

void TestHttpFront::takesARequestInPieces()
{
    RawClient client(m_server.port);
    for (const char byte : request("Content-Length: 5\r\n", "hello"))
        client.send(QByteArray(1, byte));
    QCOMPARE(client.read().body, QByteArray("hello"));
}

void TestHttpFront::keepsTheOrderOfRequestsSentAhead()
{
    RawClient client(m_server.port);
    client.send(request("Content-Length: 4\r\n", "slow", "/300") + request("Content-Length: 5\r\n", "quick")
        + request("Content-Length: 3\r\nConnection: close\r\n", "end"));
    QCOMPARE(client.read().body, QByteArray("slow"));
    QCOMPARE(client.read().body, QByteArray("quick"));
    QCOMPARE(client.read().body, QByteArray("end"));
    QVERIFY(client.isClosedWithin(5000));
}

void TestHttpFront::hangsUpOnTooManySentAhead()
{
    RawClient client(m_server.port);
    client.send(request(QByteArray(), {}, "/60000").repeated(100));
    QVERIFY(client.isClosedWithin(5000));
    RawClient next(m_server.port);
    next.send(request("Content-Length: 1\r\n", "z"));
    QCOMPARE(next.read().body, QByteArray("z"));
}

void TestHttpFront::answersWhatCameBeforeARefusal()
{
    RawClient client(m_server.port);
    client.send(request("Content-Length: 4\r\n", "slow", "/900") + request("Content-Length: -1\r\n"));
    QCOMPARE(client.read().body, QByteArray("slow"));
    QCOMPARE(client.read().status, 400 + int(sandbox::HttpTrouble::Malformed));
    QVERIFY(client.isClosedWithin(5000));
}

void TestHttpFront::asksForTheBody()
{
    RawClient client(m_server.port);
    client.send(request("Expect: 100-continue\r\nContent-Length: 2\r\n"));
    QCOMPARE(client.read().status, 100);
    client.send("ab");
    QCOMPARE(client.read().body, QByteArray("ab"));
}

void TestHttpFront::refusesALargeBodyBeforeItIsSent()
{
    RawClient client(m_server.port);
    client.send(request("Expect: 100-continue\r\nContent-Length: 200000000\r\n"));
    QCOMPARE(client.read().status, 400 + int(sandbox::HttpTrouble::BodyTooLarge));
}

void TestHttpFront::takesChunks()
{
    RawClient client(m_server.port);
    client.send(request("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"));
    QCOMPARE(client.read().body, QByteArray("abcde"));
    client.send(request("Content-Length: 1\r\n", "z"));
    QCOMPARE(client.read().body, QByteArray("z"));
}

void TestHttpFront::boundsChunks()
{
    RawClient client(m_server.port);
    client.send(request("Transfer-Encoding: chunked\r\n"));
    for (int i = 0; i < 30; ++i)
        client.send("1000\r\n" + QByteArray(0x1000, 'x') + "\r\n");
    QCOMPARE(client.read().status, 400 + int(sandbox::HttpTrouble::BodyTooLarge));
    for (const char *size : {"-5", "zz", "ffffffffffffffff", "7fffffffffffffff"}) {
        RawClient hostile(m_server.port);
        hostile.send(request("Transfer-Encoding: chunked\r\n", QByteArray(size) + "\r\nabc\r\n0\r\n\r\n"));
        (void)hostile.read(2000); // any refusal will do, as long as the server lives
        RawClient next(m_server.port);
        next.send(request("Content-Length: 1\r\n", "z"));
        QCOMPARE(next.read().body, QByteArray("z"));
    }
}

void TestHttpFront::givesUpHalfARequest()
{
    RawClient client(m_server.port);
    client.send("POST /0 HTTP/1.1\r\nHost: x");
    QCOMPARE(client.read().status, 400 + int(sandbox::HttpTrouble::TooSlow));
    RawClient half(m_server.port);
    half.send(request("Content-Length: 10\r\n", "half"));
    QCOMPARE(half.read().status, 400 + int(sandbox::HttpTrouble::TooSlow));
    QVERIFY(half.isClosedWithin(8000));
}

void TestHttpFront::servesBesideIdleConnections()
{
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 200; ++i)
        idle.push_back(std::make_unique<RawClient>(m_server.port));
    RawClient client(m_server.port);
    client.send(request("Content-Length: 1\r\n", "z"));
    QCOMPARE(client.read().body, QByteArray("z"));
}

void TestHttpFront::keepsTheCallersRequestId()
{
    RawClient client(m_server.port);
    client.send(request("X-Request-Id: my id\r\n"));
    QCOMPARE(api::headerValue(client.read().headers, "x-request-id").value_or(QByteArray()), QByteArray("my id"));
    client.send(request(QByteArray()));
    QCOMPARE(api::headerValue(client.read().headers, "x-request-id").value_or(QByteArray()).size(), 36);
}

void TestHttpFront::answersTroubleInsideAHandler()
{
    RawClient client(m_server.port);
    client.send(request(QByteArray(), {}, "/throw"));
    QCOMPARE(client.read().status, 400 + int(sandbox::HttpTrouble::Internal));
}

QTEST_GUILESS_MAIN(TestHttpFront)
#include "tst_httpfront.moc"
