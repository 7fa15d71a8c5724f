// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/models/connectionlistmodel.h"
#include "app/models/runresultmodel.h"
#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/shell/actionregistry.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace actionscope;
using models::RunResultModel;
using test::AnsweringFileDialog;
using test::WindowDriver;

namespace {

class KeepingMessageBox final : public ui::MessageBox
{
public:
    void ask(QWidget *, const ui::Question &question, const std::function<void()> &onAccepted) override
    {
        m_asked.append(question.text + QLatin1Char('\n') + question.detail);
        m_accept = onAccepted;
    }
    QStringList m_asked;
    std::function<void()> m_accept;
};

QByteArray echo(const QByteArray &wanted)
{
    return R"({"actionscope": 1, "actionId": "SANDBOX_ECHO", "tags": ["smoke"], "input": {"say": "hello"},
  "expect": [{"path": "$.data.input.say", "equals": ")" + wanted + "\"}]}\n";
}

const QByteArray wait = R"({"actionscope": 1, "actionId": "SANDBOX_WAIT", "input": {"milliseconds": 60}})";

} // namespace

// A person runs a folder in a real window, on the real sandbox.
class TestCollectionRuns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFolderIsRunWhenSomebodyAsks();
    void aRowShowsItsExchange();
    void onlyWhatFailedIsRunAgain();
    void stoppingKeepsWhatIsDone();
    void aReportIsSaved();
    void aProtectedEnvironmentAsksFirst();
    void whatCannotBeRunIsSaid();
    void aMatrixMarksTheOddOneOut();
    void aMatrixIsPickedFromWhatIsKnown();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_dir->filePath(QStringLiteral("config"));
        result.secrets = &m_secrets;
        result.fileDialog = &m_files;
        result.messageBox = &m_questions;
        return result;
    }
    void put(const char *name, const QByteArray &bytes)
    {
        QVERIFY(writeFileAtomically(m_dir->filePath(QStringLiteral("c/") + QString::fromUtf8(name)), bytes, FileAccess::AsUsual));
    }
    static void trigger(WindowDriver &driver, const char *action)
    {
        driver.window().actions().action(QLatin1String(action))->trigger();
    }
    // Opens the collection, and the run page for it.
    void openRun(WindowDriver &driver)
    {
        QTRY_VERIFY(driver.sandboxIsThere());
        m_files.path = m_dir->filePath(QStringLiteral("c"));
        trigger(driver, "collection.open");
        auto *tree = driver.find<QTreeView>("collectionsTreeView");
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        tree->setCurrentIndex(tree->model()->index(0, 0));
        trigger(driver, "collection.run");
        QVERIFY(driver.find<QWidget>("runPage")->isVisible());
    }
    static void click(WindowDriver &driver, const char *name)
    {
        QVERIFY(driver.find<QPushButton>(name)->isVisible());
        QTest::mouseClick(driver.find<QPushButton>(name), Qt::LeftButton);
    }
    [[nodiscard]] static QAbstractItemModel *rows(WindowDriver &driver)
    {
        return driver.find<QTreeView>("runResultsTreeView")->model();
    }
    [[nodiscard]] static bool isOver(WindowDriver &driver)
    {
        return driver.find<QPushButton>("runPushButton")->text() == QLatin1String("Run Again");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    storage::MemorySecretStore m_secrets;
    AnsweringFileDialog m_files;
    KeepingMessageBox m_questions;
};

void TestCollectionRuns::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("c")));
    m_questions.m_asked.clear();
    put("collection.json", R"({"actionscope": 1, "name": "Checks"})");
    put("a.action.json", echo("hello"));
    put("b.action.json", echo("something else"));
    put("c.action.json", echo("hello"));
}

