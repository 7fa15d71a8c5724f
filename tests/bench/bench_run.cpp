// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A collection run beside a bare loop over the same requests, both against a sandbox in a process of its own.

#include "app/api/wire.h"
#include "app/runner/runner.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdlib>

using namespace actionscope;
using namespace actionscope::runner;

namespace {

constexpr int requestCount = 1000;
constexpr int rounds = 15; // enough for each to meet a quiet moment of a busy machine
constexpr double allowedRatio = 1.6;
constexpr double allowedOne = 40; // ms
constexpr double allowedVersion = 15; // ms

[[noreturn]] void giveUp(const char *why)
{
    std::fprintf(stderr, "%s\n", why);
    std::exit(1);
}

// The sandbox as a script starts it.
class SandboxProcess final
{
public:
    SandboxProcess()
    {
        m_process.start(QStringLiteral(ACTIONSCOPE_CLI), {QStringLiteral("sandbox")});
        if (!m_process.waitForReadyRead(30'000))
            giveUp("The sandbox does not start.");
        const QByteArrayList words = m_process.readLine().trimmed().split(' '); // listening URL key KEY
        destination = {QUrl(QString::fromLatin1(words.value(1))), words.value(3)};
    }
    ~SandboxProcess()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    executor::Destination destination;

private:
    QProcess m_process;
};

QByteArray savedRequest(int number)
{
    return "{\"actionscope\":1,\"actionId\":\"SANDBOX_ECHO\",\"entityId\":\"default\",\"input\":{\"number\":" + QByteArray::number(number)
        + ",\"title\":\"Found a bug\",\"body\":\"I'm having a problem with this.\",\"labels\":[\"bug\",\"ui\"]},"
          "\"expect\":[{\"path\":\"$.data.input.number\",\"equals\":"
        + QByteArray::number(number) + "}]}";
}

QList<RequestFile> files()
{
    QList<RequestFile> all;
    for (int i = 0; i < requestCount; ++i) {
        const QString name = QStringLiteral("r%1").arg(i);
        all.append({name, QDir::tempPath(), 0, storage::readSavedRequest(savedRequest(i), name)});
    }
    return all;
}

// One after the other with nothing around it: send, read, count the bytes.
qint64 bareLoop(const QList<api::HttpRequest> &requests, const executor::Destination &destination)
{
    QNetworkAccessManager network;
    QEventLoop loop;
    qint64 bytes = 0;
    for (const api::HttpRequest &request : requests) {
        QUrl url = destination.baseUrl;
        url.setPath(QString::fromLatin1(request.path));
        QNetworkRequest wire(url);
        for (const api::Header &header : request.headers)
            wire.setRawHeader(header.name, header.value);
        wire.setRawHeader("x-api-key", destination.apiKey);
        QNetworkReply *reply = network.sendCustomRequest(wire, request.method, request.body);
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        if (reply->error() != QNetworkReply::NoError)
            giveUp("The bare loop was refused.");
        bytes += reply->readAll().size();
        delete reply;
    }
    return bytes;
}

RunSummary wholeRun(const RunPlan &plan, const executor::Destination &destination, int jobs)
{
    RunnerOptions options;
    options.settings.destination = destination;
    options.settings.apiVersion = api::ApiVersion::V2;
    options.settings.redactor.addSecret("apiKey", destination.apiKey);
    options.variables = {Variables()};
    options.jobs = jobs;
    Runner runner(plan, options);
    QEventLoop loop;
    QObject::connect(&runner, &Runner::finished, &loop, &QEventLoop::quit);
    runner.start();
    loop.exec();
    if (runner.summary().passed != requestCount)
        giveUp("Not every request of the run passed.");
    return runner.summary();
}

double processTime(const QStringList &arguments, const executor::Destination &destination, int times)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("COMPOSIO_API_KEY"), QString::fromLatin1(destination.apiKey));
    return bench::bestOf(times, [&] {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(QStringLiteral(ACTIONSCOPE_CLI), arguments);
        process.waitForFinished(-1);
        if (process.exitCode() != 0)
            giveUp(process.readAllStandardError().constData());
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const SandboxProcess sandbox;
    const RunPlan plan = planFor(files());
    QList<api::HttpRequest> requests;
    for (const PlannedRequest &planned : plan.requests)
        requests.append(api::toWire(planned.saved.request, api::ApiVersion::V2).request);

    QTemporaryDir folder;
    for (int i = 0; i < requestCount; ++i) {
        QDir(folder.path()).mkpath(QStringLiteral("all"));
        QFile file(folder.filePath(QStringLiteral("all/r%1.action.json").arg(i)));
        if (!file.open(QIODevice::WriteOnly) || file.write(savedRequest(i)) < 0)
            giveUp("The collection cannot be written.");
    }
    const QStringList where {QStringLiteral("--base-url"), sandbox.destination.baseUrl.toString(), QStringLiteral("--api"),
        QStringLiteral("v2"), QStringLiteral("--config"), folder.filePath(QStringLiteral("config"))};

    qint64 expected = 0;
    double bare = std::numeric_limits<double>::max();
    double run = bare;
    double side = bare;
    double all = bare;
    for (int i = 0; i < rounds; ++i) { // by turns, so that both meet the same machine
        bare = std::min(bare, bench::bestOf(1, [&] { expected = bareLoop(requests, sandbox.destination); }));
        run = std::min(run, bench::bestOf(1, [&] {
            if (wholeRun(plan, sandbox.destination, 1).bytes != expected)
                giveUp("Both did not receive the same.");
        }));
        all = std::min(all, processTime(QStringList {QStringLiteral("run"), folder.filePath(QStringLiteral("all"))} + where, sandbox.destination, 1));
        side = std::min(side, bench::bestOf(1, [&] { wholeRun(plan, sandbox.destination, 6); }));
    }
    bench::printTime("1,000 requests, bare loop", bare);
    bench::printRatio("1,000 requests, run", run, bare, allowedRatio);
    bench::printRatio("1,000 requests, run with six at once", side, bare, allowedRatio);

    const double one
        = processTime(QStringList {QStringLiteral("run"), folder.filePath(QStringLiteral("all/r0.action.json"))} + where, sandbox.destination, 20);
    const double version = processTime({QStringLiteral("--version")}, sandbox.destination, 20);
    bench::printRatio("one saved request, whole process (of 40 ms)", one, allowedOne, 1);
    bench::printRatio("1,000 saved requests, whole process", all, bare, allowedRatio);
    bench::printRatio("--version (of 15 ms)", version, allowedVersion, 1);
    return 0;
}
