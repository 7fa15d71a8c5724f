// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/runner/reports/jsonreport.h"
#include "app/runner/reports/report.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace actionscope;
using namespace actionscope::runner;

namespace {

constexpr char nasty[] = "a <b> & \"c\" ]]> </pre></script><script>alert(1)</script> \x01\x1b[31m é 𝄞";

RunResult resultOf(const QString &name, Outcome outcome, int exitClass, qint64 microseconds)
{
    RunResult result;
    result.path = QStringLiteral("issues/%1.action.json").arg(name);
    result.name = name;
    result.actionId = QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    result.outcome = outcome;
    result.exitClass = exitClass;
    result.verdict = exitClass == 3 ? api::Verdict::ActionRefused : exitClass == 4 ? api::Verdict::ServiceRefused : api::Verdict::Successful;
    result.status = exitClass == 4 ? 404 : 200;
    result.attempts = outcome == Outcome::Skipped || outcome == Outcome::NotSent ? 0 : 1;
    result.startedAt = QDateTime(QDate(2026, 11, 25), QTime(14, 0, 1, 250), Qt::UTC);
    result.microseconds = microseconds;
    result.expectations = {{outcome == Outcome::Passed, QStringLiteral("Expected: $.a equals 1."), QStringLiteral("$.a")}};
    if (outcome != Outcome::Passed) {
        result.sentence = QString::fromUtf8(nasty);
        result.sent = "{\"token\":\"‹redacted:TOKEN›\"}";
        result.received = nasty;
        result.requestId = QStringLiteral("req-1");
    }
    return result;
}

// A run with one of everything, and some that passed.
RunSummary fill(RunLog &log, int passed = 30)
{
    RunSummary summary;
    summary.title = QStringLiteral("Smoke & <mirrors>");
    summary.environment = QStringLiteral("ci");
    summary.baseUrl = QStringLiteral("http://127.0.0.1:9900");
    summary.apiVersion = QStringLiteral("v2");
    summary.startedAt = QDateTime(QDate(2026, 11, 25), QTime(14, 0), Qt::UTC);
    summary.microseconds = 2'500'000;
    QList<RunResult> results {resultOf(QStringLiteral("fails"), Outcome::Failed, 1, 20'000),
        resultOf(QStringLiteral("says no"), Outcome::Failed, 3, 21'000),
        resultOf(QStringLiteral("refused"), Outcome::Failed, 4, 400'000),
        resultOf(QStringLiteral("broken"), Outcome::NotSent, 2, -1), resultOf(QStringLiteral("skipped"), Outcome::Skipped, 0, -1),
        resultOf(QStringLiteral("cancelled"), Outcome::Cancelled, 130, 10)};
    for (int i = 0; i < passed; ++i)
        results.append(resultOf(QStringLiteral("passes %1").arg(i), Outcome::Passed, 0, 1000 + 700 * i));
    results.last().attempts = 3;
    summary.planned = results.size() + 2;
    summary.notBegun = {QStringLiteral("issues/later.action.json"), QStringLiteral("last.action.json")};
    for (const RunResult &result : std::as_const(results)) {
        [[maybe_unused]] const auto kept = log.append(result);
        summary.add(result);
    }
    return summary;
}

int finishedWith(QProcess &process, int milliseconds = 60'000)
{
    return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, milliseconds) ? process.exitCode() : -1;
}

// What a browser does with a page: what it shows, what it complains of, and whom it wants to reach.
struct Visit
{
    QString dom;
    QStringList complaints;
    QStringList wanted;
};

Visit visit(const QString &page, const QString &folder)
{
    Visit result;
    QTcpServer proxy;
    proxy.listen(QHostAddress::LocalHost);
    QObject::connect(&proxy, &QTcpServer::newConnection, &proxy, [&] {
        QTcpSocket *socket = proxy.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [&result, socket] {
            const QString line = QString::fromLatin1(socket->readAll()).section(QLatin1Char('\n'), 0, 0).trimmed();
            // The browser's own errands are none of the page's.
            static const QRegularExpression own(QStringLiteral("google|gvt1|chromium"));
            if (!own.match(line).hasMatch())
                result.wanted.append(line);
            socket->disconnectFromHost();
        });
    });
    QProcess browser;
    browser.start(QStringLiteral("chromium"),
        {QStringLiteral("--headless=new"), QStringLiteral("--no-sandbox"), QStringLiteral("--disable-gpu"),
            QStringLiteral("--disable-dev-shm-usage"), QStringLiteral("--no-first-run"),
            QStringLiteral("--disable-background-networking"), QStringLiteral("--disable-component-update"),
            QStringLiteral("--disable-sync"), QStringLiteral("--disable-extensions"), QStringLiteral("--enable-logging=stderr"),
            QStringLiteral("--user-data-dir=%1/profile").arg(folder),
            QStringLiteral("--proxy-server=http://127.0.0.1:%1").arg(proxy.serverPort()),
            QStringLiteral("--proxy-bypass-list=<-loopback>"), QStringLiteral("--virtual-time-budget=2000"),
            QStringLiteral("--dump-dom"), QUrl::fromLocalFile(page).toString()});
    if (finishedWith(browser) != 0)
        return result;
    result.dom = QString::fromUtf8(browser.readAllStandardOutput());
    const QStringList lines = QString::fromUtf8(browser.readAllStandardError()).split(QLatin1Char('\n'));
    result.complaints = lines.filter(QStringLiteral("CONSOLE"));
    return result;
}

} // namespace

// A run on paper: for CI systems, for programs, for people.
class TestReports final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void junitFitsItsSchema();
    void junitCountsWhatItLists();
    void jsonComesBack();
    void partsAreJoined();
    void refusesWhatIsNoPart_data();
    void refusesWhatIsNoPart();
    void htmlIsOnePage();
    void htmlShowsAMatrix_data();
    void htmlShowsAMatrix();
    void warningsAreNoTicks();
    void aBrowserIsContentWithThePage();
    void theBrowserWouldComplain();
    void largeRunsMakeSmallPages();
    void findsUnwritablePathsBefore_data();
    void findsUnwritablePathsBefore();
    void leavesDevicesAndLinksInPlace();
    void percentilesAreRight();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray written(ReportKind kind, const QString &name, int passed = 30)
    {
        RunLog log;
        const RunSummary summary = fill(log, passed);
        const auto done = writeReport({kind, path(name)}, summary, log);
        return done ? readFile(path(name)).value_or(QByteArray()) : done.error().sentence.toUtf8();
    }

    QTemporaryDir m_folder;
};

void TestReports::junitFitsItsSchema()
{
    written(ReportKind::Junit, QStringLiteral("run.xml"));
    QProcess lint;
    lint.start(QStringLiteral("xmllint"),
        {QStringLiteral("--noout"), QStringLiteral("--schema"), QStringLiteral(JUNIT_SCHEMA), path(QStringLiteral("run.xml"))});
    QCOMPARE(finishedWith(lint), 0);
}

void TestReports::junitCountsWhatItLists()
{
    const QByteArray xml = written(ReportKind::Junit, QStringLiteral("run.xml"));
    QXmlStreamReader reader(xml);
    QHash<QString, int> seen;
    QHash<QString, QString> counts;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        ++seen[reader.name().toString()];
        if (reader.name() == QLatin1String("testsuite")) {
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                counts.insert(attribute.name().toString(), attribute.value().toString());
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(seen.value(QStringLiteral("testcase")), 38);
    QCOMPARE(counts.value(QStringLiteral("tests")).toInt(), 38);
    QCOMPARE(counts.value(QStringLiteral("failures")).toInt(), seen.value(QStringLiteral("failure")));
    QCOMPARE(counts.value(QStringLiteral("errors")).toInt(), seen.value(QStringLiteral("error")));
    QCOMPARE(counts.value(QStringLiteral("skipped")).toInt(), seen.value(QStringLiteral("skipped")));
    QCOMPARE(seen.value(QStringLiteral("failure")), 2);
    QCOMPARE(seen.value(QStringLiteral("error")), 3);
    QVERIFY(xml.contains("Sent 3 times."));
    QVERIFY(xml.contains("<testcase classname=\"issues\" name=\"later\""));
}

void TestReports::jsonComesBack()
{
    RunLog log;
    const RunSummary summary = fill(log);
    QVERIFY(writeReport({ReportKind::Json, path(QStringLiteral("run.json"))}, summary, log));
    RunLog again;
    const auto joined = joinJson({path(QStringLiteral("run.json"))}, again);
    QVERIFY2(joined, joined ? "" : qPrintable(joined.error().sentence));
    QCOMPARE(joined->summary, summary);
    QList<RunResult> before;
    QList<RunResult> after;
    QVERIFY(log.forEach([&](const RunResult &result) { return before.append(result), true; }));
    QVERIFY(again.forEach([&](const RunResult &result) { return after.append(result), true; }));
    QCOMPARE(after, before);
}

void TestReports::partsAreJoined()
{
    QStringList parts;
    for (int i = 0; i < 3; ++i) {
        RunLog log;
        RunSummary summary = fill(log, 10 * (i + 1));
        summary.shard = QStringLiteral("%1/3").arg(i + 1);
        summary.startedAt = summary.startedAt.addSecs(i);
        parts.append(path(QStringLiteral("part%1.json").arg(i)));
        QVERIFY(writeReport({ReportKind::Json, parts.last()}, summary, log));
    }
    RunLog log;
    const auto joined = joinJson(parts, log);
    QVERIFY(joined);
    const RunSummary *whole = &joined->summary;
    QCOMPARE(joined->missing, QStringList());
    QCOMPARE(whole->passed, 60);
    QCOMPARE(whole->failed, 9);
    QCOMPARE(whole->planned, 60 + 18 + 6);
    QCOMPARE(whole->left(), 6);
    QCOMPARE(whole->microseconds, 4'500'000); // from the first beginning to the last end
    QCOMPARE(whole->shard, QString());
    QCOMPARE(log.count(), 78);
    QVERIFY(writeReport({ReportKind::Html, path(QStringLiteral("whole.html"))}, *whole, log));

    RunLog others;
    const auto incomplete = joinJson({parts[0], parts[2]}, others);
    QVERIFY(incomplete);
    QCOMPARE(incomplete->missing, QStringList {QStringLiteral("2/3")});
    QVERIFY(incomplete->summary.isStopped && !incomplete->summary.isGood());
    RunLog twice;
    const auto repeated = joinJson({parts[0], parts[1], parts[0]}, twice);
    QVERIFY(!repeated);
    QVERIFY2(repeated.error().sentence.contains(QLatin1String("shard 1/3")), qPrintable(repeated.error().sentence));
}

void TestReports::refusesWhatIsNoPart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("half") << QByteArray("{\"actionscopeRun\":1,\n\"summary\":") << QStringLiteral("line 2");
    QTest::newRow("something else") << QByteArray("{}") << QStringLiteral("“actionscopeRun”: 1");
    QTest::newRow("no summary") << QByteArray("{\"actionscopeRun\":1}") << QStringLiteral("summary of a run");
    QTest::newRow("no result") << QByteArray(R"({"actionscopeRun":1,"summary":{"planned":1},"results":[{}]})")
                               << QStringLiteral("result of a request");
}

void TestReports::refusesWhatIsNoPart()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    QVERIFY(writeFileAtomically(path(QStringLiteral("part.json")), bytes));
    RunLog log;
    const auto joined = joinJson({path(QStringLiteral("part.json"))}, log);
    QVERIFY(!joined);
    QVERIFY2(joined.error().sentence.contains(words), qPrintable(joined.error().sentence));
    QVERIFY(!joinJson({path(QStringLiteral("absent.json"))}, log));
}

