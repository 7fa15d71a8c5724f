// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/sandbox/rawclient.h"

#include "app/sandbox/accesskey.h"
#include "app/sandbox/requestlog/loggedrequest.h"
#include "app/sandbox/requestlog/requestlog.h"

#include <QTest>
#include <QUuid>

using namespace actionscope;
using namespace actionscope::test;

// What the service's rules say of a request, row by row: what published clients rely on, which key may do what, and
// that nothing in a body brings the sandbox down.
class TestSandboxRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToTheChecklist_data();
    void keepsToTheChecklist();
    void echoesOrMakesARequestId();
    void hidesTheHeaderNamedCommon();
    void judgesVersionsAndNames_data();
    void judgesVersionsAndNames();
    void letsAKeyDoItsOwn_data();
    void letsAKeyDoItsOwn();
    void readsAccessKeys_data();
    void readsAccessKeys();
    void takesAnyValueInAnyField_data();
    void takesAnyValueInAnyField();
    void refusesWhatIsNoBody_data();
    void refusesWhatIsNoBody();
    void refusesTwoHundredMegabytes();

private:
    // "METHOD /path body", with the sandbox's key or another.
    [[nodiscard]] api::HttpAnswer ask(const QByteArray &line, const QByteArray &key = "test-key") const;

    RunningSandbox m_sandbox {withKeys()};
    [[nodiscard]] static sandbox::SandboxOptions withKeys();
};

namespace {

QByteArrayList partsOf(const QByteArray &line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = line.indexOf(' ', first + 1);
    if (second < 0)
        return {line.first(first), line.sliced(first + 1), {}};
    return {line.first(first), line.mid(first + 1, second - first - 1), line.sliced(second + 1)};
}

} // namespace

sandbox::SandboxOptions TestSandboxRules::withKeys()
{
    sandbox::SandboxOptions options;
    for (const char *text : {"ak_reader=read", "ak_runner=execute", "ak_proxy=proxy", "ak_connect=read,connect",
             "ak_default=read,execute,connect,proxy,user:default"})
        options.accessKeys.append(*sandbox::readAccessKey(text));
    return options;
}

api::HttpAnswer TestSandboxRules::ask(const QByteArray &line, const QByteArray &key) const
{
    const QByteArrayList parts = partsOf(line);
    RawClient client(m_sandbox.port());
    client.send(RunningSandbox::requestBytes(parts[0], parts[1], parts[2], "X-API-KEY: " + key + "\r\n"));
    return client.read();
}

