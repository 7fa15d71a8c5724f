// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/sandbox/rawclient.h"

#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

// Connected accounts and auth configs, which every version shows and changes: one state behind all of them.
class TestConnections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void carriesAStateOverTheVersions_data();
    void carriesAStateOverTheVersions();
    void connectsInTheWordsOfEachVersion_data();
    void connectsInTheWordsOfEachVersion();
    void finishesByLink_data();
    void finishesByLink();
    void takesALinkOnce();
    void showsWhatARequestCarries();
    void keepsCredentialsMasked();
    void makesAndChangesIntegrations();
    void makesAndChangesAuthConfigs();
    void refusesWhatIsNotThere_data();
    void refusesWhatIsNotThere();
    void refusesBodies_data();
    void refusesBodies();
    void keepsConnectionsOverARestart();

private:
    // "METHOD /path {body}" and its answer; @UUID and @SHORT stand for the account of `default` for github.
    [[nodiscard]] api::HttpAnswer ask(QByteArray line) const;

    std::unique_ptr<RunningSandbox> m_sandbox;
    QByteArray m_uuid;
    QByteArray m_short;
};

namespace {

QByteArray unquoted(QByteArray json)
{
    return json.startsWith('"') ? json.sliced(1, json.size() - 2) : json;
}


constexpr char oldExecute[] = R"(POST /api/v2/actions/github_create_an_issue/execute {"connectedAccountId":"@UUID","input":)"
                              R"({"owner":"octocat","repo":"Hello-World","title":"t"}})";
constexpr char newExecute[]
    = R"(POST /api/v3.1/tools/execute/GITHUB_CREATE_AN_ISSUE {"user_id":"default","connected_account_id":"@SHORT",)"
      R"("arguments":{"owner":"octocat","repo":"Hello-World","title":"t"}})";
constexpr char userExecute[] = R"(POST /api/v3/tools/execute/GITHUB_CREATE_AN_ISSUE {"user_id":"default",)"
                               R"("arguments":{"owner":"octocat","repo":"Hello-World","title":"t"}})";

} // namespace

void TestConnections::init()
{
    m_sandbox = std::make_unique<RunningSandbox>();
    const auto list = m_sandbox->get("/api/v3/connected_accounts?toolkit_slugs=github&user_ids=default");
    m_short = unquoted(at(list.body, QStringLiteral("items.0.id")));
    m_uuid = unquoted(at(list.body, QStringLiteral("items.0.deprecated.uuid")));
    QVERIFY(m_short.startsWith("ca_"));
}

api::HttpAnswer TestConnections::ask(QByteArray line) const
{
    line.replace("@UUID", m_uuid).replace("@SHORT", m_short);
    const qsizetype space = line.indexOf(' ');
    const qsizetype end = line.indexOf(" {", space + 1);
    const QByteArray path = line.mid(space + 1, end < 0 ? -1 : end - space - 1);
    RawClient client(m_sandbox->port());
    client.send(RunningSandbox::requestBytes(line.first(space), path, end < 0 ? QByteArray() : line.sliced(end + 1)));
    return client.read();
}

