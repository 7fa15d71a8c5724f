// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/connectionadvice.h"

#include "app/workspace/accountwords.h"

#include <QTest>

using namespace actionscope;
using api::AccountStatus;
using api::ApiVersion;
using workspace::ConnectionMode;

// What the service will pick, and what will go wrong with that, as rows: one user's accounts in an everyday
// project.
class TestConnectionAdvice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void advises_data();
    void advises();
    void saysLittleWithoutACatalogue_data();
    void saysLittleWithoutACatalogue();
    void knowsTheMode_data();
    void knowsTheMode();
    void findsTheApp_data();
    void findsTheApp();
    void tellsAgesAndStates();
};

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

api::ConnectedAccount account(
    const char *id, const char *app, const char *user, AccountStatus status, int days)
{
    api::ConnectedAccount result;
    result.id = QLatin1String(id);
    result.appKey = QLatin1String(app);
    result.userId = QLatin1String(user);
    result.status = status;
    result.statusWord
        = status == AccountStatus::Active ? QStringLiteral("ACTIVE") : QStringLiteral("EXPIRED");
    result.createdAt = now.addDays(-days);
    return result;
}

catalog::Catalog everyday()
{
    QList<api::ConnectedAccount> accounts {
        account("ca_new", "github", "default", AccountStatus::Active, 2),
        account("ca_old", "github", "default", AccountStatus::Active, 30),
        account("ca_bob", "github", "bob", AccountStatus::Active, 5),
        account("ca_gone", "github", "eve", AccountStatus::Expired, 90),
        account("ca_pg", "github", "pg-test-1234", AccountStatus::Active, 1),
        account("ca_mail", "gmail", "pg-test-1234", AccountStatus::Active, 1),
        account("ca_off", "github", "bob", AccountStatus::Active, 9),
        account("ca_slack", "slack", "eve", AccountStatus::Expired, 3),
    };
    accounts[3].statusReason = QStringLiteral("refresh failed");
    accounts[6].isDisabled = true;
    const auto action = [](const char *id, const char *app, bool isNoAuth = false) {
        api::ActionInfo result;
        result.id = QLatin1String(id);
        result.appKey = QLatin1String(app);
        result.isNoAuth = isNoAuth;
        return result;
    };
    const auto app = [](const char *key, bool isNoAuth = false) {
        api::AppInfo result;
        result.key = QLatin1String(key);
        result.isNoAuth = isNoAuth;
        return result;
    };
    return catalog::Catalog(
        {app("github"), app("gmail"), app("slack"), app("notion"), app("hackernews", true)},
        {action("GITHUB_CREATE_AN_ISSUE", "github"), action("HACKERNEWS_GET_USER", "hackernews", true)},
        accounts, now);
}

// "sentence [button → entity/account, …]" for each warning.
QString printed(const workspace::ConnectionAdvice &advice)
{
    QStringList lines {advice.pick};
    for (const workspace::ConnectionWarning &warning : advice.warnings) {
        QStringList fixes;
        for (const workspace::ConnectionFix &fix : warning.fixes)
            fixes.append(QStringLiteral("%1 → %2/%3").arg(fix.title, fix.entityId, fix.connectedAccountId));
        lines.append(QStringLiteral("! %1 [%2]").arg(warning.sentence, fixes.join(QStringLiteral(", "))));
    }
    return lines.join(QLatin1Char('\n'));
}

api::ExecuteRequest request(
    const QString &action, const QString &entity, const QString &account, bool hasAuthConfig)
{
    api::ExecuteRequest result;
    result.actionId = action;
    result.entityId = entity;
    result.connectedAccountId = account;
    if (hasAuthConfig)
        result.authConfig = R"({"parameters":[]})";
    return result;
}

} // namespace

