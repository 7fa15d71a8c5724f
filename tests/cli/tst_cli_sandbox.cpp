// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "tests/cli/cliprocess.h"

#include <QDir>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using tests::CliProcess;

// `actionscope-cli sandbox` in the foreground, and `exec` against it.
class TestCliSandbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesUntilItIsInterrupted_data();
    void servesUntilItIsInterrupted();
    void takesAKeyFromAFile();
    void failsOnPurpose_data();
    void failsOnPurpose();
    void remembersWhatItIsToldToKeep();
    void refusesBadUsage_data();
    void refusesBadUsage();
    void saysThatAPortIsTaken();
    void losesNothingAtItsEnd();
    void beginsAndEndsWithAFile();
    void saysWhomItLetsIn();
    void replaysRecordedRuns_data();
    void replaysRecordedRuns();
};

namespace {

struct Address
{
    QString url;
    QByteArray key;
};

// What the first line says.
Address addressOf(const QByteArray &output)
{
    const QByteArrayList words = output.trimmed().split(' ');
    if (words.size() != 4 || words[0] != "listening" || words[2] != "key")
        return {};
    return {QString::fromUtf8(words[1]), words[3]};
}

QStringList execAt(const Address &address, const CliProcess &cli, const QStringList &more)
{
    return QStringList {QStringLiteral("exec")} + more
        + QStringList {QStringLiteral("--base-url"), address.url, QStringLiteral("--api-key-file"),
            cli.write(QStringLiteral("exec.key"), address.key)};
}

} // namespace

void TestCliSandbox::servesUntilItIsInterrupted_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCliSandbox::servesUntilItIsInterrupted()
{
    QFETCH(int, signal);
    CliProcess sandbox;
    sandbox.start({QStringLiteral("sandbox")});
    QVERIFY(sandbox.waitForOutput("\n"));
    Address address = addressOf(sandbox.output);
    QVERIFY2(address.url.startsWith(QLatin1String("http://127.0.0.1:")), sandbox.output.constData());
    QVERIFY(!address.key.isEmpty());

    CliProcess cli;
    QCOMPARE(cli.run(execAt(address, cli,
                 {QStringLiteral("SANDBOX_ECHO"), QStringLiteral("--input"), QStringLiteral("{\"a\":1.10}"),
                     QStringLiteral("--path"), QStringLiteral("$.data.input")})),
        0);
    QCOMPARE(cli.output, QByteArray("{\"a\":1.10}\n"));
    address.key = "not_the_key";
    QCOMPARE(cli.run(execAt(address, cli, {QStringLiteral("SANDBOX_ECHO")})), 4);

    sandbox.signal(signal);
    QCOMPARE(sandbox.finish(), 0);
    QCOMPARE(cli.run(execAt(address, cli, {QStringLiteral("SANDBOX_ECHO")})), 5);
    QVERIFY2(cli.errors.startsWith("No usable answer"), cli.errors.constData());
}

void TestCliSandbox::takesAKeyFromAFile()
{
    CliProcess sandbox;
    const QString file = sandbox.write(QStringLiteral("key"), "ak_of_my_own\n");
    sandbox.start({QStringLiteral("sandbox"), QStringLiteral("--api-key-file"), file});
    QVERIFY(sandbox.waitForOutput("\n"));
    QCOMPARE(addressOf(sandbox.output).key, QByteArray("ak_of_my_own"));
    sandbox.signal(SIGINT);
    QCOMPARE(sandbox.finish(), 0);
}

void TestCliSandbox::failsOnPurpose_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("exitCode"); // of `exec`
    const auto row = [](const char *fault, int exitCode) { QTest::newRow(fault) << QString::fromLatin1(fault) << exitCode; };
    row("latency=1", 0);
    row("drip=100000", 0);
    row("nested", 0);
    row("text-verdict", 0);
    row("no-verdict", 0); // the error is null
    row("disagree", 3);
    row("unsuccessful", 3);
    row("status=429", 4);
    row("rate-limit=1", 4);
    row("removed", 4);
    row("html", 4);
    row("empty", 5);
    row("reset-before", 5);
    row("reset-during", 5);
    row("reset-after", 5);
    row("cut-chunk", 5);
    row("wrong-length=50", 5);
    row("invalid-json", 5);
}

