// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalogstore.h"
#include "app/exchange/bundle.h"
#include "app/storage/memorysecretstore.h"
#include "app/storage/settings.h"
#include "tests/support/hostileserver.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/dialogs/replaydialog.h"
#include "ui/dialogs/serieschart.h"
#include "ui/dialogs/smallestinputdialog.h"
#include "ui/editor/jsoneditor.h"
#include "ui/shell/actionregistry.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace actionscope;
using actionscope::test::WindowDriver;

// A run of the history sent again and compared, and the smallest failing input found, in the real window on its sandbox.
class TestReplaying final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aRunIsReplayedAndCompared();
    void aRunIsReplayedElsewhereAsSomebodyElse();
    void aSeriesShowsFlakyOnes();
    void aSeriesIsStopped();
    void aProtectedPlaceIsNamedWithItsAccount();
    void aBundleIsReplayedAndCompared();
    void theSmallestInputIsFoundAndApplied();
    void aSearchIsStopped();
    void nothingIsSentBeforeItIsAgreedTo();
    void aDraftThatCannotBeSentIsNotSearched();
    void theServicesOwnLogIsShown();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        return result;
    }
    void fill(WindowDriver &driver, const QString &actionId, const QByteArray &input)
    {
        auto *field = driver.find<QLineEdit>("actionIdLineEdit");
        QTRY_VERIFY(!field->text().isEmpty());
        QTRY_VERIFY(driver.sandboxIsThere());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, actionId);
        driver.find<QLineEdit>("appNameLineEdit")->clear();
        driver.find<ui::JsonEditor>("inputJsonEditor")->setBytes(input);
    }
    // An environment beside the sandbox, with its key.
    void addEnvironment(const QUrl &url, bool isProtected = false)
    {
        storage::Settings settings(m_folder->path());
        settings.setEnvironments({{QStringLiteral("mock"), url.toString(), api::ApiVersion::V2, false, isProtected}});
        QVERIFY(settings.save().has_value());
        m_secrets.write(QStringLiteral("apiKey/mock"), "ak_of_the_mock");
    }
    // Executes on the sandbox, and opens the dialog for that run.
    ui::ReplayDialog *openReplay(WindowDriver &driver, const QString &actionId, const QByteArray &input)
    {
        fill(driver, actionId, input);
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
        auto *list = driver.find<QListView>("historyListView");
        if (!QTest::qWaitFor([&] { return list->model()->rowCount() == 1; }, 20'000))
            return nullptr;
        Q_EMIT list->customContextMenuRequested(list->visualRect(list->model()->index(0, 0)).center());
        driver.find<QAction>("replaySeriesAction")->trigger();
        ui::ReplayDialog *dialog = nullptr;
        (void)QTest::qWaitFor([&] {
            dialog = driver.window().findChild<ui::ReplayDialog *>();
            return dialog && dialog->isVisible() && dialog->findChild<QPushButton *>(QStringLiteral("startReplayPushButton"))->isEnabled();
        });
        return dialog;
    }
    static void start(WindowDriver &driver) { QTest::mouseClick(driver.find<QPushButton>("startReplayPushButton"), Qt::LeftButton); }
    static QString words(WindowDriver &driver) { return driver.find<QPlainTextEdit>("replayWordsPlainTextEdit")->toPlainText(); }
    ui::SmallestInputDialog *openSearch(WindowDriver &driver)
    {
        driver.window().actions().action(QStringLiteral("request.smallestInput"))->trigger();
        return driver.window().findChild<ui::SmallestInputDialog *>();
    }
    static QByteArray thirtyKeys()
    {
        QByteArray text = "{\n  \"milliseconds\": \"soon\"";
        for (int i = 0; i < 29; ++i)
            text += ",\n  \"key" + QByteArray::number(i) + "\": " + QByteArray::number(i);
        return text + "\n}";
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
};

void TestReplaying::aRunIsReplayedAndCompared()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_ECHO"), R"({"a": 1})");
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    auto *list = driver.find<QListView>("historyListView");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    fill(driver, QStringLiteral("SANDBOX_FAIL"), "{}"); // something else stands in the form by now

    const QPoint row = list->visualRect(list->model()->index(0, 0)).center();
    Q_EMIT list->customContextMenuRequested(row);
    driver.find<QAction>("replayEntryAction")->trigger();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTRY_COMPARE(driver.textOf("verdictLabel"), QStringLiteral("Successful"));
    QCOMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("SANDBOX_ECHO"));
    auto *comparison = driver.find<QLabel>("compareLabel");
    QTRY_VERIFY(comparison->isVisible());
    QTRY_VERIFY2(comparison->text().contains(QStringLiteral("SANDBOX_ECHO of")), qPrintable(comparison->text()));
}

