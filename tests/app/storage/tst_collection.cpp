// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/collection.h"

#include "app/base/atomicfile.h"
#include "app/storage/collectionfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <unistd.h>

using namespace actionscope;
using namespace actionscope::storage;

// A folder of files, however it came about, is a collection; what is wrong with one file leaves the others usable.
class TestCollection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void readsTheTreeInOrder();
    void readsVariablesAndEnvironments();
    void anyFolderWillDo();
    void namesTroublesAndKeepsTheRest();
    void followsLinksButNotInCircles();
    void namesThatAreNotUtf8AreTold();
    void saysWhyAFolderCannotBeRead();
    void findsTheCollectionOfAFile();
    void headChangesNoByteOnSave_data();
    void headChangesNoByteOnSave();
    void headChangesOnlyWhatWasChanged();
    void environmentChangesOnlyWhatWasChanged();

private:
    void write(const QString &path, const QByteArray &bytes) const
    {
        QVERIFY(writeFileAtomically(m_dir->filePath(path), bytes));
    }
    [[nodiscard]] Collection read() const
    {
        const Result<Collection> collection = readCollection(m_dir->path());
        return collection ? *collection : Collection();
    }
    // One line a node, indented by its depth; folders end in '/'.
    [[nodiscard]] static QStringList tree(const CollectionNode &node, int depth = 0)
    {
        QStringList lines;
        for (const CollectionNode &child : node.children) {
            const bool isFolder = child.kind == CollectionNode::Kind::Folder;
            lines.append(QString(depth, u' ') + child.name + (isFolder ? QStringLiteral("/") : QString()));
            lines += tree(child, depth + 1);
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestCollection::readsTheTreeInOrder()
{
    for (const char *path : {"b.action.json", "A.action.json", "z/one.action.json", "z/two.action.json",
             "z/deep/x.action.json", "m/last.action.json", ".git/config.action.json", "z/read.md", "first.action.json"})
        write(QString::fromUtf8(path), "{}");
    write(QStringLiteral("environments/ci.json"), "{}");
    const QStringList byName = QStringLiteral("m/| last|z/| deep/|  x| one| two|A|b|first").split(u'|');
    QCOMPARE(tree(read().root), byName);

    write(QStringLiteral("collection.json"), R"({"order": ["first", "z/", "z/two", "gone", "z/deep/"]})");
    const QStringList ordered = QStringLiteral("first|z/| two| deep/|  x| one|m/| last|A|b").split(u'|');
    const Collection collection = read();
    QCOMPARE(tree(collection.root), ordered);
    QVERIFY(collection.troubles.isEmpty());
    const auto requests = requestsBelow(collection.root);
    QCOMPARE(requests.size(), size_t(7));
    QCOMPARE(requests[1]->path, QStringLiteral("z/two.action.json"));
    QCOMPARE(absolutePath(collection, *requests[1]), m_dir->filePath(QStringLiteral("z/two.action.json")));
}

void TestCollection::readsVariablesAndEnvironments()
{
    write(QStringLiteral("collection.json"),
        R"({"actionscope":1,"name":"Issues","variables":{"b":1.10,"a":{"x":[]}},"order":[]})");
    write(QStringLiteral("environments/ci.json"),
        R"({"baseUrl":"https://{{host}}/","api":"v2","variables":{"host":"localhost"},"secrets":["apiKey","TOKEN"],)"
        R"("protected":true})");
    const Collection collection = read();
    QCOMPARE(collection.name, QStringLiteral("Issues"));
    QCOMPARE(collection.variables, (VariableList {{QStringLiteral("b"), "1.10"}, {QStringLiteral("a"), "{\"x\":[]}"}}));
    QCOMPARE(collection.environments.size(), 1);
    const CollectionEnvironment environment = collection.environments.first();
    QCOMPARE(environment.name, QStringLiteral("ci"));
    QCOMPARE(environment.baseUrl, QStringLiteral("https://{{host}}/"));
    QCOMPARE(environment.apiVersion, api::ApiVersion::V2);
    QCOMPARE(environment.secrets, (QStringList {QStringLiteral("apiKey"), QStringLiteral("TOKEN")}));
    QVERIFY(environment.isProtected);
}

void TestCollection::anyFolderWillDo()
{
    const Collection empty = read();
    QCOMPARE(empty.name, QFileInfo(m_dir->path()).fileName());
    QVERIFY(empty.root.children.empty() && empty.troubles.isEmpty());
}

void TestCollection::namesTroublesAndKeepsTheRest()
{
    write(QStringLiteral("good.action.json"), "{}");
    write(QStringLiteral("Good.action.json"), "{}");
    write(QStringLiteral("collection.json"), "{\n \"name\": ");
    write(QStringLiteral("environments/broken.json"), "{\"api\": \"v9\"}");
    write(QStringLiteral("environments/fine.json"), "{}");
    QVERIFY(QFile::link(m_dir->filePath(QStringLiteral("gone")), m_dir->filePath(QStringLiteral("link.action.json"))));
    const Collection collection = read();
    QStringList troubles;
    for (const CollectionTrouble &trouble : collection.troubles)
        troubles.append(QDir(m_dir->path()).relativeFilePath(trouble.path) + QStringLiteral(": ") + trouble.sentence);
    troubles.sort();
    QCOMPARE(troubles.size(), 4);
    QVERIFY2(troubles[0].startsWith(QStringLiteral("collection.json: Line 2, column 10: this is not valid JSON: ")),
        qPrintable(troubles[0]));
    QCOMPARE(troubles[1],
        QStringLiteral("environments/broken.json: Line 1, column 9: api must be v2, v3 or v3.1, not “v9”."));
    QVERIFY2(troubles[2].contains(QStringLiteral("differ only in case")), qPrintable(troubles[2]));
    QCOMPARE(troubles[3], QStringLiteral("link.action.json: This link leads nowhere."));
    QCOMPARE(tree(collection.root), (QStringList {QStringLiteral("Good"), QStringLiteral("good")}));
    QCOMPARE(collection.environments.size(), 1);
}

void TestCollection::followsLinksButNotInCircles()
{
    write(QStringLiteral("a/one.action.json"), "{}");
    write(QStringLiteral("b/two.action.json"), "{}");
    QVERIFY(QFile::link(m_dir->path(), m_dir->filePath(QStringLiteral("a/up"))));
    QVERIFY(QFile::link(m_dir->filePath(QStringLiteral("b")), m_dir->filePath(QStringLiteral("a/side"))));
    const Collection collection = read();
    const QStringList expected = QStringLiteral("a/| side/|  two| up/| one|b/| two").split(u'|');
    QCOMPARE(tree(collection.root), expected);
    QCOMPARE(collection.troubles.size(), 1);
    QCOMPARE(collection.troubles.first().path, m_dir->filePath(QStringLiteral("a/up")));
    QVERIFY(collection.troubles.first().sentence.startsWith(QStringLiteral("This link leads back to a folder")));
}

void TestCollection::namesThatAreNotUtf8AreTold()
{
    write(QStringLiteral("good.action.json"), "{}");
    const std::string bad = m_dir->path().toStdString() + "/caf\xe9.action.json";
    FILE *file = std::fopen(bad.c_str(), "w");
    QVERIFY(file);
    std::fclose(file);
    const Collection collection = read();
    QCOMPARE(tree(collection.root), QStringList {QStringLiteral("good")});
    QCOMPARE(collection.troubles.size(), 1);
    QVERIFY(collection.troubles.first().sentence.startsWith(QStringLiteral("The name is not UTF-8")));
    std::filesystem::remove(bad);
}

void TestCollection::saysWhyAFolderCannotBeRead()
{
    QCOMPARE(readCollection(m_dir->filePath(QStringLiteral("none"))).error().code, ErrorCode::NotFound);
    write(QStringLiteral("file"), "x");
    QCOMPARE(readCollection(m_dir->filePath(QStringLiteral("file"))).error().code, ErrorCode::InvalidInput);
}

void TestCollection::findsTheCollectionOfAFile()
{
    write(QStringLiteral("collection.json"), "{}");
    write(QStringLiteral("a/b/x.action.json"), "{}");
    QCOMPARE(collectionFolderOf(m_dir->filePath(QStringLiteral("a/b/x.action.json"))), m_dir->path());
    QCOMPARE(collectionFolderOf(m_dir->path()), m_dir->path());
    QCOMPARE(collectionFolderOf(QStringLiteral("/")), QString());
}

void TestCollection::headChangesNoByteOnSave_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("{\n  \"actionscope\": 1,\n  \"name\": \"A\",\n  \"order\": [\"a\", \"b/\"]\n}\n");
    QTest::newRow("one line") << QByteArray("{\"variables\":{\"a\":1.10,\"b\" : [ ] },\"x\":null}");
    QTest::newRow("Windows") << QByteArray("{\r\n\t\"name\": \"\\u0041\",\r\n\t\"variables\": {}\r\n}");
}

void TestCollection::headChangesNoByteOnSave()
{
    QFETCH(QByteArray, text);
    const Result<CollectionHead> head = readCollectionHead(text);
    QVERIFY(head);
    QCOMPARE(writeCollectionHead(text, *head), text);
}

void TestCollection::headChangesOnlyWhatWasChanged()
{
    const QByteArray text = "{\n  \"x\": 1,\n  \"name\": \"A\",\n  \"variables\": {\n    \"a\": 1.10,\n    \"b\": \"t\"\n  }\n}\n";
    CollectionHead head = *readCollectionHead(text);
    head.variables[1].json = "\"u\"";
    head.variables.append({QStringLiteral("c"), "[1]"});
    QByteArray expected = text;
    expected.replace("\"t\"\n", "\"u\",\n    \"c\": [1]\n");
    QCOMPARE(writeCollectionHead(text, head), expected);

    head = {};
    head.name = QStringLiteral("New");
    head.order = {QStringLiteral("a"), QStringLiteral("b/")};
    QCOMPARE(writeCollectionHead({}, head),
        QByteArray("{\n  \"actionscope\": 1,\n  \"name\": \"New\",\n  \"order\": [\n    \"a\",\n    \"b/\"\n  ]\n}\n"));
}

void TestCollection::environmentChangesOnlyWhatWasChanged()
{
    const QByteArray text = "{\n  \"baseUrl\": \"https://a\",\n  \"api\": \"v3\",\n  \"later\": 1\n}\n";
    CollectionEnvironment environment = *readCollectionEnvironment(text, QStringLiteral("ci"));
    QCOMPARE(writeCollectionEnvironment(environment), text);
    environment.isProtected = true;
    QByteArray expected = text;
    expected.replace("\"later\": 1", "\"later\": 1,\n  \"protected\": true");
    QCOMPARE(writeCollectionEnvironment(environment), expected);
}

QTEST_GUILESS_MAIN(TestCollection)
#include "tst_collection.moc"