void TestConnectionAdvice::advises_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("account");
    QTest::addColumn<bool>("hasAuthConfig");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *action, const char *entity, const char *account,
                         ApiVersion version, const char *said, bool hasAuthConfig = false) {
        QTest::newRow(name) << QString::fromLatin1(action) << QString::fromLatin1(entity)
                            << QString::fromLatin1(account) << hasAuthConfig << int(version)
                            << QString::fromUtf8(said);
    };
    using enum ApiVersion;
    const char issue[] = "GITHUB_CREATE_AN_ISSUE";
    row("newest of two", issue, "default", "", V31,
        "The service picks the newest of the 2 ACTIVE accounts of “default” for github: ca_new (ACTIVE, 2 "
        "days old).");
    row("nothing said on v2", issue, "", "", V2,
        "The service picks the newest of the 2 ACTIVE accounts of “default” for github: ca_new (ACTIVE, 2 "
        "days old).");
    row("nothing said on v3", issue, "", "", V3,
        "v3 acts for nobody unless an entity is named.\n"
        "! No entity is named, so the service finds no account. [Use “default” → default/, Use “bob” → bob/, "
        "Use “pg-test-1234” → pg-test-1234/]");
    row("the only one", issue, "bob", "", V31,
        "The service picks the only ACTIVE account of “bob” for github: ca_bob (ACTIVE, 5 days old).");
    row("the dashboard's", issue, "pg-test-1234", "", V31,
        "The service picks the only ACTIVE account of “pg-test-1234” for github: ca_pg (ACTIVE, 1 day "
        "old). "
        "It was made in the dashboard.");
    row("expired", issue, "eve", "", V31,
        "The service picks the newest ACTIVE account of “eve” for github.\n"
        "! “eve” has no ACTIVE account for github: ca_gone is EXPIRED (refresh failed). [Use “default” → "
        "default/, "
        "Use “bob” → bob/, Use “pg-test-1234” → pg-test-1234/]");
    row("nobody of that name", issue, "nobody", "", V2,
        "The service picks the newest ACTIVE account of “nobody” for github.\n"
        "! “nobody” has no connection to github, but others have. [Use “default” → default/, Use “bob” → "
        "bob/, "
        "Use “pg-test-1234” → pg-test-1234/]");
    row("only the dashboard has one", "GMAIL_SEND_EMAIL", "default", "", V31,
        "The service picks the newest ACTIVE account of “default” for gmail.\n"
        "! “default” has no connection to gmail. The one made in the dashboard belongs to a generated "
        "entity. "
        "[Use “pg-test-1234” → pg-test-1234/]");
    row("nobody has one", "NOTION_SEARCH", "default", "", V31,
        "The service picks the newest ACTIVE account of “default” for notion.\n"
        "! Nobody has a connection to notion. If the dashboard shows one, the API key is of another project. "
        "[]");
    row("others' do not work either", "SLACK_POST", "default", "", V31,
        "The service picks the newest ACTIVE account of “default” for slack.\n"
        "! “default” has no connection to slack, and those of others are not ACTIVE. []");
    row("account and its entity", issue, "bob", "ca_bob", V31,
        "The account ca_bob (of “bob”, ACTIVE, 5 days old) is used.");
    row("account alone on v2", issue, "", "ca_bob", V2,
        "The account ca_bob (of “bob”, ACTIVE, 5 days old) is used.");
    row("account alone on v3", issue, "", "ca_bob", V31,
        "The account ca_bob (of “bob”, ACTIVE, 5 days old) is used.\n"
        "! v3.1 refuses an account without its entity (user_id). [Use Its Entity → bob/ca_bob]");
    row("account of another", issue, "default", "ca_bob", V31,
        "The account ca_bob (of “bob”, ACTIVE, 5 days old) is used.\n"
        "! The account ca_bob belongs to the entity “bob”, not to “default”. The service refuses that. "
        "[Use Its Entity → bob/ca_bob, Use ca_new of default → default/ca_new]");
    row("expired account", issue, "eve", "ca_gone", V31,
        "The account ca_gone (of “eve”, EXPIRED (refresh failed), 90 days old) is used.\n"
        "! The account ca_gone is EXPIRED (refresh failed) and 90 days old, so it cannot be used. []");
    row("disabled account", issue, "bob", "ca_off", V31,
        "The account ca_off (of “bob”, ACTIVE, disabled, 9 days old) is used.\n"
        "! The account ca_off is ACTIVE, disabled and 9 days old, so it cannot be used. [Use ca_bob → "
        "bob/ca_bob]");
    row("account of another app", issue, "pg-test-1234", "ca_mail", V31,
        "The account ca_mail (of “pg-test-1234”, ACTIVE, 1 day old) is used.\n"
        "! The account ca_mail is for gmail, but the action belongs to github. []");
    row("unknown account", issue, "bob", "ca_x", V31,
        "The account ca_x is used as it is.\n! The catalogue knows no connected account ca_x. It may be of "
        "another "
        "project, or newer than the catalogue. []");
    row("no account needed", "HACKERNEWS_GET_USER", "", "", V31,
        "hackernews needs no account: whom the request names makes no difference to it.");
    row("account for nothing", "HACKERNEWS_GET_USER", "bob", "ca_bob", V31,
        "hackernews needs no account: whom the request names makes no difference to it.\n"
        "! hackernews needs no account, so the one that is named is not used. [Leave the Account Out → "
        "bob/]");
    row("own credentials", issue, "", "", V31,
        "The credentials of authConfig are used, and no connected account.", true);
    row("own credentials and an account", issue, "bob", "ca_bob", V2,
        "The credentials of authConfig are used, and no connected account.\n"
        "! The connected account is not needed beside authConfig. [Leave the Account Out → bob/]",
        true);
}

