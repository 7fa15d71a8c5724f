// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/servedrequestmodel.h"
#include "app/storage/memorysecretstore.h"
#include "app/storage/settings.h"
#include "tests/app/sandbox/rawclient.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/shell/actionregistry.h"
#include "ui/widgets/messagestrip.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QToolButton>

using namespace actionscope;
using test::AgreeingMessageBox;
using test::AnsweringFileDialog;
using test::PaperClipboard;
using test::WindowDriver;

namespace {

#define QTRY_VERDICT(words) QTRY_COMPARE_WITH_TIMEOUT(m_driver->textOf("verdictLabel"), QStringLiteral(words), 30000)

} // namespace

// The sandbox's panel in the real window: what clients send is seen, failing is switched on, recorded runs answer.
class TestSandboxBrowser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { m_driver.reset(); }

    void anotherProgramIsPointedAtTheSandbox();
    void listsWhatIsExecutedHere();
    void showsARequestWithItsAnswer();
    void opensARequestInTheExplorer();
    void saysWhatHasNoForm();
    void pausesAndClears();
    void filtersAndSaves();
    void aFaultStrikesAndIsSeenEverywhere();
    void faultsAreForgotten();
    void replaysTheHistory();
    void replaysARequestLog();
    void savesResetsAndRestoresTheState();
    void takesAFixedPort();
    void staysWhereItIsWhenAPortIsTaken();

