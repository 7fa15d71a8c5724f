// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/runner/answercheck.h"

#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::runner;

namespace {

constexpr char answer[] = R"({"data":{"number":12345678901234567890,"half":1.50,"one":1.0,"title":"Größe 7","state":"open",)"
                          R"("labels":["bug","ui"],"none":null,"nested":{"a":1,"b":[1,2]}},"successful":true,"error":null})";

api::Exchange exchangeOf(const QByteArray &body, int status = 200)
{
    api::Exchange exchange;
    exchange.answer.status = status;
    exchange.answer.body = body;
    exchange.timings.finished = 12'345;
    return exchange;
}

AnswerCheck checked(const QByteArray &expect, const api::Exchange &exchange, const CheckContext &context = {})
{
    const ExpectationReading reading = readExpectations(expect);
    return checkAnswer(exchange, reading.expectations, {}, context);
}

} // namespace

// What a saved request expects: read with every mistake in its place, and held against answers.
class TestExpectation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesMistakesWithTheirPlace_data();
    void namesMistakesWithTheirPlace();
    void readsOnBehindAMistake();
    void holdsAnswersAgainstEveryKind_data();
    void holdsAnswersAgainstEveryKind();
    void saysWhatWasExpectedAndFound();
    void expectsSuccessWhereNothingElseIsSaid();
    void classesTellABugFromAnOutage_data();
    void classesTellABugFromAnOutage();
    void anEndlessExpressionEnds();
    void comparesWithASnapshot();
    void checksTheActionsOwnSchema();
    void capturesBytesAsTheyAre();
};

