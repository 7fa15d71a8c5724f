// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/wire.h"
#include "app/catalog/catalogstore.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"
#include "app/storage/memorysecretstore.h"
#include "app/storage/settings.h"
#include "tests/support/hostileserver.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/clipboard.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace actionscope;
using actionscope::test::WindowDriver;

// From a failure to a success by what the window proposes, on the real sandbox.
class TestDiagnosisTries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aNumberSentAsTextIsPutRight();
    void anAccountThatWorksTakesThePlaceOfAnExpiredOne();
    void theLatestVersionIsAskedFor();
    void theApiIsSwitched();
    void theTextIsRemoved();
    void aReopenedRunIsDiagnosedWithWhatIsKept();
    void aReopenedRunTellsWhyAndIsFilledInAgain();
    void aRequestIsCopiedAsCode();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        result.clipboard = &m_clipboard;
        return result;
    }
    void fill(WindowDriver &driver, const QString &actionId, const QString &entity, const QByteArray &input)
    {
        auto *field = driver.find<QLineEdit>("actionIdLineEdit");
        QTRY_VERIFY(!field->text().isEmpty());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, actionId);
        driver.find<QLineEdit>("appNameLineEdit")->clear();
        auto *user = driver.find<QLineEdit>("entityIdLineEdit");
        user->clear();
        QTest::keyClicks(user, entity);
        driver.find<ui::JsonEditor>("inputJsonEditor")->setBytes(input);
    }
    void execute(WindowDriver &driver, const QString &verdict)
    {
        QTRY_VERIFY(driver.sandboxIsThere());
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), verdict, 20'000);
    }
    // Chosen at the start, with its key.
    void addEnvironment(const QUrl &url, api::ApiVersion version)
    {
        storage::Settings settings(m_folder->path());
        settings.setEnvironments({{QStringLiteral("mock"), url.toString(), version}});
        settings.setCurrentEnvironmentName(QStringLiteral("mock"));
        QVERIFY(settings.save().has_value());
        m_secrets.write(QStringLiteral("apiKey/mock"), "ak_of_the_mock");
    }
    // Presses Execute on whatever is chosen, and then the button that says so.
    void executeAndTry(WindowDriver &driver, const QString &button)
    {
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("The service refused"), 20'000);
        QPushButton *fix = nullptr;
        QTRY_VERIFY2((fix = buttonSaying(driver, button)), qPrintable(titles(driver) + driver.textOf("diagnosisLabel")));
        QTest::mouseClick(fix, Qt::LeftButton);
    }
    static QByteArray refusal(const QByteArray &status, const QByteArray &body)
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    static QPushButton *buttonSaying(WindowDriver &driver, const QString &text)
    {
        const auto buttons = driver.window().findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isVisible() && button->objectName().startsWith(QLatin1String("try")) && button->text().contains(text))
                return button;
        }
        return nullptr;
    }

    // What the diagnosis offers, for a failure's message.
    static QString titles(WindowDriver &driver)
    {
        QStringList titles;
        const auto buttons = driver.find<QWidget>("diagnosisView")->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons)
            titles.append(button->text());
        return titles.join(QStringLiteral(", "));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
    test::PaperClipboard m_clipboard;
};

void TestDiagnosisTries::aNumberSentAsTextIsPutRight()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), {}, "{ \"milliseconds\" : \"5\" }");
    execute(driver, QStringLiteral("The service refused"));
    QTRY_VERIFY(driver.find<QWidget>("diagnosisView")->isVisible());
    QVERIFY(driver.textOf("diagnosisLabel").contains(QStringLiteral("milliseconds has another type")));
    QPushButton *fix = nullptr;
    QTRY_VERIFY((fix = buttonSaying(driver, QStringLiteral("Set milliseconds to 5"))));
    QTest::mouseClick(fix, Qt::LeftButton);
    QTRY_COMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), QByteArray("{ \"milliseconds\" : 5 }"));
    execute(driver, QStringLiteral("Successful"));
    QVERIFY(!driver.find<QWidget>("diagnosisView")->isVisible());
}

