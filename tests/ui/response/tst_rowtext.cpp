// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/rowtext.h"

#include <QTest>

using namespace actionscope::ui;

class TestRowText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAnyBytes_data();
    void showsAnyBytes();
    void leadsBackToTheBytes();
    void findsTheKindsOfJson_data();
    void findsTheKindsOfJson();
};

void TestRowText::showsAnyBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");

    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("plain") << QByteArray("{\"a\": 1}") << "{\"a\": 1}";
    QTest::newRow("two to four bytes")
        << QByteArray("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80") << QString::fromUtf8("é€😀");
    QTest::newRow("not UTF-8") << QByteArray("a\xFF\xFE\x62") << QString::fromUtf8("a��b");
    QTest::newRow("cut character") << QByteArray("a\xE2\x82") << QString::fromUtf8("a��");
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QString::fromUtf8("��");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QString::fromUtf8("���");
    QTest::newRow("control characters") << QByteArray("\0\x1b[31m\t\r", 8) << QString::fromUtf8("··[31m\t·");
    QTest::newRow("line separator") << QByteArray("a\xE2\x80\xA8z") << QString::fromUtf8("a↵z");
}

void TestRowText::showsAnyBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const RowText row = rowText(bytes);
    QCOMPARE(row.text, text);
    QCOMPARE(qsizetype(row.offsets.size()), row.text.size() + 1);
    QCOMPARE(row.offsets.back(), int(bytes.size()));
}

void TestRowText::leadsBackToTheBytes()
{
    const RowText row = rowText("a\xE2\x82\xAC\xFF\x62");
    QCOMPARE(row.offsetOf(0), 0);
    QCOMPARE(row.offsetOf(1), 1);
    QCOMPARE(row.offsetOf(2), 4);
    QCOMPARE(row.offsetOf(3), 5);
    QCOMPARE(row.offsetOf(4), 6);
    QCOMPARE(row.positionOf(4), 2);
    QCOMPARE(row.positionOf(6), 4);
    QCOMPARE(row.positionOf(99), 4);
}

void TestRowText::findsTheKindsOfJson_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<bool>("beginsInString");
    QTest::addColumn<QString>("kinds"); // one letter per character: k s n w, or the character itself

    QTest::newRow("member") << R"(  "a": "b",)" << false << "  kkk: sss,";
    QTest::newRow("numbers and words") << R"([-1.5e+3,true,null])" << false << "[nnnnnnn,wwww,wwww]";
    QTest::newRow("escaped quote") << R"("a\"b" : 1)" << false << "kkkkkk : n";
    QTest::newRow("goes on from above") << R"(xy": 1)" << true << "kkk: n";
    QTest::newRow("goes on below") << R"(1,"abc)" << false << "n,ssss";
    QTest::newRow("ends in a backslash") << R"("a\)" << false << "sss";
}

void TestRowText::findsTheKindsOfJson()
{
    QFETCH(QString, row);
    QFETCH(bool, beginsInString);
    QFETCH(QString, kinds);
    QString painted = row;
    const QList<TextSpan> spans = jsonSpans(row, beginsInString);
    for (const TextSpan &span : spans) {
        for (qsizetype at = span.start; at < span.start + span.length; ++at)
            painted[at] = QLatin1Char("ksnw"[int(span.kind)]);
    }
    QCOMPARE(painted, kinds);
}

QTEST_GUILESS_MAIN(TestRowText)
#include "tst_rowtext.moc"
