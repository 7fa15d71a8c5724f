// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/curlexporter.h"
#include "app/exchange/importer.h"
#include "tests/app/exchange/importedtext.h"

#include <QTest>
#include <QUrl>

using namespace actionscope;

// Commands as people paste them, for every shell, whole and broken.
class TestCurlImporter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeoplePaste_data();
    void readsWhatPeoplePaste();
    void readsItsOwnCommandsBack_data();
    void readsItsOwnCommandsBack();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
};

void TestCurlImporter::readsWhatPeoplePaste_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray url = "https://backend.composio.dev/api/v3.1/tools/execute/GITHUB_X";
    const QByteArray head = "curl\nGITHUB_X v3.1 https://backend.composio.dev";
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) { QTest::newRow(name) << text << expected; };
    const QByteArray input = "\ninput {\"title\":\"it's \\\"so\\\"\"}";
    row("single quotes", "curl -X POST '" + url + "' -d '{\"arguments\":{\"title\":\"it'\\''s \\\"so\\\"\"}}'", head + input);
    row("double quotes", "curl \"" + url + "\" -d \"{\\\"arguments\\\":{\\\"title\\\":\\\"it's \\\\\\\"so\\\\\\\"\\\"}}\"", head + input);
    row("ANSI quotes", "curl " + url + R"( --data-raw $'{"arguments":{"title":"it\'s \\"so\\""}}')", head + input);
    row("ANSI escapes", "curl " + url + R"( -d $'{"arguments":{"a":"\x41\u00e9\U0001F600\ud83d\ude00\101"}}')", head + "\ninput {\"a\":\"A\u00e9\U0001F600\U0001F600A\"}");
    row("lines joined by backslashes", "curl --location \\\n  --request POST '" + url + "' \\\r\n  --header 'Content-Type: application/json' \\\n  --data '{\"arguments\":{\"a\":1.10}}'", head + "\ninput {\"a\":1.10}");
    row("a prompt and a key in a variable", "$ curl -sS -XPOST " + url + " -H \"x-api-key: $COMPOSIO_API_KEY\" -d '{\"arguments\":{}}'", head + "\ninput {}");
    row("a key", "curl " + url + " -H 'x-api-key: ak_abcdefgh12345' -d '{\"arguments\":{\"key\":\"ak_abcdefgh12345\"}}'", head + "\ninput {\"key\":\"\u2039redacted:apiKey\u203a\"}\nsecret apiKey=ak_abcdefgh12345");
    row("a bearer", "curl " + url + " -H 'Authorization: Bearer abcdefghijkl' -d '{}'", head + "\nsecret authorization=abcdefghijkl\nsecret authorization-2=Bearer abcdefghijkl");
    row("user and password", "curl -u me:secret-word " + url + " -d {}", head + "\nsecret basic=me:secret-word");
    row("equals signs", "curl --request=POST --url=" + url + " --data={}", head);
    row("letters behind one dash", "curl -sSLXPOST " + url + " -d{}", head);
    row("v2", "curl http://127.0.0.1:9900/api/v2/actions/GITHUB_X/execute -d '{\"appName\":\"github\",\"entityId\":\"default\",\"input\":{\"n\":12345678901234567890},\"text\":\"\",\"allowTracing\":true}'",
        "curl\nGITHUB_X v2 http://127.0.0.1:9900\napp github\nentity default\ninput {\"n\":12345678901234567890}");
    row("v3 with everything", "curl https://h/tenant/api/v3/tools/execute/X -d '{\"arguments\":{},\"user_id\":\"u\",\"connected_account_id\":\"ca_1\",\"version\":\"20250909_00\",\"custom_auth_params\":{\"parameters\":[{\"name\":\"token\",\"in\":\"header\",\"value\":\"hush-hush\"}]}}'",
        "curl\nX v3 https://h/tenant\nentity u\naccount ca_1\ninput {}\nauth {\"parameters\":[{\"name\":\"token\",\"in\":\"header\",\"value\":\"\u2039redacted:authConfig.token\u203a\"}]}\nversion 20250909_00\nsecret authConfig.token=hush-hush");
    row("without a scheme", "curl localhost:9900/api/v2/actions/X/execute -d '{}'", "curl\nX v2 http://localhost:9900\nguess baseUrl");
    row("a wrong path", "curl -X POST https://h/api/v3/tools/GITHUB_X/execute -d '{\"arguments\":{\"a\":1},\"user_id\":\"u\"}'", "curl\nGITHUB_X v3.1 https://h\nentity u\ninput {\"a\":1}\nguess actionId\nguess apiVersion");
    row("a here-document", "curl " + url + " -H 'a: b' -d @- <<'EOF'\n{\"arguments\":{\"a\":\"$HOME\"}}\nEOF\n", head + "\ninput {\"a\":\"$HOME\"}");
    row("echo before a pipe", "echo '{\"arguments\":{}}' | curl " + url + " -d @-", head + "\ninput {}");
    row("--json", "curl --json '{\"arguments\":{}}' " + url, head + "\ninput {}");
    row("no body", "curl -X POST " + url, head);
    row("neither method nor body", "curl " + url, head + "\nguess input");
    row("two commands", "curl " + url + " -d '{}'; curl " + url + " -d '{\"user_id\":\"b\"}'", head + "\nGITHUB_X v3.1 https://backend.composio.dev\nentity b");
    row("in a Markdown fence", "```bash\ncurl " + url + " -d '{}'\n```", head);
    row("cmd as browsers copy it", "curl ^\"" + url + "^\" ^\r\n  -H ^\"accept: */*^\" ^\r\n  --data-raw ^\"^{^\\^\"arguments^\\^\":^{^\\^\"a^\\^\":^\\^\"50^%^\\^\"^}^}^\"", head + "\ninput {\"a\":\"50%\"}");
    row("cmd as browsers copied it before", "curl \"" + url + "\" ^\n  --data-raw \"{\\\"arguments\\\":{\\\"a\\\":\\\"it's\\\"}}\" ^\n  --compressed", head + "\ninput {\"a\":\"it's\"}");
    row("cmd with doubled quotes", "C:\\Users\\me>curl -X POST \"" + url + "\" -d \"{\"\"arguments\"\":{\"\"a\"\":1}}\"", head + "\ninput {\"a\":1}");
    row("PowerShell with backticks", "PS C:\\> curl.exe -X POST \"" + url + "\" `\r\n  -H \"x-api-key: $env:COMPOSIO_API_KEY\" `\r\n  -d '{\"arguments\":{\"a\":\"it''s\"}}'", head + "\ninput {\"a\":\"it's\"}");
    row("PowerShell with backslashes for the program", "curl.exe " + url + R"( -d '{\"arguments\":{\"a\":1}}')", head + "\ninput {\"a\":1}");
    row("PowerShell's own quotes", "curl.exe \"" + url + "\" -d \"{`\"arguments`\":{`\"a`\":`\"`$5`\"}}\"", head + "\ninput {\"a\":\"$5\"}");
    row("PowerShell's here-string", "$body = @'\n{\"arguments\":{\"a\":\"it's\"}}\n'@\ncurl.exe " + url + " -d $body", head + "\ninput {\"a\":\"it's\"}");
    const QByteArray rest = "powershell\nGITHUB_X v3.1 https://backend.composio.dev";
    row("Invoke-RestMethod", "Invoke-RestMethod -Method Post -Uri '" + url + "' -Headers @{ 'x-api-key' = 'ak_abcdefgh12345'; Accept = \"*/*\" } -ContentType 'application/json' -Body '{\"arguments\":{\"a\":1}}'", rest + "\ninput {\"a\":1}\nsecret apiKey=ak_abcdefgh12345");
    row("a table to JSON", "$body = @{\n  arguments = @{ title = \"Crash\"; labels = @('a', 'b'); number = 5; isDraft = $true; none = $null }\n  user_id = 'default'\n} | ConvertTo-Json -Depth 5\n$r = Invoke-RestMethod " + url + " -Method POST -Body $body",
        rest + "\nentity default\ninput {\"title\":\"Crash\",\"labels\":[\"a\",\"b\"],\"number\":5,\"isDraft\":true,\"none\":null}");
    row("as browsers copy it", "$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\nInvoke-WebRequest -UseBasicParsing -Uri \"" + url + "\" `\n-Method \"POST\" `\n-WebSession $session `\n-Headers @{\n\"accept\"=\"*/*\"\n  \"x-api-key\"=\"ak_abcdefgh12345\"\n} `\n-ContentType \"application/json\" `\n-Body ([System.Text.Encoding]::UTF8.GetBytes(\"{`\"arguments`\":{`\"a`\":`\"\u00e9`\"}}\"))",
        rest + "\ninput {\"a\":\"\u00e9\"}\nsecret apiKey=ak_abcdefgh12345");
    row("irm", "irm " + url + " -Body (@{arguments=@{a=1}} | ConvertTo-Json) -Method Post", rest + "\ninput {\"a\":1}");
}

