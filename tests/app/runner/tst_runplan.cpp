// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/schedule.h"

#include <QTest>

#include <algorithm>

using namespace actionscope;
using namespace actionscope::runner;

namespace {

RequestFile file(const QString &name, const QByteArray &json)
{
    return {name + QStringLiteral(".action.json"), QStringLiteral("/tmp"), 0, storage::readSavedRequest(json, name)};
}

// A request that captures some names and uses others.
RequestFile step(const QString &name, const QStringList &captures, const QStringList &uses, const QStringList &tags = {})
{
    QStringList captured;
    for (const QString &one : captures)
        captured.append(QStringLiteral("\"%1\":\"$.data.%1\"").arg(one));
    QStringList used;
    for (const QString &one : uses)
        used.append(QStringLiteral("\"%1\":\"{{%1}}\"").arg(one));
    QStringList quoted;
    for (const QString &tag : tags)
        quoted.append(QStringLiteral("\"%1\"").arg(tag));
    const QString json = QStringLiteral("{\"actionscope\":1,\"actionId\":\"SANDBOX_ECHO\",\"input\":{%1},\"capture\":{%2},\"tags\":[%3]}")
                             .arg(used.join(QLatin1Char(',')), captured.join(QLatin1Char(',')), quoted.join(QLatin1Char(',')));
    return file(name, json.toUtf8());
}

// Names in the order they run when one is under way at a time.
QStringList order(const RunPlan &plan, qint64 rounds = 1, const Shard &shard = {})
{
    Schedule schedule(plan, rounds, shard);
    QStringList names;
    const qint64 size = schedule.size();
    while (const auto unit = schedule.next()) {
        names.append(plan.requests[std::size_t(unit->request)].saved.name
            + (rounds > 1 ? QString::number(unit->round) : QString()));
        schedule.finish(*unit, Schedule::Gave::Everything);
    }
    return names.size() == size ? names : names + QStringList {QStringLiteral("size() says %1").arg(size)};
}

QStringList words(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); }

} // namespace

// Who runs when, and where.
class TestRunPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderWhereNothingWaits();
    void runsAfterWhatIsCaptured();
    void theCommandLineUntiesCaptures();
    void namesACircle();
    void namesMistakesInTheFile();
    void readsManyExpectations();
    void tagsBringWhatTheyNeed();
    void shardsCoverEverythingOnce_data();
    void shardsCoverEverythingOnce();
    void anotherRequestMovesNone();
    void columnsStayTogether();
    void shardsDoNotDependOnTheOrderOfFiles();
    void waitsOnlyForWhatIsNeeded();
    void tellsWhoFailedIt();
};

void TestRunPlan::keepsTheOrderWhereNothingWaits()
{
    const RunPlan plan = planFor({step(QStringLiteral("b"), {}, {}), step(QStringLiteral("a"), {}, {})});
    QCOMPARE(order(plan), words("b a"));
    QCOMPARE(order(plan, 2), words("b0 a0 b1 a1"));
}

void TestRunPlan::runsAfterWhatIsCaptured()
{
    const RunPlan plan = planFor({step(QStringLiteral("use"), {}, words("number")), step(QStringLiteral("other"), {}, {}),
        step(QStringLiteral("make"), words("number"), words("owner")), step(QStringLiteral("own"), words("owner"), {}),
        step(QStringLiteral("again"), words("number"), {})});
    // "use" stands before both that capture a number and waits for both.
    QCOMPARE(order(plan), words("other own make again use"));
    const auto group = [&](std::size_t request) { return plan.requests[request].group; };
    for (const std::size_t member : {2, 3, 4})
        QCOMPARE(group(member), group(0));
    QVERIFY(group(1) != group(0));
}

void TestRunPlan::theCommandLineUntiesCaptures()
{
    const QList<RequestFile> files {step(QStringLiteral("use"), {}, words("n")), step(QStringLiteral("make"), words("n"), {})};
    QCOMPARE(order(planFor(files)), words("make use"));
    QCOMPARE(order(planFor(files, {{}, {}, {QStringLiteral("n")}})), words("use make"));
}

