// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/storage/settings.h"
#include "tests/cli/cliprocess.h"
#include "tests/cli/scriptedserver.h"

#include <QDirIterator>
#include <QTest>

#include <cerrno>
#include <cstring>

using namespace actionscope;
using tests::CliProcess;
using tests::ScriptedServer;

// `actionscope-cli exec` as a script meets it: arguments, standard streams, exit codes.
class TestCliExec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIs();
    void linksNoGuiLibrary();
    void runsOnTheSandboxByDefault();
    void refusesBadUsage_data();
    void refusesBadUsage();
    void refusesBadFiles();
    void endsWithTheRightCode_data();
    void endsWithTheRightCode();
    void namesWhatBrokeTheConnection_data();
    void namesWhatBrokeTheConnection();
    void blamesTheProxyThatIsNotThere_data();
    void blamesTheProxyThatIsNotThere();
    void sendsEveryField();
    void sendsInputByteForByte_data();
    void sendsInputByteForByte();
    void saysWhatAVersionCannotCarry();
    void takesTheKeyFromFileOrVariable();
    void wantsAKey();
    void usesANamedEnvironment();
    void saysThatTheSettingsAreDamaged();
    void printsWhatIsAsked_data();
    void printsWhatIsAsked();
    void printsAReport();
    void aDryRunSendsNothing();
    void strictRefusesWhatDoesNotFit_data();
    void strictRefusesWhatDoesNotFit();
    void strictSendsNothingButTheQuestion();
    void strictRefusesWhatCannotBeHeld_data();
    void strictRefusesWhatCannotBeHeld();
    void writesTheHistoryWithoutTheKey();
    void staysQuietAndColoredAsAsked();
    void keepsControlCharactersFromTheTerminal();
    void cancelsOnInterrupt_data();
    void cancelsOnInterrupt();
    void bearsClosedStreams();

private:
    // Arguments that reach the server with a key.
    static QStringList to(const ScriptedServer &server, const CliProcess &cli, const QStringList &more = {})
    {
        return QStringList {QStringLiteral("exec"), QStringLiteral("SANDBOX_ECHO"), QStringLiteral("--base-url"),
                   server.url(), QStringLiteral("--api-key-file"), cli.write(QStringLiteral("key"), "ak_hush_hush\n")}
            + more;
    }
};

namespace {

constexpr char goodAnswer[] = R"({"data":{"n":1.10,"n":2},"successful":true,"error":null})";

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

// Everything below a folder, names and contents.
QByteArray everythingBelow(const QString &folder)
{
    QByteArray text;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly))
            text += file.fileName().toUtf8() + '\n' + file.readAll() + '\n';
    }
    return text;
}

} // namespace

void TestCliExec::saysWhatItIs()
{
    CliProcess cli;
    QCOMPARE(cli.run({QStringLiteral("--version")}), 0);
    QCOMPARE(cli.output, QByteArray("actionscope-cli " ACTIONSCOPE_VERSION "\n"));
    QCOMPARE(cli.run({QStringLiteral("--help")}), 0);
    QVERIFY(cli.output.contains("exec") && cli.output.contains("sandbox"));
    QCOMPARE(cli.run({QStringLiteral("exec"), QStringLiteral("--help")}), 0);
    QVERIFY(cli.output.contains("--input JSON|@FILE|-"));
    QVERIFY(cli.errors.isEmpty());
    QCOMPARE(cli.run({}), 2);
    QCOMPARE(cli.run({QStringLiteral("nonsense")}), 2);
    QVERIFY2(cli.errors.contains("There is no command “nonsense”."), cli.errors.constData());
    QVERIFY2(cli.errors.contains("exec, inputs, ") && cli.errors.contains(", sandbox"), cli.errors.constData());
    QVERIFY(cli.output.isEmpty());
}

void TestCliExec::linksNoGuiLibrary()
{
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {QStringLiteral(ACTIONSCOPE_CLI)});
    QVERIFY(ldd.waitForFinished());
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("libQt6Core"));
    for (const char *library : {"libQt6Gui", "libQt6Widgets", "libX11", "libxcb"})
        QVERIFY2(!libraries.contains(library), library);
}

