// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/sandbox.h"
#include "app/storage/memorysecretstore.h"
#include "app/storage/settings.h"
#include "tests/cli/scriptedserver.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/dialogs/environmentsdialog.h"
#include "ui/shell/actionregistry.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace actionscope;
using test::WindowDriver;
using tests::ScriptedServer;

// "Test Key" in the real dialog: whose key it is, or why not, and never the key itself.
class TestKeyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhoseKeyItIs_data();
    void saysWhoseKeyItIs();
    void testsWhatIsStored();
    void saysWhyNot_data();
    void saysWhyNot();
    void isReachedFromTheTopBar();
    void theModelsKeyIsStored();
    void favouritesFollowARenamedEnvironment();
    void worksOnTheSandbox_data();
    void worksOnTheSandbox();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        return result;
    }
    // The dialog as the window opens it, with the one environment that is stored.
    ui::EnvironmentsDialog *open(WindowDriver &driver)
    {
        driver.window().actions().action(QStringLiteral("view.environments"))->trigger();
        return driver.find<ui::EnvironmentsDialog>("environmentsDialog");
    }
    static QString test(ui::EnvironmentsDialog *dialog)
    {
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("testKeyPushButton"));
        QTest::mouseClick(button, Qt::LeftButton);
        const auto *hint = dialog->findChild<QLabel *>(QStringLiteral("environmentHintLabel"));
        return QTest::qWaitFor([&] { return button->isEnabled(); }, 10000) ? hint->text() : QString();
    }
    void store(const QString &url, api::ApiVersion version)
    {
        storage::Settings settings(m_folder->path());
        settings.setEnvironments({{QStringLiteral("mine"), url, version}});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    storage::MemorySecretStore m_secrets;
};

void TestKeyTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    QVERIFY(m_secrets.write(QStringLiteral("apiKey/mine"), "ak_stored").result());
}

void TestKeyTest::saysWhoseKeyItIs_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("v2") << int(api::ApiVersion::V2)
                        << QByteArray(
                               R"({"client":{"id":"c1","name":"Shop","email":"a@b.org","plan":"HOBBY",)"
                               R"("apiKey":"ak_echo"},"apiKey":{"key":"ak_echo"}})")
                        << QStringList {
                               QStringLiteral("Shop"), QStringLiteral("HOBBY"), QStringLiteral("a@b.org")};
    QTest::newRow("v3.1") << int(api::ApiVersion::V31)
                          << QByteArray(
                                 R"({"project":{"id":"pr_1","name":"Shop"},"api_key":{"key":"ak_echo"},)"
                                 R"("org_member":{"email":"a@b.org"}})")
                          << QStringList {QStringLiteral("Shop"), QStringLiteral("a@b.org")};
}

void TestKeyTest::saysWhoseKeyItIs()
{
    QFETCH(int, version);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, words);
    m_server->answer("200 OK", "application/json", body);
    store(m_server->url(), api::ApiVersion(version));
    WindowDriver driver(options());
    ui::EnvironmentsDialog *dialog = open(driver);
    QTest::keyClicks(
        dialog->findChild<QLineEdit *>(QStringLiteral("apiKeyLineEdit")), QStringLiteral("ak_typed"));
    const QString said = test(dialog);
    QVERIFY2(said.startsWith(QStringLiteral("The key is good")), qPrintable(said));
    for (const QString &word : words)
        QVERIFY2(said.contains(word), qPrintable(said));
    QVERIFY(!said.contains(QStringLiteral("ak_")));
    QVERIFY2(m_server->head.toLower().contains("x-api-key: ak_typed\r\n"), m_server->head.constData());
}

void TestKeyTest::testsWhatIsStored()
{
    m_server->answer("200 OK", "application/json", R"({"project":{"name":"Shop"}})");
    store(m_server->url(), api::ApiVersion::V31);
    WindowDriver driver(options());
    const QString said = test(open(driver));
    QVERIFY2(said.contains(QStringLiteral("Shop")), qPrintable(said));
    QVERIFY(m_server->head.startsWith("GET /api/v3.1/auth/session/info "));
    QVERIFY(m_server->head.toLower().contains("x-api-key: ak_stored\r\n"));
}

void TestKeyTest::saysWhyNot_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("words");
    QTest::newRow("refused") << QByteArray("401 Unauthorized") << QByteArray("{}") << QStringLiteral("ak_1")
                             << QStringLiteral("lacks a permission looks the same");
    QTest::newRow("not the API") << QByteArray("200 OK") << QByteArray("<html>") << QStringLiteral("ak_1")
                                 << QString();
    QTest::newRow("two words") << QByteArray("200 OK") << QByteArray("{}") << QStringLiteral("ak 1")
                               << QStringLiteral("one word");
}

