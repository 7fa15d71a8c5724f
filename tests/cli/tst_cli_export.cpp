// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cliprocess.h"

#include "app/json/document.h"

#include <QDir>
#include <QTest>

using namespace actionscope;
using tests::CliProcess;

namespace {

QStringList words(std::initializer_list<QByteArray> list)
{
    QStringList texts;
    for (const QByteArray &word : list)
        texts.append(QString::fromUtf8(word));
    return texts;
}

} // namespace

// Saved requests and runs of the history as code.
class TestCliExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsASavedRequest();
    void exportsARunOfTheHistory();
    void refusesWhatItCannotExport();
    void handsARunToSomebodyElse();
    void writesACollectionForPostman();
    void writesCodeOfWhatImportReads_data();
    void writesCodeOfWhatImportReads();
    void writesATicketOfWhatImportReads();
    void givesSupportACommandThatRuns();
    void tellsWhatStays();
};

void TestCliExport::exportsASavedRequest()
{
    CliProcess cli;
    const QByteArray file = cli.write(QStringLiteral("issue.action.json"),
                                   R"({"actionscope":1,"actionId":"GITHUB_CREATE_AN_ISSUE","entityId":"default","input":{"title":1.10}})")
                                .toUtf8();
    QCOMPARE(cli.run(words({"export", file, "--as", "fetch", "--base-url", "https://host.example"})), 0);
    QVERIFY2(cli.output.contains("fetch(\"https://host.example/api/v3.1/tools/execute/GITHUB_CREATE_AN_ISSUE\""), cli.output.constData());
    QVERIFY2(cli.output.contains(R"({\"user_id\":\"default\",\"arguments\":{\"title\":1.10}})"), cli.output.constData());
    QCOMPARE(cli.run(words({"export", file, "--as", "python", "--base-url", "https://host.example"})), 0);
    QVERIFY2(cli.output.contains("composio.tools.execute(\n    slug=\"GITHUB_CREATE_AN_ISSUE\",\n    user_id=\"default\","), cli.output.constData());
    QCOMPARE(cli.run(words({"export", file, "--as", "curl"})), 0);
    QVERIFY2(cli.output.contains("http://127.0.0.1:9900/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute"), cli.output.constData());
    QVERIFY2(cli.errors.contains("sandbox --port 9900"), cli.errors.constData());
}

void TestCliExport::exportsARunOfTheHistory()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"exec", "SANDBOX_ECHO", "--input", "{\"n\":1.10}", "--print", "report"})), 0);
    const json::Document report = json::Document::parse(cli.output);
    const QByteArray id = report.root().member(u"historyId").toString().toUtf8();
    QVERIFY(!id.isEmpty());
    QCOMPARE(cli.run(words({"export", id, "--as", "python-requests"})), 0);
    QVERIFY2(cli.output.contains("/api/v2/actions/SANDBOX_ECHO/execute") && cli.output.contains(R"({\"input\":{\"n\":1.10}})"), cli.output.constData());
}

void TestCliExport::refusesWhatItCannotExport()
{
    CliProcess cli;
    const QByteArray file = cli.write(QStringLiteral("empty.action.json"), R"({"actionscope":1,"actionId":""})").toUtf8();
    QCOMPARE(cli.run(words({"export", file, "--as", "curl"})), 2);
    QCOMPARE(cli.run(words({"export", file})), 2);
    QVERIFY2(cli.errors.contains("python-requests"), cli.errors.constData());
    QCOMPARE(cli.run(words({"export", file, "--as", "cobol"})), 2);
    QCOMPARE(cli.run(words({"export", "nothing-here", "--as", "curl"})), 2);
    QCOMPARE(cli.run(words({"export", "--help"})), 0);
    QVERIFY2(cli.output.contains("powershell"), cli.output.constData());
}