void TestCliExec::runsOnTheSandboxByDefault()
{
    CliProcess cli;
    const QByteArray input = R"({ "a":1.10, "a":12345678901234567890 })";
    QCOMPARE(cli.run({QStringLiteral("exec"), QStringLiteral("SANDBOX_ECHO"), QStringLiteral("--input"),
                 QString::fromUtf8(input), QStringLiteral("--path"), QStringLiteral("$.successful")}),
        0);
    QCOMPARE(cli.output, QByteArray("true\n"));
    QCOMPARE(cli.run({QStringLiteral("exec"), QStringLiteral("SANDBOX_ECHO"), QStringLiteral("--input"),
                 QString::fromUtf8(input)}),
        0);
    const json::Document answer = json::Document::parse(cli.output);
    QVERIFY2(answer.isValid(), cli.output.constData());
    QCOMPARE(answer.root().member(u"data").member(u"input").raw().toByteArray(), input);
    QVERIFY2(cli.errors.startsWith("Successful (HTTP 200, "), cli.errors.constData());

    QCOMPARE(cli.run(words("exec SANDBOX_FAIL --input {\"message\":\"told_so\"}")), 3);
    QVERIFY2(cli.errors.contains("told_so"), cli.errors.constData());
    QCOMPARE(cli.run(words("exec THERE_IS_NO_SUCH_ACTION")), 4);
}

void TestCliExec::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char *line, const char *sentence) {
        QTest::newRow(line) << words(line) << QByteArray(sentence);
    };
    row("", "The action id is missing.");
    row("A B", "“B” is one word too many.");
    row("A --nonsense", "The option --nonsense does not exist here.");
    row("A --stricter", "The option --stricter does not exist here.");
    row("A --api-key ak_1", "The option --api-key does not exist here.");
    row("A --input", "The option --input needs a value.");
    row("A --entity --strict --input {\"owner\":1}", "The option --entity needs a value, and --strict looks like an option.");
    row("A --entity --odd", "Write --entity=--odd where that is the value.");
    row("A --input --", "The option --input needs a value, and -- looks like an option.");
    row("A --input {} --input {}", "The option --input is given twice.");
    row("A --quiet=yes", "The option --quiet takes no value.");
    row("A/B", "The action id must not contain “/”.");
    row("A --input [1]", "input must be a JSON object, written in braces.");
    row("A --input {\"a\":tru}", "input is not valid JSON: line 1, column 6: a value should stand here, not “t”.");
    row("A --auth-config {\"parameters\":1}", "authConfig.parameters must be an array.");
    row("A --session-info 1", "sessionInfo must be a JSON object, written in braces.");
    row("A --input - --session-info -", "Standard input (-) can be the value of one option only.");
    row("A --input @none.json", "does not exist.");
    row("A --input @.", "could not be read");
    row("A --input @", "The option --input needs a file name behind the @.");
    row("A --input -", "The value of --input is empty: standard input holds nothing.");
    row("A --auth-config @/dev/null", "The value of --auth-config is empty: /dev/null holds nothing.");
    row("A --base-url backend.composio.dev", "does not begin with http:// or https://.");
    row("A --base-url=", "The base URL is empty.");
    row("A --api v4", "The option --api takes v2, v3 or v3.1.");
    row("A --timeout 0", "The option --timeout takes a whole number from 1 to 86400.");
    row("A --timeout 1.5", "The option --timeout takes a whole number");
    row("A --print nothing", "The option --print takes body, pretty, data or report.");
    row("A --path a.b", "The value of --path is not a JSON path: column 1: a path begins with $.");
    row("A --path $[?sum(@.a)==1]", "column 4: there is no function sum.");
    row("A --color blue", "The option --color takes auto, always or never.");
    for (const char *option : {"env", "app", "entity", "account", "tool-version", "api", "config", "api-key-file", "input"}) {
        row(qPrintable(QStringLiteral("A --%1=").arg(QLatin1String(option))),
            qPrintable(QStringLiteral("The option --%1 is given an empty value.").arg(QLatin1String(option))));
    }
    QTest::newRow("an empty word") << QStringList {QStringLiteral("A"), QStringLiteral("--env"), QString()}
                                   << QByteArray("The option --env is given an empty value.");
    row("A --env nowhere", "There is no environment “nowhere”.");
    row("A --api-key-file none", "does not exist.");
}

