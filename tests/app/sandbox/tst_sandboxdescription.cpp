// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/sandbox/rawclient.h"

#include "app/json/format.h"

#include <QDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

// The sandbox's description of itself: every operation of it is asked once and answers as it is written there, and the
// bodies it describes are those the sandbox holds requests against. All other tests of the sandbox hold what they are
// answered against it too (rawclient.h).
class TestSandboxDescription final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isGivenToAnybody();
    void answersAsDescribed_data();
    void answersAsDescribed();
    void takesItsStateBack();
    void describesNothingElse();
    void describesTheBodiesThatAreChecked_data();
    void describesTheBodiesThatAreChecked();
    void seesWhatDoesNotFit_data();
    void seesWhatDoesNotFit();

private:
    RunningSandbox m_sandbox;
};

namespace {

// Values of earlier answers, by the names rows use for them.
QHash<QByteArray, QByteArray> &kept()
{
    static QHash<QByteArray, QByteArray> values;
    return values;
}

QByteArray unquoted(const QByteArray &json)
{
    return json.startsWith('"') ? json.sliced(1, json.size() - 2) : json;
}

} // namespace

void TestSandboxDescription::isGivenToAnybody()
{
    RawClient stranger(m_sandbox.port());
    stranger.send(RunningSandbox::requestBytes("GET", "/openapi.json", {}, {}));
    const auto answer = stranger.read();
    QCOMPARE(answer.status, 200);
    QCOMPARE(at(answer.body, QStringLiteral("openapi")), QByteArray("\"3.1.0\""));
    stranger.send(RunningSandbox::requestBytes("GET", "/health", {}, {}));
    QCOMPARE(stranger.read().body, QByteArray(R"({"status":"ok"})"));
}

