// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/wirev3.h"

#include <QTest>

using namespace actionscope;

// The same request in the words of v3 and v3.1 (contract §12.2, §13), and what is said about the rest.
class TestWireV3 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesEachField_data();
    void carriesEachField();
    void saysWhatItCannotCarry_data();
    void saysWhatItCannotCarry();
    void choosesThePathByVersion_data();
    void choosesThePathByVersion();
    void sendsTextWithoutEmptyArguments_data();
    void sendsTextWithoutEmptyArguments();
};

void TestWireV3::carriesEachField_data()
{
    QTest::addColumn<api::ExecuteRequest>("request");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const api::ExecuteRequest &request, const QByteArray &body) {
        QTest::newRow(name) << request << body;
    };
    const QByteArray json = "{ \"z\": 12345678901234567890,\n \"a\":1.10, \"a\":1e400 }";
    row("nothing", {}, "{}");
    row("entityId", {.entityId = QStringLiteral("u")}, R"({"user_id":"u"})");
    row("both", {.entityId = QStringLiteral("u"), .connectedAccountId = QStringLiteral("ca_1")},
        R"({"connected_account_id":"ca_1","user_id":"u"})");
    row("input", {.input = json}, "{\"arguments\":" + json + "}");
    row("text", {.text = QStringLiteral("do it")}, R"({"text":"do it"})");
    row("authConfig", {.authConfig = json}, "{\"custom_auth_params\":" + json + "}");
    row("version", {.version = QStringLiteral("20250101_00")}, R"({"version":"20250101_00"})");
    row("byte order mark", {.input = "\xEF\xBB\xBF{}", .authConfig = "\xEF\xBB\xBF{}"},
        R"({"arguments":{},"custom_auth_params":{}})");
}

void TestWireV3::carriesEachField()
{
    QFETCH(api::ExecuteRequest, request);
    QFETCH(QByteArray, body);
    request.actionId = QStringLiteral("A_B");
    const api::WireForm wire = api::toWireV3(request, api::ApiVersion::V31);
    QCOMPARE(wire.request.body, body);
    QCOMPARE(wire.notices, QStringList());
}

void TestWireV3::saysWhatItCannotCarry_data()
{
    QTest::addColumn<api::ExecuteRequest>("request");
    QTest::addColumn<QString>("notice");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const api::ExecuteRequest &request, const char *notice,
                         const QByteArray &body = "{}") {
        QTest::newRow(name) << request << QString::fromUtf8(notice) << body;
    };
    const QString value = QStringLiteral("v");
    row("appName", {.appName = value}, "appName is not sent: execute on v3 has no such field.");
    row("sessionInfo", {.sessionInfo = "{}"}, "sessionInfo is not sent: execute on v3 has no such field.");
    row("systemPrompt", {.systemPrompt = value}, "systemPrompt is not sent: execute on v3 has no such field.");
    row("customDescription", {.customDescription = value},
        "customDescription is not sent: execute on v3 has no such field.");
    row("text and input", {.input = "{\"a\":1}", .text = value},
        "v3 refuses a request that has both text and input.", R"({"arguments":{"a":1},"text":"v"})");
    row("account without user", {.connectedAccountId = value},
        "v3 wants entityId (user_id) beside connectedAccountId.", R"({"connected_account_id":"v"})");
    row("lower case", {.actionId = QStringLiteral("github_x")}, "v3 knows actions in upper case only.");
}

void TestWireV3::saysWhatItCannotCarry()
{
    QFETCH(api::ExecuteRequest, request);
    QFETCH(QString, notice);
    QFETCH(QByteArray, body);
    const api::WireForm wire = api::toWireV3(request, api::ApiVersion::V3);
    QCOMPARE(wire.notices, QStringList(notice));
    QCOMPARE(wire.request.body, body);
}

void TestWireV3::choosesThePathByVersion_data()
{
    QTest::addColumn<api::ApiVersion>("version");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("v2") << api::ApiVersion::V2 << QByteArray("/api/v2/actions/A%25/execute");
    QTest::newRow("v3") << api::ApiVersion::V3 << QByteArray("/api/v3/tools/execute/A%25");
    QTest::newRow("v3.1") << api::ApiVersion::V31 << QByteArray("/api/v3.1/tools/execute/A%25");
}

void TestWireV3::choosesThePathByVersion()
{
    QFETCH(api::ApiVersion, version);
    QFETCH(QByteArray, path);
    QCOMPARE(api::toWire({.actionId = QStringLiteral("A%")}, version).request.path, path);
}

void TestWireV3::sendsTextWithoutEmptyArguments_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("no input") << QByteArray();
    QTest::newRow("blank input") << QByteArray(" \n");
    QTest::newRow("empty object") << QByteArray("{ }");
}

void TestWireV3::sendsTextWithoutEmptyArguments()
{
    QFETCH(QByteArray, input);
    const api::WireForm wire = api::toWireV3({.input = input, .text = QStringLiteral("t")}, api::ApiVersion::V31);
    QCOMPARE(wire.request.body, QByteArray("{\"text\":\"t\"}"));
    QVERIFY(wire.notices.isEmpty());
}

QTEST_GUILESS_MAIN(TestWireV3)
#include "tst_wirev3.moc"