void TestCliExec::refusesBadUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    CliProcess cli;
    QCOMPARE(cli.run(QStringList {QStringLiteral("exec")} + arguments), 2);
    QVERIFY2(cli.errors.contains(sentence), cli.errors.constData());
    QCOMPARE(cli.output, QByteArray());
}

void TestCliExec::refusesBadFiles()
{
    ScriptedServer server;
    CliProcess cli;
    cli.write(QStringLiteral("key"), "ak_hush\nak_hush\n");
    QCOMPARE(cli.run(words("exec A --api-key-file key")), 2);
    QVERIFY2(cli.errors.contains("The API key contains a line break."), cli.errors.constData());
    QVERIFY(!cli.errors.contains("ak_hush"));
    cli.write(QStringLiteral("input.json"), "{\"a\":\"caf\xE9\"}");
    QCOMPARE(cli.run(words("exec A --input @input.json")), 2);
    QVERIFY2(cli.errors.contains("column 10: the bytes here are not valid UTF-8"), cli.errors.constData());
    cli.setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush hush"));
    QCOMPARE(cli.run({QStringLiteral("exec"), QStringLiteral("A"), QStringLiteral("--base-url"), server.url()}), 2);
    QVERIFY2(cli.errors.contains("The API key contains a space"), cli.errors.constData());
    QCOMPARE(server.connections, 0);
}

void TestCliExec::endsWithTheRightCode_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("verdict");
    const auto row = [](const char *name, const char *status, const QByteArray &body, int code, const char *verdict,
                         const char *type = "application/json") {
        QTest::newRow(name) << QByteArray(status) << QByteArray(type) << body << code << QByteArray(verdict);
    };
    row("successful", "200 OK", goodAnswer, 0, "Successful (HTTP 200, ");
    row("white space stays", "200 OK", " {\"data\": {} ,\r\n\"successful\":true}\n\n", 0, "Successful");
    row("action refused", "200 OK", R"({"data":{},"successful":false,"error":"no such issue"})", 3,
        "The action said no: no such issue (");
    row("misspelt twin", "200 OK", R"({"data":{},"successfull":"false"})", 3, "The action said no: ");
    row("service refused", "401 Unauthorized", R"({"message":"Invalid API key"})", 4,
        "The service refused: Invalid API key (HTTP 401, ");
    row("v3 error", "404 Not Found", R"({"error":{"message":"None","suggested_fix":"Connect first"}})", 4,
        "Connect first");
    row("removed API", "410 Gone", R"({"error":{"message":"Gone"}})", 4, "The service refused: Gone");
    row("error page", "502 Bad Gateway", "<html><title>Bad Gateway</title></html>", 4,
        "The service refused: Bad Gateway", "text/html");
    row("web page", "200 OK", "<!doctype html><p>login", 5, "No usable answer: The answer is a web page", "text/html");
    row("empty", "200 OK", "", 5, "No usable answer: The service answered 200 with an empty body.");
    row("not UTF-8", "200 OK", "{\"data\":\"\xFF\"}", 5, "No usable answer: The answer is not valid JSON");
    row("NUL bytes", "200 OK", QByteArray("a\0b", 3), 5, "No usable answer");
    row("other JSON", "200 OK", "[1]", 5, "No usable answer: The answer is JSON, but not the answer of an execution");
}

void TestCliExec::endsWithTheRightCode()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(QByteArray, verdict);
    ScriptedServer server;
    server.answer(status, type, body);
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli)), code);
    QCOMPARE(cli.output, body);
    QVERIFY2(cli.errors.contains(verdict), cli.errors.constData());
    QCOMPARE(server.connections, 1);
}

void TestCliExec::namesWhatBrokeTheConnection_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<bool>("isSilent");
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("closed without an answer") << QByteArray() << false << QByteArray("connectionClosed");
    QTest::newRow("cut short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":") << false
                               << QByteArray("connectionClosed");
    QTest::newRow("silent") << QByteArray() << true << QByteArray("timedOut");
    QTest::newRow("redirect") << QByteArray("HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n")
                              << false << QByteArray("redirected");
}