// A bundle comes back, and explain reads it; neither it nor a ticket holds a secret.
void TestCliExport::handsARunToSomebodyElse()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"exec", "SANDBOX_FAIL", "--input", R"({"message":"Bad token sk-planted0000000001","status_code":401,"mail":"me@example.com"})", "--print", "report"})), 3);
    const json::Document report = json::Document::parse(cli.output);
    const QByteArray id = report.root().member(u"historyId").toString().toUtf8();
    QVERIFY(!id.isEmpty());
    QCOMPARE(cli.run(words({"export", id, "--as", "bundle", "--hide-emails"})), 0);
    const QByteArray bundle = cli.output;
    QVERIFY2(!bundle.contains("planted") && !bundle.contains("me@example.com"), bundle.constData());
    QVERIFY2(cli.errors.contains("Hidden: key (input, ") && cli.errors.contains("Hidden: email ("), cli.errors.constData());
    const QByteArray file = cli.write(QStringLiteral("run.actionbundle"), bundle).toUtf8();
    QCOMPARE(cli.run(words({"explain", file})), 3);
    QCOMPARE(cli.run(words({"import", file, "--to", "col"})), 0);
    QVERIFY(QFile::exists(cli.folder.filePath(QStringLiteral("col/SANDBOX_FAIL.action.json"))));
    for (const char *form : {"har", "markdown", "support"}) {
        QCOMPARE(cli.run(words({"export", file, "--as", form, "--quiet"})), 0);
        QVERIFY2(cli.output.contains("SANDBOX_FAIL") && !cli.output.contains("planted"), cli.output.constData());
        QVERIFY(cli.errors.isEmpty());
    }
    QCOMPARE(cli.run(words({"export", id, "--as", "har", "--hide", "("})), 2);
    QVERIFY2(cli.output.isEmpty() && cli.errors.contains("is no regular expression"), cli.errors.constData());
}