void TestSandboxRules::keepsToTheChecklist_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("texts"); // that stand in the answer
    const auto row = [](const char *name, const QByteArray &request, int status, const QByteArrayList &texts = {}) {
        QTest::newRow(name) << request << status << texts;
    };
    row("1: v1", "GET /api/v1/apps", 200, {R"("items":[{)"});
    row("1: v2", "GET /api/v2/actions?limit=1", 200, {R"("totalPages":)"});
    row("1: v3", "GET /api/v3/tools?limit=1", 200, {R"("next_cursor":")"});
    row("1: v3.1", "GET /api/v3.1/tools?limit=1", 200, {R"("next_cursor":")"});
    const QByteArray run = "POST /api/v2/actions/SANDBOX_ECHO/execute ";
    row("4: v2's result", run + R"({"input":{}})", 200, {R"("data":{)", R"("error":null)", R"("successful":true)", R"("successfull":true)"});
    row("4: v2's result, traced", run + R"({"allowTracing":true})", 200, {R"("logId":")", R"("sessionInfo":{})"});
    row("4: v3's result", R"(POST /api/v3/tools/execute/SANDBOX_ECHO {"arguments":{}})", 200,
        {R"("error":null)", R"("successful":true)", R"("log_id":"log_)", R"("session_info":null)"});
    row("5: null everywhere", run + R"({"connectedAccountId":null,"entityId":null,"appName":null,"input":null,"text":null,)"
                                    R"("customDescription":null,"systemPrompt":null,"authConfig":null,"sessionInfo":null,)"
                                    R"("version":null,"allowTracing":null,"traceLogs":null})", 200);
    row("5: null everywhere, v3", R"(POST /api/v3.1/tools/execute/SANDBOX_ECHO {"arguments":null,"text":null,"user_id":null,)"
                                  R"("entity_id":null,"connected_account_id":null,"version":null,"custom_auth_params":null,)"
                                  R"("custom_connection_data":null,"allow_tracing":null})", 200);
    row("5: null in a new connection",
        R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"uniqueKey":"stripe","integrationId":null},"config":null,)"
        R"("connection":{"initiateData":null,"entityId":null,"extra":{"redirectURL":null,"labels":null}}})", 200);
    row("5: an app in upper case", run + R"({"appName":"SANDBOX"})", 200);
    row("5: an app in upper case, listed", "GET /api/v2/actions?apps=GITHUB&limit=1", 200, {R"("appKey":"github")"});
    row("5: an id in lower case", "POST /api/v2/actions/sandbox_echo/execute {}", 200);
    row("5: an id in lower case, shown", "GET /api/v2/actions/sandbox_echo", 200, {R"("name":"SANDBOX_ECHO")"});
    row("5: an id in lower case, v3", "POST /api/v3/tools/execute/sandbox_echo {}", 404, {"Tool_ToolNotFound"});
    for (const QByteArray commas : {"github,gmail", "github%2Cgmail"}) {
        const QByteArray both = "toolkit_slugs=" + commas + "&user_ids=default";
        QTest::newRow(("5: commas, v3 " + commas).constData())
            << QByteArray("GET /api/v3/connected_accounts?" + both) << 200 << QByteArrayList {R"("total_items":2)"};
        QTest::newRow(("5: commas, v1 " + commas).constData()) << QByteArray("GET /api/v1/connectedAccounts?user_uuid=default&appNames=" + commas)
                                                 << 200 << QByteArrayList {R"("appName":"github")", R"("appName":"gmail")"};
    }
    row("5: repeated", "GET /api/v3/connected_accounts?toolkit_slugs=github&toolkit_slugs=gmail&user_ids=default", 200,
        {R"("total_items":2)"});
    row("5: pageSize", "GET /api/v1/connectedAccounts?pageSize=99999999&user_uuid=default&showActiveOnly=true", 200,
        {R"("totalPages":1})"});
    row("5: limit", "GET /api/v3.1/tools?limit=9999", 200, {R"("total_pages":1,)"});
    row("5: a GET with a body", R"(GET /api/v2/actions/search/advanced {"useCase":"create an issue"})", 200,
        {R"("GITHUB_CREATE_AN_ISSUE")"});
    row("5: the same in the query", "GET /api/v2/actions/search/advanced?useCase=create+an+issue&apps=GITHUB", 200,
        {R"("app":"github")"});
    row("6: what apps have", "GET /api/v1/apps/github", 200,
        {R"("meta":{)", R"("categories":[)", R"("yaml":{"no_auth":false})", R"("no_auth":false)"});
    row("6: what accounts have", "GET /api/v1/connectedAccounts?user_uuid=default&appNames=github", 200,
        {R"("appName":"github")", R"("status":"ACTIVE")", R"("createdAt":")", R"("clientUniqueUserId":"default")", R"("member":{)"});
    row("6: what actions have", "GET /api/v2/actions/SANDBOX_ECHO", 200, {R"("displayName":")", R"("display_name":")"});
}

void TestSandboxRules::keepsToTheChecklist()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArrayList, texts);
    const auto answer = ask(request);
    QTEST(answer.status, "status");
    for (const QByteArray &text : texts)
        QVERIFY2(answer.body.contains(text), (text + " in " + answer.body.left(2000)).constData());
}

void TestSandboxRules::echoesOrMakesARequestId()
{
    RawClient client(m_sandbox.port());
    client.send(RunningSandbox::requestBytes("GET", "/api/v1/none", {}, "X-Api-Key: test-key\r\nX-REQUEST-ID: mine-1\r\n"));
    const auto own = client.read();
    QCOMPARE(api::headerValue(own.headers, "x-request-id").value_or(QByteArray()), QByteArray("mine-1"));
    QCOMPARE(at(own.body, QStringLiteral("requestId")), QByteArray("\"mine-1\""));
    const auto made = ask("GET /api/v3/none");
    const QByteArray id = api::headerValue(made.headers, "x-request-id").value_or(QByteArray());
    QVERIFY(!QUuid::fromString(QString::fromLatin1(id)).isNull());
    QCOMPARE(at(made.body, QStringLiteral("error.request_id")), '"' + id + '"');
}

void TestSandboxRules::hidesTheHeaderNamedCommon()
{
    const RunningSandbox own;
    RawClient client(own.port());
    client.send(RunningSandbox::requestBytes("GET", "/api/v1/apps/github", {},
        "x-api-key: test-key\r\ncommon: {\"X-API-Key\":\"test-key\",\"x-source\":\"js_sdk\"}\r\n"));
    QCOMPARE(client.read().status, 200);
    quint64 last = 0;
    const QByteArray line = sandbox::jsonLine(own.requests().endedAfter(0, &last).first());
    QVERIFY(line.contains("common"));
    QVERIFY2(!line.contains("test-key"), line.constData());
}

void TestSandboxRules::judgesVersionsAndNames_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("texts");
    const auto row = [](const char *name, const QByteArray &request, int status, const QByteArrayList &texts = {}) {
        QTest::newRow(name) << request << status << texts;
    };
    for (const QByteArray version : {"20260105_00", "00000000_00", "latest"}) {
        QTest::newRow(("v3.1 version " + version).constData())
            << QByteArray(R"(POST /api/v3.1/tools/execute/SANDBOX_ECHO {"version":")" + version + "\"}") << 200 << QByteArrayList();
    }
    for (const QByteArray version : {"0_1", "latest", "latest:base"}) {
        QTest::newRow(("v2 version " + version).constData())
            << QByteArray(R"(POST /api/v2/actions/SANDBOX_ECHO/execute {"version":")" + version + "\"}") << 200 << QByteArrayList();
    }
    row("a version that is none", R"(POST /api/v3.1/tools/execute/SANDBOX_ECHO {"version":"19990101_00"})", 404,
        {R"("code":2401)", R"("slug":"Tool_ToolNotFound")", "20260105_00"});
    row("a version that is none, v2", R"(POST /api/v2/actions/SANDBOX_ECHO/execute {"version":"9_9"})", 404,
        {R"("name":"ActionNotFoundError")", "0_1"});
    row("nearly a name, v2", "POST /api/v2/actions/GITHUB_CREATE_ISSUE/execute {}", 404,
        {R"("suggestions":[)", R"("GITHUB_CREATE_AN_ISSUE")", R"("type":"NotFoundError")"});
    row("nearly a name, v3", "POST /api/v3/tools/execute/GITHUB_CREATE_ISSUE {}", 404,
        {R"("suggested_fix":"Perhaps you meant: )", "GITHUB_CREATE_AN_ISSUE"});
    row("nearly a name, shown", "GET /api/v3.1/tools/GITHUB_CREATE_ISSUE", 404, {"GITHUB_CREATE_AN_ISSUE"});
    row("nobody to act for", R"(POST /api/v3/tools/execute/GITHUB_GET_THE_AUTHENTICATED_USER {})", 404,
        {R"("code":1810)", R"("suggested_fix":"Send the user_id)"});
    row("input that does not fit, v3", R"(POST /api/v3/tools/execute/SANDBOX_WAIT {"arguments":{"milliseconds":"soon"}})", 400,
        {R"("code":10400)", R"("errors":["payload.arguments.milliseconds: )", R"("suggested_fix":)"});
    row("input that does not fit, v2", R"(POST /api/v2/actions/SANDBOX_WAIT/execute {"input":{"milliseconds":"soon"}})", 400,
        {R"("property":"milliseconds")", R"("constraints":{"type":)"});
}

void TestSandboxRules::judgesVersionsAndNames()
{
    keepsToTheChecklist();
}

void TestSandboxRules::letsAKeyDoItsOwn_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const QByteArray &key, const QByteArray &request, int status) {
        QTest::newRow((key + ' ' + request).constData()) << key << request << status;
    };
    const QByteArray oldRun = "POST /api/v2/actions/SANDBOX_ECHO/execute {}";
    const QByteArray newRun = "POST /api/v3.1/tools/execute/SANDBOX_ECHO {}";
    const QByteArray input = R"(POST /api/v3.1/tools/execute/HACKERNEWS_GET_USER/input {"text":"pg"})";
    const QByteArray proxy = R"(POST /api/v3.1/tools/execute/proxy {"endpoint":"http://127.0.0.1:1/","method":"GET"})";
    const QByteArray link = R"(POST /api/v3.1/connected_accounts/link {"auth_config_id":"none","user_id":"ada"})";
    row("ak_reader", "GET /api/v2/actions?limit=1", 200);
    row("ak_reader", "POST /api/v3/toolkits/multi {}", 200);
    row("ak_reader", "POST /api/v2/actions/logs/all {}", 200);
    row("ak_reader", input, 200);
    row("ak_reader", oldRun, 401);
    row("ak_reader", newRun, 403);
    row("ak_reader", proxy, 403);
    row("ak_reader", link, 403);
    row("ak_reader", "DELETE /api/v1/connectedAccounts/all", 401);
    row("ak_runner", oldRun, 200);
    row("ak_runner", newRun, 200);
    row("ak_runner", "GET /api/v3/tools", 403);
    row("ak_runner", proxy, 403);
    row("ak_proxy", proxy, 502);
    row("ak_proxy", newRun, 403);
    row("ak_connect", link, 404);
    row("ak_connect", newRun, 403);
    row("ak_default", R"(POST /api/v2/actions/GITHUB_GET_THE_AUTHENTICATED_USER/execute {})", 200);
    row("ak_default", R"(POST /api/v3/tools/execute/GITHUB_GET_THE_AUTHENTICATED_USER {"user_id":"default"})", 200);
    row("ak_default", R"(POST /api/v3/tools/execute/GITHUB_GET_THE_AUTHENTICATED_USER {"user_id":"pg-test-00000000"})", 403);
    row("ak_default", R"(POST /api/v2/actions/GITHUB_GET_THE_AUTHENTICATED_USER/execute {"entityId":"pg-test-00000000"})", 401);
    row("ak_default", R"(POST /api/v3/connected_accounts/link {"auth_config_id":"none","user_id":"ada"})", 403);
    row("ak_default", R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"uniqueKey":"github"},"connection":{"entityId":"ada"}})", 401);
    row("ak_default", "GET /api/v3/connected_accounts?toolkit_slugs=github&user_ids=pg-test-00000000", 200);
    row("ak_default", "GET /sandbox/state", 403);
    row("ak_reader", "DELETE /sandbox/state", 403);
    row("ak_none", "GET /api/v2/actions", 401);
}

