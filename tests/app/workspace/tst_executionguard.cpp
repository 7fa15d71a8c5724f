// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/executionguard.h"

#include <QTest>

using namespace actionscope;
using api::ActionEffect;

// Who is asked, and what the question says: the exact target, never the general case.
class TestExecutionGuard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForChangesOnAProtectedEnvironmentOnly();
    void namesTheExactTarget_data();
    void namesTheExactTarget();
    void namesTheAccountThatIsPicked_data();
    void namesTheAccountThatIsPicked();
};

namespace {

storage::Environment production(api::ApiVersion version = api::ApiVersion::V31)
{
    return {QStringLiteral("PRODUCTION"), QStringLiteral("https://api.example"), version, false, true};
}

} // namespace

void TestExecutionGuard::asksForChangesOnAProtectedEnvironmentOnly()
{
    storage::Environment open = production();
    open.isProtected = false;
    for (const ActionEffect effect :
        {ActionEffect::Changes, ActionEffect::Sends, ActionEffect::Deletes, ActionEffect::Unknown}) {
        QVERIFY(workspace::needsConsent(production(), effect));
        QVERIFY(!workspace::needsConsent(open, effect));
    }
    QVERIFY(!workspace::needsConsent(production(), ActionEffect::Reads));
    QVERIFY(!storage::sandboxEnvironment().isProtected);
}

void TestExecutionGuard::namesTheExactTarget_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QByteArray>("authConfig");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *entity, const char *account, const char *authConfig,
                         api::ApiVersion version, const char *sentence) {
        QTest::newRow(name) << QString::fromLatin1(entity) << QString::fromLatin1(account)
                            << QByteArray(authConfig) << int(version) << QString::fromUtf8(sentence);
    };
    using enum api::ApiVersion;
    row("both", "bob", "ca_1", "", V31,
        "GMAIL_SEND_EMAIL sends something as the entity “bob” with the account ca_1, on PRODUCTION "
        "(https://api.example).");
    row("entity", "bob", "", "", V31,
        "GMAIL_SEND_EMAIL sends something as the entity “bob”, on PRODUCTION (https://api.example).");
    row("account", "", "ca_1", "", V2,
        "GMAIL_SEND_EMAIL sends something with the account ca_1, on PRODUCTION (https://api.example).");
    row("nothing said on v2", "", "", "", V2,
        "GMAIL_SEND_EMAIL sends something as the entity “default”, on PRODUCTION (https://api.example).");
    row("nothing said on v3", "", "", "", V3,
        "GMAIL_SEND_EMAIL sends something for no entity, on PRODUCTION (https://api.example).");
    row("own credentials", "", "ca_1", "{}", V31,
        "GMAIL_SEND_EMAIL sends something with the credentials of authConfig, on PRODUCTION "
        "(https://api.example).");
}

void TestExecutionGuard::namesTheExactTarget()
{
    QFETCH(QString, entity);
    QFETCH(QString, account);
    QFETCH(QByteArray, authConfig);
    QFETCH(int, version);
    QFETCH(QString, sentence);
    api::ExecuteRequest request;
    request.actionId = QStringLiteral("GMAIL_SEND_EMAIL");
    request.entityId = entity;
    request.connectedAccountId = account;
    request.authConfig = authConfig;
    QCOMPARE(workspace::consequenceOf(request, production(api::ApiVersion(version)), ActionEffect::Sends),
        sentence);
}

void TestExecutionGuard::namesTheAccountThatIsPicked_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("account");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("actor");
    const auto row = [](const char *name, const char *entity, const char *account, api::ApiVersion version, const char *actor) {
        QTest::newRow(name) << QString::fromLatin1(entity) << QString::fromLatin1(account) << int(version)
                            << QString::fromUtf8(actor);
    };
    using enum api::ApiVersion;
    row("the newest that can be used", "bob", "", V31, "as the entity “bob” with the account ca_new, which the service picks");
    row("nobody named on v2", "", "", V2, "as the entity “default” with the account ca_default, which the service picks");
    row("nobody named on v3", "", "", V3, "for no entity");
    row("an account that is named", "bob", "ca_old", V31, "as the entity “bob” with the account ca_old");
    row("no account that can be used", "ann", "", V31, "as the entity “ann”");
    row("no account at all", "eve", "", V31, "as the entity “eve”");
}

void TestExecutionGuard::namesTheAccountThatIsPicked()
{
    QFETCH(QString, entity);
    QFETCH(QString, account);
    QFETCH(int, version);
    QFETCH(QString, actor);
    const auto made = [](const char *id, const char *user, api::AccountStatus status, int day) {
        api::ConnectedAccount one;
        one.id = QString::fromLatin1(id);
        one.appKey = QStringLiteral("gmail");
        one.userId = QString::fromLatin1(user);
        one.status = status;
        one.createdAt = QDateTime({2026, 1, day}, {0, 0}, Qt::UTC);
        return one;
    };
    using enum api::AccountStatus;
    const catalog::Catalog catalog({},
        {{.id = QStringLiteral("GMAIL_SEND_EMAIL"), .appKey = QStringLiteral("gmail")}},
        {made("ca_old", "bob", Active, 1), made("ca_new", "bob", Active, 2), made("ca_gone", "bob", Expired, 3),
            made("ca_default", "default", Active, 1), made("ca_ann", "ann", Expired, 1)},
        {});
    api::ExecuteRequest request;
    request.actionId = QStringLiteral("GMAIL_SEND_EMAIL");
    request.entityId = entity;
    request.connectedAccountId = account;
    QCOMPARE(
        workspace::consequenceOf(request, production(api::ApiVersion(version)), ActionEffect::Sends, catalog),
        QStringLiteral("GMAIL_SEND_EMAIL sends something %1, on PRODUCTION (https://api.example).").arg(actor));
}

QTEST_GUILESS_MAIN(TestExecutionGuard)
#include "tst_executionguard.moc"
