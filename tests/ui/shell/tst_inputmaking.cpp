// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/storage/memorysecretstore.h"
#include "app/storage/settings.h"
#include "tests/cli/scriptedserver.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/shell/actionregistry.h"
#include "ui/widgets/messagestrip.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

using namespace actionscope;
using test::WindowDriver;
using tests::ScriptedServer;

// From words to an input, in the real window: on its sandbox, and on a service that says what the test wants.
class TestInputMaking final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wordsBecomeInputThatExecutes();
    void acceptIsOneStepThatCanBeUndone();
    void discardKeepsEverything();
    void editingTheInputRenewsTheDifference();
    void anotherActionTakesTheProposalAway();
    void troubleIsNamed_data();
    void troubleIsNamed();
    void cancelGivesUp();
    void withoutWordsThereIsNothingToAsk();
    void withoutAnActionItIsNamed();

private:
    ui::CompositionOptions options(const QString &environment = {})
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        result.environment = environment;
        return result;
    }
    // The Text tab in front, with these words, for an action that is typed.
    void write(WindowDriver &driver, const QString &text)
    {
        auto *action = driver.find<QLineEdit>("actionIdLineEdit");
        QTRY_VERIFY(!action->text().isEmpty());
        action->selectAll();
        QTest::keyClicks(action, QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
        driver.find<QTabWidget>("requestTabWidget")->setCurrentIndex(1);
        QTest::keyClicks(driver.find<QPlainTextEdit>("textPlainTextEdit"), text);
    }
    void press(WindowDriver &driver, const char *name)
    {
        QTest::mouseClick(driver.find<QPushButton>(name), Qt::LeftButton);
    }
    static QByteArray input(WindowDriver &driver)
    {
        return driver.find<ui::JsonEditor>("inputJsonEditor")->bytes();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    storage::MemorySecretStore m_secrets;
};

namespace {
const QString words = QStringLiteral("an issue titled Broken in octocat/Hello-World with label bug");
const QByteArray made
    = "{\n  \"owner\": \"octocat\",\n  \"repo\": \"Hello-World\",\n  \"title\": \"Broken\",\n"
      "  \"labels\": [\n    \"bug\"\n  ]\n}";
} // namespace

void TestInputMaking::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->answer("200 OK", "application/json", R"({"arguments":{"n":1.10}})");
    storage::Settings settings(m_folder->path());
    settings.setEnvironments({{QStringLiteral("mine"), m_server->url(), api::ApiVersion::V31},
        {QStringLiteral("keyless"), m_server->url(), api::ApiVersion::V31}});
    QVERIFY(m_secrets.write(QStringLiteral("apiKey/mine"), "ak_test_0123456789").result());
}

void TestInputMaking::wordsBecomeInputThatExecutes()
{
    WindowDriver driver(options());
    QTRY_VERIFY(driver.sandboxIsThere());
    write(driver, words);
    press(driver, "generatePushButton");
    QTRY_VERIFY(driver.find<QWidget>("inputProposalFrame")->isVisible());
    const QString said = driver.textOf("proposalLabel");
    QVERIFY2(said.startsWith(QStringLiteral("The sandbox’s rules made this input.")), qPrintable(said));
    auto *changes = driver.find<QTableView>("proposalTableView");
    QStringList paths;
    for (int row = 0; row < changes->model()->rowCount(); ++row)
        paths.append(changes->model()->index(row, 1).data().toString());
    QVERIFY2(paths.contains(QStringLiteral("$.title")), qPrintable(paths.join(QLatin1Char(' '))));
    press(driver, "acceptProposalPushButton");
    QCOMPARE(input(driver), made);
    QVERIFY(!driver.find<QWidget>("inputProposalFrame")->isVisible());
    QCOMPARE(driver.find<QTabWidget>("requestTabWidget")->currentIndex(), 0);
    // What was accepted goes as it stands; the words stay for the next time, and are not sent beside it on
    // v3.
    driver.find<QPlainTextEdit>("textPlainTextEdit")->clear();
    press(driver, "executePushButton");
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
}

void TestInputMaking::acceptIsOneStepThatCanBeUndone()
{
    WindowDriver driver(options());
    QTRY_VERIFY(driver.sandboxIsThere());
    write(driver, words);
    const QByteArray before = input(driver);
    QVERIFY(!before.isEmpty());
    press(driver, "generatePushButton");
    QTRY_VERIFY(driver.find<QWidget>("inputProposalFrame")->isVisible());
    press(driver, "acceptProposalPushButton");
    QCOMPARE(input(driver), made);
    driver.find<ui::JsonEditor>("inputJsonEditor")->undo();
    QCOMPARE(input(driver), before);
    driver.find<ui::JsonEditor>("inputJsonEditor")->redo();
    QCOMPARE(input(driver), made);
}

