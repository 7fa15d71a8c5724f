// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/faults/faultplan.h"

#include <QTest>

using namespace actionscope::sandbox;

// How faults are written, and which requests they strike.
class TestFault final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void describesEveryKind();
    void namesWhatItCannotRead_data();
    void namesWhatItCannotRead();
    void strikesTheSameRequestsForTheSameSeed();
    void strikesAboutAsOftenAsItsRate_data();
    void strikesAboutAsOftenAsItsRate();
    void leavesReadsAloneUnlessItStrikesAll();
    void drawsAnotherJitterForEachRequest();
};

void TestFault::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<FaultSpec>("spec");
    const auto row = [](const char *text, const FaultSpec &spec) { QTest::newRow(text) << QByteArray(text) << spec; };
    row("", {});
    row("latency=200", {{{FaultKind::Latency, 200}}});
    row("latency", {{{FaultKind::Latency, 1000}}});
    row("status=503@30%", {{{FaultKind::Status, 503, 0.3}}});
    row("status=503@0.25", {{{FaultKind::Status, 503, 0.25}}});
    row("hang:all", {{{FaultKind::Hang, 0, 1, true}}});
    row("jitter=50@10%:all", {{{FaultKind::Jitter, 50, 0.1, true}}});
    row("wrong-length=-5", {{{FaultKind::WrongLength, -5}}});
    row(" nested , large=0 ,seed=42", {{{FaultKind::Nested, 0}, {FaultKind::Large, 0}}, 42});
}

void TestFault::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(FaultSpec, spec);
    const auto read = readFaults(text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
    QCOMPARE(*read, spec);
    QCOMPARE(*readFaults(actionscope::sandbox::faultText(*read)), spec); // and back
}

void TestFault::describesEveryKind()
{
    int number = 0;
    for (const actionscope::sandbox::FaultWord &word : actionscope::sandbox::faultWords()) {
        QCOMPARE(int(word.kind), number++);
        QVERIFY2(QByteArray(word.sentence).endsWith('.'), word.name);
        QCOMPARE(QByteArray(word.label).isEmpty(), word.most == 0);
        QVERIFY(word.usual >= word.least && word.usual <= word.most);
    }
    QCOMPARE(number, int(FaultKind::Large) + 1);
}

void TestFault::namesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *text, const char *named) {
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(named);
    };
    row("latency=200,stauts=500", "“stauts=500”");
    row("status=99", "between 400 and 599");
    row("status=abc", "between 400 and 599");
    row("latency=", "between 0 and 600000");
    row("hang=1", "it takes no number");
    row("empty@120%", "between 0% and 100%");
    row("empty@nan", "between 0% and 100%");
    row("empty@x", "between 0% and 100%");
    row("seed=-1", "whole number");
    row("=5", "no fault of that name");
}

void TestFault::namesWhatItCannotRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    const auto read = readFaults(text);
    QVERIFY(!read);
    QVERIFY2(read.error().sentence.contains(named), qPrintable(read.error().sentence));
}

namespace {

QList<int> struckAmong(int requests, const QByteArray &text)
{
    FaultPlan plan(*readFaults(text));
    QList<int> struck;
    for (int i = 0; i < requests; ++i) {
        if (!plan.next(true).isEmpty())
            struck.append(i);
    }
    return struck;
}

} // namespace

void TestFault::strikesTheSameRequestsForTheSameSeed()
{
    const QList<int> once = struckAmong(200, "empty@30%,seed=7");
    QCOMPARE(struckAmong(200, "empty@30%,seed=7"), once);
    QVERIFY(struckAmong(200, "empty@30%,seed=8") != once);
}

void TestFault::strikesAboutAsOftenAsItsRate_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("never") << QByteArray("empty@0%") << 0 << 0;
    QTest::newRow("always") << QByteArray("empty") << 1000 << 1000;
    QTest::newRow("now and then") << QByteArray("empty@30%") << 250 << 350;
}

void TestFault::strikesAboutAsOftenAsItsRate()
{
    QFETCH(QByteArray, text);
    QFETCH(int, least);
    QFETCH(int, most);
    const qsizetype struck = struckAmong(1000, text).size();
    QVERIFY2(struck >= least && struck <= most, qPrintable(QString::number(struck)));
}

void TestFault::leavesReadsAloneUnlessItStrikesAll()
{
    FaultPlan plan(*readFaults("hang,empty:all"));
    QCOMPARE(plan.next(false), (QList<Fault> {{FaultKind::Empty, 200, 1, true}}));
    QCOMPARE(plan.next(true).size(), 2);
}

void TestFault::drawsAnotherJitterForEachRequest()
{
    FaultPlan plan(*readFaults("jitter=100"));
    QSet<qint64> drawn;
    for (int i = 0; i < 200; ++i) {
        const qint64 milliseconds = plan.next(true).first().number;
        QVERIFY(milliseconds >= 0 && milliseconds <= 100);
        drawn.insert(milliseconds);
    }
    QVERIFY(drawn.size() > 50);
}

QTEST_GUILESS_MAIN(TestFault)
#include "tst_fault.moc"
