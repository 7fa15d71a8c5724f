// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/storage/collectionsecrets.h"
#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/dialogs/environmentsdialog.h"
#include "ui/dialogs/variablesdialog.h"
#include "ui/shell/actionregistry.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QHelpEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolTip>
#include <QTreeView>

using namespace actionscope;
using test::WindowDriver;

// Environments made and changed in the window's dialogs, and where that is seen afterwards.
class TestEnvironmentEditing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void aNewEnvironmentIsOfferedAndKept();
    void aRenamedEnvironmentStaysChosen();
    void cancelChangesNothing();
    void aCollectionsEnvironmentIsWrittenToItsFile();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_dir->filePath(QStringLiteral("config"));
        result.secrets = &m_secrets;
        return result;
    }
    static ui::EnvironmentsDialog *open(WindowDriver &driver)
    {
        driver.window().actions().action(QStringLiteral("view.environments"))->trigger();
        return driver.find<ui::EnvironmentsDialog>("environmentsDialog");
    }
    template <typename T> static T *in(QWidget *dialog, const char *name)
    {
        T *found = dialog->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("There is no %s in the dialog.", name);
        return found;
    }
    static void add(ui::EnvironmentsDialog *dialog, const QString &name, const QString &baseUrl)
    {
        in<QPushButton>(dialog, "addEnvironmentPushButton")->click();
        in<QLineEdit>(dialog, "environmentNameLineEdit")->setText(name);
        in<QLineEdit>(dialog, "baseUrlLineEdit")->setText(baseUrl);
    }
    static void pick(WindowDriver &driver, const QString &environment)
    {
        auto *picker = driver.find<QComboBox>("environmentComboBox");
        QTRY_VERIFY(picker->findText(environment) >= 0);
        picker->setCurrentIndex(picker->findText(environment));
        Q_EMIT picker->activated(picker->currentIndex());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    storage::MemorySecretStore m_secrets;
};

void TestEnvironmentEditing::aNewEnvironmentIsOfferedAndKept()
{
    {
        WindowDriver driver(options());
        ui::EnvironmentsDialog *dialog = open(driver);
        add(dialog, QStringLiteral("staging"), QStringLiteral("http://127.0.0.1:9"));
        in<QCheckBox>(dialog, "protectedCheckBox")->setChecked(true);
        in<QPushButton>(dialog, "saveEnvironmentsPushButton")->click();
        pick(driver, QStringLiteral("staging"));
        QTRY_VERIFY(driver.textOf("destinationLabel").contains(QStringLiteral("127.0.0.1:9")));
        QVERIFY(driver.find<QLabel>("protectedLabel")->isVisible());
        driver.window().close();
    }
    WindowDriver driver(options());
    QCOMPARE(driver.find<QComboBox>("environmentComboBox")->currentText(), QStringLiteral("staging"));
}

void TestEnvironmentEditing::aRenamedEnvironmentStaysChosen()
{
    WindowDriver driver(options());
    ui::EnvironmentsDialog *first = open(driver);
    add(first, QStringLiteral("old"), QStringLiteral("http://127.0.0.1:9"));
    in<QPushButton>(first, "saveEnvironmentsPushButton")->click();
    pick(driver, QStringLiteral("old"));
    QTRY_VERIFY(!driver.window().findChild<QWidget *>(QStringLiteral("environmentsDialog")));
    ui::EnvironmentsDialog *second = open(driver);
    auto *list = in<QListWidget>(second, "environmentsListWidget");
    list->setCurrentRow(list->count() - 1);
    in<QLineEdit>(second, "environmentNameLineEdit")->setText(QStringLiteral("new"));
    in<QPushButton>(second, "saveEnvironmentsPushButton")->click();
    QTRY_COMPARE(driver.find<QComboBox>("environmentComboBox")->currentText(), QStringLiteral("new"));
    QCOMPARE(driver.find<QComboBox>("environmentComboBox")->findText(QStringLiteral("old")), -1);
}