void TestCliExec::namesWhatBrokeTheConnection()
{
    QFETCH(QByteArray, response);
    QFETCH(bool, isSilent);
    QFETCH(QByteArray, kind);
    ScriptedServer server;
    server.response = response;
    server.ending = isSilent ? ScriptedServer::Ending::StaySilent : ScriptedServer::Ending::Close;
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli, words("--timeout 1 --print report --path $.fault.kind"))), 5);
    QCOMPARE(cli.output, '"' + kind + "\"\n");
    QCOMPARE(server.connections, 1);

    const QStringList arguments = to(server, cli, words("--print report --path $.fault.kind"));
    server.close();
    QCOMPARE(cli.run(arguments), 5);
    QCOMPARE(cli.output, QByteArray("\"connectionRefused\"\n"));
}

void TestCliExec::blamesTheProxyThatIsNotThere_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("http") << QStringLiteral("http://service.invalid");
    QTest::newRow("https") << QStringLiteral("https://service.invalid");
}

void TestCliExec::blamesTheProxyThatIsNotThere()
{
    QFETCH(QString, url);
    CliProcess cli;
    cli.setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush_hush"));
    for (const char *name : {"http_proxy", "https_proxy"})
        cli.setEnvironment(QLatin1String(name), QStringLiteral("http://127.0.0.1:1"));
    QCOMPARE(cli.run({QStringLiteral("exec"), QStringLiteral("A"), QStringLiteral("--base-url"), url}), 5);
    QVERIFY2(cli.errors.contains("The proxy 127.0.0.1:1 on the way to service.invalid could not be reached."),
        cli.errors.constData());
    QVERIFY2(!cli.errors.contains("may have run"), cli.errors.constData());
}

void TestCliExec::sendsEveryField()
{
    ScriptedServer server;
    server.answer("200 OK", "application/json", goodAnswer);
    CliProcess cli;
    const QStringList fields = words(
        "--app github --entity default --account ca_1 --input {\"i\":1.10} --text t --system-prompt s "
        "--custom-description c --auth-config {\"parameters\":[]} --session-info {\"sessionId\":null} --tool-version latest");
    QCOMPARE(cli.run(to(server, cli, fields)), 0);
    QVERIFY2(server.head.startsWith("POST /api/v2/actions/SANDBOX_ECHO/execute HTTP/1.1\r\n"), server.head.constData());
    QVERIFY2(server.head.contains("x-api-key: ak_hush_hush\r\n"), server.head.constData());
    QByteArrayList members;
    const json::Document document = json::Document::parse(server.body);
    for (json::Value member = document.root().firstChild(); member.isValid(); member = member.nextSibling())
        members.append(member.key().toUtf8() + '=' + member.raw().toByteArray());
    std::sort(members.begin(), members.end());
    QCOMPARE(members.join(' '),
        QByteArray("appName=\"github\" authConfig={\"parameters\":[]} connectedAccountId=\"ca_1\" "
                   "customDescription=\"c\" entityId=\"default\" input={\"i\":1.10} sessionInfo={\"sessionId\":null} "
                   "systemPrompt=\"s\" text=\"t\" version=\"latest\""));
}

void TestCliExec::sendsInputByteForByte_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("numbers") << QByteArray("{\"a\":12345678901234567890,\"b\":1.10,\"c\":1e400,\"d\":-0}");
    QTest::newRow("duplicates, escapes, space") << QByteArray("{ \"\\u0041\":\"\\ud800\\/\",\n\t\"A\" : \"\u00e9\U0001F600\" }");
}

void TestCliExec::sendsInputByteForByte()
{
    QFETCH(QByteArray, input);
    ScriptedServer server;
    server.answer("200 OK", "application/json", goodAnswer);
    CliProcess cli;
    cli.write(QStringLiteral("input.json"), input);
    const QByteArray expected = "{\"input\":" + input + "}";
    QCOMPARE(cli.run(to(server, cli, {QStringLiteral("--input"), QString::fromUtf8(input)})), 0);
    QCOMPARE(server.body, expected);
    QCOMPARE(cli.run(to(server, cli, words("--input @input.json"))), 0);
    QCOMPARE(server.body, expected);
    QCOMPARE(cli.run(to(server, cli, words("--input -")), input), 0);
    QCOMPARE(server.body, expected);
}

