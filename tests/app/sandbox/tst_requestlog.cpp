// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/requestlog/requestlog.h"
#include "tests/app/sandbox/rawclient.h"

#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;
using sandbox::LoggedRequest;

// What a client sent, as the sandbox remembers it.
class TestRequestLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersWhatWasSentAndAnswered();
    void tellsOnlyWhatIsNew();
    void remembersWhatHadNoAnswer();
    void remembersWhatWasNoRequest_data();
    void remembersWhatWasNoRequest();
    void keepsTheBeginningOfWhatIsLong();
    void keepsTheLastOnes();
    void hidesSecrets_data();
    void hidesSecrets();
    void writesLines();
    void losesNoByteOfAnAnswer_data();
    void losesNoByteOfAnAnswer();
    void saysWhichFaultStruck();
    void saysThatAFileCannotBeWritten();
};

namespace {

QList<LoggedRequest> entriesOf(const RunningSandbox &sandbox)
{
    quint64 last = 0;
    return sandbox.requests().endedAfter(0, &last);
}

} // namespace

void TestRequestLog::remembersWhatWasSentAndAnswered()
{
    const RunningSandbox sandbox;
    const QDateTime before = QDateTime::currentDateTimeUtc();
    (void)sandbox.executeV2("SANDBOX_ECHO", R"({"input":{"n":1.10}})");
    (void)sandbox.get("/api/v1/apps/none?additionalFields=auth_schemes");
    const QList<LoggedRequest> entries = entriesOf(sandbox);
    QCOMPARE(entries.size(), 2);
    const LoggedRequest &first = entries.first();
    QCOMPARE(first.number, quint64(1));
    QVERIFY(first.time >= before);
    QCOMPARE(first.request.method, QByteArray("POST"));
    QCOMPARE(first.request.path, QByteArray("/api/v2/actions/SANDBOX_ECHO/execute"));
    QCOMPARE(first.request.body, QByteArray(R"({"input":{"n":1.10}})"));
    QCOMPARE(first.status, 200);
    QCOMPARE(at(first.answer, QStringLiteral("data.input")), QByteArray(R"({"n":1.10})"));
    QCOMPARE(first.answerSize, qint64(first.answer.size()));
    QCOMPARE(entries.last().request.path, QByteArray("/api/v1/apps/none?additionalFields=auth_schemes"));
    QCOMPARE(entries.last().status, 404);
}

void TestRequestLog::tellsOnlyWhatIsNew()
{
    const RunningSandbox sandbox;
    quint64 last = 0;
    (void)sandbox.executeV2("SANDBOX_ECHO", "{}");
    QCOMPARE(sandbox.requests().endedAfter(0, &last).size(), 1);
    QCOMPARE(sandbox.requests().endedAfter(last, &last).size(), 0);
    (void)sandbox.executeV3("SANDBOX_ECHO", "{}");
    const QList<LoggedRequest> fresh = sandbox.requests().endedAfter(last, &last);
    QCOMPARE(fresh.size(), 1);
    QCOMPARE(fresh.first().number, quint64(2));
}

void TestRequestLog::remembersWhatHadNoAnswer()
{
    const RunningSandbox sandbox;
    RawClient client(sandbox.port());
    client.send(RunningSandbox::requestBytes(
        "POST", "/api/v2/actions/SANDBOX_WAIT/execute", R"({"input":{"milliseconds":60000}})"));
    QVERIFY(entriesOf(sandbox).isEmpty());
    client.close(); // the person pressed Cancel
    QTRY_COMPARE(entriesOf(sandbox).size(), 1);
    QCOMPARE(entriesOf(sandbox).first().status, 0);
    QVERIFY(sandbox::jsonLine(entriesOf(sandbox).first()).contains("\"status\":null"));
}

void TestRequestLog::remembersWhatWasNoRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray() << 400;
    QTest::newRow("two lengths") << QByteArray("POST /api/v2/x HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")
                                 << QByteArray("/api/v2/x") << 400;
    QTest::newRow("200 MB") << QByteArray("POST /api/v3/x HTTP/1.1\r\nContent-Length: 209715200\r\n\r\n")
                            << QByteArray("/api/v3/x") << 413;
    QTest::newRow("a flood of headers")
        << "GET /api/v2/x HTTP/1.1\r\n" + QByteArray("a: b\r\n").repeated(500) + "\r\n" << QByteArray("/api/v2/x") << 400;
}

