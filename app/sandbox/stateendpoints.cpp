// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/stateendpoints.h"

#include "app/base/tr.h"
#include "app/sandbox/gate.h"

#include <QFile>
#include <QTemporaryDir>

namespace actionscope::sandbox {

namespace {

using Handler = std::function<void(Exchange &exchange, const QString &file)>;

void answerDone(Exchange &exchange, const Result<void> &done)
{
    if (done)
        exchange.answer({.body = R"({"done":true})"});
    else
        refuse(exchange,
            {done.error().code == ErrorCode::InvalidInput ? RefusalKind::BadBody : RefusalKind::Internal,
                done.error().sentence, done.error().hint});
}

// The handler gets the name of a file that is gone afterwards.
RouteHandler local(Handler handler)
{
    return [handler = std::move(handler)](Exchange &exchange, const Captures &) {
        if (!exchange.request().isLocal) {
            return refuse(exchange,
                {RefusalKind::UpstreamForbidden, Tr::tr("The state can be had and changed from the sandbox's own computer only.")});
        }
        const QTemporaryDir folder;
        if (!folder.isValid())
            return refuse(exchange, {RefusalKind::Internal, Tr::tr("No temporary folder could be made.")});
        handler(exchange, folder.filePath(QStringLiteral("state.sqlite")));
    };
}

void give(Exchange &exchange, const QString &name, const StateTasks &tasks)
{
    const auto saved = tasks.save(name);
    QFile file(name);
    if (!saved)
        return answerDone(exchange, saved);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(exchange, {RefusalKind::Internal, Tr::tr("The saved state could not be read.")});
    exchange.answer({.body = file.readAll(), .contentType = "application/vnd.sqlite3"});
}

void take(Exchange &exchange, const QString &name, const StateTasks &tasks)
{
    QFile file(name);
    const QByteArray &bytes = exchange.request().body;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return refuse(exchange, {RefusalKind::Internal, Tr::tr("The state could not be written.")});
    auto restored = tasks.restore(name);
    if (!restored && restored.error().code == ErrorCode::InvalidInput)
        restored = failure(ErrorCode::InvalidInput, Tr::tr("The body holds no state of a sandbox."), {}, restored.error().hint);
    answerDone(exchange, restored);
}

} // namespace

void addStateEndpoints(Router *router, const StateTasks &tasks)
{
    router->add("GET", "/sandbox/state",
        local([tasks](Exchange &exchange, const QString &file) { give(exchange, file, tasks); }));
    router->add("PUT", "/sandbox/state",
        local([tasks](Exchange &exchange, const QString &file) { take(exchange, file, tasks); }));
    router->add("DELETE", "/sandbox/state",
        local([tasks](Exchange &exchange, const QString &) { answerDone(exchange, tasks.reset()); }));
}

} // namespace actionscope::sandbox