private:
    void open()
    {
        ui::CompositionOptions options;
        options.configFolder = m_folder->path();
        options.secrets = &m_secrets;
        options.clipboard = &m_clipboard;
        options.fileDialog = &m_files;
        options.messageBox = &m_questions;
        m_driver = std::make_unique<WindowDriver>(options);
        m_driver->window().actions().action(QStringLiteral("view.sandbox"))->trigger();
        QTRY_VERIFY(m_driver->sandboxIsThere());
        QTRY_VERIFY(!m_driver->find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
        // What the window itself asks for at the start is in the log as well, and in nobody's way here.
        QTRY_VERIFY(m_driver->find<QPushButton>("windowCatalogStatus")->text().contains(QStringLiteral("actions")));
        press<QToolButton>("clearRequestsToolButton");
    }
    template <typename T> void press(const char *name) { m_driver->find<T>(name)->click(); }
    void showPage(int page) { m_driver->find<QTabWidget>("sandboxTabWidget")->setCurrentIndex(page); }
    [[nodiscard]] QListView *list() { return m_driver->find<QListView>("requestLogListView"); }
    [[nodiscard]] int rows() { return list()->model()->rowCount(); }
    [[nodiscard]] QString titleOf(int row)
    {
        return list()->model()->index(row, 0).data(models::ServedRequestModel::TitleRole).toString();
    }
    [[nodiscard]] int rowOf(const QString &title)
    {
        for (int row = 0; row < rows(); ++row) {
            if (titleOf(row) == title)
                return row;
        }
        return -1;
    }
    void choose(int row)
    {
        QTest::mouseClick(
            list()->viewport(), Qt::LeftButton, {}, list()->visualRect(list()->model()->index(row, 0)).center());
    }
    void execute() { QTest::mouseClick(m_driver->find<QPushButton>("executePushButton"), Qt::LeftButton); }
    // Another program, with what the panel lets a person copy.
    api::HttpAnswer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body)
    {
        press<QToolButton>("sandboxAddressCopyButton");
        const QUrl address(m_clipboard.text());
        press<QToolButton>("sandboxKeyCopyButton");
        test::RawClient client(quint16(address.port()));
        client.send(test::RunningSandbox::requestBytes(
            method, path, body, "x-api-key: " + m_clipboard.text().toLatin1() + "\r\n"));
        return client.read();
    }
    api::HttpAnswer askEcho(const QByteArray &body = R"({"arguments":{"n":1.10},"user_id":"ada"})")
    {
        return ask("POST", "/api/v3.1/tools/execute/SANDBOX_ECHO", body);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
    PaperClipboard m_clipboard;
    AnsweringFileDialog m_files;
    AgreeingMessageBox m_questions;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestSandboxBrowser::anotherProgramIsPointedAtTheSandbox()
{
    QCOMPARE(askEcho().status, 200);
    QTRY_VERIFY(rowOf(QStringLiteral("SANDBOX_ECHO")) >= 0);
    QVERIFY(m_driver->textOf("requestLogCountLabel").contains(QStringLiteral("request")));
}

void TestSandboxBrowser::listsWhatIsExecutedHere()
{
    QCOMPARE(m_driver->textOf("requestLogEmptyLabel").left(20), QStringLiteral("No request came yet."));
    execute();
    QTRY_VERDICT("Successful");
    QTRY_VERIFY(rowOf(QStringLiteral("GITHUB_CREATE_AN_ISSUE")) >= 0);
}

void TestSandboxBrowser::showsARequestWithItsAnswer()
{
    (void)askEcho(R"({"custom_auth_params":{"parameters":[{"name":"k","in":"header","value":"planted-secret"}]}})");
    (void)ask("GET", "/api/v1/apps/absent", {});
    QTRY_VERIFY(rowOf(QStringLiteral("GET /api/v1/apps/absent")) >= 0);
    choose(rowOf(QStringLiteral("SANDBOX_ECHO")));
    QTRY_VERDICT("Successful");
    QVERIFY(m_driver->textOf("statusLabel").contains(QStringLiteral("200")));
    QVERIFY(m_driver->textOf("originLabel").startsWith(QLatin1String("From the sandbox's request log")));
    m_driver->find<QTabWidget>("responseTabWidget")->setCurrentIndex(6); // the request
    m_driver->window().actions().action(QStringLiteral("result.copyCurl"))->trigger();
    QVERIFY(m_clipboard.text().contains(QLatin1String("/api/v3.1/tools/execute/SANDBOX_ECHO")));
    QVERIFY2(!m_clipboard.text().contains(QLatin1String("planted-secret")), qPrintable(m_clipboard.text()));
    choose(rowOf(QStringLiteral("GET /api/v1/apps/absent")));
    QTRY_VERDICT("The service refused");
}

void TestSandboxBrowser::opensARequestInTheExplorer()
{
    (void)askEcho(R"({"arguments":{"n":1.10, "a":[]},"user_id":"ada","allow_tracing":true})");
    QTRY_VERIFY(rowOf(QStringLiteral("SANDBOX_ECHO")) >= 0);
    choose(rowOf(QStringLiteral("SANDBOX_ECHO")));
    press<QPushButton>("openRequestPushButton");
    QTRY_COMPARE(m_driver->find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("SANDBOX_ECHO"));
    QCOMPARE(m_driver->find<QLineEdit>("entityIdLineEdit")->text(), QStringLiteral("ada"));
    QCOMPARE(m_driver->find<ui::JsonEditor>("inputJsonEditor")->bytes(), QByteArray(R"({"n":1.10, "a":[]})"));
    auto *strip = m_driver->find<ui::MessageStrip>("requestLogMessageStrip");
    QCOMPARE(strip->text(), QStringLiteral("The form has no place for allow_tracing of this request."));
    press<QPushButton>("copyRequestPushButton");
    QVERIFY2(m_clipboard.text().startsWith(QLatin1String("curl ")), qPrintable(m_clipboard.text()));
    QVERIFY(m_clipboard.text().contains(QLatin1String("COMPOSIO_API_KEY")));
}

void TestSandboxBrowser::saysWhatHasNoForm()
{
    const QString before = m_driver->find<QLineEdit>("actionIdLineEdit")->text();
    (void)ask("GET", "/api/v1/apps/absent", {});
    QTRY_VERIFY(rowOf(QStringLiteral("GET /api/v1/apps/absent")) >= 0);
    choose(rowOf(QStringLiteral("GET /api/v1/apps/absent")));
    press<QPushButton>("openRequestPushButton");
    auto *strip = m_driver->find<ui::MessageStrip>("requestLogMessageStrip");
    QVERIFY(strip->isVisible());
    QVERIFY(strip->text().startsWith(QLatin1String("This request executes no action")));
    QCOMPARE(m_driver->find<QLineEdit>("actionIdLineEdit")->text(), before);
}

void TestSandboxBrowser::pausesAndClears()
{
    m_driver->find<QLineEdit>("requestLogFilterLineEdit")->setText(QStringLiteral("echo")); // not what the window asks
    press<QToolButton>("pauseRequestsToolButton");
    const int before = rows();
    (void)askEcho();
    (void)askEcho();
    QVERIFY(m_driver->textOf("requestLogCountLabel").contains(QStringLiteral("aused")));
    QVERIFY(!QTest::qWaitFor([&] { return rows() != before; }, 600)); // a list that goes on takes 200 ms
    press<QToolButton>("pauseRequestsToolButton");
    QTRY_COMPARE(rows(), before + 2); // what came meanwhile is not lost
    press<QToolButton>("clearRequestsToolButton");
    QCOMPARE(rows(), 0);
    (void)askEcho();
    QTRY_COMPARE(rows(), 1);
}

void TestSandboxBrowser::filtersAndSaves()
{
    (void)askEcho();
    (void)ask("GET", "/api/v1/apps/absent", {});
    QTRY_VERIFY(rowOf(QStringLiteral("GET /api/v1/apps/absent")) >= 0);
    QTest::keyClicks(m_driver->find<QLineEdit>("requestLogFilterLineEdit"), QStringLiteral("echo"));
    QCOMPARE(rows(), 1);
    m_files.path = m_folder->filePath(QStringLiteral("saved.jsonl"));
    press<QToolButton>("saveRequestsToolButton");
    QFile file(m_files.path);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QCOMPARE(saved.count('\n'), 1);
    QCOMPARE(test::at(saved, QStringLiteral("body.arguments")), QByteArray(R"({"n":1.10})"));
}

void TestSandboxBrowser::aFaultStrikesAndIsSeenEverywhere()
{
    QVERIFY(!m_driver->find<QPushButton>("faultsPushButton")->isVisible());
    press<QCheckBox>("faultsCheckBox");
    QVERIFY(m_driver->find<QPushButton>("faultsPushButton")->isVisible());
    QVERIFY(m_driver->find<QPushButton>("faultsPushButton")->toolTip().contains(QStringLiteral("status=503")));
    execute();
    QTRY_VERDICT("The service refused");
    QVERIFY(m_driver->textOf("statusLabel").contains(QStringLiteral("503")));
    QTRY_VERIFY(rowOf(QStringLiteral("GITHUB_CREATE_AN_ISSUE")) >= 0);
    const int row = rowOf(QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
    QCOMPARE(list()->model()->index(row, 0).data(models::ServedRequestModel::FaultRole).toString(),
        QStringLiteral("status=503"));
    m_driver->window().actions().action(QStringLiteral("view.history"))->trigger();
    press<QPushButton>("faultsPushButton"); // leads to where it is switched off
    QVERIFY(m_driver->find<QCheckBox>("faultsCheckBox")->isVisible());
    press<QCheckBox>("faultsCheckBox");
    QVERIFY(!m_driver->find<QPushButton>("faultsPushButton")->isVisible());
    execute();
    QTRY_VERDICT("Successful");
}

void TestSandboxBrowser::faultsAreForgotten()
{
    press<QCheckBox>("faultsCheckBox");
    m_driver->window().close();
    m_driver.reset();
    open();
    QVERIFY(!m_driver->find<QCheckBox>("faultsCheckBox")->isChecked());
    QCOMPARE(askEcho().status, 200);
}

void TestSandboxBrowser::replaysTheHistory()
{
    execute();
    QTRY_VERDICT("Successful");
    QTRY_VERIFY(m_driver->textOf("historyStatusLabel").endsWith(QLatin1Char('1')));
    press<QPushButton>("replayHistoryPushButton");
    QTRY_VERIFY(m_driver->find<QPushButton>("replayPushButton")->isVisible());
    QCOMPARE(m_driver->textOf("replayLabel"), QStringLiteral("Recorded runs: 1, actions: 1."));
    execute();
    QTRY_VERIFY(m_driver->textOf("historyStatusLabel").endsWith(QLatin1Char('2')));
    QTRY_VERDICT("Successful");
    QCOMPARE(askEcho().status, 404); // nobody recorded it
    press<QPushButton>("endReplayPushButton");
    QVERIFY(!m_driver->find<QPushButton>("replayPushButton")->isVisible());
    QCOMPARE(askEcho().status, 200);
}

void TestSandboxBrowser::replaysARequestLog()
{
    m_files.path = m_folder->filePath(QStringLiteral("customer.jsonl"));
    QFile file(m_files.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"method":"POST","path":"/api/v3.1/tools/execute/SANDBOX_ECHO","body":{"arguments":{"n":1.10},"user_id":"ada"},)"
               R"("status":418,"answer":{"error":{"message":"a teapot"}}})"
               "\n");
    file.close();
    press<QPushButton>("replayLogPushButton");
    QTRY_VERIFY(m_driver->find<QPushButton>("replayPushButton")->isVisible());
    QCOMPARE(askEcho().body, QByteArray(R"({"error":{"message":"a teapot"}})"));
    m_files.path = m_folder->filePath(QStringLiteral("absent.jsonl"));
    press<QPushButton>("replayLogPushButton");
    QTRY_VERIFY(m_driver->find<ui::MessageStrip>("windowMessageStrip")->text().startsWith(
        QLatin1String("There is nothing at ")));
    QVERIFY(m_driver->find<QPushButton>("replayPushButton")->isVisible()); // what answered goes on
}

void TestSandboxBrowser::savesResetsAndRestoresTheState()
{
    const auto issues = [this] {
        return ask("POST", "/api/v2/actions/GITHUB_LIST_REPOSITORY_ISSUES/execute",
            R"({"entityId":"default","input":{"owner":"octocat","repo":"Hello-World","state":"all"}})")
            .body;
    };
    const QByteArray title = "First issue from Actionscope"; // of the example
    execute();
    QTRY_VERDICT("Successful");
    QVERIFY(issues().contains(title));
    m_files.path = m_folder->filePath(QStringLiteral("state.sqlite"));
    press<QPushButton>("saveStatePushButton");
    QTRY_COMPARE(m_driver->textOf("stateNoteLabel"), QStringLiteral("The state was saved as %1.").arg(m_files.path));
    press<QPushButton>("resetStatePushButton");
    QCOMPARE(m_questions.asked, QStringLiteral("Reset the state of the sandbox?"));
    QTRY_COMPARE(m_driver->textOf("stateNoteLabel"), QStringLiteral("The state is as it was at the first start."));
    QVERIFY(!issues().contains(title));
    press<QPushButton>("restoreStatePushButton");
    QTRY_COMPARE(m_driver->textOf("stateNoteLabel"), QStringLiteral("The state is that of %1.").arg(m_files.path));
    QVERIFY(issues().contains(title));
    m_files.path = m_folder->filePath(QStringLiteral("absent.sqlite"));
    press<QPushButton>("restoreStatePushButton");
    QTRY_VERIFY(m_driver->find<ui::MessageStrip>("windowMessageStrip")->isVisible());
    QVERIFY(issues().contains(title)); // nothing was lost
}

void TestSandboxBrowser::takesAFixedPort()
{
    QTcpServer probe; // finds a port that is free
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const quint16 port = probe.serverPort();
    probe.close();
    m_driver->find<QSpinBox>("sandboxPortSpinBox")->setValue(port);
    press<QPushButton>("usePortPushButton");
    const QString address = QStringLiteral("127.0.0.1:%1").arg(port);
    QTRY_VERIFY(m_driver->textOf("destinationLabel").startsWith(address));
    QCOMPARE(m_driver->textOf("sandboxAddressLabel"), QStringLiteral("http://") + address);
    execute(); // the window has followed
    QTRY_VERDICT("Successful");
    m_driver->window().close();
    m_driver.reset();
    open(); // and comes back to it
    QVERIFY(m_driver->textOf("destinationLabel").startsWith(address));
}

void TestSandboxBrowser::staysWhereItIsWhenAPortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString before = m_driver->textOf("sandboxAddressLabel");
    m_driver->find<QSpinBox>("sandboxPortSpinBox")->setValue(other.serverPort());
    press<QPushButton>("usePortPushButton");
    auto *strip = m_driver->find<ui::MessageStrip>("windowMessageStrip");
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(QString::number(other.serverPort())), qPrintable(strip->text()));
    QCOMPARE(m_driver->textOf("sandboxAddressLabel"), before);
    QCOMPARE(askEcho().status, 200);
    m_driver->window().close();
    m_driver.reset();
    open(); // a second window finds the port taken as well, and works all the same
    QVERIFY(m_driver->find<ui::MessageStrip>("windowMessageStrip")->isVisible());
    QCOMPARE(askEcho().status, 200);
}

QTEST_MAIN(TestSandboxBrowser)
#include "tst_sandboxbrowser.moc"
