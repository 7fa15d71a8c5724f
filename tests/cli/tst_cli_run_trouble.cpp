// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cliprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <unistd.h>

using namespace actionscope::tests;

// What a run makes of files, folders and disks that are not as they should be: a sentence that names the place, and the
// rest runs.
class TestCliRunTrouble final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theRestStillRuns_data();
    void theRestStillRuns();
    void atTheFirstFailureNothingIsSent_data() { theRestStillRuns_data(); }
    void atTheFirstFailureNothingIsSent();
    void saysWhereTwoNamesAreLookalikes();
    void aFullDiskIsNamed();
    void aReadOnlyFolderIsNamedBeforeAnythingIsSent();
    void theRestOfTheRowsStillRuns();
    void aSingleFileNamesABrokenCollection();
    void saysWhereANameIsSet_data();
    void saysWhereANameIsSet();
    void checkNamesWhatTheOrderDoesNotFind();
    void migratesACopyAndNothingElse();
    void refusesToMigrateInAReadOnlyFolder();

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
    // A shell's line with the program as $CLI, by a user whom permissions hold. Its exit code.
    int runAsOther(const QString &line);

    std::unique_ptr<CliProcess> m_cli;
    QByteArray m_output;
    QByteArray m_errors;
};

namespace {

constexpr char good[] = R"({"actionscope":1,"actionId":"SANDBOX_ECHO","input":{"n":1},"expect":[{"path":"$.data.input.n","equals":1}]})";

// Written when the action still took “gone”, and "milliseconds" was optional.
constexpr char drifted[] = "{\n  \"actionId\": \"SANDBOX_WAIT\",\n  \"mine\":   [1,  2.50],\n  \"input\": {\n    \"gone\": \"x\"\n  },\n"
                           "  \"expect\": [ { \"status\":200 } ],\n"
                           "  \"schema\": { \"version\": \"0\", \"fields\": { \"milliseconds\": \"integer\", \"gone\": \"string\" } },\n"
                           "  \"notes\": \"kept\"\n}\n";

} // namespace

void TestCliRunTrouble::init()
{
    m_cli = std::make_unique<CliProcess>();
    add(QStringLiteral("c/collection.json"), R"({"actionscope":1,"name":"Trouble"})");
    add(QStringLiteral("c/a.action.json"), good);
    add(QStringLiteral("c/z.action.json"), good);
}