void TestCurlImporter::readsWhatPeoplePaste()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(tests::importedText(exchange::importText(text)), expected);
}

void TestCurlImporter::readsItsOwnCommandsBack_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("plain") << QByteArray(R"({"a":1.10,"a":2})");
    QTest::newRow("shell signs") << QByteArray("{\"a\":\"it's $HOME `id` \\\\ \\n ! \\\"x\\\" %s %% #\"}");
    QTest::newRow("line breaks") << QByteArray("{\n\t\"a\":1\r\n}");
    QTest::newRow("beyond ASCII") << QByteArray("{\"\u00e9\":\"\U0001F600\u2028\"}");
    QTest::newRow("long") << "{\"a\":\"" + QByteArray("'%\\\\x").repeated(40'000) + "\"}";
}

void TestCurlImporter::readsItsOwnCommandsBack()
{
    QFETCH(QByteArray, input);
    const api::HttpRequest request {"POST", "/api/v3.1/tools/execute/X", {{"x-api-key", "not written"}, {"Content-Type", "application/json"}},
        "{\"arguments\":" + input + ",\"user_id\":\"u\"}"};
    const exchange::Imported imported = exchange::importText(exchange::curlCommand(request, QUrl(QStringLiteral("https://h/tenant"))));
    QCOMPARE(imported.drafts.size(), 1);
    QCOMPARE(imported.drafts[0].request.input, input);
    QCOMPARE(imported.drafts[0].request.entityId, QStringLiteral("u"));
    QCOMPARE(imported.drafts[0].baseUrl, QStringLiteral("https://h/tenant"));
    QVERIFY(imported.secrets.isEmpty());
}

