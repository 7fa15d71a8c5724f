// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalogstore.h"
#include "app/exchange/bundle.h"
#include "app/json/document.h"
#include "app/storage/settings.h"
#include "tests/cli/cliprocess.h"

#include <QTest>

using namespace actionscope;
using tests::CliProcess;

namespace {

constexpr char mismatch[] = R"({"error":{"message":"no","code":1812,"slug":"ActionExecute_ConnectedAccountEntityIdMismatch","status":400,"request_id":"r"}})";

QStringList words(std::initializer_list<QByteArray> list)
{
    QStringList texts;
    for (const QByteArray &word : list)
        texts.append(QString::fromUtf8(word));
    return texts;
}

QString causeIn(const QByteArray &report)
{
    const json::Document document = json::Document::parse(report);
    return document.root().member(u"cause").toString();
}

} // namespace

// What support staff hand to the program, in every form, and what it makes of it.
class TestCliExplain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryForm_data();
    void readsEveryForm();
    void findsTheAnswerInsideATicket_data();
    void findsTheAnswerInsideATicket();
    void knowsWhatItDoesNotKnow_data();
    void knowsWhatItDoesNotKnow();
    void refusesGarbageWithItsPlace_data();
    void refusesGarbageWithItsPlace();
    void printsForPeople();
    void takesTheRequestBeside();
    void explainsAReportAndALogLine();
    void reportsTheDiagnosisOfAnExecution();
    void leansOnTheKeptCatalogue_data();
    void leansOnTheKeptCatalogue();
    void aBundleBringsItsOwnSchema();
    void execSaysWhyForPeople();
    void keepsTheKeyToItself();
    void refusesBadUsage();
};