void TestDiagnosisTries::anAccountThatWorksTakesThePlaceOfAnExpiredOne()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("GITHUB_CREATE_AN_ISSUE"), QStringLiteral("expired-user"), R"({"owner":"octocat","repo":"Hello-World","title":"t"})");
    // The catalogue is there.
    QTRY_VERIFY_WITH_TIMEOUT(
        driver.find<QWidget>("connectionAdviceView")->findChild<QLabel *>(QStringLiteral("connectionWarning1Label"))
            && driver.textOf("connectionWarning1Label").contains(QStringLiteral("no ACTIVE account")),
        20'000);
    execute(driver, QStringLiteral("The service refused"));
    QVERIFY(driver.textOf("diagnosisLabel").contains(QStringLiteral("has expired")));
    QPushButton *fix = nullptr;
    QTRY_VERIFY2((fix = buttonSaying(driver, QStringLiteral("“default”"))), qPrintable(titles(driver) + driver.textOf("connectionWarning1Label")));
    QTest::mouseClick(fix, Qt::LeftButton);
    QTRY_COMPARE(driver.find<QLineEdit>("entityIdLineEdit")->text(), QStringLiteral("default"));
    execute(driver, QStringLiteral("Successful"));
}

void TestDiagnosisTries::theLatestVersionIsAskedFor()
{
    QByteArray body;
    test::HostileServer server([&](const auto &request, QTcpSocket *socket) {
        if (request.path.contains("/execute"))
            body = request.body;
        socket->write(refusal("404 Not Found", R"({"error":{"message":"Tool not found","slug":"Tool_ToolNotFound","status":404}})"));
    });
    addEnvironment(server.url(), api::ApiVersion::V3);
    WindowDriver driver(options());
    fill(driver, QStringLiteral("GITHUB_NEW_ACTION"), QStringLiteral("bob"), "{}");
    executeAndTry(driver, QStringLiteral("latest"));
    QTRY_COMPARE(driver.find<QLineEdit>("versionLineEdit")->text(), QStringLiteral("latest"));
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    QTRY_VERIFY2(body.contains(R"("version":"latest")"), body.constData());
}

void TestDiagnosisTries::theApiIsSwitched()
{
    QByteArray path;
    test::HostileServer server([&](const auto &request, QTcpSocket *socket) {
        if (request.path.contains("/execute"))
            path = request.path;
        socket->write(refusal("410 Gone", R"({"error":{"message":"This endpoint is no longer available","status":410}})"));
    });
    addEnvironment(server.url(), api::ApiVersion::V2);
    WindowDriver driver(options());
    fill(driver, QStringLiteral("GITHUB_X"), {}, "{}");
    executeAndTry(driver, QStringLiteral("v3.1"));
    QVERIFY2(path.startsWith("/api/v2/"), path.constData());
    QTRY_COMPARE(storage::Settings(m_folder->path()).currentEnvironment().apiVersion, api::ApiVersion::V31);
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    QTRY_VERIFY2(path.startsWith("/api/v3.1/"), path.constData());
}

void TestDiagnosisTries::theTextIsRemoved()
{
    test::HostileServer server([](const auto &, QTcpSocket *socket) {
        socket->write(refusal("400 Bad Request",
            R"({"error":{"message":"Validation failed","slug":"Validation_Error","code":10400,"status":400,"errors":["text: Exactly one of text or arguments must be given"]}})"));
    });
    addEnvironment(server.url(), api::ApiVersion::V31);
    WindowDriver driver(options());
    fill(driver, QStringLiteral("GITHUB_X"), QStringLiteral("bob"), R"({"a":1})");
    auto *text = driver.find<QPlainTextEdit>("textPlainTextEdit");
    text->setPlainText(QStringLiteral("an issue titled Crash"));
    executeAndTry(driver, QStringLiteral("text"));
    QTRY_COMPARE(text->toPlainText(), QString());
    QCOMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), QByteArray(R"({"a":1})"));
}

