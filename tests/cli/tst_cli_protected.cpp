// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalogstore.h"
#include "app/storage/settings.h"
#include "tests/cli/cliprocess.h"
#include "tests/cli/scriptedserver.h"

#include <QTest>

using namespace actionscope;
using tests::CliProcess;
using tests::ScriptedServer;

// A protected environment on the command line: nothing that changes something leaves without --yes.
class TestCliProtected final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesAChangeWithoutConsent_data();
    void refusesAChangeWithoutConsent();
    void readsWithoutAsking();
    void goesByTheKeptCatalogue();
    void namesTheAccountThatIsPicked();
    void executesOnceWithConsent();
    void showsTheRequestWithoutConsent();
    void anotherEnvironmentIsNotAsked();

private:
    QStringList exec(const QString &actionId, const QStringList &more = {}) const
    {
        return QStringList {QStringLiteral("exec"), actionId, QStringLiteral("--config"), m_config} + more;
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<CliProcess> m_cli;
    QString m_config;
};

void TestCliProtected::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_server->answer("200 OK", "application/json", R"({"data":{},"successful":true,"error":null})");
    m_cli = std::make_unique<CliProcess>();
    m_config = m_cli->folder.filePath(QStringLiteral("config"));
    storage::Settings settings(m_config);
    settings.setEnvironments(
        {{QStringLiteral("PRODUCTION"), m_server->url(), api::ApiVersion::V31, false, true},
            {QStringLiteral("staging"), m_server->url() + QStringLiteral("/staging"), api::ApiVersion::V31}});
    settings.setCurrentEnvironmentName(QStringLiteral("PRODUCTION"));
    QVERIFY(settings.save());
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
}

void TestCliProtected::refusesAChangeWithoutConsent_data()
{
    QTest::addColumn<QString>("actionId");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("words");
    const QString send = QStringLiteral("GMAIL_SEND_EMAIL");
    QTest::newRow("current") << send << QStringList()
                             << QByteArray("GMAIL_SEND_EMAIL sends something for no entity");
    QTest::newRow("named") << send
                           << QStringList {QStringLiteral("--env"), QStringLiteral("PRODUCTION"),
                                  QStringLiteral("--entity"), QStringLiteral("bob"),
                                  QStringLiteral("--account"), QStringLiteral("ca_1")}
                           << QByteArray(
                                  "as the entity “bob” with the account ca_1, on PRODUCTION (http://127.");
    QTest::newRow("by its address") << send
                                    << QStringList {QStringLiteral("--base-url"), QStringLiteral("ADDRESS")}
                                    << QByteArray("is protected");
    QTest::newRow("moved") << send
                           << QStringList {QStringLiteral("--env"), QStringLiteral("PRODUCTION"),
                                  QStringLiteral("--base-url"), QStringLiteral("http://127.0.0.1:1")}
                           << QByteArray("is protected");
    QTest::newRow("deletes") << QStringLiteral("GMAIL_DELETE_MESSAGE") << QStringList()
                             << QByteArray("deletes");
    QTest::newRow("nobody knows") << QStringLiteral("ACME_FROBNICATE") << QStringList()
                                  << QByteArray("may change");
}

void TestCliProtected::refusesAChangeWithoutConsent()
{
    QFETCH(QString, actionId);
    QFETCH(QStringList, more);
    QFETCH(QByteArray, words);
    more.replaceInStrings(QStringLiteral("ADDRESS"), m_server->url());
    QCOMPARE(m_cli->run(exec(actionId, more)), 2);
    QCOMPARE(m_server->connections, 0);
    QVERIFY(m_cli->output.isEmpty());
    QVERIFY2(m_cli->errors.contains(words), m_cli->errors.constData());
    QVERIFY2(m_cli->errors.contains("nothing was sent"), m_cli->errors.constData());
    QVERIFY2(m_cli->errors.contains("--yes"), m_cli->errors.constData());
}