void TestCliExplain::readsEveryForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &options, const char *cause, int code) {
        QTest::newRow(name) << text << options << QString::fromLatin1(cause) << code;
    };
    const QByteArray head = "POST /api/v3/tools/execute/github_x HTTP/1.1\r\nHost: backend.composio.dev\r\nx-api-key: ak_1234567890\r\nContent-Length: 16\r\n\r\n{\"arguments\":{}}\r\n\r\n";
    row("a body that says its status", mismatch, {}, "account.mismatch", 4);
    row("a body with its status given", "{\"message\":\"Invalid API key\"}", words({"--status", "401"}), "key.invalid", 4);
    row("a body of an execution", R"({"data":{"status_code":404,"message":"Not Found"},"error":"Not Found","successful":false})", {}, "provider.notFound", 3);
    row("a body of a success", R"({"data":{"a":1},"error":null,"successful":true})", {}, "none", 0);
    row("a body that breaks off", R"({"data":{"a":1)", {}, "answer.cutJson", 5);
    row("a web page", "<!doctype html><html></html>", {}, "baseUrl.webPage", 5);
    row("a PDF", "%PDF-1.7\n", {}, "answer.notJson", 5);
    row("an answer with its head", "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 12\r\nContent-Type: application/json\r\n\r\n{\"message\":\"Limit\"}\n", {}, "service.rateLimit", 4);
    row("an exchange", head + "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\n\r\n{\"error\":{\"message\":\"x\",\"code\":2401,\"slug\":\"Tool_ToolNotFound\",\"status\":404}}", {}, "action.case", 4);
    row("an exchange with an interim answer", head + "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 410 Gone\r\n\r\n{}", words({"--api", "v2"}), "action.gone", 4);
    row("an exchange without a key", "POST /api/v2/actions/X/execute HTTP/1.1\nHost: h\n\n{}\n\nHTTP/1.1 401 Unauthorized\n\n{\"message\":\"no\"}\n", {}, "key.missing", 4);
    row("a chunked answer", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"suc\r\n13\r\ncessful\":true,\"dat\"\r\n4\r\n:{}}\r\n0\r\n\r\n", {}, "data.empty", 0);
    row("an answer that was cut", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":{", {}, "transport.cut", 5);
    row("as curl -v prints it",
        "* Connected to h\n> POST /api/v2/actions/X/execute HTTP/1.1\n> Host: h\n> x-api-key: ck_abcdef\n>\n* upload done\n< HTTP/1.1 401 Unauthorized\n< content-type: application/json\n<\n{ [60 bytes data]\n{\"message\":\"no\"}\n",
        {}, "key.consumer", 4);
    row("a request without an answer", "POST /api/v2/actions/X/execute HTTP/1.1\nHost: h\nx-api-key: k\n\n{}", {}, "transport.other", 5);
    const QByteArray entry = R"({"startedDateTime":"2026-11-24T12:00:00.000Z","request":{"method":"POST","url":"https://h/api/v2/actions/X/execute","headers":[],"postData":{"text":"{}"}},"response":{"status":410,"statusText":"Gone","headers":[],"content":{"text":"{}"}}})";
    row("a HAR entry", entry, {}, "api.removed", 4);
    const QByteArray fine = R"({"request":{"method":"GET","url":"https://h/x","headers":[]},"response":{"status":200,"headers":[],"content":{}}})";
    row("a HAR file: the first that failed", R"({"log":{"version":"1.2","entries":[)" + fine + ',' + entry + ',' + fine + "]}}", {}, "api.removed", 4);
    const QByteArray reset = R"({"request":{"method":"POST","url":"https://h/api/v2/actions/X/execute","headers":[]},"response":{"status":0,"headers":[],"content":{},"_error":"net::ERR_CONNECTION_REFUSED"}})";
    row("a HAR entry without an answer", reset, {}, "transport.refused", 5);
    row("a HAR file: the one that is named", R"({"log":{"entries":[)" + entry + ',' + reset + "]}}", words({"--entry", "2"}), "transport.refused", 5);
    const QByteArray line = R"({"number":1,"time":"2026-11-24T12:00:00.000Z","method":"POST","path":"/api/v2/actions/X/execute","requestId":"r","headers":[["x-api-key","‹redacted:apiKey›"]],"body":{},"bodyBytes":2,"status":404,"milliseconds":1.0,"answer":{"type":"NotFoundError","name":"ActionNotFoundError","status":404,"message":"x","requestId":"r"},"answerBytes":9})";
    row("a log line", line, {}, "action.notFound", 4);
    exchange::Bundle bundle;
    bundle.exchange.request = {"POST", "/api/v2/actions/X/execute", {}, R"({"input":{}})"};
    bundle.exchange.answer = {404, "Not Found", {}, R"({"type":"NotFoundError","name":"ActionNotFoundError","status":404,"message":"x","requestId":"r"})"};
    row("a bundle", exchange::writeBundle(bundle), {}, "action.notFound", 4);
    row("log lines", line + '\n' + line + '\n', words({"--entry", "2"}), "action.notFound", 4);
    row("a log line without an answer", R"({"number":1,"time":"x","method":"POST","path":"/api/v2/actions/X/execute","headers":[],"body":{},"status":null,"answer":""})", {}, "transport.closed", 5);
}

void TestCliExplain::readsEveryForm()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, options);
    CliProcess cli;
    const QString file = cli.write(QStringLiteral("in"), text);
    const int code = cli.run(words({"explain", file.toUtf8(), "--print", "report"}) + options);
    QVERIFY2(!cli.output.isEmpty(), cli.errors.constData());
    QTEST(causeIn(cli.output), "cause");
    QTEST(code, "code");
}

