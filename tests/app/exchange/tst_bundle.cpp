// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/bundleredaction.h"
#include "app/exchange/harexporter.h"
#include "app/exchange/harscanner.h"
#include "app/exchange/importer.h"
#include "app/exchange/ticketexporter.h"
#include "app/json/document.h"
#include "app/json/writer.h"

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
    void opensANewerOneForReading();
    void writesAHarThatComesBack();
    void hidesEverySecret();
    void givesTheSameSecretTheSamePlaceholder();
    void hidesMoreOnDemand();
    void writesForSupport();
    void fencesWhatHoldsFences();
    void readsALargeHarInPieces();
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
    QCOMPARE(read.troubles.size(), 1);
    QVERIFY2(read.troubles[0].sentence.startsWith(trouble), qPrintable(read.troubles[0].sentence));
    QCOMPARE(read.bundle.request.input, sample().request.input);
    QCOMPARE(read.bundle.exchange.answer.body, sample().exchange.answer.body);
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

void TestBundle::hidesEverySecret()
{
    const QByteArrayList secrets {"ak_plantedkey0001", "Planted0002/+bearer==", "bWU6cGxhbnRlZDAwMDM=", "eyJhbGci0004.eyJzdWIi0004.c2lnbmF0dXJl", "planted-cookie-0005", "planted-setcookie-0006",
        "plantedsignature0007", "plantedtoken0008", "planted-auth-config-0009", "planted-body-0010", "sk-plantedopenai0011", "ghp_plantedgithub000012", "xoxb-planted-slack-0013", "AKIAPLANTED00000014",
        "planted/password\\0015", "planted-refresh-0016", "planted-userinfo-0017", "ya29.planted-google-0018", "planted-own-0019", "planted-orgkey-0020", "planted-proxyauth-0021", "glpat-planted-git-0022",
        "AIzaPlantedMapsKey000000023", "planted-secret-0024", "planted-environment-0025", "someone0026@example.com", "npm_planted000000000027", "planted-session-0028", "SG.planted00.planted0029", "-----BEGIN PRIVATE KEY-----\nplanted0030\n-----END PRIVATE KEY-----"};
    QCOMPARE(secrets.size(), 30);
    QByteArray all; // as a person may write them, in any field
    all += "key ak_plantedkey0001 Bearer Planted0002/+bearer== Basic bWU6cGxhbnRlZDAwMDM= eyJhbGci0004.eyJzdWIi0004.c2lnbmF0dXJl ";
    all += "https://s3/x?X-Amz-Signature=plantedsignature0007&access_token=plantedtoken0008 https://u:planted-userinfo-0017@h/ ";
    all += "sk-plantedopenai0011 ghp_plantedgithub000012 xoxb-planted-slack-0013 AKIAPLANTED00000014 ya29.planted-google-0018 planted-own-0019 glpat-planted-git-0022 ";
    all += "AIzaPlantedMapsKey000000023 planted-environment-0025 someone0026@example.com npm_planted000000000027 SG.planted00.planted0029 ";
    all += "planted-cookie-0005 planted-setcookie-0006 planted-auth-config-0009 planted-body-0010 planted-orgkey-0020 planted-proxyauth-0021";
    const QByteArray object = "{\"all\":\"" + QByteArray(all).replace("/", "\\/") + "\",\"password\":\"planted\\/password\\\\0015\",\"refresh_token\":\"planted-refresh-0016\",\"client_secret\":\"planted-secret-0024\","
        "\"sessionToken\":\"planted-session-0028\",\"pem\":\"-----BEGIN PRIVATE KEY-----\\nplanted0030\\n-----END PRIVATE KEY-----\"}";
    QVERIFY(json::Document::parse(object).isValid());
    Bundle bundle = sample();
    const QString text = QString::fromUtf8(all);
    bundle.request = {text, text, text, text, object, text, text, text,
        "{\"parameters\":[{\"name\":\"t\",\"in\":\"header\",\"value\":\"planted-auth-config-0009\"}],\"base_url\":\"https://h\",\"body\":{\"x\":\"planted-body-0010\"}}", object, text};
    bundle.environment = bundle.baseUrl = bundle.sentence = bundle.notes = text;
    bundle.account = bundle.action = bundle.diagnosis = object;
    bundle.exchange.request = {"POST", "/api/v2/actions/X/execute?api_key=plantedtoken0008", {{"X-API-Key", "ak_plantedkey0001"}, {"Authorization", "Bearer Planted0002/+bearer=="}, {"Cookie", "a=planted-cookie-0005; b=1"},
            {"x-org-api-key", "planted-orgkey-0020"}, {"Proxy-Authorization", "Basic planted-proxyauth-0021"}, {"common", "{\"x-api-key\":\"ak_plantedkey0001\"}"}, {"X-Note", all}},
        "{\"authConfig\":" + bundle.request.authConfig + ",\"input\":" + object + "}"};
    bundle.exchange.answer = {200, all, {{"Set-Cookie", "s=planted-setcookie-0006; Path=/"}, {"X-Note", all}}, object};
    bundle.exchange.fault = api::TransportFault {api::FaultKind::Other, text, text, true};

    RedactionWish wish;
    wish.hidesEmails = true;
    wish.patterns = {QStringLiteral("planted-own-\\d+")};
    const exchange::RedactedBundle safe = exchange::redacted(bundle, wish, {{"TOKEN", "planted-environment-0025"}});
    const QByteArrayList files {exchange::writeBundle(safe.bundle), exchange::writeHar({safe.bundle}), exchange::ticketMarkdown(safe.bundle), exchange::supportText(safe.bundle)};
    for (const QByteArray &file : files) {
        for (const QByteArray &secret : secrets) {
            const QByteArray escaped = json::quoted(QString::fromUtf8(secret)).chopped(1).sliced(1);
            QVERIFY2(!file.contains(secret), secret.constData());
            QVERIFY2(!file.contains(escaped), secret.constData());
            QVERIFY2(!file.contains(QByteArray(escaped).replace("/", "\\/")), secret.constData());
            QVERIFY2(!file.contains(json::quoted(QString::fromUtf8(escaped)).chopped(1).sliced(1)), secret.constData());
        }
        QVERIFY2(!file.contains("planted"), file.mid(std::max<qsizetype>(0, file.indexOf("planted") - 60), 160).constData());
        QVERIFY(file.contains("redacted:"));
    }
    QVERIFY(json::Document::parse(files[0]).isValid());
    QCOMPARE(safe.hidden.size(), QSet<QByteArray>([&] {
        QSet<QByteArray> names;
        for (const LedgerEntry &entry : safe.hidden)
            names.insert(entry.name);
        return names;
    }()).size());
}

void TestBundle::givesTheSameSecretTheSamePlaceholder()
{
    Bundle bundle = sample();
    bundle.request.input = R"({"a":"sk-aaaaaaaaaaaaaaaa","b":"sk-bbbbbbbbbbbbbbbb","c":"sk-aaaaaaaaaaaaaaaa"})";
    bundle.notes = QStringLiteral("sk-bbbbbbbbbbbbbbbb");
    const exchange::RedactedBundle safe = exchange::redacted(bundle, {});
    QCOMPARE(safe.bundle.request.input, QByteArray("{\"a\":\"\u2039redacted:key\u203a\",\"b\":\"\u2039redacted:key-2\u203a\",\"c\":\"\u2039redacted:key\u203a\"}"));
    QCOMPARE(safe.bundle.notes, QString::fromUtf8("\u2039redacted:key-2\u203a"));
    QCOMPARE(safe.hidden.size(), 2);
    QCOMPARE(safe.hidden[1].places, (QStringList {QStringLiteral("input"), QStringLiteral("notes")}));
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

QTEST_APPLESS_MAIN(TestBundle)
#include "tst_bundle.moc"
