// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/lineindex.h"

#include <QTest>

using namespace actionscope::models;

class TestLineIndex final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsLines_data();
    void cutsLines();
    void cutsLongLines();
    void cutsBetweenCharacters();
    void cutsBytesThatAreNoText();
    void knowsWhetherAStringGoesOn();
    void findsTheRowOfAnOffset();
};

void TestLineIndex::cutsLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("rows");

    QTest::newRow("empty") << QByteArray() << QList<QByteArray> {""};
    QTest::newRow("one line") << QByteArray("abc") << QList<QByteArray> {"abc"};
    QTest::newRow("two lines") << QByteArray("abc\nd") << QList<QByteArray> {"abc", "d"};
    QTest::newRow("final break") << QByteArray("abc\n") << QList<QByteArray> {"abc", ""};
    QTest::newRow("only breaks") << QByteArray("\n\n") << QList<QByteArray> {"", "", ""};
    QTest::newRow("returns") << QByteArray("a\r\nb\r\n\r\nc\r") << QList<QByteArray> {"a", "b", "", "c\r"};
    QTest::newRow("zero bytes") << QByteArray("a\0b\nc", 5) << QList<QByteArray> {QByteArray("a\0b", 3), "c"};
}

void TestLineIndex::cutsLines()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArray>, rows);
    const LineIndex index(text);
    QCOMPARE(index.rowCount(), rows.size());
    for (qsizetype row = 0; row < rows.size(); ++row) {
        QCOMPARE(index.bytes(row).toByteArray(), rows[row]);
        QCOMPARE(index.lineNumber(row), row + 1);
        QVERIFY(!index.isContinuation(row));
    }
}

void TestLineIndex::cutsLongLines()
{
    const QByteArray longLine(2500, 'x');
    const LineIndex index("first\n" + longLine + "\r\nlast");
    QCOMPARE(index.rowCount(), 5);
    QCOMPARE(index.lineCount(), 3);
    QCOMPARE(index.bytes(1).size(), LineIndex::longestRow);
    QCOMPARE(
        index.bytes(1).toByteArray() + index.bytes(2).toByteArray() + index.bytes(3).toByteArray(), longLine);
    QVERIFY(!index.isContinuation(1));
    QVERIFY(index.isContinuation(2));
    QVERIFY(index.isContinuation(3));
    QCOMPARE(index.lineNumber(1), 2);
    QCOMPARE(index.lineNumber(3), 2);
    QCOMPARE(index.lineNumber(4), 3);
    QCOMPARE(index.bytes(4).toByteArray(), QByteArray("last"));
}

void TestLineIndex::cutsBetweenCharacters()
{
    const QByteArray text = 'x' + QString(2000, QChar(0x20AC)).toUtf8();
    const LineIndex index(text);
    QByteArray together;
    for (qsizetype row = 0; row < index.rowCount(); ++row) {
        QVERIFY(index.bytes(row).isValidUtf8());
        together += index.bytes(row);
    }
    QCOMPARE(together, text);
}

void TestLineIndex::cutsBytesThatAreNoText()
{
    const QByteArray text(5000, '\x80');
    const LineIndex index(text);
    QVERIFY(index.rowCount() >= 4);
    for (qsizetype row = 0; row < index.rowCount(); ++row)
        QVERIFY(index.bytes(row).size() <= LineIndex::longestRow + 4);
}

void TestLineIndex::knowsWhetherAStringGoesOn()
{
    const LineIndex index("{\"long\":\"" + QByteArray(1500, '\\').replace("\\", "\\\"") + "\",\"n\":["
        + QByteArray(3000, '1') + "]}");
    QVERIFY(!index.beginsInString(0));
    QVERIFY(index.beginsInString(1));
    QVERIFY(index.beginsInString(2));
    QVERIFY(!index.beginsInString(index.rowCount() - 1));
    for (qsizetype row = 1; row < index.rowCount(); ++row)
        QVERIFY2(!index.bytes(row).startsWith('"') || !index.beginsInString(row), "an escape was cut in two");
}

void TestLineIndex::findsTheRowOfAnOffset()
{
    const LineIndex index("ab\ncd\n" + QByteArray(2000, 'x'));
    QCOMPARE(index.rowAt(0), 0);
    QCOMPARE(index.rowAt(2), 0);
    QCOMPARE(index.rowAt(3), 1);
    QCOMPARE(index.rowAt(6), 2);
    QCOMPARE(index.rowAt(6 + LineIndex::longestRow), 3);
    QCOMPARE(index.rowAt(1'000'000), 3);
}

QTEST_GUILESS_MAIN(TestLineIndex)
#include "tst_lineindex.moc"