void TestSandboxRules::letsAKeyDoItsOwn()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    const auto answer = ask(request, key);
    QVERIFY2(answer.status == status, (QByteArray::number(answer.status) + answer.body).constData());
    if (status == 403)
        QCOMPARE(at(answer.body, QStringLiteral("error.code")), QByteArray("802"));
    if (key == "ak_default" && request.startsWith("GET /api/v3/connected_accounts"))
        QCOMPARE(at(answer.body, QStringLiteral("total_items")), QByteArray("0"));
}

void TestSandboxRules::readsAccessKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("a scope") << QByteArray("ak_1=read") << true;
    QTest::newRow("all, and a user") << QByteArray("ak_1=read,execute,proxy,connect,user:ada") << true;
    QTest::newRow("a key with an equals sign") << QByteArray("ak=1=read") << true;
    QTest::newRow("no scope") << QByteArray("ak_1=") << false;
    QTest::newRow("no key") << QByteArray("=read") << false;
    QTest::newRow("no equals sign") << QByteArray("ak_1") << false;
    QTest::newRow("a scope that is none") << QByteArray("ak_1=read,write") << false;
    QTest::newRow("a user without name") << QByteArray("ak_1=read,user:") << false;
}

void TestSandboxRules::readsAccessKeys()
{
    QFETCH(const QByteArray, text);
    QTEST(sandbox::readAccessKey(text).has_value(), "isRead");
}