void TestReports::htmlIsOnePage()
{
    const QByteArray page = written(ReportKind::Html, QStringLiteral("run.html"));
    QVERIFY2(page.startsWith("<!DOCTYPE html>") && page.endsWith("</html>\n"), page.constData());
    QVERIFY(page.contains("<meta name=\"viewport\""));
    QVERIFY(!page.contains("<script"));
    QVERIFY(!page.contains("<link rel=\"stylesheet"));
    QCOMPARE(page.count("<svg"), 2);
    QCOMPARE(page.count("<details>"), 6);
    QVERIFY(page.contains("Smoke &amp; &lt;mirrors&gt;"));
    QVERIFY(page.contains("‹redacted:TOKEN›"));
    static const QRegularExpression outside(QStringLiteral("(src|href|url)\\s*[=(]\\s*[\"']?+(?!data:)"));
    QVERIFY(!outside.match(QString::fromUtf8(page)).hasMatch());
}

void TestReports::htmlShowsAMatrix_data()
{
    QTest::addColumn<Outcome>("outcome"); // of the second of three
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<bool>("isOdd");
    QTest::newRow("all alike") << Outcome::Passed << QByteArray("aa") << false;
    QTest::newRow("one fails") << Outcome::Failed << QByteArray("aa") << true;
    QTest::newRow("one is built otherwise") << Outcome::Passed << QByteArray("bb") << true;
}

