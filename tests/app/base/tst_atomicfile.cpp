// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace actionscope;

class tst_atomicfile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void writesAndReads_data();
    void writesAndReads();
    void replacesWhatWasThere();
    void isForTheOwnerOnly();
    void missingFileIsNotFound();
    void folderIsUnreadableAndUnwritable();
    void folderThatCannotBeMade();
    void failedWriteLeavesTheOldFile_data();
    void failedWriteLeavesTheOldFile();
    void tellsHowFarItIs();
    void cancelledWriteLeavesTheOldFile();

private:
    [[nodiscard]] QString path(const char *name = "file") const { return m_dir->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_atomicfile::writesAndReads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("NUL and line ends") << QByteArray("\0\r\n\xff", 4);
    QTest::newRow("3 MB") << QByteArray(3'000'000, 'x');
}

void tst_atomicfile::writesAndReads()
{
    QFETCH(QByteArray, bytes);
    const QString deep = path("a/b/file");
    QVERIFY(writeFileAtomically(deep, bytes));
    QCOMPARE(*readFile(deep), bytes);
    QCOMPARE(QDir(path("a/b")).entryList(QDir::Files | QDir::Hidden), QStringList {QStringLiteral("file")});
}

void tst_atomicfile::replacesWhatWasThere()
{
    QVERIFY(writeFileAtomically(path(), "a long first version"));
    QVERIFY(writeFileAtomically(path(), "short"));
    QCOMPARE(*readFile(path()), QByteArray("short"));
}

void tst_atomicfile::isForTheOwnerOnly()
{
    QFile open(path());
    QVERIFY(open.open(QIODevice::WriteOnly));
    QVERIFY(open.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
    open.close();
    for (const char *name : {"file", "new"}) {
        QVERIFY(writeFileAtomically(path(name), "secret"));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        QCOMPARE(QFile::permissions(path(name)) & others, QFileDevice::Permissions());
    }
}

void tst_atomicfile::missingFileIsNotFound()
{
    const auto bytes = readFile(path());
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::NotFound);
    QVERIFY(bytes.error().sentence.contains(path()));
}

void tst_atomicfile::folderIsUnreadableAndUnwritable()
{
    const auto read = readFile(m_dir->path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Unreadable);
    const auto written = writeFileAtomically(m_dir->path(), "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Unwritable);
    QVERIFY(written.error().sentence.contains(m_dir->path()));
}

void tst_atomicfile::folderThatCannotBeMade()
{
    QVERIFY(writeFileAtomically(path(), "a file"));
    const auto written = writeFileAtomically(path("file/below"), "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Unwritable);
    QCOMPARE(*readFile(path()), QByteArray("a file"));
}

void tst_atomicfile::failedWriteLeavesTheOldFile_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<rlim_t>("room");
    QTest::newRow("fails while it is handed over") << qsizetype(1'000'000) << rlim_t(100'000);
    QTest::newRow("fails on its way out of the buffer") << qsizetype(300) << rlim_t(0);
    QTest::newRow("part of the buffer fits") << qsizetype(300) << rlim_t(100);
}

// A full disk, played by the limit on the size of files.
void tst_atomicfile::failedWriteLeavesTheOldFile()
{
    QFETCH(qsizetype, size);
    QFETCH(rlim_t, room);
    QVERIFY(writeFileAtomically(path(), "the old version"));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small {room, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = writeFileAtomically(path(), QByteArray(size, 'x'));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Unwritable);
    QCOMPARE(*readFile(path()), QByteArray("the old version"));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), QStringList {QStringLiteral("file")});
}

void tst_atomicfile::tellsHowFarItIs()
{
    WriteWatch watch;
    const QByteArray bytes(9'000'000, 'x');
    QVERIFY(writeFileAtomically(path(), bytes, &watch));
    QCOMPARE(qsizetype(watch.written), bytes.size());
    QVERIFY(*readFile(path()) == bytes);
}

void tst_atomicfile::cancelledWriteLeavesTheOldFile()
{
    QVERIFY(writeFileAtomically(path(), "old"));
    WriteWatch watch;
    watch.isCancelled = true;
    const Result<void> written = writeFileAtomically(path(), "new", &watch);
    QVERIFY(!written);
    QVERIFY(written.error().sentence.endsWith(QLatin1String("it was cancelled.")));
    QCOMPARE(*readFile(path()), QByteArray("old"));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), QStringList {QStringLiteral("file")});
}

QTEST_GUILESS_MAIN(tst_atomicfile)
#include "tst_atomicfile.moc"