void TestSandboxDescription::answersAsDescribed_data()
{
    QTest::addColumn<QByteArray>("request"); // "METHOD /path {body}", with <name> of what was kept
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("place"); // of a value to keep
    QTest::addColumn<QByteArray>("name"); // as
    const auto row = [](const QByteArray &request, int status = 200, const char *place = "", const QByteArray &name = {}) {
        QTest::newRow(request.constData()) << request << status << QString::fromLatin1(place) << name;
    };
    row(R"(POST /api/v2/actions/SANDBOX_ECHO/execute {"input":{},"allowTracing":true})", 200, "logId", "log");
    row(R"(POST /api/v2/actions/HACKERNEWS_GET_USER/execute/get.inputs {"text":"pg"})");
    row("GET /api/v2/actions/SANDBOX_ECHO");
    row("GET /api/v2/actions");
    row("GET /api/v2/actions/list/all");
    row("GET /api/v2/actions/list/enums");
    row("GET /api/v1/actions/list/enums");
    row("GET /api/v2/actions/list/tags");
    row(R"(POST /api/v2/actions/proxy {"endpoint":"<origin>/health","method":"GET","parameters":[]})");
    row(R"(GET /api/v2/actions/search/advanced {"useCase":"create an issue"})");
    row(R"(POST /api/v2/actions/files/upload/request {"action":"A","app":"a","filename":"f","mimetype":"text/plain","md5":""})",
        200, "key", "file");
    row("PUT /files/<file> {}");
    row("GET /files/<file>");
    row("GET /api/v2/actions/files/list");
    row("POST /api/v2/actions/logs/all {}");
    row("POST /api/v2/actions/logs/all/ {}");
    row("GET /api/v2/actions/logs/all/fields");
    row("GET /api/v2/actions/logs/all/<log>");
    row("GET /api/v1/apps?additionalFields=auth_schemes");
    row("GET /api/v1/apps/GITHUB");
    row("GET /api/v1/apps/list/categories");
    row("GET /api/v1/apps/list/enums");
    row("GET /api/v1/integrations", 200, "items.0.id", "integration");
    row("GET /api/v1/integrations/<integration>");
    row(R"(PATCH /api/v1/integrations/<integration> {"enabled":true})");
    row(R"(PATCH /api/v1/integrations/<integration>/status {"enabled":true})");
    row(R"(POST /api/v1/integrations {"name":"n","appName":"stripe"})", 200, "id", "stripe");
    row(R"(POST /api/v2/integrations/create {"app":{"uniqueKey":"stripe"},"config":{"name":"n"}})", 200, "id", "other");
    row(R"(POST /api/v2/integrations/get-or-create {"app":{"uniqueKey":"stripe"}})");
    row("POST /api/v2/integrations/search-by-filters {}");
    row("DELETE /api/v1/integrations/<other>");
    row(R"(POST /api/v1/connectedAccounts {"integrationId":"<stripe>","data":{"api_key":"k"}})");
    row(R"(POST /api/v2/connectedAccounts/initiateConnection {"app":{"uniqueKey":"github"}})", 200,
        "connectionResponse.connectedAccountId", "account");
    row("GET /api/v1/connectedAccounts?pageSize=99999999");
    for (const QByteArray end : {"", "/info"})
        row("GET /api/v1/connectedAccounts/<account>" + end);
    for (const QByteArray end : {"/enable", "/disable"})
        row("POST /api/v1/connectedAccounts/<account>" + end, 201);
    row("POST /api/v1/connectedAccounts/<account>/reinitiate {}");
    row(R"(PATCH /api/v1/connectedAccounts/<account>/data {"labels":["a"]})");
    row("GET /api/v1/client/auth/client_info");
    row("GET /api/v1/logs/");
    row(R"(POST /api/v1/logs/ {"providerName":"p","actionName":"a","request":{},"response":{},"isError":false})");
    for (const QByteArray version : {"v3", "v3.1"}) {
        const QByteArray api = "/api/" + version;
        row("POST " + api + R"(/tools/execute/SANDBOX_ECHO {"arguments":{}})", 200, "log_id", "newlog");
        row("POST " + api + R"(/tools/execute/HACKERNEWS_GET_USER/input {"text":"pg"})");
        for (const QByteArray end : {"/tools/SANDBOX_ECHO?toolkit_versions=latest", "/tools?limit=9999", "/tools/enum", "/toolkits",
                 "/toolkits/categories", "/toolkits/changelog", "/toolkits/github", "/files/list", "/auth/session/info",
                 "/connected_accounts?limit=9999"})
            row("GET " + api + end);
        row("POST " + api + R"(/tools/execute/proxy {"endpoint":"<origin>/health","method":"GET"})");
        row("POST " + api + R"(/toolkits/multi {"toolkits":["github"]})");
        row("GET " + api + "/auth_configs?toolkit_slug=github", 200, "items.0.id", "config");
        row("POST " + api + R"(/connected_accounts/link {"auth_config_id":"<config>","user_id":"u"})", 201,
            "link_token", "link");
        row("GET /connect/<link>");
        row("POST /connect/<link> {}");
        row("POST " + api + R"(/connected_accounts {"auth_config":{"id":"<stripe>"},"connection":{"user_id":"u","state":{"val":{"api_key":"k"}}}})",
            201, "id", "ca");
        row("GET " + api + "/connected_accounts/<ca>");
        row("PATCH " + api + R"(/connected_accounts/<ca>/status {"enabled":true})");
        row("POST " + api + "/connected_accounts/<ca>/refresh");
        row("GET " + api + "/migration/get-nanoid?type=CONNECTED_ACCOUNT&uuid=<account>");
        row("DELETE " + api + "/connected_accounts/<ca>");
        row("POST " + api + R"(/auth_configs {"toolkit":{"slug":"github"}})", 201, "auth_config.id", "ac");
        row("GET " + api + "/auth_configs/<ac>");
        row("PATCH " + api + "/auth_configs/<ac> {}");
        row("PATCH " + api + "/auth_configs/<ac>/DISABLED");
        row("DELETE " + api + "/auth_configs/<ac>");
        row("POST " + api + R"(/files/upload/request {"toolkit_slug":"t","tool_slug":"T","filename":"f","mimetype":"m","md5":"1"})");
        row("POST " + api + R"(/internal/action_execution/logs {"cursor":null})");
        row("POST " + api + "/logs/tool_execution {}");
        row("GET " + api + "/internal/action_execution/log/<newlog>");
    }
    row("DELETE /api/v1/connectedAccounts/<account>");
    row("DELETE /api/v1/connectedAccounts/all");
}

void TestSandboxDescription::answersAsDescribed()
{
    QFETCH(QByteArray, request);
    QFETCH(const QString, place);
    QFETCH(const QByteArray, name);
    kept().insert("origin", m_sandbox.address().url.toEncoded()); // the other service is the sandbox itself
    for (auto value = kept().cbegin(); value != kept().cend(); ++value)
        request.replace('<' + value.key() + '>', value.value());
    const QList<QByteArray> words = request.split(' ');
    RawClient client(m_sandbox.port());
    const QByteArray body = request.contains(" {") ? request.sliced(request.indexOf(" {") + 1) : QByteArray();
    client.send(RunningSandbox::requestBytes(words[0], words[1], body));
    const auto answer = client.read(); // which holds it against the description
    QFETCH(const int, status);
    QVERIFY2(answer.status == status, answer.body.constData());
    if (!place.isEmpty())
        kept().insert(name, unquoted(at(answer.body, place)).toPercentEncoding());
}

