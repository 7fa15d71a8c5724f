// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/sandbox/sandbox.h"
#include "app/storage/collectionsecrets.h"
#include "app/storage/memorysecretstore.h"
#include "app/storage/savedrequest.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/shell/actionregistry.h"

#include <QAction>
#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTreeView>

using namespace actionscope;
using test::AgreeingMessageBox;
using test::AnsweringFileDialog;
using test::WindowDriver;

namespace {

const QByteArray echo = R"({
  "actionscope": 1,
  "actionId": "SANDBOX_ECHO",
  "input": {
    "price": 1.10,
    "greeting": "{{greeting}}"
  },
  "x-unknown": [ 1 ],
  "expect": [ { "path": "$.data.input.price", "equals": 1.10 }, { "path": "$.data.input.greeting", "equals": "?" } ]
}
)";

} // namespace

// From a folder to a saved change, with a real window on a real disk.
class TestSavedRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEditChangesOnlyItsLine();
    void anOutsideChangeAppearsAtOnce();
    void aConflictIsTheirsOrMine();
    void tabsComeBackAfterACrash();
    void closingAsksFirst();
    void namesAreReplacedAndUndefinedOnesStop();
    void expectationsAreShownInPlace();
    void aCollectionsEnvironmentCanBeChosen();
    void secretsReachTheServiceAndNothingElse();

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
    [[nodiscard]] QString path(const char *name = "echo.action.json") const
    {
        return m_dir->filePath(QStringLiteral("c/") + QString::fromUtf8(name));
    }
    [[nodiscard]] QByteArray content() const { return readFile(path()).value_or(QByteArray()); }
    // Opens the collection by the menu and the request by its row.
    void openEcho(WindowDriver &driver)
    {
        m_files.path = m_dir->filePath(QStringLiteral("c"));
        QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
        driver.find<QPushButton>("openFolderPushButton")->click();
        auto *tree = driver.find<QTreeView>("collectionsTreeView");
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        const QModelIndex row = tree->model()->index(0, 0, tree->model()->index(0, 0));
        tree->setCurrentIndex(row);
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_COMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("SANDBOX_ECHO"));
    }
    static void type(WindowDriver &driver, const QByteArray &what, const QByteArray &instead)
    {
        auto *editor = driver.find<ui::JsonEditor>("inputJsonEditor");
        const qsizetype at = editor->bytes().indexOf(what);
        QVERIFY(at >= 0);
        editor->applyEdit({at, what.size(), instead});
    }
    [[nodiscard]] static QString tabText(WindowDriver &driver)
    {
        auto *bar = driver.find<QTabBar>("openRequestsTabBar");
        return bar->tabText(bar->currentIndex());
    }
    static void save(WindowDriver &driver) { trigger(driver, "request.save"); }
    static void trigger(WindowDriver &driver, const char *action)
    {
        driver.window().actions().action(QLatin1String(action))->trigger();
    }
    void execute(WindowDriver &driver)
    {
        QTRY_VERIFY(driver.sandboxIsThere());
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    storage::MemorySecretStore m_secrets;
    AnsweringFileDialog m_files;
    AgreeingMessageBox m_questions;
};

void TestSavedRequests::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_questions.asked.clear();
    QVERIFY(writeFileAtomically(path(), echo));
    const QByteArray head = "{\"name\": \"C\", \"variables\": {\"greeting\": \"hello\"}}";
    QVERIFY(writeFileAtomically(path("collection.json"), head));
}

void TestSavedRequests::anEditChangesOnlyItsLine()
{
    const auto git = [this](const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(m_dir->filePath(QStringLiteral("c")));
        process.start(QStringLiteral("git"), arguments);
        process.waitForFinished();
        return process.readAllStandardOutput();
    };
    git({QStringLiteral("init"), QStringLiteral("-q")});
    git({QStringLiteral("add"), QStringLiteral("-A")});
    WindowDriver driver(options());
    openEcho(driver);
    QCOMPARE(tabText(driver), QStringLiteral("echo"));
    type(driver, "1.10", "2.20");
    QCOMPARE(tabText(driver), QStringLiteral("echo ●"));
    save(driver);
    QTRY_COMPARE(tabText(driver), QStringLiteral("echo"));
    const QByteArray diff = git({QStringLiteral("diff"), QStringLiteral("--unified=0")});
    QCOMPARE(diff.count("\n+") - diff.count("\n+++"), 1);
    QVERIFY(diff.contains("\n-    \"price\": 1.10,\n+    \"price\": 2.20,\n"));
}

