// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/sandbox/rawclient.h"

#include "app/sandbox/requestlog/requestlog.h"

#include <QElapsedTimer>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

namespace {

const QByteArray v2Echo = "/api/v2/actions/SANDBOX_ECHO/execute";
const QByteArray v3Echo = "/api/v3.1/tools/execute/SANDBOX_ECHO";

QByteArray bodyFor(const QByteArray &path) { return path == v2Echo ? R"({"input":{"n":1}})" : R"({"arguments":{"n":1}})"; }

// Everything the server sends until it closes the connection or `milliseconds` pass without a byte.
struct RawAnswer
{
    QByteArray bytes;
    bool isClosed = false;
    bool isReset = false;
};

RawAnswer askRaw(const RunningSandbox &sandbox, const QByteArray &path, const QByteArray &faults, int milliseconds = 5000)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), sandbox.port());
    socket.waitForConnected(5000);
    socket.write(RunningSandbox::requestBytes(
        "POST", path, bodyFor(path), "x-api-key: test-key\r\nx-sandbox-fault: " + faults + "\r\n"));
    RawAnswer answer;
    while (socket.waitForReadyRead(milliseconds))
        answer.bytes += socket.readAll();
    answer.bytes += socket.readAll();
    answer.isClosed = socket.state() == QAbstractSocket::UnconnectedState;
    answer.isReset = answer.isClosed && socket.error() != QAbstractSocket::RemoteHostClosedError;
    return answer;
}

api::HttpAnswer ask(const RunningSandbox &sandbox, const QByteArray &path, const QByteArray &faults)
{
    RawClient client(sandbox.port());
    client.send(RunningSandbox::requestBytes(
        "POST", path, bodyFor(path), "x-api-key: test-key\r\nx-sandbox-fault: " + faults + "\r\n"));
    return client.read();
}

qsizetype issueCount(const RunningSandbox &sandbox)
{
    const auto answer = sandbox.executeV2("GITHUB_LIST_REPOSITORY_ISSUES",
        R"({"entityId":"default","input":{"owner":"octocat","repo":"Hello-World","state":"all","per_page":100}})");
    const json::Document document = json::Document::parse(answer.body);
    json::Value list = document.root().member(u"data");
    while (list.isValid() && !list.isArray())
        list = list.firstChild();
    return list.count();
}

sandbox::SandboxOptions withFaults(const QByteArray &text)
{
    sandbox::SandboxOptions options;
    options.faults = *sandbox::readFaults(text);
    return options;
}

} // namespace

// Failures on purpose, as a client meets them on the wire.
class TestSandboxFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInstead_data();
    void answersInstead();
    void spoilsAnAnswer_data();
    void spoilsAnAnswer();
    void drawsARateForEachRequest_data();
    void drawsARateForEachRequest();
    void drawsAJitterForEachRequest();
    void waits();
    void dripsTheBody();
    void neverAnswers();
    void breaksTheConnection_data();
    void breaksTheConnection();
    void executesOrNot_data();
    void executesOrNot();
    void refusesAFaultItDoesNotKnow_data();
    void refusesAFaultItDoesNotKnow();
    void removesTheOldVersionsOnly();
    void leavesOtherPathsAlone();
    void servesOnAfterEveryFault();
};

