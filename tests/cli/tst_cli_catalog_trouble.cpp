// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/catalogservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace actionscope;
using tests::CatalogService;

// The catalogue's commands where the service or the cache is no good: what could be read is used, the rest is named,
// and what was kept stays.
class TestCliCatalogTrouble final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAGoodCache_data();
    void keepsAGoodCache();
    void usesWhatCouldBeRead_data();
    void usesWhatCouldBeRead();
    void namesOddItems();
    void showsAnySchema_data();
    void showsAnySchema();
    void waitsAsLongAsTheServiceAsks();
    void saysThatItReads();
    void showEndsWithTheRightCode_data();
    void showEndsWithTheRightCode();
    void survivesADamagedCache_data();
    void survivesADamagedCache();
    void isCancelled_data();
    void isCancelled();
    void strictTellsARefusalFromAnOutage_data();
    void strictTellsARefusalFromAnOutage();

private:
    static void hostileRows();
};

void TestCliCatalogTrouble::hostileRows()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("401 half-way") << QByteArray("tools2") << CatalogService::refusal("401 Unauthorized") << 4
                                  << QByteArray("The list of actions could not be read: the service answered 401 (no).");
    QTest::newRow("a page that is not JSON") << QByteArray("tools2") << test::HostileServer::answer("<html>") << 5
                                             << QByteArray("Page 2 of the list of actions is not JSON");
    QTest::newRow("cut off") << QByteArray("tools2")
                             << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":[")
                             << 5 << QByteArray("The list of actions could not be read: ");
    QTest::newRow("busy for an hour") << QByteArray("tools2")
                                      << CatalogService::refusal("429 Too Many Requests", "Retry-After: 3600\r\n") << 4
                                      << QByteArray("the service answered 429");
}

void TestCliCatalogTrouble::keepsAGoodCache_data()
{
    hostileRows();
    QTest::newRow("401 at once") << QByteArray("toolkits") << CatalogService::refusal("401 Unauthorized") << 4
                                 << QByteArray("Nothing could be read; what was kept stays.");
    QTest::newRow("suddenly empty") << QByteArray("tools") << test::HostileServer::answer(R"({"items":[]})") << 5
                                    << QByteArray("The list of actions came empty; what was known before is kept.");
}

void TestCliCatalogTrouble::keepsAGoodCache()
{
    QFETCH(const QByteArray, place);
    QFETCH(const QByteArray, answer);
    QFETCH(const int, code);
    QFETCH(const QByteArray, said);
    CatalogService service;
    QCOMPARE(service.run(QStringLiteral("catalog sync")), 0);
    QCOMPARE(service.run(QStringLiteral("actions list --offline --json")), 0);
    const QByteArray before = service.cli.output;
    service.answers[place] = answer;
    QCOMPARE(service.run(QStringLiteral("catalog sync")), code);
    QVERIFY2(service.cli.errors.contains(said), service.cli.errors.constData());
    QVERIFY(!service.cli.errors.contains("ak_hush"));
    QCOMPARE(service.run(QStringLiteral("actions list --offline --json")), 0);
    QCOMPARE(service.cli.output, before);
    // Read anew it is told that it is not whole, and what is kept is printed all the same.
    QCOMPARE(service.run(QStringLiteral("actions list --refresh --json")), code);
    QCOMPARE(service.cli.output, before);
}

void TestCliCatalogTrouble::usesWhatCouldBeRead_data() { hostileRows(); }

void TestCliCatalogTrouble::usesWhatCouldBeRead()
{
    QFETCH(const QByteArray, place);
    QFETCH(const QByteArray, answer);
    QFETCH(const int, code);
    QFETCH(const QByteArray, said);
    CatalogService service;
    service.answers[place] = answer;
    QCOMPARE(service.run(QStringLiteral("actions list --json")), code);
    QVERIFY2(service.cli.errors.contains(said), service.cli.errors.constData());
    const QJsonArray found = QJsonDocument::fromJson(service.cli.output).array();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).toObject().value(QLatin1String("actionId")).toString(), QStringLiteral("ACME_GET_ONE"));
    // The other lists were read to their ends.
    QCOMPARE(service.run(QStringLiteral("apps list")), 0);
    QVERIFY(service.cli.output.startsWith("acme"));
}