void TestConnections::carriesAStateOverTheVersions_data()
{
    QTest::addColumn<QByteArrayList>("changes"); // "status METHOD path body"
    QTest::addColumn<QByteArrayList>("results"); // "request -> status and a text of the answer"
    const auto row = [](const char *name, const QByteArrayList &changes, const QByteArrayList &results) {
        QTest::newRow(name) << changes << results;
    };
    const QByteArray oldRun = QByteArray(oldExecute) + " -> ";
    const QByteArray newRun = QByteArray(newExecute) + " -> ";
    const QByteArray userRun = QByteArray(userExecute) + " -> ";
    const QByteArray showOld = "GET /api/v1/connectedAccounts/@UUID -> ";
    const QByteArray showNew = "GET /api/v3.1/connected_accounts/@SHORT -> ";
    const QByteArrayList refusedAsInactive {oldRun + R"(400 "name":"BadRequestError")", newRun + R"(422 "code":1810)",
        userRun + "422 is disabled", showOld + R"(200 "isDisabled":true,"enabled":false)",
        showNew + R"(200 "status":"INACTIVE")",
        R"(GET /api/v1/connectedAccounts?user_uuid=default&appNames=github -> 200 "items":[])",
        R"(GET /api/v1/connectedAccounts?user_uuid=default&appNames=github&showDisabled=true -> 200 "id":"@UUID")",
        R"(GET /api/v3/connected_accounts?user_ids=default&toolkit_slugs=github&statuses=ACTIVE -> 200 "items":[])",
        R"(GET /api/v3/connected_accounts?user_ids=default&toolkit_slugs=github&statuses=INACTIVE -> 200 @SHORT)"};
    row("untouched", {}, {oldRun + R"(200 "successful":true)", newRun + R"(200 "successful":true)", userRun + "200"});
    row("disabled by v1", {"201 POST /api/v1/connectedAccounts/@UUID/disable"}, refusedAsInactive);
    row("disabled by v3", {R"(200 PATCH /api/v3/connected_accounts/@SHORT/status {"enabled":false})"},
        refusedAsInactive);
    row("disabled by v3.1 and enabled by v1",
        {R"(200 PATCH /api/v3.1/connected_accounts/@SHORT/status {"enabled":false})",
            "201 POST /api/v1/connectedAccounts/@SHORT/enable"},
        {oldRun + R"(200 "successful":true)", newRun + "200", showNew + R"(200 "status":"ACTIVE")"});
    const QByteArrayList refusedAsDeleted {oldRun + R"(404 "name":"ConnectedAccountNotFoundError")",
        newRun + R"(410 "code":1806)", userRun + R"(404 "code":1810)",
        showOld + R"(404 "name":"ConnectedAccountNotFoundError")", showNew + R"(410 "code":1806)",
        R"(GET /api/v1/connectedAccounts?user_uuid=default&appNames=github&showDisabled=true -> 200 "items":[])",
        R"(GET /api/v3/connected_accounts?user_ids=default&toolkit_slugs=github -> 200 "total_items":0)"};
    row("deleted by v1", {"200 DELETE /api/v1/connectedAccounts/@UUID"}, refusedAsDeleted);
    row("deleted by v3.1", {"200 DELETE /api/v3.1/connected_accounts/@SHORT"}, refusedAsDeleted);
    row("all deleted", {"200 DELETE /api/v1/connectedAccounts/all"}, refusedAsDeleted);
    row("deleted twice", {"200 DELETE /api/v1/connectedAccounts/@UUID", "404 DELETE /api/v1/connectedAccounts/@UUID",
            "410 DELETE /api/v3/connected_accounts/@SHORT"}, refusedAsDeleted);
    row("refreshed", {"200 POST /api/v3/connected_accounts/@SHORT/refresh"},
        {oldRun + "400 INITIATED", newRun + "422 INITIATED", showOld + R"(200 "status":"INITIATED")"});
    row("reinitiated", {R"(200 POST /api/v1/connectedAccounts/@UUID/reinitiate {"data":{},"redirectUri":null})"},
        {oldRun + "400 INITIATED", showNew + R"(200 "status":"INITIATED")"});
    row("labelled", {R"(200 PATCH /api/v1/connectedAccounts/@UUID/data {"labels":["primary"]})"},
        {showOld + R"(200 "labels":["primary"])", showNew + R"(200 "labels":["primary"])",
            R"(GET /api/v1/connectedAccounts?labels=primary -> 200 @UUID)", oldRun + "200"});
}

void TestConnections::carriesAStateOverTheVersions()
{
    QFETCH(const QByteArrayList, changes);
    QFETCH(const QByteArrayList, results);
    for (const QByteArray &change : changes) {
        const auto answer = ask(change.sliced(4));
        QVERIFY2(QByteArray::number(answer.status) == change.first(3), (change + ": " + answer.body).constData());
    }
    for (const QByteArray &result : results) {
        const qsizetype arrow = result.indexOf(" -> ");
        const auto answer = ask(result.first(arrow));
        QByteArray wanted = result.sliced(arrow + 8).trimmed();
        wanted.replace("@UUID", m_uuid).replace("@SHORT", m_short);
        QVERIFY2(QByteArray::number(answer.status) == result.mid(arrow + 4, 3), (result + ": " + answer.body).constData());
        QVERIFY2(answer.body.contains(wanted), (result + ": " + answer.body).constData());
    }
}