void TestCliExec::saysWhatAVersionCannotCarry()
{
    ScriptedServer server;
    server.answer("200 OK", "application/json", goodAnswer);
    CliProcess cli;
    QStringList arguments = to(server, cli, words("--api v3.1 --app github --entity me --input {}"));
    arguments[arguments.indexOf(server.url())] += QStringLiteral("/api/v2");
    QCOMPARE(cli.run(arguments), 0);
    QVERIFY2(server.head.startsWith("POST /api/v3.1/tools/execute/SANDBOX_ECHO HTTP/1.1\r\n"), server.head.constData());
    QCOMPARE(server.body, QByteArray("{\"user_id\":\"me\",\"arguments\":{}}"));
    QVERIFY2(cli.errors.contains("appName is not sent: execute on v3.1 has no such field."), cli.errors.constData());
    QVERIFY2(cli.errors.contains("“/api/v2” was taken off the base URL"), cli.errors.constData());
}

void TestCliExec::takesTheKeyFromFileOrVariable()
{
    ScriptedServer server;
    server.answer("200 OK", "application/json", goodAnswer);
    CliProcess cli;
    cli.setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_from_variable"));
    QCOMPARE(cli.run({QStringLiteral("exec"), QStringLiteral("A"), QStringLiteral("--base-url"), server.url()}), 0);
    QVERIFY2(server.head.contains("x-api-key: ak_from_variable\r\n"), server.head.constData());
    QCOMPARE(cli.run(to(server, cli)), 0);
    QVERIFY2(server.head.contains("x-api-key: ak_hush_hush\r\n"), server.head.constData());
}

void TestCliExec::wantsAKey()
{
    ScriptedServer server;
    CliProcess cli;
    QCOMPARE(cli.run({QStringLiteral("exec"), QStringLiteral("A"), QStringLiteral("--base-url"), server.url()}), 2);
    QVERIFY2(cli.errors.contains("There is no API key for 127.0.0.1:"), cli.errors.constData());
    QVERIFY2(cli.errors.contains("--api-key-file"), cli.errors.constData());
    QCOMPARE(server.connections, 0);
}

void TestCliExec::usesANamedEnvironment()
{
    ScriptedServer server;
    server.answer("200 OK", "application/json", goodAnswer);
    CliProcess cli;
    const QString config = cli.folder.filePath(QStringLiteral("elsewhere"));
    {
        storage::Settings settings(config);
        settings.setEnvironments({{QStringLiteral("staging"), server.url(), api::ApiVersion::V3}});
        QVERIFY(settings.save());
    }
    cli.setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_staging"));
    QCOMPARE(cli.run({QStringLiteral("exec"), QStringLiteral("A"), QStringLiteral("--config"), config,
                 QStringLiteral("--env"), QStringLiteral("staging")}),
        0);
    QVERIFY2(server.head.startsWith("POST /api/v3/tools/execute/A HTTP/1.1\r\n"), server.head.constData());
    QVERIFY(QDir(config + QStringLiteral("/history")).exists());
}

void TestCliExec::saysThatTheSettingsAreDamaged()
{
    CliProcess cli;
    const QByteArray garbage("[preferences\n\xff\xfe no line of settings\n");
    const std::pair<const char *, int> runs[] = {
        {"exec SANDBOX_ECHO --config .", 0}, {"exec A --env mine --config .", 2}};
    for (const auto &[options, code] : runs) {
        cli.write(QStringLiteral("settings.ini"), garbage);
        QCOMPARE(cli.run(words(options)), code);
        QVERIFY2(cli.errors.contains("settings.ini could not be read. It was moved to "), cli.errors.constData());
    }
}

void TestCliExec::printsWhatIsAsked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("output");
    const auto row = [](const char *options, const QByteArray &body, const QByteArray &output) {
        QTest::newRow(options) << body << QString::fromUtf8(options) << output;
    };
    const QByteArray body = R"({"data":{"n":1.10,"list":[{"a":"x y"}, {"a":2}]},"successful":true})";
    row("--print body", body, body);
    row("--print data", body, "{\"n\":1.10,\"list\":[{\"a\":\"x y\"}, {\"a\":2}]}\n");
    row("--print pretty", R"({"data":{"n":1.10},"successful":true})",
        "{\n  \"data\": {\n    \"n\": 1.10\n  },\n  \"successful\": true\n}\n");
    row("--path $.data.n", body, "1.10\n");
    row("--path $..a", body, "\"x y\"\n2\n");
    row("--path $.data.list", body, "[{\"a\":\"x y\"},{\"a\":2}]\n");
    row("--print data --path $.n", body, "1.10\n");
    row("--path $.none", body, "");
    row("--print=report --path=$.verdict", body, "\"successful\"\n");
    row("--print data --quiet", R"({"successful":true})", "");
}

