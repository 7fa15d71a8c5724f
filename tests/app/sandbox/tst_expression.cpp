// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/sandbox/actions/clauses.h"
#include "app/sandbox/actions/expression.h"
#include "app/sandbox/actions/searchtext.h"
#include "app/sandbox/actions/template.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::sandbox;

// The language of the manifests: expressions, templates, search texts and clauses.
class TestExpression final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesValues_data();
    void givesValues();
    void saysWhatItCannotRead_data();
    void saysWhatItCannotRead();
    void makesIdsOfTheirLength();
    void searches_data();
    void searches();
    void readsClauses_data();
    void readsClauses();
};

namespace {

Scope sampleScope()
{
    static const json::Document input = json::Document::parse(
        R"({"name":"Ada Berg","count":3,"labels":["bug","ui"],"empty":"","none":null,"time":"2026-01-05T09:30:00Z",)"
        R"("cells":[["a","b"],["c","d","e"]],"people":[{"id":7,"name":"Ada"},{"id":8,"name":"Grace"}],"flag":true})");
    static const json::Document schema = json::Document::parse(R"({"properties":{"size":{"default":30}}})");
    Scope scope;
    scope.setInput(input.root(), schema.root());
    return scope;
}

} // namespace

void TestExpression::givesValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *text, const QByteArray &value) {
        QTest::newRow(text) << QString::fromUtf8(text) << value;
    };
    row("input.count", "3");
    row(" input.people.1.name ", R"("Grace")");
    row("input.size", "30");
    row("input.gone", "");
    row("input.none", "");
    row("input.gone ?? 1.10", "1.10");
    row("input.gone ?? input.none ?? input.name", R"("Ada Berg")");
    row(R"(input.gone ?? {"a":[1,"??"]})", R"({"a":[1,"??"]})");
    row("input.gone | lower", "");
    row("input.name | lower", R"("ada berg")");
    row("input.name|upper|take(3)", R"("ADA")");
    row(R"(input.name | replace(" ", "-") | skip(2))", R"("a-Berg")");
    row(R"(input.name | split(" ") | last)", R"("Berg")");
    row(R"(input.labels | join(", "))", R"("bug, ui")");
    row("input.labels | length", "2");
    row(R"(input.labels | with(["ui","new"]))", R"(["bug","ui","new"])");
    row(R"(input.gone | with("a"))", R"(["a"])");
    row(R"(input.labels | without("ui"))", R"(["bug"])");
    row(R"(input.labels | wrap("name"))", R"([{"name":"bug"},{"name":"ui"}])");
    row(R"(input.people | each("name"))", R"(["Ada","Grace"])");
    row(R"(input.people | where("name", "ada") | first)", R"({"id":7,"name":"Ada"})");
    row(R"(input.people | keyed("name", "id"))", R"({"Ada":7,"Grace":8})");
    row(R"(input.people.0 | pick(["id"]))", R"({"id":7})");
    row(R"(input.people | drop("id"))", R"([{"name":"Ada"},{"name":"Grace"}])");
    row(R"(input.people.0 | pick(input.gone))", R"({"id":7,"name":"Ada"})");
    row(R"(input.people.0 | merge({"name":"Eve","x":1}))", R"({"id":7,"name":"Eve","x":1})");
    row(R"(input.people.0 | member("na" | text))", "");
    row(R"(input.people.0 | member(input.gone ?? "id"))", "7");
    row(R"(["a","b","c"] | before("c"))", R"(["a","b"])");
    row("input.people.0 | names", R"(["id","name"])");
    row(R"("6 * 7" | calculated)", "42");
    row(R"("6 *" | calculated)", "");
    row("input.count | add(4)", "7");
    row("input.count | times(-2)", "-6");
    row("9223372036854775807 | add(1)", "");
    row(R"("x" | number)", "");
    row(R"("42" | number)", "42");
    row("input.count | pad(6)", R"("000003")");
    row(R"("next:2" | base64 | unbase64)", R"("next:2")");
    row(R"("!" | unbase64)", "");
    row(R"("a" | digest(8))", R"("ca978112")");
    row(R"(input.name | capture("^(\\w+) "))", R"("Ada")");
    row(R"(input.name | capture("[0-9]+"))", "");
    row("input.time | seconds", "1767605400");
    row("1767605400 | iso", R"("2026-01-05T09:30:00Z")");
    row("input.time | addMinutes(90)", R"("2026-01-05T11:00:00Z")");
    row(R"("2026-01-05T09:30:00+02:00" | iso)", R"("2026-01-05T07:30:00Z")");
    row(R"(input.time | date("ddd, d MMM yyyy"))", R"("Mon, 5 Jan 2026")");
    row("5 | delay(1767605400)", "1767605700");
    row(R"("[1, 2]" | parsed)", "[1, 2]");
    row(R"("[1," | parsed)", "");
    row(R"("b" | prefix("a"))", R"("ab")");
    row(R"("yesterday" | iso)", "");
    row(R"(input.gone | equals(""))", "false");
    row("input.gone | trim | absent", "true");
    row("input.gone | present", "false");
    row("input.none | absent", "true");
    row("input.empty | not", "true");
    row(R"(input.name | equals("x", "ADA BERG"))", "true");
    row(R"(input.labels | contains("BUG"))", "true");
    row(R"(input.name | contains("berg"))", "true");
    row(R"(input.name | matches("[A-Z].*"))", "true");
    row("input.count | below(10)", "true");
    row("input.count | atLeast(10)", "false");
    row("input.flag | and(input.count, input.gone)", "false");
    row("input.gone | or(input.count | below(1), input.flag)", "true");
    row(R"(input.flag | then("yes", "no"))", R"("yes")");
    row(R"((input.gone ?? input.count) | add(1))", "4");
    row(R"(input.cells | cells("Sheet1!B1:C2"))", R"([["b"],["d","e"]])");
    row(R"(input.cells | cells("B2"))", R"([["d"]])");
    row(R"(input.cells | cells("A:A"))", R"([["a"],["c"]])");
    row(R"(input.cells | cells("nonsense!!"))", "");
    row(R"(input.cells | paste("B3", [["x",null],["y"]]))",
        R"([["a","b"],["c","d","e"],["","x",""],["","y"]])");
    row("input.cells | nextCell", R"("A3")");
    row(R"(input.cells | address("B2"))", R"("B2:D3")");
}