void TestInputMaking::discardKeepsEverything()
{
    WindowDriver driver(options());
    QTRY_VERIFY(driver.sandboxIsThere());
    write(driver, words);
    const QByteArray before = input(driver);
    press(driver, "generatePushButton");
    QTRY_VERIFY(driver.find<QWidget>("inputProposalFrame")->isVisible());
    auto *discard = driver.find<QPushButton>("discardProposalPushButton");
    discard->setFocus();
    QTest::keyClick(discard, Qt::Key_Space);
    QVERIFY(!driver.find<QWidget>("inputProposalFrame")->isVisible());
    QCOMPARE(input(driver), before);
    QCOMPARE(driver.find<QPlainTextEdit>("textPlainTextEdit")->toPlainText(), words);
}

void TestInputMaking::editingTheInputRenewsTheDifference()
{
    WindowDriver driver(options());
    QTRY_VERIFY(driver.sandboxIsThere());
    write(driver, words);
    press(driver, "generatePushButton");
    QTRY_VERIFY(driver.find<QWidget>("inputProposalFrame")->isVisible());
    auto *editor = driver.find<ui::JsonEditor>("inputJsonEditor");
    editor->applyEdit({0, editor->bytes().size(), made});
    QTRY_VERIFY(driver.textOf("proposalLabel").contains(QStringLiteral("says the same")));
    editor->applyEdit({0, editor->bytes().size(), "{oops"});
    QTRY_VERIFY(driver.textOf("proposalLabel").contains(QStringLiteral("not valid JSON")));
}

void TestInputMaking::anotherActionTakesTheProposalAway()
{
    WindowDriver driver(options());
    QTRY_VERIFY(driver.sandboxIsThere());
    write(driver, words);
    press(driver, "generatePushButton");
    QTRY_VERIFY(driver.find<QWidget>("inputProposalFrame")->isVisible());
    QTest::keyClicks(driver.find<QLineEdit>("actionIdLineEdit"), QStringLiteral("X"));
    QVERIFY(!driver.find<QWidget>("inputProposalFrame")->isVisible());
}

void TestInputMaking::troubleIsNamed_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    const QString mine = QStringLiteral("mine");
    QTest::newRow("the service has no idea")
        << mine << QByteArray("200 OK") << QByteArray(R"({"error":"no idea"})") << QStringLiteral("no idea");
    QTest::newRow("refused") << mine << QByteArray("401 Unauthorized")
                             << QByteArray(R"({"error":{"message":"bad key"}})") << QStringLiteral("bad key");
    QTest::newRow("not the API") << mine << QByteArray("200 OK") << QByteArray("<html>")
                                 << QStringLiteral("not valid JSON");
    QTest::newRow("no key") << QStringLiteral("keyless") << QByteArray("200 OK") << QByteArray("{}")
                            << QStringLiteral("No API key is stored");
}

void TestInputMaking::troubleIsNamed()
{
    QFETCH(QString, environment);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, said);
    m_server->answer(status, "application/json", body);
    WindowDriver driver(options(environment));
    write(driver, words);
    const QByteArray before = input(driver);
    press(driver, "generatePushButton");
    auto *strip = driver.find<ui::MessageStrip>("generateTroubleMessageStrip");
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(said), qPrintable(strip->text()));
    QCOMPARE(input(driver), before);
    QCOMPARE(driver.find<QPushButton>("generatePushButton")->text(), QStringLiteral("Generate"));
}

void TestInputMaking::cancelGivesUp()
{
    m_server->ending = ScriptedServer::Ending::StaySilent;
    WindowDriver driver(options(QStringLiteral("mine")));
    write(driver, words);
    press(driver, "generatePushButton");
    auto *button = driver.find<QPushButton>("generatePushButton");
    QCOMPARE(button->text(), QStringLiteral("Cancel"));
    QTRY_VERIFY(m_server->connections > 0);
    press(driver, "generatePushButton");
    QCOMPARE(button->text(), QStringLiteral("Generate"));
    QVERIFY(!driver.find<QWidget>("generateTroubleMessageStrip")->isVisible());
}

void TestInputMaking::withoutWordsThereIsNothingToAsk()
{
    WindowDriver driver(options(QStringLiteral("mine")));
    QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
    QVERIFY(!driver.find<QPushButton>("generatePushButton")->isEnabled());
    driver.window().actions().action(QStringLiteral("request.generate"))->trigger();
    QCOMPARE(driver.find<QTabWidget>("requestTabWidget")->currentIndex(), 1);
    QVERIFY(!driver.find<QPushButton>("generatePushButton")->isEnabled());
    write(driver, QStringLiteral("x"));
    QVERIFY(driver.find<QPushButton>("generatePushButton")->isEnabled());
}

void TestInputMaking::withoutAnActionItIsNamed()
{
    WindowDriver driver(options(QStringLiteral("mine")));
    write(driver, words);
    driver.find<QLineEdit>("actionIdLineEdit")->clear();
    press(driver, "generatePushButton");
    QTRY_VERIFY(driver.find<QWidget>("problemMessageStrip")->isVisible());
    QCOMPARE(driver.find<QPushButton>("generatePushButton")->text(), QStringLiteral("Generate"));
}

QTEST_MAIN(TestInputMaking)
#include "tst_inputmaking.moc"
