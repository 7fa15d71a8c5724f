// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cliprocess.h"
#include "tests/support/largehar.h"

#include <QDir>

#include <sys/resource.h>

using namespace actionscope;
using tests::CliProcess;

namespace {

// Kilobytes that the largest program started so far took at its most.
qint64 peakOfPrograms()
{
    rusage usage {};
    return getrusage(RUSAGE_CHILDREN, &usage) == 0 ? usage.ru_maxrss : -1;
}

} // namespace

// A large HAR file as a process meets it: its requests are there and the memory does not grow with it. bench_har does the
// same with 300 MB.
class TestCliHar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsALargeFileInLittleMemory();
};

void TestCliHar::importsALargeFileInLittleMemory()
{
    CliProcess cli;
    QVERIFY(tests::writeLargeHar(cli.folder.filePath(QStringLiteral("small.har")), 3, 1'000'000));
    QCOMPARE(cli.run({QStringLiteral("import"), QStringLiteral("small.har"), QStringLiteral("--to"), QStringLiteral("small")}), 0);
    const qint64 before = peakOfPrograms();

    QVERIFY(tests::writeLargeHar(cli.folder.filePath(QStringLiteral("large.har")), 64, 40'000'000));
    QCOMPARE(cli.run({QStringLiteral("import"), QStringLiteral("large.har"), QStringLiteral("--to"), QStringLiteral("large")}), 0);
    const QStringList made = QDir(cli.folder.filePath(QStringLiteral("large"))).entryList({QStringLiteral("*.action.json")});
    QCOMPARE(made.size(), 64);
    QVERIFY(made.contains(QStringLiteral("SANDBOX_FILL.action.json")));
    QVERIFY2(cli.errors.contains("Entry 33 holds a text of 40000035 bytes"), cli.errors.constData());
    const qint64 grown = peakOfPrograms() - before;
    QVERIFY2(grown < 96 * 1024, qPrintable(QStringLiteral("%1 kB more").arg(grown)));
}

QTEST_GUILESS_MAIN(TestCliHar)
#include "tst_cli_har.moc"
