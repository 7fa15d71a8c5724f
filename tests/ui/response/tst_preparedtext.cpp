// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/preparedtext.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;

class TestPreparedText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void preparesABody_data();
    void preparesABody();
    void neverGrowsWithoutMeasure();
};

void TestPreparedText::preparesABody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isPretty");

    QTest::newRow("empty") << QByteArray() << QByteArray() << false;
    QTest::newRow("numbers keep their spelling")
        << QByteArray("{\"a\":[1.10,-0]}") << QByteArray("{\n  \"a\": [\n    1.10,\n    -0\n  ]\n}") << true;
    QTest::newRow("cut off in a string")
        << QByteArray("{\"a\":1,\"b\":\"x y") << QByteArray("{\n  \"a\": 1,\n  \"b\": \"x y") << true;
    QTest::newRow("wrong from some place on")
        << QByteArray("{\"a\":1,  so  what") << QByteArray("{\n  \"a\": 1,\n  so  what") << true;
    QTest::newRow("a page") << QByteArray("<html>\n <p> a  b") << QByteArray("<html>\n <p> a  b") << false;
    QTest::newRow("a word") << QByteArray(" true ") << QByteArray(" true ") << false;
}

void TestPreparedText::preparesABody()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, text);
    QFETCH(bool, isPretty);
    const PreparedText pretty = preparedText(json::Document::parse(body), TextForm::Pretty);
    QCOMPARE(pretty.lines.text(), text);
    QCOMPARE(pretty.isPretty, isPretty);
    QCOMPARE(preparedText(json::Document::parse(body), TextForm::AsReceived).lines.text(), body);
}

void TestPreparedText::neverGrowsWithoutMeasure()
{
    // 60 MB of indents per item if it were written out.
    const int depth = json::Document::maximumDepth - 1;
    const QByteArray deep = QByteArray(depth, '[') + QByteArray(depth, ']');
    const QByteArray body = '[' + (deep + ',').repeated(20) + deep + ']';
    const PreparedText text = preparedText(json::Document::parse(body), TextForm::Pretty);
    QVERIFY(!text.isPretty);
    QCOMPARE(text.lines.text(), body);
}

QTEST_GUILESS_MAIN(TestPreparedText)
#include "tst_preparedtext.moc"
