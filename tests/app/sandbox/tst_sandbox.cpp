// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

// The sandbox as a client sees it: real HTTP against the real server.
class TestSandbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void echoesByteForByte_data();
    void echoesByteForByte();
    void refusesInEachShape_data();
    void refusesInEachShape();
    void judgesAnAccountThatIsNamed();
    void acceptsWhatClientsSend_data();
    void acceptsWhatClientsSend();
    void answersActions_data();
    void answersActions();
    void listsWhatWasCreated();
    void fetchesWhatWasSent();
    void answersReads_data();
    void answersReads();
    void carriesTheTraceOnlyWhenAsked();
    void detailsNameThePlace();
    void waitsWithoutHoldingUpOthers();
    void fillsToTheByte();
    void survivesHostileBodies_data();
    void survivesHostileBodies();
    void namesBrokenManifests();
    void runsTwiceInOneProcess();
    void keepsIssuesOverARestart();
    void saysWhyItCannotStart();

private:
    RunningSandbox m_sandbox;
};

namespace {

const QByteArray issueBody = R"({"entityId":"default","appName":"GITHUB","input":)"
                             R"({"owner":"octocat","repo":"Hello-World","title":"x'); DROP TABLE records;--","labels":["bug"]}})";
const QByteArray listBody
    = R"({"input":{"owner":"OctoCat","repo":"hello-world","per_page":10}})"; // names of repositories have no case

} // namespace

void TestSandbox::echoesByteForByte_data()
{
    QTest::addColumn<QByteArray>("input");
    const auto row = [](const char *name, const QByteArray &input) { QTest::newRow(name) << input; };
    row("empty", "{}");
    row("numbers", R"({"a":12345678901234567890,"b":1.10,"c":1e400,"d":-0,"e":0.1e+5})");
    row("key order", R"({"z":1,"a":2,"m":3})");
    row("duplicate keys", R"({"a":1,"a":2,"a":1})");
    row("escapes", R"({"a":"\u00e9\/\ud83d\ude00\n","\u0061":"\ud800"})");
    row("unicode", "{\"grüße\":\"😀 ☃\"}");
    row("spacing", "{ \"a\" :\t[ 1 ,\r\n 2 ]  , \"b\":{ } }");
    row("markup", R"({"a":"</script>&lt;{{input.a}}"})");
    row("nested arguments", R"({"input":{"input":null},"data":[[],[[]]]})");
}

void TestSandbox::echoesByteForByte()
{
    QFETCH(const QByteArray, input);
    const QByteArray body = "  { \"appName\":\"sandbox\", \"input\" : " + input + " }\n";
    const auto answer = m_sandbox.executeV2("SANDBOX_ECHO", body);
    QCOMPARE(answer.status, 200);
    QVERIFY(json::Document::parse(answer.body).isValid());
    QCOMPARE(answer.body, "{\"data\":{\"input\":" + input + ",\"request\":" + body + "},\"error\":null,"
                          "\"successful\":true,\"successfull\":true}");
    const auto newer = m_sandbox.executeV3("SANDBOX_ECHO", "{\"arguments\":" + input + "}");
    QCOMPARE(newer.status, 200);
    QVERIFY(newer.body.startsWith("{\"data\":{\"input\":" + input + ",\"request\":"));
}