void TestEnvironmentEditing::cancelChangesNothing()
{
    WindowDriver driver(options());
    ui::EnvironmentsDialog *dialog = open(driver);
    add(dialog, QStringLiteral("never"), QStringLiteral("http://127.0.0.1:9"));
    in<QPushButton>(dialog, "cancelEnvironmentsPushButton")->click();
    QTRY_VERIFY(!driver.window().findChild<QWidget *>(QStringLiteral("environmentsDialog")));
    QCOMPARE(driver.find<QComboBox>("environmentComboBox")->findText(QStringLiteral("never")), -1);
}

void TestEnvironmentEditing::aCollectionsEnvironmentIsWrittenToItsFile()
{
    const QString folder = m_dir->filePath(QStringLiteral("c"));
    QVERIFY(writeFileAtomically(folder + QStringLiteral("/collection.json"), R"({"name": "C"})"));
    WindowDriver driver(options());
    driver.window().openPaths({folder});
    auto *tree = driver.find<QTreeView>("collectionsTreeView");
    QTRY_COMPARE(tree->model()->rowCount(), 1);
    pick(driver, QStringLiteral("Sandbox"));
    driver.find<QTreeView>("collectionsTreeView")->setCurrentIndex(tree->model()->index(0, 0));
    driver.window().actions().action(QStringLiteral("view.collections"))->trigger();
    const QPoint place = tree->visualRect(tree->model()->index(0, 0)).center();
    Q_EMIT tree->customContextMenuRequested(place);
    auto *menu = driver.find<QMenu>("collectionsMenu");
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(QStringLiteral("Variables")))
            action->trigger();
    }
    menu->close();
    auto *dialog = driver.find<ui::VariablesDialog>("variablesDialog");
    in<QLineEdit>(dialog, "newEnvironmentLineEdit")->setText(QStringLiteral("ci"));
    in<QPushButton>(dialog, "addEnvironmentPushButton")->click();
    in<QLineEdit>(dialog, "collectionBaseUrlLineEdit")->setText(QStringLiteral("http://127.0.0.1:{{port}}"));
    auto *table = in<QTableWidget>(dialog, "variablesTableWidget");
    table->item(0, 0)->setText(QStringLiteral("port"));
    table->item(0, 1)->setText(QStringLiteral("9"));
    auto *baseUrl = in<QLineEdit>(dialog, "collectionBaseUrlLineEdit");
    baseUrl->setText(QStringLiteral("{{port}} {{lost}}"));
    QHelpEvent event(QEvent::ToolTip, {16, baseUrl->height() / 2}, baseUrl->mapToGlobal(QPoint(16, baseUrl->height() / 2)));
    QApplication::sendEvent(baseUrl, &event);
    QVERIFY2(QToolTip::text().startsWith(QStringLiteral("port = 9\nfrom environments/ci.json")), qPrintable(QToolTip::text()));
    baseUrl->setText(QStringLiteral("http://127.0.0.1:{{port}}"));
    in<QLineEdit>(dialog, "secretNamesLineEdit")->setText(QStringLiteral("apiKey, TOKEN"));
    in<QComboBox>(dialog, "secretComboBox")->setCurrentText(QStringLiteral("TOKEN"));
    in<QLineEdit>(dialog, "secretValueLineEdit")->setText(QStringLiteral("s3cret"));
    in<QPushButton>(dialog, "saveVariablesPushButton")->click();
    const auto written = [&] { return readFile(folder + QStringLiteral("/environments/ci.json")).value_or(QByteArray()); };
    QTRY_VERIFY(written().contains("\"port\": 9"));
    QVERIFY2(written().contains("{{port}}") && written().contains("\"TOKEN\""), written().constData());
    pick(driver, QStringLiteral("ci · C"));
    QTRY_VERIFY(driver.textOf("destinationLabel").contains(QStringLiteral("127.0.0.1:9")));
    const auto kept = m_secrets.read(storage::collectionSecretName(QStringLiteral("C"), QStringLiteral("ci"), QStringLiteral("TOKEN")));
    QTRY_VERIFY(kept.isFinished());
    QCOMPARE(kept.result().value_or(QByteArray()), QByteArray("s3cret"));
    QDirIterator files(m_dir->path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        QVERIFY(!readFile(files.next()).value_or(QByteArray()).contains("s3cret"));
}

QTEST_MAIN(TestEnvironmentEditing)
#include "tst_environmentediting.moc"
