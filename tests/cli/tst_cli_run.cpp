// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/storage/settings.h"
#include "tests/cli/cliprocess.h"
#include "tests/cli/scriptedserver.h"

#include <QTest>

#include <sys/resource.h>

using namespace actionscope;
using tests::CliProcess;
using tests::ScriptedServer;

// `run` as a script meets it.
class TestCliRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsACollectionOnTheSandbox();
    void tellsFailuresLast();
    void exitsWithTheHighestClass_data();
    void exitsWithTheHighestClass();
    void sendsNothingOnBadUsage_data();
    void sendsNothingOnBadUsage();
    void usesTheCollectionsEnvironment();
    void secretsReachTheServiceAndNothingElse();
    void protectedEnvironmentsWantConsent();
    void interruptedItReportsWhatIsDone();
    void writesReports();
    void goesOnWithoutRoomForResults();
    void shardsAndMerges();
    void runsAgainWhatFailedAndCompares();
    void printsAMatrix();
    void checksTheActionsSchema();
    void updatesSnapshots();
    void checksTheRequestsThemselves();
    void isPlainWhenPiped();
    void showsProgressOnATerminal();
    void aLongRunTakesNoMoreMemory();

private:
    void add(const QString &name, const QByteArray &json)
    {
        const QString path = m_cli->folder.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
        QVERIFY(!m_cli->write(name, json).isEmpty());
    }
    int run(const QStringList &words) { return m_cli->run(QStringList {QStringLiteral("run")} + words); }
    QByteArray read(const QString &name) const
    {
        QFile file(m_cli->folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<CliProcess> m_cli;
};

namespace {

constexpr char echo[] = R"({"actionscope":1,"actionId":"SANDBOX_ECHO","input":{"n":"{{n}}"},)"
                        R"("expect":[{"path":"$.data.input.n","is":"integer"}],"capture":{"got":"$.data.input.n"},"tags":["smoke"]})";
constexpr char use[] = R"({"actionscope":1,"actionId":"SANDBOX_ECHO","input":{"n":"{{got}}"},)"
                       R"("expect":[{"path":"$.data.input.n","equals":12345678901234567890}]})";

} // namespace

void TestCliRun::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_server->answer("200 OK", "application/json", R"({"data":{},"successful":true,"error":null})");
    m_cli = std::make_unique<CliProcess>();
    add(QStringLiteral("c/collection.json"),
        R"({"actionscope":1,"name":"Smoke","variables":{"n":12345678901234567890},"order":["use","make"]})");
    add(QStringLiteral("c/use.action.json"), use);
    add(QStringLiteral("c/make.action.json"), echo);
}

void TestCliRun::runsACollectionOnTheSandbox()
{
    QCOMPARE(run({QStringLiteral("c")}), 0);
    QVERIFY2(m_cli->output.contains("✓ make") && m_cli->output.contains("✓ use"), m_cli->output.constData());
    QVERIFY(m_cli->output.indexOf("make") < m_cli->output.indexOf("use"));
    QVERIFY2(m_cli->output.contains("2 of 2 passed in "), m_cli->output.constData());
    QVERIFY2(m_cli->errors.isEmpty(), m_cli->errors.constData());
    QCOMPARE(run({QStringLiteral("c/make.action.json"), QStringLiteral("--quiet")}), 0);
    QVERIFY2(m_cli->output.contains("1 of 1 passed"), m_cli->output.constData());
    QCOMPARE(run({QStringLiteral("c"), QStringLiteral("--tag"), QStringLiteral("smoke")}), 0);
    QVERIFY2(m_cli->output.contains("1 of 1 passed"), m_cli->output.constData());
}

void TestCliRun::tellsFailuresLast()
{
    QCOMPARE(run({QStringLiteral("c"), QStringLiteral("--var"), QStringLiteral("n=seven")}), 1);
    QVERIFY2(m_cli->output.contains("Expected: $.data.input.n is an integer. Found: \"seven\"."), m_cli->output.constData());
    QCOMPARE(m_cli->output.count("✗ use"), 2);
    QVERIFY(m_cli->output.lastIndexOf("✗ use") > m_cli->output.indexOf("\n\n"));
    QCOMPARE(run({QStringLiteral("c"), QStringLiteral("--var"), QStringLiteral("n:=12345678901234567890")}), 0);
}