void TestCollectionRuns::aFolderIsRunWhenSomebodyAsks()
{
    WindowDriver driver(options());
    openRun(driver);
    QVERIFY(driver.textOf("runTitleLabel").contains(QLatin1String("c")));
    QCOMPARE(rows(driver)->rowCount(), 0);
    QVERIFY(!driver.find<QWidget>("responsePage")->isVisible());
    driver.find<QSpinBox>("runJobsSpinBox")->setValue(2);
    driver.find<QSpinBox>("runRepeatSpinBox")->setValue(4);
    driver.find<QPushButton>("runPushButton")->setFocus(); // as Ctrl+R leaves it
    QTest::keyClick(driver.find<QPushButton>("runPushButton"), Qt::Key_Return);
    QTRY_VERIFY(isOver(driver));
    QCOMPARE(rows(driver)->rowCount(), 12);
    QVERIFY2(driver.textOf("runProgressLabel").startsWith(QLatin1String("8 of 12 passed, 4 failed in ")),
        qPrintable(driver.textOf("runProgressLabel")));
    QCOMPARE(rows(driver)->index(3, 0).data(RunResultModel::PathRole).toString(), QStringLiteral("b.action.json"));
    QVERIFY(rows(driver)->index(0, RunResultModel::SentenceColumn).data().toString().contains(QLatin1String("something else")));
    QVERIFY(m_questions.m_asked.isEmpty());
    QTest::keyClick(driver.find<QWidget>("runPage"), Qt::Key_Escape);
    QVERIFY(!driver.find<QWidget>("runPage")->isVisible());
    QVERIFY(driver.find<QWidget>("responsePage")->isVisible());
}

void TestCollectionRuns::aRowShowsItsExchange()
{
    WindowDriver driver(options());
    openRun(driver);
    click(driver, "runPushButton");
    QTRY_VERIFY(isOver(driver));
    auto *list = driver.find<QTreeView>("runResultsTreeView");
    list->setCurrentIndex(list->model()->index(0, 0));
    Q_EMIT list->activated(list->currentIndex());
    QTRY_VERIFY(driver.find<QWidget>("responsePage")->isVisible());
    QTRY_VERIFY(driver.textOf("originLabel").startsWith(QLatin1String("From the run of ")));
    QVERIFY(driver.find<QWidget>("runPage")->isVisible());
    // Any tab of a request leads back.
    QTest::mouseClick(driver.find<QTabBar>("openRequestsTabBar"), Qt::LeftButton, {},
        driver.find<QTabBar>("openRequestsTabBar")->tabRect(0).center());
    QVERIFY(!driver.find<QWidget>("runPage")->isVisible());
}

void TestCollectionRuns::onlyWhatFailedIsRunAgain()
{
    WindowDriver driver(options());
    openRun(driver);
    QVERIFY(!driver.find<QPushButton>("rerunFailedPushButton")->isEnabled());
    click(driver, "runPushButton");
    QTRY_VERIFY(isOver(driver));
    QCOMPARE(rows(driver)->rowCount(), 3);
    put("b.action.json", echo("hello"));
    click(driver, "rerunFailedPushButton");
    QTRY_VERIFY(isOver(driver) && rows(driver)->rowCount() == 1);
    QCOMPARE(rows(driver)->index(0, 0).data(RunResultModel::OutcomeRole).toInt(), int(runner::Outcome::Passed));
    QVERIFY(!driver.find<QPushButton>("rerunFailedPushButton")->isEnabled());
    // The earlier run is there to be compared with.
    QMenu *earlier = driver.find<QPushButton>("compareRunPushButton")->menu();
    QCOMPARE(earlier->actions().size(), 3);
    earlier->actions().first()->trigger();
    auto *changes = driver.find<QListWidget>("runChangesListWidget");
    QTRY_COMPARE(changes->count(), 3);
    QVERIFY(driver.textOf("comparedRunLabel").contains(QLatin1String("newly failing 0")));
    // What breaks meanwhile is newly failing, and stands first.
    put("a.action.json", echo("no more"));
    click(driver, "runPushButton");
    QTRY_VERIFY(isOver(driver) && rows(driver)->rowCount() == 3);
    earlier->actions().at(1)->trigger();
    QTRY_VERIFY2(driver.textOf("comparedRunLabel").contains(QLatin1String("newly failing 1")), qPrintable(driver.textOf("comparedRunLabel")));
    QVERIFY2(changes->item(0)->text().startsWith(QLatin1String("a: newly fails.")), qPrintable(changes->item(0)->text()));
    click(driver, "backToResultsPushButton");
    QVERIFY(driver.find<QTreeView>("runResultsTreeView")->isVisible());
}