void TestSandboxFaults::answersInstead_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("faults");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("place"); // of a value in the body, or empty for the whole body
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const QByteArray &name, const QByteArray &path, const char *faults, int status,
                         const char *place, const char *value) {
        QTest::newRow(name.constData()) << path << QByteArray(faults) << status << QString::fromLatin1(place) << QByteArray(value);
    };
    row("status, v2", v2Echo, "status=503", 503, "status", "503");
    row("status, v3.1", v3Echo, "status=422", 422, "error.status", "422");
    const QByteArray v1Path = "/api/v1/connectedAccounts";
    const QByteArray v3Path = "/api/v3/tools/execute/SANDBOX_ECHO";
    for (const QByteArray &old : {v1Path, v2Echo}) {
        const QByteArray name = old == v2Echo ? ", v2" : ", v1";
        row("status 400" + name, old, "status=400", 400, "type", "\"BadRequestError\"");
        row("status 400 names a place" + name, old, "status=400", 400, "details.0.constraints.fault",
            "\"The sandbox answers 400 because a fault asks for it.\"");
        row("status 401" + name, old, "status=401", 401, "type", "\"UnauthorizedError\"");
        row("status 403" + name, old, "status=403", 403, "type", "\"ForbiddenError\"");
        row("status 404" + name, old, "status=404", 404, "type", "\"NotFoundError\"");
        row("status 408" + name, old, "status=408", 408, "type", "\"RequestTimeoutError\"");
        row("status 410" + name, old, "status=410", 410, "message", "\"This version of the API is gone.\"");
        row("status 422" + name, old, "status=422", 422, "type", "\"HttpError\"");
        row("status 422 has no details" + name, old, "status=422", 422, "details", "");
        row("status 429" + name, old, "status=429", 429, "message",
            "\"Rate limit exceeded. Limit: 2000 requests per 1 minutes\"");
        row("status 500" + name, old, "status=500", 500, "type", "\"InternalServerError\"");
    }
    for (const QByteArray &recent : {v3Path, v3Echo}) {
        const QByteArray name = recent == v3Echo ? ", v3.1" : ", v3";
        row("status 400" + name, recent, "status=400", 400, "error.slug", "\"ActionExecute_ValidationError\"");
        row("status 400 names a place" + name, recent, "status=400", 400, "error.errors.0",
            "\"payload.fault: The sandbox answers 400 because a fault asks for it.\"");
        row("status 401" + name, recent, "status=401", 401, "error.slug", "\"HTTP_Unauthorized\"");
        row("status 403" + name, recent, "status=403", 403, "error.slug", "\"HTTP_Forbidden\"");
        row("status 404" + name, recent, "status=404", 404, "error.slug", "\"HTTP_NotFound\"");
        row("status 422" + name, recent, "status=422", 422, "error.slug", "\"ActionExecute_ConnectedAccountNotFound\"");
        row("status 429" + name, recent, "status=429", 429, "error", "");
        row("status 503" + name, recent, "status=503", 503, "error.code", "10503");
    }
    row("rate limit has no error object", v3Echo, "rate-limit=7", 429, "message",
        "\"Rate limit exceeded. Limit: 2000 requests per 1 minutes\"");
    row("removed, for old clients", v2Echo, "removed", 410, "message", "\"This version of the API is gone.\"");
    row("removed, for new ones", v2Echo, "removed", 410, "error.code", "10410");
    row("unsuccessful, v2", v2Echo, "unsuccessful=403", 200, "successfull", "false");
    row("unsuccessful, v3.1", v3Echo, "unsuccessful=403", 200, "data.status_code", "403");
    row("unsuccessful, v3.1 has no twin", v3Echo, "unsuccessful", 200, "successfull", "");
    row("empty", v2Echo, "empty", 200, "", "");
    row("empty with a status", v2Echo, "empty=500", 500, "", "");
    row("large", v2Echo, "large=1", 200, "data.megabytes", "1");
}

void TestSandboxFaults::answersInstead()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, faults);
    QFETCH(int, status);
    QFETCH(QString, place);
    QFETCH(QByteArray, value);
    const RunningSandbox sandbox;
    const auto answer = ask(sandbox, path, faults);
    QCOMPARE(answer.status, status);
    QCOMPARE(place.isEmpty() ? answer.body : at(answer.body, place), value);
    if (status == 429)
        QCOMPARE(api::headerValue(answer.headers, "retry-after"), QByteArray(faults.startsWith("rate") ? "7" : "30"));
}

void TestSandboxFaults::spoilsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("faults");
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<QByteArray>("successful");
    QTest::addColumn<QByteArray>("successfull");
    QTest::addColumn<QByteArray>("input"); // where it should be
    QTest::newRow("none") << QByteArray("latency=0") << true << QByteArray("true") << QByteArray("true")
                          << QByteArray(R"({"n":1})");
    QTest::newRow("no verdict") << QByteArray("no-verdict") << true << QByteArray() << QByteArray()
                                << QByteArray(R"({"n":1})");
    QTest::newRow("as text") << QByteArray("text-verdict") << true << QByteArray() << QByteArray("\"true\"")
                             << QByteArray(R"({"n":1})");
    QTest::newRow("disagree") << QByteArray("disagree") << true << QByteArray("false") << QByteArray("true")
                              << QByteArray(R"({"n":1})");
    QTest::newRow("nested") << QByteArray("nested") << true << QByteArray("true") << QByteArray("true") << QByteArray();
    QTest::newRow("half of the JSON") << QByteArray("invalid-json") << false << QByteArray() << QByteArray()
                                      << QByteArray();
    QTest::newRow("no UTF-8") << QByteArray("invalid-utf8") << false << QByteArray() << QByteArray() << QByteArray();
}

