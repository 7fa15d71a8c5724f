// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/runlog.h"
#include "app/runner/runner.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/hostileserver.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::runner;
using test::HostileServer;

namespace {

RequestFile file(const QString &name, const QByteArray &json)
{
    return {name + QStringLiteral(".action.json"), QDir::tempPath(), 0, storage::readSavedRequest(json, name)};
}

RequestFile echo(const QString &name, const QByteArray &input, const QByteArray &more = {})
{
    return file(name, "{\"actionscope\":1,\"actionId\":\"SANDBOX_ECHO\",\"input\":" + input + (more.isEmpty() ? "" : "," + more) + '}');
}

// A run to its end, with all it told.
class Walk final : public QObject
{
public:
    Walk(const RunPlan &plan, const RunnerOptions &options)
        : m_runner(plan, options)
    {
        connect(&m_runner, &Runner::requestStarted, this, [this] {
            ++started;
            most = std::max(most, m_runner.underWay());
        });
        connect(&m_runner, &Runner::requestFinished, this, [this](const RunResult &result) { results.append(result); });
        connect(&m_runner, &Runner::finished, this, [this](const RunSummary &whole) {
            summary = whole;
            ++ends;
        });
        m_runner.start();
    }

    void cancel() { m_runner.cancel(); }
    bool end()
    {
        return QTest::qWaitFor([this] { return ends > 0; }, 30'000);
    }

    QStringList told() const // "name outcome class", in the order they ended
    {
        QStringList lines;
        for (const RunResult &result : results)
            lines.append(QStringLiteral("%1 %2 %3").arg(result.name, outcomeName(result.outcome)).arg(result.exitClass));
        return lines;
    }

    QList<RunResult> results;
    RunSummary summary;
    int started = 0;
    int most = 0;
    int ends = 0;

private:
    Runner m_runner;
};

QByteArray successful(const QByteArray &data = "{}")
{
    return HostileServer::answer("{\"data\":" + data + ",\"successful\":true,\"error\":null}");
}

} // namespace

// Runs of saved requests against the real sandbox and against servers that misbehave.
class TestRunner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void passesWhatIsAsExpected();
    void handsCapturesOn();
    void goesThroughDataRows();
    void reportsWhatCannotBeSent();
    void stopsAtTheFirstFailure();
    void refusesAllWhereTheFirstFailureIsTheLast();
    void skipsWhatWaitsInVain();
    void sendsAgainOnlyWhereItIsAsked();
    void givesUpAfterTheTimeOfTheRequest();
    void stopsAtOnceWhenCancelled();
    void sendsSeveralAtOnce();
    void meetsTheSandboxsFaults_data();
    void meetsTheSandboxsFaults();
    void runsEachVariantForItself();
    void marksTheOddOne_data();
    void marksTheOddOne();
    void keepsSecretsOutOfResults();
    void aLongRunEndsInItsLog();

private:
    RunnerOptions options(const QUrl &url = {}) const
    {
        RunnerOptions result;
        result.settings.destination = m_destination;
        if (!url.isEmpty())
            result.settings.destination.baseUrl = url;
        result.settings.apiVersion = api::ApiVersion::V2;
        result.variables = {Variables()};
        return result;
    }

    sandbox::Sandbox m_sandbox;
    executor::Destination m_destination;
};

void TestRunner::initTestCase()
{
    connect(&m_sandbox, &sandbox::Sandbox::started, this,
        [this](const sandbox::SandboxAddress &address) { m_destination = {address.url, address.apiKey}; });
    m_sandbox.start({});
    QTRY_VERIFY(m_destination.baseUrl.isValid());
}