void TestCollectionRuns::stoppingKeepsWhatIsDone()
{
    for (const char *name : {"a.action.json", "b.action.json", "c.action.json"})
        put(name, wait);
    WindowDriver driver(options());
    openRun(driver);
    driver.find<QSpinBox>("runRepeatSpinBox")->setValue(1000);
    click(driver, "runPushButton");
    QTRY_VERIFY(rows(driver)->rowCount() >= 2);
    QCOMPARE(driver.find<QPushButton>("runPushButton")->text(), QStringLiteral("Stop"));
    click(driver, "runPushButton");
    QTRY_VERIFY(isOver(driver));
    QVERIFY(rows(driver)->rowCount() < 3000);
    QVERIFY(driver.textOf("runProgressLabel").contains(QLatin1String("never begun")));
    QVERIFY(driver.find<QPushButton>("saveReportButton")->isEnabled());
}

void TestCollectionRuns::aReportIsSaved()
{
    WindowDriver driver(options());
    openRun(driver);
    click(driver, "runPushButton");
    QTRY_VERIFY(isOver(driver));
    const QList<QAction *> kinds = driver.find<QPushButton>("saveReportButton")->menu()->actions();
    const std::pair<const char *, QByteArray> wanted[]
        = {{"r.html", "<!DOCTYPE html>"}, {"r.xml", "<testsuites"}, {"r.json", "\"actionscopeRun\""}};
    for (int i = 0; i < 3; ++i) {
        m_files.path = m_dir->filePath(QLatin1String(wanted[i].first));
        kinds.at(i)->trigger();
        QTRY_VERIFY(QFile::exists(m_files.path));
        const QByteArray report = readFile(m_files.path).value_or(QByteArray());
        QVERIFY2(report.toLower().contains(wanted[i].second.toLower()), report.left(200).constData());
        QVERIFY(report.contains("something else"));
        QTRY_VERIFY(driver.textOf("runTroubleLabel").contains(m_files.path));
    }
    // A report is something to compare with, too.
    driver.find<QPushButton>("compareRunPushButton")->menu()->actions().last()->trigger();
    QTRY_VERIFY(driver.textOf("comparedRunLabel").contains(QLatin1String("the same 3")));
}

void TestCollectionRuns::aProtectedEnvironmentAsksFirst()
{
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("c/environments")));
    put("b.action.json", R"({"actionscope": 1, "actionId": "GMAIL_SEND_EMAIL", "input": {}})");
    put("environments/live.json", R"({"baseUrl": "http://127.0.0.1:1", "protected": true, "secrets": ["apiKey"]})");
    WindowDriver driver(options());
    openRun(driver);
    auto *environments = driver.find<QComboBox>("runEnvironmentComboBox");
    const int live = environments->findText(QStringLiteral("live · Checks"));
    QVERIFY(live >= 0);
    environments->setCurrentIndex(live);
    Q_EMIT environments->textActivated(environments->currentText());
    click(driver, "runPushButton");
    QTRY_COMPARE(m_questions.m_asked.size(), 1);
    QVERIFY2(m_questions.m_asked.first().contains(QLatin1String("b.action.json: GMAIL_SEND_EMAIL sends")),
        qPrintable(m_questions.m_asked.first()));
    QVERIFY(m_questions.m_asked.first().contains(QLatin1String("Nothing has been sent yet.")));
    QCOMPARE(rows(driver)->rowCount(), 0);
    QCOMPARE(driver.find<QPushButton>("runPushButton")->text(), QStringLiteral("Run"));
}