void TestConnections::connectsInTheWordsOfEachVersion_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("place"); // of the new account's status
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QString>("linkPlace");
    const auto row = [](const char *name, const QByteArray &request, int status, const char *place,
                         const QByteArray &state, const char *linkPlace) {
        QTest::newRow(name) << request << status << QString::fromLatin1(place) << state << QString::fromLatin1(linkPlace);
    };
    const char *old = "connectionResponse.connectionStatus";
    const char *oldLink = "connectionResponse.redirectUrl";
    row("OAuth by v2",
        R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"uniqueKey":"GitHub"},"config":{"name":"mine","useComposioAuth":true},"connection":{"initiateData":{},"entityId":"ada","extra":{"redirectURL":"","labels":[]}}})",
        200, old, R"("INITIATED")", oldLink);
    row("a key by v2",
        R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"uniqueKey":"stripe"},"connection":{"initiateData":{"api_key":"sk_1"},"entityId":"ada"}})",
        200, old, R"("ACTIVE")", "");
    row("a key still to come by v2",
        R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"uniqueKey":"stripe"},"connection":{"initiateData":{},"entityId":"ada"}})",
        200, old, R"("INITIATED")", oldLink);
    row("another scheme by v2",
        R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"uniqueKey":"slack"},"config":{"authScheme":"BEARER_TOKEN"},"connection":{"initiateData":{"token":"xoxb"},"entityId":"ada"}})",
        200, old, R"("ACTIVE")", "");
    row("OAuth by link", R"(POST /api/v3.1/connected_accounts/link {"auth_config_id":"@github","user_id":"ada"})", 201,
        "", "", "redirect_url");
    row("a key by v3",
        R"(POST /api/v3/connected_accounts {"auth_config":{"id":"@stripe"},"connection":{"user_id":"ada","state":{"authScheme":"API_KEY","val":{"status":"ACTIVE","api_key":"sk_1"}}}})",
        201, "status", R"("ACTIVE")", "");
    row("managed OAuth by v3", R"(POST /api/v3/connected_accounts {"auth_config":{"id":"@github"},"connection":{"user_id":"ada"}})",
        400, "error.slug", R"("ConnectedAccount_BadRequest")", "");
}

void TestConnections::connectsInTheWordsOfEachVersion()
{
    QFETCH(QByteArray, request);
    QFETCH(const int, status);
    QFETCH(const QString, place);
    QFETCH(const QByteArray, state);
    QFETCH(const QString, linkPlace);
    for (const QByteArray app : {"github", "stripe"}) {
        const auto configs = m_sandbox->get("/api/v3/auth_configs?toolkit_slug=" + app);
        request.replace('@' + app, unquoted(at(configs.body, QStringLiteral("items.0.id"))));
    }
    const auto answer = ask(request);
    QVERIFY2(answer.status == status, answer.body.constData());
    if (!place.isEmpty())
        QCOMPARE(at(answer.body, place), state);
    if (!linkPlace.isEmpty()) {
        const QByteArray link = unquoted(at(answer.body, linkPlace));
        QVERIFY2(link.startsWith(m_sandbox->address().url.toEncoded() + "/connect/lk_"), link.constData());
    }
}

void TestConnections::finishesByLink_data()
{
    QTest::addColumn<QByteArray>("decision");
    QTest::addColumn<QByteArray>("callback");
    QTest::addColumn<int>("pageStatus");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("execution");
    QTest::newRow("allowed") << QByteArray("allow") << QByteArray() << 200 << QByteArray(R"("ACTIVE")") << 200;
    QTest::newRow("denied") << QByteArray("deny") << QByteArray() << 200 << QByteArray(R"("FAILED")") << 422;
    QTest::newRow("allowed, and back") << QByteArray("allow") << QByteArray("http://127.0.0.1:9/done?x=1") << 303
                                       << QByteArray(R"("ACTIVE")") << 200;
    QTest::newRow("allowed, and no way back") << QByteArray("allow") << QByteArray("javascript:alert(1)") << 200
                                              << QByteArray(R"("ACTIVE")") << 200;
}

