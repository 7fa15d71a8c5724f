// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/dialogs/smallestinputdialog.h"
#include "ui/editor/jsoneditor.h"
#include "ui/shell/actionregistry.h"

#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace actionscope;
using actionscope::test::WindowDriver;

// A run of the history sent again and compared, and the smallest failing input found, in the real window on its sandbox.
class TestReplaying final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aRunIsReplayedAndCompared();
    void theSmallestInputIsFoundAndApplied();
    void aSearchIsStopped();
    void nothingIsSentBeforeItIsAgreedTo();
    void aDraftThatCannotBeSentIsNotSearched();
    void theServicesOwnLogIsShown();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        return result;
    }
    void fill(WindowDriver &driver, const QString &actionId, const QByteArray &input)
    {
        auto *field = driver.find<QLineEdit>("actionIdLineEdit");
        QTRY_VERIFY(!field->text().isEmpty());
        QTRY_VERIFY(driver.sandboxIsThere());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, actionId);
        driver.find<QLineEdit>("appNameLineEdit")->clear();
        driver.find<ui::JsonEditor>("inputJsonEditor")->setBytes(input);
    }
    ui::SmallestInputDialog *openSearch(WindowDriver &driver)
    {
        driver.window().actions().action(QStringLiteral("request.smallestInput"))->trigger();
        return driver.window().findChild<ui::SmallestInputDialog *>();
    }
    static QByteArray thirtyKeys()
    {
        QByteArray text = "{\n  \"milliseconds\": \"soon\"";
        for (int i = 0; i < 29; ++i)
            text += ",\n  \"key" + QByteArray::number(i) + "\": " + QByteArray::number(i);
        return text + "\n}";
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
};

void TestReplaying::aRunIsReplayedAndCompared()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_ECHO"), R"({"a": 1})");
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    auto *list = driver.find<QListView>("historyListView");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    fill(driver, QStringLiteral("SANDBOX_FAIL"), "{}"); // something else stands in the form by now

    const QPoint row = list->visualRect(list->model()->index(0, 0)).center();
    Q_EMIT list->customContextMenuRequested(row);
    driver.find<QAction>("replayEntryAction")->trigger();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTRY_COMPARE(driver.textOf("verdictLabel"), QStringLiteral("Successful"));
    QCOMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("SANDBOX_ECHO"));
    auto *comparison = driver.find<QLabel>("compareLabel");
    QTRY_VERIFY(comparison->isVisible());
    QTRY_VERIFY2(comparison->text().contains(QStringLiteral("SANDBOX_ECHO of")), qPrintable(comparison->text()));
}

void TestReplaying::theSmallestInputIsFoundAndApplied()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), thirtyKeys());
    auto *dialog = openSearch(driver);
    QVERIFY(dialog);
    QVERIFY(driver.textOf("smallestInputLabel").contains(QStringLiteral("SANDBOX_WAIT")));
    QVERIFY(driver.textOf("smallestInputCountLabel").contains(QStringLiteral("at most 200 executions")));
    auto *apply = driver.find<QPushButton>("applyInputPushButton");
    QVERIFY(!apply->isEnabled());
    QTest::mouseClick(driver.find<QPushButton>("startSearchPushButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 30'000);
    QCOMPARE(driver.find<QPlainTextEdit>("smallestInputPlainTextEdit")->toPlainText(), QStringLiteral("{\n  \"milliseconds\": \"\"\n}"));
    QVERIFY2(driver.textOf("smallestInputLabel").contains(QStringLiteral("input.type")), qPrintable(driver.textOf("smallestInputLabel")));
    QTest::mouseClick(apply, Qt::LeftButton);
    auto *editor = driver.find<ui::JsonEditor>("inputJsonEditor");
    QCOMPARE(editor->bytes(), QByteArray("{\n  \"milliseconds\": \"\"\n}"));
    editor->undo(); // one step
    QCOMPARE(editor->bytes(), thirtyKeys());
    QCOMPARE(driver.find<QListView>("historyListView")->model()->rowCount(), 0); // no flood
}

void TestReplaying::aSearchIsStopped()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), thirtyKeys());
    QVERIFY(openSearch(driver));
    auto *stop = driver.find<QPushButton>("stopSearchPushButton");
    QTest::mouseClick(driver.find<QPushButton>("startSearchPushButton"), Qt::LeftButton);
    QVERIFY(stop->isEnabled());
    auto *bar = driver.find<QProgressBar>("smallestInputProgressBar");
    QTRY_VERIFY(bar->value() > 2);
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY(!stop->isEnabled());
    // The best so far is there, whether or not the search was quicker than the person.
    QVERIFY(driver.find<QPlainTextEdit>("smallestInputPlainTextEdit")->toPlainText().contains(QStringLiteral("milliseconds")));
}

void TestReplaying::nothingIsSentBeforeItIsAgreedTo()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), thirtyKeys());
    QVERIFY(openSearch(driver));
    QCOMPARE(driver.find<QProgressBar>("smallestInputProgressBar")->value(), 0);
    QTest::mouseClick(driver.find<QPushButton>("closeSearchPushButton"), Qt::LeftButton);
    QTRY_VERIFY(!driver.window().findChild<ui::SmallestInputDialog *>());
    QCOMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), thirtyKeys());
}

void TestReplaying::aDraftThatCannotBeSentIsNotSearched()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), "{\"a\": ");
    QVERIFY(!openSearch(driver));
}

void TestReplaying::theServicesOwnLogIsShown()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_ECHO"), R"({"password": "hunter2hunter2", "marker": "here"})");
    QAction *open = driver.window().actions().action(QStringLiteral("result.serviceLog"));
    open->trigger();
    QVERIFY(driver.textOf("serviceLogLabel").contains(QStringLiteral("No run is shown yet")));
    QTest::mouseClick(driver.find<QPushButton>("closeServiceLogPushButton"), Qt::LeftButton);
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    QTRY_COMPARE(driver.textOf("verdictLabel"), QStringLiteral("Successful"));
    open->trigger();
    auto *text = driver.find<QPlainTextEdit>("serviceLogPlainTextEdit");
    QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("Action: SANDBOX_ECHO")));
    QVERIFY(text->toPlainText().contains(QStringLiteral("here")));
    QVERIFY(!text->toPlainText().contains(QStringLiteral("hunter2hunter2")));
}

QTEST_MAIN(TestReplaying)
#include "tst_replaying.moc"
