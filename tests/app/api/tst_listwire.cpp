// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/listwire.h"

#include <QTest>

using namespace actionscope::api;

// The lists of the service, asked for and read, in the words of each version.
class TestListWire final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForPages_data();
    void asksForPages();
    void asksForOneAction();
    void readsApps_data();
    void readsApps();
    void readsActions_data();
    void readsActions();
    void readsAccounts_data();
    void readsAccounts();
    void readsStatusWords_data();
    void readsStatusWords();
    void findsTheSuccessor_data();
    void findsTheSuccessor();
    void findsTheNextPage_data();
    void findsTheNextPage();
    void usesWhatCanBeRead_data();
    void usesWhatCanBeRead();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void readsIdentity_data();
    void readsIdentity();
    void neverReadsCredentials();
};

namespace {

constexpr auto v2 = ApiVersion::V2;
constexpr auto v31 = ApiVersion::V31;

QString joined(const QStringList &texts) { return texts.join(QLatin1Char('|')); }

QString textOf(const AppInfo &app)
{
    return joined({app.key, app.name, app.description, joined(app.categories), joined(app.authSchemes),
        app.isNoAuth ? QStringLiteral("no auth") : QString()});
}

QString textOf(const ActionInfo &action)
{
    return joined({action.id, action.name, action.appKey, joined(action.tags), action.version,
        joined(action.availableVersions), action.isNoAuth ? QStringLiteral("no auth") : QString(),
        action.isDeprecated ? QStringLiteral("deprecated") : QString(), action.successor,
        QString::fromUtf8(action.parameters), QString::fromUtf8(action.response)});
}

QString textOf(const ConnectedAccount &account)
{
    return joined({account.id, account.appKey, account.userId, account.statusWord,
        QString::number(int(account.status)), account.statusReason, joined(account.labels), account.authScheme,
        account.isDisabled ? QStringLiteral("disabled") : QString(), account.createdAt.toString(Qt::ISODate),
        account.updatedAt.toString(Qt::ISODate)});
}

} // namespace

void TestListWire::asksForPages_data()
{
    QTest::addColumn<ListKind>("list");
    QTest::addColumn<ApiVersion>("version");
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("cursor");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *name, ListKind list, ApiVersion version, int page, const char *cursor, const char *path) {
        QTest::newRow(name) << list << version << page << QString::fromLatin1(cursor) << QByteArray(path);
    };
    row("v2 apps", ListKind::Apps, v2, 1, "", "/api/v1/apps?additionalFields=auth_schemes");
    row("v2 actions", ListKind::Actions, v2, 3, "", "/api/v2/actions?limit=1000&page=3");
    row("v2 accounts", ListKind::Accounts, v2, 2, "", "/api/v1/connectedAccounts?showDisabled=true&pageSize=1000&page=2");
    row("v3 apps", ListKind::Apps, ApiVersion::V3, 1, "", "/api/v3/toolkits?limit=500");
    row("v3.1 actions", ListKind::Actions, v31, 2, "Mi0+/w==", "/api/v3.1/tools?limit=1000&cursor=Mi0%2B%2Fw%3D%3D");
    row("v3.1 accounts", ListKind::Accounts, v31, 1, "", "/api/v3.1/connected_accounts?limit=100");
}

void TestListWire::asksForPages()
{
    QFETCH(ListKind, list);
    QFETCH(ApiVersion, version);
    QFETCH(int, page);
    QFETCH(QString, cursor);
    QFETCH(QByteArray, path);
    const HttpRequest request = listRequest(list, {page, cursor}, version);
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.path, path);
    QVERIFY(request.body.isEmpty());
}

void TestListWire::asksForOneAction()
{
    QCOMPARE(actionRequest(QStringLiteral("A/B"), {}, v2).path, QByteArray("/api/v2/actions/A%2FB"));
    QCOMPARE(actionRequest(QStringLiteral("A"), QStringLiteral("0_1&"), v31).path, QByteArray("/api/v3.1/tools/A?version=0_1%26"));
    QCOMPARE(identityRequest(v2).path, QByteArray("/api/v1/client/auth/client_info"));
    QCOMPARE(identityRequest(ApiVersion::V3).path, QByteArray("/api/v3/auth/session/info"));
}

