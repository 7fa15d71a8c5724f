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

QTEST_GUILESS_MAIN(TestExecutionGuard)
#include "tst_executionguard.moc"
