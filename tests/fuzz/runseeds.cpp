// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/target.h"

#include <QDir>

#include <cstdio>

// Stands in for libFuzzer's main(): runs the target over every file of a folder, and over its beginnings.
int main(int argc, char **argv)
{
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    const QStringList names = argc > 1 ? folder.entryList(QDir::Files, QDir::Name) : QStringList();
    for (const QString &name : names) {
        std::printf("%s\n", qPrintable(name));
        std::fflush(stdout); // the last line names the seed that failed
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray seed = file.readAll();
        const auto *data = reinterpret_cast<const std::uint8_t *>(seed.constData());
        const qsizetype step = 1 + seed.size() / 256;
        for (qsizetype size = seed.size(); size >= 0; size -= step)
            LLVMFuzzerTestOneInput(data, std::size_t(size));
    }
    return names.isEmpty() ? 1 : 0;
}
