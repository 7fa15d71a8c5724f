// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/sandbox/sandbox.h"
#include "app/workspace/catalogkeeper.h"
#include "tests/support/hostileserver.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using test::HostileServer;
using workspace::CatalogKeeper;

namespace {

// A service of v3.1 with one page of tools, which can be silenced.
class Service final
{
public:
    explicit Service(const QByteArray &items)
        : tools(items)
        , server([this](const api::HttpRequest &request, QTcpSocket *socket) { answer(request, socket); })
    {
    }

    [[nodiscard]] executor::Destination destination() const { return {server.url(), "ak_test"}; }
    [[nodiscard]] int asked(const QByteArray &part) const
    {
        return int(std::count_if(server.requests().cbegin(), server.requests().cend(),
            [&](const api::HttpRequest &request) { return request.path.contains(part); }));
    }

    // Lets the second page come.
    void sendLate(const QByteArray &items) { m_late->write(HostileServer::answer("{\"items\":[" + items + "]}")); }
    [[nodiscard]] bool isAskedForMore() const { return m_late; }

    QByteArray tools;
    QByteArray more; // behind the tools of the first page
    bool isSilent = false;
    HostileServer server;

private:
    QPointer<QTcpSocket> m_late;

    void answer(const api::HttpRequest &request, QTcpSocket *socket)
    {
        if (isSilent)
            return;
        if (request.path.contains("cursor=late"))
            m_late = socket; // answered when the test says so
        else if (request.path.contains("/tools/ONE"))
            socket->write(HostileServer::answer(R"({"slug":"ONE","toolkit":{"slug":"app"},"version":"7","input_parameters":{"a": 1.10}})"));
        else if (request.path.contains("/tools/"))
            socket->write("HTTP/1.1 404 No\r\nContent-Length: 40\r\n\r\n{\"error\":{\"message\":\"there is no such\"}}");
        else if (request.path.contains("/tools?"))
            socket->write(HostileServer::answer("{\"items\":[" + tools + "]" + more + '}'));
        else if (request.path.contains("/toolkits"))
            socket->write(HostileServer::answer(R"({"items":[{"slug":"app"}]})"));
        else
            socket->write(HostileServer::answer("{\"items\":[]}"));
    }
};

constexpr char bareTool[] = R"({"slug":"ONE","toolkit":{"slug":"app"},"version":"7"})";
constexpr char wholeTool[] = R"({"slug":"TWO","toolkit":{"slug":"app"},"version":"7","input_parameters":{"b": 2.20}})";

QStringList ids(const CatalogKeeper &keeper)
{
    QStringList ids;
    for (const api::ActionInfo &action : keeper.catalog().actions())
        ids.append(action.id);
    return ids;
}

} // namespace

class TestCatalogKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsAServiceAndOpensItAgainWithoutIt()
    {
        executor::Executor executor;
        {
            Service service(QByteArray(bareTool) + ',' + wholeTool);
            CatalogKeeper keeper(m_folder->path(), &executor);
            QSignalSpy started(&keeper, &CatalogKeeper::refreshStarted);
            QSignalSpy finished(&keeper, &CatalogKeeper::refreshFinished);
            keeper.open(QStringLiteral("work"), service.destination(), api::ApiVersion::V31);
            QVERIFY(keeper.catalog().isEmpty() && !keeper.isRefreshing()); // nothing happened yet
            QTRY_COMPARE(finished.size(), 1);
            QCOMPARE(started.size(), 1);
            QCOMPARE(ids(keeper), (QStringList {QStringLiteral("ONE"), QStringLiteral("TWO")}));
            QCOMPARE(keeper.troubles().size(), 1); // ONE came without parameters
            QVERIFY(keeper.catalog().action(QStringLiteral("TWO"))->parameters.isEmpty());
        }
        CatalogKeeper keeper(m_folder->path(), &executor);
        QSignalSpy described(&keeper, &CatalogKeeper::actionDescribed);
        QSignalSpy started(&keeper, &CatalogKeeper::refreshStarted);
        keeper.open(QStringLiteral("work"), {QUrl(QStringLiteral("http://127.0.0.1:1")), "ak_test"}, api::ApiVersion::V31);
        QTRY_COMPARE(keeper.catalog().actions().size(), 2);
        QVERIFY(started.isEmpty()); // it is fresh
        keeper.describe(QStringLiteral("two"));
        QVERIFY(described.isEmpty());
        QTRY_COMPARE(described.size(), 1);
        QCOMPARE(described[0][0].value<api::ActionInfo>().parameters, QByteArray(R"({"b": 2.20})"));
        QCOMPARE(keeper.catalog().action(QStringLiteral("TWO"))->parameters, QByteArray(R"({"b": 2.20})"));
        QCOMPARE(ids(keeper).size(), 2);
    }

    void pagesAreUsableWhileOthersAreOnTheirWay()
    {
        executor::Executor executor;
        Service service(bareTool);
        service.more = R"(,"next_cursor":"late","total_items":2)";
        CatalogKeeper keeper(m_folder->path(), &executor);
        QSignalSpy finished(&keeper, &CatalogKeeper::refreshFinished);
        keeper.open(QStringLiteral("work"), service.destination(), api::ApiVersion::V31);
        QTRY_VERIFY(service.isAskedForMore());
        QTRY_COMPARE(ids(keeper), QStringList {QStringLiteral("ONE")});
        QVERIFY(keeper.isRefreshing() && finished.isEmpty());
        QSignalSpy described(&keeper, &CatalogKeeper::actionDescribed);
        keeper.describe(QStringLiteral("ONE"));
        QTRY_COMPARE(described.size(), 1);
        service.sendLate(wholeTool);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(ids(keeper), (QStringList {QStringLiteral("ONE"), QStringLiteral("TWO")}));
    }

    void aReadThatEndsEarlyKeepsWhatCame()
    {
        executor::Executor executor;
        Service service(bareTool);
        service.more = R"(,"next_cursor":"late","total_items":2)";
        CatalogKeeper keeper(m_folder->path(), &executor);
        QSignalSpy finished(&keeper, &CatalogKeeper::refreshFinished);
        keeper.open(QStringLiteral("work"), service.destination(), api::ApiVersion::V31);
        QTRY_COMPARE(ids(keeper), QStringList {QStringLiteral("ONE")});
        keeper.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(ids(keeper), QStringList {QStringLiteral("ONE")});
        QVERIFY(!keeper.troubles().isEmpty());
    }

    void asksForASchemaOnceAndKeepsIt()
    {
        executor::Executor executor;
        Service service(bareTool);
        for (int start = 0; start < 2; ++start) {
            CatalogKeeper keeper(m_folder->path(), &executor);
            QSignalSpy described(&keeper, &CatalogKeeper::actionDescribed);
            keeper.open(QStringLiteral("work"), service.destination(), api::ApiVersion::V31);
            QTRY_COMPARE(ids(keeper).size(), 1);
            keeper.describe(QStringLiteral("ONE"));
            keeper.describe(QStringLiteral("ONE"));
            QTRY_COMPARE(described.size(), 1);
            QCOMPARE(described[0][0].value<api::ActionInfo>().parameters, QByteArray(R"({"a": 1.10})"));
            keeper.describe(QStringLiteral("ONE"));
            QTRY_COMPARE(described.size(), 2);
        }
        QCOMPARE(service.asked("/tools/ONE"), 1);
    }

    void saysWhatCannotBeDescribed()
    {
        executor::Executor executor;
        Service service(bareTool);
        CatalogKeeper keeper(m_folder->path(), &executor);
        QSignalSpy trouble(&keeper, &CatalogKeeper::actionTrouble);
        keeper.open(QStringLiteral("work"), service.destination(), api::ApiVersion::V31);
        keeper.describe(QStringLiteral("NO_SUCH"));
        QTRY_COMPARE(trouble.size(), 1);
        QCOMPARE(trouble[0][0].toString(), QStringLiteral("NO_SUCH"));
        QVERIFY(trouble[0][1].value<Error>().sentence.contains(QLatin1String("there is no such")));
        keeper.open(QStringLiteral("offline"), {}, api::ApiVersion::V31);
        keeper.describe(QStringLiteral("ONE"));
        QTRY_COMPARE(trouble.size(), 2);
        QVERIFY(trouble[1][1].value<Error>().sentence.contains(QLatin1String("no service to ask")));
    }

    void forgetsTheRefreshOfAnotherEnvironment()
    {
        executor::Executor executor;
        Service slow(wholeTool);
        Service quick(bareTool);
        slow.isSilent = true;
        CatalogKeeper keeper(m_folder->path(), &executor);
        QSignalSpy finished(&keeper, &CatalogKeeper::refreshFinished);
        QSignalSpy progress(&keeper, &CatalogKeeper::refreshProgress);
        keeper.open(QStringLiteral("slow"), slow.destination(), api::ApiVersion::V31);
        QTRY_COMPARE(slow.server.requests().size(), 1);
        QVERIFY(keeper.isRefreshing());
        keeper.open(QStringLiteral("quick"), quick.destination(), api::ApiVersion::V31);
        QVERIFY(!keeper.isRefreshing());
        QCOMPARE(finished.size(), 1); // that of the one left behind
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(ids(keeper), QStringList {QStringLiteral("ONE")});
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("slow.v3.1.catalog"))));
        // Going back and forth at once ends at the last one.
        for (int i = 0; i < 10; ++i) {
            keeper.open(QStringLiteral("slow"), slow.destination(), api::ApiVersion::V31);
            keeper.open(QStringLiteral("quick"), quick.destination(), api::ApiVersion::V31);
        }
        QTRY_COMPARE(ids(keeper), QStringList {QStringLiteral("ONE")});
    }

    // A slot of its own signals may open another environment.
    void maySwitchInItsOwnSignals()
    {
        executor::Executor executor;
        Service first(wholeTool);
        Service second(bareTool);
        CatalogKeeper keeper(m_folder->path(), &executor);
        int changes = 0;
        connect(&keeper, &CatalogKeeper::catalogChanged, &keeper, [&] {
            if (++changes == 1)
                keeper.open(QStringLiteral("second"), second.destination(), api::ApiVersion::V31);
        });
        keeper.open(QStringLiteral("first"), first.destination(), api::ApiVersion::V31);
        QTRY_COMPARE(ids(keeper), QStringList {QStringLiteral("ONE")});
    }

    void keepsWhatIsThereWhenARefreshFailsOrIsCancelled()
    {
        executor::Executor executor;
        Service service(wholeTool);
        CatalogKeeper keeper(m_folder->path(), &executor);
        QSignalSpy finished(&keeper, &CatalogKeeper::refreshFinished);
        keeper.open(QStringLiteral("work"), service.destination(), api::ApiVersion::V31);
        QTRY_COMPARE(finished.size(), 1);
        const QByteArray before = *readFile(m_folder->filePath(QStringLiteral("work.v3.1.catalog")));
        service.isSilent = true;
        keeper.refresh();
        keeper.refresh();
        QTRY_VERIFY(service.asked("/toolkits") == 2);
        keeper.cancel();
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(ids(keeper), QStringList {QStringLiteral("TWO")});
        QVERIFY(keeper.troubles().join(QLatin1Char(' ')).contains(QLatin1String("cancelled")));
        QCOMPARE(*readFile(m_folder->filePath(QStringLiteral("work.v3.1.catalog"))), before);
        service.server.close();
        keeper.refresh();
        QTRY_COMPARE(finished.size(), 3);
        QCOMPARE(ids(keeper), QStringList {QStringLiteral("TWO")});
        QVERIFY(!keeper.troubles().isEmpty());
    }

    void namesADamagedCacheAndReadsAnew()
    {
        executor::Executor executor;
        Service service(wholeTool);
        QVERIFY(writeFileAtomically(m_folder->filePath(QStringLiteral("work.v3.1.catalog")), "damage"));
        CatalogKeeper keeper(m_folder->path(), &executor);
        QSignalSpy started(&keeper, &CatalogKeeper::refreshStarted);
        QStringList troubles;
        connect(&keeper, &CatalogKeeper::catalogChanged, &keeper, [&] { troubles += keeper.troubles(); });
        keeper.open(QStringLiteral("work"), service.destination(), api::ApiVersion::V31);
        QTRY_COMPARE(ids(keeper).size(), 1);
        QVERIFY2(troubles.value(0).contains(QLatin1String("is damaged")), qPrintable(troubles.join(QLatin1Char('\n'))));
        QVERIFY(keeper.troubles().isEmpty());
    }

    void worksWithoutAPlaceToWrite()
    {
        executor::Executor executor;
        Service service(wholeTool);
        QVERIFY(writeFileAtomically(m_folder->filePath(QStringLiteral("file")), "in the way"));
        CatalogKeeper keeper(m_folder->filePath(QStringLiteral("file/catalog")), &executor);
        QSignalSpy described(&keeper, &CatalogKeeper::actionDescribed);
        keeper.open(QStringLiteral("work"), service.destination(), api::ApiVersion::V31);
        QTRY_COMPARE(ids(keeper).size(), 1);
        QVERIFY(keeper.troubles().join(QLatin1Char(' ')).contains(QLatin1String("could not be written")));
        keeper.describe(QStringLiteral("TWO"));
        QTRY_COMPARE(described.size(), 1);
        QCOMPARE(service.asked("/tools/"), 0); // the list had brought it
    }

    void goesInTheMiddleOfEverything()
    {
        executor::Executor executor;
        Service service(wholeTool);
        service.isSilent = true;
        auto keeper = std::make_unique<CatalogKeeper>(m_folder->path(), &executor);
        keeper->open(QStringLiteral("work"), service.destination(), api::ApiVersion::V31);
        QTRY_COMPARE(service.server.requests().size(), 1);
        keeper->describe(QStringLiteral("ONE"));
        keeper.reset();
        QTRY_VERIFY(executor.findChildren<executor::ExecutionRun *>().isEmpty());
    }

    void readsTheSandbox()
    {
        sandbox::Sandbox service;
        QSignalSpy started(&service, &sandbox::Sandbox::started);
        service.start({});
        QTRY_COMPARE(started.size(), 1);
        const auto address = started[0][0].value<sandbox::SandboxAddress>();
        executor::Executor executor;
        CatalogKeeper keeper(m_folder->path(), &executor);
        QSignalSpy described(&keeper, &CatalogKeeper::actionDescribed);
        keeper.open(QStringLiteral("sandbox"), {address.url, address.apiKey}, api::ApiVersion::V2);
        QTRY_VERIFY(keeper.catalog().action(QStringLiteral("GITHUB_CREATE_AN_ISSUE")));
        keeper.describe(QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
        QTRY_COMPARE(described.size(), 1);
        QVERIFY(described[0][0].value<api::ActionInfo>().parameters.contains("\"title\""));
        QCOMPARE(keeper.catalog().accountsOf(QStringLiteral("github")).size(), 5);
    }

    void refreshesAnOldCacheFromTheSandbox_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isRefreshed");
        QTest::newRow("three days old") << 3 << true;
        QTest::newRow("of today") << 0 << false;
    }

    void refreshesAnOldCacheFromTheSandbox()
    {
        QFETCH(const int, days);
        QFETCH(const bool, isRefreshed);
        sandbox::Sandbox service;
        QSignalSpy started(&service, &sandbox::Sandbox::started);
        service.start({});
        QTRY_COMPARE(started.size(), 1);
        const auto address = started[0][0].value<sandbox::SandboxAddress>();
        const QString name = QStringLiteral("sandbox");
        const api::ActionInfo old {.id = QStringLiteral("ACME_OLD"), .appKey = QStringLiteral("acme")};
        {
            catalog::CatalogStore store(m_folder->path(), name, address.url, api::ApiVersion::V2);
            QVERIFY(store.save({{}, {old}, {}, QDateTime::currentDateTimeUtc().addDays(-days)}));
        }
        executor::Executor executor;
        CatalogKeeper keeper(m_folder->path(), &executor);
        QStringList first; // what is there before anything was asked
        connect(&keeper, &CatalogKeeper::catalogChanged, &keeper, [&] {
            if (first.isEmpty())
                first = ids(keeper);
        });
        QSignalSpy refreshed(&keeper, &CatalogKeeper::refreshFinished);
        QSignalSpy described(&keeper, &CatalogKeeper::actionDescribed);
        keeper.open(name, {address.url, address.apiKey}, api::ApiVersion::V2);
        QTRY_COMPARE(first, QStringList {old.id});
        keeper.describe(QStringLiteral("SANDBOX_ECHO")); // an answer of the service, whether or not it is read anew
        QTRY_COMPARE(described.size(), 1);
        if (isRefreshed)
            QTRY_COMPARE(refreshed.size(), 1);
        QCOMPARE(refreshed.size(), int(isRefreshed));
        QCOMPARE(keeper.isRefreshing(), false);
        QCOMPARE(keeper.catalog().action(old.id) == nullptr, isRefreshed);
        QCOMPARE(keeper.catalog().action(QStringLiteral("GITHUB_CREATE_AN_ISSUE")) != nullptr, isRefreshed);
        QVERIFY(keeper.troubles().isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCatalogKeeper)
#include "tst_catalogkeeper.moc"