void TestCliRun::exitsWithTheHighestClass_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    QTest::newRow("expectation") << QByteArray(R"({"actionId":"SANDBOX_ECHO","expect":[{"status":201}]})") << 1;
    QTest::newRow("undefined") << QByteArray(R"({"actionId":"SANDBOX_ECHO","input":{"a":"{{nowhere}}"}})") << 2;
    QTest::newRow("not JSON") << QByteArray(R"({"actionId":)") << 2;
    QTest::newRow("says no") << QByteArray(R"({"actionId":"SANDBOX_FAIL","input":{"message":"no"}})") << 3;
    QTest::newRow("refused") << QByteArray(R"({"actionId":"NO_SUCH_ACTION","input":{}})") << 4;
    QTest::newRow("no answer") << QByteArray(R"({"actionId":"SANDBOX_WAIT","input":{"milliseconds":60000},"timeout":1})") << 5;
}

void TestCliRun::exitsWithTheHighestClass()
{
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    add(QStringLiteral("c/odd.action.json"), json);
    QCOMPARE(run({QStringLiteral("c")}), code);
    QVERIFY2(m_cli->output.contains("2 of 3 passed"), m_cli->output.constData());
    QVERIFY2(m_cli->output.contains("odd.action.json"), m_cli->output.constData());
}

void TestCliRun::sendsNothingOnBadUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("complaint");
    const auto row = [](const char *name, const char *words, const char *complaint) {
        QTest::newRow(name) << QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts) << QByteArray(complaint);
    };
    row("nothing", "", "There is nothing to run.");
    row("absent", "nowhere", "There is no file or folder nowhere.");
    row("empty folder", "empty", "There is no saved request");
    row("shard out of range", "c --shard 4/3", "There is no shard 4 of 3");
    row("shard in words", "c --shard one", "is no shard");
    row("no jobs", "c --jobs 0", "--jobs");
    row("no row that can be used", "c --data ragged.csv", "ragged.csv, line 2: this row has another number of fields (1)");
    row("no row", "c --data empty.json", "The list in empty.json is empty");
    row("column twice", "c --each entity=a,b,a", "“entity=a,b,a” names “a” more than once");
    row("data by another name", "c --data data.txt", "neither in .csv");
    row("no data", "c --data absent.csv", "absent.csv");
    row("report nowhere", "c --report junit=/proc/x.xml", "The report /proc/x.xml cannot be written");
    row("report in no folder", "c --report junit=typo/deep/x.xml", "cannot be written: there is no folder ");
    row("report below a file", "c --report html=ragged.csv/x.html", "cannot be written");
    row("unknown report", "c --report pdf=x", "is no report");
    row("same report twice", "c --report html=x --report json=x", "Two reports cannot both be written to x.");
    row("variable without a value", "c --var a", "sets no variable");
    row("variable not JSON", "c --var a:=x", "is not JSON");
    row("one column", "c --each entity=a", "names no columns");
    row("unknown columns", "c --each user=a,b", "names no columns");
    row("unknown environment in a matrix", "c --each env=sandbox,none", "There is no environment");
    row("no such tag", "c --tag none", "No request has the tag none.");
    row("unknown environment", "c --env none", "There is no environment");
    row("broken environment", "c --env broken", "environments/broken.json");
}

void TestCliRun::sendsNothingOnBadUsage()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, complaint);
    QVERIFY(QDir(m_cli->folder.path()).mkpath(QStringLiteral("empty")));
    add(QStringLiteral("ragged.csv"), "a,b\n3\n");
    add(QStringLiteral("empty.json"), "[]");
    add(QStringLiteral("data.txt"), "a\n1\n");
    add(QStringLiteral("c/environments/broken.json"), "{\"baseUrl\": ");
    if (!words.contains(QStringLiteral("--env")))
        words += {QStringLiteral("--base-url"), m_server->url()};
    QCOMPARE(run(words), 2);
    QVERIFY2(m_cli->errors.contains(complaint), m_cli->errors.constData());
    QVERIFY(m_cli->output.isEmpty());
    QCOMPARE(m_server->connections, 0);
}

