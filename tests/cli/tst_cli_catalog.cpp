// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalogstore.h"
#include "tests/cli/catalogservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace actionscope;
using tests::CatalogService;
using tests::CliProcess;

namespace {

QStringList words(const char *text) { return QString::fromUtf8(text).split(QLatin1Char(' ')); }

QJsonArray parsedArray(const QByteArray &output) { return QJsonDocument::fromJson(output).array(); }

QStringList membersOf(const QByteArray &output, const char *member)
{
    QStringList found;
    for (const QJsonValue &each : parsedArray(output))
        found.append(each.toObject().value(QLatin1String(member)).toString());
    return found;
}

} // namespace

// `actions`, `apps`, `accounts` and `catalog` against the sandbox and against a service that answers well.
class TestCliCatalog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBadUsage_data();
    void refusesBadUsage();
    void findsActions_data();
    void findsActions();
    void filters_data();
    void filters();
    void printsAlignedLinesForPeople();
    void recentAndFavouriteOnesComeFirst();
    void showsOneAction();
    void namesTheNearestActions();
    void showsTheSchemaAsItCame();
    void asksTheServiceOnlyWhereItMust();
    void asksAgainWhenTheCacheIsOld();
    void anotherAddressHasItsOwnCache();
    void readsEveryVersion_data();
    void readsEveryVersion();
};

void TestCliCatalog::refusesBadUsage_data()
{
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *line, const char *said) { QTest::newRow(line) << QByteArray(said); };
    row("actions", "wants one of these words behind it: search, list, show.");
    row("actions find x", "wants one of these words");
    row("actions search", "What to search for is missing.");
    row("actions list github", "one word too many");
    row("actions show", "The action id is missing.");
    row("actions show A B", "“B” is one word too many.");
    row("actions show A/B", "must not contain");
    row("actions show A --app github", "The option --app does not exist here.");
    row("actions list --app githb", "Did you mean github?");
    row("actions list --tag importnt", "No action has the tag “importnt”.");
    row("actions list --deprecated yes", "The option --deprecated takes also, only or never.");
    row("actions list --limit -1", "whole number");
    row("actions list --offline --refresh", "exclude each other");
    row("actions list --env nowhere", "There is no environment “nowhere”.");
    row("actions list --app=", "The option --app is given an empty value.");
    row("accounts list --entity=", "The option --entity is given an empty value.");
    row("actions list --env --offline", "The option --env needs a value, and --offline looks like an option.");
    row("apps", "The command apps wants the word “list” behind it.\n");
    row("actions bogus", "The command actions has no “bogus”.\nThe command actions wants one of these words behind it: search, list, show.\n");
    row("actions serach x", "The command actions has no “serach”.\nDid you mean search?\n");
    row("apps lst", "The command apps has no “lst”.\nDid you mean list?\n");
    row("catalog snyc", "The command catalog has no “snyc”.\nDid you mean sync?\n");
    row("catalog --json", "The command catalog wants the word “sync” behind it.\n");
    row("apps list x", "one word too many");
    row("accounts list --app gihub", "There is no app “gihub” on sandbox.\nDid you mean github");
    row("accounts list --status LOST", "States are ACTIVE");
    row("catalog sync --offline", "The option --offline does not exist here.");
    row("catalog sync --limit 3", "The option --limit does not exist here.");
}

void TestCliCatalog::refusesBadUsage()
{
    QFETCH(const QByteArray, said);
    CliProcess cli;
    QCOMPARE(cli.run(words(QTest::currentDataTag())), 2);
    QVERIFY2(cli.errors.contains(said), cli.errors.constData());
    QVERIFY(cli.output.isEmpty());
}

void TestCliCatalog::findsActions_data()
{
    QTest::addColumn<QString>("first");
    QTest::newRow("gh iss cr") << QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    QTest::newRow("githib creat isue") << QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    QTest::newRow("send mail gmail") << QStringLiteral("GMAIL_SEND_EMAIL");
    QTest::newRow("SANDBOX_ECHO") << QStringLiteral("SANDBOX_ECHO");
}

void TestCliCatalog::findsActions()
{
    QFETCH(const QString, first);
    CliProcess cli;
    const QStringList search = words("actions search") + words(QTest::currentDataTag());
    QCOMPARE(cli.run(search), 0);
    QVERIFY2(cli.output.startsWith(first.toUtf8() + ' '), cli.output.constData());
    QVERIFY(!cli.output.contains('\033'));
    QCOMPARE(cli.run(search + words("--json --limit 1 --quiet")), 0);
    QCOMPARE(membersOf(cli.output, "actionId"), QStringList {first});
    QVERIFY(cli.errors.isEmpty());
}

