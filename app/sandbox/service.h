// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/sandbox/sandbox.h"

#include <QObject>

#include <memory>

namespace actionscope::sandbox {

// Everything the sandbox is made of, on its own thread: manifests, accounts, database, routes, HTTP.
class Service final : public QObject
{
    Q_OBJECT

public:
    Service(SandboxOptions options, std::shared_ptr<RequestLog> requests);
    ~Service() override;

    void start();
    [[nodiscard]] Result<void> resetState();
    [[nodiscard]] Result<void> saveState(const QString &file);
    [[nodiscard]] Result<void> restoreState(const QString &file);
    // As Sandbox has them, on its thread.
    void setFaults(const FaultSpec &faults);
    void setReplay(const std::optional<QList<api::RecordedRun>> &runs);
    void moveTo(quint16 port);

Q_SIGNALS:
    void started(const actionscope::sandbox::SandboxAddress &address);
    void failed(const actionscope::Error &error);
    void moved(const actionscope::sandbox::SandboxAddress &address);
    void moveRefused(const actionscope::Error &error);
    void manifestRefused(const actionscope::Error &error);
    void actionsChanged();

private:
    struct Parts;
    [[nodiscard]] Result<SandboxAddress> open();
    void addRoutes(const QByteArray &key);
    [[nodiscard]] Result<SandboxAddress> listen(quint16 port);
    void readManifests();
    void useManifests();
    void tellRefusal(const Error &error);

    SandboxOptions m_options;
    std::shared_ptr<RequestLog> m_requests;
    std::unique_ptr<Parts> m_parts;
};

} // namespace actionscope::sandbox