void TestCollectionRuns::whatCannotBeRunIsSaid()
{
    WindowDriver driver(options());
    openRun(driver);
    driver.find<QLineEdit>("runTagsLineEdit")->setText(QStringLiteral("nightly"));
    click(driver, "runPushButton");
    QTRY_COMPARE(driver.textOf("runTroubleLabel"), QStringLiteral("No request has the tag nightly."));
    driver.find<QLineEdit>("runTagsLineEdit")->setText(QStringLiteral("smoke"));
    driver.find<QLineEdit>("runDataLineEdit")->setText(m_dir->filePath(QStringLiteral("none.csv")));
    click(driver, "runPushButton");
    QTRY_VERIFY(driver.textOf("runTroubleLabel").contains(QLatin1String("none.csv")));
    driver.find<QLineEdit>("runDataLineEdit")->clear();
    click(driver, "runPushButton");
    QTRY_VERIFY(isOver(driver));
    QCOMPARE(rows(driver)->rowCount(), 3);
    QVERIFY(!driver.find<QWidget>("runTroubleMessageStrip")->isVisible());
}

void TestCollectionRuns::aMatrixMarksTheOddOneOut()
{
    WindowDriver driver(options());
    QTRY_VERIFY(driver.sandboxIsThere());
    QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty()); // the example
    trigger(driver, "request.matrix");
    QVERIFY(driver.find<QLineEdit>("runEntitiesLineEdit")->isVisible());
    driver.find<QLineEdit>("runEntitiesLineEdit")->setText(QStringLiteral("default, expired-user, default-2, default-3"));
    QVERIFY(driver.textOf("runColumnsLabel").endsWith(QLatin1String(": 4")));
    driver.find<QLineEdit>("runEntitiesLineEdit")->setText(QStringLiteral("expired-user, pending-user, default"));
    click(driver, "runPushButton");
    QTRY_VERIFY(isOver(driver));
    QCOMPARE(rows(driver)->rowCount(), 3);
    auto *grid = driver.find<QTableView>("runMatrixTableView");
    QVERIFY(grid->isVisible());
    QCOMPARE(grid->model()->rowCount(), 3);
    QCOMPARE(grid->model()->columnCount(), 1);
    QCOMPARE(grid->model()->headerData(2, Qt::Vertical).toString(), QStringLiteral("default"));
    QVERIFY2(grid->model()->index(2, 0).data().toString().contains(QLatin1String("unlike the others")),
        qPrintable(grid->model()->index(0, 0).data().toString() + grid->model()->index(1, 0).data().toString()
            + grid->model()->index(2, 0).data().toString()));
    QVERIFY(!grid->model()->index(0, 0).data().toString().contains(QLatin1String("unlike")));
}

void TestCollectionRuns::aMatrixIsPickedFromWhatIsKnown()
{
    WindowDriver driver(options());
    QTRY_VERIFY(driver.sandboxIsThere());
    trigger(driver, "request.matrix");
    auto *entities = driver.find<QLineEdit>("runEntitiesLineEdit");
    QTRY_VERIFY(driver.find<QToolButton>("runEntitiesToolButton")->isVisible()); // the catalogue knows some
    QAbstractItemView *known = entities->completer()->popup();
    const auto pick = [&](const QString &value) {
        QTest::mouseClick(driver.find<QToolButton>("runEntitiesToolButton"), Qt::LeftButton);
        QTRY_VERIFY(known->isVisible());
        for (int row = 0; row < known->model()->rowCount(); ++row) {
            if (known->model()->index(row, 0).data(models::ConnectionListModel::ValueRole).toString() != value)
                continue;
            known->setCurrentIndex(known->model()->index(row, 0));
            QTest::keyClick(known, Qt::Key_Return);
            return;
        }
        QFAIL(qPrintable(value));
    };
    pick(QStringLiteral("default"));
    QCOMPARE(entities->text(), QStringLiteral("default"));
    pick(QStringLiteral("expired-user"));
    QCOMPARE(entities->text(), QStringLiteral("default, expired-user"));
    QVERIFY(driver.textOf("runColumnsLabel").endsWith(QLatin1String(": 2")));
    // Typing goes on as before, for whom the catalogue does not know.
    entities->setFocus();
    QTest::keyClicks(entities, QStringLiteral(", somebody"));
    QVERIFY(driver.textOf("runColumnsLabel").endsWith(QLatin1String(": 3")));
    QVERIFY(driver.find<QToolButton>("runAccountsToolButton")->isVisible());
}

QTEST_MAIN(TestCollectionRuns)
#include "tst_collectionruns.moc"
