// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/importer.h"
#include "tests/app/exchange/importedtext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace actionscope;

// Everything but cURL that people paste, as it is recognised by itself.
class TestImporter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSdkCalls_data();
    void readsSdkCalls();
    void readsLogs_data();
    void readsLogs();
    void readsJson_data();
    void readsJson();
    void readsOtherPeoplesCollections_data();
    void readsOtherPeoplesCollections();
    void readsAFolderOfBruno();
    void keepsSecretsOutOfDrafts();
    void saysWhereItStands();
    void takesTheAnswerBelow_data();
    void takesTheAnswerBelow();
    void readsWhatProgramsMadeOfIt_data();
    void readsWhatProgramsMadeOfIt();
    void findsSecretsBesideTheRequest();
    void takesAsLongAsTheTextIsLong_data();
    void takesAsLongAsTheTextIsLong();
};

namespace {

void check(const QByteArray &text, const QByteArray &expected) { QCOMPARE(tests::importedText(exchange::importText(text)), expected); }

void row(const char *name, const QByteArray &text, const QByteArray &expected) { QTest::newRow(name) << text << expected; }

void columns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
}

} // namespace

void TestImporter::readsSdkCalls_data()
{
    columns();
    const QByteArray guess = "\nguess apiVersion";
    row("Python today", "result = composio.tools.execute(\n    \"GITHUB_X\",\n    user_id=\"default\",\n    arguments={\"owner\": \"octocat\", 'n': 1.10, \"flag\": True, \"none\": None, },  # a comment\n    connected_account_id='ca_1',\n    version=\"20250909_00\",\n)",
        "sdk\nGITHUB_X v3.1\nentity default\naccount ca_1\ninput {\"owner\":\"octocat\",\"n\":1.10,\"flag\":true,\"none\":null}\nversion 20250909_00" + guess);
    row("Python with names only", "composio.tools.execute(slug='X_Y', arguments=dict(a=1, b='it\\'s'), user_id='u', dangerously_skip_version_check=True)",
        "sdk\nX_Y v3.1\nentity u\ninput {\"a\":1,\"b\":\"it's\"}" + guess);
    row("TypeScript today", "const result = await composio.tools.execute('GITHUB_X', {\n  userId: 'default', // whom\n  arguments: { title: `Crash`, labels: ['a', \"b\"], n: 1_000, big: 12345678901234567890 },\n  connectedAccountId: \"ca_1\",\n} as const);",
        "sdk\nGITHUB_X v3.1\nentity default\naccount ca_1\ninput {\"title\":\"Crash\",\"labels\":[\"a\",\"b\"],\"n\":1000,\"big\":12345678901234567890}" + guess);
    row("TypeScript with own credentials", "composio.tools.execute('X', {arguments: {}, customAuthParams: {baseURL: 'https://h', parameters: [{name: 'k', in: 'header', value: 'hush-hush'}]}})",
        "sdk\nX v3.1\ninput {}\nauth {\"base_url\":\"https://h\",\"parameters\":[{\"name\":\"k\",\"in\":\"header\",\"value\":\"\u2039redacted:authConfig.k\u203a\"}]}" + guess + "\nsecret authConfig.k=hush-hush");
    row("Python v2 toolset", "from composio import ComposioToolSet, Action\ntoolset = ComposioToolSet(api_key=\"ak_abcdefgh12345\", entity_id=\"jessica\")\ntoolset.execute_action(action=Action.GITHUB_X, params={\"a\": \"b\" \"c\"})",
        "sdk\nGITHUB_X v2\nentity jessica\ninput {\"a\":\"bc\"}" + guess + "\nguess entityId\nsecret apiKey=ak_abcdefgh12345");
    row("Python v2 entity", "client.get_entity(\"e1\").execute(Action.GITHUB_X, {\"a\": 1})", "sdk\nGITHUB_X v2\nentity e1\ninput {\"a\":1}" + guess + "\nguess entityId");
    row("Python v2 by position", "toolset.execute_action(\"GITHUB_X\", {\"a\": 1}, \"user\")", "sdk\nGITHUB_X v2\nentity user\ninput {\"a\":1}" + guess);
    row("TypeScript v2 toolset", "await toolset.executeAction({ action: 'GITHUB_X', params: { a: [1, 2.50] }, entityId: 'default', nlaText: '' })", "sdk\nGITHUB_X v2\nentity default\ninput {\"a\":[1,2.50]}" + guess);
    row("TypeScript v2 entity", "const entity = await client.getEntity(\"e1\");\nawait entity.execute({ actionName: \"GITHUB_X\", params: {} });", "sdk\nGITHUB_X v2\nentity e1\ninput {}" + guess + "\nguess entityId");
    row("TypeScript v2 actions", "client.actions.execute({ actionName: 'github_x', requestBody: { connectedAccountId: 'c', input: {a: \"\\u00e9\\n\"}, appName: 'github' } })", "sdk\ngithub_x v2\napp github\naccount c\ninput {\"a\":\"\u00e9\\n\"}" + guess);
    row("a name from above", "args = {\n  'a': 1,\n}\ncomposio.tools.execute('X_Y', user_id=user, arguments=args)", "sdk\nX_Y v3.1\nentity {{user}}\ninput {\"a\":1}" + guess + "\ntrouble 4:39");
    row("names in an object", "composio.tools.execute('X_Y', { arguments: { owner, repo: config.repo } })", "sdk\nX_Y v3.1\ninput {\"owner\":\"{{owner}}\",\"repo\":\"{{repo}}\"}" + guess + "\ntrouble 1:59");
    row("a template text", "composio.tools.execute('X_Y', { arguments: { a: `${x.name} is \\`here\\``, b: 'a' + 'b' } })", "sdk\nX_Y v3.1\ninput {\"a\":\"{{name}} is `here`\",\"b\":\"ab\"}" + guess);
    row("triple quotes", "composio.tools.execute('X_Y', arguments={'a': '''two\n\"lines\"''', 'r': r'\\d'})", "sdk\nX_Y v3.1\ninput {\"a\":\"two\\n\\\"lines\\\"\",\"r\":\"\\\\d\"}" + guess);
    row("json.dumps", "composio.tools.execute('X_Y', arguments=json.dumps({'a': 1}))", "sdk\nX_Y v3.1\ninput {\"a\":1}" + guess);
    row("a key from the environment", "const composio = new Composio({ apiKey: process.env.COMPOSIO_API_KEY, baseURL: 'http://127.0.0.1:9900/api' });\ncomposio.tools.execute('X_Y', { userId: 'u', arguments: {} });",
        "sdk\nX_Y v3.1 http://127.0.0.1:9900\nentity u\ninput {}" + guess);
    row("cut in the middle", "composio.tools.execute(\n  'X_Y',\n  arguments={'a': [1, 2", "sdk\nX_Y v3.1\ninput {\"a\":[1,2]}" + guess + "\ntrouble 3:19\ntrouble 3:13\ntrouble 1:23");
    row("a quote that stays open", "composio.tools.execute('X_Y', arguments={'a': 'b})", "sdk\nX_Y v3.1\ninput {\"a\":\"b})\"}" + guess + "\ntrouble 1:47\ntrouble 1:41\ntrouble 1:23");
}