// Each body of the description, each of its fields, each kind of value: the documented shape, never a 500.
void TestSandboxRules::takesAnyValueInAnyField_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArrayList>("names"); // of its fields
    const json::Value root = OpenApiCheck::ofSandbox().description();
    const json::Value paths = root.member(u"paths");
    for (json::Value path = paths.firstChild(); path.isValid(); path = path.nextSibling()) {
        for (const char *method : {"post", "patch"}) {
            const json::Value body = path.member(QString::fromLatin1(method)).member(u"requestBody").member(u"content").member(u"application/json");
            if (!body.isValid())
                continue;
            const QString schema = body.member(u"schema").member(u"$ref").toString().section(QLatin1Char('/'), -1);
            const json::Value fields = root.member(u"components").member(u"schemas").member(schema).member(u"properties");
            QByteArrayList names;
            for (json::Value field = fields.firstChild(); field.isValid(); field = field.nextSibling())
                names.append(field.key().toUtf8());
            QVERIFY(!names.isEmpty());
            QByteArray target = path.key().toLatin1();
            target.replace("{version}", "v3.1").replace("{actionId}", "SANDBOX_ECHO").replace("{toolSlug}", "SANDBOX_ECHO")
                .replace("{fileType}", "request");
            const QByteArray name = QByteArray(method).toUpper() + ' ' + target;
            QTest::newRow(name.constData()) << name << names;
        }
    }
}

