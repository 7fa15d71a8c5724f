// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "tests/cli/cliprocess.h"

#include <QDirIterator>
#include <QTcpServer>

using namespace actionscope;
using tests::CliProcess;

namespace {

constexpr char curl[] = "curl -X POST https://backend.composio.dev/api/v3.1/tools/execute/GITHUB_X -H 'x-api-key: ak_planted_0001' "
                        "-d '{\"arguments\":{\"n\":1.10},\"user_id\":\"u\"}'";

QStringList words(std::initializer_list<const char *> list)
{
    QStringList texts;
    for (const char *word : list)
        texts.append(QString::fromUtf8(word));
    return texts;
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Every file below a folder, by its name from there on.
QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files.append(QDir(folder).relativeFilePath(walk.next()));
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

// Other people's files and pastes, as a script hands them over.
class TestCliImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesACollection();
    void writesOverNothing();
    void looksWithoutWriting();
    void bringsFoldersVariablesAndEnvironments();
    void saysWhatCouldNotBeWritten();
    void reportsForPrograms();
    void executesNothing();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
};

void TestCliImport::makesACollection()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"import", "-", "--to", "col"}), curl), 0);
    const QString folder = cli.folder.filePath(QStringLiteral("col"));
    QCOMPARE(filesBelow(folder), words({"GITHUB_X.action.json", "collection.json", "environments/backend.composio.dev.json"}));
    QCOMPARE(contentsOf(folder + QStringLiteral("/GITHUB_X.action.json")),
        QByteArray("{\n  \"actionscope\": 1,\n  \"actionId\": \"GITHUB_X\",\n  \"entityId\": \"u\",\n  \"input\": {\"n\":1.10}\n}\n"));
    QVERIFY(contentsOf(folder + QStringLiteral("/environments/backend.composio.dev.json")).contains("\"baseUrl\": \"https://backend.composio.dev\""));
    QVERIFY2(cli.output.contains("/col/GITHUB_X.action.json\n"), cli.output.constData());
    QVERIFY2(cli.errors.contains("This is a cURL command. Requests in it: 1.\nAn API key was found (header x-api-key). It was not taken over.\n"), cli.errors.constData());
    for (const QString &file : filesBelow(cli.folder.path()))
        QVERIFY2(!contentsOf(cli.folder.filePath(file)).contains("planted"), qPrintable(file));
}

void TestCliImport::writesOverNothing()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"import", "-", "--to", "col"}), curl), 0);
    const QString first = cli.folder.filePath(QStringLiteral("col/GITHUB_X.action.json"));
    cli.write(QStringLiteral("col/GITHUB_X.action.json"), "mine");
    QCOMPARE(cli.run(words({"import", "-", "--to", "col"}), curl), 0);
    QCOMPARE(contentsOf(first), QByteArray("mine"));
    QVERIFY(QFile::exists(cli.folder.filePath(QStringLiteral("col/GITHUB_X 2.action.json"))));
    QVERIFY(!QFile::exists(cli.folder.filePath(QStringLiteral("col/environments/backend.composio.dev 2.json"))));
}

void TestCliImport::looksWithoutWriting()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"import", "-"}), "curl https://h/api/v3/tools/execute/X -d '{\"arguments\":{\"a\":1}"), 0);
    QVERIFY(cli.output.isEmpty());
    QVERIFY2(cli.errors.contains("Line 1, column 42: The quote that opens here is never closed"), cli.errors.constData());
    QCOMPARE(filesBelow(cli.folder.path()), QStringList());
}

void TestCliImport::bringsFoldersVariablesAndEnvironments()
{
    CliProcess cli;
    const QString collection = cli.write(QStringLiteral("c.json"),
        R"({"info":{"name":"Mine","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"variable":[{"key":"count","value":"5"}],"item":[{"name":"Issues/Bugs","item":[{"name":"Create: one","event":[{"listen":"test","script":{"exec":["x"]}}],"request":{"method":"POST","url":"{{baseUrl}}/api/v3.1/tools/execute/X","body":{"mode":"raw","raw":"{\"arguments\":{\"n\":{{count}}}}"}}}]}]})");
    const QString environment = cli.write(QStringLiteral("e.json"), R"({"name":"prod","values":[{"key":"baseUrl","value":"https://h"},{"key":"apiKey","value":"ak_planted_0001","type":"secret"}],"_postman_variable_scope":"environment"})");
    QCOMPARE(cli.run({QStringLiteral("import"), collection, QStringLiteral("--to"), QStringLiteral("col")}), 0);
    QVERIFY2(cli.errors.contains("Issues/Bugs/Create: one: Line 1, column "), cli.errors.constData());
    QVERIFY(cli.errors.contains("The test script was not carried over; expectations take its place."));
    QCOMPARE(cli.run({QStringLiteral("import"), environment, QStringLiteral("--to"), QStringLiteral("col")}), 0);
    const QString folder = cli.folder.filePath(QStringLiteral("col"));
    QCOMPARE(filesBelow(folder), words({"Issues-Bugs/Create- one.action.json", "collection.json", "environments/prod.json"}));
    QVERIFY(contentsOf(folder + QStringLiteral("/Issues-Bugs/Create- one.action.json")).contains("\"n\":\"{{count}}\""));
    QVERIFY2(contentsOf(folder + QStringLiteral("/collection.json")).contains("\"count\": \"5\""), contentsOf(folder + QStringLiteral("/collection.json")).constData());
    const QByteArray made = contentsOf(folder + QStringLiteral("/environments/prod.json"));
    QVERIFY2(made.contains("\"apiKey\"") && !made.contains("planted"), made.constData());
}

