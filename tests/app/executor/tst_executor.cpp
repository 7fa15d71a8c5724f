// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/wire.h"
#include "app/base/redaction.h"
#include "tests/support/hostileserver.h"
#include "tests/support/looptick.h"
#include "tests/support/outcome.h"

#include <QTest>
#include <QUuid>

#include <algorithm>
#include <memory>

using namespace actionscope;
using executor::Executor;
using executor::Phase;
using executor::RunOptions;
using test::HostileServer;
using test::Outcome;
using test::sampleRequest;
using namespace std::chrono_literals;

namespace {

// Headers by name, one per line, with the key as the person is shown it.
QByteArray asShown(api::HeaderList headers)
{
    for (api::Header &header : headers) {
        header.name = header.name.toLower();
        if (header.name == "x-api-key")
            header.value = redactedPlaceholder("apiKey");
    }
    std::sort(headers.begin(), headers.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    QByteArrayList lines;
    for (const api::Header &header : std::as_const(headers))
        lines.append(header.name + ": " + header.value);
    return lines.join('\n');
}

// A server that stops at one point of the exchange and says nothing more.
enum class StopsAt { Reading, Answering, Headers, Body };

void makeStop(HostileServer &server, StopsAt where)
{
    server.greetWith([where](QTcpSocket *socket) {
        if (where == StopsAt::Reading) {
            socket->setReadBufferSize(1024);
            return;
        }
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, where] {
            if (!socket->readAll().endsWith('}') || where == StopsAt::Answering)
                return;
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n");
            if (where == StopsAt::Body)
                socket->write("\r\n0123456789");
        });
    });
}

void addStops()
{
    QTest::addColumn<StopsAt>("where");
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<bool>("hadLeft");
    QTest::newRow("while the request is sent") << StopsAt::Reading << Phase::Sending << false;
    QTest::newRow("before the answer") << StopsAt::Answering << Phase::AwaitingAnswer << true;
    QTest::newRow("within the headers") << StopsAt::Headers << Phase::AwaitingAnswer << true;
    QTest::newRow("within the body") << StopsAt::Body << Phase::Receiving << true;
}

QByteArray bodyFor(StopsAt where)
{
    return where == StopsAt::Reading ? QByteArray(32 << 20, 'x') : QByteArray("{\"input\":{}}");
}

} // namespace