void TestSandbox::refusesInEachShape_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("oldBody");
    QTest::addColumn<QByteArray>("oldAnswer"); // status type name
    QTest::addColumn<QByteArray>("newBody");
    QTest::addColumn<QByteArray>("newAnswer"); // status code slug
    const auto row = [](const char *name, const QByteArray &action, const QByteArray &oldBody,
                         const QByteArray &oldAnswer, const QByteArray &newBody, const QByteArray &newAnswer) {
        QTest::newRow(name) << action << oldBody << oldAnswer << newBody << newAnswer;
    };
    const QByteArray bad = R"(400 "BadRequestError" "BadRequestError")";
    const QByteArray invalid = R"(400 10400 "ActionExecute_ValidationError")";
    const QByteArray noAction = R"(404 "NotFoundError" "ActionNotFoundError")";
    const QByteArray noTool = R"(404 2401 "Tool_ToolNotFound")";
    row("unknown action", "GITHUB_MOON", "{}", noAction, "{}", noTool);
    row("path traversal", "..%2F..%2Fetc%2Fpasswd", "{}", noAction, "{}", noTool);
    row("SQL and control characters", "x'%3B--%00%0A", "{}", noAction, "{}", noTool);
    row("unknown version", "SANDBOX_ECHO", R"({"version":"7_7"})", noAction, R"({"version":"7_7"})", noTool);
    row("not JSON", "SANDBOX_ECHO", "{\"input\":", bad, "{\"arguments\":", invalid);
    row("not an object", "SANDBOX_ECHO", "[1]", bad, "[1]", invalid);
    row("field of a wrong type", "SANDBOX_ECHO", R"({"input":"x"})", bad, R"({"arguments":"x"})", invalid);
    row("credentials without a place", "GITHUB_CREATE_AN_ISSUE",
        R"({"authConfig":{"parameters":[{"name":"a","value":"b"}]}})", bad,
        R"({"custom_auth_params":{"parameters":[{"name":"a","in":"body","value":"b"}]}})", invalid);
    const QByteArray fields = R"({"owner":"o","repo":"r","title":"t"})";
    const auto body = [&](const QByteArray &oldFields) { return "{\"input\":" + fields + oldFields + '}'; };
    const auto newer = [&](const QByteArray &newFields) { return "{\"arguments\":" + fields + newFields + '}'; };
    const QByteArray create = "GITHUB_CREATE_AN_ISSUE";
    row("input that does not fit", create, R"({"input":{"owner":"o"}})", bad,
        R"({"user_id":"default","arguments":{"owner":"o"}})", invalid);
    row("user without account", create, body(R"(,"entityId":"nobody")"), bad, newer(R"(,"user_id":"nobody")"),
        R"(404 1810 "ActionExecute_ConnectedAccountNotFound")");
    row("expired account", create, body(R"(,"entityId":"expired-user")"), bad, newer(R"(,"user_id":"expired-user")"),
        R"(422 10422 "ActionExecute_ConnectedAccountExpired")");
    row("failed account", create, body(R"(,"entityId":"failed-user")"), bad,
        newer(R"(,"user_id":"failed-user")"), R"(422 1810 "ActionExecute_ConnectedAccountNotFound")");
    row("unfinished account", create, body(R"(,"entityId":"pending-user")"), bad,
        newer(R"(,"user_id":"pending-user")"), R"(422 1810 "ActionExecute_ConnectedAccountNotFound")");
    row("unknown account", create, body(R"(,"connectedAccountId":"ca_nothing")"),
        R"(404 "NotFoundError" "ConnectedAccountNotFoundError")",
        newer(R"(,"user_id":"default","connected_account_id":"ca_nothing")"),
        R"(404 1810 "ActionExecute_ConnectedAccountNotFound")");
    row("app of another action", create, body(R"(,"appName":"gmail")"), bad, newer(QByteArray()),
        R"(404 1810 "ActionExecute_ConnectedAccountNotFound")"); // v3 acts for nobody by itself
    row("account without user", create, body(R"(,"entityId":"nobody")"), bad,
        newer(R"(,"connected_account_id":"ca_nothing")"),
        R"(400 1811 "ActionExecute_ConnectedAccountEntityIdRequired")");
    row("text and input", "HACKERNEWS_GET_USER", R"({"text":"ab","input":{"username":7}})", bad,
        R"({"text":"pg","arguments":{"username":"pg"}})", invalid);
}

void TestSandbox::refusesInEachShape()
{
    QFETCH(const QByteArray, action);
    QFETCH(const QByteArray, oldBody);
    QFETCH(const QByteArray, newBody);
    const auto old = m_sandbox.executeV2(action, oldBody);
    const QByteArray oldAnswer = at(old.body, QStringLiteral("status")) + ' ' + at(old.body, QStringLiteral("type"))
        + ' ' + at(old.body, QStringLiteral("name"));
    QTEST(oldAnswer, "oldAnswer");
    QCOMPARE(QByteArray::number(old.status), at(old.body, QStringLiteral("status")));
    QVERIFY(at(old.body, QStringLiteral("message")).size() > 20);
    QCOMPARE(at(old.body, QStringLiteral("details")).isEmpty(), old.status != 400);
    const QByteArray requestId = api::headerValue(old.headers, "x-request-id").value_or(QByteArray());
    QCOMPARE(json::decodedString(at(old.body, QStringLiteral("requestId"))), QString::fromLatin1(requestId));
    const auto newer = m_sandbox.executeV3(action, newBody);
    const QByteArray newAnswer = at(newer.body, QStringLiteral("error.status")) + ' '
        + at(newer.body, QStringLiteral("error.code")) + ' ' + at(newer.body, QStringLiteral("error.slug"));
    QTEST(newAnswer, "newAnswer");
    QCOMPARE(QByteArray::number(newer.status), at(newer.body, QStringLiteral("error.status")));
    QVERIFY(at(newer.body, QStringLiteral("error.suggested_fix")).size() > 10);
}

