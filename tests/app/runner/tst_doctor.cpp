// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/runner/collectionvariables.h"
#include "app/runner/doctor/checkreport.h"
#include "app/runner/doctor/migration.h"
#include "app/runner/doctor/plainsecrets.h"
#include "app/runner/doctor/schemamemory.h"

#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::runner;

namespace {

constexpr char schemaNow[] = R"({"type":"object","properties":{"owner":{"type":"string"},"title":{"type":"string"},)"
                             R"("count":{"type":"integer"}},"required":["owner","title"]})";

api::ActionInfo action(const QByteArray &parameters = schemaNow)
{
    api::ActionInfo info;
    info.id = QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    info.version = QStringLiteral("20261101_00");
    info.parameters = parameters;
    return info;
}

} // namespace

// What the doctor finds in a collection, and what it leaves alone.
class TestDoctor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void isContentWithAGoodCollection();
    void callsVariablesUnusedOnlyInTheWhole();
    void tellsReportsWhereItStands();
    void remembersSchemas();
    void tellsHowASchemaDrifted();
    void bringsARequestToTheSchemaOfToday();
    void recognisesSecrets_data();
    void recognisesSecrets();

private:
    void add(const QString &name, const QByteArray &bytes) { QVERIFY(writeFileAtomically(m_folder->filePath(name), bytes)); }
    // "complaint: sentence" with its severity, for each finding in a file.
    QStringList found(const QString &path, Knowledge knowledge = {}, const QString &below = {})
    {
        const auto sources = findSources({m_folder->filePath(below)});
        if (!sources)
            return {sources.error().sentence};
        for (const storage::Collection &collection : sources->collections)
            knowledge.variables.append(collectionVariables(collection, nullptr, {}));
        QStringList lines;
        for (const Finding &finding : examine(*sources, planFor(sources->files), knowledge)) {
            const QString severity = finding.severity == Finding::Severity::Error ? QStringLiteral("error") : QStringLiteral("warning");
            if (path.isEmpty() || finding.path == path)
                lines.append(QStringLiteral("%1 %2: %3").arg(severity, complaintName(finding.complaint), withPlace(finding)));
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDoctor::findsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QByteArray &rest, const QString &line) {
        QTest::newRow(name) << QByteArray("{\n  \"actionId\": \"GITHUB_CREATE_AN_ISSUE\",\n" + rest + "\n}\n") << line;
    };
    row("typo", R"(  "input": {"owner":"a","title":"b"}, "expect": [{"stauts":200}])",
        QStringLiteral("error cannotBeSent: Line 3, column 51: There is no expectation “stauts”."));
    row("wrong input", R"(  "input": {"owner":"a","title":7}, "expect": [{"status":200}])", QStringLiteral("error wrongInput: Line 3, column 33:"));
    row("missing input", R"(  "input": {"owner":"a"}, "expect": [{"status":200}])", QStringLiteral("error wrongInput: Line 3, column"));
    row("undefined", R"(  "input": {"owner":"{{nowhere}}","title":"b"}, "expect": [{"status":200}])",
        QStringLiteral("error undefinedVariable: Line 3, column 22: {{nowhere}} is not set anywhere."));
    row("other environment", R"(  "input": {"owner":"{{stage}}","title":"b"}, "expect": [{"status":200}])",
        QStringLiteral("warning undefinedVariable: Line 3, column 22: {{stage}} is set by another environment only."));
    row("secret", R"(  "input": {"owner":"ghp_0123456789abcdefghijklmnopqrstuvwxyz","title":"b"}, "expect": [{"status":200}])",
        QStringLiteral("error plainSecret: Line 3, column 21: a GitHub token stands here"));
    row("own secret", R"(  "input": {"owner":"a","title":"my own \u0070assphrase"}, "expect": [{"status":200}])",
        QStringLiteral("error plainSecret: Line 3, column 33: the value of your secret TOKEN stands here"));
    row("name twice", R"(  "input": {"owner":"a","title":"b","labels":[{"a":1,"a":2}]}, "expect": [{"status":200}])",
        QStringLiteral("warning wrongInput: Line 3, column 58: “a” stands here for the second time; a service takes one of the two."));
    row("wrong input, indented", "  \"input\": {\n    \"owner\": \"a\",\n    \"title\": 7\n  },\n  \"expect\": [{\"status\":200}]",
        QStringLiteral("error wrongInput: Line 5, column 14:"));
    row("removed and given",
        R"(  "input": {"owner":"a","title":"b","body":"c"}, "expect": [{"status":200}], "schema": {"version":"1","fields":{"owner":"string, required","title":"string, required","count":"integer","body":"string"}})",
        QStringLiteral("error schemaDrift: Line 3, column 44: Since"));
    row("captures nothing", R"(  "input": {"owner":"{{me}}","title":"b"}, "expect": [{"status":200}], "capture": {"me": "data"})",
        QStringLiteral("error cannotBeSent: Line 3, column 90: “data” is not a JSON path"));
    row("expects nothing", R"(  "input": {"owner":"a","title":"b"})", QStringLiteral("warning noExpectation: Line 1, column 1:"));
    row("not carried", R"(  "input": {"owner":"a","title":"b"}, "sessionInfo": {"a":1}, "expect": [{"status":200}])",
        QStringLiteral("error notCarried: Line 3, column 54: sessionInfo"));
    row("now required",
        R"(  "input": {"owner":"a"}, "expect": [{"status":200}], "schema": {"version":"1","fields":{"owner":"string, required","title":"string","count":"integer"}})",
        QStringLiteral("error schemaDrift: Line 3, column 12: Since it was written, GITHUB_CREATE_AN_ISSUE has changed: “title” is now required."));
    row("removed",
        R"(  "input": {"owner":"a","title":"b"}, "expect": [{"status":200}], "schema": {"version":"1","fields":{"owner":"string, required","title":"string, required","count":"integer","body":"string"}})",
        QStringLiteral("warning schemaDrift: Line 3, column 12: Since it was written, GITHUB_CREATE_AN_ISSUE has changed: “body” is gone."));
    QTest::newRow("dead") << QByteArray(R"({"actionId":"GITHUB_GONE","input":{},"expect":[{"status":200}]})")
                          << QStringLiteral("error deadAction: Line 1, column 13: The service has no action GITHUB_GONE.");
    QTest::newRow("misspelt") << QByteArray(R"({"actionId":"GITHUB_CREATE_AN_ISUE","input":{},"expect":[{"status":200}]})")
                              << QStringLiteral("error deadAction: Line 1, column 13: The service has no action GITHUB_CREATE_AN_ISUE. GITHUB_CREATE_AN_ISSUE may be meant.");
    QTest::newRow("deprecated") << QByteArray(R"({"actionId":"GITHUB_OLD","input":{},"expect":[{"status":200}]})")
                                << QStringLiteral("warning deprecatedAction: Line 1, column 13: The action GITHUB_OLD is deprecated. GITHUB_NEW takes its place.");
    QTest::newRow("duplicate") << QByteArray(R"({"input":{ "x": 1 },"actionId":"TWIN","expect":[{"status":201}]})")
                               << QStringLiteral("warning duplicate: Line 1, column 1: It sends the same as a.action.json.");
    QTest::newRow("not JSON") << QByteArray("{ \"actionId\": ") << QStringLiteral("error cannotBeSent: Line 1");
}

