// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/httpfront.h"

#include "rawclient.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace actionscope;
using namespace actionscope::test;

namespace {

// 2 MB in pieces.
class LongSource final : public sandbox::ByteSource
{
public:
    static constexpr int pieces = 32;
    static constexpr int pieceSize = 64 * 1024;

    [[nodiscard]] qint64 size() const override { return qint64(pieces) * pieceSize; }
    [[nodiscard]] QByteArray next() override
    {
        return m_next < pieces ? QByteArray(pieceSize, char('a' + m_next++ % 26)) : QByteArray();
    }

private:
    int m_next = 0;
};

// Answers each request with its body; a path of digits makes it wait so many milliseconds first, /now not even for the
// event loop, and /long answers with a LongSource.
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
                if (exchange.request().path == "/now")
                    return exchange.answer({.body = exchange.request().body});
                if (exchange.request().path == "/long")
                    return exchange.answer({.body = "(", .stream = std::make_shared<LongSource>(), .tail = ")"});
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
    void hangsUpOnAClientThatNeverReads();
    void answersWhatCameBeforeARefusal();
    void asksForTheBody();
    void refusesALargeBodyBeforeItIsSent();
    void takesChunks();
    void takesChunksInPieces();
    void boundsChunks();
    void refusesBrokenChunks_data();
    void refusesBrokenChunks();
    void answersAtOnceInOrder();
    void readsNothingBehindALastRequest();
    void streamsBetweenOtherAnswers();
    void finishesWhatAHalfClosedClientReads();
    void survivesClientsThatLeave();
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
    row("head as long as it may be", request("x: " + QByteArray(64'000, 'y') + "\r\n"), 200);
    row("body as long as it may be", request("Content-Length: 100000\r\n", QByteArray(100'000, 'z')), 200);
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

void TestHttpFront::hangsUpOnAClientThatNeverReads()
{
    QTcpSocket client;
    client.setReadBufferSize(1024);
    client.connectToHost(QStringLiteral("127.0.0.1"), m_server.port);
    QVERIFY(client.waitForConnected(5000));
    const QByteArray large = request("Content-Length: 100000\r\n", QByteArray(100'000, 'x'), "/now");
    bool isTaken = true;
    for (int i = 0; i < 2000 && isTaken; ++i) {
        client.write(large);
        while (isTaken && client.bytesToWrite() > 0)
            isTaken = client.waitForBytesWritten(10000);
    }
    QVERIFY(!isTaken);
    QVERIFY(client.error() != QAbstractSocket::SocketTimeoutError);
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

void TestHttpFront::takesChunksInPieces()
{
    RawClient client(m_server.port);
    const QByteArray one = request("Transfer-Encoding: chunked\r\n",
        "3;name=value\r\nabc\r\n0A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n", "/now");
    for (const char byte : one)
        client.send(QByteArray(1, byte));
    QCOMPARE(client.read().body, QByteArray("abc0123456789"));
    client.send(one + one);
    QCOMPARE(client.read().body, QByteArray("abc0123456789"));
    QCOMPARE(client.read().body, QByteArray("abc0123456789"));
}

void TestHttpFront::refusesBrokenChunks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("sign") << QByteArray("-5\r\nabcde\r\n0\r\n\r\n");
    QTest::newRow("prefix") << QByteArray("0x3\r\nabc\r\n0\r\n\r\n");
    QTest::newRow("space") << QByteArray(" 3\r\nabc\r\n0\r\n\r\n");
    QTest::newRow("no size") << QByteArray("\r\nabc\r\n0\r\n\r\n");
    QTest::newRow("longer than said") << QByteArray("3\r\nabcd\r\n0\r\n\r\n");
    QTest::newRow("bare line feed") << QByteArray("3\nabc\r\n0\r\n\r\n");
    QTest::newRow("beyond 64 bits") << QByteArray("ffffffffffffffffff\r\nabc\r\n0\r\n\r\n");
    QTest::newRow("endless size line") << QByteArray("3;") + QByteArray(10'000, 'x');
    QTest::newRow("endless trailer") << QByteArray("0\r\n") + QByteArray("a: b\r\n").repeated(20'000);
}

void TestHttpFront::refusesBrokenChunks()
{
    QFETCH(const QByteArray, body);
    RawClient client(m_server.port);
    client.send(request("Transfer-Encoding: chunked\r\n", body));
    QCOMPARE(client.read().status, 400 + int(sandbox::HttpTrouble::Malformed));
    QVERIFY(client.isClosedWithin(8000));
}

void TestHttpFront::answersAtOnceInOrder()
{
    RawClient client(m_server.port);
    client.send(request("Content-Length: 4\r\n", "slow", "/200") + request("Content-Length: 3\r\n", "now", "/now")
        + request("Content-Length: 4\r\n", "last", "/now"));
    for (const char *body : {"slow", "now", "last"})
        QCOMPARE(client.read().body, QByteArray(body));
    client.send(request("Content-Length: 5\r\n", "again", "/now"));
    QCOMPARE(client.read().body, QByteArray("again"));
}

void TestHttpFront::readsNothingBehindALastRequest()
{
    RawClient client(m_server.port);
    client.send(request("Connection: close\r\nContent-Length: 3\r\n", "end") + request("Content-Length: 4\r\n", "more"));
    QCOMPARE(client.read().body, QByteArray("end"));
    QCOMPARE(client.read(2000).status, 0);
    QVERIFY(client.isClosedWithin(5000));
}

void TestHttpFront::streamsBetweenOtherAnswers()
{
    RawClient client(m_server.port);
    client.send(request("Content-Length: 3\r\n", "one", "/now") + request(QByteArray(), {}, "/long")
        + request("Content-Length: 5\r\n", "three", "/now"));
    QCOMPARE(client.read().body, QByteArray("one"));
    const QByteArray streamed = client.read().body;
    QCOMPARE(streamed.size(), LongSource().size() + 2);
    QVERIFY(streamed.startsWith("(aaa") && streamed.endsWith("fff)"));
    QCOMPARE(client.read().body, QByteArray("three"));
    client.send("HEAD /long HTTP/1.1\r\n\r\n");
    QCOMPARE(client.read(20000, RawClient::Body::None).status, 200);
    client.send(request("Content-Length: 4\r\n", "four", "/now"));
    QCOMPARE(client.read().body, QByteArray("four"));
}

void TestHttpFront::finishesWhatAHalfClosedClientReads()
{
    RawClient client(m_server.port);
    client.send(request(QByteArray(), {}, "/long"));
    client.sendNoMore();
    QCOMPARE(client.read().body.size(), LongSource().size() + 2);
    QVERIFY(client.isClosedWithin(5000));
}

void TestHttpFront::survivesClientsThatLeave()
{
    for (int i = 0; i < 20; ++i) {
        for (const char *path : {"/now", "/5", "/long"}) {
            RawClient client(m_server.port);
            client.send(request("Content-Length: 4\r\n", "gone", path).repeated(3));
            client.close();
        }
    }
    RawClient next(m_server.port);
    next.send(request("Content-Length: 1\r\n", "z", "/now"));
    QCOMPARE(next.read().body, QByteArray("z"));
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