void TestCliExplain::findsTheAnswerInsideATicket_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &text, const char *cause, int code, const QStringList &options = {}) {
        QTest::newRow(name) << text << options << QString::fromLatin1(cause) << code;
    };
    row("Python's traceback",
        "Traceback (most recent call last):\n  File \"app.py\", line 12, in <module>\n    r = composio.tools.execute(\"GITHUB_X\", user_id=\"u1\", arguments={\"owner\":\"a\"})\n"
        "composio_client.BadRequestError: Error code: 400 - {'error': {'message': 'Connected account user mismatch', 'code': 1812, 'slug': 'ActionExecute_ConnectedAccountEntityIdMismatch', 'status': 400}}\n",
        "account.mismatch", 4);
    row("the SDK's own error", "ComposioToolExecutionError: Error executing the tool GITHUB_X\n  cause: NotFoundError: 404 {\"error\":{\"message\":\"No connected account found for user ID u1 for toolkit github\",\"code\":1810,\"slug\":\"ActionExecute_ConnectedAccountNotFound\",\"status\":404}}", "account.none", 4);
    row("axios", "AxiosError: Request failed with status code 401\n  config: { url: 'https://backend.composio.dev/api/v2/actions/GMAIL_SEND_EMAIL/execute', headers: { 'x-api-key': 'ck_1234567890abcdef' } },\n  response: { status: 401, data: { message: 'Invalid API key' } }\n", "key.consumer", 4);
    row("a line with 410", "2026-03-02T11:22:33Z  WARN composio: execute action failed: HTTP 410 Gone: {\"error\":{\"message\":\"v2 APIs are no longer available\",\"code\":10410,\"status\":410}}", "api.removed", 4);
    row("a line with its status", "ERROR [composio] execute failed status=200 body={\"data\":{\"status_code\":403,\"message\":\"Request had insufficient authentication scopes.\"},\"error\":\"Request had insufficient authentication scopes.\",\"successful\":false}", "provider.scope", 3);
    row("a line that has the address", "ERROR composio.client - Response 403 Forbidden from https://backend.composio.dev/api/v3/tools/execute/GMAIL_SEND_EMAIL: {\"error\":{\"message\":\"Insufficient permissions\",\"code\":802,\"status\":403}}", "key.scope", 4);
    row("a line of httpx", "DEBUG:httpx:HTTP Request: POST https://backend.composio.dev/api/v3.1/tools/execute/GITHUB_X \"HTTP/1.1 404 Not Found\"\nERROR:root:Error code: 404 - {'error': {'message': 'Tool GITHUB_X not found', 'code': 2401, 'slug': 'Tool_ToolNotFound', 'status': 404, 'suggested_fix': None}}", "action.notFound", 4);
    row("a line of pino", R"({"level":50,"time":1764064801123,"msg":"composio execute failed","action":"SLACK_SENDS_A_MESSAGE","params":{"channel":"#general","text":"hi"},"res":{"status":200,"data":{"successful":false,"error":"channel_not_found","data":{}}}})", "provider.notFound", 3);
    const QByteArray curl = "curl -X POST https://backend.composio.dev/api/v2/actions/GMAIL_SEND_EMAIL/execute -H 'x-api-key: ak_1' -d '{\"entityId\":\"default\",\"input\":{\"a\":1}}'";
    row("below cURL in Markdown", "Hi team, customer's script:\n\n```bash\n" + curl + "\n```\n\nand gets \n```json\n{\"data\":{},\"error\":\"invalid_grant\",\"successful\":false}\n```\n", "provider.token", 3);
    row("below a prompt", "$ " + curl + " | jq .\n{\"data\":{},\"error\":\"invalid_grant\",\"successful\":false}\n", "provider.token", 3);
    row("curl found no host", "curl: (6) Could not resolve host: backend.composio.de\n", "transport.dns", 5);
    row("curl below its command", curl + "\ncurl: (7) Failed to connect to backend.composio.dev port 443: Connection refused\n", "transport.refused", 5);
    row("curl trusts nobody", "curl: (60) SSL certificate problem: self-signed certificate in certificate chain\nMore details here: https://curl.se/docs/sslcerts.html\n", "tls.selfSigned", 5);
    row("a code block", "```json\n" + QByteArray(mismatch) + "\n```\n", "account.mismatch", 4);
    row("words before it", "Response: " + QByteArray(mismatch) + '\n', "account.mismatch", 4);
    row("behind backslashes", "body=\"" + QByteArray(mismatch).replace('"', "\\\"") + "\" took 12 ms", "account.mismatch", 4);
    row("in Word's quotes", "{\u201cerror\u201d:{\u201cmessage\u201d:\u201cno\u201d,\u201ccode\u201d:1812,\u201cslug\u201d:\u201cActionExecute_ConnectedAccountEntityIdMismatch\u201d,\u201cstatus\u201d:400}}", "account.mismatch", 4);
    row("as Python prints it", "{'data': {'status_code': 404, 'message': 'Not Found'}, 'error': 'Not Found', 'successful': False}", "provider.notFound", 3);
    row("the failure among several lines", "INFO 200 {\"data\":{\"a\":1},\"successful\":true}\nERROR 200 {\"data\":{},\"error\":\"invalid_grant\",\"successful\":false}\nINFO {\"data\":{\"a\":1},\"successful\":true}\n", "provider.token", 3);
    row("nothing but a status", "", "service.error", 4, words({"--status", "500"}));
    row("a HAR file whose failure has blanks", R"({"log":{"entries":[{"request":{"method":"GET","url":"https://h/x","headers":[]},"response":{"status":200,"headers":[],"content":{"text":"{\"data\": {}, \"error\": \"invalid_grant\", \"successful\": false}"}}},{"request":{"method":"GET","url":"https://h/x","headers":[]},"response":{"status":200,"headers":[],"content":{}}}]}})", "provider.token", 3);
}

void TestCliExplain::findsTheAnswerInsideATicket()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, options);
    CliProcess cli;
    const int code = cli.run(words({"explain", "-", "--print", "report"}) + options, text);
    QVERIFY2(!cli.output.isEmpty(), cli.errors.constData());
    QTEST(causeIn(cli.output), "cause");
    QTEST(code, "code");
    QVERIFY2(!cli.output.contains("1234567890abcdef") && !cli.errors.contains("1234567890abcdef"), cli.output.constData());
}

