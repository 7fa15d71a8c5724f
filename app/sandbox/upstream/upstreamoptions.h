// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QStringList>

#include <chrono>
#include <functional>

class QObject;

namespace actionscope::sandbox {

// Asks for the addresses of a name and calls `then` with them, unless `context` dies before. None: no such name.
using Resolve
    = std::function<void(const QString &name, QObject *context, std::function<void(const QList<QHostAddress> &)> then)>;

// How the sandbox calls the services that actions and proxy requests name.
struct UpstreamOptions
{
    QStringList allowedHosts = {}; // names or addresses beside loopback
    std::chrono::milliseconds timeout = std::chrono::seconds(60); // for all of one call
    qint64 largestAnswer = qint64(64) << 20; // bytes of its body
    int mostAtOnce = 64; // a service that calls back into the sandbox must come to an end
    Resolve resolve = {}; // a test's own; empty: the system's
};

} // namespace actionscope::sandbox
