// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/collectionfiles.h"

#include "app/base/atomicfile.h"
#include "app/storage/collectionfile.h"
#include "app/storage/collectionsecrets.h"
#include "app/storage/collectionwatcher.h"
#include "app/storage/memorysecretstore.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::storage;

// What a person does to a collection's files, and what happens to them from outside.
class TestCollectionFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void makesACollection();
    void neverWritesOverAnotherFile();
    void renamesMovesAndDuplicates();
    void orderFollows();
    void deletesToTheTrash();
    void refusesBadNames_data();
    void refusesBadNames();
    void leavesWhatMayNotBeWritten();
    void filesKeepTheirUsualRights();
    void setsTheOrderOfOneFolder();
    void onePullIsOneChange();
    void seesAFileThatIsReplacedAgainAndAgain();
    void twoPeoplesEditsMerge();
    void secretsComeFromTheProcessOrTheStore();

private:
    [[nodiscard]] QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QByteArray content(const char *name) const { return readFile(path(name)).value_or("(none)"); }
    void write(const char *name, const QByteArray &bytes) const { QVERIFY(writeFileAtomically(path(name), bytes)); }
    [[nodiscard]] QByteArray git(const QStringList &arguments, int expected = 0) const
    {
        QProcess git;
        git.setWorkingDirectory(m_dir->path());
        git.start(QStringLiteral("git"),
            QStringList {QStringLiteral("-c"), QStringLiteral("user.name=T"), QStringLiteral("-c"),
                QStringLiteral("user.email=t@example.org")}
                + arguments);
        git.waitForFinished();
        const QByteArray output = git.readAllStandardOutput() + git.readAllStandardError();
        if (git.exitCode() != expected)
            qWarning("%s", output.constData());
        return output;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestCollectionFiles::makesACollection()
{
    QVERIFY(createCollection(m_dir->path(), QStringLiteral("Issues")));
    QCOMPARE(content("collection.json"), QByteArray("{\n  \"actionscope\": 1,\n  \"name\": \"Issues\"\n}\n"));
    SavedRequest request;
    request.request.actionId = QStringLiteral("A");
    const auto folder = createFolder(m_dir->path(), QStringLiteral(" sub "));
    QCOMPARE(folder.value_or(QString()), path("sub"));
    const auto made = createRequest(*folder, QStringLiteral("öne & two"), request);
    QCOMPARE(made.value_or(QString()), path("sub/öne & two.action.json"));
    const Collection collection = *readCollection(m_dir->path());
    QCOMPARE(requestsBelow(collection.root).size(), size_t(1));
    QCOMPARE(readRequestFile(*made)->request.actionId, QStringLiteral("A"));
    QCOMPARE(readRequestFile(*made)->name, QStringLiteral("öne & two"));
    QVERIFY(!createCollection(m_dir->path(), QStringLiteral("Again")));
}

void TestCollectionFiles::neverWritesOverAnotherFile()
{
    write("a.action.json", "{\"actionId\":\"A\"}");
    write("b.action.json", "{\"actionId\":\"B\"}");
    write("sub/a.action.json", "{\"actionId\":\"C\"}");
    QVERIFY(!createRequest(m_dir->path(), QStringLiteral("a"), {}));
    QVERIFY(!createFolder(m_dir->path(), QStringLiteral("sub")));
    QVERIFY(!renameEntry(path("a.action.json"), QStringLiteral("b")));
    QVERIFY(!moveEntry(path("a.action.json"), path("sub")));
    QVERIFY(!moveEntry(path("sub"), path("sub")));
    QCOMPARE(content("a.action.json"), QByteArray("{\"actionId\":\"A\"}"));
    QCOMPARE(content("b.action.json"), QByteArray("{\"actionId\":\"B\"}"));
    QCOMPARE(content("sub/a.action.json"), QByteArray("{\"actionId\":\"C\"}"));
}

void TestCollectionFiles::renamesMovesAndDuplicates()
{
    const QByteArray odd = "{ \"actionId\":\"A\" ,\n\n\"x\":1.10}";
    write("a.action.json", odd);
    QDir(m_dir->path()).mkdir(QStringLiteral("sub"));
    QCOMPARE(duplicateRequest(path("a.action.json")).value_or(QString()), path("a copy.action.json"));
    QCOMPARE(duplicateRequest(path("a.action.json")).value_or(QString()), path("a copy 2.action.json"));
    QCOMPARE(content("a copy 2.action.json"), odd);
    QCOMPARE(renameEntry(path("a.action.json"), QStringLiteral("b")).value_or(QString()), path("b.action.json"));
    QCOMPARE(renameEntry(path("b.action.json"), QStringLiteral("b")).value_or(QString()), path("b.action.json"));
    QCOMPARE(renameEntry(path("b.action.json"), QStringLiteral("B")).value_or(QString()), path("B.action.json"));
    QCOMPARE(moveEntry(path("B.action.json"), path("sub")).value_or(QString()), path("sub/B.action.json"));
    QCOMPARE(content("sub/B.action.json"), odd);
    QVERIFY(!QFile::exists(path("a.action.json")) && !QFile::exists(path("B.action.json")));
}

void TestCollectionFiles::orderFollows()
{
    write("collection.json", "{\"order\": [\"sub/one\", \"sub/\", \"two\", \"other\"]}");
    write("sub/one.action.json", "{}");
    write("two.action.json", "{}");
    QVERIFY(renameEntry(path("two.action.json"), QStringLiteral("zwei")));
    QVERIFY(renameEntry(path("sub"), QStringLiteral("unter")));
    QCOMPARE(readCollectionHead(content("collection.json"))->order,
        QStringLiteral("unter/one|unter/|zwei|other").split(u'|'));
    QVERIFY(moveEntry(path("zwei.action.json"), path("unter")));
    QCOMPARE(readCollectionHead(content("collection.json"))->order,
        QStringLiteral("unter/one|unter/|unter/zwei|other").split(u'|'));
}

void TestCollectionFiles::deletesToTheTrash()
{
    qputenv("XDG_DATA_HOME", path("data not there yet").toUtf8()); // as on a fresh machine
    write("a.action.json", "{\"actionId\":\"precious\"}");
    QVERIFY(trashEntry(path("a.action.json")));
    QVERIFY(!QFile::exists(QStringLiteral("files/a.action.json")));
    QVERIFY(!QFile::exists(path("a.action.json")));
    QCOMPARE(trashEntry(path("a.action.json")).error().code, ErrorCode::NotFound);
}

void TestCollectionFiles::refusesBadNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QStringLiteral("  ");
    QTest::newRow("hidden") << QStringLiteral(".git");
    QTest::newRow("another folder") << QStringLiteral("../a");
    QTest::newRow("a back slash") << QStringLiteral("a\\b");
    QTest::newRow("a line break") << QStringLiteral("a\nb");
    QTest::newRow("what Windows refuses") << QStringLiteral("a:b");
    QTest::newRow("too long") << QString(201, u'a');
}