void TestImporter::readsSdkCalls()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    check(text, expected);
}

void TestImporter::readsLogs_data()
{
    columns();
    const QByteArray loose = "\nguess input\nguess apiVersion";
    row("an access log", "127.0.0.1 - - [25/Nov/2026:10:00:00 +0000] \"POST /api/v2/actions/GITHUB_X/execute HTTP/1.1\" 400 123 \"-\" \"axios/1.7\"", "log\nGITHUB_X v2\nstatus 400\nguess input");
    row("a Python SDK", "2025-03-01 10:00:00 - INFO - Executing `GITHUB_X` with params={'owner': 'octocat', 'private': False} and metadata=None connected_account_id=None", "log\nGITHUB_X\ninput {\"owner\":\"octocat\",\"private\":false}" + loose);
    row("a Python SDK with the answer", "[INFO] Executing `GITHUB_X` with params={'a': 1} and metadata=None connected_account_id='ca_9'\n[INFO] Got response={'successful': False, 'error': 'Not Found'} from action=<Action.GITHUB_X> with params={'a': 1}", "log\nGITHUB_X\naccount ca_9\ninput {\"a\":1}\nstatus 200" + loose + "\nguess status");
    row("httpx", "INFO:httpx:HTTP Request: POST https://backend.composio.dev/api/v3/tools/execute/GITHUB_X \"HTTP/1.1 404 Not Found\"", "log\nGITHUB_X v3 https://backend.composio.dev\nstatus 404\nguess input");
    row("request options", "DEBUG:composio_client._base_client:Request options: {'method': 'post', 'url': '/api/v3/tools/execute/GITHUB_X', 'files': None, 'json_data': {'arguments': {'a': 1}, 'user_id': 'u'}}", "log\nGITHUB_X v3\nentity u\ninput {\"a\":1}\nguess input");
    row("a line of JSON", "{\"level\":\"info\",\"msg\":\"request\",\"method\":\"POST\",\"url\":\"https://h/api/v2/actions/GITHUB_X/execute\",\"body\":\"{\\\"input\\\":{\\\"a\\\":1.10},\\\"entityId\\\":\\\"e\\\"}\",\"status\":500}", "log\nGITHUB_X v2 https://h\nentity e\ninput {\"a\":1.10}\nstatus 500\nguess input");
    row("two actions", "12:00 executing GITHUB_X params={'a':1}\n12:01 executing GMAIL_Y params={'b':2}", "log\nGITHUB_X\ninput {\"a\":1}" + loose + "\nGMAIL_Y\ninput {\"b\":2}" + loose);
    row("cut", "12:00 ERROR Error executing action GITHUB_X with arguments={\"a\": {\"b\": 1", "log\nGITHUB_X\ninput {\"a\":{\"b\":1}}" + loose + "\ntrouble 1:66\ntrouble 1:60");
}

