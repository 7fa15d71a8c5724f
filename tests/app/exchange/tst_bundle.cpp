// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/bundleredaction.h"
#include "app/exchange/exchangereader.h"
#include "app/exchange/harexporter.h"
#include "app/exchange/harscanner.h"
#include "app/exchange/importer.h"
#include "app/exchange/ticketexporter.h"
#include "app/json/document.h"
#include "tests/support/largehar.h"
#include "tests/support/plantedsecrets.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace actionscope;
using exchange::Bundle;

// What leaves the house: it comes back as it was, and no secret is in it.
class TestBundle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void keepsWhatIsWhole_data();
    void keepsWhatIsWhole();
    void missesNothing_data();
    void missesNothing();
    void opensANewerOneForReading();
    void writesAHarThatComesBack();
    void keepsTheFaultInAHar();
    void hidesEverySecret();
    void hidesShortSecretsInTheirPlaces();
    void countsWhatWasHiddenBefore();
    void givesTheSameSecretTheSamePlaceholder();
    void hidesMoreOnDemand();
    void writesForSupport();
    void fencesWhatHoldsFences();
    void readsALargeHarInPieces();
    void passesOverWhatIsTooLong();
};

namespace {

Bundle sample()
{
    Bundle bundle;
    bundle.createdAt = QDateTime(QDate(2026, 11, 25), QTime(12, 0, 0, 5), Qt::UTC);
    bundle.createdBy = QStringLiteral("Actionscope 1");
    bundle.request = {QStringLiteral("GITHUB_X"), QStringLiteral("github"), QStringLiteral("default"), QStringLiteral("ca_1"), "{ \"n\":1.10,\"n\":12345678901234567890 }"};
    bundle.environment = QStringLiteral("production");
    bundle.baseUrl = QStringLiteral("https://h/tenant");
    bundle.apiVersion = api::ApiVersion::V31;
    bundle.startedAt = QDateTime(QDate(2026, 11, 25), QTime(11, 59, 0), Qt::UTC);
    bundle.exchange.request = {"POST", "/api/v3.1/tools/execute/GITHUB_X", {{"x-api-key", "\u2039redacted:apiKey\u203a"}, {"X-Twice", "a"}, {"X-Twice", "b"}},
        "{\"arguments\":{ \"n\":1.10,\"n\":12345678901234567890 },\"user_id\":\"default\"}"};
    bundle.exchange.answer = {404, "Not Found", {{"Content-Type", "application/json"}, {"x-request-id", "req-1"}}, "{\"data\":{ },\"error\":\"Not \\u0046ound\",\"successful\":false,\"log_id\":\"log_1\"}"};
    bundle.exchange.timings = {10, 1000, -1, 1200, 90'000, 91'000, 91'500};
    bundle.verdict = api::Verdict::ActionRefused;
    bundle.sentence = QStringLiteral("The action did not succeed.");
    bundle.account = "{\"id\":\"ca_1\",\"status\":\"EXPIRED\"}";
    bundle.action = "{\"version\":\"20250909_00\",\"parameters\":{\"type\":\"object\"}}";
    bundle.diagnosis = "{\"cause\":\"provider.notFound\",\"sentence\":\"There is no such repository.\"}";
    bundle.notes = QStringLiteral("Seen *twice*.");
    return bundle;
}

} // namespace

void TestBundle::comesBackAsItWas_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("JSON") << QByteArray("{\"a\":1.10,\"a\":[ 1,\t2 ]}");
    QTest::newRow("JSON with blanks around") << QByteArray(" {\"a\":1}\r\n");
    QTest::newRow("JSON with a mark") << QByteArray("\xEF\xBB\xBF{}");
    QTest::newRow("JSON that is no UTF-8") << QByteArray("{\"a\":\"\xFF\"}");
    QTest::newRow("text") << QByteArray("<html>\u00e9\n</html>");
    QTest::newRow("binary") << QByteArray("\0\xFF\x80", 3);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"a\":");
}