void TestCliExplain::knowsWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("cURL alone") << QByteArray("curl -X POST https://h/api/v2/actions/X/execute -d '{\"input\":{}}'") << QByteArray("Taken as a cURL command, the text holds a request and no answer");
    QTest::newRow("a log that was cut") << QByteArray("Executing tool GITHUB_X with arguments {\"owner\":\"octocat\",\"ti") << QByteArray("holds a request and no answer");
    QTest::newRow("the body of a request") << QByteArray(R"({"entityId":"default","input":{}})") << QByteArray("holds a request and no answer");
    QTest::newRow("a Postman collection") << QByteArray(R"({"info":{"name":"c","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[{"name":"r","request":{"method":"POST","url":"https://h/api/v2/actions/X/execute"}}]})") << QByteArray("holds a request and no answer");
    QTest::newRow("a saved request") << QByteArray(R"({"actionscope":1,"actionId":"X","expect":[{"successful":true}]})") << QByteArray("holds a request and no answer");
    QTest::newRow("an error of the SDK alone") << QByteArray("ComposioError: Could not find a connection\n    at ToolSet.executeAction (base.toolset.js:232:15)\n  errCode: 'SDK::NO_CONNECTED_ACCOUNT_FOUND'") << QByteArray("SDK::NO_CONNECTED_ACCOUNT_FOUND is an error that the SDK raises itself");
    QTest::newRow("prose") << QByteArray("It does not work, can you help?") << QByteArray("It is not known why this failed");
}

void TestCliExplain::knowsWhatItDoesNotKnow()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sentence);
    CliProcess cli;
    QCOMPARE(cli.run(words({"explain", "-"}), text), 2);
    QVERIFY2(cli.errors.contains(sentence), cli.errors.constData());
    QCOMPARE(cli.output, QByteArray());
}

