// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/models/collectiontreemodel.h"
#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/messagebox.h"
#include "ui/shell/actionregistry.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

using namespace actionscope;
using models::CollectionTreeModel;
using test::AgreeingMessageBox;
using test::WindowDriver;

namespace {

QByteArray request(const char *mark) { return QByteArray("{\n  \"actionId\": \"SANDBOX_ECHO\",\n  \"input\": { \"mark\": \"") + mark + "\" }\n}\n"; }

} // namespace

// Saved requests moved, renamed and thrown away in the tree, and what becomes of the tabs that show them.
class TestCollectionBrowser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRequestIsDraggedIntoAFolder();
    void aDropBetweenRowsSetsTheOrder();
    void aNameIsEditedInPlace();
    void aBadNameChangesNothing();
    void deletingAsksAndMovesToTheTrash();
    void aDeletedRequestThatIsOpenCanBeWrittenAnew();
    void theDifferenceOfAConflictIsShown_data();
    void theDifferenceOfAConflictIsShown();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_dir->filePath(QStringLiteral("config"));
        result.secrets = &m_secrets;
        result.messageBox = &m_questions;
        return result;
    }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(QStringLiteral("c/") + name); }
    [[nodiscard]] QByteArray content(const QString &name) const { return readFile(path(name)).value_or(QByteArray()); }
    void open(WindowDriver &driver, const QString &file = {}) const
    {
        QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
        driver.window().openPaths(file.isEmpty() ? QStringList {path({})} : QStringList {path({}), path(file)});
        QTRY_COMPARE(tree(driver)->model()->rowCount(), 1);
        if (!file.isEmpty())
            QTRY_VERIFY(driver.find<QTabBar>("openRequestsTabBar")->count() == 2);
        driver.window().actions().action(QStringLiteral("view.collections"))->trigger();
        tree(driver)->expandAll();
    }
    static QTreeView *tree(WindowDriver &driver) { return driver.find<QTreeView>("collectionsTreeView"); }
    [[nodiscard]] QModelIndex row(WindowDriver &driver, const QString &name) const
    {
        const QString wanted = name.isEmpty() ? m_dir->filePath(QStringLiteral("c")) : path(name);
        return rowBelow(tree(driver)->model(), wanted, {});
    }
    static QModelIndex rowBelow(const QAbstractItemModel *model, const QString &wanted, const QModelIndex &parent)
    {
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            if (index.data(CollectionTreeModel::PathRole).toString() == wanted)
                return index;
            if (const QModelIndex below = rowBelow(model, wanted, index); below.isValid())
                return below;
        }
        return {};
    }
    // As the view does when the button is let go.
    void drop(WindowDriver &driver, const QString &name, const QString &folder, int at) const
    {
        QAbstractItemModel *model = tree(driver)->model();
        const std::unique_ptr<QMimeData> data(model->mimeData({row(driver, name)}));
        QVERIFY(data);
        const int column = at < 0 ? -1 : 0; // onto the row itself, or between those below it
        QVERIFY(model->canDropMimeData(data.get(), Qt::MoveAction, at, column, row(driver, folder)));
        model->dropMimeData(data.get(), Qt::MoveAction, at, column, row(driver, folder));
    }
    void rename(WindowDriver &driver, const QString &name, const QString &to) const
    {
        tree(driver)->setCurrentIndex(row(driver, name));
        tree(driver)->setFocus();
        QTest::keyClick(tree(driver), Qt::Key_F2);
        auto *editor = tree(driver)->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, to);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    static QString tabText(WindowDriver &driver)
    {
        const auto *bar = driver.find<QTabBar>("openRequestsTabBar");
        return bar->tabText(bar->currentIndex());
    }
    static QString tabPath(WindowDriver &driver)
    {
        const auto *bar = driver.find<QTabBar>("openRequestsTabBar");
        return bar->tabToolTip(bar->currentIndex());
    }
    static void type(WindowDriver &driver, const QByteArray &what, const QByteArray &instead)
    {
        auto *editor = driver.find<ui::JsonEditor>("inputJsonEditor");
        const qsizetype at = editor->bytes().indexOf(what);
        QVERIFY(at >= 0);
        editor->applyEdit({at, what.size(), instead});
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    storage::MemorySecretStore m_secrets;
    AgreeingMessageBox m_questions;
};