void TestSandboxFaults::spoilsAnAnswer()
{
    QFETCH(QByteArray, faults);
    QFETCH(bool, isJson);
    const RunningSandbox sandbox;
    const auto answer = ask(sandbox, v2Echo, faults);
    QCOMPARE(answer.status, 200);
    QCOMPARE(json::Document::parse(answer.body).isValid(), isJson);
    if (!isJson)
        return;
    QTEST(at(answer.body, QStringLiteral("successful")), "successful");
    QTEST(at(answer.body, QStringLiteral("successfull")), "successfull");
    QTEST(at(answer.body, QStringLiteral("data.input")), "input");
    if (faults == "nested")
        QCOMPARE(at(answer.body, QStringLiteral("data.response_data.input")), QByteArray(R"({"n":1})"));
}

namespace {

QList<int> statusesOf(const RunningSandbox &sandbox, const QByteArray &faults, int count)
{
    QList<int> statuses;
    for (int i = 0; i < count; ++i)
        statuses.append(ask(sandbox, v2Echo, faults).status);
    return statuses;
}

} // namespace

void TestSandboxFaults::drawsARateForEachRequest_data()
{
    QTest::addColumn<QByteArray>("faults");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("never") << QByteArray("status=503@0%") << 0 << 0;
    QTest::newRow("three of ten") << QByteArray("status=503@30%") << 8 << 28;
    QTest::newRow("nine of ten") << QByteArray("status=503@90%") << 44 << 59;
    QTest::newRow("always") << QByteArray("status=503") << 60 << 60;
}

void TestSandboxFaults::drawsARateForEachRequest()
{
    QFETCH(QByteArray, faults);
    QFETCH(int, least);
    QFETCH(int, most);
    constexpr int count = 60;
    const RunningSandbox sandbox;
    const QList<int> statuses = statusesOf(sandbox, faults, count);
    const auto struck = statuses.count(503);
    QVERIFY2(struck >= least && struck <= most, qPrintable(QString::number(struck)));
    const RunningSandbox another;
    QCOMPARE(statusesOf(another, faults, count), statuses); // the seed repeats the series
    if (least > 0 && most < count)
        QVERIFY(statusesOf(another, faults + ",seed=2", count) != statuses);
}

void TestSandboxFaults::drawsAJitterForEachRequest()
{
    const RunningSandbox sandbox;
    for (int i = 0; i < 6; ++i)
        QCOMPARE(ask(sandbox, v2Echo, "jitter=8").status, 200);
    QSet<QByteArray> drawn;
    quint64 last = 0;
    for (const sandbox::LoggedRequest &logged : sandbox.requests().endedAfter(0, &last))
        drawn.insert(logged.faults);
    QVERIFY2(drawn.size() > 1, qPrintable(QString::number(drawn.size())));
}

void TestSandboxFaults::waits()
{
    const RunningSandbox sandbox;
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(ask(sandbox, v2Echo, "latency=300").status, 200);
    QVERIFY2(clock.elapsed() >= 300, qPrintable(QString::number(clock.elapsed())));
}

void TestSandboxFaults::dripsTheBody()
{
    const RunningSandbox sandbox;
    const QByteArray whole = ask(sandbox, v2Echo, "latency=0").body;
    QElapsedTimer clock;
    clock.start();
    const auto answer = ask(sandbox, v2Echo, "drip=400");
    QCOMPARE(answer.body, whole);
    const qint64 least = whole.size() * 1000 / 400 - 200;
    QVERIFY2(clock.elapsed() >= least, qPrintable(QString::number(clock.elapsed())));
}

void TestSandboxFaults::neverAnswers()
{
    const RunningSandbox sandbox;
    const RawAnswer answer = askRaw(sandbox, v2Echo, "hang", 300);
    QCOMPARE(answer.bytes, QByteArray());
    QVERIFY(!answer.isClosed);
}

void TestSandboxFaults::breaksTheConnection_data()
{
    QTest::addColumn<QByteArray>("faults");
    QTest::addColumn<bool>("hasHead");
    QTest::addColumn<bool>("isReset");
    QTest::newRow("before") << QByteArray("reset-before") << false << true;
    QTest::newRow("after") << QByteArray("reset-after") << false << true;
    QTest::newRow("during") << QByteArray("reset-during") << true << true;
    QTest::newRow("inside a chunk") << QByteArray("cut-chunk") << true << false;
}

void TestSandboxFaults::breaksTheConnection()
{
    QFETCH(QByteArray, faults);
    QFETCH(bool, hasHead);
    QFETCH(bool, isReset);
    const RunningSandbox sandbox;
    const RawAnswer answer = askRaw(sandbox, v2Echo, faults);
    QVERIFY(answer.isClosed);
    QCOMPARE(answer.bytes.startsWith("HTTP/1.1 200"), hasHead);
    QVERIFY(!answer.bytes.endsWith("0\r\n\r\n"));
    // Qt tells a reset as the other side's close, too, where bytes came before; without any it is told apart by them.
    if (isReset && !hasHead)
        QCOMPARE(answer.bytes, QByteArray());
}