void TestReports::htmlShowsAMatrix()
{
    QFETCH(Outcome, outcome);
    QFETCH(QByteArray, shape);
    QFETCH(bool, isOdd);
    RunLog log;
    RunSummary summary;
    const QStringList variants {QStringLiteral("ann"), QStringLiteral("bob & <co>"), QStringLiteral("cid")};
    for (const QString &variant : variants) {
        const bool isSecond = variant == variants.at(1);
        RunResult result = resultOf(QStringLiteral("list"), isSecond ? outcome : Outcome::Passed, isSecond && outcome != Outcome::Passed ? 4 : 0, 1000);
        result.variant = variant;
        result.shape = isSecond ? shape : QByteArray("aa");
        QVERIFY(log.append(result));
        summary.add(result);
    }
    summary.planned = 3;
    const QString file = path(QStringLiteral("matrix.html"));
    QVERIFY(writeReport({ReportKind::Html, file}, summary, log));
    const QString page = QString::fromUtf8(readFile(file).value_or(QByteArray()));
    const QString grid = page.section(QLatin1String("<table class=\"grid\">"), 1).section(QLatin1String("</table>"), 0, 0);
    QVERIFY2(grid.startsWith(QLatin1String("\n<tr><th>Request</th><th>ann</th><th>bob &amp; &lt;co&gt;</th><th>cid</th></tr>")), qPrintable(grid));
    const QStringList cells = grid.section(QLatin1String("<th>issues/list.action.json</th>"), 1).split(QLatin1String("<td"));
    QCOMPARE(cells.size(), 4);
    QCOMPARE(cells.at(2).contains(QLatin1String("unlike the others")), isOdd);
    QCOMPARE(grid.count(QLatin1String("unlike the others")), isOdd ? 1 : 0);
    QCOMPARE(cells.at(2).contains(QLatin1String("Failed")), outcome == Outcome::Failed);
    QVERIFY2(cells.at(1).contains(QLatin1String("Passed")), qPrintable(cells.at(1)));
    QVERIFY(!written(ReportKind::Html, QStringLiteral("run.html")).contains("class=\"grid\""));
}