void TestSavedRequests::anOutsideChangeAppearsAtOnce()
{
    WindowDriver driver(options());
    openEcho(driver);
    QByteArray pulled = echo;
    pulled.replace("1.10,", "3.30,");
    QVERIFY(writeFileAtomically(path(), pulled));
    QVERIFY(writeFileAtomically(path("new.action.json"), "{}"));
    QTRY_VERIFY(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes().contains("3.30"));
    QCOMPARE(tabText(driver), QStringLiteral("echo"));
    auto *tree = driver.find<QTreeView>("collectionsTreeView");
    QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 2);
}

void TestSavedRequests::aConflictIsTheirsOrMine()
{
    WindowDriver driver(options());
    openEcho(driver);
    auto *strip = driver.find<QFrame>("conflictStrip");
    type(driver, "1.10", "2.20");
    QByteArray theirs = echo;
    theirs.replace("[ 1 ]", "[ 1, 2 ]");
    QVERIFY(writeFileAtomically(path(), theirs));
    QTRY_VERIFY(strip->isVisible());
    QVERIFY(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes().contains("2.20"));
    save(driver); // asks by the strip, writes nothing
    QCOMPARE(content(), theirs);
    driver.find<QPushButton>("keepMinePushButton")->click();
    QVERIFY(!strip->isVisible());
    save(driver);
    QByteArray both = theirs;
    both.replace("\"price\": 1.10", "\"price\": 2.20");
    QTRY_COMPARE(content(), both);
    QTRY_COMPARE(tabText(driver), QStringLiteral("echo"));

    type(driver, "2.20", "4.40");
    QVERIFY(writeFileAtomically(path(), echo));
    QTRY_VERIFY(strip->isVisible());
    driver.find<QPushButton>("takeTheirsPushButton")->click();
    QTRY_VERIFY(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes().contains("1.10"));
    QCOMPARE(content(), echo);
}

void TestSavedRequests::tabsComeBackAfterACrash()
{
    const QString stored = m_dir->filePath(QStringLiteral("config/tabs.json"));
    {
        WindowDriver driver(options());
        openEcho(driver);
        type(driver, "1.10", "\"half");
        QTRY_VERIFY(readFile(stored).value_or(QByteArray()).contains("half"));
        driver.crash();
    }
    WindowDriver driver(options());
    QTRY_COMPARE(tabText(driver), QStringLiteral("echo ●"));
    QTRY_VERIFY(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes().contains("\"half"));
    QCOMPARE(content(), echo);
    QTRY_COMPARE(driver.find<QTreeView>("collectionsTreeView")->model()->rowCount(), 1); // the collection as well
}

void TestSavedRequests::closingAsksFirst()
{
    WindowDriver driver(options());
    openEcho(driver);
    auto *bar = driver.find<QTabBar>("openRequestsTabBar");
    const int before = bar->count();
    type(driver, "1.10", "2.20");
    trigger(driver, "request.close");
    QVERIFY(m_questions.asked.contains(QStringLiteral("not saved")));
    QCOMPARE(bar->count(), std::max(1, before - 1));
    QCOMPARE(content(), echo);
}

void TestSavedRequests::namesAreReplacedAndUndefinedOnesStop()
{
    WindowDriver driver(options());
    openEcho(driver);
    execute(driver);
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
    type(driver, "{{greeting}}", "{{missing}} and {{lost}}");
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    QTRY_VERIFY(driver.textOf("problemLabel").contains(QStringLiteral("{{missing}}")));
    QVERIFY(driver.textOf("problemLabel").contains(QStringLiteral("{{lost}}")));
}