int TestCliRunTrouble::runAsOther(const QString &line)
{
    QProcess shell;
    shell.setWorkingDirectory(m_cli->folder.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CLI"), QStringLiteral(ACTIONSCOPE_CLI));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_cli->folder.path());
    environment.remove(QStringLiteral("COMPOSIO_API_KEY"));
    shell.setProcessEnvironment(environment);
    QStringList words {QStringLiteral("sh"), QStringLiteral("-c"), line};
    if (::geteuid() == 0) { // for whom nothing is read-only, unless that power is taken away
        const QString powers = QStringLiteral("-dac_override,-dac_read_search");
        words = QStringList {QStringLiteral("setpriv"), QStringLiteral("--inh-caps=") + powers, QStringLiteral("--bounding-set=") + powers} + words;
    }
    shell.start(words.first(), words.mid(1));
    const bool ended = QTest::qWaitFor([&] { return shell.state() == QProcess::NotRunning; }, 30'000);
    m_output = shell.readAllStandardOutput();
    m_errors = shell.readAllStandardError();
    return ended && shell.exitStatus() == QProcess::NormalExit ? shell.exitCode() : -1;
}

void TestCliRunTrouble::theRestStillRuns_data()
{
    QTest::addColumn<QByteArray>("bytes"); // of a file; "-> x": a link to x
    QTest::addColumn<QByteArray>("sentence");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *bytes, const char *sentence, const char *place = "c/odd.action.json") {
        QTest::newRow(name) << QByteArray(bytes) << QByteArray(sentence) << QString::fromLatin1(place);
    };
    row("not JSON", "actionId = SANDBOX_ECHO\n", "    odd.action.json\n    Line 1, column 1: this is not valid JSON");
    row("half written", "{\n  \"actionId\": \"SANDBOX_ECHO\",\n  \"input\": { \"a\": \"b", "    Line 3, column 19: this is not valid JSON: the string that begins here is not closed.");
    row("empty", "", "    The file is empty.");
    row("a list", "[1]", "    Line 1, column 1: the file must hold a JSON object");
    row("a name twice", "{\"actionId\":\"SANDBOX_ECHO\",\n\"actionId\":\"SANDBOX_FAIL\",\"input\":{}}", "    Line 2, column 12: actionId stands here for the second time.");
    row("wrong type", "{\"actionId\":\"SANDBOX_ECHO\",\n \"entityId\": 7}", "    Line 2, column 14: entityId must be a text.");
    row("unknown expectation", "{\"actionId\":\"SANDBOX_ECHO\",\"input\":{},\n\"expect\":[{\"stauts\":1}]}", "    Line 2, column 12: There is no expectation “stauts”.");
    row("circle with itself and another", R"({"actionId":"SANDBOX_ECHO","input":{"x":"{{b}}"},"capture":{"a":"$.data.input.x"}})",
        "Each of these waits for what the next one captures: ", "circle");
    row("newer format", "{\"actionscope\":2,\"actionId\":\"SANDBOX_ECHO\",\"input\":{}}", "    Line 1, column 16: The file was written by a newer version of Actionscope");
    row("format of the wrong type", "{\"actionscope\":\"1\",\"actionId\":\"SANDBOX_ECHO\"}", "    Line 1, column 16: actionscope must be the number of the file's format, 1.");
    row("link to itself", "-> odd.action.json", "    This link leads nowhere.");
    row("link to nowhere", "-> absent.action.json", "    This link leads nowhere.");
    row("folder that leads back", "-> ..", "This link leads back to a folder it is in", "c/sub/loop");
}

void TestCliRunTrouble::theRestStillRuns()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, sentence);
    QFETCH(QString, place);
    const bool isCircle = place == QLatin1String("circle");
    const QString name = isCircle ? QStringLiteral("c/odd.action.json") : place;
    QVERIFY(QDir().mkpath(QFileInfo(m_cli->folder.filePath(name)).absolutePath()));
    if (bytes.startsWith("-> "))
        QVERIFY(::symlink(bytes.mid(3).constData(), m_cli->folder.filePath(name).toLocal8Bit().constData()) == 0);
    else
        add(name, bytes);
    if (isCircle)
        add(QStringLiteral("c/other.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{"x":"{{a}}"},"capture":{"b":"$.data.input.x"}})");
    if (qstrcmp(QTest::currentTestFunction(), "theRestStillRuns") != 0)
        return;
    QCOMPARE(run({QStringLiteral("c")}), 2);
    QVERIFY2(m_cli->output.contains(sentence), m_cli->output.constData());
    QVERIFY2(m_cli->output.contains(isCircle ? "2 of 4 passed, 2 not sent" : "2 of 3 passed, 1 not sent"), m_cli->output.constData());
}

void TestCliRunTrouble::atTheFirstFailureNothingIsSent()
{
    theRestStillRuns(); // its files
    QFETCH(QByteArray, sentence);
    QCOMPARE(run({QStringLiteral("c"), QStringLiteral("--bail")}), 2);
    QVERIFY2(m_cli->output.contains(sentence), m_cli->output.constData());
    QVERIFY2(m_cli->output.contains("0 of "), m_cli->output.constData());
    QVERIFY2(m_cli->output.contains("2 never begun"), m_cli->output.constData());
}

void TestCliRunTrouble::saysWhereTwoNamesAreLookalikes()
{
    add(QStringLiteral("c/A.action.json"), good);
    QCOMPARE(run({QStringLiteral("c")}), 0);
    QVERIFY2(m_cli->output.contains("3 of 3 passed"), m_cli->output.constData());
    QVERIFY2(m_cli->errors.contains(".action.json: “") && m_cli->errors.contains("differ only in case or accents"), m_cli->errors.constData());
    QCOMPARE(run({QStringLiteral("c"), QStringLiteral("--check")}), 0);
    QVERIFY2(m_cli->output.contains("differ only in case or accents; other systems keep one of the two. [duplicate]"), m_cli->output.constData());
}

