// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/history.h"

#include "app/storage/historyfiles.h"
#include "sampleentry.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace actionscope;
using namespace actionscope::storage;

class tst_history final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void appendsListsLoadsRemoves();
    void worksInTheOrderAsked();
    void survivesARestart();
    void leavesTheEventLoopAlone();
    void tellsOfFailures();

private:
    [[nodiscard]] QString folder() const { return m_dir->filePath(QStringLiteral("history")); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_history::appendsListsLoadsRemoves()
{
    History history(folder());
    HistoryEntry entry = samples::entry(1);
    QFuture<Result<HistoryEntry>> appended = history.append(entry);
    QTRY_VERIFY(appended.isFinished());
    entry.id = appended.result()->id;
    QVERIFY(!entry.id.isEmpty());
    QCOMPARE(*appended.result(), entry);

    const auto listed = history.list(10).result();
    QCOMPARE(*listed, QList<HistorySummary> {summaryOf(entry)});
    const auto loaded = history.load(entry.id).result();
    QCOMPARE(*loaded, entry);
    QVERIFY(history.remove(entry.id).result());
    QVERIFY(history.list(10).result()->isEmpty());
}

void tst_history::worksInTheOrderAsked()
{
    History history(folder());
    QList<QFuture<Result<HistoryEntry>>> appended;
    for (int i = 0; i < 30; ++i)
        appended << history.append(samples::entry(i));
    // Waiting for the list must not let it overtake what was asked before.
    QCOMPARE(history.list(100).result()->size(), 30);
    for (int i = 1; i < 30; ++i)
        QVERIFY(appended[i - 1].result()->id < appended[i].result()->id);
}

void tst_history::survivesARestart()
{
    {
        History history(folder());
        for (int i = 0; i < 10; ++i)
            history.append(samples::entry(i, 200'000));
    } // its end waits for the disk
    QCOMPARE(HistoryFiles(folder()).list(100)->size(), 10);
    History again(folder());
    QCOMPARE(again.list(100).result()->size(), 10);
}

void tst_history::leavesTheEventLoopAlone()
{
    History history(folder());
    const HistoryEntry large = samples::entry(1, 5'000'000);
    int ticks = 0;
    int answered = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
    ticker.start(1);
    for (int i = 0; i < 20; ++i) {
        history.append(large).then(this, [&](const Result<HistoryEntry> &stored) {
            QVERIFY(stored);
            QCOMPARE(QThread::currentThread(), thread());
            ++answered;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, 20, 30'000);
    QVERIFY2(ticks >= 20, qPrintable(QString::number(ticks)));
}

void tst_history::tellsOfFailures()
{
    History history(QStringLiteral("/proc/no/such/folder"));
    const auto stored = history.append(samples::entry(1)).result();
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::Unwritable);
    QVERIFY(history.list(10).result()->isEmpty());
    QCOMPARE(history.load(QStringLiteral("nonsense")).result().error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_history)
#include "tst_history.moc"