void TestCollectionFiles::refusesBadNames()
{
    QFETCH(QString, name);
    const auto made = createRequest(m_dir->path(), name, {});
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidInput);
    QVERIFY(QDir(m_dir->path()).isEmpty());
}

void TestCollectionFiles::leavesWhatMayNotBeWritten()
{
    write("newer.action.json", "{\"actionscope\": 2}");
    SavedRequest newer = *readRequestFile(path("newer.action.json"));
    newer.notes = QStringLiteral("x");
    QCOMPARE(saveRequestFile(path("newer.action.json"), newer).error().code, ErrorCode::Unwritable);
    QCOMPARE(content("newer.action.json"), QByteArray("{\"actionscope\": 2}"));

    write("collection.json", "{ broken");
    QVERIFY(!saveCollectionVariables(m_dir->path(), {{QStringLiteral("a"), "1"}}));
    QCOMPARE(content("collection.json"), QByteArray("{ broken"));

    const auto impossible = saveRequestFile(QStringLiteral("/proc/none/a.action.json"), SavedRequest());
    QVERIFY(!impossible);
    QVERIFY2(impossible.error().sentence.contains(QStringLiteral("/proc/none/a.action.json")),
        qPrintable(impossible.error().sentence));
}

void TestCollectionFiles::filesKeepTheirUsualRights()
{
    const auto everybody = QFileDevice::ReadOther | QFileDevice::ReadGroup;
    write("a.action.json", "{}");
    QVERIFY(QFile::setPermissions(path("a.action.json"), QFile::permissions(path("a.action.json")) | everybody));
    SavedRequest request = *readRequestFile(path("a.action.json"));
    request.notes = QStringLiteral("x");
    QVERIFY(saveRequestFile(path("a.action.json"), request));
    QCOMPARE(QFile::permissions(path("a.action.json")) & everybody, everybody);
}