void TestExpectation::namesMistakesWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("expect");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown") << QByteArray(R"([{"sucessful":true}])") << 2
                             << QStringLiteral("There is no expectation “sucessful”. “successful” may be meant.");
    QTest::newRow("not JSON") << QByteArray(R"([{"status":200},])") << 15 << QStringLiteral("not JSON");
    QTest::newRow("no list") << QByteArray(R"({"status":200})") << 0 << QStringLiteral("takes a list");
    QTest::newRow("no object") << QByteArray(R"([ 200 ])") << 2 << QStringLiteral("An expectation is an object");
    QTest::newRow("nothing expected") << QByteArray(R"([{"path":"$.data"}])") << 1 << QStringLiteral("expects nothing");
    QTest::newRow("bad path") << QByteArray(R"([{"path":"$.data[","is":"array"}])") << 9 << QStringLiteral("is not a JSON path");
    QTest::newRow("path no text") << QByteArray(R"([{"path":3,"is":"array"}])") << 9 << QStringLiteral("A path is a text");
    QTest::newRow("bad type") << QByteArray(R"([{"path":"$","is":"int"}])") << 18 << QStringLiteral("not \"int\"");
    QTest::newRow("bad status") << QByteArray(R"([{"status":"ok"}])") << 11 << QStringLiteral("from 100 to 599");
    QTest::newRow("bad time") << QByteArray(R"([{"maxMilliseconds":-1}])") << 20 << QStringLiteral("whole number");
    QTest::newRow("bad expression") << QByteArray(R"([{"path":"$","matches":"(a"}])") << 23
                                    << QStringLiteral("is not a regular expression");
    QTest::newRow("bad length") << QByteArray(R"([{"path":"$","length":{"least":1}}])") << 22 << QStringLiteral("min");
    QTest::newRow("empty choice") << QByteArray(R"([{"path":"$","oneOf":[]}])") << 21 << QStringLiteral("list of values");
    QTest::newRow("schema by name") << QByteArray(R"([{"path":"$","schema":"request"}])") << 22 << QStringLiteral("response");
    for (const char *name : {"/etc/passwd", "../../other.json", "a/../../b", "", "."}) {
        QTest::addRow("snapshot %s", name) << QByteArray("[{\"unchangedSince\":\"") + name + "\"}]" << 19
                                           << QStringLiteral("beside the request or below");
    }
    QTest::newRow("bad ignore") << QByteArray(R"([{"unchangedSince":"a.json","ignore":"$.x"}])") << 37
                                << QStringLiteral("list of JSON paths");
}

void TestExpectation::namesMistakesWithTheirPlace()
{
    QFETCH(QByteArray, expect);
    QFETCH(int, offset);
    QFETCH(QString, words);
    const ExpectationReading reading = readExpectations(expect);
    QCOMPARE(reading.problems.size(), 1);
    QVERIFY2(reading.problems.first().sentence.contains(words), qPrintable(reading.problems.first().sentence));
    QCOMPARE(reading.problems.first().offset, qsizetype(offset));
    QVERIFY(reading.expectations.isEmpty() || expect.startsWith("[{\"status\":200}"));
}

void TestExpectation::readsOnBehindAMistake()
{
    const ExpectationReading reading
        = readExpectations(R"([{"status":200,"stats":1},{"path":"$.a","is":"array","length":2},{"x":1}])");
    QCOMPARE(reading.expectations.size(), 3);
    QCOMPARE(reading.problems.size(), 2);
    QVERIFY(readExpectations("  ").problems.isEmpty());
}

void TestExpectation::holdsAnswersAgainstEveryKind_data()
{
    QTest::addColumn<QByteArray>("expect");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char *expect, bool passes) { QTest::newRow(expect) << QByteArray(expect) << passes; };
    row(R"({"successful":true})", true);
    row(R"({"successful":false})", false);
    row(R"({"status":200})", true);
    row(R"({"status":[201,200]})", true);
    row(R"({"status":201})", false);
    row(R"({"maxMilliseconds":13})", true);
    row(R"({"maxMilliseconds":12})", false);
    row(R"({"path":"$.data.number","is":"integer"})", true);
    row(R"({"path":"$.data.one","is":"integer"})", true);
    row(R"({"path":"$.data.half","is":"integer"})", false);
    row(R"({"path":"$.data.half","is":"number"})", true);
    row(R"({"path":"$.data.none","is":"null"})", true);
    row(R"({"path":"$.data.title","is":"string"})", true);
    row(R"({"path":"$.data.labels","is":"array"})", true);
    row(R"({"path":"$.data","is":"object"})", true);
    row(R"({"path":"$.successful","is":"boolean"})", true);
    row(R"({"path":"$.data.number","equals":12345678901234567890})", true);
    row(R"({"path":"$.data.number","equals":12345678901234567891})", false);
    row(R"({"path":"$.data.half","equals":1.5})", true);
    row(R"({"path":"$.data.half","equals":15e-1})", true);
    row(R"({"path":"$.data.half","equals":"1.5"})", false);
    row(R"({"path":"$.data.title","equals":"Gr\u00f6\u00dfe 7"})", true);
    row(R"({"path":"$.data.nested","equals":{"b":[1,2.0],"a":1}})", true);
    row(R"({"path":"$.data.absent","equals":1})", false);
    row(R"({"path":"$.data.state","oneOf":["closed","open"]})", true);
    row(R"({"path":"$.data.state","oneOf":["closed"]})", false);
    row(R"({"path":"$.error","absentOrNull":true})", true);
    row(R"({"path":"$.nowhere","absentOrNull":true})", true);
    row(R"({"path":"$.data","absentOrNull":true})", false);
    row(R"({"path":"$.data","absentOrNull":false})", true);
    row(R"({"path":"$.error","absentOrNull":false})", false);
    row(R"({"path":"$.data.title","contains":"öße"})", true);
    row(R"({"path":"$.data.title","contains":"x"})", false);
    row(R"({"path":"$.data.labels","contains":"ui"})", true);
    row(R"({"path":"$.data.labels","contains":"u"})", false);
    row(R"({"path":"$.data.nested","contains":"a"})", true);
    row(R"({"path":"$.data.nested","contains":{"a":1.0}})", true);
    row(R"({"path":"$.data.nested","contains":{"a":2}})", false);
    row(R"({"path":"$.data.title","matches":"^\\p{L}+ \\d$"})", true);
    row(R"({"path":"$.data.title","matches":"^\\d"})", false);
    row(R"({"path":"$.data.half","matches":"1"})", false);
    row(R"({"path":"$.data.title","length":7})", true);
    row(R"({"path":"$.data.labels","length":{"min":2,"max":3}})", true);
    row(R"({"path":"$.data.labels","length":{"min":3}})", false);
    row(R"({"path":"$.data.nested","length":2})", true);
    row(R"({"path":"$.data.half","length":1})", false);
    row(R"({"path":"$.data.nested.b[*]","is":"integer"})", true);
    row(R"({"path":"$.data.labels[*]","equals":"bug"})", false);
    row(R"({"path":"$.data","schema":{"type":"object","required":["state"]}})", true);
    row(R"({"path":"$.data","schema":{"type":"object","required":["owner"]}})", false);
}

