// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/verdict.h"
#include "app/storage/memorysecretstore.h"
#include "app/storage/settings.h"
#include "tests/support/looptick.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/clipboard.h"
#include "ui/widgets/messagestrip.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTableView>
#include <QTreeView>

using namespace actionscope;
using test::PaperClipboard;
using test::WindowDriver;
using test::treeHolds;

namespace {

// Waits for a verdict: the journeys below run real executions on the real sandbox.
#define QTRY_VERDICT(driver, words)                                                                          \
    QTRY_COMPARE_WITH_TIMEOUT((driver).textOf("verdictLabel"), QStringLiteral(words), 30000)

} // namespace

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void theExampleExecutesAtOnceAndIsInTheHistoryAfterARestart();
    void whatIsTypedIsWhatIsSent();
    void invalidJsonIsRefusedAtItsPlace();
    void anActionThatSaysNoIsAFailure();
    void aRefusalNamesItsReason();
    void cancelEndsASlowRunAtOnce();
    void aLargeAnswerDoesNotStopTheWindow();
    void aDraftSurvivesACrash();
    void copyAsCurlKeepsTheKeyOut();
    void anEnvironmentThatCannotBeReachedGetsAVerdictAndKeepsTheRequest();
    void aTrimmedBaseUrlIsSaid();
    void aMissingKeySendsNothing();
    void closingDuringARunWritesItToTheHistory();
    void anAnswerIsComparedWithAnOlderOne();
    void theTabChosenLastIsInFrontAfterARestart();
    void anUnknownEnvironmentIsSaid();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        result.clipboard = &m_clipboard;
        return result;
    }
    void fill(WindowDriver &driver, const QString &actionId, const QByteArray &input)
    {
        auto *field = driver.find<QLineEdit>("actionIdLineEdit");
        QTRY_VERIFY(!field->text().isEmpty()); // the last draft, or the example
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, actionId);
        driver.find<QLineEdit>("appNameLineEdit")->clear();
        driver.find<QLineEdit>("entityIdLineEdit")->clear();
        driver.find<ui::JsonEditor>("inputJsonEditor")->setBytes(input);
    }
    void execute(WindowDriver &driver)
    {
        QTRY_VERIFY(driver.sandboxIsThere());
        QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
    PaperClipboard m_clipboard;
};

void TestMainWindow::theExampleExecutesAtOnceAndIsInTheHistoryAfterARestart()
{
    {
        WindowDriver driver(options());
        execute(driver);
        QTRY_VERDICT(driver, "Successful");
        auto *tree = driver.find<QTreeView>("bodyTreeView");
        QVERIFY(treeHolds(*tree->model(), QStringLiteral("First issue from Actionscope")));
        QVERIFY(driver.textOf("statusLabel").contains(QStringLiteral("200")));
        driver.window().close();
    }
    WindowDriver driver(options());
    auto *list = driver.find<QListView>("historyListView");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    list->setFocus();
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QTRY_VERDICT(driver, "Successful");
    QVERIFY(treeHolds(
        *driver.find<QTreeView>("bodyTreeView")->model(), QStringLiteral("First issue from Actionscope")));
}

void TestMainWindow::whatIsTypedIsWhatIsSent()
{
    WindowDriver driver(options());
    const QByteArray input
        = "{\"b\": 12345678901234567890, \"a\":1.10,\n  \"e\": 1e400, \"z\":-0, \"a\": \"\\u00e9\"}";
    fill(driver, QStringLiteral("SANDBOX_ECHO"), input);
    execute(driver);
    QTRY_VERDICT(driver, "Successful");
    auto *tree = driver.find<QTreeView>("bodyTreeView");
    for (const char *spelling : {"12345678901234567890", "1.10", "1e400", "-0"})
        QVERIFY2(treeHolds(*tree->model(), QLatin1String(spelling)), spelling);
    QCOMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), input);
}

void TestMainWindow::invalidJsonIsRefusedAtItsPlace()
{
    WindowDriver driver(options());
    const QByteArray input = "{\n  \"title\": 'one'\n}";
    fill(driver, QStringLiteral("SANDBOX_ECHO"), input);
    execute(driver);
    QTRY_VERIFY(driver.find<ui::MessageStrip>("problemMessageStrip")->isVisible());
    const QString said = driver.find<ui::MessageStrip>("problemMessageStrip")->text();
    QVERIFY2(said.contains(QStringLiteral("line 2, column 12")), qPrintable(said));
    QCOMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), input);
    QCOMPARE(driver.find<QListView>("historyListView")->model()->rowCount(), 0);
}

