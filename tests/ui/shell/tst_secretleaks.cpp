// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memorysecretstore.h"
#include "tests/support/plantedsecrets.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/clipboard.h"
#include "ui/shell/actionregistry.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace actionscope;
using test::PaperClipboard;
using test::WindowDriver;
using tests::leaksBelow;
using tests::leaksIn;

namespace {

QByteArray titles()
{
    QByteArray all;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows)
        all += window->windowTitle().toUtf8() + '\n';
    return all;
}

} // namespace

// Secrets in every field of the real window: what it keeps, hands on and has for a title holds none.
class TestSecretLeaks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAndHandsOnNone();
    void asksForThemAgain();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder.path();
        result.secrets = &m_secrets;
        result.clipboard = &m_clipboard;
        return result;
    }
    static void plant(WindowDriver &driver);

    QTemporaryDir m_folder;
    storage::MemorySecretStore m_secrets;
    PaperClipboard m_clipboard;
};

void TestSecretLeaks::plant(WindowDriver &driver)
{
    auto *action = driver.find<QLineEdit>("actionIdLineEdit");
    QTRY_VERIFY(!action->text().isEmpty());
    QTRY_VERIFY(driver.sandboxIsThere());
    action->selectAll();
    QTest::keyClicks(action, QStringLiteral("SANDBOX_ECHO"));
    driver.find<QLineEdit>("appNameLineEdit")->clear();
    driver.find<ui::JsonEditor>("inputJsonEditor")->setBytes(tests::plantedObject());
    driver.find<ui::JsonEditor>("sessionInfoJsonEditor")->setBytes(tests::plantedObject());
    driver.find<ui::JsonEditor>("authConfigJsonEditor")->setBytes(tests::plantedAuthConfig());
}

void TestSecretLeaks::keepsAndHandsOnNone()
{
    {
        WindowDriver driver(options());
        plant(driver);
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 20'000);
        QCOMPARE(leaksIn(titles()), QByteArrayList());
        for (const char *id : {"result.copySupport", "result.copyTicket"}) {
            m_clipboard.setText({});
            driver.window().actions().action(QLatin1String(id))->trigger();
            QTRY_VERIFY2(m_clipboard.text().contains(QStringLiteral("SANDBOX_ECHO")), id);
            QCOMPARE(leaksIn(m_clipboard.text().toUtf8()), QByteArrayList());
        }
        for (const char *name : {"textPlainTextEdit", "systemPromptPlainTextEdit", "customDescriptionPlainTextEdit"})
            driver.find<QPlainTextEdit>(name)->setPlainText(QString::fromUtf8(tests::plantedText()));
        driver.find<QLineEdit>("entityIdLineEdit")->setText(QString::fromUtf8(tests::plantedText()));
        QCOMPARE(leaksIn(titles()), QByteArrayList());
        QVERIFY(driver.window().close());
    }
    QVERIFY(QDir(m_folder.path()).exists(QStringLiteral("history")));
    QCOMPARE(leaksBelow(m_folder.path()), QByteArray());
}

// What was typed is there again after a start, but for the secrets; and it is not sent with what stands in their place.
void TestSecretLeaks::asksForThemAgain()
{
    WindowDriver driver(options());
    auto *input = driver.find<ui::JsonEditor>("inputJsonEditor");
    QTRY_VERIFY2(input->bytes().contains("redacted:"), input->bytes().constData());
    QVERIFY(driver.find<QPlainTextEdit>("systemPromptPlainTextEdit")->toPlainText().contains(QStringLiteral("redacted:")));
    driver.find<ui::JsonEditor>("authConfigJsonEditor")->setBytes({});
    QTRY_VERIFY(driver.sandboxIsThere());
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    const auto says = [&driver] {
        const QList<QLabel *> labels = driver.window().findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [](const QLabel *label) { return label->isVisible() && label->text().contains(QStringLiteral("still holds a placeholder for a secret")); });
    };
    QTRY_VERIFY(says());
}

QTEST_MAIN(TestSecretLeaks)
#include "tst_secretleaks.moc"
