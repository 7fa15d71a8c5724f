// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/triggerwords.h"

#include <QTest>

using namespace actionscope;

class TestTriggerWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhichAreThere_data();
    void tellsWhichAreThere();
};

void TestTriggerWords::tellsWhichAreThere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("groups"); // a digit for each: first, second, without words
    QTest::newRow("nothing") << QByteArray() << QByteArray("001");
    QTest::newRow("another text") << QByteArray("toke secre ://") << QByteArray("001");
    QTest::newRow("at the beginning") << QByteArray("token of thanks") << QByteArray("101");
    QTest::newRow("at the end") << QByteArray("what a secret") << QByteArray("101");
    QTest::newRow("in another case") << QByteArray("API_KEY") << QByteArray("011");
    QTest::newRow("in both groups") << QByteArray("xoxToKeNxapi_keyx") << QByteArray("111");
    QTest::newRow("of three bytes") << QByteArray("\xFF\x00" "eyJ", 5) << QByteArray("011");
    QTest::newRow("cut off") << QByteArray("tok") << QByteArray("001");
}

void TestTriggerWords::tellsWhichAreThere()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, groups);
    TriggerWords words;
    QCOMPARE(words.addGroup({"token", "secret"}), 0);
    QCOMPARE(words.addGroup({"api_key", "eyj"}), 1);
    QCOMPARE(words.addGroup({}), 2);
    QByteArray found;
    for (const bool isThere : words.groupsIn(text))
        found += isThere ? '1' : '0';
    QCOMPARE(found, groups);
}

QTEST_APPLESS_MAIN(TestTriggerWords)
#include "tst_triggerwords.moc"
