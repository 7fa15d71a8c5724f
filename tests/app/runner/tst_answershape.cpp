// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/answershape.h"

#include <QTest>

using namespace actionscope;

// Which answers count as built alike.
class TestAnswerShape final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesStructures_data();
    void comparesStructures();
    void hasNoneForWhatIsNoJson();
};

void TestAnswerShape::comparesStructures_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("isAlike");
    QTest::newRow("other values") << QByteArray(R"({"id":1,"name":"a"})") << QByteArray(R"({"id":22,"name":"b"})") << true;
    QTest::newRow("other order and spacing") << QByteArray(R"({"id":1,"name":"a"})") << QByteArray("{ \"name\": \"b\",\n\"id\": 2 }") << true;
    QTest::newRow("more items") << QByteArray(R"({"items":[{"id":1}]})") << QByteArray(R"({"items":[{"id":1},{"id":2}]})") << true;
    QTest::newRow("null like absent") << QByteArray(R"({"id":1,"error":null})") << QByteArray(R"({"id":1})") << true;
    QTest::newRow("a member more") << QByteArray(R"({"id":1})") << QByteArray(R"({"id":1,"name":"a"})") << false;
    QTest::newRow("another type") << QByteArray(R"({"id":1})") << QByteArray(R"({"id":"1"})") << false;
    QTest::newRow("deep inside a list") << QByteArray(R"({"items":[{"id":1}]})") << QByteArray(R"({"items":[{"id":1,"z":true}]})") << false;
    QTest::newRow("a list for an object") << QByteArray(R"({"data":[]})") << QByteArray(R"({"data":{}})") << false;
    QTest::newRow("one level lower") << QByteArray(R"({"a":{"b":1}})") << QByteArray(R"({"a":1,"b":{}})") << false;
}

void TestAnswerShape::comparesStructures()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(bool, isAlike);
    QVERIFY(!runner::shapeOf(left).isEmpty());
    QCOMPARE(runner::shapeOf(left) == runner::shapeOf(right), isAlike);
}

void TestAnswerShape::hasNoneForWhatIsNoJson()
{
    QCOMPARE(runner::shapeOf("<html></html>"), QByteArray());
    QCOMPARE(runner::shapeOf({}), QByteArray());
}

QTEST_GUILESS_MAIN(TestAnswerShape)
#include "tst_answershape.moc"
