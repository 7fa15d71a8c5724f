// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalogstore.h"
#include "app/storage/memorysecretstore.h"
#include "app/storage/settings.h"
#include "tests/cli/scriptedserver.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/messagebox.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>

using namespace actionscope;
using test::WindowDriver;
using tests::ScriptedServer;

namespace {

// Keeps the question; the test answers.
class PaperMessageBox final : public ui::MessageBox
{
public:
    void ask(QWidget *, const ui::Question &question, const std::function<void()> &onAccepted) override
    {
        questions.append(question);
        accept = onAccepted;
    }
    QList<ui::Question> questions;
    std::function<void()> accept;
};

} // namespace

// The real window on a protected environment: what it shows, what it asks, and what leaves.
class TestGuardedExecution final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theWindowShowsTheProtection();
    void aChangeAsksWithItsExactTarget();
    void theQuestionNamesTheAccountThatIsPicked();
    void eachRunAsksAnew();
    void whatWasAgreedToIsWhatIsSent();
    void readingDoesNotAsk();
    void aBrokenRequestIsRefusedWithoutAQuestion();
    void enterDoesNotAgree_data();
    void enterDoesNotAgree();
    void anOpenEnvironmentDoesNotAsk();

private:
    ui::CompositionOptions options(ui::MessageBox *messageBox)
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        result.messageBox = messageBox;
        return result;
    }
    void type(WindowDriver &driver, const char *field, const QString &text)
    {
        auto *edit = driver.find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    void fill(WindowDriver &driver, const QString &actionId)
    {
        QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
        type(driver, "actionIdLineEdit", actionId);
        type(driver, "entityIdLineEdit", QStringLiteral("bob"));
        driver.find<ui::JsonEditor>("inputJsonEditor")->setBytes(R"({"a":1.10})");
    }
    void press(WindowDriver &driver)
    {
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    storage::MemorySecretStore m_secrets;
};

void TestGuardedExecution::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->heedsReads = false;
    m_server->answer("200 OK", "application/json", R"({"data":{},"successful":true,"error":null})");
    storage::Settings settings(m_folder->path());
    settings.setEnvironments(
        {{QStringLiteral("PRODUCTION"), m_server->url(), api::ApiVersion::V31, false, true},
            {QStringLiteral("staging"), m_server->url(), api::ApiVersion::V31}});
    settings.setCurrentEnvironmentName(QStringLiteral("PRODUCTION"));
    for (const char *name : {"apiKey/PRODUCTION", "apiKey/staging"})
        QVERIFY(m_secrets.write(QLatin1String(name), "ak_test_0123456789").result());
}