void TestListWire::readsApps_data()
{
    QTest::addColumn<ApiVersion>("version");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("text");
    QTest::newRow("v2") << v2
                        << QByteArray(R"({"key":"GitHub","name":"github","displayName":"GitHub","description":"Code",)"
                                      R"("categories":["developer tools"],"auth_schemes":[{"auth_mode":"OAUTH2"},{"mode":"API_KEY"}],)"
                                      R"("no_auth":false})")
                        << QStringLiteral("github|GitHub|Code|developer tools|OAUTH2|API_KEY|");
    QTest::newRow("v2, categories as one text, only yaml tells no_auth")
        << v2 << QByteArray(R"({"key":"hn","categories":"news","auth_schemes":null,"yaml":{"no_auth":"true"}})")
        << QStringLiteral("hn|hn||news||no auth");
    QTest::newRow("v3") << v31
                        << QByteArray(R"({"slug":"gmail","name":"Gmail","no_auth":false,"auth_schemes":["OAUTH2"],)"
                                      R"("meta":{"description":"Mail","categories":[{"id":"c","name":"communication"}]}})")
                        << QStringLiteral("gmail|Gmail|Mail|communication|OAUTH2|");
}

void TestListWire::readsApps()
{
    QFETCH(ApiVersion, version);
    QFETCH(QByteArray, item);
    const auto page = readApps("{\"items\":[" + item + "]}", {}, version);
    QVERIFY(page);
    QCOMPARE(page->items.size(), 1);
    QTEST(textOf(page->items.first()), "text");
}

void TestListWire::readsActions_data()
{
    QTest::addColumn<ApiVersion>("version");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("text");
    QTest::newRow("v2, schemas byte for byte")
        << v2
        << QByteArray(R"({"name":"A_B","displayName":"B","appKey":"A","appName":"a","tags":["important"],"version":"0_1",)"
                      R"("available_versions":["0_1","latest"],"no_auth":true,"parameters":{"z": 1.10, "a":[]},"response":{ }})")
        << QStringLiteral("A_B|B|a|important|0_1|0_1|latest|no auth|||{\"z\": 1.10, \"a\":[]}|{ }");
    QTest::newRow("v2, marked as deprecated in its description")
        << v2
        << QByteArray(R"({"name":"A_OLD","display_name":"Old","appName":"a","description":"Old. <<DEPRECATED use A_NEW>>",)"
                      R"("parameters":{}})")
        << QStringLiteral("A_OLD|Old|a|||||deprecated|A_NEW|{}|");
    QTest::newRow("v3")
        << v31
        << QByteArray(R"({"slug":"A_B","name":"B","toolkit":{"slug":"a"},"tags":["readOnlyHint"],"version":"20250909_00",)"
                      R"("available_versions":["20250909_00"],"no_auth":false,"is_deprecated":true,)"
                      R"("input_parameters":{"type":"object"},"output_parameters":null})")
        << QStringLiteral("A_B|B|a|readOnlyHint|20250909_00|20250909_00||deprecated||{\"type\":\"object\"}|");
    QTest::newRow("numbers and flags as text, a version as a number")
        << v31 << QByteArray(R"({"slug":"A","version":20250909,"no_auth":"true","is_deprecated":"0","input_parameters":{}})")
        << QStringLiteral("A|A|||20250909||no auth|||{}|");
}

void TestListWire::readsActions()
{
    QFETCH(ApiVersion, version);
    QFETCH(QByteArray, item);
    const auto page = readActions("{\"items\":[" + item + "]}", {}, version);
    QVERIFY(page);
    QCOMPARE(page->items.size(), 1);
    QTEST(textOf(page->items.first()), "text");
    const auto alone = readAction(item, version);
    QVERIFY(alone);
    QCOMPARE(*alone, page->items.first());
}

void TestListWire::readsAccounts_data()
{
    QTest::addColumn<ApiVersion>("version");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("text");
    QTest::newRow("v1") << v2
                        << QByteArray(R"({"id":"u-1","appName":"GitHub","appUniqueId":"github","clientUniqueUserId":"default",)"
                                      R"("status":"Active","labels":["primary"],"isDisabled":false,"enabled":true,)"
                                      R"("createdAt":"2026-01-05T09:30:00.000Z","updatedAt":"2026-01-06T10:30:00+01:00"})")
                        << QStringLiteral("u-1|github|default|Active|0||primary|||2026-01-05T09:30:00Z|2026-01-06T09:30:00Z");
    QTest::newRow("v1, not enabled, times as numbers")
        << v2
        << QByteArray(R"({"id":7,"appName":"x","entityId":"e","status":"EXPIRED","enabled":false,"createdAt":1767605400,)"
                      R"("updatedAt":"1767605400000"})")
        << QStringLiteral("7|x|e|EXPIRED|3||||disabled|2026-01-05T09:30:00Z|2026-01-05T09:30:00Z");
    QTest::newRow("v3") << v31
                        << QByteArray(R"({"id":"ca_1","toolkit":{"slug":"gmail"},"user_id":"u","status":"REVOKED",)"
                                      R"("status_reason":"gone","auth_config":{"id":"ac","auth_scheme":"OAUTH2"},)"
                                      R"("is_disabled":true,"created_at":"2026-01-05T09:30:00Z","deprecated":{"labels":["l"]}})")
                        << QStringLiteral("ca_1|gmail|u|REVOKED|5|gone|l|OAUTH2|disabled|2026-01-05T09:30:00Z|");
}