void TestExpectation::holdsAnswersAgainstEveryKind()
{
    QFETCH(QByteArray, expect);
    QFETCH(bool, passes);
    QVERIFY(readExpectations('[' + expect + ']').problems.isEmpty());
    const AnswerCheck check = checked('[' + expect + ']', exchangeOf(answer));
    QVERIFY2(check.outcomes.last().passed == passes, qPrintable(check.outcomes.last().sentence));
    QCOMPARE(check.passed, passes);
    QCOMPARE(check.exitClass, passes ? 0 : 1);
}

void TestExpectation::saysWhatWasExpectedAndFound()
{
    const AnswerCheck check = checked(
        R"([{"path":"$.data.state","oneOf":["closed","merged"]},{"path":"$.data.nested.b[*]","equals":1}])", exchangeOf(answer));
    QCOMPARE(check.outcomes[1].sentence,
        QStringLiteral("Expected: $.data.state is one of [\"closed\",\"merged\"]. Found: \"open\"."));
    QCOMPARE(check.outcomes[2].sentence,
        QStringLiteral("Expected: $.data.nested.b[*] equals 1. Found: 2 at $.data.nested.b[1]."));
    QCOMPARE(check.sentence, check.outcomes[1].sentence + QLatin1Char(' ') + check.outcomes[2].sentence);
}

void TestExpectation::expectsSuccessWhereNothingElseIsSaid()
{
    const auto refused = exchangeOf(R"({"data":{},"successful":false,"error":"no"})");
    QCOMPARE(checked("", refused).exitClass, 3);
    QCOMPARE(checked(R"([{"maxMilliseconds":100}])", refused).exitClass, 3);
    QVERIFY(checked(R"([{"successful":false}])", refused).passed);
    QVERIFY(checked(R"([{"path":"$.error","equals":"no"}])", refused).passed);
    QVERIFY(checked(R"([{"path":"$.error","absentOrNull":true}])", refused).exitClass == 3);
}

void TestExpectation::classesTellABugFromAnOutage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isCut");
    QTest::addColumn<QByteArray>("expect");
    QTest::addColumn<int>("exitClass");
    const QByteArray refusal = R"({"message":"nope","code":10400})";
    QTest::newRow("said no") << QByteArray(R"({"data":{},"successful":false,"error":"no"})") << 200 << false << QByteArray() << 3;
    QTest::newRow("said no as expected, but otherwise")
        << QByteArray(R"({"data":{},"successful":false,"error":"no"})") << 200 << false
        << QByteArray(R"([{"successful":false},{"path":"$.error","equals":"other"}])") << 1;
    QTest::newRow("refused") << refusal << 404 << false << QByteArray() << 4;
    QTest::newRow("refused as expected") << refusal << 404 << false << QByteArray(R"([{"status":404}])") << 0;
    QTest::newRow("refused otherwise") << refusal << 404 << false << QByteArray(R"([{"status":429}])") << 4;
    QTest::newRow("web page") << QByteArray("<html></html>") << 200 << false << QByteArray() << 5;
    QTest::newRow("cut off") << QByteArray() << 0 << true << QByteArray(R"([{"path":"$.data","absentOrNull":true}])") << 5;
}

