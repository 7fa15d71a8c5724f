// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalog.h"

#include <QTest>

using namespace actionscope;
using catalog::Catalog;

namespace {

api::ConnectedAccount account(const char *id, const char *appKey, int day)
{
    api::ConnectedAccount account;
    account.id = QString::fromLatin1(id);
    account.appKey = QString::fromLatin1(appKey);
    account.createdAt = QDateTime(QDate(2026, 1, day), QTime(), Qt::UTC);
    return account;
}

api::ActionInfo action(const char *id, const char *version = "1")
{
    api::ActionInfo action;
    action.id = QString::fromLatin1(id);
    action.appKey = QStringLiteral("github");
    action.version = QString::fromLatin1(version);
    return action;
}

} // namespace

class TestCatalog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst()
    {
        const Catalog catalog;
        QVERIFY(catalog.isEmpty() && catalog.actions().isEmpty() && !catalog.syncedAt().isValid());
        QVERIFY(!catalog.action(QStringLiteral("A")) && !catalog.app(QString()) && !catalog.account(QString()));
    }

    void findsWithoutCase()
    {
        const Catalog catalog({{.key = QStringLiteral("github")}}, {action("GITHUB_A"), action("GITHUB_B")},
            {account("ca_Xy", "github", 1)}, {});
        QCOMPARE(catalog.app(QStringLiteral("GitHub"))->key, QStringLiteral("github"));
        QCOMPARE(catalog.action(QStringLiteral("github_b")), &catalog.actions()[1]);
        QCOMPARE(catalog.account(QStringLiteral("CA_XY")), &catalog.accounts()[0]);
        QVERIFY(!catalog.action(QStringLiteral("GITHUB_C")));
    }

    void listsAccountsNewestFirst()
    {
        const Catalog catalog({}, {}, {account("a", "github", 2), account("b", "gmail", 9), account("c", "github", 5)}, {});
        const auto accounts = catalog.accountsOf(QStringLiteral("GITHUB"));
        QCOMPARE(accounts.size(), 2);
        QCOMPARE(accounts[0].id, QStringLiteral("c"));
        QCOMPARE(accounts[1].id, QStringLiteral("a"));
    }

    void takesAnActionDescribedAnew()
    {
        const Catalog before({}, {action("A"), action("B")}, {}, {});
        api::ActionInfo described = action("a", "2");
        described.parameters = "{}";
        const Catalog after = before.with(described).with(action("NEW"));
        QCOMPARE(after.actions().size(), 3);
        QCOMPARE(after.action(QStringLiteral("A"))->parameters, QByteArray("{}"));
        QCOMPARE(after.action(QStringLiteral("new")), &after.actions()[2]);
        QCOMPARE(before.action(QStringLiteral("A"))->version, QStringLiteral("1"));
        QCOMPARE(Catalog().with(action("A")).actions().size(), 1);
    }

    void sharesTextsThatAreAlike()
    {
        const Catalog catalog({}, {action("A"), action("B")}, {}, {});
        QCOMPARE(catalog.actions()[0].appKey.constData(), catalog.actions()[1].appKey.constData());
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
