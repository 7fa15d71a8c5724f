// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/requestlog/requestlog.h"
#include "tests/app/sandbox/rawclient.h"

#include <QTcpServer>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

namespace {

api::RecordedRun run(const char *name, const QByteArray &path, const QByteArray &body, const QByteArray &answer,
    int status = 200, const api::HeaderList &headers = {{"Content-Type", "application/json"}})
{
    api::Exchange exchange;
    exchange.request = {"POST", path, {}, body};
    exchange.answer = {status, {}, headers, answer};
    return {QString::fromLatin1(name), exchange};
}

const QByteArray v2Mail = "/api/v2/actions/GMAIL_SEND_EMAIL/execute";
const QByteArray v3Mail = "/api/v3/tools/execute/GMAIL_SEND_EMAIL";
const QByteArray v2Odd = "/api/v2/actions/NOT_IN_THE_SANDBOX/execute";

// What a customer's program did, as somebody wrote it down.
QList<api::RecordedRun> recorded()
{
    return {
        run("mail:1", v2Mail, R"({"input":{"to":"a@x","n":1},"entityId":"ada"})", "{ \"data\" : 1.10,\r\n\"successful\":true}"),
        run("mail:2", v2Mail, R"({"input":{"to":"b@x","n":1,"cc":"c"},"entityId":"ada"})", R"({"data":"b"})"),
        run("mail:3", v2Mail, R"({"input":{"n":1,"to":"a@x"},"entityId":"bob"})", R"({"data":"bob"})"),
        run("mail:4", v3Mail, R"({"arguments":{"to":"a@x"},"user_id":"ada"})", R"({"data":"v3","successful":true})"),
        run("odd:1", v2Odd, R"({"input":{}})", R"({"message":"wait"})", 429,
            {{"content-type", "application/problem+json"}, {"Retry-After", "7"}, {"Set-Cookie", "a=b"},
                {"Content-Encoding", "gzip"}, {"Date", "Mon"}}),
        run("odd:2", v2Odd, R"({"input":{}})", R"({"data":{},"successful":true})"),
        run("odd:3", v2Odd, R"({"input":{}})", R"({"data":{},"successful":false})"),
        run("page:1", "/pages/of/another/service?x=1", "", "<p>", 200, {{"content-type", "text/html"}}),
    };
}

sandbox::SandboxOptions replaying(QList<api::RecordedRun> runs = recorded())
{
    sandbox::SandboxOptions options;
    options.replay = std::move(runs);
    return options;
}

QByteArray headerOf(const api::HttpAnswer &answer, const char *name)
{
    return api::headerValue(answer.headers, name).value_or(QByteArray("absent"));
}

} // namespace

// Recorded runs answer in place of the actions.
class TestSandboxReplay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheRun_data();
    void findsTheRun();
    void answersByteForByte();
    void playsRepeatedRunsInTheirOrder();
    void namesWhatIsRecorded_data();
    void namesWhatIsRecorded();
    void replaysALostAnswer_data();
    void replaysALostAnswer();
    void laysFaultsOnTop();
    void actsForWhatIsNoExecution();
    void beginsAndEndsWhileItRuns();
};

void TestSandboxReplay::findsTheRun_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("replay"); // the header
    const auto row = [](const char *name, const QByteArray &path, const char *body, const char *replay) {
        QTest::newRow(name) << path << QByteArray(body) << QByteArray(replay);
    };
    row("members in another order", v2Mail, R"({"entityId":"ada", "input": {"n":1,"to":"\u0061@x"}})",
        "exact; run=mail:1; turn=1/1");
    row("the same input of another user", v2Mail, R"({"entityId":"bob","input":{"to":"a@x","n":1}})",
        "exact; run=mail:3; turn=1/1");
    row("a user nobody recorded", v2Mail, R"({"entityId":"eve","input":{"to":"a@x","n":1}})",
        "exact; run=mail:1; turn=1/1");
    row("the nearest input", v2Mail, R"({"entityId":"ada","input":{"to":"b@x","n":1,"cc":"d"}})",
        "nearest; run=mail:2; differences=1; turn=1/1");
    row("between equally near ones the user", v2Mail, R"({"entityId":"bob","input":{"to":"z@x","n":1}})",
        "nearest; run=mail:3; differences=1; turn=1/1");
    row("a lower-case id", "/api/v2/actions/gmail_send_email/execute", R"({"entityId":"ada","input":{"n":1,"to":"a@x"}})",
        "exact; run=mail:1; turn=1/1");
    row("v3 over v3", v3Mail, R"({"arguments":{"to":"a@x"},"user_id":"ada"})", "exact; run=mail:4; turn=1/1");
    row("v3 asked over v3.1", "/api/v3.1/tools/execute/GMAIL_SEND_EMAIL", R"({"arguments":{"to":"a@x"},"user_id":"ada"})",
        "exact; run=mail:4; turn=1/1");
    row("no body at all", v2Mail, "", "nearest; run=mail:1; differences=2; turn=1/1");
}