void TestRunner::passesWhatIsAsExpected()
{
    Walk walk(planFor({echo(QStringLiteral("good"), R"({"n":12345678901234567890,"z":1.10})",
                           R"("expect":[{"successful":true},{"path":"$.data.input.n","equals":12345678901234567890}])"),
                  echo(QStringLiteral("bad"), R"({"n":1})", R"("expect":[{"path":"$.data.input.n","equals":2}])"),
                  file(QStringLiteral("no"), R"({"actionId":"SANDBOX_FAIL","input":{"message":"not today"}})"),
                  file(QStringLiteral("wanted no"),
                      R"({"actionId":"SANDBOX_FAIL","input":{"message":"not today"},"expect":[{"successful":false}]})"),
                  file(QStringLiteral("absent"), R"({"actionId":"NO_SUCH_ACTION","input":{}})")}),
        options());
    QVERIFY(walk.end());
    QCOMPARE(walk.told(),
        QStringList({QStringLiteral("good passed 0"), QStringLiteral("bad failed 1"), QStringLiteral("no failed 3"),
            QStringLiteral("wanted no passed 0"), QStringLiteral("absent failed 4")}));
    QCOMPARE(walk.results[1].sentence, QStringLiteral("Expected: $.data.input.n equals 2. Found: 1."));
    QVERIFY2(walk.results[2].sentence.contains(QLatin1String("not today")), qPrintable(walk.results[2].sentence));
    QVERIFY(walk.results[1].sent.contains("\"n\":1"));
    QVERIFY(walk.results[0].sent.isEmpty());
    QCOMPARE(walk.summary.exitClass, 4);
    QCOMPARE(walk.summary.planned, 5);
    QCOMPARE(walk.summary.passed, 2);
    QCOMPARE(walk.summary.latencies.count(), 5);
    QCOMPARE(walk.ends, 1);
}

void TestRunner::handsCapturesOn()
{
    Walk walk(planFor({echo(QStringLiteral("use"), R"({"number":"{{n}}","text":"no {{n}}: {{t}}"})",
                           R"("expect":[{"path":"$.data.input.number","equals":12345678901234567890},)"
                           R"({"path":"$.data.input.text","equals":"no 12345678901234567890: {{not a name}}"}])"),
                  echo(QStringLiteral("make"), R"({"a":12345678901234567890,"b":"x"})",
                      R"("capture":{"n":"$.data.input.a","t":"$.data.input.b"})")}),
        options());
    QVERIFY(walk.end());
    QCOMPARE(walk.results.size(), 2);
    QCOMPARE(walk.results[0].name, QStringLiteral("make"));
    QCOMPARE(walk.results[0].captured, QStringList({QStringLiteral("n"), QStringLiteral("t")}));
    // The text captured is "x"; what the expectation says of it is wrong on purpose.
    QCOMPARE(walk.results[1].outcome, Outcome::Failed);
    QVERIFY(walk.results[1].expectations[1].passed);
    QVERIFY2(walk.results[1].sentence.contains(QLatin1String("no 12345678901234567890: x")), qPrintable(walk.results[1].sentence));
}

void TestRunner::goesThroughDataRows()
{
    RunnerOptions run = options();
    run.rows = *DataRows::fromCsv("who,n:json\nann,1.10\n\"b \"\"q\"\"\",2\nann,3\n", ',', QStringLiteral("t.csv"));
    run.repeat = 2;
    Walk walk(planFor({echo(QStringLiteral("row"), R"({"who":"{{who}}","n":"{{n}}"})",
                  R"("expect":[{"path":"$.data.input.who","equals":"ann"},{"path":"$.data.input.n","is":"number"}])")}),
        run);
    QVERIFY(walk.end());
    QCOMPARE(walk.summary.planned, 6);
    QCOMPARE(walk.summary.passed, 4);
    QCOMPARE(titleOf(walk.results[1]), QStringLiteral("row (row 2)"));
    QCOMPARE(titleOf(walk.results[4]), QStringLiteral("row (row 2, time 2)"));
    QVERIFY2(walk.results[1].sentence.contains(QLatin1String("b \\\"q\\\"")), qPrintable(walk.results[1].sentence));
}

void TestRunner::reportsWhatCannotBeSent()
{
    HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(successful()); });
    Walk walk(planFor({file(QStringLiteral("broken"), "{ \"actionId\": "), echo(QStringLiteral("undefined"), R"({"a":"{{nowhere}}"})"),
                  echo(QStringLiteral("a"), R"({"x":"{{y}}"})", R"("capture":{"x":"$.data"})"),
                  echo(QStringLiteral("b"), R"({"x":"{{x}}"})", R"("capture":{"y":"$.data"})"),
                  echo(QStringLiteral("typo"), "{}", R"("expect":[{"staus":200}])"), echo(QStringLiteral("fine"), "{}")}),
        options(server.url()));
    QVERIFY(walk.end());
    QCOMPARE(walk.told(),
        QStringList({QStringLiteral("broken notSent 2"), QStringLiteral("undefined notSent 2"), QStringLiteral("a notSent 2"),
            QStringLiteral("b notSent 2"), QStringLiteral("typo notSent 2"), QStringLiteral("fine passed 0")}));
    QVERIFY2(walk.results[1].sentence.contains(QLatin1String("nowhere")), qPrintable(walk.results[1].sentence));
    QVERIFY2(walk.results[2].sentence.contains(QStringLiteral("a.action.json → b.action.json → a.action.json")),
        qPrintable(walk.results[2].sentence));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(walk.summary.exitClass, 2);
}

