// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/historyfiles.h"

#include "app/base/atomicfile.h"
#include "historyfolder.h"
#include "sampleentry.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace actionscope;
using namespace actionscope::storage;

// What becomes of a history whose files were damaged, or could not be written.
class tst_historydamage final : public QObject, private HistoryFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void damage_data();
    void damage();
    void damagedSegmentGetsNoMoreEntries();
    void cleansUpAfterAKilledWriter();
    void locksOfAKilledWriterDoNotBlock();
    void fullDisk_data();
    void fullDisk();
};

void tst_historydamage::damage_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("namesBody");
    for (const char *kind : {"truncated in the entry", "truncated to nothing", "garbage", "garbage with a header",
             "a folder in its place", "one byte changed"})
        QTest::newRow(kind) << QString::fromLatin1(kind) << false;
    QTest::newRow("body missing") << QStringLiteral("body missing") << true;
    QTest::newRow("body cut") << QStringLiteral("body cut") << true;
}

void tst_historydamage::damage()
{
    QFETCH(QString, kind);
    QFETCH(bool, namesBody);
    QString good;
    QString bad;
    {
        HistoryFiles files(folder());
        bad = files.append(samples::entry(1, namesBody ? 100'000 : 2000))->id;
        while (!QFileInfo::exists(segment(2)))
            good = files.append(samples::entry(2))->id;
    }
    const QString body = folder() + QLatin1Char('/') + bad + QStringLiteral(".body");
    QByteArray bytes = *readFile(segment(1));
    const qsizetype inEntry = bytes.indexOf("answerBody");
    if (kind == QLatin1String("body missing")) {
        QVERIFY(QFile::remove(body));
    } else if (kind == QLatin1String("body cut")) {
        QVERIFY(QFile::resize(body, 99'000));
    } else if (kind == QLatin1String("truncated in the entry")) {
        QVERIFY(QFile::resize(segment(1), inEntry + 500));
    } else if (kind == QLatin1String("truncated to nothing")) {
        QVERIFY(QFile::resize(segment(1), 0));
    } else if (kind == QLatin1String("a folder in its place")) {
        QVERIFY(QFile::remove(segment(1)) && QDir().mkdir(segment(1)));
    } else {
        QRandomGenerator random(3);
        if (kind == QLatin1String("garbage"))
            bytes = samples::awkwardBytes(random, 9000);
        else if (kind == QLatin1String("garbage with a header"))
            bytes = bytes.left(100) + samples::awkwardBytes(random, 9000);
        else
            bytes[inEntry + 300] = bytes[inEntry + 300] == 'x' ? 'y' : 'x';
        QVERIFY(writeFileAtomically(segment(1), bytes));
    }

    HistoryFiles files(folder());
    const auto listed = files.list(1000);
    QVERIFY(listed);
    QCOMPARE(listed->constFirst().id, good);
    QVERIFY(files.load(good));
    const auto loaded = files.load(bad);
    QVERIFY(!loaded);
    if (kind == QLatin1String("truncated to nothing"))
        return; // an empty segment says nothing of what it held
    QCOMPARE(loaded.error().code, ErrorCode::Unreadable);
    QVERIFY2(loaded.error().sentence.contains(namesBody ? body : segment(1)), qPrintable(loaded.error().sentence));
    QVERIFY(files.append(samples::entry(3)));
}

void tst_historydamage::damagedSegmentGetsNoMoreEntries()
{
    QVERIFY(HistoryFiles(folder()).append(samples::entry(1)));
    QByteArray bytes = *readFile(segment(1));
    bytes += "[Run-broken\nno such line\n";
    QVERIFY(writeFileAtomically(segment(1), bytes));
    HistoryFiles files(folder());
    QCOMPARE(files.list(10)->size(), 1);
    const QString id = files.append(samples::entry(2))->id;
    QVERIFY2(id.contains(QLatin1String("-000002-")), qPrintable(id));
    QCOMPARE(*readFile(segment(1)), bytes);
    QCOMPARE(files.list(10)->size(), 2);
}

void tst_historydamage::cleansUpAfterAKilledWriter()
{
    HistoryFiles files(folder());
    QVERIFY(files.append(samples::entry(1)));
    QVERIFY(writeFileAtomically(segment(1) + QStringLiteral(".AbCdEf"), "half"));
    QVERIFY(writeFileAtomically(folder() + QStringLiteral("/x.body.AbCdEf"), "half"));
    while (!QFileInfo::exists(segment(2)))
        QVERIFY(files.append(samples::entry(2)));
    QVERIFY(names(QStringLiteral("*.AbCdEf")).isEmpty());
}

void tst_historydamage::locksOfAKilledWriterDoNotBlock()
{
    HistoryFiles files(folder());
    QVERIFY(files.append(samples::entry(1)));
    QVERIFY(writeFileAtomically(folder() + QStringLiteral("/history.lock"), QByteArray()));
    QVERIFY(writeFileAtomically(segment(1) + QStringLiteral(".lock"), QByteArray()));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(files.append(samples::entry(2)));
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_historydamage::fullDisk_data()
{
    QTest::addColumn<int>("bodySize");
    QTest::newRow("the segment does not fit") << 6000;
    QTest::newRow("the body does not fit") << 200'000;
}

// A full disk, played by the limit on the size of files.
void tst_historydamage::fullDisk()
{
    QFETCH(int, bodySize);
    HistoryFiles files(folder());
    const QString first = files.append(samples::entry(1, 500))->id;
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small {4000, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto lost = files.append(samples::entry(2, bodySize));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::Unwritable);
    QVERIFY2(lost.error().sentence.contains(folder()), qPrintable(lost.error().sentence));
    QVERIFY(names(QStringLiteral("*.body")).isEmpty());
    QCOMPARE(idsIn(files), QStringList {first});

    const auto next = files.append(samples::entry(3));
    QVERIFY(next);
    QCOMPARE(idsIn(files), (QStringList {next->id, first}));
    QVERIFY2(!everythingOnDisk().contains("Number 2"), "what was reported lost must not come back");
}

QTEST_GUILESS_MAIN(tst_historydamage)
#include "tst_historydamage.moc"