void TestDoctor::findsWhatIsWrong()
{
    QFETCH(QByteArray, request);
    QFETCH(QString, line);
    add(QStringLiteral("collection.json"), R"({"actionscope":1,"variables":{}})");
    add(QStringLiteral("environments/blue.json"), R"({"baseUrl":"http://127.0.0.1:1","variables":{"stage":"s"}})");
    add(QStringLiteral("a.action.json"), R"({"actionId":"TWIN","input":{"x":1},"expect":[{"status":200}]})");
    add(QStringLiteral("b.action.json"), request);
    Knowledge knowledge;
    knowledge.actions.insert(QStringLiteral("GITHUB_CREATE_AN_ISSUE"), action());
    knowledge.missing = QStringList {QStringLiteral("GITHUB_GONE"), QStringLiteral("GITHUB_CREATE_AN_ISUE")};
    knowledge.actionIds = QStringList {QStringLiteral("GITHUB_GET"), QStringLiteral("GITHUB_CREATE_AN_ISSUE"), QStringLiteral("GITHUB_CREATE_A_FORK")};
    knowledge.ownSecrets.addSecret("TOKEN", "own passphrase");
    api::ActionInfo old;
    old.id = QStringLiteral("GITHUB_OLD");
    old.isDeprecated = true;
    old.successor = QStringLiteral("GITHUB_NEW");
    knowledge.actions.insert(old.id, old);
    const QStringList lines = found(QStringLiteral("b.action.json"), knowledge);
    const bool isThere = std::any_of(lines.cbegin(), lines.cend(), [&](const QString &one) { return one.startsWith(line); });
    QVERIFY2(isThere, qPrintable(lines.join(QLatin1Char('\n'))));
    QVERIFY2(lines.filter(QStringLiteral("body")).size() <= 1, qPrintable(lines.join(QLatin1Char('\n')))); // a field that is gone is told once
    QVERIFY2(!lines.join(QLatin1Char(' ')).contains(QLatin1String("ghp_")), "the secret itself is not told");
    QVERIFY2(!lines.join(QLatin1Char(' ')).contains(QLatin1String("passphrase")), "the secret itself is not told");
}

void TestDoctor::isContentWithAGoodCollection()
{
    add(QStringLiteral("collection.json"), R"({"actionscope":1,"variables":{"owner":"octocat","who":"{{owner}}"}})");
    add(QStringLiteral("environments/ci.json"), R"({"baseUrl":"http://127.0.0.1:1/{{path}}","variables":{"path":"x"},"secrets":["TOKEN"]})");
    add(QStringLiteral("make.action.json"),
        R"({"actionId":"GITHUB_CREATE_AN_ISSUE","entityId":"default","input":{"owner":"{{who}}","title":"{{$uuid}}","count":"{{count}}"},)"
        R"("expect":[{"status":200}],"capture":{"number":"$.data.number"}})");
    add(QStringLiteral("use.action.json"), R"({"actionId":"GITHUB_GET","input":{"n":"{{number}}","t":"{{TOKEN}}"},"expect":[{"status":200}]})");
    Knowledge knowledge;
    knowledge.actions.insert(QStringLiteral("GITHUB_CREATE_AN_ISSUE"), action());
    knowledge.secretNames = QStringList {QStringLiteral("TOKEN")};
    knowledge.rowNames = QStringList {QStringLiteral("count")};
    QCOMPARE(found({}, knowledge), QStringList());
}

void TestDoctor::callsVariablesUnusedOnlyInTheWhole()
{
    add(QStringLiteral("collection.json"), R"({"actionscope":1,"variables":{"left":1}})");
    add(QStringLiteral("environments/ci.json"), R"({"baseUrl":"http://127.0.0.1:1","variables":{"over":"x"}})");
    add(QStringLiteral("sub/a.action.json"), R"({"actionId":"A","input":{},"expect":[{"status":200}]})");
    add(QStringLiteral("b.action.json"), R"({"actionId":"B","input":{},"expect":[{"status":200}]})");
    QCOMPARE(found(QStringLiteral("collection.json")), QStringList {QStringLiteral("warning unusedVariable: Line 1, column 38: Nothing uses {{left}}.")});
    QCOMPARE(found(QStringLiteral("environments/ci.json")), QStringList {QStringLiteral("warning unusedVariable: Line 1, column 53: Nothing uses {{over}}.")});
    QCOMPARE(found({}, {}, QStringLiteral("sub")), QStringList());
}

void TestDoctor::tellsReportsWhereItStands()
{
    add(QStringLiteral("collection.json"), "{\n  \"actionscope\": 1,\n  \"variables\": {\"password\": \"hunter22\"}\n}\n");
    add(QStringLiteral("sub/a.action.json"), "{\n  \"actionId\": \"A\",\n  \"input\": {\"who\": \"{{nobody}}\"}\n}\n");
    add(QStringLiteral("sub/b.action.json"), R"({"actionId":"B","input":{"p":"{{password}}"},"expect":[{"status":200}]})");
    const auto sources = findSources({m_folder->path()});
    QVERIFY(sources);
    const RunPlan plan = planFor(sources->files);
    Knowledge knowledge;
    knowledge.variables = {collectionVariables(sources->collections.first(), nullptr, {})};
    const CheckRecord record = recordOf(plan, examine(*sources, plan, knowledge), {});
    QCOMPARE(record.results.size(), 3);
    QCOMPARE(record.summary.planned, 3);
    QCOMPARE(record.summary.failed, 2);
    QCOMPARE(record.summary.exitClass, 1);
    const RunResult &first = record.results.first();
    QCOMPARE(first.path, QStringLiteral("sub/a.action.json"));
    QCOMPARE(first.sentence, QStringLiteral("Line 3, column 21: {{nobody}} is not set anywhere."));
    QCOMPARE(first.expectations.first().line, 3);
    QCOMPARE(first.expectations.first().column, 21);
    QCOMPARE(record.results.last().path, QStringLiteral("collection.json"));
    QVERIFY2(record.results.last().sentence.startsWith(QLatin1String("Line 3, column 29: ")), qPrintable(record.results.last().sentence));
    // A JSON report keeps the place, and reading it again, too.
    const auto again = resultFromJson(json::Document::parse(toJson(first)).root());
    QVERIFY(again);
    QCOMPARE(again->expectations, first.expectations);
}

void TestDoctor::remembersSchemas()
{
    const QByteArray file = "{\n  \"actionId\": \"GITHUB_CREATE_AN_ISSUE\",\n  \"input\": { \"n\":1.10 },\n  \"mine\": [1,  2]\n}\n";
    const auto written = remembering(file, memoryOf(action()));
    QVERIFY(written);
    QVERIFY2(written->startsWith(file.first(file.size() - 3)), written->constData());
    QCOMPARE(*memoryIn(*written), memoryOf(action()));
    QCOMPARE(*remembering(*written, memoryOf(action())), *written);
    QVERIFY2(written->contains("    \"fields\": {\n      \"owner\": \"string, required\""), written->constData());
    QVERIFY(!memoryIn(file));
}

void TestDoctor::tellsHowASchemaDrifted()
{
    const SchemaMemory before {QStringLiteral("1"),
        {{QStringLiteral("owner"), QStringLiteral("string"), false}, {QStringLiteral("count"), QStringLiteral("string"), false},
            {QStringLiteral("body"), QStringLiteral("string"), true}}};
    QStringList sentences;
    QList<bool> breaking;
    for (const SchemaDrift &drift : driftBetween(before, memoryOf(action()))) {
        sentences.append(sentenceOf(drift));
        breaking.append(breaks(drift, R"({"owner":"a","body":"b"})"));
    }
    QCOMPARE(sentences,
        QStringList({QStringLiteral("“owner” is now required."), QStringLiteral("“title” is new and required."),
            QStringLiteral("“count” was of type string and is of type integer."), QStringLiteral("“body” is gone.")}));
    QCOMPARE(breaking, QList<bool>({false, true, false, true}));
    QVERIFY(driftBetween(memoryOf(action()), memoryOf(action())).isEmpty());
}

void TestDoctor::bringsARequestToTheSchemaOfToday()
{
    const QByteArray file = "{\n  \"actionId\": \"GITHUB_CREATE_AN_ISSUE\",\n  \"input\": {\n    \"body\": \"b\",\n    \"owner\":  \"a\"\n  },\n"
                            "  \"schema\": {\"version\":\"1\",\"fields\":{\"owner\":\"string\",\"body\":\"string, required\"}}\n}\n";
    const auto migration = migrated(file, action());
    QVERIFY(migration);
    QCOMPARE(migration->steps,
        QStringList({QStringLiteral("“title” is required now and was put in as \"{{title}}\"."),
            QStringLiteral("“body” was taken out: the action does not know it any more.")}));
    QVERIFY2(migration->file.contains("\"input\": {\n    \"owner\":  \"a\",\n    \"title\":  \"{{title}}\"\n  }")
            || migration->file.contains("\"input\": {\n    \"owner\":  \"a\",\n    \"title\": \"{{title}}\"\n  }"),
        migration->file.constData());
    QCOMPARE(*memoryIn(migration->file), memoryOf(action()));
    QVERIFY(!migrated(migration->file, action()));
    QVERIFY(!migrated("{\"actionId\": \"A\"}", action()));
}

void TestDoctor::recognisesSecrets_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("count");
    QTest::newRow("Slack") << QByteArray(R"({"a":["xoxb-123456789012-abcdef"]})") << 1;
    QTest::newRow("AWS") << QByteArray(R"({"k":"AKIAIOSFODNN7EXAMPLE"})") << 1;
    QTest::newRow("JWT") << QByteArray(R"({"k":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc"})") << 1;
    QTest::newRow("header") << QByteArray(R"({"value":"Bearer abcdefghijklmnop1234"})") << 1;
    QTest::newRow("private key") << QByteArray(R"({"k":"-----BEGIN RSA PRIVATE KEY-----\nMII"})") << 1;
    QTest::newRow("password") << QByteArray(R"({"db_password":"hunter22"})") << 1;
    QTest::newRow("token") << QByteArray(R"({"accessToken":"whatever1"})") << 1;
    QTest::newRow("a name") << QByteArray(R"({"password":"{{PASSWORD}}"})") << 0;
    QTest::newRow("empty") << QByteArray(R"({"password":""})") << 0;
    QTest::newRow("page token") << QByteArray(R"({"tokenizer":"standard","max_tokens":"1000000"})") << 0;
    QTest::newRow("plain words") << QByteArray(R"({"title":"Bearer of news","body":"ask-me"})") << 0;
}

void TestDoctor::recognisesSecrets()
{
    QFETCH(QByteArray, json);
    QFETCH(int, count);
    const json::Document document = json::Document::parse(json);
    QCOMPARE(plainSecretsIn(document.root()).size(), qsizetype(count));
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
