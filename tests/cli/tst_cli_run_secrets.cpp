// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cliprocess.h"
#include "tests/cli/scriptedserver.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace actionscope::tests;

// No secret of a run reaches a file or the console, however it came in.
class TestCliRunSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void snapshotsHoldPlaceholders();
    void anOldSnapshotIsNotRepeated();
    void givenValuesOfSecretsAreMasked_data();
    void givenValuesOfSecretsAreMasked();
    void whatLooksLikeASecretIsMasked_data();
    void whatLooksLikeASecretIsMasked();

private:
    void add(const QString &name, const QByteArray &json)
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_cli->folder.filePath(name)).absolutePath()));
        QVERIFY(!m_cli->write(name, json).isEmpty());
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_cli->folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    int run(const QStringList &words) { return m_cli->run(QStringList {QStringLiteral("run")} + words); }
    // Everything that is written anywhere.
    [[nodiscard]] QByteArray shown() const
    {
        return m_cli->output + m_cli->errors + read(QStringLiteral("r.json")) + read(QStringLiteral("r.html")) + read(QStringLiteral("r.xml"));
    }

    std::unique_ptr<CliProcess> m_cli;
    std::unique_ptr<ScriptedServer> m_server;
};

namespace {

const QStringList reports {QStringLiteral("--report"), QStringLiteral("json=r.json"), QStringLiteral("--report"),
    QStringLiteral("html=r.html"), QStringLiteral("--report"), QStringLiteral("junit=r.xml")};

} // namespace

void TestCliRunSecrets::init()
{
    m_cli = std::make_unique<CliProcess>();
    m_server = std::make_unique<ScriptedServer>();
    add(QStringLiteral("c/collection.json"), R"({"actionscope":1,"name":"Secrets"})");
    add(QStringLiteral("c/environments/e.json"), R"({"secrets":["TOKEN"]})");
    add(QStringLiteral("c/snap.action.json"),
        R"({"actionId":"SANDBOX_ECHO","input":{"t":"{{TOKEN}}","in":"a {{TOKEN}} b","n":1},)"
        R"("expect":[{"path":"$.data.input","unchangedSince":"kept.json"}]})");
}

void TestCliRunSecrets::snapshotsHoldPlaceholders()
{
    const QStringList words {QStringLiteral("c"), QStringLiteral("--env"), QStringLiteral("e")};
    m_cli->setEnvironment(QStringLiteral("ACTIONSCOPE_SECRET_TOKEN"), QStringLiteral("hush-1111"));
    QCOMPARE(run(words + QStringList {QStringLiteral("--update-snapshots")}), 0);
    QCOMPARE(read(QStringLiteral("c/kept.json")),
        QByteArray("{\n  \"t\": \"‹redacted:TOKEN›\",\n  \"in\": \"a ‹redacted:TOKEN› b\",\n  \"n\": 1\n}\n"));
    m_cli->setEnvironment(QStringLiteral("ACTIONSCOPE_SECRET_TOKEN"), QStringLiteral("hush-2222"));
    QCOMPARE(run(words), 0);
    // A secret that is a number to the service.
    m_cli->setEnvironment(QStringLiteral("ACTIONSCOPE_SECRET_TOKEN"), QStringLiteral("123456"));
    m_server->answer("200 OK", "application/json", R"({"data":{"input":{"t":123456}},"successful":true})");
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush-1"));
    QCOMPARE(run(words + QStringList {QStringLiteral("--update-snapshots"), QStringLiteral("--base-url"), m_server->url()}), 0);
    QCOMPARE(read(QStringLiteral("c/kept.json")), QByteArray("{\n  \"t\": \"‹redacted:TOKEN›\"\n}\n"));
}

void TestCliRunSecrets::anOldSnapshotIsNotRepeated()
{
    add(QStringLiteral("c/kept.json"), R"({"t":"hush-1111","in":"a hush-1111 b","n":1})");
    m_cli->setEnvironment(QStringLiteral("ACTIONSCOPE_SECRET_TOKEN"), QStringLiteral("hush-2222"));
    QCOMPARE(run(QStringList {QStringLiteral("c"), QStringLiteral("--env"), QStringLiteral("e")} + reports), 1);
    QVERIFY2(m_cli->output.contains("$.t was something else and is \"‹redacted:TOKEN›\""), m_cli->output.constData());
    QVERIFY2(!shown().contains("hush-"), shown().constData());
}

