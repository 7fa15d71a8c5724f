// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/models/findinglistmodel.h"
#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/filedialog.h"
#include "ui/shell/actionregistry.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTreeView>

using namespace actionscope;
using test::AnsweringFileDialog;
using test::WindowDriver;

namespace {

// Written when the action still took “gone”.
const QByteArray drifted = R"({
  "actionscope": 1,
  "actionId": "SANDBOX_WAIT",
  "input": {
    "milliseconds": 5,
    "gone": "x"
  },
  "expect": [ { "successful": true } ],
  "schema": { "version": "0", "fields": { "milliseconds": "integer", "gone": "string" } }
}
)";

// With something wrong on its 6th and its 10th line.
const QByteArray placed = R"({
  "actionscope": 1,
  "actionId": "SANDBOX_ECHO",
  "input": {
    "one": 1,
    "say":  "{{nobody}}"
  },
  "expect": [
    { "path": "$.data", "is": "object" },
    { "stauts": 201 }
  ]
}
)";

} // namespace

// The doctor in a real window, asked about actions of the real sandbox.
class TestCollectionChecks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findingsLeadToTheirRequest();
    void findingsLeadToTheirPlace();
    void aReportIsSaved();
    void aMigrationIsOneVisibleEdit();
    void aHealthyCollectionIsPraised();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_dir->filePath(QStringLiteral("config"));
        result.secrets = &m_secrets;
        result.fileDialog = &m_files;
        return result;
    }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_dir->filePath(QStringLiteral("c/") + QString::fromUtf8(name));
    }
    void put(const char *name, const QByteArray &bytes)
    {
        QVERIFY(writeFileAtomically(path(name), bytes, FileAccess::AsUsual));
    }
    void check(WindowDriver &driver)
    {
        QTRY_VERIFY(driver.sandboxIsThere());
        m_files.path = m_dir->filePath(QStringLiteral("c"));
        driver.window().actions().action(QStringLiteral("collection.open"))->trigger();
        QTRY_COMPARE(driver.find<QTreeView>("collectionsTreeView")->model()->rowCount(), 1);
        driver.window().actions().action(QStringLiteral("collection.check"))->trigger();
        QVERIFY(driver.find<QWidget>("checkPage")->isVisible());
        QTRY_VERIFY(driver.textOf("checkSentenceLabel").startsWith(QLatin1String("Requests: ")));
    }
    // Chooses the finding whose sentence holds `words`.
    static void choose(WindowDriver &driver, const char *words)
    {
        auto *list = driver.find<QTreeView>("findingsTreeView");
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex sentence = list->model()->index(row, models::FindingListModel::SentenceColumn);
            if (sentence.data().toString().contains(QString::fromUtf8(words))) {
                list->setCurrentIndex(sentence);
                return;
            }
        }
        QFAIL(qPrintable(QStringLiteral("No finding says: %1").arg(QString::fromUtf8(words))));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    storage::MemorySecretStore m_secrets;
    AnsweringFileDialog m_files;
};

void TestCollectionChecks::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("c")));
    put("collection.json", R"({"actionscope": 1, "name": "Checks"})");
}

void TestCollectionChecks::findingsLeadToTheirRequest()
{
    put("a.action.json", R"({"actionscope": 1, "actionId": "SANDBOX_GONE", "input": {"say": "{{nobody}}"}})");
    WindowDriver driver(options());
    check(driver);
    auto *list = driver.find<QTreeView>("findingsTreeView");
    const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    choose(driver, "nobody");
    QVERIFY(driver.textOf("findingDetailLabel").contains(QLatin1String("{{nobody}} is not set anywhere.")));
    QVERIFY(!driver.find<QPushButton>("migratePushButton")->isVisible());
    choose(driver, "SANDBOX_GONE");
    Q_EMIT list->activated(list->currentIndex());
    QTRY_COMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("SANDBOX_GONE"));
    QVERIFY(!driver.find<QWidget>("checkPage")->isVisible());
}

