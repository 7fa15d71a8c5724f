// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalogsync.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/hostileserver.h"
#include "tests/support/looptick.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace actionscope;
using namespace std::chrono_literals;
using catalog::Catalog;
using catalog::CatalogSync;
using catalog::SyncResult;
using test::HostileServer;

namespace {

const catalog::SyncOptions impatient {.policy = {.retries = 2, .firstPause = 10ms, .longestPause = 2s, .timeout = 20s}, .mostPages = 40};

QByteArray refusal(const char *status, const QByteArray &headers = {})
{
    return QByteArray("HTTP/1.1 ") + status + "\r\n" + headers + "Content-Length: 16\r\n\r\n{\"message\":\"no\"}";
}

QByteArray toolItem(const QString &slug)
{
    return "{\"slug\":\"" + slug.toLatin1() + "\",\"toolkit\":{\"slug\":\"app\"},\"input_parameters\":{\"type\":\"object\"}}";
}

QByteArray page(const QByteArrayList &items, const QByteArray &cursor = "null", const QByteArray &more = {})
{
    return HostileServer::answer("{\"items\":[" + items.join(',') + "],\"next_cursor\":" + cursor + more + '}');
}

// A service of v3.1 whose lists the test scripts: what comes for a list and a cursor. A list that is left out is empty.
class Service final
{
public:
    using Answers = QHash<QString, QByteArray>; // by "tools", "tools/CURSOR", …

    explicit Service(const Answers &answers)
        : server([this](const api::HttpRequest &request, QTcpSocket *socket) { answer(request, socket); })
        , m_answers(answers)
    {
    }

    HostileServer server;
    QHash<QString, int> asked;

private:
    void answer(const api::HttpRequest &request, QTcpSocket *socket)
    {
        const QUrl url(QString::fromLatin1(request.path));
        const QString cursor = QUrlQuery(url).queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded);
        QString name = url.path().section(QLatin1Char('/'), -1);
        if (!cursor.isEmpty())
            name += QLatin1Char('/') + cursor;
        const int times = ++asked[name];
        const QString again = name + QLatin1Char('#') + QString::number(times); // what comes the second time
        if (m_answers.contains(again))
            socket->write(m_answers.value(again));
        else if (m_answers.value(name) == "cut")
            socket->write(HostileServer::answer("{\"items\":[").chopped(5)), socket->disconnectFromHost();
        else if (m_answers.value(name) != "silence")
            socket->write(m_answers.value(name, page({})));
    }

    Answers m_answers;
};

// One sync to its end.
struct Walk
{
    explicit Walk(const HostileServer &server, const Catalog &known = {}, api::ApiVersion version = api::ApiVersion::V31)
        : sync(&executor, {server.url(), "ak_test"}, version, known, impatient)
        , finished(&sync, &CatalogSync::finished)
    {
        sync.start();
    }

    [[nodiscard]] bool isOver() const { return finished.size() == 1; }
    [[nodiscard]] SyncResult result() const { return finished.value(0).value(0).value<SyncResult>(); }
    [[nodiscard]] QString actions() const
    {
        QStringList ids;
        for (const api::ActionInfo &action : result().catalog.actions())
            ids.append(action.id);
        return ids.join(QLatin1Char(' '));
    }
    [[nodiscard]] QString troubles() const { return result().troubles.join(QLatin1Char('\n')); }

    executor::Executor executor;
    CatalogSync sync;
    QSignalSpy finished;
};

// What was known before.
Catalog earlier()
{
    api::ActionInfo action;
    action.id = QStringLiteral("OLD");
    api::ActionInfo both = action;
    both.id = QStringLiteral("A");
    return {{{.key = QStringLiteral("app")}}, {action, both}, {}, QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC)};
}

} // namespace

// The catalogue read from a service, whatever the service does.
class TestCatalogSync final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPageAfterPage();
    void readsByPageNumberOnV2();
    void usesWhatComes_data();
    void usesWhatComes();
    void waitsWhereTheServiceIsBusy();
    void keepsOneOfTwoAccountsWithOneId();
    void keepsWhatWasKnownOfAListThatCameEmpty();
    void cancelsInTheMiddle();
    void tellsHowFarItIs();
    void doesNotHoldTheLoopUp();
    void readsTheSandboxAlikeInEveryVersion();
};

