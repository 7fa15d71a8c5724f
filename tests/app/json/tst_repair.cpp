// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/repair.h"

#include <QElapsedTimer>
#include <QTest>

using namespace actionscope::json;

// What people write for JSON, and what it is mended to.
class TestRepair final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mendsAllAtOnce_data();
    void mendsAllAtOnce();
    void eachHasItsPlace_data();
    void eachHasItsPlace();
    void oneFixLeavesTheOthers();
    void leavesJsonAlone_data();
    void leavesJsonAlone();
    void saysWhatItCannotMend_data();
    void saysWhatItCannotMend();
    void largeTextsAreQuick();
};

void TestRepair::mendsAllAtOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("mended");
    const auto row = [](const char *name, const char *text, const char *mended) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(mended);
    };
    row("trailing comma", "{\"a\": 1,}", "{\"a\": 1}");
    row("trailing comma before a line break", "[\n  1,\n  2,\n]", "[\n  1,\n  2\n]");
    row("nested trailing commas", "{\"a\": [1, 2, ], }", "{\"a\": [1, 2 ] }");
    row("doubled comma", "[1,,2]", "[1,2]");
    row("leading comma", "[,1]", "[1]");
    row("comma in an empty object", "{,}", "{}");
    row("missing comma between members", "{\"a\": 1 \"b\": 2}", "{\"a\": 1, \"b\": 2}");
    row("missing comma at a line end", "{\n  \"a\": \"x\"\n  \"b\": 2\n}", "{\n  \"a\": \"x\",\n  \"b\": 2\n}");
    row("missing comma between items", "[1 2 [3] {\"a\":4}]", "[1, 2, [3], {\"a\":4}]");
    row("trailing semicolon", "{\"a\": 1;}", "{\"a\": 1}");
    row("semicolon", "{\"a\": 1; \"b\": 2}", "{\"a\": 1, \"b\": 2}");
    row("single quotes", "{'a': 'x'}", "{\"a\": \"x\"}");
    row("single quotes around an apostrophe", "{'a': 'it's'}", "{\"a\": \"it's\"}");
    row("single quotes around double quotes", "['say \"hi\"']", "[\"say \\\"hi\\\"\"]");
    row("escaped apostrophe", "['it\\'s']", "[\"it's\"]");
    row("escaped apostrophe in double quotes", "[\"it\\'s\"]", "[\"it's\"]");
    row("back ticks", "{`a`: `x`}", "{\"a\": \"x\"}");
    row("typographic quotes", "{\xE2\x80\x9C""a\xE2\x80\x9D: \xE2\x80\x98x\xE2\x80\x99}", "{\"a\": \"x\"}");
    row("German quotes", "[\xE2\x80\x9E""a\xE2\x80\x9C]", "[\"a\"]");
    row("French quotes", "[\xC2\xAB""a\xC2\xBB]", "[\"a\"]");
    row("name without quotes", "{a: 1, b_2: 2, $c-d: 3}", "{\"a\": 1, \"b_2\": 2, \"$c-d\": 3}");
    row("number as a name", "{1: 2}", "{\"1\": 2}");
    row("text without quotes", "{\"state\": open}", "{\"state\": \"open\"}");
    row("several words without quotes", "{\"title\": Hello big world, \"b\": 1}",
        "{\"title\": \"Hello big world\", \"b\": 1}");
    row("number and word without quotes", "[5 apples, 12:30]", "[\"5 apples\", \"12:30\"]");
    row("missing comma before a name", "{a: 1 b: 2}", "{\"a\": 1, \"b\": 2}");
    row("address without quotes", "{\"url\": https://example.org/a}", "{\"url\": \"https://example.org/a\"}");
    row("Python's words", "[None, True, False]", "[null, true, false]");
    row("shouted words", "[NULL, TRUE, FALSE]", "[null, true, false]");
    row("JavaScript's words", "[undefined, NaN, Infinity, -Infinity]", "[null, null, null, null]");
    row("a Python dictionary", "{'a': None, 'b': True, 'c': ['x', 1.0], }",
        "{\"a\": null, \"b\": true, \"c\": [\"x\", 1.0] }");
    row("a Python tuple", "{'a': (1, 2)}", "{\"a\": [1, 2]}");
    row("Python prefixes", "{u'a': b'x'}", "{\"a\": \"x\"}");
    row("line comment", "{\n  \"a\": 1 // one\n}", "{\n  \"a\": 1 \n}");
    row("comment between", "[1, /* two */ 3]", "[1,  3]");
    row("comment of a shell", "# say\n[1]", "\n[1]");
    row("comment that never ends", "[1] /* x", "[1] ");
    row("comment before a missing comma", "[1//c\n2]", "[1,\n2]");
    row("plus sign", "[+1]", "[1]");
    row("no digit before the point", "[.5, -.5]", "[0.5, -0.5]");
    row("no digit behind the point", "[5., 5.e3]", "[5.0, 5.0e3]");
    row("leading zeros are an id", "[007]", "[\"007\"]");
    row("hexadecimal is a text", "[0x1F]", "[\"0x1F\"]");
    row("date without quotes", "{\"d\": 2024-01-31}", "{\"d\": \"2024-01-31\"}");
    row("colon written as equals", "{\"a\" = 1, \"b\" => 2}", "{\"a\" : 1, \"b\" : 2}");
    row("missing colon", "{\"a\" 1}", "{\"a\":  1}");
    row("missing value", "{\"a\": , \"b\":}", "{\"a\": null , \"b\": null}");
    row("unclosed object", "{\"a\": 1", "{\"a\": 1}");
    row("unclosed everything", "{\"a\": [1, {\"b\": 2", "{\"a\": [1, {\"b\": 2}]}");
    row("unclosed after a comma", "{\"a\": 1,\n", "{\"a\": 1}\n");
    row("unclosed after a colon", "{\"a\":", "{\"a\": null}");
    row("unclosed after a name", "{\"a\"", "{\"a\": null}");
    row("bracket of the other kind", "[1, 2}", "[1, 2]");
    row("bracket left out", "{\"a\": [1, 2, \"b\": 3}", "{\"a\": [1, 2, \"b\": 3}"); // what is meant nobody knows
    row("bracket left out before the last", "{\"a\": [1, 2}", "{\"a\": [1, 2]}");
    row("one bracket too many", "[1]]", "[1]");
    row("unclosed text in a line", "{\"a\": \"x,\n \"b\": 1}", "{\"a\": \"x\",\n \"b\": 1}");
    row("unclosed text at the end", "{\"a\": \"x}", "{\"a\": \"x\"}");
    row("unclosed text and brackets", "{\"a\": [\"x", "{\"a\": [\"x\"]}");
    row("text of several lines", "{\"a\": \"one\ntwo\tthree\"}", "{\"a\": \"one\\ntwo\\tthree\"}");
    row("text with Windows lines", "[\"a\r\nb\"]", "[\"a\\r\\nb\"]");
    row("path of Windows", "[\"C:\\Users\\x\"]", "[\"C:\\\\Users\\\\x\"]");
    row("half an escape", "[\"\\u12\"]", "[\"\\\\u12\"]");
    row("variable without quotes", "{\"a\": {{name}}, \"b\": 1}", "{\"a\": \"{{name}}\", \"b\": 1}");
    row("blank that is none", "{\xC2\xA0\"a\": 1}", "{ \"a\": 1}");
    row("numbers keep their spelling", "{a: 1.10, b: 12345678901234567890,}", "{\"a\": 1.10, \"b\": 12345678901234567890}");
    row("odd space stays", "{ a :\t1 ,\r\n b : 2 , }", "{ \"a\" :\t1 ,\r\n \"b\" : 2  }");
    row("byte order mark stays", "\xEF\xBB\xBF{a: 1}", "\xEF\xBB\xBF{\"a\": 1}");
}