void TestRunner::stopsAtTheFirstFailure()
{
    RunnerOptions run = options();
    run.afterFailure = RunnerOptions::AfterFailure::Stop;
    Walk walk(planFor({echo(QStringLiteral("one"), "{}"), file(QStringLiteral("two"), R"({"actionId":"SANDBOX_FAIL","input":{}})"),
                  echo(QStringLiteral("three"), "{}"), echo(QStringLiteral("four"), "{}")}),
        run);
    QVERIFY(walk.end());
    QCOMPARE(walk.told(), QStringList({QStringLiteral("one passed 0"), QStringLiteral("two failed 3")}));
    QCOMPARE(walk.summary.left(), 2);
    QVERIFY(walk.summary.isStopped);
    QVERIFY(!walk.summary.isGood());
}

void TestRunner::refusesAllWhereTheFirstFailureIsTheLast()
{
    HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(successful()); });
    RunnerOptions run = options(server.url());
    run.afterFailure = RunnerOptions::AfterFailure::Stop;
    Walk walk(planFor({echo(QStringLiteral("fine"), "{}"), file(QStringLiteral("broken"), "{")}), run);
    QVERIFY(walk.end());
    QCOMPARE(walk.told(), QStringList({QStringLiteral("broken notSent 2")}));
    QCOMPARE(server.requests().size(), 0);
}

void TestRunner::skipsWhatWaitsInVain()
{
    Walk walk(planFor({echo(QStringLiteral("make"), "{}", R"("capture":{"n":"$.data.absent"})"),
                  echo(QStringLiteral("use"), R"({"n":"{{n}}"})", R"("capture":{"m":"$.data"})"),
                  echo(QStringLiteral("last"), R"({"m":"{{m}}"})"), echo(QStringLiteral("free"), "{}")}),
        options());
    QVERIFY(walk.end());
    QCOMPARE(walk.told(),
        QStringList({QStringLiteral("make failed 1"), QStringLiteral("use skipped 0"), QStringLiteral("last skipped 0"),
            QStringLiteral("free passed 0")}));
    QVERIFY2(walk.results[1].sentence.contains(QLatin1String("make.action.json")), qPrintable(walk.results[1].sentence));
    QCOMPARE(walk.summary.exitClass, 1);
}

void TestRunner::sendsAgainOnlyWhereItIsAsked()
{
    int answered = 0;
    HostileServer server([&](const auto &, QTcpSocket *socket) {
        if (++answered % 3 == 0)
            socket->write(successful());
        else
            socket->write("HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\n{}");
    });
    Walk walk(planFor({echo(QStringLiteral("patient"), "{}", R"("retry":2)"), echo(QStringLiteral("once"), "{}")}), options(server.url()));
    QVERIFY(walk.end());
    QCOMPARE(walk.told(), QStringList({QStringLiteral("patient passed 0"), QStringLiteral("once failed 4")}));
    QCOMPARE(walk.results[0].attempts, 3);
    QCOMPARE(walk.results[1].attempts, 1);
    QCOMPARE(server.requests().size(), 4);
    QCOMPARE(walk.summary.retries, 2);
    QVERIFY2(sentenceOf(walk.summary).contains(QLatin1String("2 sent again")), qPrintable(sentenceOf(walk.summary)));
}

void TestRunner::givesUpAfterTheTimeOfTheRequest()
{
    HostileServer server([](const auto &, QTcpSocket *) {});
    Walk walk(planFor({echo(QStringLiteral("silent"), "{}", R"("timeout":1)")}), options(server.url()));
    QVERIFY(walk.end());
    QCOMPARE(walk.told(), QStringList({QStringLiteral("silent failed 5")}));
    QCOMPARE(server.requests().size(), 1);
}

void TestRunner::stopsAtOnceWhenCancelled()
{
    RunnerOptions run = options();
    run.jobs = 2;
    QList<RequestFile> files {echo(QStringLiteral("done"), "{}")};
    for (int i = 0; i < 5; ++i)
        files.append(file(QStringLiteral("wait%1").arg(i), R"({"actionId":"SANDBOX_WAIT","input":{"milliseconds":60000}})"));
    Walk walk(planFor(files), run);
    QTRY_COMPARE(walk.started, 3);
    QTRY_COMPARE(walk.results.size(), 1);
    QElapsedTimer timer;
    timer.start();
    walk.cancel();
    QVERIFY(walk.end());
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(walk.summary.passed, 1);
    QCOMPARE(walk.summary.cancelled, 2);
    QCOMPARE(walk.summary.left(), 3);
    QCOMPARE(walk.summary.exitClass, 130);
    QVERIFY(walk.summary.isStopped);
    QCOMPARE(walk.ends, 1);
}

