// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/historyfiles.h"
#include "app/workspace/recordedruns.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using workspace::readRecordedRuns;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

const QByteArray goodLine = R"({"method":"POST","path":"/api/v2/actions/A/execute","headers":[["X-A","b"]],"body":{"input":{}},)"
                            R"("bodyBytes":12,"status":200,"answerHeaders":[["content-type","text/plain"]],"answer":{"n":1.10},)"
                            R"("answerBytes":10})"
                            "\n";

storage::HistoryEntry entry(const QByteArray &answer)
{
    storage::HistoryEntry entry;
    entry.startedAt = QDateTime::currentDateTimeUtc();
    entry.exchange.request = {"POST", "/api/v2/actions/A/execute", {}, R"({"input":{}})"};
    entry.exchange.answer = {200, {}, {{"content-type", "application/json"}}, answer};
    entry.draft.request.actionId = QStringLiteral("A");
    return entry;
}

} // namespace

// Runs read back from wherever this program writes them down.
class TestRecordedRuns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsALog();
    void readsEveryLogBelowAFolder();
    void readsOtherForms_data();
    void readsOtherForms();
    void readsAHistory_data();
    void readsAHistory();
    void leavesOut_data();
    void leavesOut();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
};

void TestRecordedRuns::readsALog()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("requests.jsonl"));
    QByteArray exact = goodLine;
    exact.replace("\"answer\":{\"n\":1.10}", "\"answer\":{\"n\":1.10},\"answerBase64\":\"ewp9\"");
    write(path, "\n" + goodLine + "not a line\n" + exact);
    const auto read = readRecordedRuns(path);
    QVERIFY(read);
    QCOMPARE(read->runs.size(), 2);
    const api::RecordedRun &first = read->runs.first();
    QCOMPARE(first.name, QStringLiteral("requests.jsonl:2"));
    QCOMPARE(first.exchange.request.path, QByteArray("/api/v2/actions/A/execute"));
    QCOMPARE(first.exchange.request.body, QByteArray(R"({"input":{}})"));
    QCOMPARE(first.exchange.answer.status, 200);
    QCOMPARE(first.exchange.answer.body, QByteArray(R"({"n":1.10})"));
    QCOMPARE(api::headerValue(first.exchange.answer.headers, "content-type"), QByteArray("text/plain"));
    QCOMPARE(read->runs.last().exchange.answer.body, QByteArray("{\n}"));
    QCOMPARE(workspace::summaryOf(*read),
        QStringLiteral("Recorded runs: 2, actions: 1. requests.jsonl:3 is not a line of a request log."));
}

void TestRecordedRuns::readsEveryLogBelowAFolder()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("b.jsonl")), goodLine);
    write(folder.filePath(QStringLiteral("a/deep/c.jsonl")), goodLine);
    write(folder.filePath(QStringLiteral("notes.txt")), "nothing of ours");
    const auto read = readRecordedRuns(folder.path());
    QVERIFY(read);
    QCOMPARE(read->runs.size(), 2);
    QCOMPARE(read->runs.first().name, QStringLiteral("a/deep/c.jsonl:1"));
    QCOMPARE(read->troubles, QStringList());
}

void TestRecordedRuns::readsOtherForms_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("runs");
    const QByteArray entry = R"({"request":{"method":"POST","url":"https://a.example/api/v2/actions/A/execute","headers":[],)"
                             R"("postData":{"text":"{\"input\":{}}"}},"response":{"status":200,"statusText":"OK","headers":[],)"
                             R"("content":{"text":"{\"data\":1}"}}})";
    QTest::newRow("HAR") << "a.har" << QByteArray(R"({"log":{"version":"1.2","entries":[)" + entry + ',' + entry + "]}}")
                         << QStringList {QStringLiteral("a.har:1"), QStringLiteral("a.har:2")};
    QTest::newRow("a report of exec") << "b.json"
                                      << QByteArray(R"({"actionscopeReport":1,"verdict":"successful","baseUrl":"https://a.example",)"
                                                    R"("apiVersion":"v2","exchange":{"request":{"method":"POST",)"
                                                    R"("path":"/api/v2/actions/A/execute","headers":[],"body":"{\"input\":{}}"},)"
                                                    R"("answer":{"status":200,"reason":"OK","headers":[],"body":"{\"data\":1}"}}})")
                                      << QStringList {QStringLiteral("b.json")};
}

