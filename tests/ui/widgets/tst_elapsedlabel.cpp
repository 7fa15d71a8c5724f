// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/elapsedlabel.h"

#include <QTest>

using namespace actionscope::ui;

class tst_ElapsedLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTheTime_data();
    void saysTheTime();
    void countsUntilStopped();
};

void tst_ElapsedLabel::saysTheTime_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0.0 s");
    QTest::newRow("tenths") << qint64(1'290) << QStringLiteral("1.2 s");
    QTest::newRow("last with tenths") << qint64(9'999) << QStringLiteral("9.9 s");
    QTest::newRow("whole seconds") << qint64(10'000) << QStringLiteral("10 s");
    QTest::newRow("last second") << qint64(59'999) << QStringLiteral("59 s");
    QTest::newRow("a minute") << qint64(65'000) << QStringLiteral("1 min 05 s");
    QTest::newRow("long") << qint64(3'599'000) << QStringLiteral("59 min 59 s");
}

void tst_ElapsedLabel::saysTheTime()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, text);
    QCOMPARE(ElapsedLabel::textFor(milliseconds), text);
}

void tst_ElapsedLabel::countsUntilStopped()
{
    ElapsedLabel label;
    label.start();
    QCOMPARE(label.text(), QStringLiteral("0.0 s"));
    QTRY_VERIFY(label.text() >= QLatin1String("0.2 s"));
    label.stop();
    QVERIFY(label.text() != QLatin1String("0.0 s"));
    label.start();
    QCOMPARE(label.text(), QStringLiteral("0.0 s"));
}

QTEST_MAIN(tst_ElapsedLabel)
#include "tst_elapsedlabel.moc"