void TestConnections::finishesByLink()
{
    QFETCH(const QByteArray, decision);
    QFETCH(const QByteArray, callback);
    QFETCH(const int, pageStatus);
    const auto configs = m_sandbox->get("/api/v3/auth_configs?toolkit_slug=github");
    const auto link = m_sandbox->post("/api/v3.1/connected_accounts/link",
        R"({"auth_config_id":)" + at(configs.body, QStringLiteral("items.0.id")) + R"(,"user_id":"ada <b>","callback_url":")"
            + callback + "\"}");
    QCOMPARE(link.status, 201);
    const QByteArray path = "/connect/" + unquoted(at(link.body, QStringLiteral("link_token")));
    const QByteArray id = unquoted(at(link.body, QStringLiteral("connected_account_id")));
    RawClient browser(m_sandbox->port()); // which has no key
    browser.send(RunningSandbox::requestBytes("GET", path, {}, {}));
    const auto page = browser.read();
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("github") && page.body.contains("ada &lt;b&gt;") && !page.body.contains("<b>"));
    browser.send(RunningSandbox::requestBytes(
        "POST", path, "decision=" + decision, "Content-Type: application/x-www-form-urlencoded\r\n"));
    const auto done = browser.read();
    QCOMPARE(done.status, pageStatus);
    const QByteArray back = api::headerValue(done.headers, "location").value_or(QByteArray());
    QCOMPARE(back.startsWith("http://127.0.0.1:9/done?x=1&status=success&connectedAccountId=" + id), pageStatus == 303);
    QTEST(at(m_sandbox->get("/api/v3/connected_accounts/" + id).body, QStringLiteral("status")), "status");
    const auto run = m_sandbox->executeV3("GITHUB_GET_THE_AUTHENTICATED_USER", R"({"user_id":"ada <b>"})");
    QTEST(run.status, "execution");
}

void TestConnections::takesALinkOnce()
{
    const auto begun = ask(R"(POST /api/v3/connected_accounts/@SHORT/refresh {"redirect_url":null})");
    const QByteArray url = unquoted(at(begun.body, QStringLiteral("redirect_url")));
    const QByteArray path = url.sliced(url.indexOf("/connect/"));
    const auto decide = [&] { return m_sandbox->post(path, "decision=allow").status; };
    QCOMPARE(decide(), 200);
    QCOMPARE(decide(), 404);
    QCOMPARE(m_sandbox->get(path).status, 404);
    QCOMPARE(m_sandbox->get("/connect/").status, 404);
    QCOMPARE(m_sandbox->get("/connect/%00").status, 404);
}

void TestConnections::showsWhatARequestCarries()
{
    const auto info = ask("GET /api/v1/connectedAccounts/@UUID/info");
    QCOMPARE(info.status, 200);
    const QByteArray parameter = at(info.body, QStringLiteral("parameters.0"));
    const QByteArray start = R"({"name":"Authorization","in":"header","value":"Bearer sandbox_)";
    QCOMPARE(parameter.first(start.size()), start);
    QCOMPARE(at(info.body, QStringLiteral("body")), QByteArray("{}"));
}

void TestConnections::keepsCredentialsMasked()
{
    const auto made = ask(
        R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"uniqueKey":"stripe"},"connection":{"initiateData":{"api_key":"sk_live_very_secret"},"entityId":"ada"}})");
    const QByteArray id = unquoted(at(made.body, QStringLiteral("connectionResponse.connectedAccountId")));
    for (const QByteArray &path : {"/api/v1/connectedAccounts/" + id, QByteArray("/api/v1/connectedAccounts?user_uuid=ada"),
             "/api/v3/connected_accounts/" + id, QByteArray("/api/v3.1/connected_accounts?user_ids=ada")}) {
        const auto answer = m_sandbox->get(path);
        QCOMPARE(answer.status, 200);
        QVERIFY2(!answer.body.contains("very_secret"), answer.body.constData());
        QVERIFY2(answer.body.contains("sk_l"), answer.body.constData());
    }
}