void TestCliCatalog::filters_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("every"); // of the results; empty: whatever
    QTest::addColumn<bool>("isEmpty");
    QTest::newRow("actions list --app slack") << QStringLiteral("appName") << QStringLiteral("slack") << false;
    QTest::newRow("actions list --app GitHub --reads") << QStringLiteral("effect") << QStringLiteral("reads") << false;
    QTest::newRow("actions list --sends") << QStringLiteral("effect") << QStringLiteral("sends") << false;
    QTest::newRow("actions list --app sandbox --no-auth") << QStringLiteral("appName") << QStringLiteral("sandbox") << false;
    QTest::newRow("actions list --app github --no-auth") << QStringLiteral("appName") << QString() << true;
    QTest::newRow("actions search zzzzqqqq") << QStringLiteral("actionId") << QString() << true;
    QTest::newRow("accounts list --status expired") << QStringLiteral("status") << QStringLiteral("EXPIRED") << false;
    QTest::newRow("accounts list --app github --entity default") << QStringLiteral("entityId") << QStringLiteral("default") << false;
    QTest::newRow("accounts list --entity nobody") << QStringLiteral("entityId") << QString() << true;
    QTest::newRow("apps list --no-auth") << QStringLiteral("appName") << QString() << false;
}

void TestCliCatalog::filters()
{
    QFETCH(const QString, member);
    QFETCH(const QString, every);
    QFETCH(const bool, isEmpty);
    CliProcess cli;
    QCOMPARE(cli.run(words(QTest::currentDataTag()) + words("--json")), 0);
    QStringList found = membersOf(cli.output, qPrintable(member));
    QCOMPARE(found.isEmpty(), isEmpty);
    found.removeDuplicates();
    if (!every.isEmpty())
        QCOMPARE(found, QStringList {every});
    if (isEmpty)
        QCOMPARE(cli.output, QByteArray("[]\n"));
}

void TestCliCatalog::printsAlignedLinesForPeople()
{
    CatalogService service;
    QCOMPARE(service.run(QStringLiteral("actions list")), 0);
    QCOMPARE(service.cli.output,
        QByteArray("ACME_CREATE_TWO  changes data  acme\n"
                   "ACME_GET_ONE     reads         acme\n"));
    QVERIFY2(service.cli.errors.startsWith("2 actions, as of "), service.cli.errors.constData());
    QCOMPARE(service.run(QStringLiteral("actions list --limit 1")), 0);
    QVERIFY2(service.cli.errors.startsWith("1 of 2 actions (--limit 0 prints all)"), service.cli.errors.constData());
    QCOMPARE(service.run(QStringLiteral("apps list --quiet")), 0);
    QCOMPARE(service.cli.output, QByteArray("acme  2  Acme\n"));
    QVERIFY(service.cli.errors.isEmpty());
    QCOMPARE(service.run(QStringLiteral("accounts list --color always")), 0);
    QVERIFY2(service.cli.output.contains("\033[31mEXPIRED\033[0m"), service.cli.output.constData());
    QCOMPARE(service.run(QStringLiteral("catalog sync")), 0);
    QCOMPARE(service.cli.output, QByteArray("Apps: 1, actions: 2, connected accounts: 1\n"));
}

void TestCliCatalog::recentAndFavouriteOnesComeFirst()
{
    CliProcess cli;
    const QString config = cli.folder.filePath(QStringLiteral("config"));
    const QStringList search = words("actions search get --limit 2 --json --config") + QStringList {config};
    QCOMPARE(cli.run(search), 0);
    const QString usual = membersOf(cli.output, "actionId").value(1);
    storage::Settings settings(config);
    settings.setFavouriteAction(QStringLiteral("sandbox"), usual, storage::Settings::Favourite::Yes);
    QVERIFY(settings.save());
    QCOMPARE(cli.run(search), 0);
    QCOMPARE(membersOf(cli.output, "actionId").value(0), usual);
    QVERIFY(parsedArray(cli.output).at(0).toObject().value(QLatin1String("favourite")).toBool());
}

void TestCliCatalog::showsOneAction()
{
    CliProcess cli;
    QCOMPARE(cli.run(words("actions show github_create_an_issue")), 0);
    for (const char *part : {"GITHUB_CREATE_AN_ISSUE\nCreate an issue\n", "\nApp      github\n", "changes data",
             "\nParameters\nName ", "\nExample input\n{\n"})
        QVERIFY2(cli.output.contains(part), part);
    CatalogService service;
    QCOMPARE(service.run(QStringLiteral("actions show ACME_GET_ONE")), 0);
    QVERIFY2(service.cli.output.contains("Name  Type     Default  Limits\n"), service.cli.output.constData());
    QVERIFY2(service.cli.output.contains("n     integer  1        at most 1.10\n"), service.cli.output.constData());
    QCOMPARE(service.asked("tools"), 0); // one question is enough
}

void TestCliCatalog::namesTheNearestActions()
{
    CliProcess cli;
    QCOMPARE(cli.run(words("actions show GITHUB_CREATE_AN_ISUE")), 2);
    QVERIFY2(cli.errors.contains("There is no action GITHUB_CREATE_AN_ISUE on sandbox.\nDid you mean GITHUB_CREATE_AN_ISSUE,"),
        cli.errors.constData());
    QVERIFY(cli.output.isEmpty());
    QCOMPARE(cli.run(words("actions show GITHUB_CREATE_AN_ISUE --offline")), 2);
}