void TestSandbox::judgesAnAccountThatIsNamed()
{
    const auto accountOf = [this](const QByteArray &app, const QByteArray &user) {
        const auto list = m_sandbox.get("/api/v1/connectedAccounts?appNames=" + app + "&entityId=" + user);
        return at(list.body, QStringLiteral("items.0.id"));
    };
    const auto old = [this](const QByteArray &account, const QByteArray &user) {
        return m_sandbox.executeV2("GITHUB_LIST_REPOSITORY_ISSUES",
            R"({"input":{"owner":"a","repo":"b"},"entityId":)" + user + R"(,"connectedAccountId":)" + account + '}');
    };
    const auto newer = [this](const QByteArray &account, const QByteArray &user) {
        const auto answer = m_sandbox.executeV3("GITHUB_LIST_REPOSITORY_ISSUES",
            R"({"arguments":{"owner":"a","repo":"b"},"user_id":)" + user + R"(,"connected_account_id":)" + account + '}');
        return at(answer.body, QStringLiteral("error.code"));
    };
    const QByteArray good = accountOf("github", "default");
    QCOMPARE(old(good, "\"default\"").status, 200);
    QCOMPARE(newer(good, "\"default\""), QByteArray());
    QCOMPARE(old(good, "\"pg-test-00000000\"").status, 400);
    QCOMPARE(newer(good, "\"pg-test-00000000\""), QByteArray("1812"));
    const QByteArray foreign = accountOf("gmail", "default");
    QCOMPARE(old(foreign, "null").status, 400);
    const QByteArray expired = accountOf("github", "expired-user");
    const auto refused = old(expired, "null");
    QCOMPARE(refused.status, 400);
    QVERIFY(at(refused.body, QStringLiteral("message")).contains("has expired"));
    QCOMPARE(newer(expired, "\"expired-user\""), QByteArray("10422"));
}

void TestSandbox::acceptsWhatClientsSend_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &path, const QByteArray &body) {
        QTest::newRow(name) << path << body;
    };
    const QByteArray old = "/api/v2/actions/GITHUB_LIST_REPOSITORY_ISSUES/execute";
    const QByteArray newer = "/api/v3/tools/execute/GITHUB_LIST_REPOSITORY_ISSUES";
    const QByteArray account
        = at(m_sandbox.get("/api/v1/connectedAccounts?user_uuid=default&appNames=GITHUB").body, QStringLiteral("items.0.id"));
    const QByteArray input = R"("input":{"owner":"a","repo":"b"})";
    const QByteArray arguments = R"("arguments":{"owner":"a","repo":"b"})";
    row("nothing but input", old, '{' + input + '}');
    row("every field null", old,
        '{' + input
            + R"(,"connectedAccountId":null,"entityId":null,"appName":null,"text":null,"customDescription":null,)"
              R"("systemPrompt":null,"authConfig":null,"sessionInfo":{"sessionId":null},"version":null,)"
              R"("allowTracing":null,"traceLogs":null,"unknown":[]})");
    row("lower-case id, upper-case app", "/api/v2/actions/github_list_repository_issues/execute",
        '{' + input + R"(,"appName":"GITHUB","version":"latest:base","text":""})");
    row("encoded id", "/api/v2/actions/GITHUB%5FLIST_REPOSITORY_ISSUES/execute", '{' + input + '}');
    row("account alone", old, '{' + input + R"(,"connectedAccountId":)" + account + '}');
    row("account and its user", newer,
        '{' + arguments + R"(,"user_id":"default","connected_account_id":)" + account + '}');
    row("dashboard user", newer, '{' + arguments + R"(,"user_id":"pg-test-00000000"})");
    row("old name of the user", newer, '{' + arguments + R"(,"entity_id":"default"})");
    row("own credentials", old,
        '{' + input
            + R"(,"entityId":"nobody","authConfig":{"base_url":"https://example.com","parameters":)"
              R"([{"name":"Authorization","in":"header","value":"Bearer x"}]}})");
    row("own credentials, number as value", newer,
        '{' + arguments + R"(,"custom_auth_params":{"parameters":[{"name":"k","in":"query","value":5}]}})");
    row("no-auth action for anybody", "/api/v3/tools/execute/HACKERNEWS_GET_USER",
        R"({"user_id":"nobody","arguments":{"username":"pg"}})");
    row("text alone", "/api/v2/actions/HACKERNEWS_GET_USER/execute", R"({"text":"pg"})");
    row("text that is the input", "/api/v3/tools/execute/HACKERNEWS_GET_USER", R"({"text":"{\"username\":\"pg\"}"})");
    row("no body", "/api/v2/actions/SANDBOX_ECHO/execute", QByteArray());
    row("byte order mark", "/api/v2/actions/SANDBOX_ECHO/execute", "\xEF\xBB\xBF{}");
}

