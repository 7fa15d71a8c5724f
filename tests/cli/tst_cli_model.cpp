// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cliprocess.h"
#include "tests/cli/scriptedserver.h"
#include "tests/support/keyringsession.h"

#include <QTest>

using namespace actionscope;
using tests::CliProcess;
using tests::ScriptedServer;

namespace {

// Stands in for a language model, which a test cannot have.
class FakeModel final
{
public:
    FakeModel()
    {
        m_server.answer("200 OK", "application/json",
            R"({"choices":[{"message":{"role":"assistant","content":"{\"owner\":\"o\",\"repo\":\"r\",\"title\":\"T\"}"}}]})");
    }
    // The program as it asks this model.
    void setUp(CliProcess &cli) const
    {
        cli.setEnvironment(QStringLiteral("ACTIONSCOPE_LLM_URL"), m_server.url() + QStringLiteral("/v1"));
        cli.setEnvironment(QStringLiteral("ACTIONSCOPE_LLM_MODEL"), QStringLiteral("fake-1"));
    }
    [[nodiscard]] bool wasAskedWith(const QByteArray &key) const
    {
        return m_server.head.startsWith("POST /v1/chat/completions ")
            && (key.isEmpty() ? !m_server.head.toLower().contains("authorization")
                              : m_server.head.contains("Authorization: Bearer " + key + "\r\n"));
    }
    [[nodiscard]] const QByteArray &head() const { return m_server.head; }

private:
    ScriptedServer m_server;
};

const QStringList wanted {QStringLiteral("inputs"), QStringLiteral("GITHUB_CREATE_AN_ISSUE"), QStringLiteral("--text"),
    QStringLiteral("do what you can")};
constexpr char made[] = "{\"owner\":\"o\",\"repo\":\"r\",\"title\":\"T\"}\n";

} // namespace

// Input from text, where a language model is set; the model is a fake.
class TestCliModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatAModelMadeIt();
    void takesTheKeyOfTheEnvironment();
    void asksARealKeychain();
};

void TestCliModel::saysThatAModelMadeIt()
{
    const FakeModel fake;
    CliProcess cli;
    fake.setUp(cli);
    QCOMPARE(cli.run(wanted), 0);
    QCOMPARE(cli.output, QByteArray(made));
    QCOMPARE(cli.errors, QByteArray("Made by a language model.\n"));
    QVERIFY2(fake.wasAskedWith({}), fake.head().constData()); // without a keychain it is asked all the same
    QCOMPARE(cli.run(wanted + QStringList {QStringLiteral("--quiet")}), 0);
    QVERIFY(cli.errors.isEmpty());
}

void TestCliModel::takesTheKeyOfTheEnvironment()
{
    const FakeModel fake;
    CliProcess cli;
    fake.setUp(cli);
    cli.setEnvironment(QStringLiteral("ACTIONSCOPE_LLM_API_KEY"), QStringLiteral("sk-set"));
    QCOMPARE(cli.run(wanted), 0);
    QVERIFY2(fake.wasAskedWith("sk-set"), fake.head().constData());
}

// Runs InsideKeyring on a private bus with a keyring of its own.
void TestCliModel::asksARealKeychain()
{
    const test::InnerRun inner = test::runInsideKeyring();
    QVERIFY2(inner.exitCode == 0 && inner.output.contains("PASS   : InsideKeyring::theSandboxTakesTheKey"), inner.output.constData());
}

// What runs where there is a keychain.
class InsideKeyring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theEmbeddedSandboxTakesTheKey();
    void theSandboxTakesTheKey();
    void theEnvironmentComesFirst();
};

void InsideKeyring::initTestCase()
{
    QVERIFY(test::writeToKeyring(QStringLiteral("llm"), "sk-kept\n"));
}

void InsideKeyring::theEmbeddedSandboxTakesTheKey()
{
    const FakeModel fake;
    CliProcess cli;
    fake.setUp(cli);
    QCOMPARE(cli.run(wanted), 0);
    QVERIFY2(fake.wasAskedWith("sk-kept"), fake.head().constData());
    QVERIFY(!(cli.output + cli.errors).contains("sk-kept"));
}

void InsideKeyring::theSandboxTakesTheKey()
{
    const FakeModel fake;
    CliProcess sandbox;
    fake.setUp(sandbox);
    sandbox.start({QStringLiteral("sandbox")});
    QVERIFY(sandbox.waitForOutput("\n"));
    const QByteArrayList words = sandbox.output.trimmed().split(' ');
    QCOMPARE(words.size(), 4);
    CliProcess cli;
    QCOMPARE(cli.run(wanted
                 + QStringList {QStringLiteral("--base-url"), QString::fromUtf8(words[1]),
                     QStringLiteral("--api-key-file"), cli.write(QStringLiteral("key"), words[3])}),
        0);
    QCOMPARE(cli.output, QByteArray(made));
    QVERIFY2(fake.wasAskedWith("sk-kept"), fake.head().constData());
    sandbox.signal(SIGINT);
    QCOMPARE(sandbox.finish(), 0);
}

void InsideKeyring::theEnvironmentComesFirst()
{
    const FakeModel fake;
    CliProcess cli;
    fake.setUp(cli);
    cli.setEnvironment(QStringLiteral("ACTIONSCOPE_LLM_API_KEY"), QStringLiteral("sk-set"));
    QCOMPARE(cli.run(wanted), 0);
    QVERIFY2(fake.wasAskedWith("sk-set"), fake.head().constData());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestCliModel outer;
    InsideKeyring inner;
    return QTest::qExec(qEnvironmentVariableIsSet(test::insideKeyring) ? static_cast<QObject *>(&inner) : &outer, argc, argv);
}

#include "tst_cli_model.moc"
