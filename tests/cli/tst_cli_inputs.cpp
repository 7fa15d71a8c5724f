// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cliprocess.h"
#include "tests/cli/scriptedserver.h"

#include <QTest>

using actionscope::tests::CliProcess;
using actionscope::tests::ScriptedServer;

// `actionscope-cli inputs` as a script meets it.
class TestCliInputs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksTheSandboxByDefault_data();
    void asksTheSandboxByDefault();
    void refusesBadUsage_data();
    void refusesBadUsage();
    void sendsEveryField_data();
    void sendsEveryField();
    void endsWithTheRightCode_data();
    void endsWithTheRightCode();
    void printsTheBytesAsTheyCame();
    void cancels();

private:
    static QStringList to(const ScriptedServer &server, const CliProcess &cli, const QStringList &more = {})
    {
        return QStringList {QStringLiteral("inputs"), QStringLiteral("GMAIL_SEND_EMAIL"),
                   QStringLiteral("--text"), QStringLiteral("Thank Ann"), QStringLiteral("--base-url"),
                   server.url(), QStringLiteral("--api-key-file"),
                   cli.write(QStringLiteral("key"), "ak_hush\n")}
        + more;
    }
};

void TestCliInputs::asksTheSandboxByDefault_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"v2", "v3", "v3.1"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

void TestCliInputs::asksTheSandboxByDefault()
{
    QFETCH(QString, version);
    CliProcess cli;
    QCOMPARE(
        cli.run({QStringLiteral("inputs"), QStringLiteral("GITHUB_CREATE_AN_ISSUE"), QStringLiteral("--text"),
            QStringLiteral("create an issue titled X in octocat/Hello-World with label bug"),
            QStringLiteral("--api"), version}),
        0);
    QCOMPARE(cli.output,
        QByteArray(
            "{\"owner\":\"octocat\",\"repo\":\"Hello-World\",\"title\":\"X\",\"labels\":[\"bug\"]}\n"));
    QCOMPARE(cli.errors, QByteArray("Made by the sandbox's rules.\n"));
    QCOMPARE(
        cli.run({QStringLiteral("inputs"), QStringLiteral("GITHUB_CREATE_AN_ISSUE"), QStringLiteral("--text"),
            QStringLiteral("do what you can"), QStringLiteral("--api"), version}),
        3);
    QVERIFY2(cli.errors.contains("found nothing"), cli.errors.constData());
    QVERIFY(cli.output.isEmpty());
    QCOMPARE(cli.run({QStringLiteral("inputs"), QStringLiteral("THERE_IS_NONE"), QStringLiteral("--text"),
                 QStringLiteral("x"), QStringLiteral("--api"), version}),
        4);
}

void TestCliInputs::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("no action") << QStringList() << QByteArray("The action id is missing.");
    QTest::newRow("no text") << QStringList {QStringLiteral("A")} << QByteArray("The text is missing.");
    QTest::newRow("blank text") << QStringList {QStringLiteral("A"), QStringLiteral("--text"),
        QStringLiteral(" ")} << QByteArray("The text is missing.");
    QTest::newRow("two actions") << QStringList {QStringLiteral("A"), QStringLiteral("B"),
        QStringLiteral("--text"), QStringLiteral("x")}
                                 << QByteArray("“B” is one word too many.");
    QTest::newRow("slash") << QStringList {QStringLiteral("A/B"), QStringLiteral("--text"),
        QStringLiteral("x")}
                           << QByteArray("The action id must not contain");
    QTest::newRow("input") << QStringList {QStringLiteral("A"), QStringLiteral("--input"),
        QStringLiteral("{}")}
                           << QByteArray("The option --input does not exist here.");
}

void TestCliInputs::refusesBadUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    CliProcess cli;
    QCOMPARE(cli.run(QStringList {QStringLiteral("inputs")} + arguments), 2);
    QVERIFY2(cli.errors.contains(sentence), cli.errors.constData());
    QVERIFY(cli.output.isEmpty());
}

void TestCliInputs::sendsEveryField_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("v2") << QStringLiteral("v2")
                        << QByteArray("/api/v2/actions/GMAIL_SEND_EMAIL/execute/get.inputs")
                        << QByteArray(R"({"text":"Thank Ann","customDescription":"d","systemPrompt":"s"})");
    QTest::newRow("v3.1")
        << QStringLiteral("v3.1") << QByteArray("/api/v3.1/tools/execute/GMAIL_SEND_EMAIL/input")
        << QByteArray(
               R"({"text":"Thank Ann","custom_description":"d","system_prompt":"s","version":"latest"})");
}

void TestCliInputs::sendsEveryField()
{
    QFETCH(QString, version);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    ScriptedServer server;
    server.answer("200 OK", "application/json", R"({"arguments":{}})");
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli,
                 {QStringLiteral("--api"), version, QStringLiteral("--custom-description"),
                     QStringLiteral("d"), QStringLiteral("--system-prompt"), QStringLiteral("s"),
                     QStringLiteral("--tool-version"), QStringLiteral("latest")})),
        0);
    QVERIFY2(server.head.startsWith("POST " + path + " HTTP/1.1\r\n"), server.head.constData());
    QCOMPARE(server.body, body);
    QCOMPARE(cli.errors.contains("--tool-version is not sent"), version == QStringLiteral("v2"));
}

void TestCliInputs::endsWithTheRightCode_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::newRow("made") << QByteArray("200 OK") << QByteArray(R"({"arguments":{"a":1}})") << 0;
    QTest::newRow("could not") << QByteArray("200 OK") << QByteArray(R"({"error":"no idea"})") << 3;
    QTest::newRow("key") << QByteArray("401 Unauthorized") << QByteArray(R"({"message":"bad key"})") << 4;
    QTest::newRow("fault") << QByteArray("502 Bad Gateway") << QByteArray("<html>") << 4;
    QTest::newRow("not the API") << QByteArray("200 OK") << QByteArray("<html>") << 5;
    QTest::newRow("nothing of ours") << QByteArray("200 OK") << QByteArray("{}") << 5;
}

void TestCliInputs::endsWithTheRightCode()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    ScriptedServer server;
    server.answer(status, "application/json", body);
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli)), code);
    QCOMPARE(cli.output.isEmpty(), code != 0);
    QCOMPARE(server.connections, 1);
    QVERIFY(!cli.errors.contains("ak_hush"));
}

void TestCliInputs::printsTheBytesAsTheyCame()
{
    ScriptedServer server;
    server.answer("200 OK", "application/json", R"({"arguments":{ "b":1.10, "a" :12345678901234567890 }})");
    CliProcess cli;
    QCOMPARE(cli.run(to(server, cli)), 0);
    QCOMPARE(cli.output, QByteArray(R"({ "b":1.10, "a" :12345678901234567890 })") + '\n');
}

void TestCliInputs::cancels()
{
    ScriptedServer server;
    server.ending = ScriptedServer::Ending::StaySilent;
    CliProcess cli;
    cli.start(to(server, cli));
    QVERIFY(QTest::qWaitFor([&] { return !server.body.isEmpty(); }, 30'000));
    cli.signal(SIGINT);
    QCOMPARE(cli.finish(), 130);
}

QTEST_GUILESS_MAIN(TestCliInputs)
#include "tst_cli_inputs.moc"