class TestExecutor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlowBodyIsToldOfInPart()
    {
        const QByteArray body(600'000, 'x');
        HostileServer server([&](const auto &, QTcpSocket *socket) {
            const QByteArray answer = HostileServer::answer(body);
            HostileServer::drip(socket, {answer.first(300'000), answer.sliced(300'000, 100'000), answer.sliced(400'000)}, 300);
        });
        Executor executor;
        Outcome outcome(executor, sampleRequest("{}"), {server.url(), {}});
        QList<QByteArray> parts;
        connect(outcome.run(), &executor::ExecutionRun::arriving, this, [&](const QByteArray &beginning) { parts.append(beginning); });
        QTRY_VERIFY(outcome.isOver());
        QCOMPARE(outcome.exchange().answer.body, body);
        QVERIFY(!parts.isEmpty());
        QVERIFY(body.startsWith(parts.first()));
        QVERIFY(parts.first().size() < body.size());
    }

    void theRequestArrivesAsItIsShown_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("with a key") << QByteArray("ak_secret_key");
        QTest::newRow("without a key") << QByteArray();
    }
    void theRequestArrivesAsItIsShown()
    {
        QFETCH(QByteArray, key);
        HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(HostileServer::answer("{}")); });
        Executor executor;
        const QByteArray body = "{\"input\": {\"n\":1.10,\"n\":1e400}}";
        Outcome outcome(executor, sampleRequest(body), {server.url(), key});
        QTRY_VERIFY(outcome.isOver());
        QVERIFY(!outcome.exchange().fault);
        QCOMPARE(server.requests().size(), 1);
        const api::HttpRequest arrived = server.requests().first();
        QCOMPARE(arrived.method, "POST");
        QCOMPARE(arrived.path, "/api/v2/actions/A%2FB/execute");
        QCOMPARE(arrived.body, body);
        QCOMPARE(api::headerValue(arrived.headers, "x-api-key").value_or(QByteArray()), key);
        QVERIFY(!api::headerValue(arrived.headers, "cookie"));
        QCOMPARE(api::headerValue(arrived.headers, "user-agent"), "Actionscope/" ACTIONSCOPE_VERSION);
        QCOMPARE(api::headerValue(arrived.headers, "content-type"), "application/json");
        QCOMPARE(asShown(outcome.exchange().request.headers), asShown(arrived.headers));
        QCOMPARE(outcome.exchange().request.body, body);
        QCOMPARE(outcome.answer().status, 200);
        QCOMPARE(outcome.answer().reason, "OK");
        QCOMPARE(outcome.answer().body, "{}");
    }

    void eachRequestHasAnIdOfItsOwn()
    {
        HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(HostileServer::answer("{}")); });
        Executor executor;
        Outcome first(executor, sampleRequest(), {server.url(), {}});
        Outcome second(executor, sampleRequest(), {server.url(), {}});
        QTRY_VERIFY(first.isOver() && second.isOver());
        QCOMPARE(server.requests().size(), 2);
        const auto id = [&](int i) { return api::headerValue(server.requests().at(i).headers, "x-request-id").value_or(""); };
        QVERIFY(!QUuid::fromString(QString::fromLatin1(id(0))).isNull());
        QVERIFY(!QUuid::fromString(QString::fromLatin1(id(1))).isNull());
        QVERIFY(id(0) != id(1));
    }

    void aRequestIdThatIsGivenIsKept()
    {
        HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(HostileServer::answer("{}")); });
        Executor executor;
        api::HttpRequest request = sampleRequest();
        request.headers.append(api::Header {"X-Request-Id", "mine"});
        Outcome outcome(executor, request, {server.url(), {}});
        QTRY_VERIFY(outcome.isOver());
        QCOMPARE(api::headerValue(server.requests().first().headers, "x-request-id"), "mine");
    }

    void thePathIsSentAsItStands_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QByteArray>("path");
        const QString none;
        QTest::newRow("plain") << none << QByteArray("/api/v2/actions/GITHUB_STAR/execute");
        QTest::newRow("behind a prefix") << QStringLiteral("/composio/eu") << QByteArray("/api/v2/actions/A/execute");
        QTest::newRow("behind an encoded prefix") << QStringLiteral("/a%20b%2Fc") << QByteArray("/api/v2/actions/A/execute");
        QTest::newRow("with a query") << none << QByteArray("/api/v3/tools?limit=2&cursor=a%2Bb%20c%3D");
        for (const QString &id : {QStringLiteral("A/B"), QStringLiteral("100%"), QStringLiteral("%2F"), QStringLiteral("a b+c"),
                 QStringLiteral("a?b#c"), QStringLiteral("..%2F.."), QStringLiteral("schöne_aktion_动作"), QStringLiteral("a;b,c:d@e[f]|g\\h\"i")}) {
            QTest::newRow(qPrintable(QStringLiteral("action ") + id))
                << none << "/api/v2/actions/" + api::encodedActionId(id) + "/execute";
        }
    }
    void thePathIsSentAsItStands()
    {
        QFETCH(QString, base);
        QFETCH(QByteArray, path);
        HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(HostileServer::answer("{}")); });
        Executor executor;
        api::HttpRequest request = sampleRequest();
        request.path = path;
        Outcome outcome(executor, request, {QUrl(server.url().toString() + base), {}});
        QTRY_VERIFY(outcome.isOver());
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().path, base.toLatin1() + path);
    }

    void aKeyThatWouldForgeHeadersIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("CR LF") << QByteArray("ak_1\r\nX-Forged: yes");
        QTest::newRow("LF") << QByteArray("ak_1\nX-Forged: yes");
        QTest::newRow("CR") << QByteArray("ak_1\rX");
        QTest::newRow("NUL") << QByteArray("ak_1\0x", 6);
        QTest::newRow("a space") << QByteArray("ak_1 x");
        QTest::newRow("not ASCII") << QByteArray("ak_\xc3\xa4");
    }
    void aKeyThatWouldForgeHeadersIsNotSent()
    {
        QFETCH(QByteArray, key);
        HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(HostileServer::answer("{}")); });
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), key});
        QVERIFY(!outcome.isOver());
        QTRY_VERIFY(outcome.isDeleted());
        QCOMPARE(outcome.ends(), 1);
        QCOMPARE(outcome.fault(), QStringLiteral("other"));
        QVERIFY(outcome.sentence().contains(QStringLiteral("nothing was sent")));
        QVERIFY(!outcome.sentence().contains(QStringLiteral("ak_")));
        QVERIFY(!outcome.requestHadLeft());
        QCOMPARE(server.connections(), 0);
    }

    void aConnectionThatClosesIsNeverAskedTwice_data()
    {
        QTest::addColumn<bool>("reused");
        QTest::newRow("on a fresh connection") << false;
        QTest::newRow("on a kept connection") << true;
    }
    void aConnectionThatClosesIsNeverAskedTwice()
    {
        QFETCH(bool, reused);
        int answersLeft = reused ? 1 : 0;
        HostileServer server([&](const auto &, QTcpSocket *socket) {
            if (answersLeft-- > 0)
                socket->write(HostileServer::answer("{}"));
            else
                socket->disconnectFromHost();
        });
        Executor executor;
        if (reused) {
            Outcome first(executor, sampleRequest(), {server.url(), {}});
            QTRY_VERIFY(first.isOver());
            QVERIFY(!first.exchange().fault);
        }
        Outcome outcome(executor, sampleRequest(), {server.url(), {}});
        QTRY_VERIFY(outcome.isOver());
        QCOMPARE(outcome.fault(), QStringLiteral("connectionClosed"));
        QVERIFY(outcome.requestHadLeft());
        QCOMPARE(server.requests().size(), reused ? 2 : 1);
    }

    void progressGoesForwardToItsEnd()
    {
        constexpr qint64 size = 3000000;
        const QByteArray half(size / 2, 'x');
        HostileServer server([&](const auto &, QTcpSocket *socket) {
            HostileServer::drip(socket, {"HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n", half, half}, 120);
        });
        Executor executor;
        Outcome outcome(executor, sampleRequest(QByteArray(size, 'u')), {server.url(), {}});
        QTRY_VERIFY(outcome.isOver());
        QVERIFY2(outcome.fault().isEmpty(), qPrintable(outcome.sentence()));
        QList<Phase> phases;
        executor::Progress last;
        for (const executor::Progress &now : outcome.progress()) {
            QVERIFY(now.phase >= last.phase);
            QVERIFY(now.bytesSent >= last.bytesSent);
            QVERIFY(now.bytesReceived >= last.bytesReceived);
            QCOMPARE(now.bytesToSend, size);
            QVERIFY(now.bytesSent == size || now.phase <= Phase::Sending);
            QCOMPARE(now.bytesToReceive, now.phase == Phase::Receiving ? size : -1);
            if (!phases.contains(now.phase))
                phases.append(now.phase);
            last = now;
        }
        QCOMPARE(phases, (QList {Phase::Connecting, Phase::Sending, Phase::AwaitingAnswer, Phase::Receiving}));
        const bool told = std::any_of(outcome.progress().cbegin(), outcome.progress().cend(),
            [](const executor::Progress &now) { return now.bytesReceived > 0 && now.bytesReceived < size; });
        QVERIFY(told); // something to show on the way
    }

    void timingsAreTrue_data()
    {
        QTest::addColumn<bool>("reused");
        QTest::newRow("on a fresh connection") << false;
        QTest::newRow("on a kept connection") << true;
    }
    void timingsAreTrue()
    {
        QFETCH(bool, reused);
        HostileServer server([&](const auto &, QTcpSocket *socket) {
            QTimer::singleShot(100, socket, [socket] {
                HostileServer::drip(socket, {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{", "}"}, 200);
            });
        });
        Executor executor;
        if (reused) {
            Outcome first(executor, sampleRequest(), {server.url(), {}});
            QTRY_VERIFY(first.isOver());
        }
        QElapsedTimer clock;
        clock.start();
        Outcome outcome(executor, sampleRequest(), {server.url(), {}});
        QTRY_VERIFY(outcome.isOver());
        const qint64 whole = clock.nsecsElapsed() / 1000;
        const api::Timings &timings = outcome.exchange().timings;
        QCOMPARE(timings.started < 0, reused);
        QCOMPARE(timings.connected < 0, reused);
        QCOMPARE(timings.encrypted, -1);
        qint64 last = 0;
        for (const qint64 mark : {timings.started, timings.connected, timings.requestSent, timings.firstByte, timings.lastByte, timings.finished}) {
            if (mark < 0)
                continue;
            QVERIFY(mark >= last);
            last = mark;
        }
        QVERIFY(timings.requestSent >= 0);
        QVERIFY2(timings.firstByte - timings.requestSent >= 80000, qPrintable(QString::number(timings.firstByte)));
        QVERIFY2(timings.lastByte - timings.firstByte >= 150000, qPrintable(QString::number(timings.lastByte)));
        QVERIFY(timings.finished <= whole);
    }

    void cancelEndsAtOnce_data() { addStops(); }
    void cancelEndsAtOnce()
    {
        QFETCH(StopsAt, where);
        QFETCH(Phase, phase);
        HostileServer server({});
        makeStop(server, where);
        Executor executor;
        Outcome outcome(executor, sampleRequest(bodyFor(where)), {server.url(), "ak_key"});
        QTRY_VERIFY(outcome.phase() == phase);
        if (where == StopsAt::Body)
            QTRY_VERIFY(outcome.progress().last().bytesToReceive == 100);
        QElapsedTimer clock;
        clock.start();
        outcome.cancel();
        QTRY_VERIFY(outcome.isOver());
        QVERIFY(clock.elapsed() < 500);
        QCOMPARE(outcome.fault(), QStringLiteral("cancelled"));
        QCOMPARE(outcome.exchange().timings.lastByte, -1);
        QTEST(outcome.requestHadLeft(), "hadLeft");
        QCOMPARE(outcome.answer().status, where == StopsAt::Body ? 200 : 0);
        QCOMPARE(outcome.answer().body, where == StopsAt::Body ? "0123456789" : "");
        QTRY_VERIFY(outcome.isDeleted());
        QCOMPARE(outcome.ends(), 1);
    }

    void cancelBeforeAnythingSendsNothing()
    {
        HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(HostileServer::answer("{}")); });
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), "ak_key"});
        outcome.cancel();
        QVERIFY(!outcome.isOver()); // never within the call
        outcome.cancel();
        QTRY_VERIFY(outcome.isDeleted());
        QCOMPARE(outcome.ends(), 1);
        QCOMPARE(outcome.fault(), QStringLiteral("cancelled"));
        QVERIFY(!outcome.requestHadLeft());
        QCOMPARE(server.requests().size(), 0);
    }

    void aTimeoutNamesThePhase_data() { addStops(); }
    void aTimeoutNamesThePhase()
    {
        QFETCH(StopsAt, where);
        HostileServer server({});
        makeStop(server, where);
        Executor executor;
        Outcome outcome(executor, sampleRequest(bodyFor(where)), {server.url(), "ak_key"}, {400ms, 1 << 20});
        QTRY_VERIFY(outcome.isOver());
        QCOMPARE(outcome.fault(), QStringLiteral("timedOut"));
        const QString words = where == StopsAt::Reading ? QStringLiteral("not fully sent within 0.4 seconds")
            : where == StopsAt::Body                    ? QStringLiteral("not complete within 0.4 seconds")
                                                        : QStringLiteral("did not answer within 0.4 seconds");
        QVERIFY2(outcome.sentence().contains(words), qPrintable(outcome.sentence()));
        QVERIFY(outcome.sentence().contains(server.url().authority()));
        QTEST(outcome.requestHadLeft(), "hadLeft");
        QVERIFY(outcome.exchange().timings.finished >= 399000);
        QCOMPARE(outcome.answer().body, where == StopsAt::Body ? "0123456789" : "");
    }

    void aRunEndsOnceAndDeletesItself()
    {
        HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(HostileServer::answer("{}")); });
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), {}});
        QCOMPARE(outcome.ends(), 0); // never within start()
        QTRY_VERIFY(outcome.isOver());
        if (!outcome.isDeleted())
            outcome.cancel(); // harmless by now
        QTRY_VERIFY(outcome.isDeleted());
        QCOMPARE(outcome.ends(), 1);
        QCOMPARE(outcome.fault(), QString());
        QCOMPARE(executor.findChildren<executor::ExecutionRun *>().size(), 0);
    }

    void anExecutorMayGoWithRunsOnTheWay()
    {
        HostileServer server([](const auto &, QTcpSocket *) {});
        auto executor = std::make_unique<Executor>();
        Outcome first(*executor, sampleRequest(), {server.url(), {}});
        Outcome second(*executor, sampleRequest(), {server.url(), {}});
        Outcome refused(*executor, sampleRequest(), {server.url(), "a\nb"});
        QTRY_COMPARE(server.requests().size(), 2);
        QTRY_VERIFY(refused.isOver());
        Outcome justStarted(*executor, sampleRequest(), {server.url(), {}});
        executor.reset();
        QTRY_COMPARE(server.findChildren<QTcpSocket *>().size(), 0);
        for (const Outcome *outcome : {&first, &second, &justStarted}) {
            QVERIFY(outcome->isDeleted());
            QCOMPARE(outcome->ends(), 0);
        }
    }

    void twoRunsAreNotMixedUp()
    {
        HostileServer server([](const api::HttpRequest &request, QTcpSocket *socket) {
            const int delay = request.body == "\"slow\"" ? 200 : 0;
            QTimer::singleShot(delay, socket, [socket, body = request.body] { socket->write(HostileServer::answer(body)); });
        });
        Executor executor;
        Outcome slow(executor, sampleRequest("\"slow\""), {server.url(), {}});
        Outcome fast(executor, sampleRequest("\"fast\""), {server.url(), {}});
        QTRY_VERIFY(fast.isOver());
        QVERIFY(!slow.isOver());
        QTRY_VERIFY(slow.isOver());
        QCOMPARE(slow.answer().body, "\"slow\"");
        QCOMPARE(fast.answer().body, "\"fast\"");
    }

    void theLoopLivesDuringALargeAnswer()
    {
        const QByteArray body(20 << 20, 'x');
        HostileServer server([&](const auto &, QTcpSocket *socket) { socket->write(HostileServer::answer(body)); });
        Executor executor;
        const test::LoopTick tick;
        Outcome outcome(executor, sampleRequest(), {server.url(), {}});
        QTRY_VERIFY(outcome.isOver());
        QVERIFY2(outcome.fault().isEmpty(), qPrintable(outcome.sentence()));
        QVERIFY(outcome.answer().body == body);
        QVERIFY2(tick.longestGap() < 250ms, qPrintable(QString::number(tick.longestGap().count())));
    }
};

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
