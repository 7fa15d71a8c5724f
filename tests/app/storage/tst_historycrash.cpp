// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/historyfiles.h"

#include "sampleentry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace actionscope::storage;

// Kills a program that writes the history, at random moments, and looks at what is left.
// ACTIONSCOPE_CRASH_ROUNDS sets how often, ACTIONSCOPE_CRASH_SEED when.
class tst_historycrash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNoFinishedEntry();

private:
    void killAfter(QProcess &writer, qint64 microseconds);
    void checkEntries(const QByteArray &printed, HistoryFiles &files, QSet<QString> &ids);
};

void tst_historycrash::killAfter(QProcess &writer, qint64 microseconds)
{
    // Busy waiting, because a timer's millisecond is longer than what happens between two file operations.
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() / 1000 < microseconds) {
    }
    ::kill(pid_t(writer.processId()), SIGKILL);
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
}

void tst_historycrash::checkEntries(const QByteArray &printed, HistoryFiles &files, QSet<QString> &ids)
{
    const qsizetype whole = printed.lastIndexOf('\n') + 1;
    for (const QByteArray &line : printed.left(whole).split('\n')) {
        if (line.isEmpty())
            continue;
        const int number = line.split(' ').value(0).toInt();
        const QString id = QString::fromLatin1(line.split(' ').value(1));
        QVERIFY2(!ids.contains(id), qPrintable(id));
        ids.insert(id);
        const auto loaded = files.load(id);
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().sentence));
        HistoryEntry expected = samples::entry(number, samples::bodySizeOf(number));
        expected.id = id;
        QCOMPARE(*loaded, expected);
    }
}

void tst_historycrash::losesNoFinishedEntry()
{
    const int rounds = qEnvironmentVariableIsSet("ACTIONSCOPE_CRASH_ROUNDS")
        ? qEnvironmentVariableIntValue("ACTIONSCOPE_CRASH_ROUNDS")
        : 20;
    const int seed = qEnvironmentVariableIsSet("ACTIONSCOPE_CRASH_SEED")
        ? qEnvironmentVariableIntValue("ACTIONSCOPE_CRASH_SEED")
        : 1;
    QRandomGenerator random {quint32(seed)};
    QTemporaryDir dir;
    const QString folder = dir.filePath(QStringLiteral("history"));
    QSet<QString> ids;
    for (int round = 0; round < rounds; ++round) {
        QProcess writer;
        writer.start(QStringLiteral(HISTORY_APPENDER),
            {folder, QString::number(round * 100'000), QStringLiteral("100000")});
        QVERIFY(writer.waitForReadyRead());
        killAfter(writer, random.bounded(60'000));
        if (QTest::currentTestFailed())
            return;

        HistoryFiles files(folder);
        checkEntries(writer.readAllStandardOutput(), files, ids);
        if (QTest::currentTestFailed())
            return;
        // What was stored but not yet printed is whole as well; at most one entry a round.
        const auto listed = files.list(1'000'000);
        QVERIFY(listed);
        QVERIFY(listed->size() >= ids.size() && listed->size() <= ids.size() + round + 1);
        for (const HistorySummary &summary : listed->mid(0, 3))
            QVERIFY2(files.load(summary.id), qPrintable(summary.id));
    }
    qInfo("%d rounds, seed %d: all %d finished entries are there", rounds, seed, int(ids.size()));
}

QTEST_GUILESS_MAIN(tst_historycrash)
#include "tst_historycrash.moc"
