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
        QStringLiteral("2 recorded runs of 1 actions. requests.jsonl:3 is not a line of a request log."));
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
