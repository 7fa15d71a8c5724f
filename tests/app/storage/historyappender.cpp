// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Appends entries to a history and prints "NUMBER ID" after each. tst_historycrash kills it in the middle.

#include "app/storage/historyfiles.h"
#include "sampleentry.h"

#include <QCoreApplication>

#include <cstdio>

using namespace actionscope::storage;

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int from = arguments.value(2).toInt();
    const int count = arguments.value(3).toInt();
    HistoryFiles files(arguments.value(1));
    for (int number = from; number < from + count; ++number) {
        const auto stored = files.append(samples::entry(number, samples::bodySizeOf(number)));
        if (!stored) {
            std::fprintf(stderr, "%s\n", qPrintable(stored.error().sentence));
            return 1;
        }
        std::printf("%d %s\n", number, qPrintable(stored->id));
        std::fflush(stdout);
    }
    return 0;
}