void TestCliExport::writesACollectionForPostman()
{
    CliProcess cli;
    QDir(cli.folder.path()).mkpath(QStringLiteral("col/issues"));
    cli.write(QStringLiteral("col/collection.json"), R"({"actionscope":1,"name":"Mine","variables":{"count":5}})");
    cli.write(QStringLiteral("col/issues/one.action.json"),
        R"({"actionscope":1,"actionId":"X","entityId":"u","input":{"n":"{{count}}"},"expect":[{"successful":true},{"maxMilliseconds":5}],"capture":{"id":"$.data.id"}})");
    QCOMPARE(cli.run(words({"export", "col", "--as", "postman"})), 0);
    QVERIFY2(cli.errors.contains("issues/one: The expectation {\"maxMilliseconds\":5} was not carried over."), cli.errors.constData());
    const QByteArray file = cli.write(QStringLiteral("postman.json"), cli.output).toUtf8();
    QCOMPARE(cli.run(words({"import", file, "--to", "back"})), 0);
    QFile back(cli.folder.filePath(QStringLiteral("back/issues/one.action.json")));
    QVERIFY(back.open(QIODevice::ReadOnly));
    const QByteArray text = back.readAll();
    QVERIFY2(text.contains(R"("entityId": "u")") && text.contains(R"("input": {"n":"{{count}}"})"), text.constData());
    QDir(cli.folder.path()).mkpath(QStringLiteral("col/environments"));
    const QByteArray environment = cli.write(QStringLiteral("col/environments/prod.json"), R"({"baseUrl":"https://h","api":"v3.1","variables":{"user":"u"},"secrets":["apiKey"]})").toUtf8();
    QCOMPARE(cli.run(words({"export", environment, "--as", "postman-environment"})), 0);
    QVERIFY2(cli.output.contains("\"apiKey\"") && cli.output.contains("\"_postman_variable_scope\"") && cli.errors.contains("Secrets are left empty: apiKey."), cli.output.constData());
}

void TestCliExport::writesCodeOfWhatImportReads_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("HAR") << QByteArray(R"({"log":{"entries":[{"request":{"method":"POST","url":"https://h/api/v2/actions/OTHER/execute","headers":[],"postData":{"text":"{\"input\":{}}"}},"response":{"status":200,"headers":[],"content":{"text":"{\"data\":{\"a\":1},\"successful\":true}"}}},)"
                                         R"({"request":{"method":"POST","url":"https://h/api/v2/actions/GITHUB_X/execute","headers":[],"postData":{"text":"{\"entityId\":\"u\",\"input\":{\"n\":1.10}}"}},"response":{"status":200,"headers":[],"content":{"text":"{\"data\": {}, \"successful\": false}"}}}]}})");
    QTest::newRow("cURL") << QByteArray("curl https://h/api/v2/actions/GITHUB_X/execute -d '{\"entityId\":\"u\",\"input\":{\"n\":1.10}}'");
    QTest::newRow("Python") << QByteArray("ComposioToolSet(base_url='https://h').execute_action(action='GITHUB_X', params={'n': 1.10}, entity_id='u')");
    QTest::newRow("bundle") << QByteArray();
}

void TestCliExport::writesCodeOfWhatImportReads()
{
    QFETCH(QByteArray, source);
    CliProcess cli;
    if (source.isEmpty()) {
        const QByteArray saved = cli.write(QStringLiteral("x.action.json"), R"({"actionscope":1,"actionId":"GITHUB_X","entityId":"u","input":{"n":1.10}})").toUtf8();
        QCOMPARE(cli.run(words({"export", saved, "--as", "bundle", "--base-url", "https://h"})), 0);
        source = cli.output;
    }
    const QByteArray file = cli.write(QStringLiteral("in"), source).toUtf8();
    const QByteArray named = cli.write(QStringLiteral("other.actionbundle"), source).toUtf8();
    for (const QByteArray &path : {file, named}) {
        QCOMPARE(cli.run(words({"export", path, "--as", "curl", "--api", "v2"})), 0);
        QVERIFY2(cli.output.contains("https://h/api/v2/actions/GITHUB_X/execute") && cli.output.contains(R"("input":{"n":1.10})"), cli.output.constData());
    }
    for (const char *form : {"python", "typescript", "fetch", "powershell", "cpp-qt"}) {
        QVERIFY2(cli.run(words({"export", file, "--as", form})) == 0, cli.errors.constData());
        QVERIFY2(cli.output.contains("GITHUB_X") && cli.output.contains("1.10"), cli.output.constData());
    }
}

void TestCliExport::writesATicketOfWhatImportReads()
{
    CliProcess cli;
    const QByteArray file = cli.write(QStringLiteral("ticket.txt"), "curl https://h/api/v2/actions/GITHUB_X/execute -H 'x-api-key: ak_planted12345' -d '{\"input\":{\"n\":1}}'\n"
                                                                    "HTTP 400: {\"error\":{\"message\":\"no\",\"code\":1812,\"slug\":\"ActionExecute_ConnectedAccountEntityIdMismatch\",\"status\":400}}\n").toUtf8();
    QCOMPARE(cli.run(words({"export", file, "--as", "markdown"})), 0);
    for (const char *part : {"(`account.mismatch`, certain)", "### Evidence\n\n- ", "(answer field /error/slug)", "### What to try\n\n- ", "| Request | POST /api/v2/actions/GITHUB_X/execute |", "| HTTP status | 400 |"})
        QVERIFY2(cli.output.contains(part), cli.output.constData());
    QVERIFY2(!cli.output.contains("planted"), cli.output.constData());
    QVERIFY2(cli.errors.contains("An API key was found"), cli.errors.constData());
    const QByteArray log = cli.write(QStringLiteral("log.txt"), "Response 403 Forbidden from https://h/api/v3/tools/execute/GITHUB_X: {\"error\":{\"message\":\"no\",\"code\":802,\"status\":403}}").toUtf8();
    QCOMPARE(cli.run(words({"export", log, "--as", "markdown"})), 0);
    QVERIFY2(cli.output.contains("## Notes\n\n- `input`: The log does not tell the input.") && !cli.output.contains("## Sent"), cli.output.constData());
    QCOMPARE(cli.run(words({"exec", "SANDBOX_FAIL", "--input", R"({"message":"Gone","status_code":404})"})), 3);
    QCOMPARE(cli.run(words({"export", "last", "--as", "markdown"})), 0);
    QVERIFY2(cli.output.contains("## Timing\n") && cli.output.contains("| Wait | "), cli.output.constData());
}

void TestCliExport::givesSupportACommandThatRuns()
{
    CliProcess cli;
    const QByteArray saved = cli.write(QStringLiteral("x.action.json"), R"({"actionscope":1,"actionId":"GITHUB_X","input":{"n":1.10}})").toUtf8();
    QCOMPARE(cli.run(words({"export", saved, "--as", "support"})), 0);
    QVERIFY2(cli.output.contains("curl ") && cli.output.contains("x-api-key: $COMPOSIO_API_KEY"), cli.output.constData());
}

void TestCliExport::tellsWhatStays()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"exec", "SANDBOX_ECHO", "--entity", "ann", "--input", R"({"mail":"me@example.com","key":"sk-planted0000000001"})"})), 0);
    QCOMPARE(cli.run(words({"export", "last", "--as", "bundle", "--preview"})), 0);
    QVERIFY2(cli.output.startsWith("Hidden:\n  key (input, "), cli.output.constData());
    QVERIFY2(cli.output.contains("Stays:\n  actionId (12 bytes): SANDBOX_ECHO\n  entityId (3 bytes): ann\n  input ("), cli.output.constData());
    QVERIFY2(cli.output.contains("me@example.com") && !cli.output.contains("planted") && !cli.output.contains("actionscopeBundle"), cli.output.constData());
    QCOMPARE(cli.run(words({"export", "last", "--as", "curl", "--preview"})), 2);
}

QTEST_GUILESS_MAIN(TestCliExport)
#include "tst_cli_export.moc"
