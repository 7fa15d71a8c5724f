// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/shell/actionregistry.h"
#include "ui/widgets/messagestrip.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolTip>

using namespace actionscope;
using test::WindowDriver;

// What {{names}} stand for, wherever the window says so: beside it, in its fields, and in the editor of a collection.
class TestVariableBrowser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theListFollowsTabsEnvironmentsAndFiles();
    void theListNamesWhatIsSetNowhere();
    void plainFieldsTellWhatTheirNamesStandFor();
    void aSaveKeepsWhatOthersChangedMeanwhile();
    void anEnvironmentOfTheStartWaitsForItsCollection_data();
    void anEnvironmentOfTheStartWaitsForItsCollection();
    void anUnknownEnvironmentOfTheStartIsSaid();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_dir->filePath(QStringLiteral("config"));
        result.secrets = &m_secrets;
        return result;
    }
    [[nodiscard]] QString path(const char *name = "") const { return m_dir->filePath(QStringLiteral("c/") + QLatin1String(name)); }
    void write(const char *name, const QByteArray &text) const { QVERIFY(writeFileAtomically(path(name), text)); }
    [[nodiscard]] QByteArray content(const char *name) const { return readFile(path(name)).value_or(QByteArray()); }
    void open(WindowDriver &driver) const
    {
        QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
        driver.window().openPaths({path("echo.action.json")});
        QTRY_COMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("SANDBOX_ECHO"));
    }
    static void trigger(WindowDriver &driver, const char *action)
    {
        driver.window().actions().action(QLatin1String(action))->trigger();
    }
    static void pick(WindowDriver &driver, const QString &environment)
    {
        auto *picker = driver.find<QComboBox>("environmentComboBox");
        QTRY_VERIFY(picker->findText(environment) >= 0);
        picker->setCurrentIndex(picker->findText(environment));
        Q_EMIT picker->activated(picker->currentIndex());
    }
    // "name = value, from"; empty where there is no such row.
    static QString listed(WindowDriver &driver, const QString &name)
    {
        const QAbstractItemModel *model = driver.find<QTableView>("variableListTableView")->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == name)
                return model->index(row, 1).data().toString() + QStringLiteral(", ") + model->index(row, 2).data().toString();
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    storage::MemorySecretStore m_secrets;
};