void TestImporter::readsLogs()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    check(text, expected);
}

void TestImporter::readsJson_data()
{
    columns();
    row("a body of v2", R"({"connectedAccountId":"c","entityId":null,"input":{"a": 1.10},"appName":"github"})", "body\n(no action) v2\napp github\naccount c\ninput {\"a\": 1.10}\nguess apiVersion\nguess actionId");
    row("a body of v3", R"({"arguments":{"a":1},"user_id":"u"})", "body\n(no action) v3.1\nentity u\ninput {\"a\":1}\nguess apiVersion\nguess actionId");
    row("a tool call", R"({"id":"call_1","type":"function","function":{"name":"GITHUB_X","arguments":"{\"a\":1.10}"}})", "body\nGITHUB_X v3.1\ninput {\"a\":1.10}\nguess apiVersion");
    row("an input", R"({"owner":"octocat","repo":"Hello-World"})", "body\n(no action)\ninput {\"owner\":\"octocat\",\"repo\":\"Hello-World\"}\nguess input\nguess actionId");
    row("almost JSON", "{owner: 'octocat', // who\n}", "body\n(no action)\ninput {\"owner\": \"octocat\" \n}\nguess input\nguess input\nguess actionId\ntrouble 1:2");
    row("an answer", R"({"data":{},"error":"Not Found","successful":false})", "answer\n(no action)\nstatus 200\nguess status\nguess actionId");
    row("a refusal", R"({"error":{"message":"no","code":1812,"slug":"S","status":400}})", "answer\n(no action)\nstatus 400\nguess status\nguess actionId");
    row("an exchange", "POST /api/v3/tools/execute/X HTTP/1.1\r\nHost: h\r\nx-api-key: ak_abcdefgh12345\r\n\r\n{\"arguments\":{}}\r\nHTTP/1.1 404 Not Found\r\n\r\n{}", "http\nX v3 https://h\ninput {}\nstatus 404\nsecret apiKey=ak_abcdefgh12345");
    row("a saved request", R"({"actionscope":1,"actionId":"X","input":{"title":"{{title}}"},"expect":[{"successful":true}],"tags":["smoke"],"colour":1})", "request\nX\ninput {\"title\":\"{{title}}\"}\ntrouble 1:120");
    row("the sandbox's log", R"({"number":1,"time":"2026-11-25T10:00:00.000Z","method":"POST","path":"/api/v2/actions/X/execute","headers":[["x-api-key","ak_abcdefgh12345"]],"body":{"input":{"a":1}},"status":200,"answer":{"successful":true}})", "sandbox-log\nX v2\ninput {\"a\":1}\nstatus 200\nsecret apiKey=ak_abcdefgh12345");
    const QByteArray entry = R"({"startedDateTime":"2026-11-24T12:00:00.000Z","request":{"method":"POST","url":"https://h/api/v2/actions/X/execute","headers":[{"name":"x-api-key","value":"ak_abcdefgh12345"}],"postData":{"text":"{\"input\":{\"a\":1}}"}},"response":{"status":410,"headers":[],"content":{"text":"{}"}}})";
    row("a HAR entry", entry, "har\nX v2 https://h\ninput {\"a\":1}\nstatus 410\nsecret apiKey=ak_abcdefgh12345");
    const QByteArray other = R"({"request":{"method":"GET","url":"https://h/x.png","headers":[]},"response":{"status":200,"headers":[],"content":{}}})";
    row("a HAR file", "{\"log\":{\"version\":\"1.2\",\"pages\":[{\"entries\":[]}],\"entries\":[" + other + ',' + entry + "]}}", "har\nX v2 https://h\ninput {\"a\":1}\nstatus 410\ntrouble\nsecret apiKey=ak_abcdefgh12345");
    row("a HAR file that breaks off", "{\"log\":{\"entries\":[" + entry + ',' + entry.left(80), "har\nX v2 https://h\ninput {\"a\":1}\nstatus 410\ntrouble\nsecret apiKey=ak_abcdefgh12345");
    row("a HAR file with a damaged entry", "{\"log\":{\"entries\":[{\"request\":{}}," + entry + "]}}", "har\nX v2 https://h\ninput {\"a\":1}\nstatus 410\ntrouble\nsecret apiKey=ak_abcdefgh12345");
}