void TestReplaying::aRunIsReplayedElsewhereAsSomebodyElse()
{
    QByteArray body;
    test::HostileServer server([&](const auto &request, QTcpSocket *socket) {
        if (request.path.contains("/execute"))
            body = request.body;
        socket->write(test::HostileServer::answer(R"({"data":{"there":true},"successful":true,"error":null})"));
    });
    addEnvironment(server.url());
    WindowDriver driver(options());
    QVERIFY(openReplay(driver, QStringLiteral("SANDBOX_ECHO"), R"({"a": 1.10})"));
    QVERIFY(driver.textOf("replayConsequenceLabel").contains(QStringLiteral("on sandbox")));
    driver.find<QComboBox>("replayEnvironmentComboBox")->setCurrentText(QStringLiteral("mock"));
    QTRY_VERIFY2(driver.textOf("replayConsequenceLabel").contains(QStringLiteral("on mock (") + server.url().toString()),
        qPrintable(driver.textOf("replayConsequenceLabel")));
    QVERIFY(driver.textOf("replayConsequenceLabel").contains(QStringLiteral("was recorded at")));
    driver.find<QComboBox>("replayEntityComboBox")->setEditText(QStringLiteral("bob"));
    driver.find<QComboBox>("replayAccountComboBox")->setEditText(QStringLiteral("ca_bob"));
    QVERIFY(driver.textOf("replayConsequenceLabel").contains(QStringLiteral("as the entity “bob” with the account ca_bob")));
    QVERIFY(body.isEmpty()); // nothing before it is agreed to
    start(driver);
    auto *answer = driver.find<QPushButton>("showReplayedPushButton");
    QTRY_VERIFY(answer->isEnabled());
    QVERIFY2(body.contains("ca_bob") && body.contains("1.10"), body.constData());
    QVERIFY2(words(driver).contains(QStringLiteral("Structure: ")) && !words(driver).contains(QStringLiteral("Structure: as recorded")), qPrintable(words(driver)));
    QTRY_COMPARE(driver.find<QListView>("historyListView")->model()->rowCount(), 2);
    QTest::mouseClick(answer, Qt::LeftButton);
    auto *comparison = driver.find<QLabel>("compareLabel");
    QTRY_VERIFY(comparison->isVisible());
    QTRY_VERIFY2(comparison->text().contains(QStringLiteral("SANDBOX_ECHO of")), qPrintable(comparison->text()));
}