void TestRunPlan::namesACircle()
{
    const RunPlan plan = planFor({step(QStringLiteral("a"), words("x"), words("y")), step(QStringLiteral("free"), {}, {}),
        step(QStringLiteral("b"), words("y"), words("z")), step(QStringLiteral("c"), words("z"), words("x")),
        step(QStringLiteral("behind"), {}, words("z"))});
    const QString circle = QStringLiteral("a.action.json → b.action.json → c.action.json → a.action.json");
    for (const int member : {0, 2, 3})
        QVERIFY2(plan.requests[std::size_t(member)].trouble.contains(circle), qPrintable(plan.requests[std::size_t(member)].trouble));
    QVERIFY(plan.requests[1].trouble.isEmpty());
    QVERIFY(plan.requests[4].trouble.isEmpty());
    QCOMPARE(order(plan), words("a free b c behind"));
    QCOMPARE(order(plan, 2), words("a0 free0 b0 c0 behind0 free1 behind1")); // trouble is told once
}

void TestRunPlan::namesMistakesInTheFile()
{
    const RunPlan plan = planFor({file(QStringLiteral("a"),
        "{\n  \"actionscope\": 1,\n  \"actionId\": \"X\",\n  \"expect\": [\n    { \"statsu\": 200 }\n  ],\n"
        "  \"capture\": { \"n\": \"data\" }\n}\n")});
    const QString trouble = plan.requests.front().trouble;
    QVERIFY2(trouble.contains(QStringLiteral("Line 5, column 7: There is no expectation “statsu”.")), qPrintable(trouble));
    QVERIFY2(trouble.contains(QStringLiteral("Line 7, column 21: “data” is not a JSON path")), qPrintable(trouble));
}

void TestRunPlan::readsManyExpectations()
{
    const QByteArray hundred = QByteArray("{\"status\":200},").repeated(100);
    const auto planned = [&](const QByteArray &last) {
        return planFor({file(QStringLiteral("a"), R"({"actionscope":1,"actionId":"X","expect":[)" + hundred + last + "]}")});
    };
    const RunPlan plan = planned(R"({"status":201})");
    QVERIFY2(plan.requests.front().trouble.isEmpty(), qPrintable(plan.requests.front().trouble));
    QCOMPARE(plan.requests.front().expectations.size(), 101);
    const QString trouble = planned(R"({"statsu":200})").requests.front().trouble;
    QVERIFY2(trouble.contains(QStringLiteral("Line 1, column 1544: ")), qPrintable(trouble));
}

void TestRunPlan::tagsBringWhatTheyNeed()
{
    const QList<RequestFile> files {step(QStringLiteral("make"), words("n"), {}), step(QStringLiteral("idle"), {}, {}),
        step(QStringLiteral("use"), {}, words("n"), words("smoke")), step(QStringLiteral("one"), {}, {}, words("slow smoke"))};
    QCOMPARE(order(planFor(files, {words("smoke")})), words("make use one"));
    QVERIFY(planFor(files, {words("none")}).requests.empty());
    QCOMPARE(order(planFor(files, {{}, QSet<QString> {QStringLiteral("use.action.json")}})), words("make use"));
    QCOMPARE(order(planFor(files, {words("smoke"), QSet<QString> {QStringLiteral("one.action.json")}})), words("one"));
    QVERIFY(planFor(files, {{}, QSet<QString>()}).requests.empty());
}

void TestRunPlan::shardsCoverEverythingOnce_data()
{
    QTest::addColumn<int>("shards");
    QTest::addColumn<int>("rounds");
    for (const int shards : {1, 2, 3, 7, 50}) {
        for (const int rounds : {1, 2, 5, 13})
            QTest::addRow("%d shards, %d rounds", shards, rounds) << shards << rounds;
    }
}

void TestRunPlan::shardsCoverEverythingOnce()
{
    QFETCH(int, shards);
    QFETCH(int, rounds);
    QList<RequestFile> files;
    for (int i = 0; i < 20; ++i)
        files.append(step(QStringLiteral("r%1-").arg(i), i == 3 ? words("n") : QStringList(), i == 11 ? words("n") : QStringList()));
    files.append(file(QStringLiteral("broken-"), "{"));
    const RunPlan plan = planFor(files);
    QStringList all = order(plan, rounds);
    QStringList shared;
    for (int i = 1; i <= shards; ++i) {
        shared += order(plan, rounds, {i, shards});
    }
    std::sort(all.begin(), all.end());
    std::sort(shared.begin(), shared.end());
    QCOMPARE(shared, all);
}

