// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/folds.h"

#include <QTest>

using actionscope::ui::Folds;

class TestFolds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesWhatIsFolded();
    void foldsLieInEachOther();
    void uncoversARow();
};

void TestFolds::hidesWhatIsFolded()
{
    Folds folds;
    folds.fold(2, 4);
    folds.fold(7, 7); // nothing in it
    folds.fold(8, 9);
    QCOMPARE(folds.hiddenCount(), 3);
    QCOMPARE(folds.hiddenBy(2), 2);
    QCOMPARE(folds.hiddenBy(3), 0);
    const std::vector<qsizetype> left {0, 1, 2, 5, 6, 7, 8, 10, 11};
    for (std::size_t visible = 0; visible < left.size(); ++visible) {
        QCOMPARE(folds.rowAt(qsizetype(visible)), left[visible]);
        QCOMPARE(folds.visibleOf(left[visible]), qsizetype(visible));
    }
    QCOMPARE(folds.visibleOf(4), 2);
    QCOMPARE(folds.visibleOf(9), 6);
}

void TestFolds::foldsLieInEachOther()
{
    Folds folds;
    folds.fold(3, 5);
    folds.fold(1, 9);
    QCOMPARE(folds.hiddenCount(), 8);
    QCOMPARE(folds.visibleOf(4), 1);
    QCOMPARE(folds.rowAt(2), 10);
    folds.unfold(1);
    QCOMPARE(folds.hiddenCount(), 2);
    QVERIFY(folds.isFolded(3));
    folds.clear();
    QVERIFY(folds.isEmpty());
    QCOMPARE(folds.rowAt(4), 4);
}

void TestFolds::uncoversARow()
{
    Folds folds;
    folds.fold(0, 20);
    folds.fold(3, 5);
    folds.fold(8, 9);
    folds.uncover(4);
    QVERIFY(!folds.isFolded(0));
    QVERIFY(!folds.isFolded(3));
    QVERIFY(folds.isFolded(8));
    folds.uncover(8); // it is where the fold is, and seen
    QVERIFY(folds.isFolded(8));
}

QTEST_GUILESS_MAIN(TestFolds)
#include "tst_folds.moc"
