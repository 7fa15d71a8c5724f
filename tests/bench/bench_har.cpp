// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A HAR file that does not fit into memory, listed: bench_har [MEGABYTES]

#include "app/exchange/harscanner.h"
#include "tests/bench/measure.h"
#include "tests/support/largehar.h"

#include <QTemporaryDir>

#include <sys/resource.h>

#include <cstdlib>

using namespace actionscope;

int main(int argc, char **argv)
{
    const int megabytes = argc > 1 ? std::atoi(argv[1]) : 300;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.har"));
    if (!tests::writeLargeHar(path, megabytes, bench::megabyte * 20))
        return 1;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    qsizetype entries = 0;
    bench::printTime("all entries listed", bench::bestOf(1, [&] { entries = exchange::listHar(file).entries.size(); }));
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-44s %9.2f MB of a file of %.0f MB\n", "memory at its most", double(usage.ru_maxrss) / 1000.0, double(file.size()) / 1e6);
    return entries == megabytes ? 0 : 1;
}