void TestBundle::comesBackAsItWas()
{
    QFETCH(QByteArray, body);
    Bundle bundle = sample();
    bundle.exchange.answer.body = body;
    bundle.exchange.fault = api::TransportFault {api::FaultKind::ConnectionClosed, QStringLiteral("cut"), QStringLiteral("detail"), true};
    const QByteArray file = exchange::writeBundle(bundle);
    QVERIFY2(json::Document::parse(file).isValid(), file.constData());
    QCOMPARE(exchange::recognise(file), exchange::ImportForm::Bundle);
    const exchange::ReadBundle read = exchange::readBundle(file);
    QVERIFY(read.troubles.isEmpty());
    QCOMPARE(read.bundle.exchange.answer.body, body);
    QVERIFY(read.bundle == bundle);
    QCOMPARE(exchange::writeBundle(read.bundle), file);
    const exchange::Imported imported = exchange::importText(file);
    QCOMPARE(imported.drafts.size(), 1);
    QVERIFY(imported.drafts[0].request == bundle.request);
    QVERIFY(imported.drafts[0].recorded == bundle.exchange);
}

void TestBundle::keepsWhatIsWhole_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("trouble");
    QTest::newRow("a number for a text") << QByteArray("\"name\":\"production\"") << QByteArray("\"name\":5") << QStringLiteral("Line 6, column 26: “name” should be a text; it was left out.");
    QTest::newRow("a verdict nobody knows") << QByteArray("\"actionRefused\"") << QByteArray("\"splendid\"") << QStringLiteral("Line 8, column 14: “splendid” is no verdict that is known here.");
    QTest::newRow("a member of somebody's") << QByteArray("\"notes\"") << QByteArray("\"remarks\"") << QStringLiteral("Line 16, column 14: “remarks” means nothing to this program and was left out.");
    QTest::newRow("a time that is none") << QByteArray("2026-11-25T11:59:00.000Z") << QByteArray("yesterday") << QStringLiteral("Line 7, column 16: “startedAt” should be a time such as 2026-01-31T12:00:00.000Z; it was left out.");
    QTest::newRow("a text for a number") << QByteArray("\"status\":404") << QByteArray("\"status\":\"404\"") << QStringLiteral("Line 11, column 25: “status” should be a whole number; it was left out.");
    QTest::newRow("a time that is half") << QByteArray("\"connected\":1000") << QByteArray("\"connected\":10.5") << QStringLiteral("Line 12, column 40: “connected” should be a whole number; it was left out.");
    QTest::newRow("headers as an object") << QByteArray("\"headers\":[{\"name\":\"Content-Type\",\"value\":\"application/json\"},{\"name\":\"x-request-id\",\"value\":\"req-1\"}]") << QByteArray("\"headers\":{\"a\":1}") << QStringLiteral("Line 11, column 60: “headers” should be a list of objects with name and value; it was left out.");
    QTest::newRow("a list for an object") << QByteArray("\"timings\": {") << QByteArray("\"timings\": [],\"x\":{") << QStringLiteral("Line 12, column 14: “timings” should be an object; it was left out.");
    QTest::newRow("a name twice") << QByteArray("\"notes\": ") << QByteArray("\"notes\": \"one\", \"notes\": ") << QStringLiteral("Line 16, column 28: “notes” stands here for the second time; ");
    QTest::newRow("an unknown fault") << QByteArray("\"sentence\": \"The") << QByteArray("\"fault\": 7, \"sentence\": \"The") << QStringLiteral("Line 9, column 12: “fault” should be an object; it was left out.");
    QTest::newRow("broken off") << QByteArray("\"notes\": \"Seen *twice*.\"\n}\n") << QByteArray("\"notes\": \"Se") << QStringLiteral("Line 16, column 12: The bundle is no JSON from here on:");
}