void TestCollectionFiles::setsTheOrderOfOneFolder()
{
    write("collection.json", "{\"order\": [\"z/\", \"z/b\", \"a\", \"z/deep/x\"]}");
    QVERIFY(saveChildOrder(m_dir->path(), QStringLiteral("z"), QStringLiteral("z/a|z/b|z/deep/").split(u'|')));
    QCOMPARE(readCollectionHead(content("collection.json"))->order,
        QStringLiteral("z/|z/a|z/b|z/deep/|a|z/deep/x").split(u'|'));
    QVERIFY(saveChildOrder(m_dir->path(), QString(), QStringLiteral("a|z/").split(u'|')));
    QCOMPARE(readCollectionHead(content("collection.json"))->order,
        QStringLiteral("a|z/|z/a|z/b|z/deep/|z/deep/x").split(u'|'));
}

void TestCollectionFiles::onePullIsOneChange()
{
    write("a.action.json", "{}");
    CollectionWatcher watcher;
    QSignalSpy changed(&watcher, &CollectionWatcher::changed);
    watcher.watch({m_dir->path()}, {path("a.action.json"), path("not there")});
    for (int i = 0; i < 200; ++i)
        write(qPrintable(QStringLiteral("%1.action.json").arg(i)), "{}");
    QTRY_COMPARE(changed.size(), 1);
    write("later.action.json", "{}"); // the next is the second: nothing of the two hundred was left to come
    QTRY_COMPARE(changed.size(), 2);
}

void TestCollectionFiles::seesAFileThatIsReplacedAgainAndAgain()
{
    write("a.action.json", "{}");
    CollectionWatcher watcher;
    QSignalSpy changed(&watcher, &CollectionWatcher::changed);
    watcher.watch({}, {path("a.action.json")});
    for (int times = 1; times <= 3; ++times) {
        write("a.action.json", QByteArray(times, ' ') + "{}"); // a new file of that name
        QTRY_COMPARE(changed.size(), times);
    }
    QFile file(path("a.action.json")); // and the same file written into
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{ }") == 3);
    file.close();
    QTRY_COMPARE(changed.size(), 4);
}

