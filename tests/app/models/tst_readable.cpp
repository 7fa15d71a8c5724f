// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/readable.h"

#include <QTest>

using namespace actionscope;

class TestReadable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsDurations_data();
    void tellsDurations();
    void tellsSizes();
};

void TestReadable::tellsDurations_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");

    QTest::newRow("unknown") << qint64(-1) << QStringLiteral("–");
    QTest::newRow("nothing") << qint64(0) << "0.0 ms";
    QTest::newRow("small") << qint64(420) << "0.4 ms";
    QTest::newRow("milliseconds") << qint64(143'200) << "143 ms";
    QTest::newRow("just under a second") << qint64(999'499) << "999 ms";
    QTest::newRow("a second") << qint64(999'500) << "1.00 s";
    QTest::newRow("seconds") << qint64(12'340'000) << "12.3 s";
    QTest::newRow("a minute") << qint64(59'980'000) << "1 min 0 s";
    QTest::newRow("minutes") << qint64(185'000'000) << "3 min 5 s";
}

void TestReadable::tellsDurations()
{
    QFETCH(qint64, microseconds);
    QFETCH(QString, text);
    QCOMPARE(models::durationText(microseconds), text);
}

void TestReadable::tellsSizes()
{
    QCOMPARE(models::sizeText(0), QStringLiteral("0 bytes"));
    QCOMPARE(models::sizeText(1), QStringLiteral("1 byte"));
    QCOMPARE(models::sizeText(812), QStringLiteral("812 bytes"));
    QCOMPARE(models::sizeText(2'100), QStringLiteral("2.1 kB"));
    QCOMPARE(models::sizeText(20'000'000), QStringLiteral("20.0 MB"));
}

QTEST_GUILESS_MAIN(TestReadable)
#include "tst_readable.moc"
