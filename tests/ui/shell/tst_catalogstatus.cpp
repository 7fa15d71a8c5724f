// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memorysecretstore.h"
#include "app/storage/settings.h"
#include "tests/support/hostileserver.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/shell/catalogstatus.h"

#include <QTemporaryDir>

using namespace actionscope;
using test::HostileServer;
using test::WindowDriver;

// The catalogue at the foot of the window: what is known, how old it is, what is missing.
class TestCatalogStatus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatTheSandboxOffers();
    void readsAnewAndStopsAtAPress();
    void namesWhatIsMissing();
    void followsTheEnvironment();
    void opensOfflineFromItsCache();
    void tellsAges_data();
    void tellsAges();

private:
    [[nodiscard]] ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        return result;
    }
    [[nodiscard]] static QString text(WindowDriver &driver)
    {
        return driver.find<ui::CatalogStatus>("windowCatalogStatus")->text();
    }
    static void press(WindowDriver &driver)
    {
        QTest::mouseClick(driver.find<ui::CatalogStatus>("windowCatalogStatus"), Qt::LeftButton);
    }
    void chooseWork(const QString &url)
    {
        storage::Settings settings(m_folder->path());
        settings.setEnvironments({{QStringLiteral("work"), url, api::ApiVersion::V31}});
        settings.setCurrentEnvironmentName(QStringLiteral("work"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
};

namespace {

// Two tools, one of them without parameters; accounts are refused where the test wants it.
HostileServer::Handler tools(bool *isSilent)
{
    return [isSilent](const api::HttpRequest &request, QTcpSocket *socket) {
        if (*isSilent)
            return;
        if (request.path.contains("/connected_accounts"))
            socket->write("HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\n{}");
        else if (request.path.contains("/tools"))
            socket->write(HostileServer::answer(R"({"items":[{"slug":"A","input_parameters":{}},{"slug":"B","input_parameters":{}}]})"));
        else
            socket->write(HostileServer::answer(R"({"items":[{"slug":"app"}]})"));
    };
}

} // namespace

void TestCatalogStatus::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_secrets.write(QStringLiteral("apiKey/work"), "ak_test_0123456789").result());
}

void TestCatalogStatus::tellsWhatTheSandboxOffers()
{
    WindowDriver driver(options());
    QTRY_VERIFY(text(driver).endsWith(QLatin1String(" actions, just now")));
    QVERIFY(text(driver).section(QLatin1Char(' '), 0, 0).toInt() > 10);
    auto *status = driver.find<ui::CatalogStatus>("windowCatalogStatus");
    QVERIFY(status->isVisible());
    QVERIFY(status->accessibleName().startsWith(QLatin1String("Catalogue: ")));
    QCOMPARE(status->toolTip(), QStringLiteral("Press to read the catalogue anew."));
}

void TestCatalogStatus::readsAnewAndStopsAtAPress()
{
    bool isSilent = true;
    HostileServer server(tools(&isSilent));
    chooseWork(server.url().toString());
    WindowDriver driver(options());
    QTRY_COMPARE(text(driver), QStringLiteral("Reading apps: 0"));
    press(driver);
    QTRY_COMPARE(text(driver), QStringLiteral("No actions known"));
    isSilent = false;
    press(driver);
    QTRY_COMPARE(text(driver), QStringLiteral("2 actions, incomplete"));
}

void TestCatalogStatus::namesWhatIsMissing()
{
    bool isSilent = false;
    HostileServer server(tools(&isSilent));
    chooseWork(server.url().toString());
    WindowDriver driver(options());
    QTRY_COMPARE(text(driver), QStringLiteral("2 actions, incomplete"));
    auto *status = driver.find<ui::CatalogStatus>("windowCatalogStatus");
    QVERIFY2(status->toolTip().startsWith(
                 QLatin1String("The list of connected accounts could not be read: the service answered 404")),
        qPrintable(status->toolTip()));
    QCOMPARE(status->accessibleDescription(), status->toolTip());
}

void TestCatalogStatus::followsTheEnvironment()
{
    bool isSilent = false;
    HostileServer server(tools(&isSilent));
    chooseWork(server.url().toString());
    WindowDriver driver(options());
    QTRY_COMPARE(text(driver), QStringLiteral("2 actions, incomplete"));
    auto *environments = driver.find<QComboBox>("environmentComboBox");
    environments->setFocus();
    QTest::keyClick(environments, Qt::Key_Up); // the sandbox
    QTRY_VERIFY(text(driver).endsWith(QLatin1String(" actions, just now")));
    QTest::keyClick(environments, Qt::Key_Down);
    QTRY_COMPARE(text(driver), QStringLiteral("2 actions, incomplete"));
}

void TestCatalogStatus::opensOfflineFromItsCache()
{
    {
        bool isSilent = false;
        HostileServer server(tools(&isSilent));
        chooseWork(server.url().toString());
        WindowDriver driver(options());
        QTRY_COMPARE(text(driver), QStringLiteral("2 actions, incomplete"));
    }
    WindowDriver driver(options());
    QTRY_COMPARE(text(driver), QStringLiteral("2 actions, incomplete"));
    QTRY_VERIFY(driver.find<ui::CatalogStatus>("windowCatalogStatus")->toolTip().contains(QLatin1String("could not be read")));
    QCOMPARE(text(driver), QStringLiteral("2 actions, incomplete"));
}

void TestCatalogStatus::tellsAges_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("just now") << 59;
    QTest::newRow("1 min ago") << 60;
    QTest::newRow("59 min ago") << 3599;
    QTest::newRow("1 h ago") << 3600;
    QTest::newRow("47 h ago") << 47 * 3600;
    QTest::newRow("2 days ago") << 48 * 3600;
}

void TestCatalogStatus::tellsAges()
{
    QFETCH(int, seconds);
    const QDateTime then(QDate(2026, 1, 1), QTime(), Qt::UTC);
    QCOMPARE(ui::ageText(then, then.addSecs(seconds)), QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_MAIN(TestCatalogStatus)
#include "tst_catalogstatus.moc"
