// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/wire.h"
#include "app/api/wirereader.h"

#include <QTest>

using namespace actionscope;

// The way back from the wire to a request.
class TestWireReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten_data();
    void readsWhatWasWritten();
    void readsWhatOthersWrite_data();
    void readsWhatOthersWrite();
    void passesOverWhatExecutesNothing_data();
    void passesOverWhatExecutesNothing();
    void keepsTheActionOfABrokenBody_data();
    void keepsTheActionOfABrokenBody();
};

void TestWireReader::readsWhatWasWritten_data()
{
    QTest::addColumn<api::ApiVersion>("version");
    for (const api::ApiVersion version : {api::ApiVersion::V2, api::ApiVersion::V3, api::ApiVersion::V31})
        QTest::newRow(qPrintable(api::versionName(version))) << version;
}

void TestWireReader::readsWhatWasWritten()
{
    QFETCH(api::ApiVersion, version);
    api::ExecuteRequest request;
    request.actionId = QStringLiteral("A/B C_É");
    request.entityId = QStringLiteral("user \"1\"");
    request.connectedAccountId = QStringLiteral("ca_1");
    request.input = "{ \"z\": 12345678901234567890, \"z\":1.10,\n\"e\":\"\\u0041\" }";
    request.authConfig = "{\"parameters\":[{\"name\":\"k\",\"in\":\"header\",\"value\":\"v\"}]}";
    request.version = QStringLiteral("latest");
    if (version == api::ApiVersion::V2) {
        request.appName = QStringLiteral("github");
        request.text = QStringLiteral("do it");
        request.customDescription = QStringLiteral("c");
        request.systemPrompt = QStringLiteral("s");
        request.sessionInfo = "{\"sessionId\":null}";
    }
    const auto read = api::readExecution(api::toWire(request, version).request);
    QVERIFY(read);
    QCOMPARE(read->request, request);
    QCOMPARE(read->version, version);
    QCOMPARE(read->leftOut, QStringList());
}

void TestWireReader::readsWhatOthersWrite_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<api::ExecuteRequest>("request");
    QTest::addColumn<QStringList>("leftOut");
    const QByteArray v2 = "/api/v2/actions/X/execute";
    const QByteArray v3 = "/api/v3.1/tools/execute/X";
    QTest::newRow("nulls, as Python sends them")
        << v2 << QByteArray(R"({"connectedAccountId":null,"text":null,"input":{"a":1},"authConfig":null})")
        << api::ExecuteRequest {.actionId = QStringLiteral("X"), .input = R"({"a":1})"} << QStringList();
    QTest::newRow("bookkeeping of an SDK")
        << v2 << QByteArray(R"({"allowTracing":false,"sessionInfo":{},"input":{}})")
        << api::ExecuteRequest {.actionId = QStringLiteral("X"), .input = "{}", .sessionInfo = "{}"}
        << QStringList {QStringLiteral("allowTracing")};
    QTest::newRow("the old name of the user")
        << v3 << QByteArray(R"({"entity_id":"u"})")
        << api::ExecuteRequest {.actionId = QStringLiteral("X"), .entityId = QStringLiteral("u")} << QStringList();
    QTest::newRow("a text that is none")
        << v3 << QByteArray(R"({"user_id":7})") << api::ExecuteRequest {.actionId = QStringLiteral("X")}
        << QStringList {QStringLiteral("user_id")};
    QTest::newRow("a query") << v3 + "?trace=1" << QByteArray("{}")
                             << api::ExecuteRequest {.actionId = QStringLiteral("X")} << QStringList();
}

void TestWireReader::readsWhatOthersWrite()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const auto read = api::readExecution({"POST", path, {}, body});
    QVERIFY(read);
    QTEST(read->request, "request");
    QTEST(read->leftOut, "leftOut");
}

void TestWireReader::passesOverWhatExecutesNothing_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *method, const char *path) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path);
    };
    row("GET", "/api/v2/actions/X/execute");
    row("POST", "/api/v2/actions/X/execute/get.inputs");
    row("POST", "/api/v2/actions//execute");
    row("POST", "/api/v3/tools/execute/proxy");
    row("POST", "/api/v3.1/tools/execute/X/input");
    row("POST", "/api/v4/tools/execute/X");
    row("POST", "/api/v3/actions/X/execute");
    row("POST", "/");
    row("POST", "");
}

void TestWireReader::passesOverWhatExecutesNothing()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QVERIFY(!api::readExecution({method, path, {}, "{}"}));
}

void TestWireReader::keepsTheActionOfABrokenBody_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", "{\"input\":", "[1]", "\xFF"})
        QTest::newRow(body) << QByteArray(body);
}

void TestWireReader::keepsTheActionOfABrokenBody()
{
    QFETCH(QByteArray, body);
    const auto read = api::readExecution({"POST", "/api/v2/actions/X/execute", {}, body});
    QVERIFY(read);
    QCOMPARE(read->request, (api::ExecuteRequest {.actionId = QStringLiteral("X")}));
}

QTEST_GUILESS_MAIN(TestWireReader)
#include "tst_wirereader.moc"
