// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/historyfiles.h"

#include "app/base/atomicfile.h"
#include "app/base/redaction.h"
#include "historyfolder.h"
#include "sampleentry.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace actionscope;
using namespace actionscope::storage;

class tst_historyfiles final : public QObject, private HistoryFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void keepsEveryField_data();
    void keepsEveryField();
    void keepsEveryFieldForAnotherProcess();
    void headersKeepOrderAndDuplicates();
    void ofNothing();
    void listsNewestFirst();
    void idsNameTimeAndSortByIt();
    void startsSegmentsBySize_data();
    void startsSegmentsBySize();
    void largeBodyGoesBesideTheSegment();
    void hugeBodyIsLeftOut_data();
    void hugeBodyIsLeftOut();
    void filesAreForTheOwnerOnly();
    void removes();
    void prunesTheOldest();
    void oneProcessTwoThreads();
    void twoProcesses();
    void neverStoresSecrets();
    void saysWhyItCannotWrite();
    void staysQuickAtTenThousand();
};

void tst_historyfiles::keepsEveryField_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("size");
    for (int seed = 1; seed <= 40; ++seed)
        QTest::addRow("short values, seed %d", seed) << seed << 12;
    for (int seed = 41; seed <= 50; ++seed)
        QTest::addRow("values of pages, seed %d", seed) << seed << 3000;
    QTest::addRow("values past the inline limit") << 51 << 300'000;
}

void tst_historyfiles::keepsEveryField()
{
    QFETCH(int, seed);
    QFETCH(int, size);
    HistoryFiles files(folder());
    const HistoryEntry entry = samples::awkwardEntry(quint32(seed), size);
    const auto stored = files.append(entry);
    QVERIFY2(stored, qPrintable(stored ? QString() : stored.error().sentence));
    HistoryEntry expected = entry;
    expected.id = stored->id;
    QCOMPARE(*stored, expected);

    // A second file of the same content, so that nothing comes from the memory of QSettings.
    const QString copy = m_dir->filePath(QStringLiteral("copy"));
    QVERIFY(QDir().mkpath(copy));
    for (const QFileInfo &file : QDir(folder()).entryInfoList(QDir::Files))
        QVERIFY(QFile::copy(file.filePath(), copy + QLatin1Char('/') + file.fileName()));
    const auto loaded = HistoryFiles(copy).load(stored->id);
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().sentence));
    QCOMPARE(*loaded, expected);
    const auto listed = HistoryFiles(copy).list(10);
    QCOMPARE(listed->size(), 1);
    QCOMPARE(listed->constFirst().id, stored->id);
    QCOMPARE(listed->constFirst().bodySize, entry.exchange.answer.body.size());
}

void tst_historyfiles::keepsEveryFieldForAnotherProcess()
{
    QProcess appender;
    appender.start(QStringLiteral(HISTORY_APPENDER), {folder(), QStringLiteral("0"), QStringLiteral("3")});
    QVERIFY(appender.waitForFinished());
    HistoryFiles files(folder());
    const auto listed = files.list(10);
    QCOMPARE(listed->size(), 3);
    for (const HistorySummary &summary : *listed) {
        const auto loaded = files.load(summary.id);
        QVERIFY(loaded);
        QCOMPARE(summaryOf(*loaded), summary);
    }
}

void tst_historyfiles::headersKeepOrderAndDuplicates()
{
    HistoryFiles files(folder());
    HistoryEntry entry = samples::entry(1);
    entry.exchange.answer.headers = {{"Via", "a=1; Path=/"}, {"X-B", ""}, {"Via", "b=\"2\",c"},
        {"x-b", " "}};
    const auto stored = files.append(entry);
    QCOMPARE(files.load(stored->id)->exchange.answer.headers, entry.exchange.answer.headers);
}

