// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/collectiontreemodel.h"

#include "app/base/atomicfile.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using models::CollectionTreeModel;

// The tree follows the disk row by row, under the model tester all the while.
class TestCollectionTreeModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatIsThere();
    void followsEveryChange_data();
    void followsEveryChange();
    void keepsRowsThatStay();
    void asksForMovesAndNames();
    void tellsOfTroubles();

private:
    void write(const QString &files) const
    {
        for (const QString &file : files.split(u' ', Qt::SkipEmptyParts))
            QVERIFY(writeFileAtomically(m_dir->filePath(file + QStringLiteral(".action.json")), "{}"));
    }
    void show()
    {
        const auto collection = storage::readCollection(m_dir->path());
        QVERIFY(collection);
        m_model->setCollections({{*collection, storage::readSummaries(*collection)}});
    }
    [[nodiscard]] QString tree(const QModelIndex &parent) const
    {
        QStringList rows;
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            const QString below = tree(index);
            rows.append(index.data().toString() + (below.isEmpty() ? QString() : u'(' + below + u')'));
        }
        return rows.join(u' ');
    }
    [[nodiscard]] QModelIndex root() const { return m_model->index(0, 0); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<CollectionTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestCollectionTreeModel::init()
{
    m_tester.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_model = std::make_unique<CollectionTreeModel>();
    m_tester
        = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestCollectionTreeModel::showsWhatIsThere()
{
    QVERIFY(writeFileAtomically(m_dir->filePath(QStringLiteral("collection.json")), "{\"name\": \"Issues\"}"));
    QVERIFY(writeFileAtomically(m_dir->filePath(QStringLiteral("x/a.action.json")),
        "{\"actionId\": \"GITHUB_A\", \"tags\": [\"smoke\"]}"));
    show();
    QCOMPARE(tree({}), QStringLiteral("Issues(x(a))"));
    const QModelIndex a = m_model->indexOf(m_dir->filePath(QStringLiteral("x/a.action.json")));
    QCOMPARE(a.data().toString(), QStringLiteral("a"));
    QCOMPARE(a.data(CollectionTreeModel::ActionIdRole).toString(), QStringLiteral("GITHUB_A"));
    QVERIFY(a.data(CollectionTreeModel::SearchRole).toString().contains(QStringLiteral("smoke")));
    QVERIFY(!m_model->indexOf(m_dir->filePath(QStringLiteral("x/none.action.json"))).isValid());
}

void TestCollectionTreeModel::followsEveryChange_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("order");
    const auto row = [](const char *name, const char *before, const char *after, const char *order) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << QString::fromUtf8(order);
    };
    row("first", "", "a b c/d", "");
    row("all gone", "a b c/d", "", "");
    row("in between", "a c e", "a b c d e f", "");
    row("some gone", "a b c d e f", "b e", "");
    row("others", "a b c", "d e f", "");
    row("mixed", "a b x/y x/z m/n", "b c x/z x/q k/l", "");
    row("a new order", "a b c d", "a b c d", "\"d\", \"b\", \"a\"");
    row("a new order with others", "a b c x/y", "b c d x/y", "\"d\", \"c\", \"x/\"");
    row("a folder becomes a request", "x/y", "x", "");
}

void TestCollectionTreeModel::followsEveryChange()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, order);
    write(before);
    show();
    for (const QString &entry : QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        const QString path = m_dir->filePath(entry);
        QVERIFY(QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path));
    }
    write(after);
    QVERIFY(writeFileAtomically(
        m_dir->filePath(QStringLiteral("collection.json")), "{\"order\": [" + order.toUtf8() + "]}"));
    show();
    const QString followed = tree(root());
    m_tester.reset();
    m_model = std::make_unique<CollectionTreeModel>();
    show();
    QCOMPARE(followed, tree(root()));
}

void TestCollectionTreeModel::keepsRowsThatStay()
{
    write(QStringLiteral("a b x/y"));
    show();
    const QPersistentModelIndex y = m_model->indexOf(m_dir->filePath(QStringLiteral("x/y.action.json")));
    const QPersistentModelIndex b = m_model->indexOf(m_dir->filePath(QStringLiteral("b.action.json")));
    write(QStringLiteral("0 w/v x/a"));
    show();
    QVERIFY(y.isValid() && b.isValid());
    QCOMPARE(y.data().toString(), QStringLiteral("y"));
    QCOMPARE(y.parent().data().toString(), QStringLiteral("x"));
    QCOMPARE(b.data().toString(), QStringLiteral("b"));
}

void TestCollectionTreeModel::asksForMovesAndNames()
{
    write(QStringLiteral("a b x/y"));
    show();
    QSignalSpy moves(m_model.get(), &CollectionTreeModel::moveRequested);
    QSignalSpy names(m_model.get(), &CollectionTreeModel::renameRequested);
    const QModelIndex x = m_model->indexOf(m_dir->filePath(QStringLiteral("x")));
    const QModelIndex b = m_model->indexOf(m_dir->filePath(QStringLiteral("b.action.json")));
    const std::unique_ptr<QMimeData> data(m_model->mimeData({b}));
    QVERIFY(!m_model->dropMimeData(data.get(), Qt::MoveAction, 0, 0, x));
    QCOMPARE(moves.size(), 1);
    QCOMPARE(moves.first().at(1).toString(), m_dir->filePath(QStringLiteral("x")));
    QCOMPARE(moves.first().at(2).toString(), m_dir->filePath(QStringLiteral("x/y.action.json")));
    QCOMPARE(m_model->orderWith(x, b.data(CollectionTreeModel::PathRole).toString(), moves.first().at(2).toString()),
        QStringLiteral("x/b x/y").split(u' '));
    QCOMPARE(m_model->orderWith(root(), b.data(CollectionTreeModel::PathRole).toString(),
                 m_dir->filePath(QStringLiteral("a.action.json"))),
        QStringLiteral("x/ b a").split(u' '));
    const std::unique_ptr<QMimeData> folder(m_model->mimeData({x}));
    QVERIFY(!m_model->canDropMimeData(folder.get(), Qt::MoveAction, -1, 0, x)); // into itself
    QVERIFY(!m_model->canDropMimeData(folder.get(), Qt::MoveAction, -1, 0, b)); // into a request
    QVERIFY(!m_model->setData(b, QStringLiteral("new")));
    QCOMPARE(names.size(), 1);
    QCOMPARE(names.first().at(1).toString(), QStringLiteral("new"));
    QCOMPARE(b.data().toString(), QStringLiteral("b")); // until the disk says otherwise
}

void TestCollectionTreeModel::tellsOfTroubles()
{
    QVERIFY(writeFileAtomically(m_dir->filePath(QStringLiteral("bad.action.json")), "{\n oops"));
    QVERIFY(writeFileAtomically(m_dir->filePath(QStringLiteral("environments/ci.json")), "[]"));
    show();
    QCOMPARE(tree(root()), QStringLiteral("bad environments/ci.json"));
    const QModelIndex bad = m_model->index(0, 0, root());
    QVERIFY(bad.data(CollectionTreeModel::TroubleRole).toString().startsWith(QStringLiteral("Line 2, column 2: ")));
    const QModelIndex environment = m_model->index(1, 0, root());
    QCOMPARE(environment.data(CollectionTreeModel::KindRole).toInt(), int(CollectionTreeModel::Kind::Trouble));
    QVERIFY(!environment.data(CollectionTreeModel::TroubleRole).toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestCollectionTreeModel)
#include "tst_collectiontreemodel.moc"