void TestRunner::sendsSeveralAtOnce()
{
    RunnerOptions run = options();
    run.jobs = 20;
    QList<RequestFile> files;
    for (int i = 0; i < 20; ++i)
        files.append(file(QStringLiteral("wait%1").arg(i), R"({"actionId":"SANDBOX_WAIT","input":{"milliseconds":1000}})"));
    Walk walk(planFor(files), run);
    QVERIFY(walk.end());
    QCOMPARE(walk.summary.passed, 20);
    QCOMPARE(walk.most, 20);
    QVERIFY2(walk.summary.microseconds < 10'000'000, "twenty seconds of waiting went side by side");
}

void TestRunner::meetsTheSandboxsFaults_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("exitClass");
    QTest::newRow("busy") << QByteArray("status=503") << 4;
    QTest::newRow("says no") << QByteArray("unsuccessful") << 3;
    QTest::newRow("reset") << QByteArray("reset-after") << 5;
    QTest::newRow("cut") << QByteArray("cut-chunk") << 5;
    QTest::newRow("half of it") << QByteArray("invalid-json") << 5;
    QTest::newRow("gateway") << QByteArray("html") << 4;
    QTest::newRow("empty") << QByteArray("empty") << 5;
}

void TestRunner::meetsTheSandboxsFaults()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, exitClass);
    const auto faults = sandbox::readFaults(fault);
    QVERIFY2(faults, faults ? "" : qPrintable(faults.error().sentence));
    sandbox::Sandbox faulty;
    sandbox::SandboxOptions broken;
    broken.faults = *faults;
    RunnerOptions run = options();
    run.settings.destination = {};
    connect(&faulty, &sandbox::Sandbox::started, this,
        [&](const sandbox::SandboxAddress &address) { run.settings.destination = {address.url, address.apiKey}; });
    faulty.start(broken);
    QTRY_VERIFY(run.settings.destination.baseUrl.isValid());
    Walk walk(planFor({echo(QStringLiteral("one"), "{}"), echo(QStringLiteral("two"), "{}")}), run);
    QVERIFY(walk.end());
    QCOMPARE(walk.summary.failed, 2);
    QCOMPARE(walk.summary.exitClass, exitClass);
    for (const RunResult &result : std::as_const(walk.results)) {
        QCOMPARE(result.attempts, 1);
        QVERIFY(!result.sentence.isEmpty());
    }
}

void TestRunner::runsEachVariantForItself()
{
    RunnerOptions run = options();
    run.jobs = 4;
    run.rows = *DataRows::fromCsv("n\n1\n2\n", ',', QStringLiteral("t.csv"));
    run.variants = crossed({{QStringLiteral("ann"), QStringLiteral("ann")}, {QStringLiteral("bob"), QStringLiteral("bob")}},
        {{QStringLiteral("here"), {}, {}, run.settings, run.variables}});
    // What one variant captures is not what another uses.
    Walk walk(planFor({echo(QStringLiteral("make"), R"({"n":"{{n}}"})", R"("capture":{"who":"$.data.request.entityId"})"),
                  echo(QStringLiteral("use"), R"({"who":"{{who}}","n":"{{n}}"})")}),
        run);
    QVERIFY(walk.end());
    QCOMPARE(walk.summary.planned, 8);
    QCOMPARE(walk.summary.passed, 8);
    QStringList titles;
    for (const RunResult &result : std::as_const(walk.results))
        titles.append(titleOf(result));
    QVERIFY(titles.contains(QStringLiteral("use (bob · here, row 2)")));
    titles.removeDuplicates();
    QCOMPARE(titles.size(), 8);

    Walk other(planFor({echo(QStringLiteral("make"), "{}", R"("capture":{"who":"$.data.request.entityId"})"),
                   echo(QStringLiteral("use"), R"({"who":"{{who}}"})", R"("expect":[{"path":"$.data.input.who","equals":"ann"}])")}),
        run);
    QVERIFY(other.end());
    Matrix matrix({QStringLiteral("ann · here"), QStringLiteral("bob · here")});
    for (const RunResult &result : std::as_const(other.results))
        matrix.add(result);
    QCOMPARE(matrix.cell(QStringLiteral("use.action.json"), QStringLiteral("ann · here")).outcome, Outcome::Passed);
    QCOMPARE(matrix.cell(QStringLiteral("use.action.json"), QStringLiteral("bob · here")).outcome, Outcome::Failed);
}