void TestCliExec::printsWhatIsAsked()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, options);
    QFETCH(QByteArray, output);
    ScriptedServer server;
    server.answer("200 OK", "application/json", body);
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli, options.split(QLatin1Char(' ')))), 0);
    QCOMPARE(cli.output, output);
    if (output.isEmpty())
        QVERIFY(!cli.errors.isEmpty());
}

void TestCliExec::printsAReport()
{
    ScriptedServer server;
    server.answer("404 Not Found", "application/json",
        R"({"error":{"message":"None for ak_hush_hush","code":1810,"slug":"X","suggested_fix":"Connect"}})");
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli, words("--print report --input {\"a\":1}"))), 4);
    const json::Document document = json::Document::parse(cli.output);
    QVERIFY2(document.isValid(), cli.output.constData());
    const json::Value report = document.root();
    QCOMPARE(report.member(u"verdict").toString(), QStringLiteral("serviceRefused"));
    QCOMPARE(report.member(u"status").toInteger(), std::optional<qint64>(404));
    QCOMPARE(report.member(u"exitCode").toInteger(), std::optional<qint64>(4));
    QCOMPARE(report.member(u"actionId").toString(), QStringLiteral("SANDBOX_ECHO"));
    QCOMPARE(report.member(u"requestId").toString(), QStringLiteral("from-service"));
    QCOMPARE(report.member(u"error").member(u"code").toString(), QStringLiteral("1810"));
    QVERIFY(report.member(u"fault").isNull());
    QVERIFY(report.member(u"timings").member(u"finished").toInteger().value_or(0) > 0);
    QCOMPARE(report.member(u"exchange").member(u"request").member(u"body").toString(),
        QStringLiteral("{\"input\":{\"a\":1}}"));
    QVERIFY(!report.member(u"historyId").toString().isEmpty());
    QVERIFY2(!cli.output.contains("ak_hush_hush"), cli.output.constData());
    QVERIFY2(!cli.errors.contains("ak_hush_hush"), cli.errors.constData());
}

void TestCliExec::aDryRunSendsNothing()
{
    ScriptedServer server;
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli, words("--dry-run --input {\"a\":1.10}"))), 0);
    const QByteArray expected = "POST " + server.url().toUtf8()
        + "/api/v2/actions/SANDBOX_ECHO/execute\nContent-Type: application/json\nAccept: application/json\n"
          "x-api-key: \u2039redacted:apiKey\u203a\n\n{\"input\":{\"a\":1.10}}";
    QCOMPARE(cli.output, expected);
    QCOMPARE(cli.run(to(server, cli, words("--dry-run --entity=--odd"))), 0);
    QVERIFY2(cli.output.contains(R"("entityId":"--odd")"), cli.output.constData());
    QCOMPARE(server.connections, 0);
    QVERIFY(!everythingBelow(cli.folder.path()).contains("SANDBOX_ECHO"));
}