void TestSandbox::acceptsWhatClientsSend()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    const auto answer = m_sandbox.post(path, body);
    QCOMPARE(at(answer.body, QStringLiteral("successful")), QByteArray("true"));
    QCOMPARE(answer.status, 200);
}

void TestSandbox::answersActions_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const QByteArray &action, const QByteArray &input, const QString &path,
                         const QByteArray &value) { QTest::newRow(name) << action << input << path << value; };
    row("sum of decimals", "SANDBOX_CALCULATE", R"({"expression":"0.1 + 0.2"})", QStringLiteral("data.result"), "0.3");
    row("precedence", "SANDBOX_CALCULATE", R"({"expression":"-(1.5+2)*4-6/3"})", QStringLiteral("data.result"), "-16");
    row("division by zero", "SANDBOX_CALCULATE", R"({"expression":"1/(2-2) "})", QStringLiteral("error"),
        R"("The expression divides by zero.")");
    row("no expression", "SANDBOX_CALCULATE", R"({"expression":"2+"})", QStringLiteral("error"),
        R"("The expression ends too early.")");
    row("deep parentheses", "SANDBOX_CALCULATE", "{\"expression\":\"" + QByteArray("(").repeated(100000) + "\"}",
        QStringLiteral("successful"), "false");
    row("fail", "SANDBOX_FAIL", R"({"message":"No.","status_code":404})", QStringLiteral("data"),
        R"({"status_code":404,"message":"No."})");
    row("fail by default", "SANDBOX_FAIL", "{}", QStringLiteral("successfull"), "false");
    row("front page", "HACKERNEWS_GET_FRONTPAGE", R"({"min_points":300})", QStringLiteral("data.nbHits"), "2");
    row("front page by default", "HACKERNEWS_GET_FRONTPAGE", "{}", QStringLiteral("data.hits.0.points"), "511");
    row("item", "HACKERNEWS_GET_ITEM_WITH_ID", R"({"item_id":"8863"})", QStringLiteral("data.author"), R"("pg")");
    row("item to a depth", "HACKERNEWS_GET_ITEM_WITH_ID", R"({"item_id":"8863","max_depth":1,"max_children":1})",
        QStringLiteral("data.children.0.children"), "[]");
    row("no such item", "HACKERNEWS_GET_ITEM_WITH_ID", R"({"item_id":"1"})", QStringLiteral("data.status_code"), "404");
    row("item without a number", "HACKERNEWS_GET_ITEM_WITH_ID", R"({"item_id":""})", QStringLiteral("successful"), "false");
    row("user", "HACKERNEWS_GET_USER", R"({"username":"pg"})", QStringLiteral("data.karma"), "157236");
    row("search", "HACKERNEWS_SEARCH_POSTS", R"({"query":"PARSER"})", QStringLiteral("data.hits.0.id"), "8877");
    row("search a page", "HACKERNEWS_SEARCH_POSTS", R"({"query":"example","size":2,"page":1})",
        QStringLiteral("data.hitsPerPage"), "2");
    row("weather", "WEATHERMAP_WEATHER", R"({"location":"paris, fr"})", QStringLiteral("data.name"), R"("Paris")");
    row("weather nowhere", "WEATHERMAP_WEATHER", R"({"location":"Atlantis"})", QStringLiteral("successful"), "false");
    row("no such issue", "GITHUB_GET_AN_ISSUE", R"({"owner":"x","repo":"y","issue_number":7})", QStringLiteral("error"),
        R"("There is no issue 7 in x/y. Create it first, or list the issues to see their numbers.")");
}