void TestRunner::marksTheOddOne_data()
{
    QTest::addColumn<QList<int>>("classes"); // by variant; -1: did not run
    QTest::addColumn<QString>("odd");
    QTest::newRow("all the same") << QList<int> {0, 0, 0} << QString();
    QTest::newRow("one fails") << QList<int> {0, 4, 0} << QStringLiteral("1");
    QTest::newRow("one passes") << QList<int> {4, 4, 0} << QStringLiteral("2");
    QTest::newRow("no majority") << QList<int> {0, 4} << QString();
    QTest::newRow("two of five") << QList<int> {0, 3, 0, 4, 0} << QStringLiteral("1 3");
    QTest::newRow("not all ran") << QList<int> {-1, 0, 0, 1, -1} << QStringLiteral("3");
}

void TestRunner::marksTheOddOne()
{
    QFETCH(QList<int>, classes);
    QFETCH(QString, odd);
    QStringList variants;
    for (int i = 0; i < classes.size(); ++i)
        variants.append(QString::number(i));
    Matrix matrix(variants);
    for (int i = 0; i < classes.size(); ++i) {
        RunResult result;
        result.path = QStringLiteral("a");
        result.variant = variants[i];
        result.exitClass = classes[i];
        result.outcome = classes[i] == 0 ? Outcome::Passed : Outcome::Failed;
        if (classes[i] >= 0)
            matrix.add(result);
    }
    QCOMPARE(matrix.oddOnes(QStringLiteral("a")).join(QLatin1Char(' ')), odd);
}

void TestRunner::keepsSecretsOutOfResults()
{
    RunnerOptions run = options();
    run.variables.first().setSecret(QStringLiteral("test"), QStringLiteral("TOKEN"), QStringLiteral("s3cr3t-\"tok\"en"));
    run.settings.redactor.addSecret("TOKEN", "s3cr3t-\"tok\"en");
    run.settings.redactor.addSecret("apiKey", run.settings.destination.apiKey);
    const QString longSecret = QStringLiteral("L0NG-%1").arg(QString(500, QLatin1Char('k'))); // more than a sentence shows
    run.variables.first().setSecret(QStringLiteral("test"), QStringLiteral("LONG"), longSecret);
    run.settings.redactor.addSecret("LONG", longSecret.toUtf8());
    Walk walk(planFor({echo(QStringLiteral("leak"), R"({"t":"{{TOKEN}}","long":"{{LONG}}"})",
                  R"("authConfig":{"parameters":[{"name":"Authorization","in":"header","value":"hush-hush-1"}]},)"
                  R"("expect":[{"path":"$.data.input.t","equals":"x"},{"path":"$.data.input.long","equals":"{{LONG}}!"},)"
                  R"({"path":"$.data.input","equals":1},{"path":"$.data.request.authConfig","equals":1}])")}),
        run);
    QVERIFY(walk.end());
    const QByteArray all = toJson(walk.results.first());
    QVERIFY2(all.contains("‹redacted:TOKEN›"), all.constData());
    for (const char *secret : {"s3cr3t", "hush-hush-1", "L0NG", "kkkk"})
        QVERIFY2(!all.contains(secret), all.constData());
    QVERIFY(!all.contains(run.settings.destination.apiKey));
}

void TestRunner::aLongRunEndsInItsLog()
{
    HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(successful()); });
    RunnerOptions run = options(server.url());
    run.repeat = 100;
    Runner runner(planFor({echo(QStringLiteral("a"), "{}"), echo(QStringLiteral("b"), "{}", R"("expect":[{"status":201}])")}), run);
    RunLog log;
    int ends = 0;
    connect(&runner, &Runner::requestFinished, this, [&](const RunResult &result) { QVERIFY(log.append(result)); });
    connect(&runner, &Runner::finished, this, [&] { ++ends; });
    runner.start();
    QTRY_COMPARE_WITH_TIMEOUT(ends, 1, 30'000);
    QCOMPARE(log.count(), 200);
    RunSummary again;
    again.planned = 200;
    QVERIFY(log.forEach([&](const RunResult &result) {
        again.add(result);
        return true;
    }));
    QCOMPARE(again.latencies, runner.summary().latencies);
    QCOMPARE(again.failed, 100);
    QCOMPARE(again.exitClass, 1);
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
