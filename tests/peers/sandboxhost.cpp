// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/sandbox.h"

#include <QCoreApplication>

#include <cstdio>

using namespace actionscope;

// Runs a sandbox for a peer that is no part of this program: prints where it listens, ends with its caller.
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
    sandbox::SandboxOptions options;
    if (argc > 1)
        options.state = QString::fromLocal8Bit(argv[1]);
    server.start(options);
    return QCoreApplication::exec();
}