void TestSandbox::answersActions()
{
    QFETCH(const QByteArray, action);
    QFETCH(const QByteArray, input);
    QFETCH(const QString, path);
    const auto answer = m_sandbox.executeV2(action, "{\"input\":" + input + '}');
    QCOMPARE(answer.status, 200);
    QTEST(at(answer.body, path), "value");
}

void TestSandbox::listsWhatWasCreated()
{
    const RunningSandbox own;
    const auto first = own.executeV2("GITHUB_CREATE_AN_ISSUE", issueBody);
    QCOMPARE(at(first.body, QStringLiteral("data.number")), QByteArray("1"));
    const QByteArray title = R"("x'); DROP TABLE records;--")";
    QCOMPARE(at(first.body, QStringLiteral("data.title")), title);
    const QByteArray address = R"("https://github.com/octocat/Hello-World/issues/1")";
    QCOMPARE(at(first.body, QStringLiteral("data.html_url")), address);
    const auto second = own.executeV3("GITHUB_CREATE_AN_ISSUE",
        R"({"user_id":"default","arguments":{"owner":"octocat","repo":"Hello-World","title":"second"}})");
    QCOMPARE(at(second.body, QStringLiteral("data.number")), QByteArray("2"));
    const auto other = own.executeV2(
        "GITHUB_CREATE_AN_ISSUE", R"({"input":{"owner":"octocat","repo":"other","title":"elsewhere"}})");
    QCOMPARE(at(other.body, QStringLiteral("data.number")), QByteArray("1"));

    const auto listed = own.executeV2("GITHUB_LIST_REPOSITORY_ISSUES", listBody);
    QCOMPARE(at(listed.body, QStringLiteral("data.issues.0.title")), QByteArray(R"("second")"));
    QCOMPARE(at(listed.body, QStringLiteral("data.issues.1.labels")), QByteArray(R"(["bug"])"));
    QCOMPARE(at(listed.body, QStringLiteral("data.issues.2")), QByteArray());
    const auto bugs = own.executeV2("GITHUB_LIST_REPOSITORY_ISSUES",
        R"({"input":{"owner":"octocat","repo":"Hello-World","per_page":10,"labels":"bug","state":"all"}})");
    QCOMPARE(at(bugs.body, QStringLiteral("data.issues.0.number")), QByteArray("1"));
    QCOMPARE(at(bugs.body, QStringLiteral("data.issues.1")), QByteArray());
    const auto closed = own.executeV2("GITHUB_LIST_REPOSITORY_ISSUES",
        R"({"input":{"owner":"octocat","repo":"Hello-World","state":"closed"}})");
    QCOMPARE(at(closed.body, QStringLiteral("data.issues")), QByteArray("[]"));
    const auto one = own.executeV2(
        "GITHUB_GET_AN_ISSUE", R"({"input":{"owner":"octocat","repo":"Hello-World","issue_number":1}})");
    QCOMPARE(at(one.body, QStringLiteral("data")), at(first.body, QStringLiteral("data")));
}

void TestSandbox::fetchesWhatWasSent()
{
    const RunningSandbox own;
    for (const char *subject : {"one", "two", "three"}) {
        const auto sent = own.executeV2("GMAIL_SEND_EMAIL",
            QByteArray(R"({"input":{"recipient_email":"ada@example.com","body":"b","subject":")") + subject + "\"}}");
        QCOMPARE(at(sent.body, QStringLiteral("data.labelIds")), QByteArray(R"(["SENT"])"));
    }
    const auto page = own.executeV2("GMAIL_FETCH_EMAILS", R"({"input":{"max_results":2,"label_ids":["SENT"]}})");
    QCOMPARE(at(page.body, QStringLiteral("data.messages.0.subject")), QByteArray(R"("three")"));
    QCOMPARE(at(page.body, QStringLiteral("data.nextPageToken")), QByteArray("\"2\""));
    const auto rest = own.executeV2("GMAIL_FETCH_EMAILS", R"({"input":{"max_results":2,"label_ids":["SENT"],"page_token":"2"}})");
    QCOMPARE(at(rest.body, QStringLiteral("data.messages.0.subject")), QByteArray(R"("one")"));
    QCOMPARE(at(rest.body, QStringLiteral("data.nextPageToken")), QByteArray("null"));
    const auto foreign = own.executeV2("GMAIL_FETCH_EMAILS", R"({"entityId":"pg-test-00000000","input":{}})");
    QCOMPARE(at(foreign.body, QStringLiteral("data.messages")), QByteArray("[]"));
}