void TestReplaying::aSeriesShowsFlakyOnes()
{
    int count = 0;
    test::HostileServer server([&](const auto &request, QTcpSocket *socket) {
        const bool isBad = request.path.contains("/execute") && ++count % 3 == 0;
        socket->write(test::HostileServer::answer(isBad ? R"({"data":{"status_code":422},"successful":false,"error":"Bad."})"
                                                        : R"({"data":{},"successful":true,"error":null})"));
    });
    addEnvironment(server.url());
    WindowDriver driver(options());
    QVERIFY(openReplay(driver, QStringLiteral("SANDBOX_ECHO"), "{}"));
    driver.find<QComboBox>("replayEnvironmentComboBox")->setCurrentText(QStringLiteral("mock"));
    driver.find<QSpinBox>("replayTimesSpinBox")->setValue(7);
    QTRY_VERIFY2(driver.textOf("replayConsequenceLabel").contains(QStringLiteral("It takes 7 executions")),
        qPrintable(driver.textOf("replayConsequenceLabel")));
    start(driver);
    QTRY_VERIFY_WITH_TIMEOUT(driver.find<QPushButton>("showReplayedPushButton")->isEnabled(), 20'000);
    QCOMPARE(count, 7);
    QVERIFY2(driver.textOf("replayStateLabel").contains(QStringLiteral("It is flaky: the same request came to 2 different outcomes.")),
        qPrintable(driver.textOf("replayStateLabel")));
    QVERIFY2(words(driver).contains(QStringLiteral("a  5 of 7: ")) && words(driver).contains(QStringLiteral("b  2 of 7: ")), qPrintable(words(driver)));
    // The chart draws the series, and says it to who cannot see it.
    const auto *chart = driver.find<ui::SeriesChart>("seriesChart");
    QVERIFY(chart->accessibleDescription().contains(QStringLiteral("Flaky")));
    QTRY_COMPARE(driver.find<QListView>("historyListView")->model()->rowCount(), 8);
}

void TestReplaying::aSeriesIsStopped()
{
    WindowDriver driver(options());
    QVERIFY(openReplay(driver, QStringLiteral("SANDBOX_WAIT"), R"({"milliseconds": 20})"));
    driver.find<QSpinBox>("replayTimesSpinBox")->setValue(1000);
    start(driver);
    auto *stop = driver.find<QPushButton>("stopReplayPushButton");
    QVERIFY(stop->isEnabled());
    QTRY_VERIFY(driver.textOf("replayStateLabel").contains(QStringLiteral("of 1,000 runs")) || driver.textOf("replayStateLabel").contains(QStringLiteral("of 1000 runs")));
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY2(driver.textOf("replayStateLabel").startsWith(QStringLiteral("Stopped after ")), qPrintable(driver.textOf("replayStateLabel")));
    QVERIFY(driver.find<QPushButton>("startReplayPushButton")->isEnabled());
}

void TestReplaying::aProtectedPlaceIsNamedWithItsAccount()
{
    test::HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(test::HostileServer::answer("{}")); });
    addEnvironment(server.url(), true);
    catalog::CatalogStore kept(catalog::catalogFolder(m_folder->path()), QStringLiteral("mock"), server.url(), api::ApiVersion::V2);
    api::ConnectedAccount account {.id = QStringLiteral("ca_kept"), .appKey = QStringLiteral("github"), .userId = QStringLiteral("default")};
    account.status = api::AccountStatus::Active;
    account.statusWord = QStringLiteral("ACTIVE");
    const api::ActionInfo action {.id = QStringLiteral("GITHUB_CREATE_AN_ISSUE"), .appKey = QStringLiteral("github"), .tags = {QStringLiteral("important")}};
    QVERIFY(kept.save(catalog::Catalog({{.key = QStringLiteral("github")}}, {action}, {account}, QDateTime::currentDateTimeUtc())).has_value());
    WindowDriver driver(options());
    QVERIFY(openReplay(driver, QStringLiteral("GITHUB_CREATE_AN_ISSUE"), R"({"owner":"octocat","repo":"Hello-World","title":"t"})"));
    driver.find<QComboBox>("replayEnvironmentComboBox")->setCurrentText(QStringLiteral("mock"));
    QTRY_VERIFY2(driver.textOf("replayConsequenceLabel").contains(QStringLiteral("with the account ca_kept, which the service picks")),
        qPrintable(driver.textOf("replayConsequenceLabel")));
    QVERIFY(driver.textOf("replayConsequenceLabel").contains(QStringLiteral("The environment mock is protected.")));
    QCOMPARE(driver.find<QPushButton>("startReplayPushButton")->text().remove(QLatin1Char('&')), QStringLiteral("Execute on mock"));
    QTest::mouseClick(driver.find<QPushButton>("closeReplayPushButton"), Qt::LeftButton);
    QVERIFY(std::none_of(server.requests().cbegin(), server.requests().cend(), [](const auto &request) { return request.path.contains("/execute"); }));
}

void TestReplaying::aBundleIsReplayedAndCompared()
{
    exchange::Bundle bundle;
    bundle.request.actionId = QStringLiteral("SANDBOX_FAIL");
    bundle.request.input = R"({"message":"No.","status_code":404})";
    bundle.apiVersion = api::ApiVersion::V2;
    bundle.exchange.answer.status = 200;
    bundle.exchange.answer.body = R"({"data":{},"successful":true,"error":null})";
    QFile file(m_folder->filePath(QStringLiteral("t.actionbundle")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(exchange::writeBundle(bundle)) > 0);
    file.close();
    WindowDriver driver(options());
    QTRY_VERIFY(driver.sandboxIsThere());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(&driver.window(), &enter));
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(&driver.window(), &drop));
    QPushButton *replay = nullptr;
    QTRY_VERIFY((replay = driver.window().findChild<QPushButton *>(QStringLiteral("replayImportedPushButton"))));
    QTest::mouseClick(replay, Qt::LeftButton);
    QTRY_VERIFY(driver.window().findChild<ui::ReplayDialog *>() && driver.find<QPushButton>("startReplayPushButton")->isEnabled());
    start(driver);
    QTRY_VERIFY(driver.find<QPushButton>("showReplayedPushButton")->isEnabled());
    QVERIFY2(words(driver).contains(QStringLiteral("Verdict: ")) && words(driver).contains(QStringLiteral("Successful")), qPrintable(words(driver)));
}

