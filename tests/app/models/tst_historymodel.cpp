// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/historymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using models::HistoryModel;

namespace {

QDateTime noon() { return QDate(2026, 5, 20).startOfDay().addSecs(12 * 3600); }

storage::HistorySummary entry(const QString &id, const QString &action, const QDateTime &startedAt)
{
    storage::HistorySummary summary;
    summary.id = id;
    summary.actionId = action;
    summary.startedAt = startedAt.toUTC();
    summary.environment = QStringLiteral("sandbox");
    summary.verdict = api::Verdict::Successful;
    summary.status = 200;
    summary.durationMicroseconds = 143'000;
    return summary;
}

QStringList ids(const HistoryModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.append(model.index(row, 0).data(HistoryModel::IdRole).toString());
    return result;
}

} // namespace

class TestHistoryModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheTime_data();
    void showsTheTime();
    void showsARow();
    void saysThatABodyWasNotKept();
    void changesUnderTheTester();
};

void TestHistoryModel::showsTheTime_data()
{
    QTest::addColumn<QDateTime>("startedAt");
    QTest::addColumn<QString>("text");

    QTest::newRow("today") << noon().addSecs(-3 * 60 + 7) << "11:57:07";
    QTest::newRow("first second of today") << noon().addSecs(-12 * 3600) << "00:00:00";
    QTest::newRow("yesterday") << noon().addDays(-1) << "Yesterday 12:00:00";
    QTest::newRow("this year") << noon().addDays(-40) << "10 Apr 12:00";
    QTest::newRow("before") << noon().addYears(-1) << "20 May 2025";
    QTest::newRow("not known") << QDateTime() << QString();
}

void TestHistoryModel::showsTheTime()
{
    QFETCH(QDateTime, startedAt);
    QFETCH(QString, text);
    HistoryModel model(nullptr, [] { return noon().toUTC(); });
    model.setEntries({entry(QStringLiteral("1"), QStringLiteral("A"), startedAt)});
    QCOMPARE(model.index(0, HistoryModel::TimeColumn).data().toString(), text);
}

void TestHistoryModel::showsARow()
{
    HistoryModel model(nullptr, [] { return noon().toUTC(); });
    auto refused = entry(QStringLiteral("7"), QStringLiteral("GITHUB_CREATE_AN_ISSUE"), noon());
    refused.verdict = api::Verdict::ServiceRefused;
    refused.status = 404;
    model.setEntries({refused});
    const auto at = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(at(HistoryModel::VerdictColumn), QStringLiteral("The service refused"));
    QCOMPARE(at(HistoryModel::ActionColumn), QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
    QCOMPARE(at(HistoryModel::DurationColumn), QStringLiteral("143 ms"));
    const QModelIndex index = model.index(0, 0);
    QCOMPARE(index.data(HistoryModel::VerdictRole).toInt(), int(api::Verdict::ServiceRefused));
    QCOMPARE(model.index(0, HistoryModel::DurationColumn).data(HistoryModel::SortRole).toLongLong(), 143'000);
    const QString spoken = index.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(QStringLiteral("GITHUB_CREATE_AN_ISSUE, The service refused, status 404")),
        qPrintable(spoken));
}

void TestHistoryModel::saysThatABodyWasNotKept()
{
    HistoryModel model(nullptr, [] { return noon().toUTC(); });
    auto huge = entry(QStringLiteral("7"), QStringLiteral("A"), noon());
    huge.bodySize = 200'000'000;
    huge.isBodyKept = false;
    model.setEntries({huge, entry(QStringLiteral("6"), QStringLiteral("A"), noon())});
    const auto at = [&model](int row, int role) { return model.index(row, 0).data(role).toString(); };
    QVERIFY(at(0, HistoryModel::TimeTextRole).endsWith(QStringLiteral(" · body not kept")));
    QVERIFY(at(0, Qt::AccessibleTextRole).endsWith(QLatin1String("body of 200.0 MB not kept")));
    QVERIFY(!at(1, HistoryModel::TimeTextRole).contains(QLatin1String("not kept")));
}

void TestHistoryModel::changesUnderTheTester()
{
    HistoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto make
        = [](const char *id) { return entry(QString::fromLatin1(id), QStringLiteral("A"), noon()); };
    model.setEntries({make("2"), make("1")});
    model.prepend(make("3"));
    QCOMPARE(ids(model), (QStringList {QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1")}));
    model.prepend(make("2"));
    QCOMPARE(ids(model), (QStringList {QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("1")}));
    model.removeEntry(QStringLiteral("3"));
    model.removeEntry(QStringLiteral("unknown"));
    QCOMPARE(ids(model), (QStringList {QStringLiteral("2"), QStringLiteral("1")}));
    QCOMPARE(model.rowOf(QStringLiteral("1")), 1);
    QCOMPARE(model.rowOf(QStringLiteral("3")), -1);
    model.removeEntry(QStringLiteral("1"));
    model.removeEntry(QStringLiteral("2"));
    QCOMPARE(model.rowCount(), 0);
    model.setEntries({});
}

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