void TestConnections::makesAndChangesIntegrations()
{
    const auto made = ask(
        R"(POST /api/v1/integrations {"name":"Mine","authScheme":"API_KEY","appName":"notion","useComposioAuth":false,"authConfig":{"client_id":"abc"}})");
    QVERIFY2(made.status == 200, made.body.constData());
    QCOMPARE(at(made.body, QStringLiteral("expectedInputFields.0.name")), QByteArray(R"("api_key")"));
    const QByteArray id = unquoted(at(made.body, QStringLiteral("id")));
    QVERIFY(at(ask("GET /api/v1/integrations?appName=NOTION").body, QStringLiteral("items")).contains(id));
    QCOMPARE(at(ask("GET /api/v3/auth_configs/" + id).body, QStringLiteral("name")), QByteArray(R"("Mine")"));
    const auto again = ask(R"(POST /api/v2/integrations/get-or-create {"app":{"uniqueKey":"notion"}})");
    QVERIFY(at(again.body, QStringLiteral("id")) != made.body); // the ready-made one
    QCOMPARE(again.status, 200);
    QCOMPARE(ask("PATCH /api/v1/integrations/" + id + R"(/status {"enabled":false})").status, 200);
    QCOMPARE(at(ask("GET /api/v1/integrations/" + id).body, QStringLiteral("enabled")), QByteArray("false"));
    const QByteArray connect = R"(POST /api/v1/connectedAccounts {"integrationId":")" + id
        + R"(","userUuid":"ada","data":{"api_key":"k"},"labels":null,"redirectUri":null})";
    QCOMPARE(ask(connect).status, 400); // disabled
    QCOMPARE(ask("PATCH /api/v1/integrations/" + id + R"( {"enabled":true})").status, 200);
    QCOMPARE(at(ask(connect).body, QStringLiteral("connectionStatus")), QByteArray(R"("ACTIVE")"));
    const auto filtered = ask(R"(POST /api/v2/integrations/search-by-filters {"app":{"uniqueKey":"notion"},"config":{"authScheme":"API_KEY"}})");
    QVERIFY(at(filtered.body, QStringLiteral("items")).contains(id));
    QCOMPARE(at(ask("DELETE /api/v1/integrations/" + id).body, QStringLiteral("count")), QByteArray("1"));
    QCOMPARE(ask("GET /api/v1/integrations/" + id).status, 404);
    QCOMPARE(ask(connect).status, 404);
}

void TestConnections::makesAndChangesAuthConfigs()
{
    const auto made = ask(
        R"(POST /api/v3.1/auth_configs {"toolkit":{"slug":"github"},"auth_config":{"type":"use_custom_auth","authScheme":"OAUTH2","name":"Own app","credentials":{"client_id":"abc","client_secret":"shhhhhh"}}})");
    QVERIFY2(made.status == 201, made.body.constData());
    QCOMPARE(at(made.body, QStringLiteral("auth_config.is_composio_managed")), QByteArray("false"));
    const QByteArray id = unquoted(at(made.body, QStringLiteral("auth_config.id")));
    const QByteArray path = "/api/v3.1/auth_configs/" + id;
    QVERIFY(!ask("GET " + path).body.contains("shhhhhh"));
    QVERIFY(ask("GET /api/v3/auth_configs?toolkit_slug=github&is_composio_managed=false").body.contains(id));
    QVERIFY(!ask("GET /api/v3/auth_configs?toolkit_slug=github&is_composio_managed=true").body.contains(id));
    const auto account = ask(R"(POST /api/v3/connected_accounts {"auth_config":{"id":")" + id
        + R"("},"connection":{"user_id":"ada","state":{"authScheme":"OAUTH2","val":{"status":"INITIALIZING"}}}})");
    QVERIFY2(account.status == 201, account.body.constData());
    QCOMPARE(at(ask("GET " + path).body, QStringLiteral("no_of_connections")), QByteArray("1"));
    QCOMPARE(ask("PATCH " + path + R"( {"type":"custom","credentials":{"client_id":"abcd"}})").status, 200);
    QCOMPARE(ask("PATCH " + path + "/DISABLED").status, 200);
    QCOMPARE(at(ask("GET " + path).body, QStringLiteral("status")), QByteArray(R"("DISABLED")"));
    QVERIFY(!ask("GET /api/v3/auth_configs?toolkit_slug=github").body.contains(id));
    QVERIFY(ask("GET /api/v3/auth_configs?toolkit_slug=github&show_disabled=true").body.contains(id));
    QCOMPARE(ask("PATCH " + path + "/ASLEEP").status, 400);
    QCOMPARE(ask("DELETE " + path).status, 200);
    QCOMPARE(ask("GET " + path).status, 404);
    const auto plain = ask(R"(POST /api/v3/auth_configs {"toolkit":{"slug":"gmail"}})");
    QCOMPARE(at(plain.body, QStringLiteral("auth_config.auth_scheme")), QByteArray(R"("OAUTH2")"));
}