void TestRequestLog::remembersWhatWasNoRequest()
{
    QFETCH(const QByteArray, bytes);
    const RunningSandbox own;
    RawClient client(own.port());
    client.send(bytes);
    QTEST(client.read().status, "status");
    quint64 last = 0;
    const QList<sandbox::LoggedRequest> entries = own.requests().endedAfter(0, &last);
    QCOMPARE(entries.size(), 1);
    QTEST(entries.first().status, "status");
    QTEST(entries.first().request.path, "path");
    QVERIFY(entries.first().answer.contains("message"));
}

void TestRequestLog::keepsTheBeginningOfWhatIsLong()
{
    const RunningSandbox sandbox;
    const QByteArray body = R"({"input":{"text":")" + QByteArray(300'000, 'x') + R"("}})";
    (void)sandbox.executeV2("SANDBOX_ECHO", body);
    const LoggedRequest entry = entriesOf(sandbox).first();
    QCOMPARE(entry.requestSize, qint64(body.size()));
    QCOMPARE(entry.request.body, body.first(LoggedRequest::mostKept));
    QCOMPARE(entry.answer.size(), LoggedRequest::mostKept);
    QVERIFY(entry.answerSize > 2 * body.size());
}

void TestRequestLog::keepsTheLastOnes()
{
    sandbox::RequestLog log;
    constexpr auto most = quint64(sandbox::RequestLog::mostEntries);
    for (quint64 i = 0; i < most + 5; ++i) {
        sandbox::Exchange exchange {sandbox::Request {}};
        log.watch(exchange);
        exchange.answer({});
    }
    quint64 last = 0;
    const QList<LoggedRequest> entries = log.endedAfter(0, &last);
    QCOMPARE(entries.size(), qsizetype(most));
    QCOMPARE(entries.first().number, quint64(6));
    QCOMPARE(last, most + 5);
}

void TestRequestLog::hidesSecrets_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *name, const QByteArray &headers, const QByteArray &body,
                         const QByteArray &path = "/api/v2/actions/SANDBOX_ECHO/execute") {
        QTest::newRow(name) << headers << body << path;
    };
    row("the key", "x-api-key: planted-secret-1\r\n", "{}");
    row("the key in a header of an SDK", "common: {\"x-api-key\":\"planted-secret-1\"}\r\n", "{}");
    row("a bearer token", "Authorization: Bearer planted-secret-1\r\n", "{}");
    row("a cookie", "Cookie: session=planted-secret-1\r\n", "{}");
    row("the key again in the body", "x-api-key: planted-secret-1\r\n", R"({"text":"use planted-secret-1"})");
    row("own credentials, v2", "",
        R"({"authConfig":{"parameters":[{"name":"k","in":"header","value":"planted-secret-1"}]}})");
    row("own credentials, v3", "",
        R"({"custom_auth_params":{"parameters":[{"name":"k","in":"header","value":"planted-secret-1"}]}})");
    row("own connection", "", R"({"custom_connection_data":{"val":{"token":"planted-secret-1"}}})");
    row("own credentials in a body that breaks off", "",
        R"({"authConfig":{"parameters":[{"name":"k","in":"header","value":"planted-secret-1")");
    row("own credentials that are no object", "", R"({"authConfig":"planted-secret-1"})");
    row("a new connection, v1", "", R"({"integrationId":"x","data":{"api_key":"planted-secret-1"}})", "/api/v1/connectedAccounts");
    row("a new connection, v2", "",
        R"({"app":{"uniqueKey":"stripe"},"config":{"integrationSecrets":{"client_secret":"planted-secret-1"}},"connection":{"initiateData":{"api_key":"planted-secret-1"}}})",
        "/api/v2/connectedAccounts/initiateConnection");
    row("a new connection, v3", "",
        R"({"auth_config":{"id":"x"},"connection":{"state":{"val":{"api_key":"planted-secret-1"}},"data":{"k":"planted-secret-1"}}})",
        "/api/v3/connected_accounts");
    row("a new connection by link", "", R"({"auth_config_id":"x","user_id":"u","connection_data":{"api_key":"planted-secret-1"}})",
        "/api/v3.1/connected_accounts/link");
    row("a new auth config", "",
        R"({"toolkit":{"slug":"github"},"auth_config":{"type":"use_custom_auth","authScheme":"OAUTH2","credentials":{"client_secret":"planted-secret-1"}}})",
        "/api/v3/auth_configs");
    row("a new integration", "", R"({"name":"n","appName":"github","authConfig":{"client_secret":"planted-secret-1"}})",
        "/api/v1/integrations");
}