void TestSandbox::answersReads_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const QByteArray &path, int status, const QString &place,
                         const QByteArray &value) { QTest::newRow(name) << path << status << place << value; };
    row("action", "/api/v2/actions/github_create_an_issue", 200, QStringLiteral("name"), R"("GITHUB_CREATE_AN_ISSUE")");
    row("no action", "/api/v2/actions/GITHUB_CREATE_A_MOON", 404, QStringLiteral("suggestions.0"),
        R"("GITHUB_CREATE_A_PULL_REQUEST")");
    row("app", "/api/v1/apps/GitHub", 200, QStringLiteral("yaml.no_auth"), "false");
    row("no app", "/api/v1/apps/moon", 404, QStringLiteral("name"), R"("AppNotFoundError")");
    row("accounts", "/api/v1/connectedAccounts?pageSize=99999999", 200, QStringLiteral("totalPages"), "1");
    row("accounts of apps", "/api/v1/connectedAccounts?appNames=github%2Cgmail&user_uuid=default&showActiveOnly=true",
        200, QStringLiteral("items.1.appName"), R"("gmail")");
    row("accounts by status", "/api/v1/connectedAccounts?status=expired&appNames=gmail", 200,
        QStringLiteral("items.0.clientUniqueUserId"), R"("expired-user")");
    row("accounts on a page", "/api/v1/connectedAccounts?pageSize=3&page=3000", 200, QStringLiteral("items.2"), "");
    row("no account", "/api/v1/connectedAccounts/00000000-0000-0000-0000-000000000000", 404, QStringLiteral("name"),
        R"("ConnectedAccountNotFoundError")");
    row("client", "/api/v1/client/auth/client_info", 200, QStringLiteral("apiKey"), "\"test…\"");
    row("tool", "/api/v3/tools/GITHUB_CREATE_AN_ISSUE?version=latest", 200, QStringLiteral("toolkit.slug"), R"("github")");
    row("tool in lower case", "/api/v3.1/tools/github_create_an_issue", 404, QStringLiteral("error.code"), "2401");
    row("toolkit", "/api/v3.1/toolkits/hackernews", 200, QStringLiteral("meta.tools_count"), "6");
    row("no toolkit", "/api/v3/toolkits/moon", 404, QStringLiteral("error.status"), "404");
    row("no path, old", "/api/v2/moon", 404, QStringLiteral("type"), R"("NotFoundError")");
    row("no path, new", "/api/v3/moon", 404, QStringLiteral("error.slug"), R"("HTTP_NotFound")");
    row("no path at all", "/", 404, QStringLiteral("error.slug"), R"("HTTP_NotFound")");
    row("execute is no GET", "/api/v2/actions/SANDBOX_ECHO/execute", 404, QStringLiteral("status"), "404");
}

void TestSandbox::answersReads()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QString, place);
    const auto answer = m_sandbox.get(path);
    QTEST(answer.status, "status");
    QTEST(at(answer.body, place), "value");
    QCOMPARE(api::headerValue(answer.headers, "content-type").value_or(QByteArray()),
        QByteArray("application/json; charset=utf-8"));
}

void TestSandbox::carriesTheTraceOnlyWhenAsked()
{
    const auto without = m_sandbox.executeV2("SANDBOX_ECHO", "{}");
    QCOMPARE(at(without.body, QStringLiteral("logId")), QByteArray());
    const auto with
        = m_sandbox.executeV2("SANDBOX_ECHO", R"({"allowTracing":true,"sessionInfo":{"sessionId":"s 1"}})");
    QCOMPARE(at(with.body, QStringLiteral("logId")).size(), 38);
    QCOMPARE(at(with.body, QStringLiteral("sessionInfo.sessionId")), QByteArray(R"("s 1")"));
    const auto newer = m_sandbox.executeV3("SANDBOX_ECHO", "{}");
    QVERIFY(at(newer.body, QStringLiteral("log_id")).startsWith("\"log_"));
    QCOMPARE(at(newer.body, QStringLiteral("session_info")), QByteArray("null"));
    QCOMPARE(at(newer.body, QStringLiteral("successfull")), QByteArray());
}