// Each failure ends `exec` in its class, so that CI can be tried out against them.
void TestCliSandbox::failsOnPurpose()
{
    QFETCH(QString, fault);
    QFETCH(int, exitCode);
    CliProcess sandbox;
    sandbox.start({QStringLiteral("sandbox"), QStringLiteral("--fault"), fault});
    QVERIFY(sandbox.waitForOutput("\n"));
    CliProcess cli;
    QCOMPARE(cli.run(execAt(addressOf(sandbox.output), cli, {QStringLiteral("SANDBOX_ECHO")})), exitCode);
    sandbox.signal(SIGINT);
    QCOMPARE(sandbox.finish(), 0);
}

void TestCliSandbox::remembersWhatItIsToldToKeep()
{
    CliProcess sandbox;
    const QString state = sandbox.folder.filePath(QStringLiteral("state"));
    const QString issue = QStringLiteral(R"({"owner":"octocat","repo":"Hello-World","title":"Kept over a restart"})");
    CliProcess cli;
    for (int start = 0; start < 2; ++start) {
        sandbox.start({QStringLiteral("sandbox"), QStringLiteral("--state"), state});
        QVERIFY(sandbox.waitForOutput("\n"));
        const Address address = addressOf(sandbox.output);
        const QString action
            = start == 0 ? QStringLiteral("GITHUB_CREATE_AN_ISSUE") : QStringLiteral("GITHUB_LIST_REPOSITORY_ISSUES");
        const QString input = start == 0 ? issue : QStringLiteral(R"({"owner":"octocat","repo":"Hello-World"})");
        QCOMPARE(cli.run(execAt(address, cli,
                     {action, QStringLiteral("--entity"), QStringLiteral("default"), QStringLiteral("--input"), input})),
            0);
        sandbox.signal(SIGINT);
        QCOMPARE(sandbox.finish(), 0);
    }
    QVERIFY2(cli.output.contains("Kept over a restart"), cli.output.constData());
}

void TestCliSandbox::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("word") << QStringList {QStringLiteral("now")} << QByteArray("“now” is one word too many.");
    QTest::newRow("port") << QStringList {QStringLiteral("--port"), QStringLiteral("65536")}
                          << QByteArray("The option --port takes a whole number from 0 to 65535.");
    QTest::newRow("actions") << QStringList {QStringLiteral("--actions"), QStringLiteral("/none")}
                             << QByteArray("The folder /none does not exist.");
    QTest::newRow("key") << QStringList {QStringLiteral("--api-key"), QStringLiteral("a b")}
                         << QByteArray("The API key contains a space");
    QTest::newRow("fault") << QStringList {QStringLiteral("--fault"), QStringLiteral("latency=1,explode")}
                           << QByteArray("The fault “explode” cannot be read");
    QTest::newRow("nothing to replay") << QStringList {QStringLiteral("--replay"), QStringLiteral("/none")}
                                       << QByteArray("There is nothing at /none to replay.");
    for (const char *file : {"/proc/nothing/there", "/proc/there", "/none/there", "/"}) {
        QTest::addRow("snapshot to %s", file) << QStringList {QStringLiteral("--snapshot"), QString::fromLatin1(file)}
                                              << "The state could not be written to " + QByteArray(file) + " at the end.";
    }
    for (const char *host : {"http://api.example.org", "api.example.org:443", "a b", "*.example.org", "."}) {
        QTest::addRow("host %s", host) << QStringList {QStringLiteral("--allow-host"), QString::fromLatin1(host)}
                                       << "“" + QByteArray(host) + "” is no name or address of a host.";
    }
    QTest::newRow("two keys") << QStringList {QStringLiteral("--api-key"), QStringLiteral("a"),
                                     QStringLiteral("--api-key-file"), QStringLiteral("b")}
                              << QByteArray("cannot be used together");
}