void TestReports::warningsAreNoTicks()
{
    RunLog log;
    RunSummary summary;
    RunResult looked;
    looked.verdict = api::Verdict::Successful;
    looked.path = looked.name = QStringLiteral("a.action.json");
    looked.expectations = {{true, QStringLiteral("Nothing uses it."), QStringLiteral("unusedVariable"), 3, 7}};
    RunResult wrong = looked;
    wrong.path = wrong.name = QStringLiteral("b.action.json");
    wrong.outcome = Outcome::Failed;
    wrong.exitClass = 1;
    wrong.expectations.append({false, QStringLiteral("It has changed."), QStringLiteral("schemaDrift"), 1, 1});
    for (const RunResult &result : {looked, wrong}) {
        QVERIFY(log.append(result));
        summary.add(result);
    }
    summary.planned = 2;
    for (const ReportKind kind : {ReportKind::Junit, ReportKind::Html, ReportKind::Json})
        QVERIFY(writeReport({kind, path(QStringLiteral("check%1").arg(int(kind)))}, summary, log));
    const auto text = [&](ReportKind kind) { return readFile(path(QStringLiteral("check%1").arg(int(kind)))).value_or(QByteArray()); };
    const QByteArray junit = text(ReportKind::Junit);
    QVERIFY2(junit.contains("type=\"schemaDrift\""), junit.constData());
    QVERIFY2(junit.contains("<system-out>! a.action.json:3:7: Nothing uses it.") && junit.contains(">! b.action.json:3:7: "), junit.constData());
    const QByteArray html = text(ReportKind::Html);
    QVERIFY2(html.contains("<td>a.action.json<br><b class=\"odd\">!</b> Line 3, column 7: Nothing uses it.</td>"), html.constData());
    QVERIFY2(html.contains("<li><b class=\"odd\">!</b> Line 3"), html.constData());
    QCOMPARE(text(ReportKind::Json).count("\"warning\":true"), 2);
    QVERIFY(!junit.contains("✓") && !html.contains("✓"));
}