void TestGuardedExecution::theWindowShowsTheProtection()
{
    PaperMessageBox box;
    WindowDriver driver(options(&box));
    auto *word = driver.find<QLabel>("protectedLabel");
    QTRY_VERIFY(word->isVisible());
    QCOMPARE(word->text(), QStringLiteral("PROTECTED"));
    fill(driver, QStringLiteral("GMAIL_SEND_EMAIL"));
    auto *button = driver.find<QPushButton>("executePushButton");
    QCOMPARE(button->text(), QStringLiteral("Execute on PRODUCTION · Sends"));
    type(driver, "actionIdLineEdit", QStringLiteral("GMAIL_FETCH_EMAILS"));
    QCOMPARE(button->text(), QStringLiteral("Execute on PRODUCTION"));

    auto *environments = driver.find<QComboBox>("environmentComboBox");
    environments->setFocus();
    QTest::keyClick(environments, Qt::Key_Down); // staging
    QTRY_VERIFY(!word->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Execute"));
}

void TestGuardedExecution::aChangeAsksWithItsExactTarget()
{
    PaperMessageBox box;
    WindowDriver driver(options(&box));
    fill(driver, QStringLiteral("GMAIL_SEND_EMAIL"));
    type(driver, "connectedAccountIdLineEdit", QStringLiteral("ca_1"));
    press(driver);
    QCOMPARE(box.questions.size(), 1);
    QCOMPARE(box.questions.first().text,
        QStringLiteral(
            "GMAIL_SEND_EMAIL sends something as the entity “bob” with the account ca_1, on PRODUCTION (%1).")
            .arg(m_server->url()));
    QCOMPARE(box.questions.first().acceptText, QStringLiteral("Execute on PRODUCTION"));
    QCOMPARE(m_server->connections, 0);
    box.accept();
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
    QCOMPARE(m_server->connections, 1);
}

void TestGuardedExecution::theQuestionNamesTheAccountThatIsPicked()
{
    const api::ActionInfo mail {.id = QStringLiteral("GMAIL_SEND_EMAIL"), .appKey = QStringLiteral("gmail")};
    const api::ConnectedAccount account {.id = QStringLiteral("ca_7"),
        .appKey = QStringLiteral("gmail"),
        .userId = QStringLiteral("bob"),
        .status = api::AccountStatus::Active,
        .statusWord = QStringLiteral("ACTIVE")};
    catalog::CatalogStore store(catalog::catalogFolder(m_folder->path()), QStringLiteral("PRODUCTION"),
        QUrl(m_server->url()), api::ApiVersion::V31);
    QVERIFY(store.save({{}, {mail}, {account}, QDateTime::currentDateTimeUtc()}));
    PaperMessageBox box;
    WindowDriver driver(options(&box));
    fill(driver, mail.id);
    const auto asked = [&] {
        press(driver);
        return box.questions.last().text;
    };
    QTRY_COMPARE(asked(),
        QStringLiteral("GMAIL_SEND_EMAIL sends something as the entity “bob” with the account ca_7, which the service picks, on "
                       "PRODUCTION (%1).")
            .arg(m_server->url()));
    QCOMPARE(m_server->connections, 0);
}

void TestGuardedExecution::eachRunAsksAnew()
{
    PaperMessageBox box;
    WindowDriver driver(options(&box));
    fill(driver, QStringLiteral("GMAIL_SEND_EMAIL"));
    press(driver);
    box.accept();
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
    press(driver);
    QCOMPARE(box.questions.size(), 2);
    QCOMPARE(m_server->connections, 1);
}

void TestGuardedExecution::whatWasAgreedToIsWhatIsSent()
{
    PaperMessageBox box;
    WindowDriver driver(options(&box));
    fill(driver, QStringLiteral("GMAIL_SEND_EMAIL"));
    press(driver);
    type(driver, "actionIdLineEdit", QStringLiteral("GMAIL_DELETE_MESSAGE"));
    box.accept();
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
    QVERIFY2(m_server->head.startsWith("POST /api/v3.1/tools/execute/GMAIL_SEND_EMAIL "),
        m_server->head.constData());

    // An answer that comes when the destination is another one agrees to nothing.
    press(driver);
    QCOMPARE(box.questions.size(), 2);
    auto *environments = driver.find<QComboBox>("environmentComboBox");
    environments->setFocus();
    QTest::keyClick(environments, Qt::Key_Down);
    box.accept();
    QCOMPARE(driver.find<QPushButton>("executePushButton")->text(), QStringLiteral("Execute · Deletes"));
    QCOMPARE(m_server->connections, 1);
}

void TestGuardedExecution::readingDoesNotAsk()
{
    PaperMessageBox box;
    WindowDriver driver(options(&box));
    fill(driver, QStringLiteral("GMAIL_FETCH_EMAILS"));
    press(driver);
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
    QVERIFY(box.questions.isEmpty());
}

void TestGuardedExecution::aBrokenRequestIsRefusedWithoutAQuestion()
{
    PaperMessageBox box;
    WindowDriver driver(options(&box));
    fill(driver, QStringLiteral("GMAIL_SEND_EMAIL"));
    driver.find<ui::JsonEditor>("inputJsonEditor")->setBytes("{oops");
    press(driver);
    QTRY_VERIFY(driver.find<QWidget>("problemMessageStrip")->isVisible());
    QVERIFY(box.questions.isEmpty());
    QCOMPARE(m_server->connections, 0);
}

void TestGuardedExecution::enterDoesNotAgree_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << int(Qt::Key_Return);
    QTest::newRow("Escape") << int(Qt::Key_Escape);
}

// The real message box: what a person presses without reading cancels.
void TestGuardedExecution::enterDoesNotAgree()
{
    QFETCH(int, key);
    WindowDriver driver(options(nullptr));
    fill(driver, QStringLiteral("GMAIL_SEND_EMAIL"));
    QVERIFY(QTest::qWaitForWindowActive(&driver.window()));
    QTest::keyClick(driver.find<QLineEdit>("actionIdLineEdit"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(driver.window().findChild<QMessageBox *>());
    auto *box = driver.window().findChild<QMessageBox *>();
    QVERIFY(QTest::qWaitForWindowActive(box));
    QVERIFY(box->text().contains(QStringLiteral("as the entity “bob”")));
    QTest::keyClick(box, Qt::Key(key));
    QTRY_VERIFY(!driver.window().findChild<QMessageBox *>());
    QCOMPARE(m_server->connections, 0);
    QCOMPARE(driver.find<QPushButton>("executePushButton")->text(),
        QStringLiteral("Execute on PRODUCTION · Sends"));
}

void TestGuardedExecution::anOpenEnvironmentDoesNotAsk()
{
    PaperMessageBox box;
    ui::CompositionOptions open = options(&box);
    open.environment = QStringLiteral("staging");
    WindowDriver driver(open);
    fill(driver, QStringLiteral("GMAIL_SEND_EMAIL"));
    press(driver);
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
    QVERIFY(box.questions.isEmpty());
}

QTEST_MAIN(TestGuardedExecution)
#include "tst_guardedexecution.moc"