void TestCliSandbox::refusesBadUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    CliProcess cli;
    QCOMPARE(cli.run(QStringList {QStringLiteral("sandbox")} + arguments), 2);
    QVERIFY2(cli.errors.contains(sentence), cli.errors.constData());
    QCOMPARE(cli.output, QByteArray());
}

void TestCliSandbox::saysThatAPortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    CliProcess cli;
    const QString port = QString::number(other.serverPort());
    QCOMPARE(cli.run({QStringLiteral("sandbox"), QStringLiteral("--port"), port}), 2);
    QVERIFY2(cli.errors.contains(port.toUtf8()), cli.errors.constData());
}

namespace {

const QStringList createIssue {QStringLiteral("GITHUB_CREATE_AN_ISSUE"), QStringLiteral("--input"),
    QStringLiteral(R"({"owner":"o","repo":"r","title":"t"})"), QStringLiteral("--path"), QStringLiteral("$.data.number")};

} // namespace

void TestCliSandbox::losesNothingAtItsEnd()
{
    const QTemporaryDir folder;
    CliProcess cli;
    for (int round = 1; round <= 3; ++round) {
        CliProcess sandbox;
        sandbox.start({QStringLiteral("sandbox"), QStringLiteral("--state"), folder.path()});
        QVERIFY(sandbox.waitForOutput("\n"));
        QCOMPARE(cli.run(execAt(addressOf(sandbox.output), cli, createIssue)), 0);
        QCOMPARE(cli.output, QByteArray::number(round) + '\n');
        CliProcess second;
        QCOMPARE(second.run({QStringLiteral("sandbox"), QStringLiteral("--state"), folder.path()}), 2);
        QVERIFY2(second.errors.contains("Another sandbox uses the state folder"), second.errors.constData());
        sandbox.signal(SIGTERM);
        QCOMPARE(sandbox.finish(), 0);
    }
}

void TestCliSandbox::beginsAndEndsWithAFile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("state.sqlite"));
    CliProcess cli;
    CliProcess first;
    first.start({QStringLiteral("sandbox"), QStringLiteral("--snapshot"), file});
    QVERIFY(first.waitForOutput("\n"));
    QCOMPARE(cli.run(execAt(addressOf(first.output), cli, createIssue)), 0);
    first.signal(SIGTERM);
    QCOMPARE(first.finish(), 0);
    for (int round = 0; round < 2; ++round) { // the file stays as it is
        CliProcess next;
        next.start({QStringLiteral("sandbox"), QStringLiteral("--restore"), file});
        QVERIFY(next.waitForOutput("\n"));
        QCOMPARE(cli.run(execAt(addressOf(next.output), cli, createIssue)), 0);
        QCOMPARE(cli.output, QByteArray("2\n"));
        next.signal(SIGTERM);
        QCOMPARE(next.finish(), 0);
    }
    QCOMPARE(cli.run({QStringLiteral("sandbox"), QStringLiteral("--restore"), cli.write(QStringLiteral("text"), "hello")}), 2);
    QVERIFY2(cli.errors.contains("holds no state of a sandbox"), cli.errors.constData());
    CliProcess lost; // its folder goes while it runs
    QVERIFY(QDir(lost.folder.path()).mkdir(QStringLiteral("gone")));
    lost.start({QStringLiteral("sandbox"), QStringLiteral("--snapshot"), QStringLiteral("gone/state.sqlite")});
    QVERIFY(lost.waitForOutput("\n"));
    QCOMPARE(QDir(lost.folder.filePath(QStringLiteral("gone"))).count(), 2U); // nothing is left of the trial
    QVERIFY(QDir(lost.folder.path()).rmdir(QStringLiteral("gone")));
    lost.signal(SIGTERM);
    QCOMPARE(lost.finish(), 2);
    QVERIFY2(lost.errors.contains("gone/state.sqlite"), lost.errors.constData());
}