void TestBundle::keepsWhatIsWhole()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, trouble);
    QByteArray file = exchange::writeBundle(sample());
    QVERIFY(file.contains(from));
    const exchange::ReadBundle read = exchange::readBundle(file.replace(from, to));
    QVERIFY(!read.troubles.isEmpty());
    QVERIFY2(read.troubles[0].sentence.startsWith(trouble), qPrintable(read.troubles[0].sentence));
    QCOMPARE(read.bundle.request.input, sample().request.input);
    QCOMPARE(read.bundle.exchange.answer.body, sample().exchange.answer.body);
}

// Whatever is missing, the rest is there, and there is nothing to say.
void TestBundle::missesNothing_data()
{
    QTest::addColumn<QByteArray>("bundle");
    QTest::addColumn<int>("drafts");
    QTest::newRow("only what it is") << QByteArray(R"({"actionscopeBundle":1})") << 0;
    QTest::newRow("a request alone") << QByteArray(R"({"actionscopeBundle":1,"request":{"actionId":"X","input":{"n":1.10}}})") << 1;
    QTest::newRow("an answer alone") << QByteArray(R"({"actionscopeBundle":1,"received":{"status":500}})") << 1;
    QTest::newRow("nulls") << QByteArray(R"({"actionscopeBundle":1,"request":{"actionId":"X","input":null,"text":null},"sentence":null})") << 1;
}

void TestBundle::missesNothing()
{
    QFETCH(QByteArray, bundle);
    const exchange::Imported imported = exchange::importText(bundle);
    QCOMPARE(imported.form, exchange::ImportForm::Bundle);
    QTEST(int(imported.drafts.size()), "drafts");
    QCOMPARE(imported.troubles.size(), 0);
}

void TestBundle::opensANewerOneForReading()
{
    QByteArray file = exchange::writeBundle(sample());
    const exchange::Imported imported = exchange::importText(file.replace("\"actionscopeBundle\": 1", "\"actionscopeBundle\": 9"));
    QVERIFY(imported.isReadOnly);
    QCOMPARE(imported.troubles.size(), 1);
    QVERIFY(imported.troubles[0].sentence.startsWith(QStringLiteral("A newer version of this program wrote the bundle.")));
    QCOMPARE(imported.drafts.size(), 1);
}

void TestBundle::writesAHarThatComesBack()
{
    Bundle other = sample();
    other.exchange.answer.body = QByteArray("\0\xFF", 2);
    const QByteArray file = exchange::writeHar({sample(), other});
    const exchange::Imported imported = exchange::importText(file);
    QCOMPARE(imported.form, exchange::ImportForm::Har);
    QCOMPARE(imported.drafts.size(), 2);
    QVERIFY(imported.troubles.isEmpty());
    QCOMPARE(imported.drafts[0].request.input, sample().request.input);
    QCOMPARE(imported.drafts[0].baseUrl, sample().baseUrl);
    QCOMPARE(imported.drafts[0].receivedAt, sample().startedAt);
    QVERIFY(imported.drafts[0].recorded->request == sample().exchange.request);
    QVERIFY(imported.drafts[0].recorded->answer == sample().exchange.answer);
    QVERIFY(imported.drafts[1].recorded->answer == other.exchange.answer);
}

// A failure on the way is explained the same when the file is read again.
void TestBundle::keepsTheFaultInAHar()
{
    Bundle bundle = sample();
    bundle.exchange.answer = {};
    bundle.exchange.timings = {};
    bundle.exchange.timings.started = 10;
    bundle.exchange.timings.connected = 20;
    bundle.exchange.timings.requestSent = 30;
    bundle.exchange.fault = api::TransportFault {api::FaultKind::TimedOut, QStringLiteral("h did not answer within 10 seconds."), QStringLiteral("detail"), true};
    const auto read = exchange::readExchange(exchange::writeHar({bundle}), {});
    QVERIFY(read);
    QCOMPARE(read->exchange.fault, bundle.exchange.fault);
    QCOMPARE(read->exchange.timings, bundle.exchange.timings);
}

