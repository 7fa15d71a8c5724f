// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/keychainsecretstore.h"
#include "tests/cli/cliprocess.h"
#include "tests/cli/scriptedserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace actionscope;
using tests::CliProcess;
using tests::ScriptedServer;

namespace {

constexpr char insideKeyring[] = "ACTIONSCOPE_TEST_INSIDE_KEYRING";

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
    QTemporaryDir home;
    const QString runtime = home.filePath(QStringLiteral("runtime"));
    QVERIFY(QDir().mkdir(runtime, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.filePath(QStringLiteral("data")));
    environment.insert(QString::fromLatin1(insideKeyring), QStringLiteral("1"));

    QProcess inner;
    inner.setProcessEnvironment(environment);
    inner.setProcessChannelMode(QProcess::MergedChannels);
    // The keyring daemon stays in the foreground, so that it ends with this shell and leaves nothing running.
    inner.start(QStringLiteral("dbus-run-session"),
        {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
            QStringLiteral("printf pw | gnome-keyring-daemon --foreground --unlock --components=secrets "
                           ">/dev/null 2>&1 & \"$0\"; status=$?; kill $!; exit $status"),
            QCoreApplication::applicationFilePath()});
    QVERIFY(inner.waitForFinished(120'000));
    const QByteArray output = inner.readAll();
    QVERIFY2(inner.exitCode() == 0 && output.contains("PASS   : InsideKeyring::theSandboxTakesTheKey"),
        output.constData());
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
    // The daemon needs a moment to take its name on the bus.
    storage::KeychainSecretStore keychain;
    QElapsedTimer timer;
    timer.start();
    bool isWritten = false;
    while (!isWritten && timer.elapsed() < 10'000) {
        QFuture<Result<void>> written = keychain.write(QStringLiteral("llm"), "sk-kept\n");
        QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), 20'000);
        isWritten = written.resultCount() > 0 && written.result().has_value();
    }
    QVERIFY(isWritten);
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
    return QTest::qExec(qEnvironmentVariableIsSet(insideKeyring) ? static_cast<QObject *>(&inner) : &outer, argc, argv);
}

#include "tst_cli_model.moc"
