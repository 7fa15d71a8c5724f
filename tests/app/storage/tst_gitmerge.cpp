// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/storage/collectionfiles.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace actionscope;
using namespace actionscope::storage;

namespace {

SavedRequest request(const char *action, const char *title)
{
    SavedRequest made;
    made.request.actionId = QString::fromUtf8(action);
    made.request.entityId = QStringLiteral("default");
    made.request.input = QByteArray("{\n  \"owner\": \"octocat\",\n  \"repo\": \"Hello-World\",\n  \"title\": \"") + title + "\"\n}";
    made.expect = "[\n  { \"successful\": true }\n]";
    made.notes = QStringLiteral("Notes");
    return made;
}

// What one of the two does in the folder of a clone; empty where it went well.
using Edit = std::function<bool(const QString &folder)>;

bool change(const QString &file, const std::function<void(SavedRequest &)> &edit)
{
    auto saved = readRequestFile(file);
    if (!saved)
        return false;
    edit(*saved);
    return saveRequestFile(file, *saved).has_value();
}

Edit adds(const char *name)
{
    return [name](const QString &folder) {
        return createRequest(folder + QStringLiteral("/issues"), QString::fromUtf8(name), request("GITHUB_LIST", name)).has_value();
    };
}

Edit renames(const char *from, const char *to)
{
    return [from, to](const QString &folder) {
        return renameEntry(folder + QLatin1Char('/') + QString::fromUtf8(from), QString::fromUtf8(to)).has_value();
    };
}

Edit setsTitle(const char *file, const char *title)
{
    return [file, title](const QString &folder) {
        return change(folder + QLatin1Char('/') + QString::fromUtf8(file),
            [title](SavedRequest &saved) { saved.request.input.replace("First", title); });
    };
}

Edit setsNotes(const char *file)
{
    return [file](const QString &folder) {
        return change(folder + QLatin1Char('/') + QString::fromUtf8(file),
            [](SavedRequest &saved) { saved.notes = QStringLiteral("Better notes"); });
    };
}

bool setOrder(const QString &folder, const char *names)
{
    QStringList paths = QString::fromUtf8(names).split(QLatin1Char(' '));
    for (QString &path : paths)
        path.prepend(QLatin1String("issues/"));
    return saveChildOrder(folder, QStringLiteral("issues"), paths).has_value();
}

Edit orders(const char *names)
{
    return [names](const QString &folder) { return setOrder(folder, names); };
}

Edit setsVariable(const char *name, const char *value)
{
    return [name, value](const QString &folder) {
        VariableList variables = readCollection(folder)->variables;
        for (Variable &variable : variables) {
            if (variable.name == QLatin1String(name))
                variable.json = value;
        }
        return saveCollectionVariables(folder, variables).has_value();
    };
}

} // namespace

// Ann and Bob work in clones of one repository. Ann pushes, Bob pulls: git joins what both did, without a question.
class TestGitMerge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsWhatBothDid_data();
    void joinsWhatBothDid();
    void noticesWhatNobodyCanJoin();

private:
    void begin();
    // False, with git's words in m_told, where it failed.
    bool git(const char *clone, const QString &words);
    bool commit(const char *clone) { return git(clone, QStringLiteral("add -A")) && git(clone, QStringLiteral("commit -qm edit")); }
    [[nodiscard]] QString folder(const char *clone) const { return m_dir->filePath(QString::fromUtf8(clone)); }

    std::unique_ptr<QTemporaryDir> m_dir;
    QByteArray m_told;
};

bool TestGitMerge::git(const char *clone, const QString &words)
{
    QProcess process;
    process.setWorkingDirectory(folder(clone));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("git"),
        QStringLiteral("-c user.name=%1 -c user.email=%1@example.org").arg(QString::fromUtf8(clone)).split(QLatin1Char(' ')) + words.split(QLatin1Char(' ')));
    process.waitForFinished();
    m_told = process.readAllStandardOutput() + process.readAllStandardError();
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

// A collection with an order, in a repository that both have cloned.
void TestGitMerge::begin()
{
    m_dir = std::make_unique<QTemporaryDir>();
    for (const char *name : {"origin", "seed"})
        QVERIFY(QDir().mkpath(folder(name)));
    QVERIFY2(git("origin", QStringLiteral("init -q --bare -b trunk .")), m_told.constData());
    QVERIFY(createCollection(folder("seed"), QStringLiteral("Shared")));
    QVERIFY(saveCollectionVariables(folder("seed"),
        {{QStringLiteral("a"), "1"}, {QStringLiteral("m"), "2"}, {QStringLiteral("n"), "2"}, {QStringLiteral("z"), "3"}}));
    QVERIFY(createFolder(folder("seed"), QStringLiteral("issues")));
    const QString issues = folder("seed") + QStringLiteral("/issues");
    for (const char *name : {"create", "list", "close", "comment"})
        QVERIFY(createRequest(issues, QString::fromUtf8(name), request("GITHUB_CREATE_AN_ISSUE", "First")));
    QVERIFY(setOrder(folder("seed"), "create list comment close"));
    QVERIFY2(git("seed", QStringLiteral("init -q -b trunk .")) && commit("seed"), m_told.constData());
    QVERIFY2(git("seed", QStringLiteral("push -q ../origin trunk")), m_told.constData());
    for (const char *name : {"ann", "bob"}) {
        QVERIFY(QDir().mkpath(folder(name)));
        QVERIFY2(git(name, QStringLiteral("clone -q ../origin .")), m_told.constData());
    }
}

