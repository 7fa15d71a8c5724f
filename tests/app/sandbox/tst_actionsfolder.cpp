// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

// A folder of a person's own actions, edited while the sandbox runs.
class TestActionsFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesAChangedFile();
    void takesAReplacedFile();
    void takesANewFileAndItsAccounts();
    void dropsARemovedFile();
    void keepsWhatABrokenFileSaid_data();
    void keepsWhatABrokenFileSaid();
    void leavesRequestsInProgressAlone();
    void seedsOnce();

private:
    [[nodiscard]] bool write(const char *name, const QByteArray &text) const;
    [[nodiscard]] QByteArray greeting() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<QSignalSpy> m_changed;
    std::unique_ptr<QSignalSpy> m_refused;
    quint16 m_port = 0;
};

namespace {

QByteArray manifest(const QByteArray &app, const QByteArray &behaviour, const QByteArray &more = {})
{
    return "{\n\"app\": {\"key\":\"" + app.toLower() + "\",\"name\":\"Own\",\"description\":\"d\"},\n" + more
        + "\"actions\": [{\"name\":\"" + app + "_GREET\",\"displayName\":\"Greet\",\"description\":\"d\",\n"
          "\"parameters\":{\"type\":\"object\"},\n\"behaviour\":" + behaviour + "}]}";
}

QByteArray responding(const QByteArray &text)
{
    return R"({"kind":"respond","answer":{"text":")" + text + "\"}}";
}

} // namespace

void TestActionsFolder::init()
{
    m_sandbox.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(write("own.json", manifest("OWN", responding("first"))));
    m_sandbox = std::make_unique<sandbox::Sandbox>();
    m_changed = std::make_unique<QSignalSpy>(m_sandbox.get(), &sandbox::Sandbox::actionsChanged);
    m_refused = std::make_unique<QSignalSpy>(m_sandbox.get(), &sandbox::Sandbox::manifestRefused);
    QSignalSpy started(m_sandbox.get(), &sandbox::Sandbox::started);
    sandbox::SandboxOptions options;
    options.actionsFolder = m_folder->path();
    options.state = m_folder->filePath(QStringLiteral("state"));
    options.apiKey = "test-key";
    m_sandbox->start(options);
    QVERIFY(started.wait(10000));
    m_port = quint16(started.first().first().value<sandbox::SandboxAddress>().url.port());
    QCOMPARE(greeting(), QByteArray("\"first\""));
}

bool TestActionsFolder::write(const char *name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(QLatin1String(name)));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray TestActionsFolder::greeting() const
{
    RawClient client(m_port);
    client.send(RunningSandbox::requestBytes("POST", "/api/v2/actions/OWN_GREET/execute", "{}"));
    return at(client.read().body, QStringLiteral("data.text"));
}

void TestActionsFolder::takesAChangedFile()
{
    QVERIFY(write("own.json", manifest("OWN", responding("second"))));
    QVERIFY(m_changed->wait(5000));
    QCOMPARE(greeting(), QByteArray("\"second\""));
    QVERIFY(write("own.json", manifest("OWN", responding("third"))));
    QVERIFY(m_changed->wait(5000));
    QCOMPARE(greeting(), QByteArray("\"third\""));
    QCOMPARE(m_refused->size(), 0);
}

void TestActionsFolder::takesAReplacedFile() // as editors save
{
    for (const char *text : {"second", "third"}) {
        QVERIFY(write("own.json.new", manifest("OWN", responding(text))));
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("own.json"))));
        QVERIFY(QFile::rename(
            m_folder->filePath(QStringLiteral("own.json.new")), m_folder->filePath(QStringLiteral("own.json"))));
        QTRY_COMPARE(greeting(), QByteArray("\"") + text + '"');
    }
}

void TestActionsFolder::takesANewFileAndItsAccounts()
{
    QVERIFY(write("more.json", manifest("MORE", responding("more"))));
    QVERIFY(m_changed->wait(5000));
    RawClient client(m_port);
    client.send(RunningSandbox::requestBytes("GET", "/api/v1/connectedAccounts?appNames=more&entityId=default"));
    QCOMPARE(at(client.read().body, QStringLiteral("items.0.status")), QByteArray("\"ACTIVE\""));
    client.send(RunningSandbox::requestBytes("POST", "/api/v3/tools/execute/MORE_GREET", R"({"user_id":"default"})"));
    QCOMPARE(at(client.read().body, QStringLiteral("data.text")), QByteArray("\"more\""));
    QCOMPARE(greeting(), QByteArray("\"first\""));
}

void TestActionsFolder::dropsARemovedFile()
{
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("own.json"))));
    QVERIFY(m_changed->wait(5000));
    RawClient client(m_port);
    client.send(RunningSandbox::requestBytes("POST", "/api/v2/actions/OWN_GREET/execute", "{}"));
    QCOMPARE(client.read().status, 404);
}