void TestBundle::hidesEverySecret()
{
    const QByteArray onDemand = " planted-environment-x someone.planted@example.com planted-own-37 ";
    const QByteArray all = tests::plantedText() + onDemand;
    const QByteArray object = tests::plantedObject();
    const QByteArray config = tests::plantedAuthConfig();
    Bundle bundle = sample();
    const QString text = QString::fromUtf8(all);
    bundle.request = {text, text, text, text, object, text, text, text, config, object, text};
    bundle.environment = bundle.baseUrl = bundle.sentence = bundle.notes = text;
    bundle.account = bundle.action = bundle.diagnosis = object;
    bundle.exchange.request = {"POST", "/api/v2/actions/X/execute?api_key=plantedquerytoken12",
        {{"X-API-Key", "ak_plantedprojectkey01"}, {"Authorization", "Bearer Planted05/+bearer=="}, {"Cookie", "sid=planted-cookie-31; x=1"}, {"x-org-api-key", "oak_plantedorgkey04"},
            {"Proxy-Authorization", "Basic bWU6cGxhbnRlZDAwMDYh"}, {"common", "{\"x-api-key\":\"ak_plantedprojectkey01\"}"}, {"X-Note", all}},
        "{\"authConfig\":" + config + ",\"custom_auth_params\":" + config + ",\"input\":" + object + "}"};
    bundle.exchange.answer = {200, all, {{"Set-Cookie", "sid=planted-cookie-31; Path=/"}, {"X-Note", all}}, object};
    bundle.exchange.fault = api::TransportFault {api::FaultKind::Other, text, text, true};

    RedactionWish wish;
    wish.hidesEmails = true;
    wish.patterns = {QStringLiteral("planted-own-\\d+")};
    const exchange::RedactedBundle safe = exchange::redacted(bundle, wish, {{"TOKEN", "planted-environment-x"}});
    const QByteArrayList files {exchange::writeBundle(safe.bundle), exchange::writeHar({safe.bundle}), exchange::ticketMarkdown(safe.bundle), exchange::supportText(safe.bundle)};
    for (const QByteArray &file : files) {
        QCOMPARE(tests::leaksIn(file), QByteArrayList());
        QVERIFY(file.contains("redacted:"));
    }
    QVERIFY(json::Document::parse(files[0]).isValid());
    QSet<QByteArray> names;
    for (const LedgerEntry &entry : safe.hidden)
        names.insert(entry.name);
    QCOMPARE(safe.hidden.size(), names.size()); // one placeholder for each
}

// A value that looks like any word is hidden where it is known to be secret; a very short one also where it is all of a text.
void TestBundle::hidesShortSecretsInTheirPlaces()
{
    Bundle bundle = sample();
    bundle.request.input = R"({"password":"abc","name":"abc","token":"data","data":"data"})";
    bundle.request.authConfig = R"({"parameters":[{"name":"n","in":"header","value":"k"}]})";
    bundle.exchange.request = {"POST", "/api/v2/x", {{"x-api-key", "abc"}}, R"({"authConfig":{"parameters":[{"name":"n","in":"header","value":"k"}]},"input":{"password":"abc","k":1}})"};
    const exchange::RedactedBundle safe = exchange::redacted(bundle, {});
    QCOMPARE(safe.bundle.request.input, QByteArray("{\"password\":\"\u2039redacted:apiKey\u203a\",\"name\":\"\u2039redacted:apiKey\u203a\",\"token\":\"\u2039redacted:password\u203a\",\"data\":\"data\"}"));
    QCOMPARE(safe.bundle.exchange.request.headers[0].value, QByteArray("\u2039redacted:apiKey\u203a"));
    QCOMPARE(safe.bundle.exchange.request.body,
        QByteArray("{\"authConfig\":{\"parameters\":[{\"name\":\"n\",\"in\":\"header\",\"value\":\"\u2039redacted:authConfig.n\u203a\"}]},\"input\":{\"password\":\"\u2039redacted:apiKey\u203a\",\"k\":1}}"));
}