void TestCliCatalogTrouble::namesOddItems()
{
    CatalogService service;
    service.answers[QByteArray("tools")] = test::HostileServer::answer(
        R"({"items":[{"slug":"ACME_BARE","toolkit":{"slug":"acme"}},7,{"name":"nameless"}]})");
    service.answers[QByteArray("connected_accounts")] = test::HostileServer::answer(
        R"({"items":[{"id":"ca_1","status":"ACTIVE"},{"id":"ca_1","status":"EXPIRED"}]})", "Connection: close\r\n");
    QCOMPARE(service.run(QStringLiteral("actions list --json")), 0);
    QCOMPARE(QJsonDocument::fromJson(service.cli.output).array().size(), 1);
    for (const char *said : {"without a schema of the input: 1 (first ACME_BARE)", "being no objects: 1",
             "for want of an id: 1", "more than once under the same id: 1 (first ca_1)"})
        QVERIFY2(service.cli.errors.contains(said), service.cli.errors.constData());
    QCOMPARE(service.run(QStringLiteral("accounts list --json")), 0);
    QCOMPARE(QJsonDocument::fromJson(service.cli.output).array().size(), 1);
}

void TestCliCatalogTrouble::showsAnySchema_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("said"); // of the schema
    QTest::addColumn<bool>("isCut");
    const auto row = [](const char *name, const QByteArray &schema, const char *said, bool isCut = false) {
        QTest::newRow(name) << schema << QByteArray(said) << isCut;
    };
    row("a $ref loop",
        R"({"properties":{"first":{"$ref":"#/definitions/a"}},"definitions":{"a":{"type":"object","properties":{"again":{"$ref":"#/definitions/a"},"more":{"$ref":"#/definitions/a"}}}}})",
        "", true);
    row("a $ref to itself", R"({"properties":{"first":{"$ref":"#/properties/first"}}})",
        "first is described by a reference that leads in a circle.\n");
    row("a $ref to nowhere", R"({"properties":{"first":{"$ref":"#/none"}}})",
        "first is described by a reference that leads nowhere: #/none.\n");
    row("an unknown type", R"({"properties":{"first":{"type":"strng"}}})", "first is of an unknown type: \"strng\".\n");
    row("an unknown keyword", R"({"properties":{"first":{"type":"string","frobnicate":[1]}}})",
        "first has a keyword \"frobnicate\" that the form does not follow.\n");
    row("no trouble", R"({"properties":{"first":{"type":"object","properties":{"a":{"type":"string"}}}}})", "");
    QByteArray deep = R"({"type":"string"})";
    for (int level = 0; level < 50; ++level)
        deep = R"({"type":"object","properties":{"first":)" + deep + "}}";
    row("50 levels", deep, "", true);
}

void TestCliCatalogTrouble::showsAnySchema()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, said);
    QFETCH(const bool, isCut);
    CatalogService service;
    service.answers[QByteArray("ACME_GET_ONE")]
        = test::HostileServer::answer(R"({"slug":"ACME_GET_ONE","input_parameters":)" + schema + "}");
    QCOMPARE(service.run(QStringLiteral("actions show ACME_GET_ONE")), 0);
    QVERIFY2(service.cli.output.contains("\nfirst"), service.cli.output.constData());
    const QByteArray cut
        = "Parameters below the level 4, or beyond 1000 in all, are not listed; --json prints the schema whole.\n";
    QCOMPARE(service.cli.errors, isCut ? said + cut : said);
    QCOMPARE(service.run(QStringLiteral("actions show ACME_GET_ONE --refresh --json")), 0);
    QVERIFY(service.cli.output.contains("\"parameters\":" + schema));
    QCOMPARE(service.cli.errors, said);
}

void TestCliCatalogTrouble::waitsAsLongAsTheServiceAsks()
{
    CatalogService service;
    service.answers[QByteArray("tools2")] = CatalogService::refusal("429 Too Many Requests", "Retry-After: 0.3\r\n");
    service.cli.start(service.arguments(QStringLiteral("actions list")));
    QTRY_COMPARE_WITH_TIMEOUT(service.asked("tools2"), 1, 30'000);
    service.answers.clear();
    QCOMPARE(service.cli.finish(), 0);
    QVERIFY2(service.cli.errors.contains("The service is busy; the list of actions goes on in 1 s."),
        service.cli.errors.constData());
    QCOMPARE(service.cli.output.count('\n'), 2);
}

// In a log a read that takes a while is one line, and none with --quiet; lines that move are for terminals.
void TestCliCatalogTrouble::saysThatItReads()
{
    CatalogService service;
    service.answers[QByteArray("tools")] = CatalogService::refusal("429 Too Many Requests", "Retry-After: 0.6\r\n");
    service.cli.start(service.arguments(QStringLiteral("actions list")));
    QTRY_COMPARE_WITH_TIMEOUT(service.asked("tools"), 1, 30'000);
    service.answers.clear();
    QCOMPARE(service.cli.finish(), 0);
    QCOMPARE(service.cli.errors.count("The catalogue of acme is being read."), 1);
    QVERIFY(!service.cli.errors.contains('\r'));
}

void TestCliCatalogTrouble::showEndsWithTheRightCode_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::newRow("there is none") << CatalogService::refusal("404 Not Found") << 2;
    QTest::newRow("refused") << CatalogService::refusal("403 Forbidden") << 4;
    QTest::newRow("not JSON") << test::HostileServer::answer("<html>") << 5;
    QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{") << 5;
}

void TestCliCatalogTrouble::showEndsWithTheRightCode()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, code);
    CatalogService service;
    service.answers[QByteArray("ACME_GET_ONE")] = answer;
    QCOMPARE(service.run(QStringLiteral("actions show ACME_GET_ONE")), code);
    QVERIFY(service.cli.output.isEmpty());
    QVERIFY(!service.cli.errors.isEmpty());
    // What is kept is shown where the service cannot say.
    QCOMPARE(service.run(QStringLiteral("catalog sync")), 0);
    QCOMPARE(service.run(QStringLiteral("actions show ACME_GET_ONE --refresh")), code);
    QCOMPARE(service.cli.output.contains("Parameters"), code != 2);
}

