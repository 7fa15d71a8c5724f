// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/servedrequestmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace actionscope;
using models::ServedRequest;
using models::ServedRequestModel;

namespace {

ServedRequest request(quint64 number, const QString &actionId = QStringLiteral("SANDBOX_ECHO"))
{
    ServedRequest request;
    request.number = number;
    request.time = QDateTime::currentDateTimeUtc();
    request.method = QStringLiteral("POST");
    request.path = QStringLiteral("/api/v3.1/tools/execute/") + actionId;
    request.actionId = actionId;
    request.status = 200;
    request.verdict = api::Verdict::Successful;
    request.microseconds = 1200;
    return request;
}

QList<ServedRequest> requests(quint64 first, quint64 last)
{
    QList<ServedRequest> list;
    for (quint64 number = first; number <= last; ++number)
        list.append(request(number));
    return list;
}

QVariant at(const ServedRequestModel &model, int row, int role, int column = 0)
{
    return model.index(row, column).data(role);
}

} // namespace

// Requests to the sandbox as rows.
class TestServedRequestModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsTheNewestOnTop();
    void keepsTheLastOnes();
    void saysWhatCameOfARequest_data();
    void saysWhatCameOfARequest();
    void findsByWhatIsThere_data();
    void findsByWhatIsThere();
    void staysQuickWithManyRows();
};

void TestServedRequestModel::putsTheNewestOnTop()
{
    ServedRequestModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append({});
    QCOMPARE(model.rowCount(), 0);
    model.append(requests(1, 3));
    model.append(requests(4, 4));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(at(model, 0, ServedRequestModel::NumberRole).toULongLong(), quint64(4));
    QCOMPARE(at(model, 3, ServedRequestModel::NumberRole).toULongLong(), quint64(1));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestServedRequestModel::keepsTheLastOnes()
{
    ServedRequestModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    constexpr auto most = quint64(ServedRequestModel::mostRows);
    model.append(requests(1, most));
    model.append(requests(most + 1, most + 5));
    QCOMPARE(model.rowCount(), ServedRequestModel::mostRows);
    QCOMPARE(at(model, 0, ServedRequestModel::NumberRole).toULongLong(), most + 5);
    QCOMPARE(at(model, model.rowCount() - 1, ServedRequestModel::NumberRole).toULongLong(), quint64(6));
    model.append(requests(1, most + 7)); // more at once than there is room for
    QCOMPARE(model.rowCount(), ServedRequestModel::mostRows);
    QCOMPARE(at(model, 0, ServedRequestModel::NumberRole).toULongLong(), most + 7);
}

void TestServedRequestModel::saysWhatCameOfARequest_data()
{
    QTest::addColumn<ServedRequest>("request");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("detail"); // behind the time
    QTest::addColumn<api::Verdict>("verdict");
    ServedRequest sample = request(1);
    QTest::newRow("an execution") << sample << "SANDBOX_ECHO" << " · v3.1 · 200" << api::Verdict::Successful;
    sample.verdict = api::Verdict::ActionRefused;
    QTest::newRow("the action said no") << sample << "SANDBOX_ECHO" << " · v3.1 · 200 · The action said no"
                                        << api::Verdict::ActionRefused;
    sample.status = 0;
    sample.verdict = api::Verdict::OutcomeUnknown;
    QTest::newRow("no answer") << sample << "SANDBOX_ECHO" << " · v3.1 · no answer · Outcome unknown"
                               << api::Verdict::OutcomeUnknown;
    sample = request(1);
    sample.replay = QStringLiteral("nearest; run=a:1");
    QTest::newRow("replayed") << sample << "SANDBOX_ECHO" << " · v3.1 · 200 · replayed the nearest" << api::Verdict::Successful;
    sample = request(1);
    sample.method = QStringLiteral("GET");
    sample.path = QStringLiteral("/api/v1/apps?x=1");
    sample.actionId.clear();
    sample.verdict.reset();
    QTest::newRow("a list") << sample << "GET /api/v1/apps?x=1" << " · 200" << api::Verdict::Successful;
    sample.status = 401;
    QTest::newRow("a refused list") << sample << "GET /api/v1/apps?x=1" << " · 401" << api::Verdict::ServiceRefused;
    sample.status = 0;
    QTest::newRow("a list nobody waited for") << sample << "GET /api/v1/apps?x=1" << " · no answer"
                                              << api::Verdict::NoUsableAnswer;
}

void TestServedRequestModel::saysWhatCameOfARequest()
{
    QFETCH(ServedRequest, request);
    QFETCH(QString, title);
    QFETCH(QString, detail);
    QFETCH(api::Verdict, verdict);
    ServedRequestModel model;
    model.append({request});
    QCOMPARE(at(model, 0, ServedRequestModel::TitleRole).toString(), title);
    const QString whole = at(model, 0, ServedRequestModel::DetailRole).toString();
    QVERIFY2(whole.endsWith(detail), qPrintable(whole));
    QCOMPARE(at(model, 0, ServedRequestModel::VerdictRole).toInt(), int(verdict));
    QVERIFY(at(model, 0, Qt::AccessibleTextRole).toString().contains(request.path));
    QCOMPARE(model.headerData(ServedRequestModel::PathColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
        QStringLiteral("Path"));
    QCOMPARE(at(model, 0, Qt::DisplayRole, ServedRequestModel::PathColumn).toString(), request.path);
}

void TestServedRequestModel::findsByWhatIsThere_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("found");
    QTest::newRow("an action") << "echo" << 3;
    QTest::newRow("a status") << "503" << 1;
    QTest::newRow("a fault") << "status=503@" << 1;
    QTest::newRow("a path") << "v1/apps" << 1;
    QTest::newRow("a verdict") << "service refused" << 1;
    QTest::newRow("nothing") << "absent" << 0;
}

void TestServedRequestModel::findsByWhatIsThere()
{
    QFETCH(QString, words);
    QFETCH(int, found);
    ServedRequestModel model;
    QList<ServedRequest> list = requests(1, 3);
    list[1].status = 503;
    list[1].verdict = api::Verdict::ServiceRefused;
    list[1].faults = QStringLiteral("status=503@50%");
    ServedRequest apps;
    apps.method = QStringLiteral("GET");
    apps.path = QStringLiteral("/api/v1/apps");
    apps.status = 200;
    model.append(list + QList<ServedRequest> {apps});
    QSortFilterProxyModel matches;
    matches.setSourceModel(&model);
    matches.setFilterRole(ServedRequestModel::SearchRole);
    matches.setFilterCaseSensitivity(Qt::CaseInsensitive);
    matches.setFilterFixedString(words);
    QCOMPARE(matches.rowCount(), found);
}

// A load test against the sandbox must not stop the window: rows by the hundred, a full list, a filter on it.
void TestServedRequestModel::staysQuickWithManyRows()
{
    ServedRequestModel model;
    QSortFilterProxyModel matches;
    matches.setSourceModel(&model);
    matches.setFilterRole(ServedRequestModel::SearchRole);
    matches.setFilterCaseSensitivity(Qt::CaseInsensitive);
    QElapsedTimer clock;
    clock.start();
    for (quint64 first = 1; first <= 20'000; first += 100)
        model.append(requests(first, first + 99));
    matches.setFilterFixedString(QStringLiteral("echo"));
    QCOMPARE(matches.rowCount(), ServedRequestModel::mostRows);
    model.append(requests(20'001, 20'100));
    QCOMPARE(matches.rowCount(), ServedRequestModel::mostRows);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestServedRequestModel)
#include "tst_servedrequestmodel.moc"
