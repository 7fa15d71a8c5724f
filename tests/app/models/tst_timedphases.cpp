// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/timedphases.h"

#include <QTest>

using namespace actionscope;

namespace {

// "Queued 0-2, Waiting 2-9 …"; an ellipsis marks a phase the run ended in.
QString printed(const api::Timings &timings)
{
    QStringList parts;
    const QList<models::TimedPhase> phases = models::timedPhases(timings);
    for (const models::TimedPhase &phase : phases) {
        parts.append(QStringLiteral("%1 %2-%3%4")
                         .arg(models::phaseTitle(phase))
                         .arg(phase.begin)
                         .arg(phase.end)
                         .arg(phase.isComplete ? QString() : QStringLiteral(" cut")));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

class TestTimedPhases final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThePhases_data();
    void namesThePhases();
};

void TestTimedPhases::namesThePhases_data()
{
    QTest::addColumn<QList<qint64>>("marks");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing known") << QList<qint64> {-1, -1, -1, -1, -1, -1, -1} << QString();
    QTest::newRow("all") << QList<qint64> {1, 3, 8, 9, 50, 60, 61}
                         << "Queued 0-1, Connecting 1-3, TLS 3-8, Sending 8-9, Waiting 9-50, Receiving 50-60";
    QTest::newRow("no TLS") << QList<qint64> {1, 3, -1, 4, 50, 60, 60}
                            << "Queued 0-1, Connecting 1-3, Sending 3-4, Waiting 4-50, Receiving 50-60";
    QTest::newRow("connection used again")
        << QList<qint64> {-1, -1, -1, 4, 50, 60, 60} << "Sending 0-4, Waiting 4-50, Receiving 50-60";
    QTest::newRow("refused") << QList<qint64> {1, -1, -1, -1, -1, -1, 5} << "Queued 0-1, Connecting 1-5 cut";
    QTest::newRow("timed out") << QList<qint64> {1, 3, -1, 4, -1, -1, 180}
                               << "Queued 0-1, Connecting 1-3, Sending 3-4, Waiting 4-180 cut";
    QTest::newRow("cut off") << QList<qint64> {1, 3, -1, 4, 50, -1, 70}
                             << "Queued 0-1, Connecting 1-3, Sending 3-4, Waiting 4-50, Receiving 50-70 cut";
    QTest::newRow("cancelled in the queue") << QList<qint64> {-1, -1, -1, -1, -1, -1, 7} << "Queued 0-7 cut";
    QTest::newRow("marks out of order") << QList<qint64> {1, 3, -1, 60, 50, 70,
        70} << "Queued 0-1, Connecting 1-3, Sending 3-60, Waiting 60-60, Receiving 60-70";
}

void TestTimedPhases::namesThePhases()
{
    QFETCH(QList<qint64>, marks);
    QFETCH(QString, text);
    QCOMPARE(printed({marks[0], marks[1], marks[2], marks[3], marks[4], marks[5], marks[6]}), text);
}

QTEST_GUILESS_MAIN(TestTimedPhases)
#include "tst_timedphases.moc"