void TestKeyTest::saysWhyNot()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, key);
    QFETCH(QString, words);
    m_server->answer(status, "application/json", body);
    store(m_server->url(), api::ApiVersion::V31);
    WindowDriver driver(options());
    ui::EnvironmentsDialog *dialog = open(driver);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("apiKeyLineEdit")), key);
    const QString said = test(dialog);
    QVERIFY(!said.isEmpty() && !said.contains(QStringLiteral("good")));
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY(!said.contains(key));
}

void TestKeyTest::isReachedFromTheTopBar()
{
    WindowDriver driver(options());
    QTRY_VERIFY(driver.sandboxIsThere());
    auto *button = driver.find<QToolButton>("testKeyToolButton");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(driver.textOf("windowLabel").contains(QStringLiteral("The key is good")));
    QVERIFY(driver.textOf("windowLabel").startsWith(QStringLiteral("Sandbox: ")));

    m_server->answer("200 OK", "application/json", R"({"project":{"name":"Shop"},"api_key":{"key":"ak_echo"}})");
    store(m_server->url(), api::ApiVersion::V31);
    driver.crash();
    ui::CompositionOptions onMine = options();
    onMine.environment = QStringLiteral("mine");
    WindowDriver other(onMine);
    QTest::keyClick(other.find<QToolButton>("testKeyToolButton"), Qt::Key_Space);
    QTRY_VERIFY(other.textOf("windowLabel").contains(QStringLiteral("Shop")));
    QVERIFY(!other.textOf("windowLabel").contains(QStringLiteral("ak_")));
}

void TestKeyTest::theModelsKeyIsStored()
{
    store(m_server->url(), api::ApiVersion::V31);
    WindowDriver driver(options());
    ui::EnvironmentsDialog *dialog = open(driver);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("modelKeyLineEdit")), QStringLiteral("sk-secret"));
    dialog->findChild<QPushButton *>(QStringLiteral("saveEnvironmentsPushButton"))->click();
    QTRY_COMPARE(m_secrets.read(QStringLiteral("llm")).result().value_or(QByteArray()), QByteArray("sk-secret"));
    QTRY_VERIFY(!driver.window().findChild<ui::EnvironmentsDialog *>());
    dialog = open(driver);
    QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("modelKeyLineEdit"))->text().isEmpty());
    QCOMPARE(m_secrets.read(QStringLiteral("apiKey/mine")).result().value_or(QByteArray()), QByteArray("ak_stored"));
}

void TestKeyTest::favouritesFollowARenamedEnvironment()
{
    {
        storage::Settings settings(m_folder->path());
        settings.setEnvironments({{QStringLiteral("mine"), m_server->url(), api::ApiVersion::V31}});
        settings.setFavouriteAction(QStringLiteral("mine"), QStringLiteral("MY_ACTION"), storage::Settings::Favourite::Yes);
    }
    {
        ui::CompositionOptions onMine = options();
        onMine.environment = QStringLiteral("mine");
        WindowDriver driver(onMine);
        ui::EnvironmentsDialog *dialog = open(driver);
        dialog->findChild<QLineEdit *>(QStringLiteral("environmentNameLineEdit"))->setText(QStringLiteral("theirs"));
        dialog->findChild<QPushButton *>(QStringLiteral("saveEnvironmentsPushButton"))->click();
        QTRY_COMPARE(driver.find<QComboBox>("environmentComboBox")->currentText(), QStringLiteral("theirs")); // still chosen
    }
    const storage::Settings settings(m_folder->path());
    QCOMPARE(settings.favouriteActions(QStringLiteral("theirs")), QStringList {QStringLiteral("MY_ACTION")});
    QCOMPARE(settings.favouriteActions(QStringLiteral("mine")), QStringList());
}

void TestKeyTest::worksOnTheSandbox_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("v2") << int(api::ApiVersion::V2);
    QTest::newRow("v3") << int(api::ApiVersion::V3);
    QTest::newRow("v3.1") << int(api::ApiVersion::V31);
}

void TestKeyTest::worksOnTheSandbox()
{
    QFETCH(int, version);
    sandbox::Sandbox sandbox;
    QSignalSpy started(&sandbox, &sandbox::Sandbox::started);
    sandbox::SandboxOptions serving;
    serving.apiKey = "ak_stored";
    sandbox.start(serving);
    QVERIFY(started.wait());
    store(started.first().first().value<sandbox::SandboxAddress>().url.toString(), api::ApiVersion(version));
    WindowDriver driver(options());
    const QString said = test(open(driver));
    QVERIFY2(said.startsWith(QStringLiteral("The key is good, for the project")), qPrintable(said));
    QVERIFY(!said.contains(QStringLiteral("ak_stored")));
}

QTEST_MAIN(TestKeyTest)
#include "tst_keytest.moc"