void TestImporter::readsJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    check(text, expected);
}

void TestImporter::readsOtherPeoplesCollections_data()
{
    columns();
    const QByteArray schema = R"("info":{"name":"C","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"})";
    const QByteArray item = R"({"name":"Create","request":{"method":"POST","header":[{"key":"x-api-key","value":"{{apiKey}}"}],"url":{"raw":"{{baseUrl}}/api/v3.1/tools/execute/:slug","variable":[{"key":"slug","value":"GITHUB_X"}]},"body":{"mode":"raw","raw":"{\"arguments\":{\"n\":{{count}},\"id\":\"{{$guid}}\"}}"}}})";
    row("Postman", "{" + schema + ",\"item\":[{\"name\":\"Issues\",\"item\":[" + item + "]}],\"variable\":[{\"key\":\"count\",\"value\":\"5\"}]}", "postman\nIssues/ GITHUB_X v3.1 {{baseUrl}}\ninput {\"n\":\"{{count}}\",\"id\":\"{{$uuid}}\"}");
    row("Postman with scripts and helpers", "{" + schema + R"(,"auth":{"type":"apikey","apikey":[{"key":"key","value":"x-api-key"},{"key":"value","value":"ak_abcdefgh12345"}]},"event":[{"listen":"prerequest","script":{"exec":["pm.x"]}}],"item":[{"name":"A","event":[{"listen":"test","script":{"exec":["pm.test"]}},{"listen":"test","script":{"exec":[""]}}],"request":{"auth":{"type":"bearer","bearer":[{"key":"token","value":"t0ken-secret"}]},"method":"POST","url":"https://h/api/v2/actions/X/execute","body":{"mode":"formdata","formdata":[]}}},{"name":"B","request":"https://h/health"}]})",
        "postman\nX v2 https://h\ntrouble 1:224\ntrouble 1:305\ntrouble 1:413\ntrouble 1:547\ntrouble\nsecret apiKey=ak_abcdefgh12345\nsecret bearer=t0ken-secret");
    row("a Postman environment", R"({"name":"E","values":[{"key":"baseUrl","value":"http://h","enabled":true},{"key":"apiKey","value":"ak_abcdefgh12345","type":"secret","enabled":true}],"_postman_variable_scope":"environment"})", "postman-environment\nsecret apiKey=ak_abcdefgh12345");
    row("a Postman collection that breaks off", "{" + schema + ",\"item\":[" + item + ",{\"name\":\"B\",\"requ", "postman\nGITHUB_X v3.1 {{baseUrl}}\ninput {\"n\":\"{{count}}\",\"id\":\"{{$uuid}}\"}\ntrouble 1:409\ntrouble");
    row("Bruno", "meta {\n  name: Create\n  type: http\n}\n\npost {\n  url: {{baseUrl}}/api/v2/actions/GITHUB_X/execute\n  body: json\n}\n\nheaders {\n  x-api-key: ak_abcdefgh12345\n  ~old: 1\n}\n\nbody:json {\n  {\n    \"input\": {\"a\": 1.10}\n  }\n}\n\nscript:pre-request {\n  bru.x()\n}\n\ndocs {\n  # Title\n}\n",
        "bruno\nGITHUB_X v2 {{baseUrl}}\ninput {\"a\": 1.10}\ntrouble 23:1\nsecret apiKey=ak_abcdefgh12345");
    row("Bruno that breaks off", "post {\n  url: https://h/api/v2/actions/X/execute\n}\nbody:json {\n  {\"input\":{\"a\":1", "bruno\nX v2 https://h\ninput {\"a\":1}\nguess input\ntrouble 5:1\ntrouble 5:1");
}