void TestMainWindow::anActionThatSaysNoIsAFailure()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_FAIL"), R"({"message": "quota is used up", "status_code": 429})");
    execute(driver);
    QTRY_VERDICT(driver, "The action said no");
    QVERIFY(driver.textOf("causeLabel").contains(QStringLiteral("quota is used up")));
    QVERIFY(driver.textOf("statusLabel").contains(QStringLiteral("200")));
}

void TestMainWindow::aRefusalNamesItsReason()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("NO_SUCH_ACTION"), "{}");
    execute(driver);
    QTRY_VERDICT(driver, "The service refused");
    QVERIFY(driver.textOf("causeLabel").contains(QStringLiteral("NO_SUCH_ACTION")));
}

void TestMainWindow::cancelEndsASlowRunAtOnce()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), R"({"milliseconds": 60000})");
    test::LoopTick tick;
    execute(driver);
    auto *button = driver.find<QPushButton>("executePushButton");
    QTRY_COMPARE(button->text(), QStringLiteral("Cancel"));
    QTRY_VERIFY(tick.count() > 20);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERDICT(driver, "Cancelled");
    QTRY_COMPARE(driver.find<QListView>("historyListView")->model()->rowCount(), 1);
}

void TestMainWindow::aLargeAnswerDoesNotStopTheWindow()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_FILL"), R"({"megabytes": 20})");
    test::LoopTick tick;
    execute(driver);
    QTRY_VERDICT(driver, "Successful");
    QTRY_VERIFY(driver.find<QTreeView>("bodyTreeView")->model()->rowCount() > 0);
    QVERIFY2(tick.count() > 5, "The event loop stood still while the answer came in.");
    QVERIFY2(tick.longestGap().count() < 2000, qPrintable(QString::number(tick.longestGap().count())));
}

void TestMainWindow::aDraftSurvivesACrash()
{
    const QByteArray input = "{\"half\": [1, 2,";
    {
        WindowDriver driver(options());
        fill(driver, QStringLiteral("GMAIL_SEND_EMAIL"), input);
        QTRY_VERIFY(QFile::exists(m_folder->filePath(QStringLiteral("tabs.json"))));
        QTRY_VERIFY([this] {
            QFile file(m_folder->filePath(QStringLiteral("tabs.json")));
            return file.open(QIODevice::ReadOnly) && file.readAll().contains("half");
        }());
        driver.crash();
    }
    WindowDriver driver(options());
    QTRY_COMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("GMAIL_SEND_EMAIL"));
    QCOMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), input);
}

void TestMainWindow::copyAsCurlKeepsTheKeyOut()
{
    WindowDriver driver(options());
    execute(driver);
    QTRY_VERDICT(driver, "Successful");
    QTest::mouseClick(driver.find<QToolButton>("copyCurlToolButton"), Qt::LeftButton);
    QVERIFY(m_clipboard.text().startsWith(QStringLiteral("curl ")));
    QVERIFY(m_clipboard.text().contains(QStringLiteral("$COMPOSIO_API_KEY")));
    QVERIFY(m_clipboard.text().contains(QStringLiteral("/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute")));
}