// The run was on an environment that is not chosen now; what is known of its action lies on the disk.
void TestDiagnosisTries::aReopenedRunIsDiagnosedWithWhatIsKept()
{
    const QUrl nowhere(QStringLiteral("https://acme.invalid"));
    api::ActionInfo action {.id = QStringLiteral("ACME_SEND"), .appKey = QStringLiteral("acme")};
    action.parameters = R"({"type":"object","properties":{"recipient":{"type":"string"}}})";
    catalog::CatalogStore kept(catalog::catalogFolder(m_folder->path()), QStringLiteral("acme"), nowhere, api::ApiVersion::V31);
    QVERIFY(kept.save({{}, {action}, {}, QDateTime::currentDateTimeUtc()}));
    storage::HistoryEntry entry;
    entry.startedAt = QDateTime::currentDateTimeUtc();
    entry.environment = QStringLiteral("acme");
    entry.baseUrl = nowhere.toString();
    entry.apiVersion = api::ApiVersion::V31;
    entry.draft.request.actionId = action.id;
    entry.draft.request.input = R"({"recipent":"bob"})";
    entry.exchange.request = api::toWire(entry.draft.request, entry.apiVersion).request;
    entry.exchange.answer = {200, "OK", {}, R"({"data":{},"successful":true,"error":null})"};
    entry.verdict = api::Verdict::Successful;
    QVERIFY(storage::HistoryFiles(storage::historyFolder(m_folder->path())).append(entry).has_value());
    WindowDriver driver(options());
    auto *list = driver.find<QListView>("historyListView");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    list->setFocus();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QTRY_COMPARE(driver.textOf("verdictLabel"), QStringLiteral("Successful"));
    QTRY_VERIFY(driver.find<QWidget>("diagnosisView")->isVisible());
    QVERIFY2(driver.textOf("diagnosisLabel").contains(QStringLiteral("does not fit the action's description")), qPrintable(driver.textOf("diagnosisLabel")));
}

void TestDiagnosisTries::aReopenedRunTellsWhyAndIsFilledInAgain()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), {}, R"({"milliseconds":"5"})");
    execute(driver, QStringLiteral("The service refused"));
    fill(driver, QStringLiteral("SANDBOX_ECHO"), {}, "{}");
    execute(driver, QStringLiteral("Successful"));
    auto *list = driver.find<QListView>("historyListView");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    list->setFocus();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QTRY_COMPARE(driver.textOf("verdictLabel"), QStringLiteral("The service refused"));
    QVERIFY(driver.textOf("diagnosisLabel").contains(QStringLiteral("milliseconds")));
    // The form shows another action by now: the run's own request comes back, put right.
    QPushButton *fix = nullptr;
    QTRY_VERIFY((fix = buttonSaying(driver, QStringLiteral("Set milliseconds to 5"))));
    QTest::mouseClick(fix, Qt::LeftButton);
    QTRY_COMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("SANDBOX_WAIT"));
    QCOMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), QByteArray(R"({"milliseconds":5})"));
}

void TestDiagnosisTries::aRequestIsCopiedAsCode()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_ECHO"), {}, R"({"n":1.10})");
    execute(driver, QStringLiteral("Successful"));
    const QMenu *menu = driver.find<QToolButton>("copyCurlToolButton")->menu();
    QVERIFY(menu);
    QStringList titles;
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        titles.append(action->text());
        action->trigger();
        QVERIFY2(m_clipboard.text().contains(QStringLiteral("SANDBOX_ECHO")) && m_clipboard.text().contains(QStringLiteral("1.10")), qPrintable(m_clipboard.text()));
        QVERIFY(m_clipboard.text().contains(QStringLiteral("COMPOSIO_API_KEY")) && !m_clipboard.text().contains(QStringLiteral("redacted")));
    }
    QCOMPARE(titles.size(), 9);
    QVERIFY(titles.contains(QStringLiteral("TypeScript, @composio/core")));
}

QTEST_MAIN(TestDiagnosisTries)
#include "tst_diagnosistries.moc"