void TestExpectation::classesTellABugFromAnOutage()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(bool, isCut);
    QFETCH(QByteArray, expect);
    QFETCH(int, exitClass);
    api::Exchange exchange = exchangeOf(body, status);
    if (isCut)
        exchange.fault = api::TransportFault {api::FaultKind::ConnectionClosed, QStringLiteral("Cut.")};
    const AnswerCheck check = checked(expect, exchange);
    QCOMPARE(check.exitClass, exitClass);
    QCOMPARE(check.passed, exitClass == 0);
    QCOMPARE(check.sentence.isEmpty(), exitClass == 0);
}

void TestExpectation::anEndlessExpressionEnds()
{
    const QByteArray text = QByteArray(60, 'a');
    QElapsedTimer timer;
    timer.start();
    const AnswerCheck check = checked(R"j([{"path":"$.data.t","matches":"^(a+)+$x?(?=b)"}])j",
        exchangeOf("{\"data\":{\"t\":\"" + text + "c\"},\"successful\":true}"));
    QVERIFY(!check.passed);
    QVERIFY(timer.elapsed() < 5000);
}

void TestExpectation::comparesWithASnapshot()
{
    QTemporaryDir folder;
    CheckContext context {{}, folder.path(), Snapshots::AreCompared};
    const QByteArray expect = R"([{"path":"$.data","unchangedSince":"snapshots/issue.json","ignore":["$.number"]}])";
    const AnswerCheck missing = checked(expect, exchangeOf(answer), context);
    QVERIFY(!missing.passed);
    QVERIFY2(missing.sentence.contains(QLatin1String("there is no file")), qPrintable(missing.sentence));

    context.snapshots = Snapshots::AreWritten;
    QVERIFY(checked(expect, exchangeOf(answer), context).passed);
    QVERIFY(readFile(folder.filePath(QStringLiteral("snapshots/issue.json")))->contains("12345678901234567890"));

    context.snapshots = Snapshots::AreCompared;
    QVERIFY(checked(expect, exchangeOf(answer), context).passed);
    QByteArray other = answer;
    other.replace("12345678901234567890", "7");
    QVERIFY(checked(expect, exchangeOf(other), context).passed);
    other.replace("\"open\"", "\"closed\"");
    const AnswerCheck changed = checked(expect, exchangeOf(other), context);
    QVERIFY(!changed.passed);
    QVERIFY2(changed.sentence.contains(QLatin1String("$.state was \"open\" and is \"closed\"")), qPrintable(changed.sentence));
}

void TestExpectation::checksTheActionsOwnSchema()
{
    const QByteArray expect = R"([{"path":"$.data","schema":"response"}])";
    const AnswerCheck unknown = checked(expect, exchangeOf(answer));
    QVERIFY2(unknown.sentence.contains(QLatin1String("nobody knows that schema")), qPrintable(unknown.sentence));
    QVERIFY(checked(expect, exchangeOf(answer), {R"({"properties":{"state":{"type":"string"}}})", {}, {}}).passed);
    const AnswerCheck wrong = checked(expect, exchangeOf(answer), {R"({"properties":{"state":{"type":"integer"}}})", {}, {}});
    QVERIFY(!wrong.passed);
    QVERIFY2(wrong.sentence.contains(QLatin1String("state")), qPrintable(wrong.sentence));
}

void TestExpectation::capturesBytesAsTheyAre()
{
    const CaptureReading reading
        = readCaptures(R"({"number":"$.data.number","half":"$.data.half","all":"$.data.nested.b[*]","bad":"$.["})");
    QCOMPARE(reading.captures.size(), 3);
    QCOMPARE(reading.problems.size(), 1);
    const AnswerCheck check = checkAnswer(exchangeOf(answer), {}, reading.captures, {});
    QCOMPARE(check.captured,
        QList<CapturedValue>({{QStringLiteral("number"), "12345678901234567890"}, {QStringLiteral("half"), "1.50"}}));
    QVERIFY(!check.capturedAll);
    QCOMPARE(check.exitClass, 1);
    QVERIFY2(check.sentence.contains(QStringLiteral("“all” could not be captured")), qPrintable(check.sentence));
}

QTEST_GUILESS_MAIN(TestExpectation)
#include "tst_expectation.moc"