void TestCatalogSync::readsPageAfterPage()
{
    Service service({{QStringLiteral("toolkits"), page({"{\"slug\":\"app\",\"name\":\"App\"}"})},
        {QStringLiteral("tools"), page({toolItem(QStringLiteral("A"))}, "\"two==\"")},
        {QStringLiteral("tools/two=="), page({toolItem(QStringLiteral("B"))}, "\"three\"")},
        {QStringLiteral("tools/three"), page({toolItem(QStringLiteral("C"))})},
        {QStringLiteral("connected_accounts"), page({"{\"id\":\"ca_1\",\"toolkit\":{\"slug\":\"app\"},\"status\":\"ACTIVE\"}"})}});
    Walk walk(service.server, earlier());
    QTRY_VERIFY(walk.isOver());
    const SyncResult result = walk.result();
    QCOMPARE(result.end, SyncResult::End::Complete);
    QCOMPARE(walk.actions(), QStringLiteral("A B C")); // OLD is gone: the list came to its end
    QCOMPARE(result.catalog.app(QStringLiteral("app"))->name, QStringLiteral("App"));
    QCOMPARE(result.catalog.accountsOf(QStringLiteral("app")).size(), 1);
    QVERIFY(result.catalog.syncedAt().secsTo(QDateTime::currentDateTimeUtc()) < 60);
    QCOMPARE(walk.troubles(), QString());
    for (const api::HttpRequest &request : service.server.requests())
        QCOMPARE(request.method, QByteArray("GET"));
}

void TestCatalogSync::readsByPageNumberOnV2()
{
    HostileServer server([](const api::HttpRequest &request, QTcpSocket *socket) {
        const QUrl url(QString::fromLatin1(request.path));
        const QString number = QUrlQuery(url).queryItemValue(QStringLiteral("page"));
        if (url.path() == QLatin1String("/api/v2/actions"))
            socket->write(HostileServer::answer("{\"items\":[{\"name\":\"A" + number.toLatin1() + "\",\"parameters\":{}}],\"page\":\"" + number.toLatin1() + "\",\"totalPages\":\"3\"}"));
        else
            socket->write(HostileServer::answer("{\"items\":[]}"));
    });
    Walk walk(server, {}, api::ApiVersion::V2);
    QTRY_VERIFY(walk.isOver());
    QCOMPARE(walk.actions(), QStringLiteral("A1 A2 A3"));
    QCOMPARE(walk.result().end, SyncResult::End::Complete);
}

void TestCatalogSync::usesWhatComes_data()
{
    QTest::addColumn<Service::Answers>("answers");
    QTest::addColumn<SyncResult::End>("end");
    QTest::addColumn<QString>("actions");
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<bool>("goesOn"); // to the lists behind it
    const auto name = [](const char *text) { return QString::fromLatin1(text); };
    const QByteArray first = page({toolItem(name("A"))}, "\"two\"");
    using End = SyncResult::End;
    QTest::newRow("401 at once") << Service::Answers {{name("toolkits"), refusal("401 No")}} << End::Nothing << name("OLD A")
                                 << name("The list of apps could not be read: the service answered 401 (no). Check the API key") << false;
    QTest::newRow("401 half-way") << Service::Answers {{name("tools"), first}, {name("tools/two"), refusal("401 No")}} << End::Partial
                                  << name("A OLD") << name("The list of actions could not be read: the service answered 401") << true;
    QTest::newRow("410, the version is gone") << Service::Answers {{name("toolkits"), refusal("410 Gone")}} << End::Nothing << name("OLD A")
                                              << name("choose v3.1") << false;
    QTest::newRow("a page that is not JSON") << Service::Answers {{name("tools"), first}, {name("tools/two"), HostileServer::answer("<html>")}}
                                             << End::Partial << name("A OLD") << name("Page 2 of the list of actions is not JSON") << true;
    QTest::newRow("apps that are not JSON") << Service::Answers {{name("toolkits"), HostileServer::answer("oops")}, {name("tools"), page({toolItem(name("N"))})}}
                                            << End::Partial << name("N") << name("Page 1 of the list of apps is not JSON") << true;
    QTest::newRow("404 for one list") << Service::Answers {{name("toolkits"), refusal("404 No")}, {name("tools"), page({toolItem(name("N"))})}}
                                      << End::Partial << name("N") << name("the service answered 404") << true;
    QTest::newRow("403 for the accounts") << Service::Answers {{name("connected_accounts"), refusal("403 No")}, {name("tools"), page({toolItem(name("N"))})}}
                                          << End::Partial << name("N")
                                          << name("The list of connected accounts could not be read: the service answered 403 (no).") << true;
    QTest::newRow("busy for ever") << Service::Answers {{name("tools"), refusal("503 Busy")}} << End::Partial << name("OLD A")
                                   << name("the service answered 503") << true;
    QTest::newRow("cut off in the middle of a page") << Service::Answers {{name("tools"), "cut"}}
                                                     << End::Partial << name("OLD A") << name("The list of actions could not be read") << true;
    QTest::newRow("a cursor that leads to itself") << Service::Answers {{name("tools"), first}, {name("tools/two"), page({toolItem(name("B"))}, "\"two\"")}}
                                                   << End::Partial << name("A B OLD") << name("leads back to a page that was read already") << true;
    QTest::newRow("a page without anything new") << Service::Answers {{name("tools"), first}, {name("tools/two"), page({toolItem(name("A"))}, "\"three\"")}}
                                                 << End::Partial << name("A OLD") << name("page 2 brought nothing new") << true;
    QTest::newRow("items of every kind") << Service::Answers {{name("tools"), page({"3", "null", toolItem(name("B")), "{\"name\":\"nameless\"}", "{\"slug\":\"C\"}"})}}
                                         << End::Complete << name("B C") << name("Left out of the list of actions, being no objects: 2.") << true;
    QTest::newRow("an action twice") << Service::Answers {{name("tools"), page({toolItem(name("B")), toolItem(name("b"))})}}
                                     << End::Complete << name("B") << name("more than once under the same id: 1 (first b)") << true;
}