void TestCliCatalog::showsTheSchemaAsItCame()
{
    CatalogService service;
    const QByteArray member = QByteArray("\"parameters\":") + CatalogService::schema;
    QCOMPARE(service.run(QStringLiteral("actions show ACME_GET_ONE --json")), 0);
    QVERIFY2(service.cli.output.contains(member), service.cli.output.constData());
    QCOMPARE(QJsonDocument::fromJson(service.cli.output).object().value(QLatin1String("version")).toString(), QStringLiteral("8"));
    // From the kept catalogue, too, and then nobody is asked.
    QCOMPARE(service.run(QStringLiteral("catalog sync")), 0);
    const auto before = service.server.connections();
    QCOMPARE(service.run(QStringLiteral("actions show ACME_CREATE_TWO --json")), 0);
    QVERIFY2(service.cli.output.contains(member), service.cli.output.constData());
    QCOMPARE(service.server.connections(), before);
}

void TestCliCatalog::asksTheServiceOnlyWhereItMust()
{
    CatalogService service;
    QCOMPARE(service.run(QStringLiteral("actions list --offline")), 5);
    QVERIFY(service.cli.output.isEmpty());
    QVERIFY2(service.cli.errors.contains("No catalogue of acme is kept here."), service.cli.errors.constData());
    QCOMPARE(service.run(QStringLiteral("actions show ACME_GET_ONE --offline")), 5);
    QCOMPARE(service.server.connections(), 0);
    QCOMPARE(service.run(QStringLiteral("actions list --json")), 0);
    QCOMPARE(service.asked("tools"), 1);
    for (const char *line : {"actions list --json", "actions search two", "apps list", "accounts list --offline",
             "actions show ACME_GET_ONE", "actions show ACME_GET_ONE --offline"}) {
        QCOMPARE(service.run(QLatin1String(line)), 0);
        QCOMPARE(service.server.requests().size(), 4); // two lists and two pages
    }
    QCOMPARE(service.run(QStringLiteral("actions list --refresh")), 0);
    QCOMPARE(service.server.requests().size(), 8);
}

void TestCliCatalog::asksAgainWhenTheCacheIsOld()
{
    CatalogService service;
    catalog::CatalogStore store(catalog::catalogFolder(service.config), QStringLiteral("acme"), service.server.url(),
        api::ApiVersion::V31);
    const api::ActionInfo old {.id = QStringLiteral("ACME_OLD"), .appKey = QStringLiteral("acme")};
    QVERIFY(store.save({{}, {old}, {}, QDateTime::currentDateTimeUtc().addDays(-3)}));
    QCOMPARE(service.run(QStringLiteral("actions list --json --offline")), 0);
    QCOMPARE(membersOf(service.cli.output, "actionId"), QStringList {old.id});
    QCOMPARE(service.server.connections(), 0);
    service.cli.setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), {});
    QCOMPARE(service.run(QStringLiteral("actions list --json")), 2);
    QVERIFY2(service.cli.errors.contains("There is no API key for acme."), service.cli.errors.constData());
    QVERIFY2(service.cli.errors.contains("With --offline, what is kept"), service.cli.errors.constData());
    service.cli.setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    QCOMPARE(service.run(QStringLiteral("actions list --json")), 0);
    QCOMPARE(membersOf(service.cli.output, "actionId"), words("ACME_CREATE_TWO ACME_GET_ONE"));
}

void TestCliCatalog::anotherAddressHasItsOwnCache()
{
    CatalogService service;
    QCOMPARE(service.run(QStringLiteral("catalog sync")), 0);
    const QByteArray kept = service.cache();
    QVERIFY(!kept.isEmpty());
    CatalogService other;
    other.answers[QByteArray("tools")] = test::HostileServer::answer(R"({"items":[{"slug":"OTHER_ONE"}]})");
    QCOMPARE(service.run(QStringLiteral("actions list --json --env acme --base-url ") + other.server.url().toString()), 0);
    QCOMPARE(membersOf(service.cli.output, "actionId"), QStringList {QStringLiteral("OTHER_ONE")});
    QCOMPARE(service.cache(), kept);
    QCOMPARE(QDir(QFileInfo(service.cachePath()).path()).entryList({QStringLiteral("*.catalog")}).size(), 2);
}

void TestCliCatalog::readsEveryVersion_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"v2", "v3", "v3.1"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

void TestCliCatalog::readsEveryVersion()
{
    QFETCH(const QString, version);
    CliProcess cli;
    const QStringList options = words("--json --api") + QStringList {version};
    QCOMPARE(cli.run(words("catalog sync") + options), 0);
    const QJsonObject told = QJsonDocument::fromJson(cli.output).object();
    QVERIFY2(told.value(QLatin1String("complete")).toBool() && told.value(QLatin1String("apps")).toInt() > 20
            && told.value(QLatin1String("actions")).toInt() > 80 && told.value(QLatin1String("accounts")).toInt() > 50,
        cli.output.constData());
    QCOMPARE(cli.run(words("actions show GMAIL_SEND_EMAIL") + options), 0);
    QVERIFY(QJsonDocument::fromJson(cli.output).object().value(QLatin1String("parameters")).isObject());
}

QTEST_GUILESS_MAIN(TestCliCatalog)
#include "tst_cli_catalog.moc"