void TestCliExplain::refusesGarbageWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("nothing") << QByteArray("  \n") << QByteArray("the text is empty");
    QTest::newRow("a header that is none") << QByteArray("HTTP/1.1 200 OK\nContent-Type json\n\n{}") << QByteArray("Line 2 should be a header");
    QTest::newRow("a status that is none") << QByteArray("HTTP/1.1 banana\n\n{}") << QByteArray("Line 1 should be a status line");
    QTest::newRow("a broken answer behind a request") << QByteArray("POST /api/v2/x HTTP/1.1\nHost: h\n\n{}\nHTTP/1.1 9 X\n") << QByteArray("Line 5 should be a status line");
    QTest::newRow("a log line that breaks off") << QByteArray("{\"number\":1,\"time\":\"x\",\"meth") << QByteArray("Line 1 of the log is not JSON: column");
    QTest::newRow("a second log line that is none")
        << QByteArray("{\"number\":1,\"time\":\"x\",\"method\":\"GET\",\"path\":\"/\",\"headers\":[],\"answer\":\"\"}\n{\"a\":1}\n") << QByteArray("Line 2 is no entry");
    QTest::newRow("a HAR file that breaks off") << QByteArray("{\"log\":{\"entries\":[{\"request\":{}},") << QByteArray("The HAR file is not whole: line 1, column");
    QTest::newRow("a HAR file without entries") << QByteArray("{\"log\":{\"entries\":[]}}") << QByteArray("has no entries");
    QTest::newRow("a HAR entry that is none") << QByteArray("{\"log\":{\"entries\":[{\"a\":1}]}}") << QByteArray("Entry 1 of the HAR file");
}

void TestCliExplain::refusesGarbageWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sentence);
    CliProcess cli;
    QCOMPARE(cli.run(words({"explain", "-"}), text), 2);
    QVERIFY2(cli.errors.contains(sentence), cli.errors.constData());
    QCOMPARE(cli.output, QByteArray());
}

void TestCliExplain::printsForPeople()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"explain", "-"}), mismatch), 4);
    QVERIFY2(cli.output.startsWith("The connected account belongs to another user than the request names.\naccount.mismatch (certain)\n"), cli.output.constData());
    QVERIFY2(cli.output.contains("error.slug: ActionExecute_ConnectedAccountEntityIdMismatch\n      answer field /error/slug\n"), cli.output.constData());
    QVERIFY2(cli.output.contains("What to try\n  - "), cli.output.constData());
    QVERIFY2(cli.errors.contains("The status 400 was taken from the body."), cli.errors.constData());
}

void TestCliExplain::takesTheRequestBeside()
{
    CliProcess cli;
    const QString request = cli.write(QStringLiteral("request.json"), R"({"user_id":"u","arguments":{"milestone":"3"}})");
    const QString answer = cli.write(QStringLiteral("answer.json"),
        R"({"data":{"status_code":422,"message":"milestone must be an integer"},"error":"x","successful":false})");
    QCOMPARE(cli.run(words({"explain", answer.toUtf8(), "--request", request.toUtf8(), "--print", "report"})), 3);
    const json::Document report = json::Document::parse(cli.output);
    QCOMPARE(report.root().member(u"cause").toString(), QStringLiteral("provider.validation"));
    const json::Value wish = report.root().member(u"tries").at(0);
    QCOMPARE(wish.member(u"action").toString(), QStringLiteral("changeInput"));
    QCOMPARE(wish.member(u"parameters").raw().toByteArray(), QByteArray(R"({"path":"/milestone","value":"3"})"));
}

void TestCliExplain::explainsAReportAndALogLine()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"exec", "SANDBOX_FAIL", "--input", R"({"message":"gone","status_code":404})", "--print", "report", "--no-history"})), 3);
    const QByteArray report = cli.output;
    QCOMPARE(cli.run(words({"explain", "-", "--print", "report"}), report), 3);
    QCOMPARE(causeIn(cli.output), QStringLiteral("provider.notFound"));
    cli.setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_0123456789"));
    QCOMPARE(cli.run(words({"exec", "SANDBOX_ECHO", "--base-url", "http://127.0.0.1:1", "--print", "report", "--no-history"})), 5);
    const QByteArray refused = cli.output;
    QCOMPARE(cli.run(words({"explain", "-", "--print", "report"}), refused), 5);
    QCOMPARE(causeIn(cli.output), QStringLiteral("transport.refused"));
}