void TestCliSandbox::saysWhomItLetsIn()
{
    CliProcess open;
    open.start({QStringLiteral("sandbox"), QStringLiteral("--host"), QStringLiteral("0.0.0.0")});
    QVERIFY(open.waitForOutput("\n"));
    QVERIFY(addressOf(open.output).url.startsWith(QLatin1String("http://127.0.0.1:")));
    CliProcess cli;
    QCOMPARE(cli.run(execAt(addressOf(open.output), cli, {QStringLiteral("SANDBOX_ECHO")})), 0);
    open.signal(SIGTERM);
    QCOMPARE(open.finish(), 0);
    QVERIFY2(open.errors.startsWith("The sandbox listens on 0.0.0.0, port "), open.errors.constData()); // plain: no terminal
    QVERIFY(open.errors.contains("other computers that have the key can use it."));

    CliProcess closed;
    closed.start({QStringLiteral("sandbox"), QStringLiteral("--host"), QStringLiteral("127.0.0.2")});
    QVERIFY(closed.waitForOutput("\n"));
    QVERIFY(addressOf(closed.output).url.startsWith(QLatin1String("http://127.0.0.2:")));
    closed.signal(SIGTERM);
    QCOMPARE(closed.finish(), 0);
    QCOMPARE(closed.errors, QByteArray());
    QCOMPARE(cli.run({QStringLiteral("sandbox"), QStringLiteral("--host"), QStringLiteral("example.org")}), 2);
}

void TestCliSandbox::replaysRecordedRuns_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("a request log") << QStringLiteral("requests.jsonl");
    QTest::newRow("a folder") << QStringLiteral(".");
    QTest::newRow("the history by its folder") << QStringLiteral("actionscope/history");
    QTest::newRow("the history by its name") << QStringLiteral("history");
}

// What happened once, in one program, happens again in another, without the action and with faults on top.
void TestCliSandbox::replaysRecordedRuns()
{
    QFETCH(QString, source);
    CliProcess sandbox;
    const QStringList issue {QStringLiteral("GITHUB_CREATE_AN_ISSUE"), QStringLiteral("--entity"),
        QStringLiteral("default"), QStringLiteral("--input"),
        QStringLiteral(R"({"owner":"octocat","repo":"Hello-World","title":"Only once"})")};
    sandbox.start({QStringLiteral("sandbox"), QStringLiteral("--log"), QStringLiteral("requests.jsonl")});
    QVERIFY(sandbox.waitForOutput("\n"));
    CliProcess cli;
    cli.setEnvironment(QStringLiteral("XDG_CONFIG_HOME"), sandbox.folder.path()); // one history for both
    QCOMPARE(cli.run(execAt(addressOf(sandbox.output), cli, issue)), 0);
    const QByteArray recorded = cli.output;
    QVERIFY(recorded.contains("Only once"));
    sandbox.signal(SIGINT);
    QCOMPARE(sandbox.finish(), 0);

    sandbox.start({QStringLiteral("sandbox"), QStringLiteral("--replay"), source});
    QVERIFY(sandbox.waitForOutput("\n"));
    for (int i = 0; i < 2; ++i) { // the action would have given the second issue another number
        QCOMPARE(cli.run(execAt(addressOf(sandbox.output), cli, issue)), 0);
        QCOMPARE(cli.output, recorded);
    }
    QCOMPARE(cli.run(execAt(addressOf(sandbox.output), cli, {QStringLiteral("SANDBOX_ECHO")})), 4);
    QVERIFY2(cli.errors.contains("GITHUB_CREATE_AN_ISSUE"), cli.errors.constData());
    sandbox.signal(SIGINT);
    QCOMPARE(sandbox.finish(), 0);
    QVERIFY2(sandbox.errors.startsWith("Recorded runs: 1, actions: 1."), sandbox.errors.constData());

    sandbox.start({QStringLiteral("sandbox"), QStringLiteral("--replay"), source, QStringLiteral("--fault"),
        QStringLiteral("reset-after")});
    QVERIFY(sandbox.waitForOutput("\n"));
    QCOMPARE(cli.run(execAt(addressOf(sandbox.output), cli, issue)), 5);
    sandbox.signal(SIGINT);
    QCOMPARE(sandbox.finish(), 0);
}

QTEST_GUILESS_MAIN(TestCliSandbox)
#include "tst_cli_sandbox.moc"