void TestRequestLog::hidesSecrets()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(const QByteArray, path);
    const RunningSandbox sandbox;
    RawClient client(sandbox.port());
    const QByteArray key = headers.contains("x-api-key: ") ? QByteArray() : QByteArray("x-api-key: test-key\r\n");
    client.send(RunningSandbox::requestBytes("POST", path, body, key + headers));
    (void)client.read();
    const QByteArray line = sandbox::jsonLine(entriesOf(sandbox).first());
    QVERIFY2(!line.contains("planted-secret"), line.constData());
    QVERIFY2(!line.contains("test-key"), line.constData());
    QVERIFY(line.contains("redacted:"));
    QVERIFY(json::Document::parse(line.trimmed()).isValid());
}

void TestRequestLog::writesLines()
{
    const QTemporaryDir folder;
    sandbox::SandboxOptions options;
    options.logFile = folder.filePath(QStringLiteral("requests.jsonl"));
    for (int start = 0; start < 2; ++start) {
        const RunningSandbox sandbox(options);
        (void)sandbox.executeV2("SANDBOX_ECHO", "{\n\"input\": {}\n}");
    }
    QFile file(options.logFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2); // appended
    for (const QByteArray &line : lines) {
        QCOMPARE(at(line, QStringLiteral("path")), QByteArray("\"/api/v2/actions/SANDBOX_ECHO/execute\""));
        QCOMPARE(at(line, QStringLiteral("body.input")), QByteArray("{}"));
        QCOMPARE(at(line, QStringLiteral("status")), QByteArray("200"));
        QCOMPARE(at(line, QStringLiteral("answer.successful")), QByteArray("true"));
    }
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestRequestLog::losesNoByteOfAnAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    for (const char *answer : {"", "{}", " {\"a\" : 1.10}", "{\n}", "\"text\"", "no JSON", "\xff\xfe", "[1] "})
        QTest::newRow(answer) << QByteArray(answer);
}

void TestRequestLog::losesNoByteOfAnAnswer()
{
    QFETCH(QByteArray, answer);
    const QByteArray line = sandbox::jsonLine({.answer = answer});
    QCOMPARE(line.count('\n'), 1);
    const json::Document document = json::Document::parse(line);
    QVERIFY(document.isValid());
    const json::Value plain = document.root().member(u"answer");
    const json::Value exact = document.root().member(u"answerBase64");
    const QByteArray shown = plain.isString() ? plain.toString().toUtf8() : plain.raw().toByteArray();
    QCOMPARE(exact.isValid() ? QByteArray::fromBase64(exact.toString().toLatin1()) : shown, answer);
}

void TestRequestLog::saysWhichFaultStruck()
{
    sandbox::SandboxOptions options;
    options.faults = *sandbox::readFaults("latency=60000");
    const RunningSandbox sandbox(options);
    (void)sandbox.get("/api/v1/apps");
    QCOMPARE(entriesOf(sandbox).first().faults, QByteArray());
    RawClient client(sandbox.port());
    client.send(RunningSandbox::requestBytes("POST", "/api/v2/actions/SANDBOX_ECHO/execute", "{}"));
    QVERIFY(!client.isClosedWithin(50)); // it is waiting
    client.close(); // before there was an answer
    QTRY_COMPARE(entriesOf(sandbox).size(), 2);
    QCOMPARE(entriesOf(sandbox).last().faults, QByteArray("latency=60000"));
    QVERIFY(sandbox::jsonLine(entriesOf(sandbox).last()).contains(R"("faults":"latency=60000")"));
}

void TestRequestLog::saysThatAFileCannotBeWritten()
{
    const QTemporaryDir folder;
    sandbox::RequestLog log;
    const auto opened = log.openFile(folder.path());
    QVERIFY(!opened);
    QVERIFY(opened.error().sentence.contains(folder.path()));
}

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