void TestSandboxDescription::takesItsStateBack()
{
    const auto account = [this] { return at(m_sandbox.get("/api/v3/connected_accounts").body, QStringLiteral("total_items")); };
    const QByteArray before = account();
    const auto state = m_sandbox.get("/sandbox/state");
    QCOMPARE(state.status, 200);
    RawClient client(m_sandbox.port());
    client.send(RunningSandbox::requestBytes("DELETE", "/sandbox/state"));
    QCOMPARE(client.read().status, 200);
    QVERIFY(account() != before); // the ready-made ones again
    client.send(RunningSandbox::requestBytes("PUT", "/sandbox/state", state.body));
    QCOMPARE(client.read().status, 200);
    QCOMPARE(account(), before);
}

// With the rows above, every operation was seen to succeed.
void TestSandboxDescription::describesNothingElse()
{
    const QStringList seen = OpenApiCheck::ofSandbox().seen();
    const json::Value paths = OpenApiCheck::ofSandbox().description().member(u"paths");
    QStringList never;
    for (json::Value path = paths.firstChild(); path.isValid(); path = path.nextSibling()) {
        for (json::Value operation = path.firstChild(); operation.isValid(); operation = operation.nextSibling()) {
            if (operation.key() == QLatin1String("parameters"))
                continue;
            const QString start = operation.key().toUpper() + QLatin1Char(' ') + path.key() + QLatin1String(" 2");
            const bool isSeen
                = std::any_of(seen.begin(), seen.end(), [&](const QString &one) { return one.startsWith(start); });
            if (!isSeen)
                never.append(start);
        }
    }
    QCOMPARE(never.join(QLatin1Char('\n')), QString());
}

void TestSandboxDescription::describesTheBodiesThatAreChecked_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(":/sandbox/wire"));
    const QStringList files = folder.entryList(QDir::Files);
    for (const QString &name : files)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestSandboxDescription::describesTheBodiesThatAreChecked()
{
    QFETCH(const QString, file);
    QFile schema(file);
    QVERIFY(schema.open(QIODevice::ReadOnly));
    const QByteArray wanted = json::minified(schema.readAll().trimmed());
    const json::Value schemas
        = OpenApiCheck::ofSandbox().description().member(u"components").member(u"schemas");
    bool isDescribed = false;
    for (json::Value each = schemas.firstChild(); each.isValid(); each = each.nextSibling())
        isDescribed = isDescribed || json::minified(each.raw()) == wanted;
    QVERIFY2(isDescribed, wanted.constData());
}

void TestSandboxDescription::seesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, const QByteArray &method, const QByteArray &target, int status,
                         const QByteArray &body, bool fits) {
        QTest::newRow(name) << method << target << status << body << fits;
    };
    const QByteArray run = "/api/v2/actions/a/execute";
    const QByteArray good = R"({"data":{},"error":null,"successful":true,"successfull":true})";
    row("good", "POST", run, 200, good, true);
    row("a status that is not described", "POST", run, 201, good, false);
    row("a member that is absent", "POST", run, 200, R"({"data":{},"error":null,"successful":true})", false);
    row("a member of a wrong type", "POST", run, 200, R"({"data":[],"error":null,"successful":true,"successfull":true})", false);
    row("a member more", "POST", run, 200, R"({"data":{},"error":null,"successful":true,"successfull":true,"x":1})", false);
    row("no JSON", "POST", run, 200, "<html>", false);
    row("the shape of another version", "POST", "/api/v3/tools/execute/A", 200, good, false);
    row("a version that is none", "POST", "/api/v9/tools/execute/A", 200, good, false);
    row("an error of the right shape", "GET", "/api/v1/none", 404,
        R"({"type":"NotFoundError","status":404,"message":"m","requestId":"r"})", true);
    row("an error of another version's shape", "GET", "/api/v3/none", 404,
        R"({"type":"NotFoundError","status":404,"message":"m","requestId":"r"})", false);
}

void TestSandboxDescription::seesWhatDoesNotFit()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, fits);
    OpenApiCheck check(json::minified(OpenApiCheck::ofSandbox().description().raw()));
    api::HttpAnswer answer;
    answer.status = status;
    answer.headers = {{"content-type", "application/json; charset=utf-8"}};
    answer.body = body;
    const QString problem = check.problem(method, target, answer);
    QVERIFY2(problem.isEmpty() == fits, qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestSandboxDescription)
#include "tst_sandboxdescription.moc"
