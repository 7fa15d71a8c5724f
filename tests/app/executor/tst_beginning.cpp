// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/beginning.h"

#include <QTest>

using actionscope::executor::Beginning;

namespace {

constexpr qint64 second = 1'000'000;

QByteArray body(qsizetype size) { return QByteArray(size, 'x'); }

} // namespace

class TestBeginning final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNotToldOfWhatIsThereSoon();
    void isToldWhenMuchMoreIsThere();
    void isToldEverySecondWhileItIsSmall();
    void isNeverLargerThanItMay();
    void leavesTheBodyAlone();
};

void TestBeginning::isNotToldOfWhatIsThereSoon()
{
    Beginning beginning;
    QVERIFY(!beginning.of(body(10'000'000), 0, Beginning::patience - 1));
    QVERIFY(beginning.of(body(10'000'000), 0, Beginning::patience));
}

void TestBeginning::isToldWhenMuchMoreIsThere()
{
    Beginning beginning;
    QVERIFY(!beginning.of(body(Beginning::first - 1), 0, second / 2));
    QCOMPARE(beginning.of(body(Beginning::first), 0, second / 2), body(Beginning::first));
    QVERIFY(!beginning.of(body(4 * Beginning::first - 1), 0, second / 2));
    QVERIFY(beginning.of(body(4 * Beginning::first), 0, second / 2));
}

void TestBeginning::isToldEverySecondWhileItIsSmall()
{
    Beginning beginning;
    QVERIFY(!beginning.of(body(10), 0, second - 1));
    QCOMPARE(beginning.of(body(10), 0, second), body(10));
    QVERIFY(!beginning.of(body(10), 0, 3 * second)); // no news
    QVERIFY(beginning.of(body(11), 0, 3 * second));
    QVERIFY(beginning.of(body(Beginning::small), 0, 3 * second + 1));
    QVERIFY(!beginning.of(body(Beginning::small + 1), 0, 9 * second));
}

void TestBeginning::isNeverLargerThanItMay()
{
    Beginning beginning;
    QCOMPARE(beginning.of(body(Beginning::largest + 5), 0, second)->size(), Beginning::largest);
    QVERIFY(!beginning.of(body(4 * Beginning::largest), 0, 9 * second));
}

void TestBeginning::leavesTheBodyAlone()
{
    Beginning beginning;
    QByteArray growing = body(Beginning::first);
    const auto told = beginning.of(growing, 0, second);
    const char *place = growing.constData();
    growing[0] = 'y';
    QCOMPARE(static_cast<const void *>(growing.constData()), static_cast<const void *>(place));
    QCOMPARE(told->at(0), 'x');
}

QTEST_GUILESS_MAIN(TestBeginning)
#include "tst_beginning.moc"