void TestListWire::readsAccounts()
{
    QFETCH(ApiVersion, version);
    QFETCH(QByteArray, item);
    const auto page = readAccounts("{\"items\":[" + item + "]}", {}, version);
    QVERIFY(page);
    QCOMPARE(page->items.size(), 1);
    QTEST(textOf(page->items.first()), "text");
}

void TestListWire::readsStatusWords_data()
{
    QTest::addColumn<AccountStatus>("status");
    QTest::newRow("active") << AccountStatus::Active;
    QTest::newRow("INITIALIZING") << AccountStatus::Initiated;
    QTest::newRow("Initiated") << AccountStatus::Initiated;
    QTest::newRow("FAILED") << AccountStatus::Failed;
    QTest::newRow("EXPIRED") << AccountStatus::Expired;
    QTest::newRow("INACTIVE") << AccountStatus::Inactive;
    QTest::newRow("REVOKED") << AccountStatus::Revoked;
    QTest::newRow("SOMETHING_NEW") << AccountStatus::Unknown;
}

void TestListWire::readsStatusWords()
{
    QTEST(accountStatus(QString::fromLatin1(QTest::currentDataTag())), "status");
}

void TestListWire::findsTheSuccessor_data()
{
    QTest::addColumn<QString>("successor");
    QTest::newRow("<<DEPRECATED use GITHUB_CREATE_AN_ISSUE>>") << QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    QTest::newRow("Old. <DEPRECATED: use `A_1`> More.") << QStringLiteral("A_1");
    QTest::newRow("<deprecated, use a_b>") << QStringLiteral("A_B");
    QTest::newRow("DEPRECATED use A_B") << QString(); // without brackets it is only a sentence
    QTest::newRow("<DEPRECATED>") << QString();
    QTest::newRow("Lists deprecated things <use B>") << QString();
}

void TestListWire::findsTheSuccessor()
{
    const QByteArray item = "{\"slug\":\"X\",\"description\":\"" + QByteArray(QTest::currentDataTag()) + "\"}";
    const auto action = readAction(item, v31);
    QVERIFY(action);
    QTEST(action->successor, "successor");
    QCOMPARE(action->isDeprecated, !action->successor.isEmpty());
}

void TestListWire::findsTheNextPage_data()
{
    QTest::addColumn<ApiVersion>("version");
    QTest::addColumn<int>("asked");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("next"); // page and cursor
    const QByteArray item = R"("items":[{"name":"A","slug":"A"}])";
    QTest::newRow("v2, more pages") << v2 << 1 << QByteArray("{" + item + R"(,"page":1,"totalPages":3})") << QStringLiteral("2/");
    QTest::newRow("v2, a total as text") << v2 << 2 << QByteArray("{" + item + R"(,"totalPages":"3"})") << QStringLiteral("3/");
    QTest::newRow("v2, the last") << v2 << 3 << QByteArray("{" + item + R"(,"totalPages":3})") << QString();
    QTest::newRow("v2, no total") << v2 << 3 << QByteArray("{" + item + "}") << QStringLiteral("4/");
    QTest::newRow("v2, no total and empty") << v2 << 4 << QByteArray(R"({"items":[]})") << QString();
    QTest::newRow("v3, a cursor") << v31 << 1 << QByteArray("{" + item + R"(,"next_cursor":"c=="})") << QStringLiteral("2/c==");
    QTest::newRow("v3, null") << v31 << 1 << QByteArray("{" + item + R"(,"next_cursor":null,"total_pages":9})") << QString();
    QTest::newRow("v3, absent") << v31 << 1 << QByteArray("{" + item + "}") << QString();
}

void TestListWire::findsTheNextPage()
{
    QFETCH(ApiVersion, version);
    QFETCH(int, asked);
    QFETCH(QByteArray, body);
    const auto page = readActions(body, {asked, {}}, version);
    QVERIFY(page);
    const QString next = page->next ? QString::number(page->next->page) + QLatin1Char('/') + page->next->cursor : QString();
    QTEST(next, "next");
}