void TestCatalogSync::usesWhatComes()
{
    QFETCH(Service::Answers, answers);
    QFETCH(QString, trouble);
    QFETCH(bool, goesOn);
    if (!answers.contains(QStringLiteral("toolkits")))
        answers.insert(QStringLiteral("toolkits"), page({"{\"slug\":\"app\"}"}));
    Service service(answers);
    Walk walk(service.server, earlier());
    QTRY_VERIFY_WITH_TIMEOUT(walk.isOver(), 20'000);
    QTEST(walk.result().end, "end");
    QTEST(walk.actions(), "actions");
    QVERIFY2(walk.troubles().contains(trouble), qPrintable(walk.troubles()));
    QCOMPARE(service.asked.contains(QStringLiteral("tools")), goesOn);
    QVERIFY(walk.result().catalog.app(QStringLiteral("app")) || walk.result().end == SyncResult::End::Partial);
    if (walk.result().end != SyncResult::End::Complete)
        QCOMPARE(walk.result().catalog.syncedAt(), earlier().syncedAt()); // still as stale as before
}

void TestCatalogSync::waitsWhereTheServiceIsBusy()
{
    Service service({{QStringLiteral("toolkits#1"), refusal("429 Busy", "Retry-After: 1\r\n")},
        {QStringLiteral("tools"), page({toolItem(QStringLiteral("A"))})}});
    QElapsedTimer clock;
    clock.start();
    Walk walk(service.server);
    QSignalSpy progress(&walk.sync, &CatalogSync::progress);
    QTRY_VERIFY(walk.isOver());
    QVERIFY(clock.elapsed() >= 950);
    QCOMPARE(walk.result().end, SyncResult::End::Complete);
    QCOMPARE(service.asked.value(QStringLiteral("toolkits")), 2);
    bool toldOfThePause = false;
    for (const QList<QVariant> &told : std::as_const(progress))
        toldOfThePause = toldOfThePause || told[0].value<catalog::SyncProgress>().pause == 1000ms;
    QVERIFY(toldOfThePause);
}

void TestCatalogSync::keepsOneOfTwoAccountsWithOneId()
{
    const QByteArray old = R"({"id":"ca_1","status":"EXPIRED","updated_at":"2026-01-01T00:00:00Z"})";
    const QByteArray recent = R"({"id":"ca_1","status":"ACTIVE","updated_at":"2026-02-01T00:00:00Z"})";
    for (const QByteArrayList &items : {QByteArrayList {old, recent}, QByteArrayList {recent, old}}) {
        Service service({{QStringLiteral("connected_accounts"), page(items)}});
        Walk walk(service.server);
        QTRY_VERIFY(walk.isOver());
        QCOMPARE(walk.result().catalog.accounts().size(), 1);
        QCOMPARE(walk.result().catalog.accounts()[0].statusWord, QStringLiteral("ACTIVE"));
        QVERIFY2(walk.troubles().contains(QLatin1String("connected accounts more than once under the same id: 1 (first ca_1)")), qPrintable(walk.troubles()));
    }
}

void TestCatalogSync::keepsWhatWasKnownOfAListThatCameEmpty()
{
    Service service({});
    Walk walk(service.server, earlier());
    QTRY_VERIFY(walk.isOver());
    QCOMPARE(walk.actions(), QStringLiteral("OLD A"));
    QCOMPARE(walk.result().end, SyncResult::End::Partial);
    QVERIFY(walk.troubles().contains(QLatin1String("The list of actions came empty; what was known before is kept.")));
}

void TestCatalogSync::cancelsInTheMiddle()
{
    Service service({{QStringLiteral("tools"), page({toolItem(QStringLiteral("A"))}, "\"two\"")}, {QStringLiteral("tools/two"), "silence"}});
    Walk walk(service.server, earlier());
    QTRY_COMPARE(service.asked.value(QStringLiteral("tools/two")), 1);
    QVERIFY(!walk.isOver());
    walk.sync.cancel();
    walk.sync.cancel();
    QTRY_VERIFY(walk.isOver());
    QVERIFY(walk.result().isCancelled);
    QCOMPARE(walk.actions(), QStringLiteral("A OLD"));
    QCOMPARE(walk.troubles(), QStringLiteral("The list of apps came empty; what was known before is kept."));
}

void TestCatalogSync::tellsHowFarItIs()
{
    Service service({{QStringLiteral("tools"), page({toolItem(QStringLiteral("A"))}, "\"two\"", ",\"total_items\":\"2\"")},
        {QStringLiteral("tools/two"), page({toolItem(QStringLiteral("B"))})}});
    Walk walk(service.server);
    QSignalSpy progress(&walk.sync, &CatalogSync::progress);
    QTRY_VERIFY(walk.isOver());
    QStringList told;
    for (const QList<QVariant> &each : std::as_const(progress)) {
        const auto at = each[0].value<catalog::SyncProgress>();
        told.append(api::listName(at.list) + QStringLiteral(" %1/%2").arg(at.done).arg(at.total));
    }
    QVERIFY2(told.endsWith(QStringLiteral("actions 2/2")), qPrintable(told.join(QLatin1Char(','))));
    QVERIFY2(told.contains(QStringLiteral("actions 1/2")), qPrintable(told.join(QLatin1Char(','))));
}

void TestCatalogSync::doesNotHoldTheLoopUp()
{
    QByteArrayList items;
    for (int i = 0; i < 5000; ++i)
        items.append(toolItem(QStringLiteral("ACTION_%1").arg(i)).replace("{\"type\"", "{\"description\":\"" + QByteArray(1500, 'x') + "\",\"type\""));
    Service service({{QStringLiteral("tools"), page(items)}});
    test::LoopTick tick;
    Walk walk(service.server);
    QTRY_VERIFY_WITH_TIMEOUT(walk.isOver(), 20'000);
    QCOMPARE(walk.result().catalog.actions().size(), 5000);
    QVERIFY2(tick.longestGap() < 250ms, qPrintable(QString::number(tick.longestGap().count())));
}

void TestCatalogSync::readsTheSandboxAlikeInEveryVersion()
{
    sandbox::Sandbox service;
    QSignalSpy started(&service, &sandbox::Sandbox::started);
    service.start({});
    QTRY_COMPARE(started.size(), 1);
    const auto address = started[0][0].value<sandbox::SandboxAddress>();
    QStringList idsOf[3];
    QStringList appsOf[3];
    int at = 0;
    for (const api::ApiVersion version : {api::ApiVersion::V2, api::ApiVersion::V3, api::ApiVersion::V31}) {
        executor::Executor executor;
        CatalogSync sync(&executor, {address.url, address.apiKey}, version, {}, impatient);
        QSignalSpy finished(&sync, &CatalogSync::finished);
        sync.start();
        QTRY_COMPARE(finished.size(), 1);
        const auto result = finished[0][0].value<SyncResult>();
        QCOMPARE(result.troubles.join(QLatin1Char('\n')), QString());
        QCOMPARE(result.end, SyncResult::End::Complete);
        for (const api::ActionInfo &action : result.catalog.actions()) {
            idsOf[at].append(action.id + QLatin1Char('/') + action.appKey + QLatin1Char('/') + action.tags.join(QLatin1Char(',')));
            QVERIFY(!action.parameters.isEmpty() && !action.description.isEmpty());
        }
        for (const api::AppInfo &app : result.catalog.apps())
            appsOf[at].append(app.key + QLatin1Char('/') + app.name + QLatin1Char('/') + app.description);
        QCOMPARE(result.catalog.accountsOf(QStringLiteral("github")).size(), 5);
        idsOf[at].sort();
        appsOf[at].sort();
        ++at;
    }
    QVERIFY(idsOf[0].size() > 10);
    QCOMPARE(idsOf[1], idsOf[0]);
    QCOMPARE(idsOf[2], idsOf[0]);
    QCOMPARE(appsOf[1], appsOf[0]);
    QCOMPARE(appsOf[2], appsOf[0]);
}

QTEST_GUILESS_MAIN(TestCatalogSync)
#include "tst_catalogsync.moc"