void tst_historyfiles::ofNothing()
{
    HistoryFiles files(folder());
    QVERIFY(files.list(100)->isEmpty());
    QCOMPARE(files.load(QStringLiteral("20260101T000000000-000001-0001")).error().code, ErrorCode::NotFound);
    QCOMPARE(files.load(QStringLiteral("../../etc/passwd")).error().code, ErrorCode::NotFound);
    QCOMPARE(files.remove(QStringLiteral("20260101T000000000-000001-0001")).error().code, ErrorCode::NotFound);
    QVERIFY(files.prune(0));
    QVERIFY2(!QDir(folder()).exists(), "looking must not create anything");
    QVERIFY(files.append(HistoryEntry {}).has_value());
}

void tst_historyfiles::listsNewestFirst()
{
    HistoryFiles files(folder());
    QStringList ids;
    for (int i = 0; i < 60; ++i)
        ids.prepend(files.append(samples::entry(i))->id);
    QVERIFY(names(QStringLiteral("segment-*.ini")).size() > 2);
    const QStringList listed = idsIn(files);
    QCOMPARE(listed, ids);
    QCOMPARE(files.list(7)->size(), 7);
    QCOMPARE(files.list(7)->constLast().id, ids[6]);
    QVERIFY(files.list(0)->isEmpty());
    QCOMPARE(files.list(1)->constFirst(), summaryOf(*files.load(ids[0])));
}

void tst_historyfiles::idsNameTimeAndSortByIt()
{
    QDateTime now(QDate(2026, 3, 4), QTime(5, 6, 7, 89), Qt::UTC);
    HistoryFiles files(folder(), [&] { return now; });
    const QString first = files.append(samples::entry(1))->id;
    const QString second = files.append(samples::entry(2))->id;
    now = now.addMSecs(1);
    const QString third = files.append(samples::entry(3))->id;
    QCOMPARE(first, QStringLiteral("20260304T050607089-000001-0001"));
    QVERIFY(first < second && second < third);
}

void tst_historyfiles::startsSegmentsBySize_data()
{
    QTest::addColumn<int>("bodySize");
    QTest::addColumn<int>("count");
    QTest::newRow("small bodies") << 500 << 200;
    QTest::newRow("2 kB") << 2000 << 100;
    QTest::newRow("60 KiB, just inline") << 60 * 1024 << 10;
    QTest::newRow("1 MB, beside the segment") << 1'000'000 << 5;
}

void tst_historyfiles::startsSegmentsBySize()
{
    QFETCH(int, bodySize);
    QFETCH(int, count);
    HistoryFiles files(folder());
    for (int i = 0; i < count; ++i)
        QVERIFY(files.append(samples::entry(i, bodySize)));
    const QFileInfoList segments = QDir(folder()).entryInfoList({QStringLiteral("segment-*.ini")});
    for (const QFileInfo &segment : segments)
        QVERIFY2(segment.size() < HistoryFiles::segmentSize * 5 / 4, qPrintable(QString::number(segment.size())));
    QCOMPARE(files.list(1000)->size(), count);
}

