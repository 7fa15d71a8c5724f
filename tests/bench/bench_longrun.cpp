// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A very long run as a process, and what memory it takes on the way: bench_longrun [REQUESTS]

#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdlib>

namespace {

constexpr double allowedGrowth = 1.15;

// Kilobytes of the process, as the system counts them: "VmRSS" or "VmHWM".
qint64 memoryOf(qint64 process, const char *what)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QRegularExpression line(QStringLiteral("%1:\\s+(\\d+)").arg(QLatin1String(what)));
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString count = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("100000");
    QProcess sandbox;
    sandbox.start(QStringLiteral(ACTIONSCOPE_CLI), {QStringLiteral("sandbox")});
    sandbox.waitForReadyRead(30'000);
    const QByteArrayList words = sandbox.readLine().trimmed().split(' ');

    QTemporaryDir folder;
    QFile request(folder.filePath(QStringLiteral("echo.action.json")));
    if (!request.open(QIODevice::WriteOnly))
        return 1;
    request.write(R"({"actionId":"SANDBOX_ECHO","input":{"n":1},"expect":[{"path":"$.data.input.n","equals":1}]})");
    request.close();

    QProcess run;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("COMPOSIO_API_KEY"), QString::fromLatin1(words.value(3)));
    run.setProcessEnvironment(environment);
    run.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    run.start(QStringLiteral(ACTIONSCOPE_CLI),
        {QStringLiteral("run"), request.fileName(), QStringLiteral("--repeat"), count, QStringLiteral("--jobs"), QStringLiteral("4"),
            QStringLiteral("--base-url"), QString::fromLatin1(words.value(1)), QStringLiteral("--api"), QStringLiteral("v2"),
            QStringLiteral("--quiet"), QStringLiteral("--report"), QStringLiteral("html=%1/run.html").arg(folder.path()),
            QStringLiteral("--report"), QStringLiteral("junit=%1/run.xml").arg(folder.path()), QStringLiteral("--report"),
            QStringLiteral("json=%1/run.json").arg(folder.path())});
    qint64 early = 0;
    qint64 highest = 0;
    while (!run.waitForFinished(100)) {
        if (run.error() == QProcess::FailedToStart)
            return 1;
        highest = std::max(highest, memoryOf(run.processId(), "VmHWM"));
        if (early == 0 && timer.elapsed() > 3000)
            early = highest;
    }
    sandbox.terminate();
    sandbox.waitForFinished();
    std::printf("%s requests, exit code %d, %.1f s\n", qPrintable(count), run.exitCode(), double(timer.elapsed()) / 1000);
    std::printf("memory after 3 s %.1f MB, highest with all reports %.1f MB, ratio %.2f  (allowed %.2f)\n", double(early) / 1000,
        double(highest) / 1000, double(highest) / double(std::max<qint64>(1, early)), allowedGrowth);
    return run.exitCode();
}
