// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/prettylines.h"

#include "app/json/format.h"

#include <QTest>

using namespace actionscope::json;

class TestPrettyLines final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreThePrettyText_data();
    void rowsAreThePrettyText();
    void everyRowIsFoundFromItsBytes_data();
    void everyRowIsFoundFromItsBytes();
    void longLinesAreCutGently();
    void linesAreNumberedAcrossLongOnes();
    void containersKnowWhereTheyClose();
    void aBrokenTextShowsItsReadablePart_data();
    void aBrokenTextShowsItsReadablePart();
    void deepNestingStopsIndenting();
};

namespace {

QByteArray textOf(const PrettyLines &lines)
{
    QByteArray text;
    for (qsizetype row = 0; row < lines.rowCount(); ++row) {
        const PrettyRow shown = lines.row(row);
        if (row > 0 && !shown.isContinuation)
            text += '\n';
        text += shown.text;
    }
    return text;
}

// Many values of many kinds, more than one mark apart.
QByteArray largeText()
{
    QByteArray text = "[";
    for (int i = 0; i < 200; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "{\"id\": " + number + ",\"tags\":[\"a\",\"b\", [ ] ],\"user\":{\"login\":\"u" + number + "\",\"plan\":{}},\"body\":\""
            + QByteArray(i * 37, 'x') + "\"} ,\n";
    }
    return text + "null]";
}

} // namespace

void TestPrettyLines::rowsAreThePrettyText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("scalar") << QByteArray("  12.50 ");
    QTest::newRow("empty object") << QByteArray("{ }");
    QTest::newRow("empty array in an array") << QByteArray("[[ ],{}]");
    QTest::newRow("object") << QByteArray("{\"b\":1.10,\"a\":{\"c\":[1,2,[3]],\"d\":null},\"b\":\"\\u00e9\"}");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF[1]");
    QTest::newRow("several marks") << largeText();
}

void TestPrettyLines::rowsAreThePrettyText()
{
    QFETCH(QByteArray, json);
    const PrettyLines lines(Document::parse(json));
    const QByteArray shown = textOf(lines);
    if (json.startsWith('\xEF'))
        json = json.sliced(3);
    QCOMPARE(shown, prettyPrinted(json));
    QCOMPARE(lines.lineCount(), shown.count('\n') + 1);
}

void TestPrettyLines::everyRowIsFoundFromItsBytes_data() { rowsAreThePrettyText_data(); }

void TestPrettyLines::everyRowIsFoundFromItsBytes()
{
    QFETCH(QByteArray, json);
    const PrettyLines lines(Document::parse(json));
    qsizetype shownBytes = 0;
    for (qsizetype row = 0; row < lines.rowCount(); ++row) {
        for (const PrettyRow::Part &part : lines.row(row).parts) {
            QCOMPARE(lines.rowAt(part.offset), row);
            QCOMPARE(lines.rowAt(part.offset + part.length - 1), row);
            shownBytes += part.length;
        }
    }
    QVERIFY(shownBytes > 0);
    for (qsizetype offset = 0; offset <= json.size(); ++offset) {
        const qsizetype row = lines.rowAt(offset);
        QVERIFY(row >= 0 && row < lines.rowCount());
    }
}

void TestPrettyLines::longLinesAreCutGently()
{
    QByteArray body;
    while (body.size() < 5000)
        body += "\xC3\xA9\\\"\\\\x";
    const QByteArray json = "{\"" + QByteArray(1500, 'k') + "\": \"" + body + "\"}";
    const PrettyLines lines(Document::parse(json));
    QCOMPARE(textOf(lines), prettyPrinted(json));
    QVERIFY(lines.rowCount() > 7);
    for (qsizetype row = 1; row + 1 < lines.rowCount(); ++row) {
        const QByteArray text = lines.row(row).text;
        QVERIFY(text.size() < PrettyLines::longestRow + 20);
        QVERIFY(text.isValidUtf8());
        const qsizetype end = text.size() - 1;
        qsizetype backslashes = 0;
        while (backslashes <= end && text[end - backslashes] == '\\')
            ++backslashes;
        QCOMPARE(backslashes % 2, 0);
    }
}

void TestPrettyLines::linesAreNumberedAcrossLongOnes()
{
    const PrettyLines lines(Document::parse("[1,\"" + QByteArray(3000, 'x') + "\",2,\"" + QByteArray(2000, 'y') + "\",3]"));
    QList<qsizetype> numbers;
    for (qsizetype row = 0; row < lines.rowCount(); ++row) {
        numbers.append(lines.lineNumber(row));
        QVERIFY(lines.rowOfLine(numbers.last()) <= row);
        QCOMPARE(lines.lineNumber(lines.rowOfLine(numbers.last())), numbers.last());
    }
    QCOMPARE(numbers, (QList<qsizetype> {1, 2, 3, 3, 3, 4, 5, 5, 6, 7}));
    QCOMPARE(lines.lineCount(), 7);
}

void TestPrettyLines::containersKnowWhereTheyClose()
{
    const PrettyLines lines(Document::parse(largeText()));
    QList<qsizetype> open;
    for (qsizetype row = 0; row < lines.rowCount(); ++row) {
        const PrettyRow shown = lines.row(row);
        if (shown.opens)
            open.append(row);
        else
            QCOMPARE(lines.closingRow(row), row);
        if (shown.closes)
            QCOMPARE(lines.closingRow(open.takeLast()), row);
    }
    QVERIFY(open.isEmpty());
}

void TestPrettyLines::aBrokenTextShowsItsReadablePart_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("cut after a value") << QByteArray("{\"a\":[1,{\"b\":2}") << QByteArray("{|  \"a\": [|    1,|    {|      \"b\": 2|    }")
                                       << QByteArray();
    QTest::newRow("a name without a value") << QByteArray("{\"a\":1,\"b\" ") << QByteArray("{|  \"a\": 1") << QByteArray(",\"b\" ");
    QTest::newRow("text after the end") << QByteArray("[1] x") << QByteArray("[|  1|]") << QByteArray(" x");
    QTest::newRow("nothing readable") << QByteArray("<html>") << QByteArray() << QByteArray("<html>");
    QTest::newRow("only opened") << QByteArray("[[{") << QByteArray("[|  [|    {") << QByteArray();
}

void TestPrettyLines::aBrokenTextShowsItsReadablePart()
{
    QFETCH(QByteArray, json);
    const Document document = Document::parse(json);
    const PrettyLines lines(document);
    QTEST(textOf(lines).replace('\n', '|'), "shown");
    QTEST(json.sliced(document.index()->readEnd), "rest");
}

void TestPrettyLines::deepNestingStopsIndenting()
{
    const QByteArray json = QByteArray(5000, '[') + "1" + QByteArray(5000, ']');
    const PrettyLines lines(Document::parse(json));
    QCOMPARE(lines.rowCount(), 10001);
    QCOMPARE(lines.row(5000).text.trimmed(), QByteArray("1"));
    QCOMPARE(lines.row(5000).text.size(), PrettyLines::deepestIndent * PrettyLines::indentWidth + 1);
    QCOMPARE(lines.closingRow(0), 10000);
    QCOMPARE(lines.closingRow(4999), 5001);
    QCOMPARE(lines.rowAt(9999), 9999);
}

QTEST_APPLESS_MAIN(TestPrettyLines)
#include "tst_prettylines.moc"