void TestCliRun::usesTheCollectionsEnvironment()
{
    add(QStringLiteral("c/environments/ci.json"),
        "{\"baseUrl\":\"" + m_server->url().toUtf8() + R"(/{{stage}}","api":"v2","variables":{"stage":"blue","n":7}})");
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    QCOMPARE(run({QStringLiteral("c/make.action.json"), QStringLiteral("--env"), QStringLiteral("ci")}), 1);
    QCOMPARE(m_server->connections, 1);
    QVERIFY2(m_server->head.startsWith("POST /blue/api/v2/actions/SANDBOX_ECHO/execute "), m_server->head.constData());
    QVERIFY2(m_server->body.contains("\"n\":7"), m_server->body.constData());
}

void TestCliRun::secretsReachTheServiceAndNothingElse()
{
    add(QStringLiteral("c/environments/ci.json"),
        "{\"baseUrl\":\"" + m_server->url().toUtf8() + R"(","api":"v2","secrets":["apiKey","TOKEN"]})");
    add(QStringLiteral("c/leak.action.json"),
        R"({"actionId":"SANDBOX_ECHO","input":{"t":"{{TOKEN}}"},"expect":[{"path":"$.data","equals":"{{TOKEN}}"}]})");
    m_server->answer("200 OK", "application/json", R"({"data":"tok-0123 ak_hush-1","successful":true})");
    m_cli->setEnvironment(QStringLiteral("ACTIONSCOPE_SECRET_TOKEN"), QStringLiteral("tok-0123"));
    m_cli->setEnvironment(QStringLiteral("ACTIONSCOPE_SECRET_apiKey"), QStringLiteral("ak_hush-1"));
    QCOMPARE(run({QStringLiteral("c/leak.action.json"), QStringLiteral("--env"), QStringLiteral("ci"), QStringLiteral("--report"),
                 QStringLiteral("json=r.json"), QStringLiteral("--report"), QStringLiteral("html=r.html"),
                 QStringLiteral("--report"), QStringLiteral("junit=r.xml")}),
        1);
    QVERIFY2(m_server->body.contains("tok-0123"), m_server->body.constData());
    QVERIFY2(m_server->head.contains("ak_hush-1"), m_server->head.constData());
    for (const QByteArray &text : {m_cli->output, m_cli->errors, read(QStringLiteral("r.json")), read(QStringLiteral("r.html")), read(QStringLiteral("r.xml"))}) {
        QVERIFY2(!text.contains("tok-0123"), text.constData());
        QVERIFY2(!text.contains("ak_hush-1"), text.constData());
    }
    QVERIFY(read(QStringLiteral("r.json")).contains("‹redacted:TOKEN›"));
}

void TestCliRun::protectedEnvironmentsWantConsent()
{
    const QString config = m_cli->folder.filePath(QStringLiteral("config"));
    storage::Settings settings(config);
    settings.setEnvironments({{QStringLiteral("PRODUCTION"), m_server->url(), api::ApiVersion::V31, false, true}});
    QVERIFY(settings.save());
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    add(QStringLiteral("c/send.action.json"), R"({"actionId":"GMAIL_SEND_EMAIL","entityId":"bob","input":{}})");
    add(QStringLiteral("c/read.action.json"), R"({"actionId":"GMAIL_FETCH_EMAILS","input":{}})");
    const QStringList where {QStringLiteral("--config"), config, QStringLiteral("--env"), QStringLiteral("PRODUCTION")};
    QCOMPARE(run(QStringList {QStringLiteral("c/send.action.json"), QStringLiteral("c/read.action.json")} + where), 2);
    QCOMPARE(m_server->connections, 0);
    QVERIFY2(m_cli->errors.contains("send.action.json: GMAIL_SEND_EMAIL sends something as the entity “bob”"), m_cli->errors.constData());
    QVERIFY2(!m_cli->errors.contains("GMAIL_FETCH_EMAILS"), m_cli->errors.constData());
    QVERIFY2(m_cli->errors.contains("--yes"), m_cli->errors.constData());
    QCOMPARE(run(QStringList {QStringLiteral("c/read.action.json")} + where), 0);
    QCOMPARE(run(QStringList {QStringLiteral("c/send.action.json"), QStringLiteral("--yes")} + where), 0);
    QCOMPARE(m_server->connections, 2);
}