void TestCliExplain::reportsTheDiagnosisOfAnExecution()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"exec", "GITHUB_CREATE_AN_ISSUE", "--api", "v3.1", "--entity", "expired-user", "--input",
                 R"({"owner":"octocat","repo":"Hello-World","title":"t"})", "--print", "report", "--no-history"})),
        4);
    const json::Document report = json::Document::parse(cli.output);
    QCOMPARE(report.root().member(u"diagnosis").member(u"cause").toString(), QStringLiteral("account.expired"));
    QCOMPARE(report.root().member(u"verdict").toString(), QStringLiteral("serviceRefused"));
    // With a catalogue it knows who has an account that works.
    QCOMPARE(cli.run(words({"catalog", "sync", "--api", "v3.1"})), 0);
    QCOMPARE(cli.run(words({"exec", "GITHUB_CREATE_AN_ISSUE", "--api", "v3.1", "--entity", "expired-user", "--input",
                 R"({"owner":"octocat","repo":"Hello-World","title":"t"})", "--print", "report", "--no-history"})),
        4);
    QVERIFY2(cli.output.contains(R"("action":"useAccount")") && cli.output.contains(R"("entityId":"default")"), cli.output.constData());
    QCOMPARE(cli.run(words({"exec", "SANDBOX_ECHO", "--input", "{\"a\":1}", "--print", "report", "--no-history"})), 0);
    const json::Document good = json::Document::parse(cli.output);
    QVERIFY(good.root().member(u"diagnosis").isNull());
}

void TestCliExplain::leansOnTheKeptCatalogue_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QByteArray>("evidence");
    const QByteArray fine = R"({"data":{"id":1},"successful":true,"error":null})";
    QTest::newRow("a misspelt field") << QByteArray(R"({"recipent":"bob"})") << fine << QStringLiteral("schema.inputDrift") << QByteArray("recipent is not among the fields");
    QTest::newRow("the answer drifted") << QByteArray(R"({"recipient":"bob"})") << QByteArray(R"({"data":{"id":"one"},"successful":true,"error":null})")
                                        << QStringLiteral("schema.answerDrift") << QByteArray("/data/id");
    QTest::newRow("deprecated") << QByteArray(R"({"recipient":"bob"})") << fine << QStringLiteral("action.usesDeprecated") << QByteArray("ACME_SEND_TWO");
}

// Without a network: the service of that environment is nowhere.
void TestCliExplain::leansOnTheKeptCatalogue()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, answer);
    QFETCH(QString, cause);
    QFETCH(QByteArray, evidence);
    CliProcess cli;
    const QString config = cli.folder.filePath(QStringLiteral("config"));
    const QUrl nowhere(QStringLiteral("https://acme.invalid"));
    storage::Settings settings(config);
    settings.setEnvironments({{QStringLiteral("acme"), nowhere.toString(), api::ApiVersion::V31}});
    QVERIFY(settings.save());
    api::ActionInfo action {.id = QStringLiteral("ACME_SEND"), .appKey = QStringLiteral("acme")};
    action.parameters = R"({"type":"object","properties":{"recipient":{"type":"string"}}})";
    action.response = R"({"type":"object","properties":{"id":{"type":"integer"}}})";
    action.isDeprecated = cause == QLatin1String("action.usesDeprecated");
    action.successor = action.isDeprecated ? QStringLiteral("ACME_SEND_TWO") : QString();
    catalog::CatalogStore kept(catalog::catalogFolder(config), QStringLiteral("acme"), nowhere, api::ApiVersion::V31);
    QVERIFY(kept.save({{}, {action}, {}, QDateTime::currentDateTimeUtc()}));
    const QByteArray text = "POST /api/v3.1/tools/execute/ACME_SEND HTTP/1.1\nHost: acme.invalid\nx-api-key: k\nContent-Type: application/json\n\n{\"user_id\":\"u\",\"arguments\":"
        + input + "}\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n" + answer;
    const QStringList explain = words({"explain", "-", "--print", "report", "--config"}) + QStringList {config};
    cli.run(explain + words({"--env", "acme"}), text);
    QVERIFY2(causeIn(cli.output) == cause, (cli.output + cli.errors).constData());
    QVERIFY2(cli.output.contains(evidence), cli.output.constData());
    QVERIFY2(cli.errors.contains("the kept catalogue of acme"), cli.errors.constData());
    cli.run(explain, text); // found by its address
    QCOMPARE(causeIn(cli.output), cause);
    QCOMPARE(cli.run(explain + words({"--env", "nowhere"}), text), 2);
}