void TestSavedRequests::expectationsAreShownInPlace()
{
    WindowDriver driver(options());
    openEcho(driver);
    execute(driver);
    auto *outcomes = driver.find<QListWidget>("outcomesListWidget");
    QTRY_VERIFY_WITH_TIMEOUT(outcomes->count() >= 2, 30000);
    QVERIFY(driver.textOf("outcomesLabel").startsWith(QStringLiteral("1 of ")));
    QVERIFY(outcomes->item(outcomes->count() - 1)->data(Qt::AccessibleTextRole).toString().startsWith(
        QStringLiteral("Failed: ")));
}

void TestSavedRequests::aCollectionsEnvironmentCanBeChosen()
{
    const QByteArray environment = "{\"baseUrl\": \"http://127.0.0.1:{{port}}\", \"api\": \"v2\", "
                                   "\"variables\": {\"port\": 9}, \"protected\": true}";
    QVERIFY(writeFileAtomically(path("environments/ci.json"), environment));
    WindowDriver driver(options());
    openEcho(driver);
    auto *picker = driver.find<QComboBox>("environmentComboBox");
    QTRY_VERIFY(picker->findText(QStringLiteral("ci · C")) > 0);
    picker->setCurrentIndex(picker->findText(QStringLiteral("ci · C")));
    Q_EMIT picker->activated(picker->currentIndex());
    QTRY_VERIFY(driver.textOf("destinationLabel").contains(QStringLiteral("127.0.0.1:9")));
    QVERIFY(driver.find<QLabel>("protectedLabel")->isVisible());
}

// The echo sends back what it was given: the secret comes in an answer, too.
void TestSavedRequests::secretsReachTheServiceAndNothingElse()
{
    sandbox::Sandbox server;
    QSignalSpy started(&server, &sandbox::Sandbox::started);
    server.start({});
    QTRY_COMPARE(started.size(), 1);
    const auto address = started.first().first().value<sandbox::SandboxAddress>();
    const QByteArray secret = "s3cret-\"value\"";
    const auto name = [](const char *what) {
        return storage::collectionSecretName(QStringLiteral("C"), QStringLiteral("ci"), QString::fromUtf8(what));
    };
    m_secrets.write(name("apiKey"), address.apiKey);
    m_secrets.write(name("TOKEN"), secret);
    const QByteArray environment = "{\"baseUrl\": \"" + address.url.toString().toUtf8()
        + "\", \"api\": \"v2\", \"secrets\": [\"apiKey\", \"TOKEN\"]}";
    QVERIFY(writeFileAtomically(path("environments/ci.json"), environment));
    QByteArray text = echo;
    text.replace("{{greeting}}", "Bearer {{TOKEN}}").replace("\"?\"", "\"Bearer {{TOKEN}}\"");
    QVERIFY(writeFileAtomically(path(), text));
    WindowDriver driver(options());
    openEcho(driver);
    auto *picker = driver.find<QComboBox>("environmentComboBox");
    QTRY_VERIFY(picker->findText(QStringLiteral("ci · C")) > 0);
    picker->setCurrentIndex(picker->findText(QStringLiteral("ci · C")));
    Q_EMIT picker->activated(picker->currentIndex());
    QTRY_VERIFY(driver.textOf("destinationLabel").contains(address.url.authority()));
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
    QTRY_VERIFY(driver.find<QListWidget>("outcomesListWidget")->count() > 0);
    for (int row = 0; row < driver.find<QListWidget>("outcomesListWidget")->count(); ++row)
        QVERIFY(!driver.find<QListWidget>("outcomesListWidget")->item(row)->text().contains(QStringLiteral("s3cret")));
    auto *tree = driver.find<QTreeView>("bodyTreeView");
    QTRY_VERIFY(tree->model()->rowCount() > 0);
    QDirIterator files(m_dir->path(), QDir::Files, QDirIterator::Subdirectories);
    int runs = 0;
    while (files.hasNext()) {
        const QByteArray content = readFile(files.next()).value_or(QByteArray());
        QVERIFY2(!content.contains("s3cret"), qPrintable(files.filePath()));
        runs += files.filePath().contains(QStringLiteral("history")) ? 1 : 0;
    }
    QVERIFY(runs > 0);
}

QTEST_MAIN(TestSavedRequests)
#include "tst_savedrequests.moc"