void TestCliExec::strictRefusesWhatDoesNotFit_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const QString wait = QStringLiteral("exec SANDBOX_WAIT --strict --input -");
    QTest::newRow("fits") << wait << QByteArray("{\"milliseconds\": 1}") << 0 << QByteArray();
    QTest::newRow("wrong type, with its place")
        << wait << QByteArray("{\n  \"milliseconds\": \"1\"\n}") << 2
        << QByteArray("input:2:19: milliseconds must be of type integer, but is of type string.\n"
                      "The input does not fit the schema of SANDBOX_WAIT, so nothing was sent.\n");
    QTest::newRow("missing") << wait << QByteArray("{}") << 2 << QByteArray("input:1:1: milliseconds is required.\n");
    QTest::newRow("no input at all") << QStringLiteral("exec SANDBOX_WAIT --strict") << QByteArray() << 2
                                     << QByteArray("milliseconds is required.\n");
    QTest::newRow("an unknown name is told of and sent")
        << wait << QByteArray("{\"milliseconds\": 1, \"milisecond\": 2}") << 0
        << QByteArray("input:1:21: milisecond is not among the fields that the action knows.\n");
    QTest::newRow("a variable is plain text here")
        << wait << QByteArray("{\"milliseconds\": \"{{x}}\"}") << 2 << QByteArray("must be of type integer");
    QTest::newRow("a dry run is checked as well") << wait + QStringLiteral(" --dry-run") << QByteArray("{}") << 2
                                                  << QByteArray("milliseconds is required.\n");
    QTest::newRow("an action that is not there")
        << QStringLiteral("exec SANDBOX_NONE --strict --input -") << QByteArray("{}") << 4
        << QByteArray("There is no action SANDBOX_NONE on sandbox, so nothing was sent.\n"
                      "“actionscope-cli actions search” finds actions by words.\n");
    QTest::newRow("without --strict the service says it")
        << QStringLiteral("exec SANDBOX_WAIT --input -") << QByteArray("{}") << 4 << QByteArray("");
}

void TestCliExec::strictRefusesWhatDoesNotFit()
{
    QFETCH(const QString, arguments);
    QFETCH(const QByteArray, input);
    QFETCH(const int, code);
    QFETCH(const QByteArray, said);
    CliProcess cli;
    const int ended = cli.run(words(qPrintable(arguments)), input);
    QVERIFY2(ended == code, cli.errors.constData());
    QVERIFY2(cli.errors.contains(said), cli.errors.constData());
    if (arguments.contains(QLatin1String("--strict")) && code != 0)
        QVERIFY(cli.output.isEmpty());
}

void TestCliExec::strictSendsNothingButTheQuestion()
{
    ScriptedServer server;
    server.answer("200 OK", "application/json",
        R"({"name":"SANDBOX_ECHO","parameters":{"type":"object","properties":{"n":{"type":"integer"}}},"response":{}})");
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli, words("--strict --input {\"n\":\"1\"}"))), 2);
    QVERIFY2(cli.errors.contains("input:1:6: n must be of type integer"), cli.errors.constData());
    QCOMPARE(server.connections, 1);
    QVERIFY(server.head.startsWith("GET /api/v2/actions/SANDBOX_ECHO "));
}

void TestCliExec::strictRefusesWhatCannotBeHeld_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QByteArray &schema, const char *said) {
        QTest::newRow(name) << schema << QByteArray(said);
    };
    row("a $ref loop", R"({"properties":{"n":{"$ref":"#/definitions/a"}},"definitions":{"a":{"$ref":"#/definitions/a"}}})",
        "$ref #/definitions/a leads in a circle.");
    row("a $ref to nowhere", R"({"properties":{"n":{"$ref":"#/definitions/none"}}})", "$ref #/definitions/none leads nowhere.");
    row("an unknown type", R"({"properties":{"n":{"type":"strng"}}})", "The type \"strng\" is unknown.");
    row("a rule that is not held", R"({"patternProperties":{"^n":{"type":"string"}}})", "patternProperties is not checked.");
    QByteArray deep = R"({"type":"string"})";
    for (int level = 0; level < 70; ++level)
        deep = R"({"properties":{"n":)" + deep + "}}";
    row("nested too deep", deep, "The schema is nested deeper than 64 levels");
}

void TestCliExec::strictRefusesWhatCannotBeHeld()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, said);
    ScriptedServer server;
    server.answer("200 OK", "application/json", R"({"name":"SANDBOX_ECHO","parameters":)" + schema + R"(,"response":{}})");
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli, words("--strict --input {\"m\":1}"))), 2);
    QVERIFY2(cli.errors.contains("The schema was not held as a whole: " + said), cli.errors.constData());
    QVERIFY2(cli.errors.endsWith("The input could not be held against the whole schema of SANDBOX_ECHO, so nothing was sent.\n"
                                 "Leave out --strict to send it, where the input is right as it stands.\n"),
        cli.errors.constData());
    QVERIFY(cli.output.isEmpty());
    QCOMPARE(server.connections, 1);
}