// One changes the input and adds a tag to the collection's requests, the other the notes and a variable.
void TestCollectionFiles::twoPeoplesEditsMerge()
{
    SavedRequest request;
    request.request.actionId = QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    request.request.entityId = QStringLiteral("default");
    request.request.input = "{\n  \"owner\": \"octocat\",\n  \"repo\": \"Hello-World\",\n  \"title\": \"{{title}}\"\n}";
    request.expect = "[\n  { \"successful\": true }\n]";
    request.notes = QStringLiteral("Notes");
    QVERIFY(createCollection(m_dir->path(), QStringLiteral("Shared")));
    QVERIFY(saveCollectionVariables(m_dir->path(), {{QStringLiteral("a"), "1"}, {QStringLiteral("m"), "2"},
                                                      {QStringLiteral("z"), "3"}}));
    const QString file = *createRequest(m_dir->path(), QStringLiteral("create"), request);
    (void)git({QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("trunk")});
    (void)git({QStringLiteral("add"), QStringLiteral("-A")});
    (void)git({QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("first")});
    const auto commit = [this] { (void)git({QStringLiteral("commit"), QStringLiteral("-qam"), QStringLiteral("more")}); };

    (void)git({QStringLiteral("checkout"), QStringLiteral("-qb"), QStringLiteral("other")});
    SavedRequest theirs = *readRequestFile(file);
    theirs.notes = QStringLiteral("Better notes");
    QVERIFY(saveRequestFile(file, theirs));
    QVERIFY(saveCollectionVariables(m_dir->path(), {{QStringLiteral("a"), "1"}, {QStringLiteral("m"), "2"},
                                                      {QStringLiteral("z"), "33"}}));
    commit();
    (void)git({QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("trunk")});
    SavedRequest mine = *readRequestFile(file);
    mine.request.input.replace("octocat", "hubot");
    mine.request.version = QStringLiteral("latest");
    QVERIFY(saveRequestFile(file, mine));
    QVERIFY(saveCollectionVariables(m_dir->path(), {{QStringLiteral("a"), "11"}, {QStringLiteral("m"), "2"},
                                                      {QStringLiteral("z"), "3"}}));
    const QByteArray diff = git({QStringLiteral("diff"), QStringLiteral("--unified=0")});
    QCOMPARE(diff.count("\n+") - diff.count("\n+++"), 3); // version, owner, one variable
    QCOMPARE(diff.count("\n-") - diff.count("\n---"), 2);
    commit();
    const QByteArray merged = git({QStringLiteral("merge"), QStringLiteral("--no-edit"), QStringLiteral("other")});
    QVERIFY2(!merged.contains("CONFLICT"), merged.constData());

    const SavedRequest both = *readRequestFile(file);
    QVERIFY(both.request.input.contains("hubot"));
    QCOMPARE(both.notes, QStringLiteral("Better notes"));
    QCOMPARE(readCollection(m_dir->path())->variables,
        (VariableList {{QStringLiteral("a"), "11"}, {QStringLiteral("m"), "2"}, {QStringLiteral("z"), "33"}}));
}

void TestCollectionFiles::secretsComeFromTheProcessOrTheStore()
{
    MemorySecretStore store;
    store.write(collectionSecretName(QStringLiteral("C"), QStringLiteral("ci"), QStringLiteral("STORED")), "kept");
    store.write(collectionSecretName(QStringLiteral("C"), QStringLiteral("ci"), QStringLiteral("apiKey")), "kept too");
    qputenv("ACTIONSCOPE_SECRET_APIKEY", "from the process");
    qputenv("ACTIONSCOPE_SECRET_my_token", "t");
    CollectionEnvironment environment;
    environment.name = QStringLiteral("ci");
    environment.secrets = QStringLiteral("STORED|apiKey|my-token|absent").split(u'|');
    QFuture<QList<SecretValue>> read = readSecrets(&store, QStringLiteral("C"), environment);
    QTRY_VERIFY(read.isFinished());
    QList<SecretValue> secrets = read.result();
    std::sort(secrets.begin(), secrets.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    QCOMPARE(secrets.size(), 3);
    QCOMPARE(secrets[0].value, QByteArray("kept"));
    QCOMPARE(secrets[1].value, QByteArray("from the process"));
    QCOMPARE(secrets[1].source, QStringLiteral("ACTIONSCOPE_SECRET_APIKEY"));
    QCOMPARE(secrets[2].value, QByteArray("t"));
    qunsetenv("ACTIONSCOPE_SECRET_APIKEY");
    qunsetenv("ACTIONSCOPE_SECRET_my_token");
}

QTEST_GUILESS_MAIN(TestCollectionFiles)
#include "tst_collectionfiles.moc"