void TestGitMerge::joinsWhatBothDid_data()
{
    QTest::addColumn<Edit>("ann");
    QTest::addColumn<Edit>("bob");
    QTest::addColumn<QString>("order"); // of the folder, afterwards
    QTest::addColumn<QString>("changed"); // a file that holds both people's words
    const QString usual = QStringLiteral("create list comment close");
    QTest::newRow("both add a request to one folder") << adds("audit") << adds("zip") << usual + QStringLiteral(" audit zip") << QString();
    QTest::newRow("one renames, the other edits the same") << renames("issues/close.action.json", "shut") << setsNotes("issues/close.action.json")
                                                          << QStringLiteral("create list comment shut") << QStringLiteral("issues/shut.action.json");
    QTest::newRow("one edits, the other renames the folder") << setsNotes("issues/close.action.json") << renames("issues", "tickets")
                                                             << usual << QStringLiteral("tickets/close.action.json");
    QTest::newRow("one changes the order, the other edits") << orders("list create comment close") << setsNotes("issues/create.action.json")
                                                            << QStringLiteral("list create comment close") << QStringLiteral("issues/create.action.json");
    QTest::newRow("one changes the order, the other adds") << orders("list create comment close") << adds("zip")
                                                           << QStringLiteral("list create comment close zip") << QString();
    QTest::newRow("both edit one request") << setsTitle("issues/list.action.json", "Second") << setsNotes("issues/list.action.json")
                                           << usual << QStringLiteral("issues/list.action.json");
    QTest::newRow("both change the variables") << setsVariable("a", "11") << setsVariable("z", "33") << usual << QString();
    QTest::newRow("one changes the order, the other a variable") << orders("list create comment close") << setsVariable("a", "11")
                                                                 << QStringLiteral("list create comment close") << QString();
}

void TestGitMerge::joinsWhatBothDid()
{
    QFETCH(Edit, ann);
    QFETCH(Edit, bob);
    QFETCH(QString, order);
    QFETCH(QString, changed);
    begin();
    QVERIFY(ann(folder("ann")));
    QVERIFY2(commit("ann"), m_told.constData());
    QVERIFY2(git("ann", QStringLiteral("push -q origin trunk")), m_told.constData());
    QVERIFY(bob(folder("bob")));
    QVERIFY2(commit("bob"), m_told.constData());
    QVERIFY2(git("bob", QStringLiteral("pull -q --no-rebase --no-edit origin trunk")), m_told.constData());
    QVERIFY2(git("bob", QStringLiteral("push -q origin trunk")), m_told.constData());

    const auto joined = readCollection(folder("bob"));
    QVERIFY(joined);
    QVERIFY2(joined->troubles.isEmpty(), qPrintable(joined->troubles.value(0).sentence));
    QCOMPARE(joined->root.children.size(), std::size_t(1));
    QStringList names;
    for (const CollectionNode &node : joined->root.children.front().children) {
        names.append(node.name);
        QVERIFY(readRequestFile(absolutePath(*joined, node)));
    }
    QCOMPARE(names.join(QLatin1Char(' ')), order);
    if (changed.isEmpty())
        return;
    const auto both = readRequestFile(folder("bob") + QLatin1Char('/') + changed);
    QVERIFY(both);
    QCOMPARE(both->notes, QStringLiteral("Better notes"));
    QCOMPARE(both->request.input.contains("Second"), changed.contains(QLatin1String("list")));
}

// The test above would notice: one line that both wrote is left for a person.
void TestGitMerge::noticesWhatNobodyCanJoin()
{
    begin();
    QVERIFY(setsTitle("issues/list.action.json", "Mine")(folder("ann")));
    QVERIFY(commit("ann") && git("ann", QStringLiteral("push -q origin trunk")));
    QVERIFY(setsTitle("issues/list.action.json", "Yours")(folder("bob")));
    QVERIFY(commit("bob"));
    QVERIFY(!git("bob", QStringLiteral("pull -q --no-rebase --no-edit origin trunk")));
    const auto torn = readRequestFile(folder("bob") + QStringLiteral("/issues/list.action.json"));
    QVERIFY(!torn);
    QVERIFY2(torn.error().sentence.startsWith(QLatin1String("Line ")), qPrintable(torn.error().sentence));
}

QTEST_GUILESS_MAIN(TestGitMerge)
#include "tst_gitmerge.moc"
