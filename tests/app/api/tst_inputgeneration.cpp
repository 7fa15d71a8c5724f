// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/inputgeneration.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::api;

Q_DECLARE_METATYPE(Verdict)

// Input from text on the wire: what is asked in each version, and what any answer comes to.
class TestInputGeneration final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asks_data();
    void asks();
    void readsAnswers_data();
    void readsAnswers();
    void keepsTheBytes();
    void tellsTheSource();
    void tellsFaults();
};

void TestInputGeneration::asks_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("v2") << int(ApiVersion::V2)
                        << QByteArray("/api/v2/actions/GMAIL_SEND_EMAIL/execute/get.inputs")
                        << QByteArray(
                               R"({"text":"Write\nto \"Ann\"","customDescription":"d","systemPrompt":"s"})");
    QTest::newRow("v3")
        << int(ApiVersion::V3) << QByteArray("/api/v3/tools/execute/GMAIL_SEND_EMAIL/input")
        << QByteArray(
               R"({"text":"Write\nto \"Ann\"","custom_description":"d","system_prompt":"s","version":"latest"})");
    QTest::newRow("v3.1")
        << int(ApiVersion::V31) << QByteArray("/api/v3.1/tools/execute/GMAIL_SEND_EMAIL/input")
        << QByteArray(
               R"({"text":"Write\nto \"Ann\"","custom_description":"d","system_prompt":"s","version":"latest"})");
}

void TestInputGeneration::asks()
{
    QFETCH(int, version);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    InputRequest request;
    request.actionId = QStringLiteral("GMAIL_SEND_EMAIL");
    request.text = QStringLiteral("Write\nto \"Ann\"");
    request.customDescription = QStringLiteral("d");
    request.systemPrompt = QStringLiteral("s");
    request.version = QStringLiteral("latest");
    const HttpRequest wire = toWire(request, ApiVersion(version));
    QCOMPARE(wire.method, QByteArray("POST"));
    QCOMPARE(wire.path, path);
    QCOMPARE(wire.body, body);
    // What is empty is not sent.
    QCOMPARE(
        toWire(InputRequest {.actionId = request.actionId, .text = QStringLiteral("x")}, ApiVersion(version))
            .body,
        QByteArray(R"({"text":"x"})"));
}

void TestInputGeneration::readsAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("words");
    const auto row
        = [](const char *name, int status, const char *body, Verdict verdict, const char *words = "") {
              QTest::newRow(name) << status << QByteArray(body) << verdict << QString::fromLatin1(words);
          };
    row("arguments", 200, R"({"arguments":{"a":1}})", Verdict::Successful);
    row("null error", 200, R"({"arguments":{},"error":null})", Verdict::Successful);
    row("error", 200, R"({"error":"no idea"})", Verdict::ActionRefused, "no idea");
    row("error as an object", 200, R"({"error":{"m":1}})", Verdict::ActionRefused, R"({"m":1})");
    row("both", 200, R"({"arguments":{"a":1},"error":"half of it"})", Verdict::ActionRefused, "half of it");
    row("neither", 200, "{}", Verdict::NoUsableAnswer, "neither arguments nor error");
    row("arguments of another type", 200, R"({"arguments":[1]})", Verdict::NoUsableAnswer,
        "not a JSON object");
    row("not JSON", 200, "<html>", Verdict::NoUsableAnswer, "not valid JSON: line 1, column 1");
    row("nothing", 204, "", Verdict::NoUsableAnswer, "204");
    row("refused on v2", 400, R"({"type":"BadRequestError","message":"text is empty"})",
        Verdict::ServiceRefused, "text is empty");
    row("refused on v3", 404,
        R"({"error":{"message":"no such tool","suggested_fix":"Look again.","code":2401}})",
        Verdict::ServiceRefused, "no such tool Look again.");
    row("server fault", 502, "<html><title>Bad gateway</title>", Verdict::ServiceRefused, "Bad gateway");
}

void TestInputGeneration::readsAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Verdict, verdict);
    QFETCH(QString, words);
    Exchange exchange;
    exchange.answer.status = status;
    exchange.answer.body = body;
    const InputAnswer answer = readInputAnswer(exchange);
    QCOMPARE(answer.verdict, verdict);
    QVERIFY2(answer.sentence.contains(words), qPrintable(answer.sentence));
    QCOMPARE(answer.sentence.isEmpty(), verdict == Verdict::Successful);
    QCOMPARE(answer.arguments.isEmpty(), verdict != Verdict::Successful);
}

void TestInputGeneration::keepsTheBytes()
{
    Exchange exchange;
    exchange.answer.status = 200;
    exchange.answer.body = "{\"arguments\" : { \"b\":1.10, \"a\" : 12345678901234567890 } }";
    QCOMPARE(readInputAnswer(exchange).arguments, QByteArray("{ \"b\":1.10, \"a\" : 12345678901234567890 }"));
}

void TestInputGeneration::tellsTheSource()
{
    Exchange exchange;
    exchange.answer.status = 200;
    exchange.answer.body = R"({"arguments":{}})";
    QCOMPARE(readInputAnswer(exchange).source, QString());
    exchange.answer.headers = {{"X-Actionscope-Input-Source", "rules"}};
    QCOMPARE(readInputAnswer(exchange).source, QStringLiteral("rules"));
}

void TestInputGeneration::tellsFaults()
{
    Exchange exchange;
    exchange.fault = TransportFault {FaultKind::TimedOut, QStringLiteral("There was no answer in time.")};
    QCOMPARE(readInputAnswer(exchange).verdict, Verdict::NoUsableAnswer);
    QCOMPARE(readInputAnswer(exchange).sentence, QStringLiteral("There was no answer in time."));
    exchange.fault->kind = FaultKind::Cancelled;
    QCOMPARE(readInputAnswer(exchange).verdict, Verdict::Cancelled);
}

QTEST_GUILESS_MAIN(TestInputGeneration)
#include "tst_inputgeneration.moc"