void TestVariableBrowser::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    write("collection.json", "{\"name\": \"C\", \"variables\": {\"greeting\": \"hello\"}}");
    write("echo.action.json", R"({"actionId": "SANDBOX_ECHO", "input": {"say": "{{greeting}}"}})");
    write("environments/ci.json", R"({"baseUrl": "http://127.0.0.1:9", "api": "v2", "variables": {"where": "ci"}})");
    write("environments/qa.json", R"({"baseUrl": "http://127.0.0.1:9", "api": "v2", "variables": {"where": "qa", "greeting": "hi"}})");
}

void TestVariableBrowser::theListFollowsTabsEnvironmentsAndFiles()
{
    WindowDriver driver(options());
    open(driver);
    trigger(driver, "view.variables");
    const auto *dialog = driver.find<QDialog>("variableListDialog");
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->isModal()); // the window can be worked in
    QTRY_COMPARE(listed(driver, QStringLiteral("greeting")), QStringLiteral("\"hello\", collection.json (collection)"));
    QVERIFY(listed(driver, QStringLiteral("where")).isEmpty());
    pick(driver, QStringLiteral("ci · C"));
    QTRY_COMPARE(listed(driver, QStringLiteral("where")), QStringLiteral("\"ci\", environments/ci.json (environment)"));
    pick(driver, QStringLiteral("qa · C"));
    QTRY_COMPARE(listed(driver, QStringLiteral("where")), QStringLiteral("\"qa\", environments/qa.json (environment)"));
    QCOMPARE(listed(driver, QStringLiteral("greeting")), QStringLiteral("\"hi\", environments/qa.json (environment)"));
    write("environments/qa.json", R"({"baseUrl": "http://127.0.0.1:9", "api": "v2", "variables": {"where": "elsewhere"}})");
    QTRY_VERIFY(listed(driver, QStringLiteral("where")).startsWith(QStringLiteral("\"elsewhere\"")));
    QCOMPARE(listed(driver, QStringLiteral("greeting")), QStringLiteral("\"hello\", collection.json (collection)"));
    QVERIFY(driver.textOf("variableListLabel").contains(QStringLiteral("“echo” of C, on qa · C")));
    pick(driver, QStringLiteral("Sandbox"));
    trigger(driver, "request.new"); // belongs to no collection
    QTRY_VERIFY(listed(driver, QStringLiteral("greeting")).isEmpty());
    QVERIFY(!listed(driver, QStringLiteral("$uuid")).isEmpty());
    QVERIFY(driver.textOf("variableListLabel").contains(QStringLiteral("no collection")));
    auto *bar = driver.find<QTabBar>("openRequestsTabBar");
    bar->setCurrentIndex(bar->currentIndex() - 1);
    QTRY_VERIFY(!listed(driver, QStringLiteral("greeting")).isEmpty());
}

void TestVariableBrowser::theListNamesWhatIsSetNowhere()
{
    WindowDriver driver(options());
    open(driver);
    trigger(driver, "view.variables");
    QTRY_VERIFY(!listed(driver, QStringLiteral("greeting")).isEmpty());
    auto *entity = driver.find<QLineEdit>("entityIdLineEdit");
    entity->setFocus();
    QTest::keyClicks(entity, QStringLiteral("{{nobody}}"));
    QTRY_VERIFY(listed(driver, QStringLiteral("nobody")).contains(QStringLiteral("not set anywhere")));
    QCOMPARE(driver.find<QTableView>("variableListTableView")->model()->index(0, 0).data().toString(), QStringLiteral("nobody"));
    QVERIFY(driver.textOf("variableListLabel").endsWith(QStringLiteral("set nowhere: nobody.")));
    // Nobody looks for an account of a person called {{nobody}}.
    QVERIFY2(driver.textOf("connectionPickLabel").startsWith(QStringLiteral("{{nobody}} is set nowhere")),
        qPrintable(driver.textOf("connectionPickLabel")));
    entity->selectAll();
    QTest::keyClick(entity, Qt::Key_Delete);
    QTRY_VERIFY(listed(driver, QStringLiteral("nobody")).isEmpty());
}

void TestVariableBrowser::plainFieldsTellWhatTheirNamesStandFor()
{
    WindowDriver driver(options());
    open(driver);
    const auto tip = [](QLineEdit *field, const QString &text) {
        field->setText(text);
        QToolTip::hideText();
        const QPoint place(24, field->height() / 2);
        QHelpEvent event(QEvent::ToolTip, place, field->mapToGlobal(place));
        QApplication::sendEvent(field, &event);
        return QToolTip::text();
    };
    for (const char *name : {"actionIdLineEdit", "appNameLineEdit", "entityIdLineEdit", "connectedAccountIdLineEdit"}) {
        auto *field = driver.find<QLineEdit>(name);
        QTRY_COMPARE(tip(field, QStringLiteral("{{greeting}}")), QStringLiteral("greeting = \"hello\"\nfrom collection.json (collection)"));
        QVERIFY(tip(field, QStringLiteral("{{missing}}")).contains(QStringLiteral("not set anywhere")));
    }
    // The list of names has the keys before the list of entities.
    auto *entity = driver.find<QLineEdit>("entityIdLineEdit");
    entity->clear();
    QTest::keyClicks(entity, QStringLiteral("{{"));
    QTest::keyClick(entity, Qt::Key_Down);
    QTest::keyClick(entity, Qt::Key_Return);
    QCOMPARE(entity->text(), QStringLiteral("{{$randomInt}}"));
}

void TestVariableBrowser::aSaveKeepsWhatOthersChangedMeanwhile()
{
    WindowDriver driver(options());
    open(driver);
    trigger(driver, "view.variables");
    QTRY_VERIFY(!listed(driver, QStringLiteral("greeting")).isEmpty());
    driver.find<QPushButton>("editVariablesPushButton")->click();
    auto *table = driver.find<QTableWidget>("variablesTableWidget");
    QTRY_COMPARE(table->item(0, 0)->text(), QStringLiteral("greeting"));
    table->item(0, 1)->setText(QStringLiteral("mine"));
    write("collection.json", "{\"name\": \"C\", \"variables\": {\"greeting\": \"hello\", \"added\": 1.10}}");
    QTRY_VERIFY(table->rowCount() >= 3 && table->item(1, 0)->text() == QStringLiteral("added"));
    QCOMPARE(table->item(0, 1)->text(), QStringLiteral("mine"));
    QVERIFY(driver.find<QLabel>("variablesHintLabel")->isVisible());
    driver.find<QPushButton>("saveVariablesPushButton")->click();
    QTRY_VERIFY(content("collection.json").contains("\"mine\""));
    QVERIFY2(content("collection.json").contains("1.10"), content("collection.json").constData());
    QTRY_VERIFY(listed(driver, QStringLiteral("greeting")).startsWith(QStringLiteral("\"mine\"")));
}

void TestVariableBrowser::anEnvironmentOfTheStartWaitsForItsCollection_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("as the window shows it") << QStringLiteral("ci · C");
    QTest::newRow("as its file is called") << QStringLiteral("ci");
}

void TestVariableBrowser::anEnvironmentOfTheStartWaitsForItsCollection()
{
    QFETCH(QString, name);
    ui::CompositionOptions wanted = options();
    wanted.environment = name;
    WindowDriver driver(wanted);
    driver.window().openPaths({path()}); // as the program does with its arguments
    QTRY_COMPARE(driver.find<QComboBox>("environmentComboBox")->currentText(), QStringLiteral("ci · C"));
    QVERIFY(!driver.find<ui::MessageStrip>("windowMessageStrip")->isVisible());
}

void TestVariableBrowser::anUnknownEnvironmentOfTheStartIsSaid()
{
    ui::CompositionOptions wanted = options();
    wanted.environment = QStringLiteral("staging");
    WindowDriver driver(wanted);
    driver.window().openPaths({path()});
    auto *strip = driver.find<ui::MessageStrip>("windowMessageStrip");
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(QStringLiteral("“staging”")) && strip->text().contains(QStringLiteral("ci · C")),
        qPrintable(strip->text()));
}

QTEST_MAIN(TestVariableBrowser)
#include "tst_variablebrowser.moc"