void TestImporter::readsOtherPeoplesCollections()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    check(text, expected);
}

void TestImporter::readsAFolderOfBruno()
{
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QDir(folder.path()).mkpath(QFileInfo(name).path());
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(QStringLiteral("bruno.json"), "{\"name\":\"Mine\"}"));
    QVERIFY(write(QStringLiteral("environments/prod.bru"), "vars {\n  baseUrl: https://h\n  user: u\n}\nvars:secret [\n  apiKey,\n  TOKEN\n]\n"));
    QVERIFY(write(QStringLiteral("issues/b.bru"), "post {\n  url: {{baseUrl}}/api/v2/actions/X/execute\n}\n"));
    QVERIFY(write(QStringLiteral("a.bru"), "post {\n  url: {{baseUrl}}/api/v2/actions/Y/execute\n}\n"));
    const auto imported = exchange::importFile(folder.path());
    QVERIFY(imported);
    QCOMPARE(tests::importedText(*imported), QByteArray("bruno\nY v2 {{baseUrl}}\nissues/ X v2 {{baseUrl}}"));
    QCOMPARE(imported->name, QStringLiteral("Mine"));
    QCOMPARE(imported->environments.size(), 1);
    QCOMPARE(imported->environments[0].baseUrl, QStringLiteral("https://h"));
    QCOMPARE(imported->environments[0].secrets, (QStringList {QStringLiteral("apiKey"), QStringLiteral("TOKEN")}));
}

void TestImporter::keepsSecretsOutOfDrafts()
{
    const QByteArray text = "curl https://h/api/v3/tools/execute/X -H 'x-api-key: ak_planted_one_1' -H 'Cookie: a=planted-two' -d "
                            "'{\"arguments\":{\"token\":\"planted-three\",\"jwt\":\"eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl\",\"url\":\"https://s3/x?X-Amz-Signature=plantedfour\","
                            "\"again\":\"ak_planted_one_1\"}}'";
    const exchange::Imported imported = exchange::importText(text);
    QCOMPARE(imported.drafts.size(), 1);
    QCOMPARE(imported.drafts[0].request.input,
        QByteArray("{\"token\":\"\u2039redacted:password\u203a\",\"jwt\":\"\u2039redacted:jwt\u203a\",\"url\":\"https://s3/x?X-Amz-Signature=\u2039redacted:signature\u203a\",\"again\":\"\u2039redacted:apiKey\u203a\"}"));
    QCOMPARE(imported.secrets.size(), 5);
    QVERIFY2(imported.secrets[0].sentence.contains(QStringLiteral("x-api-key")), qPrintable(imported.secrets[0].sentence));
    for (const exchange::ImportedSecret &secret : imported.secrets)
        QVERIFY(!secret.sentence.contains(QString::fromUtf8(secret.value)));
}

void TestImporter::saysWhereItStands()
{
    const exchange::Imported imported = exchange::importText("curl https://h/api/v3/tools/execute/X \\\n  -d '{\"arguments\":{}");
    QCOMPARE(imported.troubles.first().sentence, QStringLiteral("Line 2, column 6: The quote that opens here is never closed; all that follows was taken to be inside."));
    QCOMPARE(imported.troubles.first().offset, 45);
}

