// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/recordedrun.h"
#include "app/base/error.h"
#include "app/sandbox/accesskey.h"
#include "app/sandbox/faults/fault.h"
#include "app/sandbox/modeloptions.h"
#include "app/sandbox/upstream/upstreamoptions.h"

#include <QFuture>
#include <QHostAddress>
#include <QObject>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace actionscope::sandbox {

// What happens at the start where somebody else has the port.
enum class PortFallback { None, AnyFree };

struct SandboxOptions
{
    QHostAddress host = QHostAddress(QHostAddress::LocalHost); // any other lets other computers in
    quint16 port = 0; // 0: any free one
    PortFallback portFallback = PortFallback::None; // with AnyFree moveRefused() says so, and then started()
    QString state = QStringLiteral(":memory:"); // or a folder
    QString restore = {}; // a file that saveState() has written: the state to begin with; empty for the one there is
    QString builtInFolder = QStringLiteral(":/sandbox/apps"); // a test may bring a small world of its own
    QString actionsFolder; // manifests of one's own, beside the built-in ones; empty for none
    QByteArray apiKey; // empty: a new random one
    QList<AccessKey> accessKeys = {}; // others, which may do less
    FaultSpec faults; // on purpose, for every client
    ModelOptions model = {}; // makes input from words; without it the rules do
    UpstreamOptions upstreams = {}; // what http actions and proxy requests may call
    std::optional<QList<api::RecordedRun>> replay = {}; // they answer executions, and nothing is executed
    QString logFile; // each request as a line of JSON, appended; "-" is standard error; empty for none
};

class RequestLog;
class Service;

struct SandboxAddress
{
    QUrl url; // http://127.0.0.1:PORT, or the address it was told to listen on
    QByteArray apiKey;
};

// The embedded service: an own thread with an own event loop and database; loopback only.
class Sandbox final : public QObject
{
    Q_OBJECT

public:
    explicit Sandbox(QObject *parent = nullptr);
    ~Sandbox() override; // stops it, answers in progress are cut

    // Returns at once; started() or failed() follows, exactly once.
    void start(const SandboxOptions &options);

    // While it runs; the future ends when it is done. Requests see the state before or after.
    [[nodiscard]] QFuture<Result<void>> resetState();
    [[nodiscard]] QFuture<Result<void>> saveState(const QString &file);
    [[nodiscard]] QFuture<Result<void>> restoreState(const QString &file);

    // What clients sent and were answered; may be read on any thread.
    [[nodiscard]] const RequestLog &requests() const { return *m_requests; }
    [[nodiscard]] std::shared_ptr<RequestLog> sharedRequests() const { return m_requests; } // for a worker thread

    // What follows is done between two requests of a sandbox that runs, and does nothing before start().
    void setFaults(const FaultSpec &faults);
    // Recorded runs answer from now on, or nothing recorded does and the actions act again.
    void setReplay(const std::optional<QList<api::RecordedRun>> &runs);
    // moved() follows, also where it is the port it has, or moveRefused(), and then it stays where it is. Connections to
    // the port it had are cut. 0: any free one.
    void moveTo(quint16 port);

Q_SIGNALS:
    void started(const actionscope::sandbox::SandboxAddress &address);
    void failed(const actionscope::Error &error);
    void moved(const actionscope::sandbox::SandboxAddress &address);
    void moveRefused(const actionscope::Error &error);
    // A file of the actions folder cannot be used, at the start or after a change; what it said before stays. Also in
    // the log.
    void manifestRefused(const actionscope::Error &error);
    // A file of the actions folder was changed, and its actions with it.
    void actionsChanged();

private:
    [[nodiscard]] QFuture<Result<void>> onService(const std::function<Result<void>(Service &service)> &task);

    std::shared_ptr<RequestLog> m_requests;
    Service *m_service = nullptr; // lives on the thread, and as long as it runs
    QThread m_thread;
};

} // namespace actionscope::sandbox
