// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/settings.h"
#include "tests/support/hostileserver.h"
#include "tests/support/keyringsession.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/dialogs/importdialog.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/clipboard.h"
#include "ui/shell/actionregistry.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace actionscope;
using test::PaperClipboard;
using test::WindowDriver;

namespace {

constexpr char plantedKey[] = "ak_planted_key_0001";
constexpr char plantedToken[] = "planted-token-0002";

} // namespace

// Outside: there is no keyring here, so the window is started again where there is one.
class TestImportedSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKeptInARealKeyring()
    {
        const test::InnerRun inner = test::runInsideKeyring();
        QVERIFY2(inner.exitCode == 0 && inner.output.contains("PASS   : InsideKeyring::areThereAtTheNextStart"), inner.output.constData());
    }
};

// What was found secret in a pasted text is kept where a person wishes it, and used from there.
class InsideKeyring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(test::writeToKeyring(QStringLiteral("warm"), "up")); }
    void areLeftOutUnlessSomebodyWishes();
    void areKeptAndReferredTo();
    void areThereAtTheNextStart();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result; // with the real secret store
        result.configFolder = m_folder.path();
        result.clipboard = &m_clipboard;
        return result;
    }
    void paste(WindowDriver &driver, bool keeps)
    {
        const QByteArray curl = "curl " + m_server.url().toEncoded() + "/api/v3.1/tools/execute/ACME_X -H 'x-api-key: " + plantedKey
            + "' -d '{\"arguments\":{\"token\":\"" + plantedToken + "\"},\"user_id\":\"u\"}'";
        m_clipboard.setText(QString::fromUtf8(curl));
        QTRY_VERIFY(driver.sandboxIsThere());
        driver.window().actions().action(QStringLiteral("request.paste"))->trigger();
        QCheckBox *keep = nullptr;
        QTRY_VERIFY((keep = driver.window().findChild<QCheckBox *>(QStringLiteral("keepSecretsCheckBox"))) && keep->isVisible());
        QVERIFY(!keep->isChecked()); // nobody's secret is kept unasked
        keep->setChecked(keeps);
        QTest::mouseClick(driver.find<QPushButton>("openImportedPushButton"), Qt::LeftButton);
        QTRY_COMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("ACME_X"));
    }
    void execute(WindowDriver &driver)
    {
        m_executed = {};
        // Right after the start the keychain may not have answered yet; the request is then refused, and nothing is sent.
        const auto isExecuted = [this] { return !m_executed.method.isEmpty(); };
        for (int clicks = 0; clicks < 10 && !isExecuted(); ++clicks) {
            QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
            (void)QTest::qWaitFor(isExecuted, 1000);
        }
        QTRY_VERIFY2(!m_executed.method.isEmpty(), qPrintable(wordsIn(driver)));
        QCOMPARE(api::headerValue(m_executed.headers, "x-api-key"), std::optional<QByteArray>(plantedKey));
        QVERIFY2(m_executed.body.contains(plantedToken), m_executed.body.constData());
        QTRY_COMPARE(driver.textOf("verdictLabel"), QStringLiteral("Successful"));
    }
    // All that is to be read, for a failure's message.
    static QString wordsIn(WindowDriver &driver)
    {
        QStringList words;
        const auto labels = driver.window().findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                words.append(label->text());
        }
        return words.join(QStringLiteral(" | "));
    }
    // Of everything below the config folder.
    [[nodiscard]] bool isWritten(const QByteArray &secret) const
    {
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
                return true;
        }
        return false;
    }

    QTemporaryDir m_folder;
    PaperClipboard m_clipboard;
    api::HttpRequest m_executed;
    test::HostileServer m_server {[this](const api::HttpRequest &request, QTcpSocket *socket) {
        if (request.path.contains("/execute"))
            m_executed = request;
        socket->write(test::HostileServer::answer(R"({"data":{},"successful":true,"error":null})"));
    }};
};

void InsideKeyring::areLeftOutUnlessSomebodyWishes()
{
    WindowDriver driver(options());
    paste(driver, false);
    QVERIFY(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes().contains("redacted:"));
    QCOMPARE(storage::Settings(m_folder.path()).environments().size(), 1);
    QVERIFY(m_executed.method.isEmpty()); // nothing is executed on import
}

void InsideKeyring::areKeptAndReferredTo()
{
    WindowDriver driver(options());
    paste(driver, true);
    QVERIFY(m_executed.method.isEmpty());
    QCOMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes().count("{{"), 1);
    QCOMPARE(driver.find<QComboBox>("environmentComboBox")->currentText(), m_server.url().authority());
    execute(driver);
    QTRY_COMPARE(storage::Settings(m_folder.path()).currentEnvironmentName(), m_server.url().authority());
    driver.window().close(); // what is open is stored
    QVERIFY(!isWritten(plantedKey));
    QVERIFY(!isWritten(plantedToken));
}

void InsideKeyring::areThereAtTheNextStart()
{
    WindowDriver driver(options());
    auto *field = driver.find<QLineEdit>("actionIdLineEdit");
    QTRY_COMPARE(field->text(), QStringLiteral("ACME_X"));
    QTRY_VERIFY(driver.sandboxIsThere() || driver.textOf("destinationLabel").contains(m_server.url().authority()));
    execute(driver);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TestImportedSecrets outer;
    InsideKeyring inner;
    return QTest::qExec(qEnvironmentVariableIsSet(test::insideKeyring) ? static_cast<QObject *>(&inner) : &outer, argc, argv);
}

#include "tst_importedsecrets.moc"
