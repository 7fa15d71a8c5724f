// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/wirev2.h"
#include "app/json/document.h"

#include <QTest>

using namespace actionscope;

// The v2 request (contract §4): every field under its name, unset ones absent, a person's bytes unchanged.
class TestWireV2 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesEachField_data();
    void carriesEachField();
    void sendsNothingThatIsNotSet();
    void carriesEverythingAtOnce();
    void encodesTheActionId_data();
    void encodesTheActionId();
    void passesOverAByteOrderMark();
};

void TestWireV2::carriesEachField_data()
{
    QTest::addColumn<api::ExecuteRequest>("request");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const api::ExecuteRequest &request, const QByteArray &body) {
        QTest::newRow(name) << request << body;
    };
    const QString text = QStringLiteral("a\"\u00e9");
    const QByteArray json = "{ \"z\": 12345678901234567890,\n \"a\":1.10, \"a\":1e400,\"e\":\"\\u0041\" }";

    row("connectedAccountId", {.connectedAccountId = text}, "{\"connectedAccountId\":\"a\\\"\u00e9\"}");
    row("entityId", {.entityId = text}, "{\"entityId\":\"a\\\"\u00e9\"}");
    row("appName", {.appName = text}, "{\"appName\":\"a\\\"\u00e9\"}");
    row("input", {.input = json}, "{\"input\":" + json + "}");
    row("text", {.text = text}, "{\"text\":\"a\\\"\u00e9\"}");
    row("customDescription", {.customDescription = text}, "{\"customDescription\":\"a\\\"\u00e9\"}");
    row("systemPrompt", {.systemPrompt = text}, "{\"systemPrompt\":\"a\\\"\u00e9\"}");
    row("authConfig", {.authConfig = json}, "{\"authConfig\":" + json + "}");
    row("sessionInfo", {.sessionInfo = json}, "{\"sessionInfo\":" + json + "}");
    row("version", {.version = text}, "{\"version\":\"a\\\"\u00e9\"}");
    row("empty input object", {.input = "{}"}, "{\"input\":{}}");
    row("blank text is text", {.text = QStringLiteral(" ")}, "{\"text\":\" \"}");
}

void TestWireV2::carriesEachField()
{
    QFETCH(api::ExecuteRequest, request);
    QFETCH(QByteArray, body);
    request.actionId = QStringLiteral("A");
    const api::WireForm wire = api::toWireV2(request);
    QCOMPARE(wire.request.body, body);
    QVERIFY(wire.notices.isEmpty());
}

void TestWireV2::sendsNothingThatIsNotSet()
{
    api::ExecuteRequest request;
    request.actionId = QStringLiteral("SANDBOX_ECHO");
    request.input = " \n ";
    const api::WireForm wire = api::toWireV2(request);
    QCOMPARE(wire.request.method, QByteArray("POST"));
    QCOMPARE(wire.request.path, QByteArray("/api/v2/actions/SANDBOX_ECHO/execute"));
    QCOMPARE(wire.request.body, QByteArray("{}"));
    QCOMPARE(api::headerValue(wire.request.headers, "CONTENT-TYPE"), std::optional<QByteArray>("application/json"));
    QVERIFY(!api::headerValue(wire.request.headers, "x-api-key"));
}

void TestWireV2::carriesEverythingAtOnce()
{
    const QString value = QStringLiteral("v");
    const api::ExecuteRequest request {value, value, value, value, "{\"i\":1}", value, value, value,
        "{\"parameters\":[]}", "{\"sessionId\":null}", value};
    const json::Document body = json::Document::parse(api::toWireV2(request).request.body);
    QVERIFY(body.isValid());
    QCOMPARE(body.root().count(), 10);
}

void TestWireV2::encodesTheActionId_data()
{
    QTest::addColumn<QString>("actionId");
    QTest::addColumn<QByteArray>("segment");
    QTest::newRow("plain") << QStringLiteral("GITHUB_A-b.c~1") << QByteArray("GITHUB_A-b.c~1");
    QTest::newRow("percent") << QStringLiteral("A%2FB") << QByteArray("A%252FB");
    QTest::newRow("slash") << QStringLiteral("A/B") << QByteArray("A%2FB");
    QTest::newRow("query and fragment") << QStringLiteral("A?b#c") << QByteArray("A%3Fb%23c");
    QTest::newRow("beyond ASCII") << QStringLiteral("\u00c4") << QByteArray("%C3%84");
    QTest::newRow("plus and semicolon") << QStringLiteral("a+b;c") << QByteArray("a%2Bb%3Bc");
}

void TestWireV2::encodesTheActionId()
{
    QFETCH(QString, actionId);
    QFETCH(QByteArray, segment);
    QCOMPARE(api::toWireV2({.actionId = actionId}).request.path, "/api/v2/actions/" + segment + "/execute");
}

// A file saved with a byte order mark is a valid object; in the middle of a body the mark would not be JSON.
void TestWireV2::passesOverAByteOrderMark()
{
    const api::ExecuteRequest request {.actionId = QStringLiteral("A"), .input = "\xEF\xBB\xBF{\"a\":1}"};
    QCOMPARE(api::toWireV2(request).request.body, QByteArray("{\"input\":{\"a\":1}}"));
}

QTEST_GUILESS_MAIN(TestWireV2)
#include "tst_wirev2.moc"