// On a small disk of its own where the user may make one; else the limit on the size of a file stands for it.
void TestCliRunTrouble::aFullDiskIsNamed()
{
    QVERIFY(QDir(m_cli->folder.path()).mkpath(QStringLiteral("disk")));
    const QString body = QStringLiteral("run c/a.action.json --repeat 400 --report json=disk/r.json --no-history");
    QProcess probe;
    probe.start(QStringLiteral("unshare"), {QStringLiteral("--mount"), QStringLiteral("--map-root-user"), QStringLiteral("mount"),
                                               QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("tmpfs"), QStringLiteral("/mnt")});
    const bool mayMount = probe.waitForFinished() && probe.exitStatus() == QProcess::NormalExit && probe.exitCode() == 0;
    QProcess shell;
    shell.setWorkingDirectory(m_cli->folder.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_cli->folder.path());
    shell.setProcessEnvironment(environment);
    if (mayMount) {
        shell.start(QStringLiteral("unshare"),
            {QStringLiteral("--mount"), QStringLiteral("--map-root-user"), QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral("mount -t tmpfs -o size=32k tmpfs disk && " ACTIONSCOPE_CLI " %1; code=$?; ls -A disk; exit $code").arg(body)});
    } else {
        shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), QStringLiteral("ulimit -f 32; " ACTIONSCOPE_CLI " %1; code=$?; ls -A disk; exit $code").arg(body)});
    }
    QVERIFY(QTest::qWaitFor([&] { return shell.state() == QProcess::NotRunning; }, 30'000));
    const QByteArray output = shell.readAllStandardOutput();
    const QByteArray errors = shell.readAllStandardError();
    QVERIFY2(output.contains("400 of 400 passed"), output.right(2000).constData()); // nothing that ran is lost to the eye
    QCOMPARE(shell.exitCode(), 5);
    if (mayMount)
        QVERIFY2(errors.contains("disk/r.json") && errors.contains("No space left on device"), errors.constData());
    else
        QVERIFY2(errors.contains("File too large"), errors.constData());
    QVERIFY2(!output.contains("r.json"), output.right(2000).constData()); // half a report would be taken for a whole one
}

void TestCliRunTrouble::aReadOnlyFolderIsNamedBeforeAnythingIsSent()
{
    QVERIFY(QDir(m_cli->folder.path()).mkpath(QStringLiteral("out")));
    QFile::setPermissions(m_cli->folder.filePath(QStringLiteral("out")), QFile::ReadOwner | QFile::ExeOwner);
    QCOMPARE(runAsOther(QStringLiteral("$CLI run c --report junit=out/r.xml --no-history")), 2);
    QVERIFY2(m_errors.contains("The report out/r.xml cannot be written: Permission denied."), m_errors.constData());
    QVERIFY2(m_output.isEmpty(), m_output.constData());
    // The requests themselves may lie in a folder nobody can write to.
    QCOMPARE(runAsOther(QStringLiteral("$CLI run c --no-history")), 0);
    QVERIFY2(m_output.contains("2 of 2 passed"), m_output.constData());
}

void TestCliRunTrouble::theRestOfTheRowsStillRuns()
{
    add(QStringLiteral("d.csv"), "n,m\n1,2\n3\n5,6\n");
    QCOMPARE(run({QStringLiteral("c/a.action.json"), QStringLiteral("--data"), QStringLiteral("d.csv"), QStringLiteral("--report"), QStringLiteral("json=r.json")}), 2);
    QVERIFY2(m_cli->output.contains("    d.csv, line 3: this row has another number of fields (1)"), m_cli->output.constData());
    QVERIFY2(m_cli->output.contains("2 of 3 passed, 1 not sent"), m_cli->output.constData());
    QVERIFY(read(QStringLiteral("r.json")).contains("d.csv, line 3"));
    QCOMPARE(run({QStringLiteral("c/a.action.json"), QStringLiteral("--data"), QStringLiteral("d.csv"), QStringLiteral("--bail")}), 2);
    QVERIFY2(m_cli->output.contains("0 of 3 passed, 1 not sent, 2 never begun"), m_cli->output.constData());
}

void TestCliRunTrouble::aSingleFileNamesABrokenCollection()
{
    for (const char *text : {"{\"name\": ", "{\"actionscope\":2}", "{\"actionscope\":\"x\"}"}) {
        add(QStringLiteral("c/collection.json"), text);
        QCOMPARE(run({QStringLiteral("c/a.action.json")}), 2);
        QVERIFY2(m_cli->output.contains("    collection.json\n"), m_cli->output.constData());
        QVERIFY2(m_cli->output.contains("1 of 2 passed, 1 not sent"), m_cli->output.constData());
        QCOMPARE(run({QStringLiteral("c/a.action.json"), QStringLiteral("--check")}), 1);
        QVERIFY2(m_cli->output.contains("collection.json\n  ✗ "), m_cli->output.constData());
    }
}

void TestCliRunTrouble::saysWhereANameIsSet_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("nowhere") << QStringLiteral("none") << QByteArray("{{none}} is not set anywhere.");
    QTest::newRow("secret") << QStringLiteral("TOKEN")
                            << QByteArray("{{TOKEN}} is a secret of the environment “e” and has no value: set ACTIONSCOPE_SECRET_TOKEN, or put it into the keychain.");
    QTest::newRow("elsewhere") << QStringLiteral("x") << QByteArray("{{x}} is set by the environment “other”, which is not the one in use.");
    QTest::newRow("captured") << QStringLiteral("got") << QByteArray("{{got}} is captured by sub/make.action.json, which is not part of this run.");
}