void TestCliProtected::readsWithoutAsking()
{
    QCOMPARE(m_cli->run(exec(QStringLiteral("GMAIL_FETCH_EMAILS"))), 0);
    QCOMPARE(m_server->connections, 1);
}

// The tags of the service win over the name, as they do in the window.
void TestCliProtected::goesByTheKeptCatalogue()
{
    const api::ActionInfo tame {.id = QStringLiteral("ACME_CREATE_A_SUMMARY"), .tags = {QStringLiteral("readOnlyHint")}};
    const api::ActionInfo wild {.id = QStringLiteral("ACME_GET_RID"), .tags = {QStringLiteral("destructiveHint")}};
    catalog::CatalogStore store(catalog::catalogFolder(m_config), QStringLiteral("PRODUCTION"), QUrl(m_server->url()),
        api::ApiVersion::V31);
    QVERIFY(store.save({{}, {tame, wild}, {}, QDateTime::currentDateTimeUtc()}));
    QCOMPARE(m_cli->run(exec(tame.id)), 0);
    QCOMPARE(m_server->connections, 1);
    QCOMPARE(m_cli->run(exec(wild.id)), 2);
    QVERIFY2(m_cli->errors.contains("ACME_GET_RID deletes or overwrites data"), m_cli->errors.constData());
    QCOMPARE(m_server->connections, 1);
    QCOMPARE(m_cli->run(exec(QStringLiteral("ACME_CREATE_A_SUMMARY_TOO"))), 2); // not kept: by its name
}

void TestCliProtected::namesTheAccountThatIsPicked()
{
    const api::ActionInfo mail {.id = QStringLiteral("GMAIL_SEND_EMAIL"), .appKey = QStringLiteral("gmail")};
    const api::ConnectedAccount account {.id = QStringLiteral("ca_7"), .appKey = QStringLiteral("gmail"),
        .userId = QStringLiteral("bob"), .status = api::AccountStatus::Active, .statusWord = QStringLiteral("ACTIVE")};
    catalog::CatalogStore store(catalog::catalogFolder(m_config), QStringLiteral("PRODUCTION"), QUrl(m_server->url()),
        api::ApiVersion::V31);
    QVERIFY(store.save({{}, {mail}, {account}, QDateTime::currentDateTimeUtc()}));
    QCOMPARE(m_cli->run(exec(mail.id, {QStringLiteral("--entity"), account.userId})), 2);
    QVERIFY2(m_cli->errors.contains("as the entity “bob” with the account ca_7, which the service picks, on PRODUCTION"),
        m_cli->errors.constData());
    QCOMPARE(m_server->connections, 0);
}

void TestCliProtected::executesOnceWithConsent()
{
    QCOMPARE(m_cli->run(exec(QStringLiteral("GMAIL_SEND_EMAIL"), {QStringLiteral("--yes")})), 0);
    QCOMPARE(m_server->connections, 1);
    QVERIFY(m_server->head.startsWith("POST /api/v3.1/tools/execute/GMAIL_SEND_EMAIL "));
}

void TestCliProtected::showsTheRequestWithoutConsent()
{
    QCOMPARE(m_cli->run(exec(QStringLiteral("GMAIL_SEND_EMAIL"), {QStringLiteral("--dry-run")})), 0);
    QCOMPARE(m_server->connections, 0);
    QVERIFY(m_cli->output.contains("/api/v3.1/tools/execute/GMAIL_SEND_EMAIL"));
}

void TestCliProtected::anotherEnvironmentIsNotAsked()
{
    QCOMPARE(m_cli->run(exec(
                 QStringLiteral("GMAIL_SEND_EMAIL"), {QStringLiteral("--env"), QStringLiteral("staging")})),
        0);
    QCOMPARE(m_server->connections, 1);
}

QTEST_GUILESS_MAIN(TestCliProtected)
#include "tst_cli_protected.moc"