void TestRunPlan::anotherRequestMovesNone()
{
    QList<RequestFile> files;
    for (int i = 0; i < 40; ++i)
        files.append(step(QStringLiteral("r%1").arg(i), i == 3 ? words("n") : QStringList(), i == 11 ? words("n") : QStringList()));
    QList<RequestFile> more = files;
    more.prepend(step(QStringLiteral("a-new"), {}, {}));
    more.append(step(QStringLiteral("a-user"), {}, words("n")));
    more.removeAt(20);
    const RunPlan before = planFor(files);
    const RunPlan after = planFor(more);
    qsizetype largest = 0;
    for (int i = 1; i <= 4; ++i) {
        QStringList old = order(before, 1, {i, 4});
        QStringList now = order(after, 1, {i, 4});
        largest = std::max(largest, old.size());
        for (const QString &name : {QStringLiteral("a-new"), QStringLiteral("a-user"), QStringLiteral("r19")}) {
            old.removeAll(name);
            now.removeAll(name);
        }
        QCOMPARE(now, old);
        QCOMPARE(order(after, 1, {i, 4}).contains(QStringLiteral("a-user")), old.contains(QStringLiteral("r3"))); // what it waits for
    }
    QVERIFY2(largest < 20, qPrintable(QString::number(largest)));
}

void TestRunPlan::columnsStayTogether()
{
    const RunPlan plan = planFor({step(QStringLiteral("a"), {}, {}), step(QStringLiteral("b"), {}, {})});
    for (int part = 1; part <= 5; ++part) {
        Schedule schedule(plan, 3 * 7, {part, 5}, 3);
        QHash<std::pair<int, qint64>, int> columns;
        const qint64 size = schedule.size();
        qint64 begun = 0;
        for (; const auto unit = schedule.next(); ++begun) {
            QCOMPARE(schedule.notBegun().isEmpty(), begun + 1 == size);
            ++columns[{unit->request, unit->round / 3}];
            schedule.finish(*unit, Schedule::Gave::Everything);
        }
        QCOMPARE(begun, size);
        for (const int count : std::as_const(columns))
            QCOMPARE(count, 3);
    }
}

void TestRunPlan::shardsDoNotDependOnTheOrderOfFiles()
{
    QList<RequestFile> files;
    for (int i = 0; i < 30; ++i)
        files.append(step(QStringLiteral("r%1").arg(i), {}, {}));
    QStringList one = order(planFor(files), 1, {2, 3});
    std::reverse(files.begin(), files.end());
    QStringList other = order(planFor(files), 1, {2, 3});
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    QCOMPARE(one, other);
    QVERIFY(!shardFromText(QStringLiteral("4/3")));
    QVERIFY(!shardFromText(QStringLiteral("0/3")));
    QVERIFY(!shardFromText(QStringLiteral("1")));
    QCOMPARE(*shardFromText(QStringLiteral("2/3")), (Shard {2, 3}));
}

void TestRunPlan::waitsOnlyForWhatIsNeeded()
{
    const RunPlan plan = planFor({step(QStringLiteral("make"), words("n"), {}), step(QStringLiteral("use"), {}, words("n"))});
    Schedule schedule(plan, 3, {});
    const auto first = schedule.next();
    const auto second = schedule.next(); // of another round, while the first is under way
    QCOMPARE(*first, (Unit {0, 0}));
    QCOMPARE(*second, (Unit {0, 1}));
    schedule.finish(*second, Schedule::Gave::Everything);
    QCOMPARE(*schedule.next(), (Unit {1, 1}));
    QCOMPARE(schedule.firstOpenRound(), qint64(0));
    schedule.finish(*first, Schedule::Gave::Everything);
    const auto third = schedule.next();
    QCOMPARE(*third, (Unit {1, 0}));
    schedule.finish(*third, Schedule::Gave::Everything);
    QCOMPARE(schedule.firstOpenRound(), qint64(1));
}

void TestRunPlan::tellsWhoFailedIt()
{
    const RunPlan plan = planFor({step(QStringLiteral("make"), words("n"), {}), step(QStringLiteral("use"), words("m"), words("n")),
        step(QStringLiteral("last"), {}, words("m"))});
    Schedule schedule(plan, 1, {});
    schedule.finish(*schedule.next(), Schedule::Gave::NotEverything);
    const auto use = schedule.next();
    QCOMPARE(*use, (Unit {1, 0, 0}));
    schedule.finish(*use, Schedule::Gave::NotEverything);
    QCOMPARE(*schedule.next(), (Unit {2, 0, 1}));
}

QTEST_GUILESS_MAIN(TestRunPlan)
#include "tst_runplan.moc"
