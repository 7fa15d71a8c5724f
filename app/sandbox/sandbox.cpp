// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/sandbox.h"

#include "app/base/tr.h"
#include "app/sandbox/requestlog/requestlog.h"
#include "app/sandbox/service.h"

#include <QPromise>

namespace actionscope::sandbox {

Sandbox::Sandbox(QObject *parent)
    : QObject(parent)
    , m_requests(std::make_shared<RequestLog>())
{
    m_thread.setObjectName(QStringLiteral("sandbox"));
}

Sandbox::~Sandbox()
{
    m_thread.quit();
    m_thread.wait();
}

void Sandbox::start(const SandboxOptions &options)
{
    if (m_thread.isRunning())
        return;
    auto *service = new Service(options, m_requests);
    m_service = service;
    service->moveToThread(&m_thread);
    // Database and sockets belong to the thread, so they go before it ends.
    connect(&m_thread, &QThread::finished, service, &QObject::deleteLater);
    connect(&m_thread, &QThread::started, service, &Service::start);
    connect(service, &Service::started, this, &Sandbox::started);
    connect(service, &Service::failed, this, &Sandbox::failed);
    connect(service, &Service::moved, this, &Sandbox::moved);
    connect(service, &Service::moveRefused, this, &Sandbox::moveRefused);
    connect(service, &Service::manifestRefused, this, &Sandbox::manifestRefused);
    connect(service, &Service::actionsChanged, this, &Sandbox::actionsChanged);
    m_thread.start();
}

void Sandbox::setFaults(const FaultSpec &faults)
{
    if (m_service)
        QMetaObject::invokeMethod(m_service, [service = m_service, faults] { service->setFaults(faults); });
}

void Sandbox::setReplay(const std::optional<QList<api::RecordedRun>> &runs)
{
    if (m_service)
        QMetaObject::invokeMethod(m_service, [service = m_service, runs] { service->setReplay(runs); });
}

void Sandbox::moveTo(quint16 port)
{
    if (m_service)
        QMetaObject::invokeMethod(m_service, [service = m_service, port] { service->moveTo(port); });
}

QFuture<Result<void>> Sandbox::resetState()
{
    return onService([](Service &service) { return service.resetState(); });
}

QFuture<Result<void>> Sandbox::saveState(const QString &file)
{
    return onService([file](Service &service) { return service.saveState(file); });
}

QFuture<Result<void>> Sandbox::restoreState(const QString &file)
{
    return onService([file](Service &service) { return service.restoreState(file); });
}

// On its thread, between two requests.
QFuture<Result<void>> Sandbox::onService(const std::function<Result<void>(Service &service)> &task)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto end = [promise](const Result<void> &result) {
        promise->addResult(result);
        promise->finish();
    };
    if (m_service)
        QMetaObject::invokeMethod(m_service, [service = m_service, task, end] { end(task(*service)); });
    else
        end(failure(ErrorCode::Unavailable, Tr::tr("The sandbox does not run.")));
    return promise->future();
}

} // namespace actionscope::sandbox
