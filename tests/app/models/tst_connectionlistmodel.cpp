// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/connectionlistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace actionscope;
using models::ConnectionListModel;

// The rows under the entity and account fields, printed as a person reads them.
class TestConnectionListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEntities();
    void listsAccounts();
    void isEmptyWithoutACatalogue();

private:
    static QString printed(const ConnectionListModel &model);
};

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

catalog::Catalog everyday()
{
    const auto account = [](const char *id, const char *app, const char *user, bool isActive, int days) {
        api::ConnectedAccount result;
        result.id = QLatin1String(id);
        result.appKey = QLatin1String(app);
        result.userId = QLatin1String(user);
        result.status = isActive ? api::AccountStatus::Active : api::AccountStatus::Expired;
        result.statusWord = isActive ? QStringLiteral("ACTIVE") : QStringLiteral("EXPIRED");
        result.createdAt = now.addDays(-days);
        return result;
    };
    QList<api::ConnectedAccount> accounts {account("ca_1", "github", "eve", false, 1),
        account("ca_2", "github", "default", true, 2), account("ca_3", "github", "default", false, 3),
        account("ca_4", "github", "pg-test-1", true, 4), account("ca_5", "gmail", "bob", true, 5)};
    accounts[1].labels = {QStringLiteral("primary")};
    return catalog::Catalog({}, {}, accounts, now);
}

} // namespace

QString TestConnectionListModel::printed(const ConnectionListModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        lines.append(QStringLiteral("%1 %2 | %3")
                         .arg(index.data(ConnectionListModel::IsUsableRole).toBool() ? QStringLiteral("+")
                                                                                     : QStringLiteral("-"),
                             index.data(ConnectionListModel::ValueRole).toString(),
                             index.data(ConnectionListModel::DetailRole).toString()));
    }
    return lines.join(QLatin1Char('\n'));
}

void TestConnectionListModel::listsEntities()
{
    ConnectionListModel model;
    const QAbstractItemModelTester tester(&model);
    model.setEntities(everyday(), QStringLiteral("github"));
    QCOMPARE(printed(model),
        QStringLiteral("+ default | ACTIVE · 2 accounts\n+ pg-test-1 | ACTIVE · made in the dashboard\n- eve "
                       "| EXPIRED"));
    model.setEntities(everyday(), QStringLiteral("gmail"));
    QCOMPARE(printed(model), QStringLiteral("+ bob | ACTIVE"));
    model.setEntities(everyday(), QStringLiteral("notion"));
    QCOMPARE(model.rowCount(), 0);
    model.setEntities(everyday(), {});
    QCOMPARE(model.rowCount(), 4);
}

void TestConnectionListModel::listsAccounts()
{
    ConnectionListModel model;
    const QAbstractItemModelTester tester(&model);
    model.setAccounts(everyday(), QStringLiteral("github"), QStringLiteral("default"), now);
    QCOMPARE(printed(model),
        QStringLiteral(
            "+ ca_2 | default · ACTIVE · 2 days old · primary\n- ca_3 | default · EXPIRED · 3 days old\n"
            "+ ca_4 | pg-test-1 · ACTIVE · 4 days old\n- ca_1 | eve · EXPIRED · 1 day old"));
    model.setAccounts(everyday(), {}, {}, now);
    QVERIFY(printed(model).contains(QStringLiteral("+ ca_5 | gmail · bob · ACTIVE")));
}

void TestConnectionListModel::isEmptyWithoutACatalogue()
{
    ConnectionListModel model;
    const QAbstractItemModelTester tester(&model);
    model.setEntities(everyday(), {});
    model.setEntities({}, {});
    QCOMPARE(model.rowCount(), 0);
    model.setAccounts({}, QStringLiteral("github"), {}, now);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionListModel)
#include "tst_connectionlistmodel.moc"