void TestReports::aBrowserIsContentWithThePage()
{
    written(ReportKind::Html, QStringLiteral("run.html"));
    const Visit visited = visit(path(QStringLiteral("run.html")), m_folder.path());
    QVERIFY2(visited.dom.contains(QLatin1String("What did not pass")), qPrintable(visited.dom.left(500)));
    QCOMPARE(visited.complaints, QStringList());
    QCOMPARE(visited.wanted, QStringList());
}

// The test above would notice.
void TestReports::theBrowserWouldComplain()
{
    QVERIFY(writeFileAtomically(path(QStringLiteral("bad.html")),
        "<p>here</p><img src=\"http://images.invalid/a.png\"><script>console.error('oh')</script>"));
    const Visit visited = visit(path(QStringLiteral("bad.html")), m_folder.path());
    QVERIFY(visited.dom.contains(QLatin1String("here")));
    QVERIFY(!visited.complaints.isEmpty());
    QVERIFY2(visited.wanted.join(QLatin1Char(' ')).contains(QLatin1String("images.invalid")), qPrintable(visited.wanted.join(QLatin1Char('\n'))));
}

void TestReports::largeRunsMakeSmallPages()
{
    const QByteArray page = written(ReportKind::Html, QStringLiteral("large.html"), 20'000);
    QVERIFY(page.size() < 600'000);
    QVERIFY(page.contains("19000 more are in the JSON report."));
}

void TestReports::findsUnwritablePathsBefore_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("new folder") << QStringLiteral("deep/run.xml") << false; // most likely mistyped
    QTest::newRow("a folder") << QStringLiteral(".") << false;
    QTest::newRow("below a file") << QStringLiteral("file/run.xml") << false;
    QTest::newRow("below the system's") << QStringLiteral("/proc/run.xml") << false;
    QTest::newRow("standard output") << QStringLiteral("-") << true;
}

void TestReports::findsUnwritablePathsBefore()
{
    QFETCH(QString, where);
    QFETCH(bool, isFine);
    QVERIFY(writeFileAtomically(path(QStringLiteral("file")), "x"));
    const QString whole = where == QLatin1String("-") ? where : QDir(m_folder.path()).absoluteFilePath(where);
    const auto checked = checkWritable({ReportKind::Junit, whole});
    QCOMPARE(checked.has_value(), isFine);
    if (!isFine)
        QVERIFY2(checked.error().sentence.contains(whole), qPrintable(checked.error().sentence));
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("deep"))));
}

void TestReports::leavesDevicesAndLinksInPlace()
{
    RunLog log;
    const RunSummary summary = fill(log);
    const ReportTarget full {ReportKind::Json, QStringLiteral("/dev/full")};
    QVERIFY(checkWritable(full));
    const auto written = writeReport(full, summary, log);
    QVERIFY(!written);
    QVERIFY2(written.error().sentence.contains(QLatin1String("No space left")), qPrintable(written.error().sentence));
    QVERIFY(!QFileInfo(QStringLiteral("/dev/full")).isFile());

    QVERIFY(writeFileAtomically(path(QStringLiteral("real.json")), "x"));
    QVERIFY(QFile::link(path(QStringLiteral("real.json")), path(QStringLiteral("link.json"))));
    QVERIFY(writeReport({ReportKind::Json, path(QStringLiteral("link.json"))}, summary, log));
    QVERIFY(QFileInfo(path(QStringLiteral("link.json"))).isSymLink());
    QVERIFY(readFile(path(QStringLiteral("real.json")))->startsWith("{\"actionscopeRun\":1"));
}

void TestReports::percentilesAreRight()
{
    Latencies times;
    Latencies others;
    for (int i = 1; i <= 10'000; ++i)
        (i % 3 ? times : others).add(i * 37);
    times.add(others);
    QCOMPARE(times.count(), 10'000);
    QCOMPARE(times.least(), 37);
    QCOMPARE(times.most(), 370'000);
    for (const double share : {0.5, 0.9, 0.99}) {
        const double wanted = share * 370'000;
        QVERIFY(qAbs(double(times.percentile(share)) - wanted) < wanted * 0.035);
    }
    QCOMPARE(times.percentile(1), 370'000);
    qint64 counted = 0;
    for (const Latencies::Bar &bar : times.bars(32))
        counted += bar.count;
    QCOMPARE(counted, 10'000);
    QVERIFY(times.bars(32).size() <= 32);
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