// What was hidden before stays in the list, and no other secret gets its name.
void TestBundle::countsWhatWasHiddenBefore()
{
    Bundle bundle = sample();
    bundle.request.input = "{\"a\":\"\u2039redacted:key\u203a\",\"b\":\"sk-bbbbbbbbbbbbbbbb\"}";
    const exchange::RedactedBundle safe = exchange::redacted(bundle, {});
    QCOMPARE(safe.bundle.request.input, QByteArray("{\"a\":\"\u2039redacted:key\u203a\",\"b\":\"\u2039redacted:key-2\u203a\"}"));
    QStringList names;
    for (const LedgerEntry &entry : safe.hidden)
        names.append(QString::fromUtf8(entry.name + ' ' + entry.value));
    QCOMPARE(names, (QStringList {QStringLiteral("key "), QStringLiteral("apiKey "), QStringLiteral("key-2 sk-bbbbbbbbbbbbbbbb")}));
}

void TestBundle::givesTheSameSecretTheSamePlaceholder()
{
    Bundle bundle = sample();
    bundle.request.input = R"({"a":"sk-aaaaaaaaaaaaaaaa","b":"sk-bbbbbbbbbbbbbbbb","c":"sk-aaaaaaaaaaaaaaaa"})";
    bundle.notes = QStringLiteral("sk-bbbbbbbbbbbbbbbb");
    const exchange::RedactedBundle safe = exchange::redacted(bundle, {});
    QCOMPARE(safe.bundle.request.input, QByteArray("{\"a\":\"\u2039redacted:key\u203a\",\"b\":\"\u2039redacted:key-2\u203a\",\"c\":\"\u2039redacted:key\u203a\"}"));
    QCOMPARE(safe.bundle.notes, QString::fromUtf8("\u2039redacted:key-2\u203a"));
    QCOMPARE(safe.hidden.size(), 3); // with the key in the header, which never was there
    QCOMPARE(safe.hidden[2].places, (QStringList {QStringLiteral("input"), QStringLiteral("notes")}));
}

void TestBundle::hidesMoreOnDemand()
{
    Bundle bundle = sample();
    bundle.request.input = R"({"to":"me@example.com","ticket":"ACME-1234"})";
    QCOMPARE(exchange::redacted(bundle, {}).bundle.request.input, bundle.request.input);
    RedactionWish wish {true, {QStringLiteral("ticket\":\"(?<secret>[A-Z]+-\\d+)"), QStringLiteral("(")}};
    const exchange::RedactedBundle safe = exchange::redacted(bundle, wish);
    QCOMPARE(safe.bundle.request.input, QByteArray("{\"to\":\"\u2039redacted:email\u203a\",\"ticket\":\"\u2039redacted:pattern\u203a\"}"));
    QCOMPARE(safe.troubles.size(), 1);
    QVERIFY(safe.troubles[0].startsWith(QStringLiteral("The pattern “(” is no regular expression: ")));
}

void TestBundle::writesForSupport()
{
    const QByteArray text = exchange::supportText(sample());
    for (const char *line : {"Verdict: ", "Action: GITHUB_X\n", "Request id: req-1\n", "Log id: log_1\n", "Connected account: ca_1 (EXPIRED)\n", "Entity: default\n", "Time: 2026-11-25T11:59:00.000Z\n",
             "Duration: 91.5 ms\n", "HTTP status: 404 Not Found\n", "x-api-key: $COMPOSIO_API_KEY", "'https://h/tenant/api/v3.1/tools/execute/GITHUB_X'"})
        QVERIFY2(text.contains(line), line);
    const QByteArray ticket = exchange::ticketMarkdown(sample());
    for (const char *part : {"# GITHUB_X\n", "| Request id | req-1 |", "## Why\n\nThere is no such repository. (", "Seen *twice*.", "```json\n", "## To send it again\n\n```bash\ncurl "})
        QVERIFY2(ticket.contains(part), part);
}