void TestCliRun::interruptedItReportsWhatIsDone()
{
    add(QStringLiteral("w/a.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{}})");
    add(QStringLiteral("w/b.action.json"), R"({"actionId":"SANDBOX_WAIT","input":{"milliseconds":60000}})");
    add(QStringLiteral("w/c.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{}})");
    m_cli->start({QStringLiteral("run"), QStringLiteral("w"), QStringLiteral("--report"), QStringLiteral("json=r.json")});
    QVERIFY(m_cli->waitForOutput("✓ a"));
    m_cli->signal(SIGINT);
    QCOMPARE(m_cli->finish(), 130);
    QVERIFY2(m_cli->output.contains("1 of 3 passed, 1 cancelled, 1 never begun"), m_cli->output.constData());
    const auto report = json::Document::parse(read(QStringLiteral("r.json")));
    QVERIFY(report.isValid());
    QCOMPARE(report.root().member(u"results").count(), 2);
    QCOMPARE(report.root().member(u"summary").member(u"isStopped").toBool(), true);
}

void TestCliRun::writesReports()
{
    QVERIFY(QDir(m_cli->folder.path()).mkpath(QStringLiteral("out")));
    QCOMPARE(run({QStringLiteral("c"), QStringLiteral("--report"), QStringLiteral("junit=out/r.xml"), QStringLiteral("--report"),
                 QStringLiteral("html=out/r.html"), QStringLiteral("--report"), QStringLiteral("json=-")}),
        0);
    const auto report = json::Document::parse(m_cli->output); // and nothing but the report
    QVERIFY2(report.isValid(), m_cli->output.constData());
    QCOMPARE(report.root().member(u"summary").member(u"passed").toInteger(), 2);
    QVERIFY2(m_cli->errors.contains("2 of 2 passed"), m_cli->errors.constData());
    QVERIFY(read(QStringLiteral("out/r.xml")).contains("<testsuite name=\"Smoke\" tests=\"2\""));
    QVERIFY(read(QStringLiteral("out/r.html")).contains("<title>Smoke</title>"));
}

void TestCliRun::goesOnWithoutRoomForResults()
{
    QProcess limited; // files of 32 kB at most
    limited.setWorkingDirectory(m_cli->folder.path());
    limited.start(QStringLiteral("bash"),
        {QStringLiteral("-c"), QStringLiteral("ulimit -f 32; exec " ACTIONSCOPE_CLI " run c/make.action.json --repeat 400 --report json=r.json")});
    QVERIFY(QTest::qWaitFor([&] { return limited.state() == QProcess::NotRunning; }, 30'000));
    const QByteArray errors = limited.readAllStandardError();
    QCOMPARE(limited.exitStatus(), QProcess::NormalExit);
    QCOMPARE(limited.exitCode(), 5);
    QVERIFY2(limited.readAllStandardOutput().contains("400 of 400 passed"), errors.constData());
    QVERIFY2(errors.contains("The results could not be kept: File too large"), errors.constData());
    QVERIFY2(errors.contains("No report was written"), errors.constData());
    QVERIFY(read(QStringLiteral("r.json")).isEmpty());
}

void TestCliRun::shardsAndMerges()
{
    for (int i = 0; i < 9; ++i)
        add(QStringLiteral("s/r%1.action.json").arg(i), R"({"actionId":"SANDBOX_ECHO","input":{}})");
    add(QStringLiteral("s/no.action.json"), R"({"actionId":"SANDBOX_FAIL","input":{}})");
    QStringList parts;
    int highest = 0;
    for (int i = 1; i <= 3; ++i) {
        parts.append(QStringLiteral("part%1.json").arg(i));
        highest = std::max(highest, run({QStringLiteral("s"), QStringLiteral("--shard"), QStringLiteral("%1/3").arg(i),
                                        QStringLiteral("--report"), QStringLiteral("json=") + parts.last()}));
    }
    QCOMPARE(highest, 3);
    QCOMPARE(m_cli->run(QStringList {QStringLiteral("report"), QStringLiteral("merge")} + parts
                 + QStringList {QStringLiteral("--report"), QStringLiteral("json=all.json"), QStringLiteral("--report"),
                     QStringLiteral("html=all.html"), QStringLiteral("--report"), QStringLiteral("junit=all.xml")}),
        3);
    QVERIFY2(m_cli->errors.contains("9 of 10 passed, 1 failed"), m_cli->errors.constData());
    const auto report = json::Document::parse(read(QStringLiteral("all.json")));
    QStringList names;
    for (json::Value one = report.root().member(u"results").firstChild(); one.isValid(); one = one.nextSibling())
        names.append(one.member(u"name").toString());
    names.sort();
    QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("no r0 r1 r2 r3 r4 r5 r6 r7 r8"));
    QCOMPARE(m_cli->run({QStringLiteral("report"), QStringLiteral("merge"), QStringLiteral("absent.json")}), 2);
    // A machine that never came back is no success.
    QCOMPARE(m_cli->run({QStringLiteral("report"), QStringLiteral("merge"), parts[0], parts[2]}), 5);
    QVERIFY2(m_cli->errors.contains("there is no part of the shard 2/3"), m_cli->errors.constData());
}

void TestCliRun::runsAgainWhatFailedAndCompares()
{
    add(QStringLiteral("s/good.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{}})");
    add(QStringLiteral("s/bad.action.json"), R"({"actionId":"SANDBOX_FAIL","input":{"message":"no"}})");
    add(QStringLiteral("s/worse.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{"a":1}})");
    const auto report = [](const char *name) {
        return QStringList {QStringLiteral("--report"), QStringLiteral("json=%1").arg(QLatin1String(name))};
    };
    QCOMPARE(run(QStringList {QStringLiteral("s")} + report("old.json")), 3);
    add(QStringLiteral("s/bad.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{}})");
    QCOMPARE(run({QStringLiteral("s"), QStringLiteral("--failed-in"), QStringLiteral("old.json")}), 0);
    QVERIFY2(m_cli->output.contains("1 of 1 passed"), m_cli->output.constData());
    QVERIFY2(m_cli->output.contains("✓ bad"), m_cli->output.constData());

    add(QStringLiteral("s/worse.action.json"), R"({"actionId":"SANDBOX_FAIL","input":{"message":"not today"}})");
    add(QStringLiteral("s/new.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{}})");
    QVERIFY(QFile::remove(m_cli->folder.filePath(QStringLiteral("s/good.action.json"))));
    QCOMPARE(run(QStringList {QStringLiteral("s")} + report("new.json")), 3);
    QCOMPARE(m_cli->run({QStringLiteral("report"), QStringLiteral("compare"), QStringLiteral("old.json"), QStringLiteral("new.json")}), 1);
    QCOMPARE(m_cli->output,
        QByteArray("worse: newly fails. The action said no: not today\nbad: passes again.\nnew: is new and passes.\ngood: was not run.\n"));
    QVERIFY2(m_cli->errors.contains("Unchanged: 0. Changed: 4. Newly failing: 1."), m_cli->errors.constData());
    QCOMPARE(m_cli->run({QStringLiteral("report"), QStringLiteral("compare"), QStringLiteral("new.json"), QStringLiteral("new.json")}), 0);
    QCOMPARE(m_cli->run({QStringLiteral("report"), QStringLiteral("compare"), QStringLiteral("new.json")}), 2);
}

void TestCliRun::printsAMatrix()
{
    add(QStringLiteral("m/list.action.json"),
        R"({"actionId":"GITHUB_LIST_REPOSITORY_ISSUES","input":{"owner":"octocat","repo":"Hello-World"}})");
    QCOMPARE(run({QStringLiteral("m"), QStringLiteral("--each"), QStringLiteral("entity=default,expired-user,pg-test-00000000")}), 4);
    QVERIFY2(m_cli->output.endsWith("\nRequest           default  expired-user  pg-test-00000000\n"
                                    "list.action.json  ✓        ✗ 400 ◂       ✓\n"),
        m_cli->output.constData());

    m_server->answer("200 OK", "application/json", R"({"data":{},"successful":false,"error":"not here"})");
    add(QStringLiteral("m/environments/ci.json"), "{\"baseUrl\":\"" + m_server->url().toUtf8() + R"(","api":"v2","secrets":["apiKey"]})");
    m_cli->setEnvironment(QStringLiteral("ACTIONSCOPE_SECRET_apiKey"), QStringLiteral("ak_hush-1"));
    QCOMPARE(run({QStringLiteral("m"), QStringLiteral("--each"), QStringLiteral("env=sandbox,ci"), QStringLiteral("--report"), QStringLiteral("json=r.json")}), 3);
    QVERIFY2(m_cli->output.contains("Request           sandbox  ci\nlist.action.json  ✓        ✗\n"), m_cli->output.constData());
    QCOMPARE(m_server->connections, 1);
    QVERIFY2(m_server->head.contains("ak_hush-1"), m_server->head.constData());
    QVERIFY(read(QStringLiteral("r.json")).contains("\"variant\":\"ci\""));
}

void TestCliRun::checksTheActionsSchema()
{
    add(QStringLiteral("s/fits.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{"a":1},"expect":[{"schema":"response"}]})");
    QCOMPARE(run({QStringLiteral("s")}), 0);
    QVERIFY2(m_cli->output.contains("1 of 1 passed"), m_cli->output.constData());
}

void TestCliRun::updatesSnapshots()
{
    add(QStringLiteral("s/kept.action.json"),
        R"({"actionId":"SANDBOX_ECHO","input":{"a":"{{a}}"},"expect":[{"path":"$.data.input","unchangedSince":"kept.json"}]})");
    const QStringList words {QStringLiteral("s"), QStringLiteral("--var"), QStringLiteral("a=1")};
    QCOMPARE(run(words), 1);
    const int written = run(words + QStringList {QStringLiteral("--update-snapshots")});
    QVERIFY2(written == 0, m_cli->output.constData());
    QCOMPARE(read(QStringLiteral("s/kept.json")), QByteArray("{\n  \"a\": \"1\"\n}\n"));
    QCOMPARE(run(words), 0);
    QCOMPARE(run({QStringLiteral("s"), QStringLiteral("--var"), QStringLiteral("a=2")}), 1);
    QVERIFY2(m_cli->output.contains("$.a was \"1\" and is \"2\""), m_cli->output.constData());
}

void TestCliRun::checksTheRequestsThemselves()
{
    QCOMPARE(run({QStringLiteral("c"), QStringLiteral("--check")}), 0);
    QVERIFY2(m_cli->output.contains("Requests: 2. Errors: 0. Warnings: 0."), m_cli->output.constData());
    add(QStringLiteral("c/dead.action.json"), R"({"actionId":"SANDBOX_GONE","input":{"t":"{{nowhere}}"}})");
    QCOMPARE(run({QStringLiteral("c"), QStringLiteral("--check"), QStringLiteral("--report"), QStringLiteral("junit=r.xml")}), 1);
    QVERIFY2(m_cli->output.contains("dead.action.json\n  ✗ Line 1, column 13: The service has no action SANDBOX_GONE. Its answer: There is no action"), m_cli->output.constData());
    QVERIFY2(read(QStringLiteral("r.xml")).contains(" type=\"deadAction\""), read(QStringLiteral("r.xml")).constData());
    QVERIFY2(read(QStringLiteral("r.xml")).contains("\n! dead.action.json:1:1: It expects nothing but success"), read(QStringLiteral("r.xml")).constData());
    QVERIFY2(m_cli->output.contains("Requests: 3. Errors: 2. Warnings: 1."), m_cli->output.constData());
    QVERIFY2(read(QStringLiteral("r.xml")).contains("failures=\"1\""), read(QStringLiteral("r.xml")).constData());
    QVERIFY2(read(QStringLiteral("r.xml")).contains("✗ dead.action.json:1:42: {{nowhere}} is not set anywhere."),
        read(QStringLiteral("r.xml")).constData());
    QCOMPARE(run({QStringLiteral("c"), QStringLiteral("--check"), QStringLiteral("--report"), QStringLiteral("json=r.json")}), 1);
    QVERIFY2(read(QStringLiteral("r.json")).contains("\"line\":1,\"column\":42"), read(QStringLiteral("r.json")).constData());

    add(QStringLiteral("s/wait.action.json"), R"({"actionId":"SANDBOX_WAIT","input":{"milliseconds":1},"expect":[{"status":200}]})");
    QCOMPARE(run({QStringLiteral("s"), QStringLiteral("--check"), QStringLiteral("--remember-schemas")}), 0);
    QVERIFY2(read(QStringLiteral("s/wait.action.json")).contains("\"milliseconds\""), "");
    QVERIFY2(read(QStringLiteral("s/wait.action.json")).contains("\"fields\""), read(QStringLiteral("s/wait.action.json")).constData());
    QCOMPARE(run({QStringLiteral("s")}), 0);
}

void TestCliRun::isPlainWhenPiped()
{
    run({QStringLiteral("c"), QStringLiteral("--var"), QStringLiteral("n=x")});
    QVERIFY(!m_cli->output.contains('\x1b') && !m_cli->output.contains('\r'));
    QVERIFY(!m_cli->errors.contains('\x1b') && !m_cli->errors.contains('\r'));
    run({QStringLiteral("c"), QStringLiteral("--color"), QStringLiteral("always")});
    QVERIFY(m_cli->output.contains("\x1b[32m✓ make"));
}

void TestCliRun::showsProgressOnATerminal()
{
    for (int i = 0; i < 4; ++i)
        add(QStringLiteral("w/w%1.action.json").arg(i), R"({"actionId":"SANDBOX_WAIT","input":{"milliseconds":300}})");
    QProcess terminal; // script(1) gives its command one
    terminal.setWorkingDirectory(m_cli->folder.path());
    terminal.start(QStringLiteral("script"), {QStringLiteral("-qefc"), QStringLiteral(ACTIONSCOPE_CLI " run w"), QStringLiteral("/dev/null")});
    QVERIFY(QTest::qWaitFor([&] { return terminal.state() == QProcess::NotRunning; }, 30'000));
    const QByteArray shown = terminal.readAll();
    QCOMPARE(terminal.exitCode(), 0);
    QVERIFY2(shown.contains("\r\033[K") && shown.contains("of 4 · "), shown.constData());
    QVERIFY2(shown.contains("\033[32m✓ w0"), shown.constData());
    QVERIFY2(shown.trimmed().contains("4 of 4 passed"), shown.constData());
}

// The highest memory of all processes this test has waited for.
void TestCliRun::aLongRunTakesNoMoreMemory()
{
    const auto highest = [] {
        rusage usage {};
        return ::getrusage(RUSAGE_CHILDREN, &usage) == 0 ? usage.ru_maxrss : 0; // kilobytes
    };
    add(QStringLiteral("s/one.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{"n":1},"expect":[{"status":200}]})");
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    m_server->response.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    const auto repeat = [&](int times) {
        return run({QStringLiteral("s"), QStringLiteral("--quiet"), QStringLiteral("--jobs"), QStringLiteral("6"), QStringLiteral("--base-url"),
            m_server->url(), QStringLiteral("--report"), QStringLiteral("json=r.json"), QStringLiteral("--report"), QStringLiteral("html=r.html"),
            QStringLiteral("--report"), QStringLiteral("junit=r.xml"), QStringLiteral("--repeat"), QString::number(times)});
    };
    QCOMPARE(repeat(100), 0);
    const long before = highest();
    QCOMPARE(repeat(2000), 0);
    QVERIFY2(m_cli->output.contains("2000 of 2000 passed"), m_cli->output.constData());
    QVERIFY(before > 0);
    QVERIFY2(highest() - before < 1000, qPrintable(QStringLiteral("%1 kB more").arg(highest() - before)));
}

QTEST_GUILESS_MAIN(TestCliRun)
#include "tst_cli_run.moc"