void TestReplaying::theSmallestInputIsFoundAndApplied()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), thirtyKeys());
    auto *dialog = openSearch(driver);
    QVERIFY(dialog);
    QVERIFY(driver.textOf("smallestInputLabel").contains(QStringLiteral("SANDBOX_WAIT")));
    QVERIFY(driver.textOf("smallestInputCountLabel").contains(QStringLiteral("at most 200 executions")));
    auto *apply = driver.find<QPushButton>("applyInputPushButton");
    QVERIFY(!apply->isEnabled());
    QTest::mouseClick(driver.find<QPushButton>("startSearchPushButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 30'000);
    QCOMPARE(driver.find<QPlainTextEdit>("smallestInputPlainTextEdit")->toPlainText(), QStringLiteral("{\n  \"milliseconds\": \"\"\n}"));
    QVERIFY2(driver.textOf("smallestInputLabel").contains(QStringLiteral("input.type")), qPrintable(driver.textOf("smallestInputLabel")));
    QTest::mouseClick(apply, Qt::LeftButton);
    auto *editor = driver.find<ui::JsonEditor>("inputJsonEditor");
    QCOMPARE(editor->bytes(), QByteArray("{\n  \"milliseconds\": \"\"\n}"));
    editor->undo(); // one step
    QCOMPARE(editor->bytes(), thirtyKeys());
    QCOMPARE(driver.find<QListView>("historyListView")->model()->rowCount(), 0); // no flood
}

void TestReplaying::aSearchIsStopped()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), thirtyKeys());
    QVERIFY(openSearch(driver));
    auto *stop = driver.find<QPushButton>("stopSearchPushButton");
    QTest::mouseClick(driver.find<QPushButton>("startSearchPushButton"), Qt::LeftButton);
    QVERIFY(stop->isEnabled());
    auto *bar = driver.find<QProgressBar>("smallestInputProgressBar");
    QTRY_VERIFY(bar->value() > 2);
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY(!stop->isEnabled());
    // The best so far is there, whether or not the search was quicker than the person.
    QVERIFY(driver.find<QPlainTextEdit>("smallestInputPlainTextEdit")->toPlainText().contains(QStringLiteral("milliseconds")));
}

void TestReplaying::nothingIsSentBeforeItIsAgreedTo()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), thirtyKeys());
    QVERIFY(openSearch(driver));
    QCOMPARE(driver.find<QProgressBar>("smallestInputProgressBar")->value(), 0);
    QTest::mouseClick(driver.find<QPushButton>("closeSearchPushButton"), Qt::LeftButton);
    QTRY_VERIFY(!driver.window().findChild<ui::SmallestInputDialog *>());
    QCOMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), thirtyKeys());
}

void TestReplaying::aDraftThatCannotBeSentIsNotSearched()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), "{\"a\": ");
    QVERIFY(!openSearch(driver));
}

void TestReplaying::theServicesOwnLogIsShown()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_ECHO"), R"({"password": "hunter2hunter2", "marker": "here"})");
    QAction *open = driver.window().actions().action(QStringLiteral("result.serviceLog"));
    open->trigger();
    QVERIFY(driver.textOf("serviceLogLabel").contains(QStringLiteral("No run is shown yet")));
    QTest::mouseClick(driver.find<QPushButton>("closeServiceLogPushButton"), Qt::LeftButton);
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    QTRY_COMPARE(driver.textOf("verdictLabel"), QStringLiteral("Successful"));
    open->trigger();
    auto *text = driver.find<QPlainTextEdit>("serviceLogPlainTextEdit");
    QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("Action: SANDBOX_ECHO")));
    QVERIFY(text->toPlainText().contains(QStringLiteral("here")));
    QVERIFY(!text->toPlainText().contains(QStringLiteral("hunter2hunter2")));
}

QTEST_MAIN(TestReplaying)
#include "tst_replaying.moc"