void TestSandboxFaults::executesOrNot_data()
{
    QTest::addColumn<QByteArray>("faults");
    QTest::addColumn<int>("added");
    for (const char *faults : {"reset-after", "reset-during", "cut-chunk", "invalid-json", "no-verdict"})
        QTest::newRow(faults) << QByteArray(faults) << 1;
    for (const char *faults : {"reset-before", "status=500", "rate-limit", "removed", "html", "empty", "unsuccessful"})
        QTest::newRow(faults) << QByteArray(faults) << 0;
}

void TestSandboxFaults::executesOrNot()
{
    QFETCH(QByteArray, faults);
    QFETCH(int, added);
    const RunningSandbox sandbox;
    const qsizetype before = issueCount(sandbox);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), sandbox.port());
    QVERIFY(socket.waitForConnected(5000));
    socket.write(RunningSandbox::requestBytes("POST", "/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute",
        R"({"entityId":"default","input":{"owner":"octocat","repo":"Hello-World","title":"t"}})",
        "x-api-key: test-key\r\nconnection: close\r\nx-sandbox-fault: " + faults + "\r\n"));
    if (socket.state() != QAbstractSocket::UnconnectedState)
        QVERIFY(socket.waitForDisconnected(10000));
    QCOMPARE(issueCount(sandbox) - before, qsizetype(added));
}

void TestSandboxFaults::refusesAFaultItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("placeOfId");
    QTest::addColumn<QString>("placeOfHint");
    const QString hint = QStringLiteral("error.suggested_fix");
    const QString id = QStringLiteral("error.request_id");
    QTest::newRow("v1") << QByteArray("/api/v1/apps") << QStringLiteral("requestId") << QStringLiteral("message");
    QTest::newRow("v2") << v2Echo << QStringLiteral("requestId") << QStringLiteral("message");
    QTest::newRow("v3") << QByteArray("/api/v3/tools/execute/SANDBOX_ECHO") << id << hint;
    QTest::newRow("v3.1") << v3Echo << id << hint;
    QTest::newRow("no version") << QByteArray("/health") << id << hint;
}

void TestSandboxFaults::refusesAFaultItDoesNotKnow()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, placeOfId);
    QFETCH(QString, placeOfHint);
    const RunningSandbox sandbox;
    const auto answer = ask(sandbox, path, "explode");
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.contains("explode"));
    QVERIFY2(at(answer.body, placeOfId).size() > 2, answer.body.constData());
    QVERIFY2(at(answer.body, placeOfHint).contains("Write it as name=number@rate%"), answer.body.constData());
}

void TestSandboxFaults::removesTheOldVersionsOnly()
{
    const RunningSandbox sandbox(withFaults("removed:all"));
    QCOMPARE(sandbox.executeV2("SANDBOX_ECHO", "{}").status, 410);
    QCOMPARE(sandbox.get("/api/v1/apps").status, 410);
    QCOMPARE(sandbox.executeV3("SANDBOX_ECHO", "{}").status, 200);
    QCOMPARE(sandbox.get("/api/v3/tools/SANDBOX_ECHO").status, 200);
    QCOMPARE(sandbox.get("/health").status, 200);
    QCOMPARE(ask(sandbox, v3Echo, "removed").status, 200);
}

void TestSandboxFaults::leavesOtherPathsAlone()
{
    const RunningSandbox sandbox(withFaults("status=500"));
    QCOMPARE(sandbox.executeV2("SANDBOX_ECHO", "{}").status, 500);
    QCOMPARE(sandbox.executeV3("SANDBOX_ECHO", "{}").status, 500);
    QCOMPARE(sandbox.get("/api/v2/actions/SANDBOX_ECHO").status, 200);
    const RunningSandbox broken(withFaults("status=500:all"));
    QCOMPARE(broken.get("/api/v2/actions/SANDBOX_ECHO").status, 500);
}

void TestSandboxFaults::servesOnAfterEveryFault()
{
    const RunningSandbox sandbox;
    for (const char *faults : {"reset-before", "reset-during", "reset-after", "cut-chunk", "wrong-length=10",
             "wrong-length=-10", "invalid-json", "invalid-utf8", "html", "empty"}) {
        (void)askRaw(sandbox, v2Echo, faults, 200);
        QCOMPARE(sandbox.executeV2("SANDBOX_ECHO", "{}").status, 200);
    }
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandboxfaults.moc"