void TestActionsFolder::keepsWhatABrokenFileSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    const auto row = [](const QByteArray &name, const QByteArray &text, const QString &place, const QString &reason) {
        QTest::newRow(name.constData()) << text << place << reason;
    };
    row("no JSON", "{\n  \"app\": }", QStringLiteral("line 2, column 10"), QString());
    row("nothing", QByteArray(), QStringLiteral("line 1"), QString());
    row("no actions", "{\"app\":{\"key\":\"own\",\"name\":\"O\",\"description\":\"d\"}}", QStringLiteral("line 1"),
        QStringLiteral("actions"));
    row("a member of a wrong type", manifest("OWN", "7"), QStringLiteral("line 5, column 13"), QStringLiteral("object"));
    row("unknown kind", manifest("OWN", R"({"kind":"magic"})"), QStringLiteral("line 5, column 13"),
        QStringLiteral("\"magic\""));
    row("unknown step", manifest("OWN", R"({"kind":"steps","steps":[{"kind":"jump"}]})"), QStringLiteral("line 5"),
        QStringLiteral("\"jump\""));
    row("unknown function", manifest("OWN", "{\"kind\":\"respond\",\n\"answer\":\"{{input.a | shout}}\"}"),
        QStringLiteral("line 6, column 10"), QStringLiteral("\"shout\""));
    row("unknown name", manifest("OWN", "{\"kind\":\"respond\",\n\"answer\":{\"a\":\"{{isue.title}}\"}}"),
        QStringLiteral("line 6, column 15"), QStringLiteral("\"isue\""));
    row("open expression", manifest("OWN", responding("{{input.a")), QStringLiteral("line 5"),
        QStringLiteral("does not close"));
    row("unknown condition", manifest("OWN", R"({"kind":"query","table":"t","where":[{"field":"a","like":"b"}]})"),
        QStringLiteral("line 5"), QStringLiteral("\"like\""));
    row("a list", "\n[]", QStringLiteral("line 2, column 1"), QStringLiteral("an object with app and actions"));
    for (const char *name : {"OWN/GREET", "OWN GREET", "OWN?", "\u00d6WN", ""}) {
        row(QByteArray("name \"") + name + '"', manifest("OWN", "{}").replace("OWN_GREET", name), QStringLiteral("line 3, column 21"),
            QStringLiteral("must match the pattern"));
    }
    row("key with a space", manifest("OWN KEY", responding("a")), QStringLiteral("line 2, column 15"), QStringLiteral("pattern"));
    row("no such list", manifest("OWN", R"({"kind":"query","list":"t"})"), QStringLiteral("line 5"),
        QStringLiteral("\"t\""));
}

void TestActionsFolder::keepsWhatABrokenFileSaid()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    QFETCH(const QString, reason);
    QVERIFY(write("own.json", text));
    QVERIFY(m_refused->wait(5000));
    const QString sentence = m_refused->last().first().value<Error>().sentence;
    QVERIFY2(sentence.contains(QLatin1String("own.json")) && sentence.contains(place) && sentence.contains(reason),
        qUtf8Printable(sentence));
    QCOMPARE(greeting(), QByteArray("\"first\""));
    QVERIFY(write("own.json", manifest("OWN", responding("mended"))));
    QTRY_COMPARE(greeting(), QByteArray("\"mended\""));
}

void TestActionsFolder::leavesRequestsInProgressAlone()
{
    QVERIFY(write("own.json",
        manifest("OWN", R"({"kind":"wait","milliseconds":1500,"answer":{"text":"before {{user}}"}})")));
    QVERIFY(m_changed->wait(5000));
    RawClient slow(m_port);
    slow.send(RunningSandbox::requestBytes("POST", "/api/v2/actions/OWN_GREET/execute", "{}"));
    RawClient large(m_port);
    large.send(RunningSandbox::requestBytes(
        "POST", "/api/v2/actions/SANDBOX_FILL/execute", R"({"input":{"megabytes":20}})"));
    QVERIFY(write("own.json", manifest("OWN", responding("after"))));
    QVERIFY(m_changed->wait(5000));
    QCOMPARE(greeting(), QByteArray("\"after\""));
    QCOMPARE(at(slow.read().body, QStringLiteral("data.text")), QByteArray("\"before default\""));
    QVERIFY(json::Document::parse(large.read().body).isValid());
}

void TestActionsFolder::seedsOnce()
{
    const QByteArray query = R"({"kind":"query","table":"own_notes","answer":{"text":"{{rows | each(\"n\")}}"}})";
    QVERIFY(write("own.json", manifest("OWN", query, R"("seeds":[{"table":"own_notes","records":[{"n":1},{"n":2}]}],)")));
    QVERIFY(m_changed->wait(5000));
    QCOMPARE(greeting(), QByteArray("[1,2]"));
    QVERIFY(write("own.json",
        manifest("OWN", R"({"kind":"remove","table":"own_notes","where":[{"field":"n","equals":"1"}]})")));
    QVERIFY(m_changed->wait(5000));
    QCOMPARE(greeting(), QByteArray());
    QVERIFY(write("own.json", manifest("OWN", query, R"("seeds":[{"table":"own_notes","records":[{"n":1},{"n":2}]}],)")));
    QVERIFY(m_changed->wait(5000));
    QCOMPARE(greeting(), QByteArray("[2]"));
}

QTEST_GUILESS_MAIN(TestActionsFolder)
#include "tst_actionsfolder.moc"