// A folder of Bruno by its relative name, into one where a file stands in the way of a folder.
void TestCliImport::saysWhatCouldNotBeWritten()
{
    CliProcess cli;
    for (const char *folder : {"bru/issues", "col"})
        QVERIFY(QDir(cli.folder.path()).mkpath(QString::fromLatin1(folder)));
    (void)cli.write(QStringLiteral("bru/bruno.json"), "{\"name\":\"Mine\"}");
    (void)cli.write(QStringLiteral("bru/a.bru"), "post {\n  url: https://h/api/v2/actions/Y/execute\n}\n");
    (void)cli.write(QStringLiteral("bru/issues/b.bru"), "post {\n  url: https://h/api/v2/actions/X/execute\n}\n");
    QCOMPARE(cli.run(words({"import", "bru", "--to", "whole"})), 0);
    (void)cli.write(QStringLiteral("col/issues"), "mine");
    QCOMPARE(cli.run(words({"import", "bru", "--to", "col"})), 2);
    QVERIFY2(cli.errors.contains("/col/issues"), cli.errors.constData());
    QCOMPARE(contentsOf(cli.folder.filePath(QStringLiteral("col/issues"))), QByteArray("mine"));
    QCOMPARE(filesBelow(cli.folder.filePath(QStringLiteral("col"))).filter(QStringLiteral(".action.json")), words({"a.action.json"}));
}

void TestCliImport::reportsForPrograms()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"import", "-", "--to", "col", "--print", "report", "--quiet"}), "composio.tools.execute('X_Y', arguments={'a': b})"), 0);
    QVERIFY(cli.errors.isEmpty());
    const json::Document report = json::Document::parse(cli.output);
    QVERIFY(report.isValid());
    const json::Value root = report.root();
    QCOMPARE(root.member(u"form").toString(), QStringLiteral("sdk"));
    QCOMPARE(root.member(u"drafts").at(0).member(u"actionId").toString(), QStringLiteral("X_Y"));
    QCOMPARE(root.member(u"drafts").at(0).member(u"guesses").at(0).member(u"field").toString(), QStringLiteral("apiVersion"));
    QCOMPARE(root.member(u"troubles").at(0).member(u"offset").toInteger(), std::optional<qint64>(46));
    QCOMPARE(root.member(u"written").count(), 2);
}

void TestCliImport::executesNothing()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    CliProcess cli;
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(server.serverPort());
    const QByteArray text = "touch touched; curl " + url + "/api/v2/actions/X/execute -d \"$(touch touched)\" -o touched; `touch touched`";
    QCOMPARE(cli.run(words({"import", "-", "--to", "col"}), text), 0);
    QVERIFY(!server.hasPendingConnections());
    QVERIFY(!QFile::exists(cli.folder.filePath(QStringLiteral("touched"))));
}

void TestCliImport::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("nothing") << words({"import", "-", "--to", "col"}) << QByteArray() << QByteArray("the text is empty");
    QTest::newRow("binary") << words({"import", "-", "--to", "col"}) << QByteArray("\x89PNG\0\1", 6) << QByteArray("This is no text: byte 4 is a control character.");
    QTest::newRow("prose") << words({"import", "-", "--to", "col"}) << QByteArray("hello") << QByteArray("The text was not recognised");
    QTest::newRow("no file") << words({"import", "absent.har"}) << QByteArray() << QByteArray("absent.har");
    QTest::newRow("no word") << words({"import"}) << QByteArray() << QByteArray("takes one file or folder");
    QTest::newRow("a form nobody knows") << words({"import", "-", "--as", "fax"}) << QByteArray() << QByteArray("There is no form “fax”.");
    QTest::newRow("a folder that cannot be made") << words({"import", "-", "--to", "/proc/none/col"}) << QByteArray(curl) << QByteArray("could not be made");
}

void TestCliImport::refusesWhatItCannotRead()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, sentence);
    CliProcess cli;
    QCOMPARE(cli.run(options, input), 2);
    QVERIFY2(cli.errors.contains(sentence), cli.errors.constData());
    QCOMPARE(filesBelow(cli.folder.path()), QStringList());
}

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cli_import.moc"