void TestSandbox::detailsNameThePlace()
{
    const auto old = m_sandbox.executeV2("GITHUB_CREATE_AN_ISSUE", R"({"input":{"owner":"o","repo":"r","labels":[1]}})");
    QCOMPARE(at(old.body, QStringLiteral("details")),
        QByteArray(R"([{"property":"input","children":[{"property":"title","children":[],"constraints":)"
                   R"({"required":"title is required."}}]},{"property":"input","children":[{"property":"labels",)"
                   R"("children":[{"property":"0","children":[],"constraints":{"type":)"
                   R"("labels.0 must be of type string, but is of type integer."}}]}]}])"));
    const auto newer = m_sandbox.executeV3(
        "GITHUB_CREATE_AN_ISSUE", R"({"user_id":"default","arguments":{"owner":"o","repo":"r"}})");
    QCOMPARE(at(newer.body, QStringLiteral("error.errors")),
        QByteArray(R"(["payload.arguments.title: title is required."])"));
}

void TestSandbox::waitsWithoutHoldingUpOthers()
{
    QElapsedTimer timer;
    timer.start();
    RawClient slow(m_sandbox.port());
    RawClient leaves(m_sandbox.port());
    slow.send(RunningSandbox::requestBytes(
        "POST", "/api/v2/actions/SANDBOX_WAIT/execute", R"({"input":{"milliseconds":700}})"));
    leaves.send(RunningSandbox::requestBytes(
        "POST", "/api/v2/actions/SANDBOX_WAIT/execute", R"({"input":{"milliseconds":300}})"));
    leaves.close();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(m_sandbox.executeV2("SANDBOX_ECHO", "{}").status, 200);
    QVERIFY2(timer.elapsed() < 700, "The quick requests waited for the slow one.");
    const auto answer = slow.read();
    QCOMPARE(at(answer.body, QStringLiteral("data.milliseconds")), QByteArray("700"));
    QVERIFY(timer.elapsed() >= 700);
}

void TestSandbox::fillsToTheByte()
{
    const auto none = m_sandbox.executeV2("SANDBOX_FILL", R"({"input":{"megabytes":0}})");
    QCOMPARE(at(none.body, QStringLiteral("data")), QByteArray(R"({"megabytes":0,"items":[]})"));
    const auto twenty = m_sandbox.executeV2("SANDBOX_FILL", R"({"input":{"megabytes":20}})");
    QCOMPARE(twenty.status, 200);
    const auto document = json::Document::parse(twenty.body);
    QVERIFY(document.isValid());
    QCOMPARE(document.root().member(u"data").member(u"items").count(), 20 * 1024);
    QVERIFY(twenty.body.size() >= 20 * 1024 * 1024 && twenty.body.size() < 20 * 1024 * 1024 + 200);
    QCOMPARE(m_sandbox.executeV2("SANDBOX_FILL", R"({"input":{"megabytes":20}})").body, twenty.body);
    QCOMPARE(m_sandbox.executeV2("SANDBOX_FILL", R"({"input":{"megabytes":5000}})").status, 400);
}

void TestSandbox::survivesHostileBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray deep = QByteArray("[").repeated(9000) + QByteArray("]").repeated(9000);
    QTest::newRow("deep, within the limit") << "{\"input\":{\"a\":" + deep + "}}" << 200;
    QTest::newRow("deeper than the limit")
        << "{\"input\":{\"a\":" + QByteArray("[").repeated(200000) + "}}" << 400;
    QTest::newRow("invalid UTF-8") << QByteArray("{\"input\":{\"a\":\"\xff\xfe\"}}") << 400;
    QTest::newRow("zero bytes") << QByteArray("{\"input\":{}}\0\0", 14) << 400;
    QTest::newRow("trailing text") << QByteArray("{\"input\":{}} x") << 400;
    QTest::newRow("many keys") << "{\"input\":{" + QByteArray("\"k\":1,").repeated(200000) + "\"z\":1}}" << 200;
}

void TestSandbox::survivesHostileBodies()
{
    QFETCH(const QByteArray, body);
    const auto answer = m_sandbox.executeV2("SANDBOX_ECHO", body);
    QTEST(answer.status, "status");
    QVERIFY(json::Document::parse(answer.body).isValid());
    QCOMPARE(m_sandbox.executeV2("SANDBOX_ECHO", "{}").status, 200);
}