void TestConnections::refusesWhatIsNotThere_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const QByteArray &request, int status, const QByteArray &text) {
        QTest::newRow(request.constData()) << request << status << text;
    };
    for (const QByteArray end : {"GET /api/v1/connectedAccounts/none", "GET /api/v1/connectedAccounts/none/info",
             "POST /api/v1/connectedAccounts/none/enable", "POST /api/v1/connectedAccounts/..%2F..%2Fetc/disable",
             "DELETE /api/v1/connectedAccounts/x'%3B--", "PATCH /api/v1/connectedAccounts/%00/data",
             "POST /api/v1/connectedAccounts/none/reinitiate"})
        row(end, 404, R"("name":"ConnectedAccountNotFoundError")");
    for (const QByteArray end : {"GET /api/v3/connected_accounts/none", "DELETE /api/v3.1/connected_accounts/none",
             "PATCH /api/v3/connected_accounts/none/status", "POST /api/v3/connected_accounts/none/refresh",
             "GET /api/v3/migration/get-nanoid?uuid=none&type=CONNECTED_ACCOUNT"})
        row(end, 404, R"("code":606)");
    for (const QByteArray end : {"GET /api/v3/auth_configs/none", "PATCH /api/v3/auth_configs/none",
             "DELETE /api/v3/auth_configs/none", "PATCH /api/v3.1/auth_configs/none/ENABLED",
             "GET /api/v3/migration/get-nanoid?uuid=none&type=AUTH_CONFIG"})
        row(end, 404, R"("slug":"AuthConfig_NotFound")");
    row("GET /api/v1/integrations/none", 404, R"("type":"NotFoundError")");
    row(R"(POST /api/v1/integrations {"name":"a","appName":"moon"})", 404, R"("name":"AppNotFoundError")");
    row(R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"uniqueKey":"moon"}})", 404, R"("name":"AppNotFoundError")");
    row(R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"integrationId":"moon"}})", 404, "NotFoundError");
    row(R"(POST /api/v3/auth_configs {"toolkit":{"slug":"moon"}})", 404, R"("slug":"Toolkit_ToolkitNotFound")");
    row(R"(POST /api/v3/connected_accounts/link {"auth_config_id":"none","user_id":"a"})", 404, "AuthConfig_NotFound");
    row("GET /api/v3/migration/get-nanoid?uuid=none&type=TRIGGER_INSTANCE", 400, R"("code":10400)");
}

void TestConnections::refusesWhatIsNotThere()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, text);
    const auto answer = ask(request);
    QTEST(answer.status, "status");
    QVERIFY2(answer.body.contains(text), answer.body.constData());
}

void TestConnections::refusesBodies_data()
{
    QTest::addColumn<QByteArray>("request"); // with @BODY
    const auto row = [](const QByteArray &request) { QTest::newRow(request.constData()) << request; };
    row("POST /api/v1/connectedAccounts");
    row("POST /api/v2/connectedAccounts/initiateConnection");
    row("POST /api/v3/connected_accounts");
    row("POST /api/v3.1/connected_accounts/link");
    row("PATCH /api/v3.1/connected_accounts/@SHORT/status");
    row("POST /api/v3/auth_configs");
}

void TestConnections::refusesBodies()
{
    QFETCH(const QByteArray, request);
    for (const char *body : {" {", " {}", R"( {"labels":7,"app":7,"enabled":"yes","auth_config":7,"auth_config_id":7,"toolkit":7,"integrationId":{}})"}) {
        const auto answer = ask(request + body);
        QVERIFY2(answer.status == 400, (body + answer.body).constData());
    }
    QCOMPARE(at(ask("GET /api/v3/connected_accounts/@SHORT").body, QStringLiteral("status")), QByteArray(R"("ACTIVE")"));
}

void TestConnections::keepsConnectionsOverARestart()
{
    QTemporaryDir folder;
    sandbox::SandboxOptions options;
    options.state = folder.path();
    m_sandbox = std::make_unique<RunningSandbox>(options);
    QCOMPARE(ask("POST /api/v1/connectedAccounts/@UUID/disable").status, 201);
    const auto made = ask(
        R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"uniqueKey":"stripe"},"connection":{"initiateData":{"api_key":"sk_1"},"entityId":"ada"}})");
    const QByteArray id = unquoted(at(made.body, QStringLiteral("connectionResponse.connectedAccountId")));
    m_sandbox.reset();
    m_sandbox = std::make_unique<RunningSandbox>(options);
    QCOMPARE(at(ask("GET /api/v3/connected_accounts/@SHORT").body, QStringLiteral("status")), QByteArray(R"("INACTIVE")"));
    QCOMPARE(at(ask("GET /api/v1/connectedAccounts/" + id).body, QStringLiteral("clientUniqueUserId")), QByteArray(R"("ada")"));
    QCOMPARE(m_sandbox->executeV2("STRIPE_CREATE_CUSTOMER", R"({"entityId":"ada","input":{"name":"Ada"}})").status, 200);
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
