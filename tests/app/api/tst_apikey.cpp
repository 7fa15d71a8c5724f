// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/apikey.h"

#include <QTest>

using namespace actionscope;

// A key is one word; its prefix is never judged, and a refusal never repeats it.
class TestApiKey final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
};

void TestApiKey::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("plain") << QByteArray("ak_abc-_123") << QByteArray("ak_abc-_123");
    QTest::newRow("opaque") << QByteArray("x!~\"#") << QByteArray("x!~\"#");
    QTest::newRow("final newline of a file") << QByteArray("ak_1\n") << QByteArray("ak_1");
    QTest::newRow("space around") << QByteArray(" \tak_1\r\n") << QByteArray("ak_1");
}

void TestApiKey::accepts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, key);
    const auto result = api::cleanApiKey(text);
    QVERIFY(result);
    QCOMPARE(*result, key);
}

void TestApiKey::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const QString empty = QStringLiteral("The API key is empty.");
    const QString lineBreak = QStringLiteral("The API key contains a line break.");
    const QString odd = QStringLiteral("The API key contains a space, a control character or a character that no key has.");
    QTest::newRow("empty") << QByteArray() << empty;
    QTest::newRow("blank") << QByteArray(" \n") << empty;
    QTest::newRow("two lines") << QByteArray("hush\nhush") << lineBreak;
    QTest::newRow("carriage return") << QByteArray("hush\rhush") << lineBreak;
    QTest::newRow("space inside") << QByteArray("hush hush") << odd;
    QTest::newRow("NUL") << QByteArray("hush\0", 5) << odd;
    QTest::newRow("beyond ASCII") << QByteArray("hush\u00e9") << odd;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFhush") << odd;
}

void TestApiKey::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    const auto result = api::cleanApiKey(text);
    QVERIFY(!result);
    QCOMPARE(result.error().sentence, sentence);
    const Error &error = result.error();
    QVERIFY(!(error.sentence + error.detail + error.hint).contains(QStringLiteral("hush")));
}

QTEST_GUILESS_MAIN(TestApiKey)
#include "tst_apikey.moc"