void TestMainWindow::anEnvironmentThatCannotBeReachedGetsAVerdictAndKeepsTheRequest()
{
    {
        storage::Settings settings(m_folder->path());
        settings.setEnvironments(
            {{QStringLiteral("away"), QStringLiteral("http://127.0.0.1:1"), api::ApiVersion::V31}});
        settings.setCurrentEnvironmentName(QStringLiteral("away"));
    }
    QVERIFY(m_secrets.write(QStringLiteral("apiKey/away"), "ak_test_0123456789").result());
    WindowDriver driver(options());
    QTRY_VERIFY(driver.textOf("destinationLabel").contains(QStringLiteral("v3.1")));
    QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
    QVERIFY(QTest::qWaitForWindowActive(&driver.window()));
    QTest::keyClick(driver.find<QLineEdit>("actionIdLineEdit"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERDICT(driver, "No usable answer");
    QCOMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
    QTRY_COMPARE(driver.find<QListView>("historyListView")->model()->rowCount(), 1);
}

void TestMainWindow::aTrimmedBaseUrlIsSaid()
{
    {
        storage::Settings settings(m_folder->path());
        settings.setEnvironments(
            {{QStringLiteral("away"), QStringLiteral("http://127.0.0.1:1/api"), api::ApiVersion::V2}});
        settings.setCurrentEnvironmentName(QStringLiteral("away"));
    }
    WindowDriver driver(options());
    auto *notice = driver.find<ui::MessageStrip>("noticeMessageStrip");
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(QStringLiteral("taken off the base URL")), qPrintable(notice->text()));
    notice->hide();
    QTest::keyClicks(driver.find<QLineEdit>("actionIdLineEdit"), QStringLiteral("X"));
    QVERIFY(!notice->isVisible());
}

void TestMainWindow::aMissingKeySendsNothing()
{
    {
        storage::Settings settings(m_folder->path());
        settings.setEnvironments(
            {{QStringLiteral("keyless"), QStringLiteral("http://127.0.0.1:1"), api::ApiVersion::V31}});
        settings.setCurrentEnvironmentName(QStringLiteral("keyless"));
    }
    WindowDriver driver(options());
    QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    auto *strip = driver.find<ui::MessageStrip>("responseTroubleMessageStrip");
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(QStringLiteral("No API key is stored")), qPrintable(strip->text()));
    QCOMPARE(driver.find<QListView>("historyListView")->model()->rowCount(), 0);
    QCOMPARE(driver.find<QPushButton>("executePushButton")->text(), QStringLiteral("Execute · Changes"));
}

void TestMainWindow::closingDuringARunWritesItToTheHistory()
{
    {
        WindowDriver driver(options());
        fill(driver, QStringLiteral("SANDBOX_WAIT"), R"({"milliseconds": 60000})");
        execute(driver);
        QTRY_COMPARE(driver.find<QPushButton>("executePushButton")->text(), QStringLiteral("Cancel"));
        driver.window().close();
        QTRY_VERIFY(!driver.window().isVisible());
    }
    WindowDriver driver(options());
    QTRY_COMPARE(driver.find<QListView>("historyListView")->model()->rowCount(), 1);
}

void TestMainWindow::anAnswerIsComparedWithAnOlderOne()
{
    WindowDriver driver(options());
    auto *list = driver.find<QListView>("historyListView");
    for (int number = 1; number <= 2; ++number) {
        fill(driver, QStringLiteral("SANDBOX_ECHO"), "{\"n\":" + QByteArray::number(number) + '}');
        execute(driver);
        QTRY_COMPARE(list->model()->rowCount(), number);
    }
    const QPoint older = list->visualRect(list->model()->index(1, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::RightButton, {}, older);
    QContextMenuEvent event(QContextMenuEvent::Mouse, older, list->viewport()->mapToGlobal(older));
    QApplication::sendEvent(list->viewport(), &event);
    driver.find<QAction>("compareWithEntryAction")->trigger();
    auto *changes = driver.find<QTableView>("changesTableView");
    QTRY_VERIFY(changes->model()->rowCount() > 0);
    QVERIFY(changes->isVisible());
    QStringList paths;
    for (int row = 0; row < changes->model()->rowCount(); ++row)
        paths.append(changes->model()->index(row, 1).data().toString());
    QVERIFY2(paths.contains(QStringLiteral("$.data.input.n")), qPrintable(paths.join(QLatin1Char(' '))));
}

void TestMainWindow::theTabChosenLastIsInFrontAfterARestart()
{
    {
        WindowDriver driver(options());
        execute(driver);
        QTRY_VERDICT(driver, "Successful");
        driver.find<QTabWidget>("responseTabWidget")->setCurrentIndex(4);
        driver.window().close();
    }
    WindowDriver driver(options());
    QCOMPARE(driver.find<QTabWidget>("responseTabWidget")->currentIndex(), 4);
}

void TestMainWindow::anUnknownEnvironmentIsSaid()
{
    ui::CompositionOptions wrong = options();
    wrong.environment = QStringLiteral("nowhere");
    WindowDriver driver(wrong);
    auto *strip = driver.find<ui::MessageStrip>("windowMessageStrip");
    QTRY_VERIFY(strip->isVisible());
    QVERIFY(strip->text().contains(QStringLiteral("nowhere")));
    QTRY_VERIFY(driver.textOf("destinationLabel").contains(QStringLiteral("v2")));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