void TestListWire::usesWhatCanBeRead_data()
{
    QTest::addColumn<QByteArray>("items");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<QString>("troubles");
    QTest::newRow("items that are no objects")
        << QByteArray(R"([1, null, {"slug":"A","input_parameters":{}}, "x"])") << QStringLiteral("A")
        << QStringLiteral("Left out of the list of actions, being no objects: 3.");
    QTest::newRow("items without an id")
        << QByteArray(R"([{"name":"First"}, {"slug":"A","input_parameters":{}}, {"slug":null}])") << QStringLiteral("A")
        << QStringLiteral("Left out of the list of actions for want of an id: 2 (first \"First\").");
    QTest::newRow("an action without parameters is an action")
        << QByteArray(R"([{"slug":"A"}, {"slug":"B","input_parameters":"none"}])") << QStringLiteral("A|B")
        << QStringLiteral("In the list of actions without a schema of the input: 2 (first A).");
    QTest::newRow("no items at all") << QByteArray("[]") << QString() << QString();
}

void TestListWire::usesWhatCanBeRead()
{
    QFETCH(QByteArray, items);
    for (const QByteArray &body : {QByteArray("{\"items\":" + items + "}"), items}) { // an array by itself, too
        const auto page = readActions(body, {}, v31);
        QVERIFY(page);
        QStringList ids;
        for (const ActionInfo &action : page->items)
            ids.append(action.id);
        QTEST(joined(ids), "ids");
        QTEST(joined(page->troubles.sentences(ListKind::Actions)), "troubles");
    }
}

void TestListWire::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("start");
    QTest::newRow("HTML") << QByteArray("<html>") << QStringLiteral("Page 2 of the list of apps is not JSON: byte 0: ");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("Page 2 of the list of apps is not JSON");
    QTest::newRow("cut off") << QByteArray("{\"items\":[{\"key\":\"a\"}") << QStringLiteral("Page 2 of the list of apps is not JSON");
    QTest::newRow("no items") << QByteArray("{\"message\":\"hello\"}") << QStringLiteral("Page 2 of the list of apps is JSON, but has no items.");
    QTest::newRow("items that are no list") << QByteArray("{\"items\":{}}") << QStringLiteral("Page 2 of the list of apps is JSON, but has no items.");
    QTest::newRow("a number") << QByteArray("7") << QStringLiteral("Page 2 of the list of apps is JSON, but has no items.");
}

void TestListWire::refusesWhatIsNoList()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, start);
    for (const ApiVersion version : {v2, v31}) {
        const auto page = readApps(body, {2, {}}, version);
        QVERIFY(!page);
        QVERIFY2(page.error().sentence.startsWith(start), qPrintable(page.error().sentence));
    }
}

void TestListWire::readsIdentity_data()
{
    QTest::addColumn<ApiVersion>("version");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::newRow("v1") << v2 << QByteArray(R"({"client":{"id":"i","name":"P","email":"a@b","plan":"pro"},"apiKey":"ak_secret"})")
                        << QStringLiteral("P|a@b|pro");
    QTest::newRow("v1, only an id") << v2 << QByteArray(R"({"client":{"id":"i"},"apiKey":{"key":"ak_secret"}})") << QStringLiteral("i||");
    QTest::newRow("v3") << v31
                        << QByteArray(R"({"project":{"name":"P","email":"p@b","org":{"plan":"free"}},"api_key":{"key":"ak_secret"},)"
                                      R"("org_member":{"email":"m@b"}})")
                        << QStringLiteral("P|m@b|free");
    QTest::newRow("v3, null where there is nobody") << v31 << QByteArray(R"({"project":{"nano_id":"pr_1","email":"p@b"},"org_member":null})")
                                                    << QStringLiteral("pr_1|p@b|");
    QTest::newRow("something else") << v31 << QByteArray("{\"ok\":true}") << QString();
}

void TestListWire::readsIdentity()
{
    QFETCH(ApiVersion, version);
    QFETCH(QByteArray, body);
    const auto identity = readIdentity(body, version);
    const QString text = identity ? joined({identity->project, identity->email, identity->plan}) : QString();
    QTEST(text, "text");
}

void TestListWire::neverReadsCredentials()
{
    const QByteArray old = R"({"items":[{"id":"u","appName":"a","connectionParams":{"access_token":"hush"},"data":{"t":"hush"},)"
                           R"("authConfig":{"x":"hush"},"labels":[]}]})";
    const QByteArray recent = R"({"items":[{"id":"ca","toolkit":{"slug":"a"},"state":{"authScheme":"API_KEY","val":{"key":"hush"}},)"
                              R"("data":{"t":"hush"}}]})";
    for (const auto &[body, version] : {std::pair(old, v2), std::pair(recent, v31)}) {
        const auto page = readAccounts(body, {}, version);
        QVERIFY(page && page->items.size() == 1);
        QVERIFY(!textOf(page->items.first()).contains(QLatin1String("hush")));
    }
}

QTEST_GUILESS_MAIN(TestListWire)
#include "tst_listwire.moc"
