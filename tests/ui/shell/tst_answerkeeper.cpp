// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/storage/memorysecretstore.h"
#include "app/storage/settings.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/clipboard.h"
#include "ui/services/messagebox.h"
#include "ui/shell/actionregistry.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

using namespace actionscope;
using test::AgreeingMessageBox;
using test::PaperClipboard;
using test::WindowDriver;
using test::treeHolds;

namespace {

#define QTRY_VERDICT(driver, words)                                                                          \
    QTRY_COMPARE_WITH_TIMEOUT((driver).textOf("verdictLabel"), QStringLiteral(words), 30000)

} // namespace

// Each request that is open keeps its own answer, with real executions on the real sandbox.
class TestAnswerKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void eachTabShowsItsOwnAnswer();
    void aRunBelongsToTheTabItWasStartedFrom();
    void aLargeAnswerIsBackAtOnce();
    void closingLetsGoOfTheAnswer();
    void aRunOfAClosedTabIsInTheHistoryOnly();
    void aChosenPastRunStaysWithItsTab();
    void aPastRunCanBeReadWhileAnotherTabRuns();
    void aComparisonStaysWithItsTab();
    void checksAndCapturesAreOfTheTabThatWasExecuted();
    void whatCouldNotBeSentIsSaidInItsTabOnly();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->filePath(QStringLiteral("config"));
        result.secrets = &m_secrets;
        result.clipboard = &m_clipboard;
        result.messageBox = &m_questions;
        return result;
    }
    static void trigger(WindowDriver &driver, const char *action)
    {
        driver.window().actions().action(QLatin1String(action))->trigger();
    }
    static void fill(WindowDriver &driver, const char *actionId, const QByteArray &input)
    {
        auto *field = driver.find<QLineEdit>("actionIdLineEdit");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(actionId));
        driver.find<QLineEdit>("appNameLineEdit")->clear();
        driver.find<QLineEdit>("entityIdLineEdit")->clear();
        driver.find<ui::JsonEditor>("inputJsonEditor")->setBytes(input);
    }
    static void execute(WindowDriver &driver)
    {
        QTRY_VERIFY(driver.sandboxIsThere());
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    }
    static void begin(WindowDriver &driver)
    {
        QTRY_VERIFY(driver.sandboxIsThere());
        QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
    }
    static void goTo(WindowDriver &driver, int tab) { driver.find<QTabBar>("openRequestsTabBar")->setCurrentIndex(tab); }
    static bool answerIsEmpty(WindowDriver &driver) { return driver.find<QLabel>("emptyAnswerLabel")->isVisible(); }
    static bool shows(WindowDriver &driver, const char *text)
    {
        auto *tree = driver.find<QTreeView>("bodyTreeView");
        return tree->isVisible() && treeHolds(*tree->model(), QLatin1String(text));
    }
    static int runsInHistory(WindowDriver &driver) { return driver.find<QListView>("historyListView")->model()->rowCount(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
    PaperClipboard m_clipboard;
    AgreeingMessageBox m_questions;
};

void TestAnswerKeeper::eachTabShowsItsOwnAnswer()
{
    WindowDriver driver(options());
    begin(driver);
    fill(driver, "SANDBOX_ECHO", R"({"mark": "first-one"})");
    execute(driver);
    QTRY_VERDICT(driver, "Successful");
    QTRY_VERIFY(shows(driver, "first-one"));
    trigger(driver, "request.new");
    QVERIFY(answerIsEmpty(driver));
    trigger(driver, "result.copyCurl");
    QVERIFY(m_clipboard.text().isEmpty()); // there is nothing in this tab
    fill(driver, "SANDBOX_FAIL", R"({"message": "second-one", "status_code": 429})");
    execute(driver);
    QTRY_VERDICT(driver, "The action said no");
    goTo(driver, 0);
    QCOMPARE(driver.textOf("verdictLabel"), QStringLiteral("Successful"));
    QVERIFY(shows(driver, "first-one"));
    trigger(driver, "result.copyCurl");
    QVERIFY2(m_clipboard.text().contains(QStringLiteral("first-one")), qPrintable(m_clipboard.text()));
    goTo(driver, 1);
    QCOMPARE(driver.textOf("verdictLabel"), QStringLiteral("The action said no"));
    QVERIFY(driver.textOf("causeLabel").contains(QStringLiteral("second-one")));
}

void TestAnswerKeeper::aRunBelongsToTheTabItWasStartedFrom()
{
    WindowDriver driver(options());
    begin(driver);
    auto *bar = driver.find<QTabBar>("openRequestsTabBar");
    auto *button = driver.find<QPushButton>("executePushButton");
    fill(driver, "SANDBOX_WAIT", R"({"milliseconds": 60000})");
    execute(driver);
    QTRY_COMPARE(button->text(), QStringLiteral("Cancel"));
    QVERIFY(bar->accessibleTabName(0).endsWith(QStringLiteral("running")));
    trigger(driver, "request.new");
    QVERIFY(answerIsEmpty(driver));
    QVERIFY(!button->isEnabled());
    QVERIFY(button->text().startsWith(QStringLiteral("Execute")));
    const auto *where = driver.find<QWidget>("requestPage")->findChild<QLabel *>(QStringLiteral("destinationLabel"));
    QVERIFY2(where->text().contains(QStringLiteral("Another request")), qPrintable(where->text()));
    goTo(driver, 0);
    QCOMPARE(driver.textOf("verdictLabel"), QStringLiteral("Running"));
    QCOMPARE(button->text(), QStringLiteral("Cancel"));
    QVERIFY(button->isEnabled());
    QTRY_VERIFY(!driver.textOf("timeLabel").startsWith(QStringLiteral("0.0"))); // the time goes on
    goTo(driver, 1);
    trigger(driver, "request.cancel");
    QTRY_COMPARE(runsInHistory(driver), 1);
    QVERIFY(answerIsEmpty(driver)); // it was none of this tab's
    QVERIFY(button->isEnabled());
    QVERIFY(!bar->accessibleTabName(0).endsWith(QStringLiteral("running")));
    goTo(driver, 0);
    QCOMPARE(driver.textOf("verdictLabel"), QStringLiteral("Cancelled"));
}

void TestAnswerKeeper::aLargeAnswerIsBackAtOnce()
{
    WindowDriver driver(options());
    begin(driver);
    fill(driver, "SANDBOX_FILL", R"({"megabytes": 30})");
    execute(driver);
    QTRY_VERDICT(driver, "Successful");
    auto *tree = driver.find<QTreeView>("bodyTreeView");
    QTRY_VERIFY(tree->isVisible() && tree->model()->rowCount() > 0);
    trigger(driver, "request.new");
    QVERIFY(answerIsEmpty(driver));
    QElapsedTimer switching;
    switching.start();
    goTo(driver, 0);
    QVERIFY(tree->isVisible() && tree->model()->rowCount() > 0); // at once, not when it was read again
    QVERIFY2(switching.elapsed() < 1000, qPrintable(QString::number(switching.elapsed())));
}

void TestAnswerKeeper::closingLetsGoOfTheAnswer()
{
    WindowDriver driver(options());
    begin(driver);
    fill(driver, "SANDBOX_ECHO", R"({"mark": "only-one"})");
    execute(driver);
    QTRY_VERIFY(shows(driver, "only-one"));
    trigger(driver, "request.close"); // the last tab leaves an empty one
    QVERIFY(answerIsEmpty(driver));
    QVERIFY(driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
}

void TestAnswerKeeper::aRunOfAClosedTabIsInTheHistoryOnly()
{
    WindowDriver driver(options());
    begin(driver);
    trigger(driver, "request.new");
    fill(driver, "SANDBOX_WAIT", R"({"milliseconds": 60000})");
    execute(driver);
    auto *button = driver.find<QPushButton>("executePushButton");
    QTRY_COMPARE(button->text(), QStringLiteral("Cancel"));
    trigger(driver, "request.close");
    QVERIFY(answerIsEmpty(driver));
    QVERIFY(!button->isEnabled());
    trigger(driver, "request.cancel");
    QTRY_COMPARE(runsInHistory(driver), 1);
    QTRY_VERIFY(button->isEnabled());
    QVERIFY(answerIsEmpty(driver));
}

void TestAnswerKeeper::aChosenPastRunStaysWithItsTab()
{
    WindowDriver driver(options());
    begin(driver);
    fill(driver, "SANDBOX_ECHO", R"({"mark": "old-one"})");
    execute(driver);
    QTRY_COMPARE(runsInHistory(driver), 1);
    trigger(driver, "request.new");
    auto *list = driver.find<QListView>("historyListView");
    QVERIFY(driver.find<QLabel>("emptyAnswerLabel")->isVisible());
    trigger(driver, "view.history");
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QTRY_VERIFY(driver.textOf("originLabel").startsWith(QStringLiteral("From the history")));
    goTo(driver, 0);
    QVERIFY(driver.textOf("originLabel").isEmpty());
    QVERIFY(shows(driver, "old-one"));
    goTo(driver, 1);
    QVERIFY(driver.textOf("originLabel").startsWith(QStringLiteral("From the history")));
}

void TestAnswerKeeper::aPastRunCanBeReadWhileAnotherTabRuns()
{
    WindowDriver driver(options());
    begin(driver);
    fill(driver, "SANDBOX_ECHO", R"({"mark": "old-one"})");
    execute(driver);
    QTRY_COMPARE(runsInHistory(driver), 1);
    fill(driver, "SANDBOX_WAIT", R"({"milliseconds": 60000})");
    execute(driver);
    QTRY_COMPARE(driver.find<QPushButton>("executePushButton")->text(), QStringLiteral("Cancel"));
    trigger(driver, "view.history");
    auto *list = driver.find<QListView>("historyListView");
    const auto choose = [&] {
        QTest::mouseClick(
            list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    };
    choose(); // the run is in front, so its progress stays there
    trigger(driver, "request.new");
    choose();
    QTRY_VERIFY(driver.textOf("originLabel").startsWith(QStringLiteral("From the history")));
    QVERIFY(shows(driver, "old-one"));
    goTo(driver, 0);
    QCOMPARE(driver.textOf("verdictLabel"), QStringLiteral("Running"));
    trigger(driver, "request.cancel");
    QTRY_VERDICT(driver, "Cancelled");
}

void TestAnswerKeeper::aComparisonStaysWithItsTab()
{
    WindowDriver driver(options());
    begin(driver);
    fill(driver, "SANDBOX_ECHO", R"({"n": 1})");
    execute(driver);
    QTRY_COMPARE(runsInHistory(driver), 1);
    QTRY_VERDICT(driver, "Successful");
    auto *list = driver.find<QListView>("historyListView");
    trigger(driver, "view.history");
    const QPoint place = list->visualRect(list->model()->index(0, 0)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, list->viewport()->mapToGlobal(place));
    QTest::mouseClick(list->viewport(), Qt::RightButton, {}, place);
    QApplication::sendEvent(list->viewport(), &event);
    driver.find<QAction>("compareWithEntryAction")->trigger();
    auto *answers = driver.find<QTabBar>("responseTabBar");
    const int compare = answers->count() - 1;
    QTRY_VERIFY(answers->isTabVisible(compare));
    trigger(driver, "request.new");
    fill(driver, "SANDBOX_ECHO", R"({"n": 2})");
    execute(driver);
    QTRY_COMPARE(runsInHistory(driver), 2);
    QVERIFY(!answers->isTabVisible(compare)); // nobody asked for one here
    goTo(driver, 0);
    QVERIFY(answers->isTabVisible(compare));
}

void TestAnswerKeeper::checksAndCapturesAreOfTheTabThatWasExecuted()
{
    const auto path = [this](const char *name) { return m_folder->filePath(QStringLiteral("c/") + QLatin1String(name)); };
    QVERIFY(writeFileAtomically(path("collection.json"), R"({"name": "C"})"));
    const QByteArray slow = R"({"actionId": "SANDBOX_WAIT", "input": {"milliseconds": 1500},
        "expect": [{"status": 200}], "capture": {"waited": "$.data"}})";
    const QByteArray other = R"({"actionId": "SANDBOX_ECHO", "input": {}, "expect": [{"status": 200}]})";
    QVERIFY(writeFileAtomically(path("slow.action.json"), slow));
    QVERIFY(writeFileAtomically(path("other.action.json"), other));
    WindowDriver driver(options());
    begin(driver);
    driver.window().openPaths({path("other.action.json")});
    auto *action = driver.find<QLineEdit>("actionIdLineEdit");
    QTRY_COMPARE(action->text(), QStringLiteral("SANDBOX_ECHO"));
    driver.window().openPaths({path("slow.action.json")});
    QTRY_COMPARE(action->text(), QStringLiteral("SANDBOX_WAIT"));
    auto *bar = driver.find<QTabBar>("openRequestsTabBar");
    const int tab = bar->currentIndex();
    execute(driver);
    QTRY_COMPARE(driver.find<QPushButton>("executePushButton")->text(), QStringLiteral("Cancel"));
    goTo(driver, tab - 1);
    QTRY_COMPARE(runsInHistory(driver), 1);
    trigger(driver, "view.variables");
    const QAbstractItemModel *names = driver.find<QTableView>("variableListTableView")->model();
    QTRY_VERIFY(treeHolds(*names, QStringLiteral("waited"))); // captured by what the tab that was executed says
    QVERIFY(treeHolds(*names, QStringLiteral("the answer of “slow”")));
    auto *outcomes = driver.find<QListWidget>("outcomesListWidget");
    goTo(driver, tab);
    QTRY_VERIFY(outcomes->count() > 0);
    const int count = outcomes->count();
    goTo(driver, tab - 1);
    QCOMPARE(outcomes->count(), 0); // the same expectation, but not held against anything
    goTo(driver, tab);
    QCOMPARE(outcomes->count(), count);
}

void TestAnswerKeeper::whatCouldNotBeSentIsSaidInItsTabOnly()
{
    {
        storage::Settings settings(m_folder->filePath(QStringLiteral("config")));
        settings.setEnvironments(
            {{QStringLiteral("keyless"), QStringLiteral("http://127.0.0.1:1"), api::ApiVersion::V31}});
        settings.setCurrentEnvironmentName(QStringLiteral("keyless"));
    }
    WindowDriver driver(options());
    QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    auto *strip = driver.find<QWidget>("responseTroubleMessageStrip");
    QTRY_VERIFY(strip->isVisible());
    trigger(driver, "request.new");
    QVERIFY(!strip->isVisible());
    goTo(driver, 0);
    QVERIFY(strip->isVisible());
}

QTEST_MAIN(TestAnswerKeeper)
#include "tst_answerkeeper.moc"