void TestImporter::takesTheAnswerBelow_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("action");
    const QByteArray curl = "curl -X POST https://h/api/v2/actions/GMAIL_SEND/execute -H 'x-api-key: $KEY' -d '{\"entityId\":\"e\",\"input\":{\"a\":1}}'";
    const QByteArray body = R"({"data":{},"error":"invalid_grant","successful":false})";
    const QString action = QStringLiteral("GMAIL_SEND");
    QTest::newRow("under a prompt") << "$ " + curl + " | jq .\n" + body + '\n' << 200 << body << action;
    QTest::newRow("in a ticket") << "Hi team, here's what the customer's script runs:\n\n```bash\n" + curl + "\n```\n\nand gets\n```json\n" + body + "\n```\n" << 200 << body << action;
    QTest::newRow("behind a status") << curl + "\nHTTP 404: {\"error\":{\"message\":\"no\",\"code\":1}}" << 404 << QByteArray(R"({"error":{"message":"no","code":1}})") << action;
    QTest::newRow("PowerShell") << "Invoke-RestMethod -Method Post -Uri https://h/api/v2/actions/GMAIL_SEND/execute -Body '{\"input\":{}}'\n" + body << 200 << body << action;
    QTest::newRow("Python's traceback")
        << QByteArray("r = composio.tools.execute(\"GMAIL_SEND\", user_id=\"u\", arguments={})\nBadRequestError: Error code: 400 - {'error': {'message': 'no', 'code': 1812}}")
        << 400 << QByteArray(R"({"error":{"message":"no","code":1812}})") << action;
    QTest::newRow("requests") << QByteArray("requests.post('https://h/api/v2/actions/GMAIL_SEND/execute', json={'input': {}})\n# 200\n{'data': {}, 'successful': False}")
                              << 200 << QByteArray(R"({"data":{},"successful":false})") << action;
    QTest::newRow("a log, status before") << QByteArray("Response 403 Forbidden from https://h/api/v3/tools/execute/GMAIL_SEND: {\"error\":{\"message\":\"no\",\"code\":802}}")
                                          << 403 << QByteArray(R"({"error":{"message":"no","code":802}})") << action;
    QTest::newRow("a log of pino") << QByteArray(R"({"level":50,"msg":"failed","action":"GMAIL_SEND","params":{"message":"hi","type":"x"},"res":{"status":200,"data":{"successful":false,"error":"x","data":{}}}})")
                                   << 200 << QByteArray(R"({"successful":false,"error":"x","data":{}})") << action;
}

void TestImporter::takesTheAnswerBelow()
{
    QFETCH(QByteArray, text);
    const exchange::Imported imported = exchange::importText(text);
    QCOMPARE(imported.drafts.size(), 1);
    QTEST(imported.drafts.first().request.actionId, "action");
    QVERIFY(imported.drafts.first().recorded);
    QTEST(imported.drafts.first().recorded->answer.status, "status");
    QTEST(imported.drafts.first().recorded->answer.body, "answer");
    for (const exchange::Guess &guess : imported.drafts.first().guesses)
        QVERIFY2(!guess.sentence.contains(QLatin1String("--status")), qPrintable(guess.sentence));
}

void TestImporter::readsWhatProgramsMadeOfIt_data()
{
    columns();
    const QByteArray curl = "curl -X POST \"https://h/api/v2/actions/X_Y/execute\" -H \"x-api-key: $KEY\" -d '{\"input\":{\"t\":\"it\u2019s \u201cso\u201d\"}}'";
    const QByteArray read = "curl\nX_Y v2 https://h\ninput {\"t\":\"it\u2019s \u201cso\u201d\"}";
    row("quotes inside of quotes stay", curl, read);
    row("Word's quotes", "curl -X POST \u201chttps://h/api/v2/actions/X_Y/execute\u201d -H \u201cx-api-key: $KEY\u201d -d \u2018{\u201cinput\u201d:{\u201ct\u201d:\u201cit\u2019s\u201d}}\u2019",
        "curl\nX_Y v2 https://h\ninput {\"t\":\"it\u2019s\"}\ntrouble");
    row("no-break spaces", "curl\u00a0-X\u00a0POST https://h/api/v2/actions/X_Y/execute -d '{\"input\":{\"t\":\"a\u00a0b\"}}'",
        "curl\nX_Y v2 https://h\ninput {\"t\":\"a\u00a0b\"}\ntrouble");
    row("a NUL at the end", curl + QByteArray("\0\1\n\0", 4), read + "\ntrouble");
    row("a no-break space at the end", R"({"input":{},"entityId":"e"})" "\u00a0\n", "body\n(no action) v2\nentity e\ninput {}\nguess apiVersion\nguess actionId\ntrouble");
    const QString text = QString::fromUtf8(curl);
    row("UTF-16", QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2), read);
    row("UTF-16 with a mark", "\xFF\xFE" + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2), read);
    row("arguments that were cut", "[2026-11-25T10:00:01] Executing tool X_Y with arguments {\"owner\":\"octocat\",\"repo\":\"Hello\",\"ti",
        "log\nX_Y\ninput {\"owner\":\"octocat\",\"repo\":\"Hello\"}\nguess input\nguess apiVersion\ntrouble 1:91\ntrouble 1:91\ntrouble 1:57");
}

