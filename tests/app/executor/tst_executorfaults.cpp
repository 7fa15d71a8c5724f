// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/contentcoding.h"
#include "tests/support/hostileserver.h"
#include "tests/support/looptick.h"
#include "tests/support/outcome.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace actionscope;
using executor::Executor;
using executor::Phase;
using executor::RunOptions;
using test::HostileServer;
using test::Outcome;
using test::sampleRequest;
using namespace std::chrono_literals;

namespace {

enum class Then { Keep, Close };

// A run that should not end by its own time-out fails the test soon, not after three minutes.
RunOptions quick(std::chrono::milliseconds timeout = 20s)
{
    return {timeout, qint64(1) << 30};
}

HostileServer::Handler writes(const QByteArray &bytes, Then then = Then::Keep)
{
    return [bytes, then](const api::HttpRequest &, QTcpSocket *socket) {
        socket->write(bytes);
        if (then == Then::Close)
            socket->disconnectFromHost();
    };
}

QByteArray bodyToEncode()
{
    return "{\"text\": \"" + QByteArray(200, 'a') + "\"}";
}

} // namespace

class TestExecutorFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyAnswers_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("words");
        quint16 port = 0;
        {
            const HostileServer gone([](const auto &, auto *) {});
            port = gone.serverPort();
        }
        QTest::newRow("a port where nothing listens") << QStringLiteral("http://127.0.0.1:%1").arg(port)
                                                      << "connectionRefused" << QStringLiteral("127.0.0.1:%1").arg(port);
        QTest::newRow("a host that does not exist") << "http://no-such-host.invalid" << "hostNotFound" << "no-such-host.invalid";
    }
    void nobodyAnswers()
    {
        QFETCH(QString, url);
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {QUrl(url), "ak_key"}, quick());
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20000);
        QTEST(outcome.fault(), "fault");
        QFETCH(QString, words);
        QVERIFY2(outcome.sentence().contains(words), qPrintable(outcome.sentence()));
        QVERIFY(!outcome.requestHadLeft());
        QCOMPARE(outcome.answer(), api::HttpAnswer());
        QCOMPARE(outcome.exchange().timings.firstByte, -1);
        QCOMPARE(outcome.exchange().timings.requestSent, -1);
    }

    // The whole request was read; then this came back.
    void whatTheServerSends_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Then>("then");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &bytes, Then then, int status, const QByteArray &body,
                             const char *fault, const char *words) {
            QTest::newRow(name) << bytes << then << status << body << QString::fromLatin1(fault) << QString::fromLatin1(words);
        };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";

        row("a body as promised", ok + "Content-Length: 2\r\n\r\n{}", Then::Keep, 200, "{}", "", "");
        row("no length, ended by closing", ok + "\r\n{\"a\":1}", Then::Close, 200, "{\"a\":1}", "", "");
        row("chunked", chunked + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n", Then::Keep, 200, "abcde", "", "");
        row("204 without a body", "HTTP/1.1 204 No Content\r\n\r\n", Then::Keep, 204, "", "", "");
        row("200 with an empty body", ok + "Content-Length: 0\r\n\r\n", Then::Keep, 200, "", "", "");
        row("bytes that are not UTF-8", ok + QByteArray("Content-Length: 6\r\n\r\n\xff\xfe\0\x80\xc3(", 27), Then::Keep, 200,
            QByteArray("\xff\xfe\0\x80\xc3(", 6), "", "");
        row("HTML with 200", ok + "Content-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>", Then::Keep, 200,
            "<html></html>", "", "");
        row("100 before the answer", "HTTP/1.1 100 Continue\r\n\r\n" + ok + "Content-Length: 2\r\n\r\n{}", Then::Keep, 200, "{}", "", "");

        row("a body cut short", ok + "Content-Length: 100\r\n\r\n0123456789", Then::Close, 200, "0123456789", "connectionClosed", "10 of 100 bytes");
        row("a 404 cut short", "HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n0123456789", Then::Close, 404, "0123456789", "connectionClosed", "10 of 100 bytes");
        row("a redirect without a place", "HTTP/1.1 302 Found\r\nContent-Length: 2\r\n\r\n{}", Then::Keep, 302, "{}", "", "");
        row("a promised body that never comes", ok + "Content-Length: 100\r\n\r\n", Then::Close, 200, "", "connectionClosed", "0 of 100 bytes");
        row("a chunked body cut in a chunk", chunked + "a\r\n01234", Then::Close, 200, "01234", "connectionClosed", "before the answer was complete");
        row("a chunked body without its end", chunked + "5\r\n01234\r\n", Then::Close, 200, "01234", "connectionClosed", "before the answer was complete");
        // Qt reads such a size as the end of the body; what is left of the answer is for the JSON reader to judge.
        row("a chunk size that is no number", chunked + "2\r\n{\"\r\nxyz\r\n01234\r\n0\r\n\r\n", Then::Close, 200, "{\"", "", "");
        row("headers cut short", ok + "Content-Le", Then::Close, 0, "", "connectionClosed", "no HTTP answer");
        row("a status line cut short", "HTTP/1.1 20", Then::Close, 0, "", "connectionClosed", "no HTTP answer");
        row("closed without a word", "", Then::Close, 0, "", "connectionClosed", "no HTTP answer");
        row("the same length twice", ok + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", Then::Keep, 200, "{}", "", "");
        row("a longer body than promised", ok + "Content-Length: 2\r\n\r\n{}garbage", Then::Keep, 200, "{}", "", "");
        row("a negative length", ok + "Content-Length: -1\r\n\r\n{}", Then::Close, 200, "{}", "malformed", "which is no length");
        row("a length beyond all numbers", ok + "Content-Length: 99999999999999999999999\r\n\r\n{}", Then::Close, 200, "{}", "malformed", "which is no length");
        row("a length of eight exabytes", ok + "Content-Length: 9223372036854775807\r\n\r\n{}", Then::Close, 200, "{}", "connectionClosed", "2 of 9223372036854775807 bytes");
        row("a length that is no number", ok + "Content-Length: many\r\n\r\n{}", Then::Close, 200, "{}", "malformed", "which is no length");
        row("two lengths that disagree", ok + "Content-Length: 2\r\nContent-Length: 4\r\n\r\n{}{}", Then::Close, 200, "{}", "malformed", "which is no length");

        row("no HTTP at all", "{\"successful\":true}\n", Then::Close, 0, "", "connectionClosed", "no HTTP answer");
        row("the banner of a mail server", "220 mail.example.org ESMTP\r\n", Then::Close, 0, "", "connectionClosed", "no HTTP answer");
        row("a status that is no number", "HTTP/1.1 OK 200\r\nContent-Length: 2\r\n\r\n{}", Then::Close, 0, "", "connectionClosed", "no HTTP answer");
        row("a version nobody speaks", "HTTP/9.9 200 OK\r\nContent-Length: 2\r\n\r\n{}", Then::Close, 200, "{}", "", "");
        row("zeroes", QByteArray(4096, '\0'), Then::Close, 0, "", "connectionClosed", "no HTTP answer");
    }
    void whatTheServerSends()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Then, then);
        HostileServer server(writes(bytes, then));
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), "ak_key"}, quick(3s));
        QTRY_VERIFY(outcome.isOver());
        QTEST(outcome.fault(), "fault");
        QTEST(outcome.answer().status, "status");
        QTEST(outcome.answer().body, "body");
        QFETCH(QString, words);
        QVERIFY2(outcome.sentence().contains(words), qPrintable(outcome.sentence()));
        QCOMPARE(outcome.requestHadLeft(), outcome.exchange().fault.has_value());
        QCOMPARE(server.requests().size(), 1);
    }

    // Qt does not always take the closing for the end; it depends on which thread is quicker.
    void theEndOfTheConnectionIsTheEndOfTheBody_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("fault");
        QTest::newRow("nothing") << QByteArray() << QByteArray() << QString();
        QTest::newRow("short") << QByteArray() << QByteArray("{\"a\":1}") << QString();
        QTest::newRow("long") << QByteArray() << QByteArray(1'000'000, 'x') << QString();
        QTest::newRow("a length that is none") << QByteArray("Content-Length: -1\r\n") << QByteArray("{}")
                                               << QStringLiteral("malformed");
    }
    void theEndOfTheConnectionIsTheEndOfTheBody()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, body);
        HostileServer server(writes("HTTP/1.1 200 OK\r\n" + header + "\r\n" + body, Then::Close));
        constexpr int runs = 60;
        for (int i = 0; i < runs; ++i) {
            Executor executor;
            executor::ExecutionRun *run = executor.start(sampleRequest(), {server.url(), "ak_key"}, quick(3s));
            QSignalSpy finished(run, &executor::ExecutionRun::finished);
            QVERIFY(finished.wait(3000)); // a loop that does not sleep, unlike QTRY's, meets both orders
            const auto exchange = finished.first().first().value<api::Exchange>();
            QTEST(exchange.fault ? api::faultName(exchange.fault->kind) : QString(), "fault");
            QCOMPARE(exchange.answer.body, body);
        }
        QCOMPARE(server.requests().size(), runs); // none was sent twice
    }

    void anEncodedBodyArrivesDecoded_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("fault");
        const QByteArray plain = bodyToEncode();
        const QString none;
        QTest::newRow("gzip") << QByteArray("gzip") << test::gzip(plain) << plain << none;
        QTest::newRow("deflate") << QByteArray("deflate") << test::deflate(plain) << plain << none;
        QTest::newRow("br") << QByteArray("br") << test::brotli(plain) << plain << none;
        QTest::newRow("zstd") << QByteArray("zstd") << test::zstd(plain) << plain << none;
        QTest::newRow("one nobody knows") << QByteArray("rot13") << plain << plain << none;
        QTest::newRow("gzip that is none") << QByteArray("gzip") << plain << QByteArray() << QStringLiteral("malformed");
        QTest::newRow("br that is none") << QByteArray("br") << QByteArray("\xff\xff\xff\xff") << QByteArray() << QStringLiteral("malformed");
    }
    void anEncodedBodyArrivesDecoded()
    {
        QFETCH(QByteArray, coding);
        QFETCH(QByteArray, encoded);
        HostileServer server(writes(HostileServer::answer(encoded, "Content-Encoding: " + coding + "\r\n")));
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), {}}, quick(3s));
        QTRY_VERIFY(outcome.isOver());
        QTEST(outcome.fault(), "fault");
        QTEST(outcome.answer().body, "body");
        QCOMPARE(api::headerValue(outcome.answer().headers, "content-encoding"), coding);
        QCOMPARE(api::headerValue(outcome.answer().headers, "content-length"), QByteArray::number(encoded.size()));
    }

    // Qt does not tell whether a compressed stream had its end, nor how much of it came; the beginning is kept and the
    // JSON reader finds it incomplete.
    void aTruncatedGzipKeepsItsBeginning_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray encoded = test::gzip(bodyToEncode());
        const QByteArray header = "Content-Encoding: gzip\r\n";
        QTest::newRow("of the promised length") << HostileServer::answer(encoded.chopped(12), header);
        QTest::newRow("shorter than promised") << HostileServer::answer(encoded, header).chopped(12);
    }
    void aTruncatedGzipKeepsItsBeginning()
    {
        QFETCH(QByteArray, bytes);
        HostileServer server(writes(bytes, Then::Close));
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), {}}, quick(3s));
        QTRY_VERIFY(outcome.isOver());
        QVERIFY(!outcome.answer().body.isEmpty());
        QVERIFY(outcome.answer().body.size() < bodyToEncode().size());
        QVERIFY(bodyToEncode().startsWith(outcome.answer().body));
    }

    void anErrorStatusIsAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("400") << QByteArray();
        QTest::newRow("401") << QByteArray();
        QTest::newRow("401 asking for a password") << QByteArray("WWW-Authenticate: Basic realm=\"x\"\r\n");
        QTest::newRow("401 asking for a digest") << QByteArray("WWW-Authenticate: Digest realm=\"x\", nonce=\"y\", qop=\"auth\"\r\n");
        QTest::newRow("401 asking for NTLM") << QByteArray("WWW-Authenticate: NTLM\r\n");
        QTest::newRow("401 asking for Negotiate") << QByteArray("WWW-Authenticate: Negotiate\r\n");
        QTest::newRow("402") << QByteArray();
        QTest::newRow("403") << QByteArray();
        QTest::newRow("404") << QByteArray();
        QTest::newRow("405") << QByteArray("Allow: GET\r\n");
        QTest::newRow("407") << QByteArray();
        QTest::newRow("407 asking for a password") << QByteArray("Proxy-Authenticate: Basic realm=\"x\"\r\n");
        QTest::newRow("408") << QByteArray("Connection: close\r\n");
        QTest::newRow("409") << QByteArray();
        QTest::newRow("410") << QByteArray();
        QTest::newRow("418") << QByteArray();
        QTest::newRow("422") << QByteArray();
        QTest::newRow("429") << QByteArray("Retry-After: 1\r\n");
        QTest::newRow("500") << QByteArray();
        QTest::newRow("501") << QByteArray();
        QTest::newRow("502") << QByteArray();
        QTest::newRow("503") << QByteArray("Retry-After: 0\r\n");
        QTest::newRow("504") << QByteArray();
        QTest::newRow("599") << QByteArray();
    }
    void anErrorStatusIsAnAnswer()
    {
        QFETCH(QByteArray, headers);
        const QByteArray status = QByteArray(QTest::currentDataTag()).left(3);
        const QByteArray body = "{\"error\":{\"slug\":\"S\"}}";
        HostileServer server(writes(
            "HTTP/1.1 " + status + " Reason\r\n" + headers + "X-Mark: here\r\nContent-Length: 22\r\n\r\n" + body));
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), "ak_key"}, quick(3s));
        QTRY_VERIFY(outcome.isOver());
        QVERIFY2(outcome.fault().isEmpty(), qPrintable(outcome.sentence()));
        QCOMPARE(outcome.answer().status, status.toInt());
        QCOMPARE(outcome.answer().reason, "Reason");
        QCOMPARE(outcome.answer().body, body);
        QCOMPARE(api::headerValue(outcome.answer().headers, "x-mark"), "here");
        if (!headers.isEmpty()) {
            const qsizetype colon = headers.indexOf(':');
            QCOMPARE(api::headerValue(outcome.answer().headers, headers.left(colon)), headers.mid(colon + 1).trimmed());
        }
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(!api::headerValue(server.requests().first().headers, "authorization"));
    }

    void aRedirectIsNeverFollowed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("elsewhere");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%d to another origin", status) << status << true;
            QTest::addRow("%d to the same origin", status) << status << false;
        }
    }
    void aRedirectIsNeverFollowed()
    {
        QFETCH(int, status);
        QFETCH(bool, elsewhere);
        HostileServer other(writes(HostileServer::answer("{}")));
        const QByteArray target = elsewhere ? other.url().toEncoded() + "/there" : QByteArray("/there");
        HostileServer server(writes("HTTP/1.1 " + QByteArray::number(status) + " Moved\r\nLocation: " + target
            + "\r\nContent-Length: 5\r\n\r\nmoved"));
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), "ak_key"}, quick(3s));
        QTRY_VERIFY(outcome.isOver());
        QTRY_VERIFY(outcome.isDeleted()); // so a second request had every chance
        QCOMPARE(outcome.fault(), QStringLiteral("redirected"));
        const QString place = elsewhere ? other.url().authority() : server.url().authority();
        QVERIFY2(outcome.sentence().contains(place + QStringLiteral("/there")), qPrintable(outcome.sentence()));
        QVERIFY(outcome.requestHadLeft());
        QCOMPARE(outcome.answer().status, status);
        QCOMPARE(outcome.answer().body, "moved");
        QCOMPARE(api::headerValue(outcome.answer().headers, "location"), target);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(other.connections(), 0);
    }

    void whatFollowsAnAnswerIsNoAnswer()
    {
        HostileServer server(writes(HostileServer::answer("{}") + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"));
        Executor executor;
        for (int i = 0; i < 3; ++i) {
            Outcome outcome(executor, sampleRequest(), {server.url(), {}}, quick(3s));
            QTRY_VERIFY(outcome.isOver());
            QCOMPARE(outcome.fault(), QString());
            QCOMPARE(outcome.answer().body, "{}");
        }
        QCOMPARE(server.requests().size(), 3);
    }

    // Qt reads headers without bound; the time-out is what ends them.
    void aHeaderFloodEnds_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("one endless header") << QByteArray(4096, 'x');
        QTest::newRow("headers without end") << QByteArray("X-Flood: ") + QByteArray(4085, 'x') + "\r\n";
    }
    void aHeaderFloodEnds()
    {
        QFETCH(QByteArray, line);
        HostileServer server([&](const auto &, QTcpSocket *socket) {
            HostileServer::drip(socket, QByteArrayList {"HTTP/1.1 200 OK\r\nX-Start: "} + QByteArrayList(100000, line), 2);
        });
        Executor executor;
        const test::LoopTick tick;
        Outcome outcome(executor, sampleRequest(), {server.url(), {}}, quick(1s));
        QTRY_VERIFY(outcome.isOver());
        QCOMPARE(outcome.fault(), QStringLiteral("timedOut"));
        QVERIFY(outcome.requestHadLeft());
        QVERIFY(tick.longestGap() < 500ms);
        QTRY_COMPARE(server.findChildren<QTcpSocket *>().size(), 0); // hung up
    }

    void anAnswerAboveTheLimitIsStopped_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("with its length") << QByteArray("Content-Length: 3221225472\r\n\r\n");
        QTest::newRow("without a length") << QByteArray("\r\n");
    }
    void anAnswerAboveTheLimitIsStopped()
    {
        QFETCH(QByteArray, head);
        constexpr qint64 limit = 4 << 20;
        constexpr qint64 whole = qint64(3) << 30;
        qint64 sent = 0;
        HostileServer server([&](const auto &, QTcpSocket *socket) {
            socket->write("HTTP/1.1 200 OK\r\n" + head);
            QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [&sent, socket](qint64 bytes) {
                sent += bytes;
                if (socket->bytesToWrite() == 0 && sent < whole)
                    socket->write(QByteArray(1 << 20, 'x'));
            });
        });
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), {}}, {20s, limit});
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20000);
        QCOMPARE(outcome.fault(), QStringLiteral("tooLarge"));
        QVERIFY2(outcome.sentence().contains(QStringLiteral("4.00 MiB")), qPrintable(outcome.sentence()));
        QCOMPARE(outcome.sentence().contains(QStringLiteral("3.00 GiB")), head.startsWith("Content-Length"));
        QVERIFY(outcome.requestHadLeft());
        QCOMPARE(outcome.answer().status, 200);
        QCOMPARE(outcome.answer().body, QByteArray(limit, 'x'));
        QTRY_COMPARE(server.findChildren<QTcpSocket *>().size(), 0); // hung up
        QVERIFY2(sent < 64 << 20, qPrintable(QString::number(sent)));
    }

    void aCompressionBombIsStoppedAtTheLimit()
    {
        constexpr qint64 limit = 1 << 20;
        const QByteArray bomb = test::gzip(QByteArray(200 << 20, 'b'));
        QVERIFY(bomb.size() < limit);
        HostileServer server(writes(HostileServer::answer(bomb, "Content-Encoding: gzip\r\n")));
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), {}}, {20s, limit});
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20000);
        QCOMPARE(outcome.fault(), QStringLiteral("tooLarge"));
        QCOMPARE(outcome.answer().body, QByteArray(limit, 'b'));
    }

    // Not too large: exactly as large as allowed.
    void anAnswerOfExactlyTheLimitIsWhole_data()
    {
        QTest::addColumn<qint64>("more");
        QTest::addColumn<QString>("fault");
        QTest::newRow("the limit") << qint64(0) << QString();
        QTest::newRow("one byte more") << qint64(1) << QStringLiteral("tooLarge");
    }
    void anAnswerOfExactlyTheLimitIsWhole()
    {
        QFETCH(qint64, more);
        constexpr qint64 limit = 1000;
        HostileServer server(writes(HostileServer::answer(QByteArray(limit + more, 'x'))));
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), {}}, {3s, limit});
        QTRY_VERIFY(outcome.isOver());
        QTEST(outcome.fault(), "fault");
        QCOMPARE(outcome.answer().body, QByteArray(limit, 'x'));
    }

    void aServerMayRefuseBeforeItHasRead_data()
    {
        QTest::addColumn<bool>("readsOn");
        QTest::addColumn<Then>("then");
        QTest::addColumn<QString>("fault");
        QTest::newRow("and reads on") << true << Then::Keep << QString();
        QTest::newRow("and reads no more") << false << Then::Keep << QStringLiteral("timedOut");
        QTest::newRow("and hangs up") << false << Then::Close << QStringLiteral("connectionClosed");
    }
    void aServerMayRefuseBeforeItHasRead()
    {
        QFETCH(bool, readsOn);
        QFETCH(Then, then);
        HostileServer server({});
        server.greetWith([readsOn, then](QTcpSocket *socket) {
            if (!readsOn)
                socket->setReadBufferSize(1 << 16);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, readsOn, then] {
                if (readsOn)
                    socket->readAll();
                if (socket->property("answered").toBool())
                    return;
                socket->setProperty("answered", true);
                socket->write("HTTP/1.1 413 Too Large\r\nContent-Length: 7\r\nConnection: close\r\n\r\ntoo big");
                if (then == Then::Close)
                    socket->disconnectFromHost();
            });
        });
        Executor executor;
        Outcome outcome(executor, sampleRequest(QByteArray(readsOn ? 1 << 20 : 32 << 20, 'x')), {server.url(), {}}, quick(3s));
        QTRY_VERIFY(outcome.isOver());
        QTEST(outcome.fault(), "fault");
        QVERIFY(!outcome.requestHadLeft());
        QCOMPARE(server.connections(), 1);
        if (readsOn) {
            QCOMPARE(outcome.answer().status, 413);
            QCOMPARE(outcome.answer().body, "too big");
        } else {
            QVERIFY(outcome.progress().last().bytesSent > 0);
            QVERIFY(outcome.phase() == Phase::Sending);
            QCOMPARE(outcome.exchange().timings.requestSent, -1);
        }
    }

    void noCookieIsKept()
    {
        HostileServer server(writes(HostileServer::answer("{}", "Set-Cookie: session=1; Path=/\r\n")));
        Executor executor;
        for (int i = 0; i < 2; ++i) {
            Outcome outcome(executor, sampleRequest(), {server.url(), {}}, quick(3s));
            QTRY_VERIFY(outcome.isOver());
            QCOMPARE(api::headerValue(outcome.answer().headers, "set-cookie"), "session=1; Path=/");
        }
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(!api::headerValue(server.requests().last().headers, "cookie"));
    }

    void aBodyOfAnySizeArrivesWhole_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("none") << 0;
        QTest::newRow("one byte") << 1;
        QTest::newRow("1 MB") << 1000000;
        QTest::newRow("20 MB") << 20000000;
    }
    void aBodyOfAnySizeArrivesWhole()
    {
        QFETCH(int, size);
        QByteArray body(size, Qt::Uninitialized);
        for (int i = 0; i < size; ++i)
            body[i] = char(i * 31 >> 3);
        HostileServer server(writes(HostileServer::answer("{}")));
        Executor executor;
        Outcome outcome(executor, sampleRequest(body), {server.url(), {}}, quick());
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20000);
        QVERIFY2(outcome.fault().isEmpty(), qPrintable(outcome.sentence()));
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().first().body == body);
        QCOMPARE(api::headerValue(server.requests().first().headers, "content-length"), QByteArray::number(size));
        QVERIFY(!api::headerValue(server.requests().first().headers, "transfer-encoding"));
        QCOMPARE(outcome.progress().last().bytesSent, size);
    }
};

QTEST_GUILESS_MAIN(TestExecutorFaults)
#include "tst_executorfaults.moc"