void TestCollectionChecks::findingsLeadToTheirPlace()
{
    put("collection.json", "{\n  \"actionscope\": 1,\n  \"name\": \"Checks\",\n  \"variables\": { \"idle\": 1 }\n}\n");
    put("a.action.json", placed);
    WindowDriver driver(options());
    check(driver);
    auto *list = driver.find<QTreeView>("findingsTreeView");
    const auto lineOf = [list] { return list->currentIndex().siblingAtColumn(models::FindingListModel::LineColumn).data().toInt(); };
    choose(driver, "nobody");
    QCOMPARE(lineOf(), 6);
    QVERIFY(driver.textOf("findingDetailLabel").startsWith(QLatin1String("Line 6, column 14: ")));
    Q_EMIT list->activated(list->currentIndex());
    auto *input = driver.find<ui::CodeEditor>("inputCodeEditor");
    QTRY_VERIFY(input->isVisible());
    QTRY_COMPARE(input->caret(), driver.find<ui::JsonEditor>("inputJsonEditor")->bytes().indexOf("\"{{nobody}}\""));
    QVERIFY(!driver.find<QWidget>("checkPage")->isVisible());

    const auto again = [&] {
        driver.window().actions().action(QStringLiteral("collection.check"))->trigger();
        QTRY_VERIFY(driver.textOf("checkSentenceLabel").startsWith(QLatin1String("Requests: ")));
    };
    again();
    choose(driver, "stauts");
    QCOMPARE(lineOf(), 10);
    Q_EMIT list->activated(list->currentIndex());
    auto *expect = driver.find<ui::CodeEditor>("expectCodeEditor");
    QTRY_VERIFY(expect->isVisible());
    QTRY_COMPARE(driver.find<ui::JsonEditor>("expectJsonEditor")->bytes().mid(expect->caret()).left(3), QByteArray("201"));

    again();
    choose(driver, "{{idle}}");
    QCOMPARE(lineOf(), 4);
    Q_EMIT list->activated(list->currentIndex());
    QTRY_VERIFY(driver.window().findChild<QWidget *>(QStringLiteral("variablesDialog")));
}

void TestCollectionChecks::aReportIsSaved()
{
    put("a.action.json", placed);
    WindowDriver driver(options());
    check(driver);
    m_files.path = m_dir->filePath(QStringLiteral("check.xml"));
    driver.find<QPushButton>("saveCheckReportButton")->menu()->actions().at(1)->trigger();
    QTRY_VERIFY(QFile::exists(m_files.path));
    const QByteArray report = readFile(m_files.path).value_or(QByteArray());
    QVERIFY2(report.contains("✗ a.action.json:6:14: {{nobody}} is not set anywhere."), report.constData());
    QTRY_VERIFY(driver.textOf("checkLabel").contains(m_files.path));
}

void TestCollectionChecks::aMigrationIsOneVisibleEdit()
{
    put("a.action.json", drifted);
    WindowDriver driver(options());
    check(driver);
    choose(driver, "“gone” is gone");
    QVERIFY(driver.find<QPushButton>("migratePushButton")->isVisible());
    QTest::mouseClick(driver.find<QPushButton>("migratePushButton"), Qt::LeftButton);
    auto *editor = driver.find<ui::JsonEditor>("inputJsonEditor");
    QTRY_VERIFY(editor->bytes().contains("milliseconds") && !editor->bytes().contains("gone"));
    QVERIFY(driver.find<ui::JsonEditor>("inputJsonEditor")->isVisible());
    QCOMPARE(readFile(path("a.action.json")).value_or(QByteArray()), drifted);
    driver.window().actions().action(QStringLiteral("request.save"))->trigger();
    QTRY_VERIFY(!readFile(path("a.action.json")).value_or(drifted).contains("gone"));
    // The file remembers the schema of today, so that nothing is wrong with it any more.
    driver.window().actions().action(QStringLiteral("collection.check"))->trigger();
    QTRY_VERIFY(driver.textOf("checkSentenceLabel").contains(QLatin1String("Errors: 0. Warnings: 0.")));
}

void TestCollectionChecks::aHealthyCollectionIsPraised()
{
    put("a.action.json",
        R"({"actionscope": 1, "actionId": "SANDBOX_WAIT", "input": {"milliseconds": 5}, "expect": [{"successful": true}]})");
    WindowDriver driver(options());
    check(driver);
    QVERIFY2(driver.textOf("checkSentenceLabel").contains(QLatin1String("Errors: 0.")),
        qPrintable(driver.textOf("checkSentenceLabel")));
    if (driver.find<QTreeView>("findingsTreeView")->model()->rowCount() == 0)
        QVERIFY(driver.find<QLabel>("checkEmptyLabel")->isVisible());
}

QTEST_MAIN(TestCollectionChecks)
#include "tst_collectionchecks.moc"