void TestSandboxReplay::findsTheRun()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, replay);
    const RunningSandbox sandbox(replaying());
    const api::HttpAnswer answer = sandbox.post(path, body);
    QCOMPARE(headerOf(answer, "x-sandbox-replay"), replay);
    quint64 last = 0;
    const auto entries = sandbox.requests().endedAfter(0, &last);
    QCOMPARE(entries.first().replay, replay);
    QVERIFY(sandbox::jsonLine(entries.first()).contains("\"replay\":\"" + replay + '"'));
}

void TestSandboxReplay::answersByteForByte()
{
    const RunningSandbox sandbox(replaying());
    const api::HttpAnswer mail = sandbox.post(v2Mail, R"({"input":{"to":"a@x","n":1},"entityId":"ada"})");
    QCOMPARE(mail.status, 200);
    QCOMPARE(mail.body, QByteArray("{ \"data\" : 1.10,\r\n\"successful\":true}"));
    const api::HttpAnswer odd = sandbox.post(v2Odd, R"({"input":{}})");
    QCOMPARE(odd.status, 429);
    QCOMPARE(odd.body, QByteArray(R"({"message":"wait"})"));
    QCOMPARE(headerOf(odd, "content-type"), QByteArray("application/problem+json"));
    QCOMPARE(headerOf(odd, "retry-after"), QByteArray("7"));
    for (const char *name : {"set-cookie", "content-encoding"})
        QCOMPARE(headerOf(odd, name), QByteArray("absent"));
    QVERIFY(headerOf(odd, "date") != "Mon");
}

void TestSandboxReplay::playsRepeatedRunsInTheirOrder()
{
    const RunningSandbox sandbox(replaying());
    for (const char *replay : {"exact; run=odd:1; turn=1/3", "exact; run=odd:2; turn=2/3", "exact; run=odd:3; turn=3/3",
             "exact; run=odd:1; turn=1/3"})
        QCOMPARE(headerOf(sandbox.post(v2Odd, R"({"input":{}})"), "x-sandbox-replay"), QByteArray(replay));
}

void TestSandboxReplay::namesWhatIsRecorded_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("place"); // of the sentence in the body
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("v2") << QByteArray("/api/v2/actions/SANDBOX_ECHO/execute") << QStringLiteral("message")
                        << QByteArray("No run of SANDBOX_ECHO is recorded.");
    QTest::newRow("v3.1") << QByteArray("/api/v3.1/tools/execute/SANDBOX_ECHO") << QStringLiteral("error.suggested_fix")
                          << QByteArray("Recorded are: GMAIL_SEND_EMAIL, NOT_IN_THE_SANDBOX.");
    QTest::newRow("recorded over v2 only") << QByteArray("/api/v3.1/tools/execute/NOT_IN_THE_SANDBOX")
                                           << QStringLiteral("error.message")
                                           << QByteArray("NOT_IN_THE_SANDBOX was recorded over v2 only, and is asked for over v3.1.");
}

void TestSandboxReplay::namesWhatIsRecorded()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, place);
    QFETCH(QByteArray, says);
    const RunningSandbox sandbox(replaying());
    const api::HttpAnswer answer = sandbox.post(path, "{}");
    QCOMPARE(answer.status, 404);
    QVERIFY2(at(answer.body, place).contains(says), answer.body.constData());
    QCOMPARE(headerOf(answer, "x-sandbox-replay"), QByteArray("none"));
}