void TestCliRunSecrets::givenValuesOfSecretsAreMasked_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isInRow"); // of data, instead of --var
    QTest::newRow("command line") << QStringLiteral("given-1234") << false;
    QTest::newRow("data row") << QStringLiteral("given-1234") << true;
    QTest::newRow("short, command line") << QStringLiteral("q7") << false;
    QTest::newRow("short, data row") << QStringLiteral("q7") << true;
}

void TestCliRunSecrets::givenValuesOfSecretsAreMasked()
{
    QFETCH(QString, value);
    QFETCH(bool, isInRow);
    add(QStringLiteral("c/snap.action.json"),
        R"({"actionId":"SANDBOX_ECHO","input":{"t":"{{TOKEN}}"},"expect":[{"path":"$.data.input.t","equals":"x"},{"path":"$.data.input.t","equals":"{{TOKEN}}"}]})");
    add(QStringLiteral("d.csv"), "TOKEN\n" + value.toUtf8() + "\n");
    const QStringList given = isInRow ? QStringList {QStringLiteral("--data"), QStringLiteral("d.csv")}
                                      : QStringList {QStringLiteral("--var"), QStringLiteral("TOKEN=") + value};
    QCOMPARE(run(QStringList {QStringLiteral("c"), QStringLiteral("--env"), QStringLiteral("e")} + given + reports), 1);
    QVERIFY2(m_cli->output.contains("Found: \"‹redacted:TOKEN›\""), m_cli->output.constData());
    QVERIFY2(!shown().contains(value.toUtf8()), shown().constData());
    QCOMPARE(run(QStringList {QStringLiteral("c")} + given), 1); // without that environment it is no secret
    QVERIFY2(m_cli->output.contains("Found: \"" + value.toUtf8() + "\""), m_cli->output.constData());
}

void TestCliRunSecrets::whatLooksLikeASecretIsMasked_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("header") << QByteArray(R"({"authorization":"Bearer abcdef0123456789abcdef"})") << QByteArray("authorization")
                            << QByteArray("abcdef0123456789abcdef");
    QTest::newRow("name") << QByteArray(R"({"password":"hunter22!"})") << QByteArray("password") << QByteArray("hunter22");
    QTest::newRow("name with a prefix") << QByteArray(R"({"db_password":"hunter22!"})") << QByteArray("db_password") << QByteArray("hunter22");
    QTest::newRow("escaped") << QByteArray(R"({"client_secret":"hun\u0074er\"22!"})") << QByteArray("client_secret") << QByteArray("er\\\"22");
    QTest::newRow("form") << QByteArray(R"({"t":"ghp_abcdefghijklmnopqrstuvwxyz0123456789"})") << QByteArray("t") << QByteArray("ghp_abcdef");
}

void TestCliRunSecrets::whatLooksLikeASecretIsMasked()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, secret);
    add(QStringLiteral("c/snap.action.json"),
        "{\"actionId\":\"SANDBOX_ECHO\",\"input\":" + input + ",\"expect\":[{\"path\":\"$.data.input." + path
            + "\",\"equals\":\"x\"},{\"path\":\"$.data.input\",\"equals\":" + input + "}]}");
    QCOMPARE(run(QStringList {QStringLiteral("c")} + reports), 1);
    QVERIFY2(shown().contains("‹redacted:"), shown().constData());
    QVERIFY2(!shown().contains(secret), shown().constData());
    for (const char *name : {"r.json", "r.html", "r.xml"})
        QVERIFY2(read(QLatin1String(name)).contains("redacted:"), name);
    QVERIFY(run({QStringLiteral("c"), QStringLiteral("--check")}) == 1); // the doctor says the same
}

QTEST_GUILESS_MAIN(TestCliRunSecrets)
#include "tst_cli_run_secrets.moc"