void TestCollectionBrowser::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_dir->filePath(QStringLiteral("data")).toUtf8()); // where the trash is
    m_questions.asked.clear();
    QVERIFY(writeFileAtomically(path(QStringLiteral("collection.json")), R"({"name": "C"})"));
    for (const char *name : {"a", "b", "c"})
        QVERIFY(writeFileAtomically(path(QLatin1String(name) + QStringLiteral(".action.json")), request(name)));
    QVERIFY(writeFileAtomically(path(QStringLiteral("issues/old.action.json")), request("old")));
}

void TestCollectionBrowser::aRequestIsDraggedIntoAFolder()
{
    WindowDriver driver(options());
    open(driver, QStringLiteral("a.action.json"));
    type(driver, "\"a\"", "\"edited\"");
    drop(driver, QStringLiteral("a.action.json"), QStringLiteral("issues"), -1);
    QTRY_VERIFY(QFile::exists(path(QStringLiteral("issues/a.action.json"))));
    QVERIFY(!QFile::exists(path(QStringLiteral("a.action.json"))));
    QCOMPARE(content(QStringLiteral("issues/a.action.json")), request("a"));
    QTRY_VERIFY(row(driver, QStringLiteral("issues/a.action.json")).isValid());
    QVERIFY(!row(driver, QStringLiteral("a.action.json")).isValid());
    QTRY_COMPARE(tabPath(driver), path(QStringLiteral("issues/a.action.json"))); // the tab goes along, unsaved work and all
    QCOMPARE(tabText(driver), QStringLiteral("a ●"));
    QVERIFY(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes().contains("edited"));
    QVERIFY(!driver.find<QFrame>("conflictStrip")->isVisible());
}

void TestCollectionBrowser::aDropBetweenRowsSetsTheOrder()
{
    WindowDriver driver(options());
    open(driver);
    const int first = row(driver, QStringLiteral("a.action.json")).row();
    QVERIFY(first < row(driver, QStringLiteral("c.action.json")).row());
    drop(driver, QStringLiteral("c.action.json"), {}, first); // before a
    QTRY_VERIFY(row(driver, QStringLiteral("c.action.json")).row() < row(driver, QStringLiteral("a.action.json")).row());
    QVERIFY(row(driver, QStringLiteral("a.action.json")).row() < row(driver, QStringLiteral("b.action.json")).row());
    const QByteArray head = content(QStringLiteral("collection.json"));
    QVERIFY2(head.contains("\"order\"") && head.indexOf("\"c\"") < head.indexOf("\"a\""), head.constData());
    QVERIFY(head.contains("\"name\": \"C\""));
}

void TestCollectionBrowser::aNameIsEditedInPlace()
{
    WindowDriver driver(options());
    open(driver, QStringLiteral("a.action.json"));
    type(driver, "\"a\"", "\"edited\"");
    rename(driver, QStringLiteral("a.action.json"), QStringLiteral("better name"));
    QTRY_VERIFY(QFile::exists(path(QStringLiteral("better name.action.json"))));
    QVERIFY(!QFile::exists(path(QStringLiteral("a.action.json"))));
    QTRY_COMPARE(tabText(driver), QStringLiteral("better name ●"));
    QVERIFY(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes().contains("edited"));
    QTRY_VERIFY(row(driver, QStringLiteral("better name.action.json")).isValid());
}

void TestCollectionBrowser::aBadNameChangesNothing()
{
    WindowDriver driver(options());
    open(driver);
    rename(driver, QStringLiteral("a.action.json"), QStringLiteral("b")); // which is there already
    auto *strip = driver.find<QWidget>("windowMessageStrip");
    QTRY_VERIFY(strip->isVisible());
    QCOMPARE(content(QStringLiteral("a.action.json")), request("a"));
    QCOMPARE(content(QStringLiteral("b.action.json")), request("b"));
    QVERIFY(row(driver, QStringLiteral("a.action.json")).isValid());
}

