// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/signalwatcher.h"
#include "app/sandbox/requestlog/requestlog.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/openapicheck.h"

#include <QCoreApplication>

#include <cstdio>

using namespace actionscope;

namespace {

// Ends with 1 where an answer was not as the sandbox describes itself.
int checkAnswers(const sandbox::RequestLog &requests)
{
    int problems = 0;
    quint64 last = 0;
    for (const sandbox::LoggedRequest &logged : requests.endedAfter(0, &last)) {
        const bool isWhole = logged.status >= 200 && logged.answer.size() == logged.answerSize;
        if (!isWhole || !logged.faults.isEmpty() || !logged.replay.isEmpty())
            continue;
        const QString problem = test::OpenApiCheck::ofSandbox().problem(logged.request.method, logged.request.path,
            {logged.status, {}, logged.answerHeaders, logged.answer});
        if (problem.isEmpty())
            continue;
        ++problems;
        std::fprintf(stderr, "The answer is not as described: %s\n", qPrintable(problem));
    }
    std::fprintf(stderr, "%d of %d answers are not as described.\n", problems, int(last));
    return problems == 0 ? 0 : 1;
}

} // namespace

// Runs a sandbox for a peer that is no part of this program: prints where it listens, and when it is told to end holds
// all it answered against its description.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    sandbox::Sandbox server;
    QObject::connect(&server, &sandbox::Sandbox::started, &application, [](const sandbox::SandboxAddress &address) {
        std::printf("listening %s key %s\n", qPrintable(address.url.toString()), address.apiKey.constData());
        std::fflush(stdout);
    });
    QObject::connect(&server, &sandbox::Sandbox::failed, &application, [](const Error &error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.sentence));
        QCoreApplication::exit(1);
    });
    const cli::SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &cli::SignalWatcher::interrupted, &application,
        [&server] { QCoreApplication::exit(checkAnswers(server.requests())); });
    sandbox::SandboxOptions options;
    if (argc > 1)
        options.state = QString::fromLocal8Bit(argv[1]);
    server.start(options);
    return QCoreApplication::exec();
}