void TestSandboxRules::takesAnyValueInAnyField()
{
    QFETCH(QByteArray, request);
    QFETCH(const QByteArrayList, names);
    const QByteArrayList values {"null", "true", "-1", "1e400", R"("")", R"("x'); DROP TABLE files;--")", R"("\u0000\u0007\ud800")",
        R"("../../../etc/passwd")", "[]", "[[[]]]", "{}", R"({"\u0001":{"a":1,"a":2}})", "[null,{},7]"};
    request.replace("{connectedAccountId}", "none").replace("{integrationId}", "none").replace("{id}", "none");
    const QByteArrayList parts = partsOf(request);
    RawClient client(m_sandbox.port());
    for (const QByteArray &value : values) {
        for (const QByteArray &name : names) {
            const QByteArray body = "{\"" + name + "\":" + value + ",\"" + name + "\":" + value + ",\"\\u0000\":" + value + '}';
            client.send(RunningSandbox::requestBytes(parts[0], parts[1], body));
            const auto answer = client.read();
            QVERIFY2(answer.status > 0 && answer.status < 500, (parts[1] + body + answer.body).constData());
        }
    }
    QCOMPARE(m_sandbox.executeV2("SANDBOX_ECHO", "{}").status, 200);
}

void TestSandboxRules::refusesWhatIsNoBody_data()
{
    takesAnyValueInAnyField_data();
}

void TestSandboxRules::refusesWhatIsNoBody()
{
    QFETCH(QByteArray, request);
    request.replace("{connectedAccountId}", "none").replace("{integrationId}", "none").replace("{id}", "none");
    const QByteArrayList parts = partsOf(request);
    for (const QByteArray &body : {QByteArray("{"), QByteArray("[]"), QByteArray("7"), QByteArray("<a/>"), QByteArray("{} {}"),
             QByteArray("\xff\xfe{}"), "{\"a\":" + QByteArray("[").repeated(100000)}) {
        const auto answer = ask(parts[0] + ' ' + parts[1] + ' ' + body);
        QVERIFY2(answer.status == 400 || answer.status == 404, (body.left(20) + QByteArray::number(answer.status) + answer.body).constData());
    }
}

void TestSandboxRules::refusesTwoHundredMegabytes()
{
    for (const QByteArray path : {"/api/v2/actions/SANDBOX_ECHO/execute", "/api/v3/tools/execute/SANDBOX_ECHO"}) {
        RawClient client(m_sandbox.port());
        client.send("POST " + path + " HTTP/1.1\r\nx-api-key: test-key\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray chunk = "100000\r\n" + QByteArray(0x100000, ' ') + "\r\n";
        for (int megabyte = 0; megabyte < 200; ++megabyte)
            client.send(chunk);
        QCOMPARE(client.read().status, path.contains("v2") ? 400 : 413);
        QCOMPARE(m_sandbox.executeV2("SANDBOX_ECHO", "{}").status, 200);
    }
}

QTEST_GUILESS_MAIN(TestSandboxRules)
#include "tst_sandboxrules.moc"