void TestExpression::givesValues()
{
    QFETCH(const QString, text);
    QVERIFY(Expression::parse(text));
    QTEST(sampleScope().resolve(text), "value");
}

void TestExpression::saysWhatItCannotRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    const auto row = [](const QString &text, const QString &word) {
        QTest::newRow(qUtf8Printable(text)) << text << word;
    };
    row(QString(), QStringLiteral("missing"));
    row(QStringLiteral("input.a |"), QStringLiteral("function is missing"));
    row(QStringLiteral("input.a | shout"), QStringLiteral("no function \"shout\""));
    row(QStringLiteral("input.a | take"), QStringLiteral("takes 1"));
    row(QStringLiteral("input.a | take(1"), QStringLiteral("parenthesis"));
    row(QStringLiteral("input.a input.b"), QStringLiteral("not expected"));
    row(QStringLiteral("input.a ?? [1,"), QStringLiteral("no JSON"));
    row(QStringLiteral("+"), QStringLiteral("no value"));
    row(QStringLiteral("(").repeated(100), QStringLiteral("too deeply"));
}

void TestExpression::saysWhatItCannotRead()
{
    QFETCH(const QString, text);
    QFETCH(const QString, word);
    const auto expression = Expression::parse(text);
    QVERIFY(!expression);
    QVERIFY2(expression.error().contains(word), qUtf8Printable(expression.error()));
}

void TestExpression::makesIdsOfTheirLength()
{
    const Scope scope = sampleScope();
    QCOMPARE(scope.resolve(u"letters(14)").size(), 16);
    QCOMPARE(scope.resolve(u"hex").size(), 0); // a name, not a call
    QVERIFY(scope.resolve(u"hex(8)") != scope.resolve(u"hex(8)"));
    for (int i = 0; i < 50; ++i)
        QVERIFY(scope.resolve(u"digits(3) | number").toInt() >= 100);
}

void TestExpression::searches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const char *text, bool isFound) { QTest::newRow(text) << QString::fromLatin1(text) << isFound; };
    row("harbour", true);
    row("harbour plan", true);
    row("harbour moon", false);
    row("\"plan for the harbour\"", true);
    row("\"harbour plan\"", false);
    row("-moon", true);
    row("-harbour", false);
    row("moon OR plan", true);
    row("moon OR mars", false);
    row("from:ada", true);
    row("from:grace", false);
    row("-from:grace is:unread", true);
    row("is:starred OR from:ADA", true);
    row("after:2026-01-01", true);
    row("after:2026-02-01", false);
    row("unknown:word", false);
    row("(harbour)", true);
    row("", true);
}

void TestExpression::searches()
{
    static const json::Document record = json::Document::parse(R"({"subject":"Plan for the harbour","body":"See you.",)"
                                                               R"("from":"Ada Berg","labels":["UNREAD"],"at":"2026-01-05T00:00:00Z"})");
    static const json::Document operators = json::Document::parse(
        R"({"from":{"field":"from","contains":"{{value}}"},"is":{"field":"labels","equals":"{{value}}"},)"
        R"("after":{"field":"at","atLeast":"{{value}}"}})");
    QFETCH(const QString, text);
    const Predicate predicate = searchPredicate(
        text, {QStringLiteral("subject"), QStringLiteral("body")}, operators.root(), sampleScope());
    QTEST(predicate(record.root()), "isFound");
}

void TestExpression::readsClauses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const char *text, bool isFound) { QTest::newRow(text) << QString::fromLatin1(text) << isFound; };
    row("name contains 'plan'", true);
    row("name='Harbour plan.txt' and trashed = false", true);
    row("name != 'x' and not trashed=true", true);
    row("name contains 'moon' or 'root' in parents", true);
    row("(name contains 'moon' or name contains 'plan') and mimeType = 'image/png'", false);
    row("fullText contains 'quay'", true);
    row("size > 10 and size <= 12", true);
    row("size < 12", false);
    row("modifiedTime >= '2026-01-01T00:00:00Z'", true);
    row("name contains 'Ada\\'s'", false);
    row("name contains", false);
    row("and and", false);
    row("((((name", false);
}

void TestExpression::readsClauses()
{
    static const json::Document record = json::Document::parse(
        R"({"name":"Harbour plan.txt","mimeType":"text/plain","trashed":false,"parents":["root"],"size":12,)"
        R"("text":"The quay is long.","modifiedTime":"2026-01-05T00:00:00Z"})");
    QFETCH(const QString, text);
    QTEST(clausesPredicate(text, {QStringLiteral("name"), QStringLiteral("text")})(record.root()), "isFound");
}

QTEST_GUILESS_MAIN(TestExpression)
#include "tst_expression.moc"