void TestCollectionBrowser::deletingAsksAndMovesToTheTrash()
{
    WindowDriver driver(options());
    open(driver);
    tree(driver)->setCurrentIndex(row(driver, QStringLiteral("b.action.json")));
    QTest::keyClick(tree(driver), Qt::Key_Delete);
    QVERIFY2(m_questions.asked.contains(QStringLiteral("“b”")), qPrintable(m_questions.asked));
    QTRY_VERIFY(!QFile::exists(path(QStringLiteral("b.action.json"))));
    QTRY_VERIFY(!row(driver, QStringLiteral("b.action.json")).isValid());
    QVERIFY(row(driver, QStringLiteral("a.action.json")).isValid());
    QVERIFY(!driver.find<QWidget>("windowMessageStrip")->isVisible());
}

void TestCollectionBrowser::aDeletedRequestThatIsOpenCanBeWrittenAnew()
{
    WindowDriver driver(options());
    open(driver, QStringLiteral("a.action.json"));
    tree(driver)->setCurrentIndex(row(driver, QStringLiteral("a.action.json")));
    QTest::keyClick(tree(driver), Qt::Key_Delete);
    QTRY_VERIFY(driver.find<QFrame>("conflictStrip")->isVisible());
    QVERIFY(driver.textOf("conflictLabel").contains(QStringLiteral("not there any more")));
    QCOMPARE(tabText(driver), QStringLiteral("a ●"));
    driver.find<QPushButton>("keepMinePushButton")->click();
    QTRY_COMPARE(content(QStringLiteral("a.action.json")), request("a")); // as it was, to the byte
    QTRY_COMPARE(tabText(driver), QStringLiteral("a"));
    QVERIFY(!driver.find<QFrame>("conflictStrip")->isVisible());
}

void TestCollectionBrowser::theDifferenceOfAConflictIsShown_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<bool>("isStillAConflict");
    QTest::newRow("mine") << QByteArray("chooseLeftPushButton") << QByteArray("\"mine\"") << false;
    QTest::newRow("theirs") << QByteArray("chooseRightPushButton") << QByteArray("\"theirs\"") << false;
    QTest::newRow("neither yet") << QByteArray("closeDifferencePushButton") << QByteArray("\"mine\"") << true;
}

void TestCollectionBrowser::theDifferenceOfAConflictIsShown()
{
    QFETCH(QByteArray, button);
    QFETCH(QByteArray, input);
    QFETCH(bool, isStillAConflict);
    WindowDriver driver(options());
    open(driver, QStringLiteral("a.action.json"));
    type(driver, "\"a\"", "\"mine\"");
    QVERIFY(writeFileAtomically(path(QStringLiteral("a.action.json")), request("theirs")));
    auto *strip = driver.find<QFrame>("conflictStrip");
    QTRY_VERIFY(strip->isVisible());
    driver.find<QPushButton>("showDifferencePushButton")->click();
    const auto *changes = driver.find<QTableView>("differenceTableView");
    QCOMPARE(changes->model()->rowCount(), 1);
    QStringList shown;
    for (int column = 0; column < changes->model()->columnCount(); ++column)
        shown.append(changes->model()->index(0, column).data().toString());
    QCOMPARE(shown.join(QLatin1Char('|')), QStringLiteral("changed|$.input.mark|\"mine\"|\"theirs\""));
    driver.find<QPushButton>(button.constData())->click();
    QTRY_VERIFY(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes().contains(input));
    QCOMPARE(strip->isVisible(), isStillAConflict);
    QCOMPARE(content(QStringLiteral("a.action.json")), request("theirs")); // nothing is written before a save
}

QTEST_MAIN(TestCollectionBrowser)
#include "tst_collectionbrowser.moc"