void TestCurlImporter::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) { QTest::newRow(name) << text << expected; };
    const QByteArray url = "https://h/api/v3/tools/execute/X";
    row("a quote that stays open", "curl " + url + " \\\n -d '{\"arguments\":{\"a\":1}}", "curl\nX v3 https://h\ninput {\"a\":1}\ntrouble 2:5");
    row("cut in the middle of the body", "curl " + url + " \\\n -d '{\"arguments\":{\"a\":[1,2", "curl\nX v3 https://h\ninput {\"a\":[1,2]}\nguess input\ntrouble 2:5\ntrouble 2:27");
    row("cut behind an option", "curl " + url + " -d", "curl\nX v3 https://h\nguess input\ntrouble 1:39");
    row("no address", "curl -X POST -d '{\"arguments\":{\"a\":1}}'", "curl\n(no action)\ninput {\"a\":1}\ntrouble 1:1\ntrouble");
    row("another endpoint", "curl https://h/api/v3/tools", "curl\ntrouble");
    row("single quotes in the body", "curl " + url + " -d \"{'arguments':{'a':True}}\"", "curl\nX v3 https://h\ninput {\"a\":true}\nguess input\ntrouble 1:44");
    row("a file", "curl " + url + " -d @body.json", "curl\nX v3 https://h\nguess input\ntrouble 1:42");
    row("a member that nobody knows", "curl " + url + " -d '{\"arguments\":{},\"colour\":1}'", "curl\nX v3 https://h\ninput {}\ntrouble");
    row("a variable", "curl " + url + " -d \"{\\\"arguments\\\":{\\\"a\\\":\\\"$NAME\\\"}}\"", "curl\nX v3 https://h\ninput {\"a\":\"$NAME\"}\ntrouble 1:67");
    row("a command inside", "curl " + url + " -d \"$(cat body.json)\"", "curl\nX v3 https://h\ntrouble 1:43\ntrouble 1:43");
    row("binary", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), "unknown\ntrouble");
    row("nothing", "  \n", "unknown\ntrouble");
    row("prose", "The API is down again, can you have a look?", "unknown\ntrouble");
}

void TestCurlImporter::namesWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(tests::importedText(exchange::importText(text)), expected);
}

QTEST_APPLESS_MAIN(TestCurlImporter)
#include "tst_curlimporter.moc"