void TestCliExec::writesTheHistoryWithoutTheKey()
{
    ScriptedServer server;
    server.answer("200 OK", "application/json", R"({"data":{"echo":"ak_hush_hush"},"successful":true})");
    CliProcess cli;
    const QStringList secrets = words(
        "--no-history --auth-config {\"parameters\":[{\"name\":\"k\",\"in\":\"header\",\"value\":\"very_hush\"}]}");
    QCOMPARE(cli.run(to(server, cli, secrets)), 0);
    QVERIFY(!everythingBelow(cli.folder.path()).contains("SANDBOX_ECHO"));
    QCOMPARE(cli.run(to(server, cli, secrets.sliced(1))), 0);
    QVERIFY2(cli.output.contains("ak_hush_hush"), "what came is what is printed");
    QVERIFY(QFile::remove(cli.folder.filePath(QStringLiteral("key"))));
    const QByteArray kept = everythingBelow(cli.folder.path());
    QVERIFY(kept.contains("SANDBOX_ECHO"));
    QVERIFY(!kept.contains("ak_hush_hush"));
    QVERIFY(!kept.contains("very_hush"));
}

void TestCliExec::staysQuietAndColoredAsAsked()
{
    ScriptedServer server;
    server.answer("200 OK", "application/json", goodAnswer);
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli, words("--quiet"))), 0);
    QCOMPARE(cli.errors, QByteArray());
    QCOMPARE(cli.run(to(server, cli)), 0);
    QVERIFY2(!cli.errors.contains('\033'), cli.errors.constData());
    QCOMPARE(cli.run(to(server, cli, words("--color always"))), 0);
    QVERIFY2(cli.errors.startsWith("\033[32mSuccessful"), cli.errors.constData());
    QCOMPARE(cli.output, QByteArray(goodAnswer));
}

void TestCliExec::keepsControlCharactersFromTheTerminal()
{
    ScriptedServer server;
    server.answer("200 OK", "application/json", R"({"successful":false,"error":"a\u001b[2Jb\r\nc"})");
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli)), 3);
    QVERIFY2(!cli.errors.contains('\033') && !cli.errors.contains('\r'), cli.errors.constData());
    QVERIFY2(!cli.errors.contains("\nc"), cli.errors.constData()); // a line of the service's own making
}

void TestCliExec::cancelsOnInterrupt_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("asked to end") << SIGTERM;
    QTest::newRow("the terminal closes") << SIGHUP;
}

void TestCliExec::cancelsOnInterrupt()
{
    QFETCH(int, signal);
    ScriptedServer server;
    server.ending = ScriptedServer::Ending::StaySilent;
    CliProcess cli;
    cli.start(to(server, cli));
    QVERIFY(QTest::qWaitFor([&] { return !server.body.isEmpty(); }, 30'000));
    cli.signal(signal);
    QCOMPARE(cli.finish(), 130);
    QCOMPARE(cli.output, QByteArray());
    QVERIFY2(cli.errors.contains("Cancelled"), cli.errors.constData());
    QVERIFY2(cli.errors.contains("The request had already left, so the action may have run."), cli.errors.constData());
    QVERIFY(everythingBelow(cli.folder.path()).contains("SANDBOX_ECHO"));
}

void TestCliExec::bearsClosedStreams()
{
    const auto shell = [](const QString &line) {
        QProcess process;
        process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line, QStringLiteral(ACTIONSCOPE_CLI)});
        process.waitForFinished();
        return std::pair(process.exitCode(), process.readAllStandardError());
    };
    // What is printed must not end up in whatever was opened next, so the system has to name the stream itself.
    const auto [unwritten, errors] = shell(QStringLiteral("\"$0\" exec SANDBOX_ECHO --no-history >&-"));
    QCOMPARE(unwritten, 5);
    QVERIFY2(errors.contains(strerror(EBADF)), errors.constData());
    const auto [unread, why] = shell(QStringLiteral("\"$0\" exec SANDBOX_ECHO --no-history --input - <&-"));
    QCOMPARE(unread, 2);
    QVERIFY2(why.contains("Standard input could not be read"), why.constData());
}

QTEST_GUILESS_MAIN(TestCliExec)
#include "tst_cli_exec.moc"
