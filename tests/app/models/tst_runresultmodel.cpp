// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/runresultmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace actionscope;
using models::RunResultModel;
using runner::Outcome;

namespace {

runner::RunResult result(const char *title, Outcome outcome)
{
    const QString name = QString::fromLatin1(title);
    runner::RunResult made;
    made.path = name + QStringLiteral(".action.json");
    made.name = name;
    made.outcome = outcome;
    made.status = outcome == Outcome::Skipped ? 0 : 200;
    made.microseconds = outcome == Outcome::Skipped ? -1 : 1500;
    made.sentence = outcome == Outcome::Passed ? QString() : QStringLiteral("Because of %1.").arg(name);
    return made;
}

QString titles(const RunResultModel &model)
{
    QString all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row, RunResultModel::TitleColumn).data().toString();
    return all;
}

} // namespace

class TestRunResultModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsCome_data();
    void rowsCome();
    void whatIsChosenStaysChosen();
    void aRowSaysWhatHappened();
    void aHundredThousandStayQuick();
};

void TestRunResultModel::rowsCome_data()
{
    QTest::addColumn<RunResultModel::Order>("order");
    QTest::addColumn<QString>("shown");
    QTest::newRow("as they came") << RunResultModel::Order::AsTheyCame << QStringLiteral("abcdefg");
    QTest::newRow("failures first") << RunResultModel::Order::FailuresFirst << QStringLiteral("bdfaceg");
}

void TestRunResultModel::rowsCome()
{
    QFETCH(RunResultModel::Order, order);
    QFETCH(QString, shown);
    RunResultModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOrder(order);
    model.append({result("a", Outcome::Passed), result("b", Outcome::Failed), result("c", Outcome::Passed)});
    model.append({});
    model.append({result("d", Outcome::Skipped)});
    model.append({result("e", Outcome::Passed), result("f", Outcome::NotSent), result("g", Outcome::Passed)});
    QCOMPARE(titles(model), shown);
    QCOMPARE(model.index(shown.indexOf(QLatin1Char('f')), 0).data(RunResultModel::NumberRole).toLongLong(), 5);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    model.append({result("h", Outcome::Failed)});
    QCOMPARE(titles(model), QStringLiteral("h"));
}

void TestRunResultModel::whatIsChosenStaysChosen()
{
    RunResultModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append({result("a", Outcome::Passed), result("b", Outcome::Failed), result("c", Outcome::Passed)});
    const QPersistentModelIndex chosen = model.index(2, 0);
    model.setOrder(RunResultModel::Order::FailuresFirst);
    QCOMPARE(titles(model), QStringLiteral("bac"));
    QCOMPARE(chosen.data().toString(), QStringLiteral("c"));
    model.append({result("d", Outcome::Failed)});
    QCOMPARE(chosen.data().toString(), QStringLiteral("c"));
    model.setOrder(RunResultModel::Order::AsTheyCame);
    QCOMPARE(titles(model), QStringLiteral("abcd"));
    QCOMPARE(chosen.row(), 2);
}

void TestRunResultModel::aRowSaysWhatHappened()
{
    RunResultModel model;
    model.append({result("a", Outcome::Failed), result("b", Outcome::Skipped)});
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, RunResultModel::StatusColumn), QStringLiteral("200"));
    QCOMPARE(text(0, RunResultModel::DurationColumn), QStringLiteral("1.5 ms"));
    QCOMPARE(text(0, RunResultModel::SentenceColumn), QStringLiteral("Because of a."));
    QCOMPARE(text(1, RunResultModel::StatusColumn), QString());
    QCOMPARE(text(1, RunResultModel::DurationColumn), QString());
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("a: Failed"));
}

void TestRunResultModel::aHundredThousandStayQuick()
{
    QList<runner::RunResult> some;
    for (int i = 0; i < 1000; ++i)
        some.append(result("r", i % 10 == 0 ? Outcome::Failed : Outcome::Passed));
    RunResultModel model;
    model.setOrder(RunResultModel::Order::FailuresFirst);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
        model.append(some);
    QCOMPARE(model.rowCount(), 100'000);
    QCOMPARE(model.index(9999, 0).data(RunResultModel::OutcomeRole).toInt(), int(Outcome::Failed));
    QCOMPARE(model.index(10'000, 0).data(RunResultModel::OutcomeRole).toInt(), int(Outcome::Passed));
    model.setOrder(RunResultModel::Order::AsTheyCame);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestRunResultModel)
#include "tst_runresultmodel.moc"