void TestConnectionAdvice::advises()
{
    QFETCH(QString, action);
    QFETCH(QString, entity);
    QFETCH(QString, account);
    QFETCH(bool, hasAuthConfig);
    QFETCH(int, version);
    QFETCH(QString, said);
    const catalog::Catalog catalog = everyday();
    QCOMPARE(printed(workspace::connectionAdvice(
                 catalog, request(action, entity, account, hasAuthConfig), ApiVersion(version), now)),
        said);
}

void TestConnectionAdvice::saysLittleWithoutACatalogue_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("account");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("said");
    using enum ApiVersion;
    QTest::newRow("entity") << QStringLiteral("bob") << QString() << int(V31)
                            << QStringLiteral(
                                   "The service picks the newest ACTIVE account of “bob” for the app.");
    QTest::newRow("nothing") << QString() << QString() << int(V2)
                             << QStringLiteral(
                                    "The service picks the newest ACTIVE account of “default” for the app.");
    QTest::newRow("account") << QString() << QStringLiteral("ca_1") << int(V31)
                             << QStringLiteral("The account ca_1 is used as it is.\n"
                                               "! v3.1 refuses an account without its entity (user_id). []");
    QTest::newRow("both") << QStringLiteral("bob") << QStringLiteral("ca_1") << int(V31)
                          << QStringLiteral("The account ca_1 is used as it is.");
}

void TestConnectionAdvice::saysLittleWithoutACatalogue()
{
    QFETCH(QString, entity);
    QFETCH(QString, account);
    QFETCH(int, version);
    QFETCH(QString, said);
    QCOMPARE(printed(workspace::connectionAdvice({},
                 request(QStringLiteral("GITHUB_CREATE_AN_ISSUE"), entity, account, false),
                 ApiVersion(version), now)),
        said);
}

void TestConnectionAdvice::knowsTheMode_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("account");
    QTest::addColumn<bool>("hasAuthConfig");
    QTest::addColumn<int>("mode");
    const QString x = QStringLiteral("x");
    QTest::newRow("entity") << x << QString() << false << int(ConnectionMode::ByEntity);
    QTest::newRow("account") << QString() << x << false << int(ConnectionMode::ByAccount);
    QTest::newRow("both") << x << x << false << int(ConnectionMode::ByAccount);
    QTest::newRow("credentials") << x << x << true << int(ConnectionMode::OwnCredentials);
    QTest::newRow("nothing") << QString() << QString() << false << int(ConnectionMode::None);
}

void TestConnectionAdvice::knowsTheMode()
{
    QFETCH(QString, entity);
    QFETCH(QString, account);
    QFETCH(bool, hasAuthConfig);
    QFETCH(int, mode);
    QCOMPARE(int(workspace::connectionModeOf(request({}, entity, account, hasAuthConfig))), mode);
}

void TestConnectionAdvice::findsTheApp_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("appName");
    QTest::addColumn<QString>("app");
    QTest::newRow("by the action") << QStringLiteral("github_create_an_issue") << QStringLiteral("gmail")
                                   << QStringLiteral("github");
    QTest::newRow("by appName") << QStringLiteral("X_Y") << QStringLiteral("GitHub")
                                << QStringLiteral("github");
    QTest::newRow("by the id") << QStringLiteral("GMAIL_SOMETHING_NEW") << QString()
                               << QStringLiteral("gmail");
    QTest::newRow("unknown") << QStringLiteral("ACME_DO") << QString() << QString();
}

void TestConnectionAdvice::findsTheApp()
{
    QFETCH(QString, action);
    QFETCH(QString, appName);
    QFETCH(QString, app);
    api::ExecuteRequest request;
    request.actionId = action;
    request.appName = appName;
    QCOMPARE(workspace::appOf(everyday(), request), app);
}

void TestConnectionAdvice::tellsAgesAndStates()
{
    api::ConnectedAccount account;
    QCOMPARE(workspace::ageWords(account, now), QString());
    account.createdAt = now.addSecs(-20);
    QCOMPARE(workspace::ageWords(account, now), QStringLiteral("new"));
    account.createdAt = now.addSecs(-59 * 60);
    QCOMPARE(workspace::ageWords(account, now), QStringLiteral("59 minutes old"));
    account.createdAt = now.addSecs(-23 * 3600);
    QCOMPARE(workspace::ageWords(account, now), QStringLiteral("23 hours old"));
    account.createdAt = now.addDays(1); // a clock that goes wrong
    QCOMPARE(workspace::ageWords(account, now), QStringLiteral("new"));
    QCOMPARE(workspace::stateWords({}), QStringLiteral("of unknown state"));
}

QTEST_GUILESS_MAIN(TestConnectionAdvice)
#include "tst_connectionadvice.moc"