void TestSandboxReplay::replaysALostAnswer_data()
{
    QTest::addColumn<api::FaultKind>("kind");
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("the connection broke") << api::FaultKind::ConnectionClosed << true;
    QTest::newRow("the time ran out") << api::FaultKind::TimedOut << false;
}

void TestSandboxReplay::replaysALostAnswer()
{
    QFETCH(api::FaultKind, kind);
    QFETCH(bool, isClosed);
    api::RecordedRun lost = run("lost:1", v2Odd, "{}", {}, 0);
    lost.exchange.fault = api::TransportFault {kind, {}, {}, true};
    const RunningSandbox sandbox(replaying({lost}));
    RawClient client(sandbox.port());
    client.send(RunningSandbox::requestBytes("POST", v2Odd, "{}"));
    QCOMPARE(client.isClosedWithin(400), isClosed);
}

void TestSandboxReplay::laysFaultsOnTop()
{
    sandbox::SandboxOptions options = replaying();
    options.faults = *sandbox::readFaults("status=503@50%,seed=3,text-verdict");
    const RunningSandbox sandbox(options);
    int refused = 0;
    int answered = 0;
    for (int i = 0; i < 20; ++i) {
        const api::HttpAnswer answer = sandbox.post(v3Mail, R"({"arguments":{"to":"a@x"},"user_id":"ada"})");
        refused += int(answer.status == 503);
        answered += int(answer.body == R"({"data":"v3","successfull":"true"})");
    }
    QVERIFY(refused > 0);
    QVERIFY(answered > 0);
    QCOMPARE(refused + answered, 20);
}

void TestSandboxReplay::actsForWhatIsNoExecution()
{
    const RunningSandbox sandbox(replaying());
    QCOMPARE(sandbox.get("/api/v1/apps").status, 200); // nobody recorded it
    api::RecordedRun apps = run("apps:1", "/api/v1/apps", {}, R"({"items":[]})");
    apps.exchange.request.method = "GET";
    const RunningSandbox other(replaying({apps}));
    QCOMPARE(other.get("/api/v1/apps").body, QByteArray(R"({"items":[]})"));
    QVERIFY(other.get("/api/v1/apps?category=x").body != R"({"items":[]})");
    RawClient stranger(other.port());
    stranger.send(RunningSandbox::requestBytes("GET", "/api/v1/apps", {}, "x-api-key: wrong\r\n"));
    QCOMPARE(stranger.read().status, 401); // the key is asked for all the same
}

void TestSandboxReplay::beginsAndEndsWhileItRuns()
{
    sandbox::Sandbox sandbox;
    QSignalSpy started(&sandbox, &sandbox::Sandbox::started);
    sandbox::SandboxOptions options;
    options.apiKey = "test-key";
    sandbox.start(options);
    QVERIFY(started.wait(10000));
    const auto port = quint16(started.first().first().value<sandbox::SandboxAddress>().url.port());
    const auto echo = [&](quint16 to) {
        RawClient client(to);
        client.send(RunningSandbox::requestBytes("POST", "/api/v2/actions/SANDBOX_ECHO/execute", "{}"));
        return client.read();
    };
    QCOMPARE(echo(port).status, 200);
    sandbox.setReplay(recorded());
    QTRY_COMPARE(echo(port).status, 404);
    sandbox.setReplay(std::nullopt);
    QTRY_COMPARE(echo(port).status, 200);
    sandbox.setFaults(*sandbox::readFaults("status=503"));
    QTRY_COMPARE(echo(port).status, 503);
    sandbox.setFaults({});
    QTRY_COMPARE(echo(port).status, 200);

    QSignalSpy moved(&sandbox, &sandbox::Sandbox::moved);
    sandbox.moveTo(0);
    QVERIFY(moved.wait(10000));
    const auto next = quint16(moved.first().first().value<sandbox::SandboxAddress>().url.port());
    QVERIFY(next != port);
    QCOMPARE(echo(next).status, 200);
    QCOMPARE(echo(port).status, 0); // nobody listens there any more
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    QSignalSpy refused(&sandbox, &sandbox::Sandbox::moveRefused);
    sandbox.moveTo(taken.serverPort());
    QVERIFY(refused.wait(10000));
    QCOMPARE(echo(next).status, 200);
}

QTEST_GUILESS_MAIN(TestSandboxReplay)
#include "tst_sandboxreplay.moc"