void TestRepair::mendsAllAtOnce()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, mended);
    QCOMPARE(repaired(text), mended);
    if (mended != text)
        QVERIFY(Document::parse(mended).isValid());
}

void TestRepair::eachHasItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("found"); // what is underlined, and what is said
    const auto row = [](const char *name, const char *text, const QByteArrayList &found) {
        QTest::newRow(name) << QByteArray(text) << found;
    };
    row("comma", "[1,]", {"<,> A comma stands before the closing ]."});
    row("words and quotes", "{'a': None}", {"<'a'> JSON writes texts in double quotes.", "<None> JSON writes null here."});
    row("name", "{a: 1 // x\n}", {"<a> A name must stand in double quotes.", "<// x> JSON has no comments."});
    row("missing comma", "[10 20]", {"<0> A comma is missing here."});
    row("end", "[{", {"<{> The text ends before everything is closed."});
    row("text", "{\"a\": [\"x", {"<\"x> The text that begins here is not closed.",
                                   "<x> The text ends before everything is closed."});
}

void TestRepair::eachHasItsPlace()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArrayList, found);
    QByteArrayList actual;
    for (const Repair &repair : findRepairs(text)) {
        actual.append('<' + text.mid(repair.begin, repair.end - repair.begin) + "> " + repair.sentence.toUtf8());
        QVERIFY(!repair.title.isEmpty());
    }
    QCOMPARE(actual, found);
}

void TestRepair::oneFixLeavesTheOthers()
{
    const QByteArray text = "{a: None, 'b': 1,}";
    const QList<Repair> repairs = findRepairs(text);
    QCOMPARE(repairs.size(), 4);
    QByteArray result = text;
    for (const TextEdit &edit : repairs[2].edits)
        result.replace(edit.begin, edit.length, edit.text);
    QCOMPARE(result, QByteArray("{a: None, \"b\": 1,}"));
}

void TestRepair::leavesJsonAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("blank") << QByteArray(" \n ");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("JSON") << QByteArray("{\"a\": [1, \"//\", \"it's\", \"{{x}}\", null], \"a\": \"\\u0000\"}");
    QTest::newRow("a word") << QByteArray("true");
    QTest::newRow("a variable in a text") << QByteArray("{\"a\": \"{{name}}\"}");
}

void TestRepair::leavesJsonAlone()
{
    QFETCH(const QByteArray, text);
    QVERIFY(findRepairs(text).isEmpty());
    QCOMPARE(repaired(text), text);
}

void TestRepair::saysWhatItCannotMend_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("two values") << QByteArray("{} {}");
    QTest::newRow("object for a name") << QByteArray("{{\"a\":1}:2}");
    QTest::newRow("colon in an array") << QByteArray("[\"a\":2]");
}

void TestRepair::saysWhatItCannotMend()
{
    QFETCH(const QByteArray, text);
    const QList<Repair> repairs = findRepairs(text);
    QVERIFY(!repairs.isEmpty());
    QVERIFY(repairs.first().title.isEmpty());
    QVERIFY(repairs.first().edits.isEmpty());
}

void TestRepair::largeTextsAreQuick()
{
    QElapsedTimer watch;
    watch.start();
    (void)repaired('[' + QByteArray("'a',\n").repeated(200'000) + ']');
    (void)repaired(QByteArray("[").repeated(1'000'000));
    (void)repaired('"' + QByteArray("a\n").repeated(500'000));
    (void)repaired(QByteArray("{\"a\":\"x\n").repeated(100'000));
    QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
}

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