void TestCliCatalogTrouble::survivesADamagedCache_data()
{
    QTest::addColumn<int>("kept"); // percent of the file
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("cut off") << 60 << QByteArray();
    QTest::newRow("empty") << 0 << QByteArray();
    QTest::newRow("something else") << 0 << QByteArray("\x00\xff no catalogue\n");
}

void TestCliCatalogTrouble::survivesADamagedCache()
{
    QFETCH(const int, kept);
    QFETCH(const QByteArray, before);
    CatalogService service;
    QCOMPARE(service.run(QStringLiteral("actions list")), 0);
    const QByteArray good = service.cli.output;
    const QByteArray bytes = before + service.cache().first(service.cache().size() * kept / 100);
    QFile file(service.cachePath());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();
    QCOMPARE(service.run(QStringLiteral("actions list --offline")), 5);
    QVERIFY2(service.cli.errors.contains("is damaged; the next refresh replaces it."), service.cli.errors.constData());
    QCOMPARE(service.cache(), bytes);
    QCOMPARE(service.run(QStringLiteral("actions list")), 0);
    QCOMPARE(service.cli.output, good);
    QCOMPARE(service.run(QStringLiteral("actions list --offline")), 0);
}

void TestCliCatalogTrouble::isCancelled_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("catalog sync") << QByteArray("tools2");
    QTest::newRow("actions list --json") << QByteArray("toolkits");
    QTest::newRow("actions show ACME_GET_ONE") << QByteArray("ACME_GET_ONE");
}

void TestCliCatalogTrouble::isCancelled()
{
    QFETCH(const QByteArray, place);
    CatalogService service;
    service.answers[place] = QByteArray();
    service.cli.start(service.arguments(QLatin1String(QTest::currentDataTag())));
    QTRY_COMPARE_WITH_TIMEOUT(service.asked(place), 1, 30'000);
    service.cli.signal(SIGINT);
    QCOMPARE(service.cli.finish(), 130);
    QVERIFY(service.cli.output.isEmpty());
    QVERIFY2(service.cli.errors.contains("Cancelled"), service.cli.errors.constData());
}

void TestCliCatalogTrouble::strictTellsARefusalFromAnOutage_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const QByteArray unchecked = "Nothing was sent, because the input could not be checked: ";
    QTest::newRow("refused") << CatalogService::refusal("403 Forbidden") << 4 << unchecked;
    QTest::newRow("there is none") << CatalogService::refusal("404 Not Found") << 4
                                  << QByteArray("There is no action ACME_GET_ONE on acme, so nothing was sent.\n");
    QTest::newRow("not JSON") << test::HostileServer::answer("<html>") << 5 << unchecked;
    QTest::newRow("without a schema") << test::HostileServer::answer(R"({"slug":"ACME_GET_ONE"})") << 5 << unchecked;
    QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{") << 5 << unchecked;
}

void TestCliCatalogTrouble::strictTellsARefusalFromAnOutage()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, code);
    QFETCH(const QByteArray, said);
    CatalogService service;
    service.answers[QByteArray("ACME_GET_ONE")] = answer;
    QCOMPARE(service.run(QStringLiteral("exec ACME_GET_ONE --strict --input {\"n\":1}")), code);
    QVERIFY2(service.cli.errors.contains(said), service.cli.errors.constData());
    for (const api::HttpRequest &request : service.server.requests())
        QCOMPARE(request.method, QByteArray("GET"));
}

QTEST_GUILESS_MAIN(TestCliCatalogTrouble)
#include "tst_cli_catalog_trouble.moc"
