// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/matrixmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using models::MatrixModel;

namespace {

runner::RunResult result(const QString &path, const QString &variant, int status, const QByteArray &shape = "same")
{
    runner::RunResult made;
    made.path = path + QStringLiteral(".action.json");
    made.name = path;
    made.variant = variant;
    made.status = status;
    made.exitClass = status < 400 ? 0 : 4;
    made.outcome = status < 400 ? runner::Outcome::Passed : runner::Outcome::Failed;
    made.sentence = status < 400 ? QString() : QStringLiteral("The service refused.");
    made.shape = shape;
    return made;
}

} // namespace

// A matrix as a grid, cell by cell as the answers come in.
class TestMatrixModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsAsAnswersCome();
    void marksTheOddOneOut();
    void marksAnotherStructure();
    void keepsTheWorstOfSeveralTimes();
    void beginsAnew();

private:
    static QString text(const MatrixModel &model, int row, int column) { return model.index(row, column).data().toString(); }
    const QStringList m_variants {QStringLiteral("ann"), QStringLiteral("bob"), QStringLiteral("cid")};
};

void TestMatrixModel::growsAsAnswersCome()
{
    MatrixModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.add(result(QStringLiteral("early"), QStringLiteral("ann"), 200)); // no matrix yet
    QCOMPARE(model.columnCount(), 0);
    model.reset(m_variants);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 0);
    model.add(result(QStringLiteral("list"), QStringLiteral("bob"), 200));
    QCOMPARE(model.columnCount(), 1);
    QCOMPARE(text(model, 0, 0), QString());
    QVERIFY(!model.index(0, 0).data(MatrixModel::OutcomeRole).isValid());
    QCOMPARE(text(model, 1, 0), QStringLiteral("Passed · 200"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.add(result(QStringLiteral("list"), QStringLiteral("ann"), 401));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(text(model, 0, 0), QStringLiteral("Failed · 401"));
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("The service refused."));
    model.add(result(QStringLiteral("get"), QStringLiteral("ann"), 200));
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("get"));
    QCOMPARE(model.headerData(2, Qt::Vertical, Qt::DisplayRole).toString(), QStringLiteral("cid"));
}

void TestMatrixModel::marksTheOddOneOut()
{
    MatrixModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(m_variants);
    model.add(result(QStringLiteral("list"), QStringLiteral("ann"), 401));
    model.add(result(QStringLiteral("list"), QStringLiteral("bob"), 200));
    QCOMPARE(model.oddCount(), 0); // one against one
    model.add(result(QStringLiteral("list"), QStringLiteral("cid"), 401));
    QCOMPARE(model.oddCount(), 1);
    QVERIFY(model.index(1, 0).data(MatrixModel::IsOddRole).toBool());
    QVERIFY(!model.index(0, 0).data(MatrixModel::IsOddRole).toBool());
    QCOMPARE(text(model, 1, 0), QStringLiteral("Passed · 200 · unlike the others"));
}

void TestMatrixModel::marksAnotherStructure()
{
    MatrixModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(m_variants);
    model.add(result(QStringLiteral("list"), QStringLiteral("ann"), 200));
    model.add(result(QStringLiteral("list"), QStringLiteral("bob"), 200));
    model.add(result(QStringLiteral("list"), QStringLiteral("cid"), 200, "other"));
    QVERIFY(model.index(2, 0).data(MatrixModel::IsOddRole).toBool());
    QCOMPARE(model.index(2, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("The answer has another structure than most."));
}

void TestMatrixModel::keepsTheWorstOfSeveralTimes()
{
    MatrixModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(m_variants);
    for (const int status : {200, 500, 200})
        model.add(result(QStringLiteral("list"), QStringLiteral("ann"), status));
    QCOMPARE(text(model, 0, 0), QStringLiteral("Failed · 500"));
}

void TestMatrixModel::beginsAnew()
{
    MatrixModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(m_variants);
    model.add(result(QStringLiteral("list"), QStringLiteral("ann"), 200));
    model.reset({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
    QCOMPARE(model.oddCount(), 0);
}

QTEST_GUILESS_MAIN(TestMatrixModel)
#include "tst_matrixmodel.moc"
