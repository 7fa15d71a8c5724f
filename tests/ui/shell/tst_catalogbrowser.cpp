// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/shell/actionregistry.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace actionscope;
using test::WindowDriver;

// From a thought to a form that is filled, in a real window over the catalogue of the real sandbox.
class TestCatalogBrowser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void typePickExecute();
    void thePanelFillsTheForm();
    void starsAndThePageInFrontAreRemembered();
    void theCatalogueIsReadAnew();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        return result;
    }
    static QListView *panel(WindowDriver &driver) { return driver.find<QListView>("actionsListView"); }
    static QString firstOf(QListView *list) { return list->model()->index(0, 0).data().toString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
};

void TestCatalogBrowser::typePickExecute()
{
    WindowDriver driver(options());
    QVERIFY(QTest::qWaitForWindowActive(&driver.window()));
    QTRY_VERIFY_WITH_TIMEOUT(panel(driver)->model()->rowCount() > 10, 30000);
    auto *field = driver.find<QLineEdit>("actionIdLineEdit");
    QTRY_VERIFY(!field->text().isEmpty());
    driver.find<ui::JsonEditor>("inputJsonEditor")->setFocus();
    QTest::keyClick(driver.window().focusWidget(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("sandbx ech"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->text(), QStringLiteral("SANDBOX_ECHO"));
    QCOMPARE(driver.find<QLineEdit>("appNameLineEdit")->text(), QStringLiteral("sandbox"));
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
    QTRY_COMPARE(firstOf(panel(driver)), QStringLiteral("SANDBOX_ECHO")); // recent now
}

void TestCatalogBrowser::thePanelFillsTheForm()
{
    WindowDriver driver(options());
    QTRY_VERIFY_WITH_TIMEOUT(panel(driver)->model()->rowCount() > 10, 30000);
    driver.window().actions().action(QStringLiteral("view.history"))->trigger();
    QVERIFY(!panel(driver)->isVisible());
    driver.window().actions().action(QStringLiteral("view.sidebar"))->trigger();
    driver.window().actions().action(QStringLiteral("view.actions"))->trigger();
    auto *filter = driver.find<QLineEdit>("actionsFilterLineEdit");
    QVERIFY(filter->isVisible());
    QTest::keyClicks(filter, QStringLiteral("gmial send"));
    QCOMPARE(firstOf(panel(driver)), QStringLiteral("GMAIL_SEND_EMAIL"));
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("GMAIL_SEND_EMAIL"));
    QCOMPARE(driver.find<QLineEdit>("appNameLineEdit")->text(), QStringLiteral("gmail"));
}

void TestCatalogBrowser::starsAndThePageInFrontAreRemembered()
{
    QString star;
    {
        WindowDriver driver(options());
        QTRY_VERIFY_WITH_TIMEOUT(panel(driver)->model()->rowCount() > 10, 30000);
        panel(driver)->setCurrentIndex(panel(driver)->model()->index(7, 0));
        star = panel(driver)->currentIndex().data().toString();
        QTest::keyClick(panel(driver), Qt::Key_Asterisk);
        QTRY_COMPARE(firstOf(panel(driver)), star);
        driver.window().actions().action(QStringLiteral("view.history"))->trigger();
        driver.window().close();
    }
    WindowDriver driver(options());
    QVERIFY(!panel(driver)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(panel(driver)->model()->rowCount() > 10, 30000);
    QCOMPARE(firstOf(panel(driver)), star);
}

void TestCatalogBrowser::theCatalogueIsReadAnew()
{
    WindowDriver driver(options());
    QTRY_VERIFY_WITH_TIMEOUT(panel(driver)->model()->rowCount() > 10, 30000);
    auto *refresh = driver.find<QToolButton>("refreshCatalogToolButton");
    QTRY_VERIFY(refresh->isEnabled());
    QTest::mouseClick(refresh, Qt::LeftButton);
    QVERIFY(!refresh->isEnabled()); // and not twice
    QTRY_VERIFY_WITH_TIMEOUT(refresh->isEnabled(), 30000);
    QVERIFY(panel(driver)->model()->rowCount() > 10);
}

QTEST_MAIN(TestCatalogBrowser)
#include "tst_catalogbrowser.moc"