void TestCliRunTrouble::saysWhereANameIsSet()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, sentence);
    add(QStringLiteral("c/environments/e.json"), R"({"secrets":["TOKEN"]})");
    add(QStringLiteral("c/environments/other.json"), R"({"variables":{"x":1}})");
    add(QStringLiteral("c/sub/make.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{"n":1},"capture":{"got":"$.data.input.n"}})");
    add(QStringLiteral("c/use.action.json"), "{\"actionId\":\"SANDBOX_ECHO\",\"input\":{\"v\":\"{{" + name.toUtf8() + "}}\"}}");
    QCOMPARE(run({QStringLiteral("c/use.action.json"), QStringLiteral("--env"), QStringLiteral("e")}), 2);
    QVERIFY2(m_cli->output.contains(sentence), m_cli->output.constData());
}

void TestCliRunTrouble::checkNamesWhatTheOrderDoesNotFind()
{
    add(QStringLiteral("c/sub/make.action.json"), good);
    add(QStringLiteral("c/collection.json"), "{\"name\":\"Trouble\",\n\"order\":[\"z\",\"zz\",\"sub/\",\"sub/make\",\"none/\"]}");
    QCOMPARE(run({QStringLiteral("c"), QStringLiteral("--check")}), 0);
    QVERIFY2(m_cli->output.contains("Line 2, column 14: The order names “zz”, and there is no such request or folder. [unknownName]"), m_cli->output.constData());
    QVERIFY2(m_cli->output.contains("“none/”") && m_cli->output.count("unknownName") == 2, m_cli->output.constData());
}

void TestCliRunTrouble::migratesACopyAndNothingElse()
{
    add(QStringLiteral("c/old.action.json"), drifted);
    QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), m_cli->folder.filePath(QStringLiteral("c")), m_cli->folder.filePath(QStringLiteral("copy"))});
    QCOMPARE(run({QStringLiteral("copy"), QStringLiteral("--check"), QStringLiteral("--migrate")}), 1); // it was wrong until now
    QVERIFY2(m_cli->errors.contains("old.action.json: “gone” was taken out"), m_cli->errors.constData());
    QVERIFY2(m_cli->errors.contains("“milliseconds” is required now and was put in as "), m_cli->errors.constData());
    QVERIFY2(m_cli->errors.contains("Requests that were rewritten: 1."), m_cli->errors.constData());
    for (const char *name : {"a.action.json", "z.action.json", "collection.json"})
        QCOMPARE(read(QStringLiteral("copy/") + QLatin1String(name)), read(QStringLiteral("c/") + QLatin1String(name)));
    QCOMPARE(read(QStringLiteral("c/old.action.json")), QByteArray(drifted));
    // Up to the input and behind the schema, and between them, every byte is as it was.
    const QByteArray migrated = read(QStringLiteral("copy/old.action.json"));
    QVERIFY2(migrated.startsWith("{\n  \"actionId\": \"SANDBOX_WAIT\",\n  \"mine\":   [1,  2.50],\n  \"input\": {"), migrated.constData());
    QVERIFY2(migrated.contains("\n  },\n  \"expect\": [ { \"status\":200 } ],\n  \"schema\": {"), migrated.constData());
    QVERIFY2(migrated.endsWith("},\n  \"notes\": \"kept\"\n}\n"), migrated.constData());
    QVERIFY2(!migrated.contains("gone") && migrated.contains("\"milliseconds\""), migrated.constData());
    QVERIFY2(QDir(m_cli->folder.filePath(QStringLiteral("copy"))).entryList(QDir::Files | QDir::Hidden).size() == 4, "no leftovers");
    // Once is enough.
    QVERIFY(run({QStringLiteral("copy"), QStringLiteral("--check"), QStringLiteral("--migrate")}) <= 1);
    QVERIFY2(m_cli->errors.contains("Requests that were rewritten: 0."), m_cli->errors.constData());
    QCOMPARE(read(QStringLiteral("copy/old.action.json")), migrated);
}

void TestCliRunTrouble::refusesToMigrateInAReadOnlyFolder()
{
    add(QStringLiteral("c/old.action.json"), drifted);
    const QString folder = m_cli->folder.filePath(QStringLiteral("c"));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
    const int code = runAsOther(QStringLiteral("$CLI run c --check --migrate"));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY2(m_errors.contains("old.action.json could not be written: "), m_errors.constData());
    QVERIFY2(m_errors.contains("Requests that were rewritten: 0."), m_errors.constData());
    QVERIFY2(!m_errors.contains("was taken out") && !m_errors.contains("put in"), m_errors.constData()); // nothing was
    QCOMPARE(code, 5); // a script must not take it for done
    QCOMPARE(read(QStringLiteral("c/old.action.json")), QByteArray(drifted));
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 4);
}

QTEST_GUILESS_MAIN(TestCliRunTrouble)
#include "tst_cli_run_trouble.moc"