// As one file, and among others in a folder, where what is something else is passed over.
void TestRecordedRuns::readsOtherForms()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(QStringList, runs);
    const QTemporaryDir folder;
    write(folder.filePath(name), text);
    write(folder.filePath(QStringLiteral("saved.action.json")), R"({"actionscope":1,"actionId":"A"})");
    for (const QString &path : {folder.filePath(name), folder.path()}) {
        const auto read = readRecordedRuns(path);
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence + read.error().hint));
        QStringList names;
        for (const api::RecordedRun &run : read->runs) {
            names.append(run.name);
            QCOMPARE(run.exchange.request.path, QByteArray("/api/v2/actions/A/execute"));
            QCOMPARE(run.exchange.answer.body, QByteArray(R"({"data":1})"));
        }
        QCOMPARE(names, runs);
        QCOMPARE(read->troubles, QStringList());
    }
}

void TestRecordedRuns::readsAHistory_data()
{
    QTest::addColumn<QString>("below");
    QTest::newRow("itself") << QStringLiteral("/history");
    QTest::newRow("the config folder it lies in") << QString();
}

void TestRecordedRuns::readsAHistory()
{
    QFETCH(QString, below);
    const QTemporaryDir folder;
    storage::HistoryFiles history(folder.path() + QStringLiteral("/history"));
    for (const char *answer : {"{\n\"a\" : 1}", "{\"a\":2}"})
        QVERIFY(history.append(entry(answer)));
    storage::HistoryEntry cancelled = entry({});
    cancelled.exchange.fault = api::TransportFault {api::FaultKind::Cancelled, {}, {}, true};
    QVERIFY(history.append(cancelled));
    const auto read = readRecordedRuns(folder.path() + below);
    QVERIFY(read);
    QCOMPARE(read->runs.size(), 2);
    QCOMPARE(read->runs.first().exchange.answer.body, QByteArray("{\n\"a\" : 1}")); // the oldest
    QCOMPARE(read->leftOut, 1);
}

void TestRecordedRuns::leavesOut_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("runs");
    QTest::newRow("an answer that was cut") << QByteArray("\"answer\":{\"n\":1.10}") << QByteArray("\"answer\":\"{\"") << 1;
    QTest::newRow("a request that was cut") << QByteArray("\"body\":{\"input\":{}}") << QByteArray("\"body\":\"{\"") << 1;
    QTest::newRow("no: an answer that was spaced wider") << QByteArray("\"answerBytes\":10") << QByteArray("\"answerBytes\":12")
                                                         << 2;
    QTest::newRow("no: an answer that was lost") << QByteArray("\"status\":200") << QByteArray("\"status\":null") << 2;
}

void TestRecordedRuns::leavesOut()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, runs);
    const QTemporaryDir folder;
    QByteArray line = goodLine;
    line.replace(from, to);
    write(folder.filePath(QStringLiteral("a.jsonl")), line + goodLine);
    const auto read = readRecordedRuns(folder.path());
    QVERIFY(read);
    QCOMPARE(read->runs.size(), runs);
    QCOMPARE(read->leftOut, 2 - runs);
}

void TestRecordedRuns::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing there") << QStringLiteral("absent") << QStringLiteral("There is nothing at ");
    QTest::newRow("an empty folder") << QString() << QStringLiteral("There is no run to replay in ");
    QTest::newRow("a file of something else") << QStringLiteral("notes.txt") << QStringLiteral("There is no run to replay in ");
}

void TestRecordedRuns::saysWhatIsMissing()
{
    QFETCH(QString, name);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("notes.txt")), "one\ntwo\n");
    const auto read = readRecordedRuns(folder.path() + QLatin1Char('/') + name);
    QVERIFY(!read);
    QVERIFY2(read.error().sentence.startsWith(says), qPrintable(read.error().sentence));
    QVERIFY(!read.error().hint.isEmpty());
}

QTEST_GUILESS_MAIN(TestRecordedRuns)
#include "tst_recordedruns.moc"