void TestSandbox::namesBrokenManifests()
{
    const QTemporaryDir folder;
    const auto write = [&](const char *name, const QByteArray &text) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write("broken.json", "{\n  \"app\": }"));
    QVERIFY(write("half.json", R"({"app":{"key":"a","name":"A","description":"d"}})"));
    QVERIFY(write("kind.json",
        R"({"app":{"key":"a","name":"A","description":"d"},"actions":[{"name":"A_B","displayName":"B",)"
        R"("description":"d","parameters":{"type":"object"},"behaviour":{"kind":"magic"}}]})"));
    QVERIFY(write("good.json",
        R"({"app":{"key":"own","name":"Own","description":"d","no_auth":true},"actions":[{"name":"OWN_GREET",)"
        R"("displayName":"Greet","description":"d","parameters":{"type":"object","properties":{"name":)"
        R"({"type":"string","default":"you"}}},"behaviour":{"kind":"respond","answer":)"
        R"({"text":"Hello {{input.name}}","raw":"{{input.number}}","list":["{{input.gone}}","{{user}}"]}}}]})"));
    sandbox::Sandbox own;
    QSignalSpy started(&own, &sandbox::Sandbox::started);
    QSignalSpy refused(&own, &sandbox::Sandbox::manifestRefused);
    sandbox::SandboxOptions options;
    options.actionsFolder = folder.path();
    options.apiKey = "test-key";
    own.start(options);
    QVERIFY(started.wait(10000));
    QStringList sentences;
    for (const auto &arguments : std::as_const(refused))
        sentences.append(arguments.first().value<Error>().sentence);
    QCOMPARE(sentences.size(), 3);
    QVERIFY(sentences[0].contains(QLatin1String("broken.json")) && sentences[0].contains(QLatin1String("line 2")));
    QVERIFY(sentences[1].contains(QLatin1String("half.json")) && sentences[1].contains(QLatin1String("actions")));
    QVERIFY(sentences[2].contains(QLatin1String("kind.json")) && sentences[2].contains(QLatin1String("magic")));
    RawClient client(quint16(started.first().first().value<sandbox::SandboxAddress>().url.port()));
    client.send(RunningSandbox::requestBytes(
        "POST", "/api/v2/actions/OWN_GREET/execute", R"({"input":{"number":1.10}})"));
    QCOMPARE(at(client.read().body, QStringLiteral("data")),
        QByteArray(R"({"text":"Hello you","raw":1.10,"list":["default"]})"));
}

void TestSandbox::runsTwiceInOneProcess()
{
    const RunningSandbox one;
    const RunningSandbox two;
    QVERIFY(one.port() != two.port());
    QCOMPARE(at(one.executeV2("GITHUB_CREATE_AN_ISSUE", issueBody).body, QStringLiteral("data.number")), QByteArray("1"));
    QCOMPARE(at(two.executeV2("GITHUB_LIST_REPOSITORY_ISSUES", listBody).body, QStringLiteral("data.issues")),
        QByteArray("[]"));
}

void TestSandbox::keepsIssuesOverARestart()
{
    const QTemporaryDir folder;
    sandbox::SandboxOptions options;
    options.state = folder.filePath(QStringLiteral("not/yet/there"));
    {
        const RunningSandbox first(options);
        QCOMPARE(first.executeV2("GITHUB_CREATE_AN_ISSUE", issueBody).status, 200);
    }
    const RunningSandbox second(options);
    const auto listed = second.executeV2("GITHUB_LIST_REPOSITORY_ISSUES", listBody);
    QCOMPARE(at(listed.body, QStringLiteral("data.issues.0.number")), QByteArray("1"));
    const auto next = second.executeV2("GITHUB_CREATE_AN_ISSUE", issueBody);
    QCOMPARE(at(next.body, QStringLiteral("data.number")), QByteArray("2"));
}

void TestSandbox::saysWhyItCannotStart()
{
    const auto reason = [](const sandbox::SandboxOptions &options) {
        sandbox::Sandbox own;
        QSignalSpy failed(&own, &sandbox::Sandbox::failed);
        own.start(options);
        return failed.wait(10000) ? failed.first().first().value<Error>().sentence : QString();
    };
    sandbox::SandboxOptions taken;
    taken.port = m_sandbox.port();
    QVERIFY(reason(taken).contains(QString::number(m_sandbox.port())));
    sandbox::SandboxOptions noFolder;
    noFolder.actionsFolder = QStringLiteral("/nonexistent-folder");
    QVERIFY(reason(noFolder).contains(QLatin1String("/nonexistent-folder")));
    sandbox::SandboxOptions noState;
    noState.state = QStringLiteral("/proc/nothing");
    QVERIFY(reason(noState).contains(QLatin1String("/proc/nothing")));
    sandbox::SandboxOptions badKey;
    badKey.apiKey = "a\nb";
    QVERIFY(!reason(badKey).isEmpty());
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