void TestBundle::fencesWhatHoldsFences()
{
    Bundle bundle = sample();
    bundle.exchange.answer.body = "see ```x``` and ````y````";
    QVERIFY(exchange::ticketMarkdown(bundle).contains("`````\nsee ```x``` and ````y````\n`````\n"));
    bundle.exchange.answer.body = QByteArray(10'000, 'x');
    QVERIFY(exchange::ticketMarkdown(bundle).contains("The first 4000 of 10000 bytes."));
}

// The resident size must not grow with the file: 64 MB of entries, read with a few.
void TestBundle::readsALargeHarInPieces()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("large.har")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    Bundle bundle = sample();
    bundle.exchange.answer.body = "{\"data\":\"" + QByteArray(1'000'000, 'x') + "\",\"successful\":true}";
    const QByteArray one = exchange::writeHar({bundle});
    const qsizetype begin = one.indexOf("[\n") + 2;
    const QByteArray entry = one.sliced(begin, one.lastIndexOf("\n]}}") - begin);
    file.write(one.first(begin));
    for (int i = 0; i < 64; ++i)
        file.write((i == 0 ? QByteArray() : QByteArray(",\n")) + entry);
    file.write("\n]}}\n");
    QVERIFY(file.flush());

    const auto peak = [] {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);) {
            if (line.rfind("VmHWM:", 0) == 0)
                return std::stoll(line.substr(6));
        }
        return -1LL;
    };
    std::ofstream("/proc/self/clear_refs") << 5; // the peak begins anew
    const long long before = peak();
    const exchange::HarListing listing = exchange::listHar(file);
    const long long grown = peak() - before;
    QCOMPARE(listing.entries.size(), 64);
    QVERIFY(listing.troubles.isEmpty());
    QVERIFY2(grown < 24 * 1024, qPrintable(QString::number(grown)));
    QCOMPARE(listing.entries[63].number, 64);
    QCOMPARE(listing.entries[63].actionId, QStringLiteral("GITHUB_X"));
    QCOMPARE(exchange::harEntryBytes(file, listing.entries[63]), entry);
}

// What does not fit into memory is said with its place and its size, and the request is there all the same.
void TestBundle::passesOverWhatIsTooLong()
{
    const QByteArray small = tests::harEntry("SANDBOX_ECHO", 10);
    QByteArray bytes = "{\"log\":{\"entries\":[" + small + ',' + tests::harEntry("SANDBOX_FILL", 17 << 20) + ',' + small + "]}}";
    QBuffer file(&bytes);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const exchange::Imported imported = exchange::importHar(file);
    QCOMPARE(imported.drafts.size(), 3);
    QCOMPARE(imported.drafts[1].request.actionId, QStringLiteral("SANDBOX_FILL"));
    QCOMPARE(imported.drafts[1].request.input, QByteArray("{\"n\":1.10}"));
    QVERIFY(!imported.drafts[1].recorded);
    QVERIFY(imported.drafts[0].recorded && imported.drafts[2].recorded);
    QCOMPARE(imported.troubles.size(), 1);
    const qsizetype place = bytes.indexOf("{\\\"data\\\":\\\"", bytes.indexOf("SANDBOX_FILL"));
    const qsizetype size = bytes.indexOf("\"}}}", place) - place;
    QCOMPARE(imported.troubles[0].sentence,
        QStringLiteral("Byte %1: Entry 2 holds a text of %2 bytes, which is too long to be taken over. The rest was taken.").arg(place).arg(size));
    QCOMPARE(imported.troubles[0].offset, place);
    const exchange::HarListing listing = exchange::listHar(file);
    QVERIFY(!listing.entries[1].isWhole && listing.entries[2].isWhole);
    QCOMPARE(exchange::harEntryBytes(file, listing.entries[1]), tests::harEntry("SANDBOX_FILL", 17 << 20));
    QCOMPARE(exchange::harEntryBytes(file, listing.entries[2]), small);
}

QTEST_APPLESS_MAIN(TestBundle)
#include "tst_bundle.moc"