void TestImporter::readsWhatProgramsMadeOfIt()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    check(text, expected);
}

void TestImporter::findsSecretsBesideTheRequest()
{
    const exchange::Imported imported = exchange::importText("config: { url: 'https://h/api/v2/actions/X_Y/execute', headers: { 'x-api-key': 'ck_1234567890abcdef' } },\n"
                                                             "response: { status: 401, data: { message: 'Invalid API key' } }");
    QCOMPARE(imported.secrets.size(), 1);
    QCOMPARE(imported.secrets.first().name, QByteArray("apiKey"));
    QCOMPARE(imported.secrets.first().value, QByteArray("ck_1234567890abcdef"));
    const exchange::Imported broken = exchange::importText("curl https://h/api/v2/actions/X_Y/execute -d '{}'\ncurl: (5) Could not resolve proxy: http://me:hush-hush@proxy");
    QVERIFY(broken.drafts.first().recorded && broken.drafts.first().recorded->fault);
    QVERIFY(!broken.drafts.first().recorded->fault->sentence.contains(QLatin1String("hush")));
    QVERIFY(!broken.drafts.first().recorded->fault->detail.contains(QLatin1String("hush")));
    QCOMPARE(imported.drafts.first().recorded->answer.status, 401);
    QCOMPARE(imported.drafts.first().recorded->answer.body, QByteArray(R"({"message":"Invalid API key"})"));
}

void TestImporter::takesAsLongAsTheTextIsLong_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("unit");
    const auto row = [](const char *name, const QByteArray &head, const QByteArray &unit) { QTest::newRow(name) << head << unit; };
    row("objects in Python", "composio.tools.execute('A', arguments=", "{'a':{");
    row("one word", "", "a");
    row("a chain", "", "a.");
    row("calls in calls", "composio ", "execute(");
    row("clients in clients", "execute(", "Composio(");
    row("assignments", "", "a=");
    row("assigned objects", "execute(composio\n", "a = {\n");
    row("line breaks", "", "\n");
    row("semicolons", "", ";");
    row("prompts", "", ";PS ");
    row("addresses", "", "https://");
    row("brackets", "curl ", "[(");
    row("quotes", "curl ", "'\"");
    row("typographic quotes", "curl ", "\u201c\u2018");
    row("here-documents", "curl ", "<<A\n");
    row("substitutions", "curl ", "$(");
    row("carets", "curl ^\n", "^^\"");
    row("actions of a log", "", "action=A_B ");
    row("objects of a log", "action=A_B ", "params={");
    row("broken objects", "HTTP 400 ", "{'a' ");
    row("broken JSON", "", "{\"a\":[");
    row("backslashes", "", "{\\\"");
    row("fences", "", "```a ");
    row("fetches", "/actions/ ", "fetch(");
    row("PowerShell", "irm -Uri ", "@{a=");
    row("variables", "{\"a\":", "{{");
    row("keys", "curl ", "ak_aaaaaaaa1 ");
}

// Far above what some passes over the text take, far below what a pass for each of its places does.
void TestImporter::takesAsLongAsTheTextIsLong()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, unit);
    constexpr qsizetype size = 300'000;
    const std::clock_t begin = std::clock(); // of the processor: other work on the machine does not count
    (void)exchange::importText(head + unit.repeated(size / unit.size()));
    const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 4, qPrintable(QStringLiteral("%1 s").arg(seconds)));
}

QTEST_APPLESS_MAIN(TestImporter)
#include "tst_importer.moc"