void TestCliExplain::aBundleBringsItsOwnSchema()
{
    CliProcess cli;
    exchange::Bundle bundle;
    bundle.request.actionId = QStringLiteral("ACME_SEND");
    bundle.baseUrl = QStringLiteral("https://acme.invalid");
    bundle.exchange.request = {"POST", "/api/v3.1/tools/execute/ACME_SEND", {}, R"({"user_id":"u","arguments":{"recipent":"bob"}})"};
    bundle.exchange.answer = {200, "OK", {}, R"({"data":{},"successful":true,"error":null})"};
    bundle.action = R"({"id":"ACME_SEND","version":"1","parameters":{"type":"object","properties":{"recipient":{"type":"string"}}}})";
    QCOMPARE(cli.run(words({"explain", "-", "--print", "report"}), exchange::writeBundle(bundle)), 0);
    QCOMPARE(causeIn(cli.output), QStringLiteral("schema.inputDrift"));
}

// On standard error, as explain prints it; what a program reads stays as it is.
void TestCliExplain::execSaysWhyForPeople()
{
    CliProcess cli;
    const QStringList exec = words({"exec", "SANDBOX_WAIT", "--input", R"({"milliseconds":"5"})", "--no-history"});
    QCOMPARE(cli.run(exec), 4);
    QVERIFY2(cli.errors.contains("\ninput.type (certain)\n"), cli.errors.constData());
    QVERIFY2(cli.errors.contains("\nEvidence\n  "), cli.errors.constData());
    QVERIFY2(cli.errors.contains("\nWhat to try\n  - "), cli.errors.constData());
    const QByteArray body = cli.output;
    QVERIFY2(body.startsWith('{') && !body.contains("What to try"), body.constData());
    QCOMPARE(cli.run(exec + words({"--quiet"})), 4);
    QVERIFY2(!cli.errors.contains("What to try"), cli.errors.constData());
    QCOMPARE(cli.run(exec + words({"--print", "report"})), 4);
    const json::Document report = json::Document::parse(cli.output);
    QCOMPARE(causeIn(report.root().member(u"diagnosis").raw().toByteArray()), QStringLiteral("input.type"));
    QVERIFY2(!cli.errors.contains("What to try"), cli.errors.constData());
}

void TestCliExplain::keepsTheKeyToItself()
{
    CliProcess cli;
    const QByteArray text = "POST /api/v2/actions/X/execute HTTP/1.1\nx-api-key: ck_topsecret99\n\n{\"entityId\":\"ck_topsecret99\"}\n"
                            "HTTP/1.1 401 Unauthorized\n\n{\"message\":\"the key ck_topsecret99 is no project key\"}";
    const QByteArray body = R"({"message":"the key ck_topsecret99 is no project key","status":401})";
    QCOMPARE(cli.run(words({"explain", "-"}), body), 4);
    QVERIFY2(cli.output.contains("is no project key") && !cli.output.contains("topsecret"), cli.output.constData());
    for (const char *print : {"text", "report"}) {
        QCOMPARE(cli.run(words({"explain", "-", "--print", print}), text), 4);
        QVERIFY2(cli.output.contains("key.consumer"), cli.output.constData());
        QVERIFY2(!cli.output.contains("topsecret") && !cli.errors.contains("topsecret"), cli.output.constData());
    }
}

void TestCliExplain::refusesBadUsage()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"explain"})), 2);
    QCOMPARE(cli.run(words({"explain", "a", "b"})), 2);
    QCOMPARE(cli.run(words({"explain", "/nonexistent"})), 2);
    QCOMPARE(cli.run(words({"explain", "-", "--status", "9"})), 2);
    QCOMPARE(cli.run(words({"explain", "-", "--print", "xml"})), 2);
    QCOMPARE(cli.run(words({"explain", "--help"})), 0);
    QVERIFY(cli.output.contains("--request FILE"));
}

QTEST_GUILESS_MAIN(TestCliExplain)
#include "tst_cli_explain.moc"
