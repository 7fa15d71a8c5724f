// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/json/format.h"

#include <QTest>

using namespace actionscope::json;

// Format and Minify change white space and nothing else.
class TestFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheExpectedLayout_data();
    void showsTheExpectedLayout();
    void keepsEveryToken_data();
    void keepsEveryToken();
    void survivesTheDeepestNesting();
    void indentsAsAsked();
};

void TestFormat::showsTheExpectedLayout_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pretty");
    QTest::addColumn<QByteArray>("minified");

    QTest::newRow("scalar") << QByteArray(" 1.10 ") << QByteArray("1.10") << QByteArray("1.10");
    QTest::newRow("empty containers") << QByteArray("{ \"a\" : [ ] , \"b\":{\n} }")
                                      << QByteArray("{\n  \"a\": [],\n  \"b\": {}\n}") << QByteArray(R"({"a":[],"b":{}})");
    QTest::newRow("nested") << QByteArray(R"({"a":[1,{"b":null}]})")
                            << QByteArray("{\n  \"a\": [\n    1,\n    {\n      \"b\": null\n    }\n  ]\n}")
                            << QByteArray(R"({"a":[1,{"b":null}]})");
    QTest::newRow("strings stay") << QByteArray(R"([ "a : {,} \"b\" \\" , "  " ])")
                                  << QByteArray("[\n  \"a : {,} \\\"b\\\" \\\\\",\n  \"  \"\n]")
                                  << QByteArray(R"(["a : {,} \"b\" \\","  "])");
}

void TestFormat::showsTheExpectedLayout()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pretty);
    QFETCH(QByteArray, minified);
    QCOMPARE(prettyPrinted(text), pretty);
    QCOMPARE(actionscope::json::minified(text), minified);
}

void TestFormat::keepsEveryToken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("numbers") << QByteArray("[12345678901234567890,1.10,1e400,-0,1E+2]");
    QTest::newRow("duplicates and order") << QByteArray(R"({"z":1,"a":2,"z":3})");
    QTest::newRow("escapes") << QByteArray(R"({"\u0041\/":"\ud83d\ude00\ud800\n"})");
    QTest::newRow("UTF-8") << QByteArray("{\"\u00e9\":\"\U0001F600 \u2028\"}");
    QTest::newRow("deep mix") << QByteArray(R"([[[{"a":[[],[{}]]}]],true,false,null,""])");
}

void TestFormat::keepsEveryToken()
{
    QFETCH(QByteArray, text);
    const QByteArray pretty = prettyPrinted(text);
    QVERIFY(Document::parse(pretty).isValid());
    QCOMPARE(minified(pretty), text);
    QCOMPARE(minified(text), text);
    QCOMPARE(prettyPrinted(pretty), pretty);
}

void TestFormat::survivesTheDeepestNesting()
{
    const QByteArray text = QByteArray(300, '[') + '1' + QByteArray(300, ']');
    QCOMPARE(minified(prettyPrinted(text)), text);
    const QByteArray deepest = QByteArray(Document::maximumDepth, '[') + QByteArray(Document::maximumDepth, ']');
    QCOMPARE(minified(prettyPrinted(deepest, 0)), deepest);
}

void TestFormat::indentsAsAsked()
{
    QCOMPARE(prettyPrinted("[1]", 4), QByteArray("[\n    1\n]"));
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