void tst_historyfiles::largeBodyGoesBesideTheSegment()
{
    HistoryFiles files(folder());
    const HistoryEntry entry = samples::entry(1, 100'000);
    const QString id = files.append(entry)->id;
    QCOMPARE(names(QStringLiteral("*.body")), QStringList {id + QStringLiteral(".body")});
    QCOMPARE(*readFile(folder() + QLatin1Char('/') + id + QStringLiteral(".body")), entry.exchange.answer.body);
    QVERIFY(QFileInfo(segment(1)).size() < 5000);

    HistoryEntry several = samples::entry(2, 70'000);
    several.draft.request.input = samples::jsonBody(1, 80'000);
    several.draft.request.text = QStringLiteral("ü").repeated(90'000);
    several.exchange.request.body = samples::jsonBody(2, 100'000);
    several.id = files.append(several)->id;
    QCOMPARE(*files.load(several.id), several);
}

void tst_historyfiles::hugeBodyIsLeftOut_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("as large as may be") << 100'000LL << true;
    QTest::newRow("one more") << 100'001LL << false;
}

void tst_historyfiles::hugeBodyIsLeftOut()
{
    QFETCH(const qint64, size);
    QFETCH(const bool, isKept);
    HistoryEntry entry = samples::entry(1, 10);
    entry.exchange.answer.body = QByteArray(size, 'x');
    const auto stored = HistoryFiles(folder(), systemClock(), 100'000).append(entry);
    QVERIFY(stored);

    HistoryFiles reopened(folder());
    HistoryEntry expected = entry;
    expected.id = stored->id;
    if (!isKept) {
        expected.exchange.answer.body.clear();
        expected.bodyLeftOut = size;
    }
    QCOMPARE(*reopened.load(stored->id), expected);
    const auto listed = reopened.list(10);
    QCOMPARE(listed->size(), 1);
    QCOMPARE(listed->first().bodySize, size);
    QCOMPARE(listed->first().isBodyKept, isKept);
    QCOMPARE(names(QStringLiteral("*.body")).size(), isKept ? 1 : 0);
}

void tst_historyfiles::filesAreForTheOwnerOnly()
{
    HistoryFiles files(folder());
    for (int i = 0; i < 40; ++i)
        QVERIFY(files.append(samples::entry(i, i == 5 ? 100'000 : 2000)));
    QVERIFY(names(QStringLiteral("segment-*.ini")).size() > 1);
    const auto forOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QCOMPARE(QFileInfo(folder()).permissions() & forOthers, QFileDevice::Permissions());
    for (const QFileInfo &file : QDir(folder()).entryInfoList(QDir::Files)) {
        QVERIFY2((file.permissions() & (forOthers | QFileDevice::ExeOwner)) == QFileDevice::Permissions(),
            qPrintable(file.fileName()));
    }
}

void tst_historyfiles::removes()
{
    HistoryFiles files(folder());
    QStringList ids;
    for (int i = 0; i < 6; ++i)
        ids << files.append(samples::entry(i, i == 2 ? 100'000 : 500))->id;
    QVERIFY(files.remove(ids[2]));
    QVERIFY(files.remove(ids[5]));
    QCOMPARE(files.remove(ids[5]).error().code, ErrorCode::NotFound);
    QCOMPARE(files.load(ids[2]).error().code, ErrorCode::NotFound);
    QVERIFY(names(QStringLiteral("*.body")).isEmpty());
    QCOMPARE(files.list(10)->size(), 4);
    QVERIFY(!ids.contains(files.append(samples::entry(7))->id));
    QCOMPARE(files.list(10)->size(), 5);
    for (const int i : {0, 1, 3, 4})
        QVERIFY(files.load(ids[i]));
    QVERIFY(!everythingOnDisk().contains("Number 5"));
}

void tst_historyfiles::prunesTheOldest()
{
    HistoryFiles files(folder());
    QStringList ids;
    for (int i = 0; i < 150; ++i)
        ids << files.append(samples::entry(i, i % 30 == 0 ? 100'000 : 2000))->id;
    QVERIFY(files.prune(300'000));
    qint64 size = 0;
    for (const QFileInfo &file : QDir(folder()).entryInfoList(QDir::Files))
        size += file.size();
    QVERIFY2(size <= 300'000 && size > 100'000, qPrintable(QString::number(size)));
    const auto kept = files.list(1000);
    QVERIFY(!kept->isEmpty());
    QCOMPARE(kept->constFirst().id, ids.constLast());
    for (const HistorySummary &summary : *kept)
        QVERIFY(files.load(summary.id));
    QCOMPARE(files.load(ids[0]).error().code, ErrorCode::NotFound);
    QVERIFY(files.prune(0));
    QVERIFY(!files.list(1000)->isEmpty());
}

void tst_historyfiles::oneProcessTwoThreads()
{
    const auto appendSome = [this](int from) {
        HistoryFiles files(folder());
        for (int i = from; i < from + 40; ++i) {
            if (!files.append(samples::entry(i)))
                return;
        }
    };
    std::thread other(appendSome, 1000);
    appendSome(0);
    other.join();
    QCOMPARE(HistoryFiles(folder()).list(1000)->size(), 80);
}

void tst_historyfiles::twoProcesses()
{
    constexpr int count = 60;
    QProcess first;
    QProcess second;
    const auto start = [&](QProcess &process, int from) {
        process.start(QStringLiteral(HISTORY_APPENDER), {folder(), QString::number(from), QString::number(count)});
    };
    start(first, 0);
    start(second, 100'000);
    HistoryFiles files(folder());
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids << files.append(samples::entry(200'000 + i))->id;
    QVERIFY(first.waitForFinished() && second.waitForFinished());
    for (QProcess *process : {&first, &second}) {
        for (const QByteArray &line : process->readAllStandardOutput().trimmed().split('\n'))
            ids << QString::fromLatin1(line.split(' ').value(1));
    }
    QCOMPARE(ids.size(), 3 * count);
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), 3 * count);
    const QStringList listed = idsIn(files);
    QCOMPARE(listed.size(), 3 * count);
    for (const QString &id : std::as_const(ids)) {
        QVERIFY2(listed.contains(id), qPrintable(id));
        QVERIFY2(files.load(id), qPrintable(id));
    }
}

void tst_historyfiles::neverStoresSecrets()
{
    const QByteArray key = "ak_live_0123456789";
    const QByteArray token = "Bearer gho_secret/+=";
    HistoryEntry entry = samples::entry(1, 100'000);
    entry.draft.request.authConfig
        = "{\"parameters\":[{\"name\":\"Authorization\",\"in\":\"header\",\"value\":\"" + token + "\"}]}";
    entry.exchange.request.headers[1].value = key;
    entry.exchange.request.body = "{\"authConfig\":" + entry.draft.request.authConfig + '}';
    entry.exchange.answer.body += "you sent " + key + " and " + token;
    entry.exchange.answer.headers.append({"x-echo", key});
    entry.sentence = QStringLiteral("refused ") + QString::fromLatin1(key);
    HistoryFiles files(folder());
    const auto stored = files.append(entry);
    QVERIFY(stored);
    const QByteArray disk = everythingOnDisk();
    QVERIFY(!disk.contains(key));
    QVERIFY(!disk.contains("gho_secret"));
    QVERIFY(!disk.contains("0123456789"));
    const auto loaded = files.load(stored->id);
    QCOMPARE(*loaded, *stored);
    QCOMPARE(loaded->exchange.request.headers[1].value, redactedPlaceholder("apiKey"));
    QVERIFY(loaded->draft.request.authConfig.contains("\"Authorization\""));
    QVERIFY(holdsRedactedPlaceholder(loaded->draft.request.authConfig));
}

void tst_historyfiles::saysWhyItCannotWrite()
{
    QVERIFY(writeFileAtomically(m_dir->filePath(QStringLiteral("config")), "a file where the folder should be"));
    HistoryFiles files(folder());
    const auto stored = files.append(samples::entry(1));
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::Unwritable);
    QVERIFY(stored.error().sentence.contains(folder()));
}

// Limits are several times what is measured on an idle machine: this guards the shape, the benchmark the figures.
void tst_historyfiles::staysQuickAtTenThousand()
{
    if (qEnvironmentVariableIsEmpty("ACTIONSCOPE_LONG_TESTS"))
        QSKIP("takes half a minute; set ACTIONSCOPE_LONG_TESTS to run it");
    HistoryFiles files(folder());
    QList<double> milliseconds;
    QElapsedTimer timer;
    for (int i = 0; i < 10'000; ++i) {
        const HistoryEntry entry = samples::entry(i);
        timer.start();
        QVERIFY(files.append(entry));
        milliseconds << double(timer.nsecsElapsed()) / 1e6;
    }
    const auto median = [&](qsizetype from, qsizetype to) {
        QList<double> part = milliseconds.mid(from, to - from);
        std::sort(part.begin(), part.end());
        return part[part.size() / 2];
    };
    HistoryFiles fresh(folder());
    timer.start();
    QCOMPARE(fresh.list(100)->size(), 100);
    const double listing = double(timer.nsecsElapsed()) / 1e6;
    qInfo("append: first 500 %.2f ms, last 500 %.2f ms; list newest 100: %.2f ms", median(0, 500), median(9500, 10'000),
        listing);
    QVERIFY(median(9500, 10'000) < 3 * median(0, 500));
    QVERIFY(listing < 50);
}

QTEST_GUILESS_MAIN(tst_historyfiles)
#include "tst_historyfiles.moc"
