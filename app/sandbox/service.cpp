// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/service.h"

#include "app/api/apikey.h"
#include "app/base/logging.h"
#include "app/base/tr.h"
#include "app/sandbox/accounts/connectendpoints.h"
#include "app/sandbox/actions/actionfolder.h"
#include "app/sandbox/actions/registry.h"
#include "app/sandbox/faults/faultinjector.h"
#include "app/sandbox/fileendpoints.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/http/httpfront.h"
#include "app/sandbox/inputendpoints.h"
#include "app/sandbox/logendpoints.h"
#include "app/sandbox/performer.h"
#include "app/sandbox/proxyendpoints.h"
#include "app/sandbox/requestlog/requestlog.h"
#include "app/sandbox/selfendpoints.h"
#include "app/sandbox/stateendpoints.h"
#include "app/sandbox/store.h"
#include "app/sandbox/v1accounts.h"
#include "app/sandbox/v1integrations.h"
#include "app/sandbox/v2endpoints.h"
#include "app/sandbox/v2lists.h"
#include "app/sandbox/v3accounts.h"
#include "app/sandbox/v3configs.h"
#include "app/sandbox/v3endpoints.h"
#include "app/sandbox/v3lists.h"

#include <QDir>
#include <QUuid>

namespace actionscope::sandbox {

struct Service::Parts
{
    std::vector<std::unique_ptr<ActionFolder>> folders; // the built-in one, then a person's own
    Registry registry;
    std::unique_ptr<Store> store;
    std::unique_ptr<AccountBook> accounts;
    std::unique_ptr<Connector> connector;
    ExecutionLog log;
    std::unique_ptr<Performer> performer;
    std::unique_ptr<Upstreams> upstreams;
    Router router;
    std::unique_ptr<Gate> gate;
    std::unique_ptr<FaultInjector> faults;
    SandboxAddress address;
    std::unique_ptr<HttpFront> front; // last: it goes first, and with it all that is still being answered
};

Service::Service(SandboxOptions options, std::shared_ptr<RequestLog> requests)
    : m_options(std::move(options))
    , m_requests(std::move(requests))
    , m_parts(std::make_unique<Parts>())
{
}

Service::~Service() = default;

void Service::start()
{
    if (const auto address = open())
        Q_EMIT started(*address);
    else
        Q_EMIT failed(address.error());
}

void Service::readManifests()
{
    Parts &parts = *m_parts;
    QStringList folders {m_options.builtInFolder};
    if (!m_options.actionsFolder.isEmpty())
        folders.append(m_options.actionsFolder);
    for (const QString &folder : std::as_const(folders)) {
        parts.folders.push_back(std::make_unique<ActionFolder>(folder));
        ActionFolder *files = parts.folders.back().get();
        connect(files, &ActionFolder::refused, this, &Service::tellRefusal);
        files->read();
    }
    useManifests();
    if (m_options.actionsFolder.isEmpty())
        return;
    connect(parts.folders.back().get(), &ActionFolder::changed, this, [this] {
        useManifests();
        Q_EMIT actionsChanged();
    });
    parts.folders.back()->watch();
}

// Between two requests, so each of them sees the old actions or the new ones.
void Service::useManifests()
{
    std::vector<std::shared_ptr<const Manifest>> manifests;
    for (const auto &folder : m_parts->folders) {
        for (const auto &manifest : folder->manifests())
            manifests.push_back(manifest);
    }
    m_parts->registry.assign(manifests);
    if (const auto loaded = m_parts->accounts->load(m_parts->registry.apps()); !loaded)
        tellRefusal(loaded.error());
    for (const auto &manifest : manifests) {
        for (const Seed &seed : manifest->seeds) {
            if (const auto kept = m_parts->store->seed(seed.table, seed.partition, seed.records); !kept)
                tellRefusal(kept.error());
        }
    }
}

Result<void> Service::resetState()
{
    if (!m_parts->store)
        return failure(ErrorCode::Unavailable, Tr::tr("The sandbox does not run."));
    return m_parts->store->clear().map([this] {
        m_parts->log.clear();
        useManifests();
    });
}

Result<void> Service::saveState(const QString &file)
{
    if (!m_parts->store)
        return failure(ErrorCode::Unavailable, Tr::tr("The sandbox does not run."));
    return m_parts->store->save(file);
}

Result<void> Service::restoreState(const QString &file)
{
    if (!m_parts->store)
        return failure(ErrorCode::Unavailable, Tr::tr("The sandbox does not run."));
    return m_parts->store->load(file).map([this] { useManifests(); });
}

void Service::tellRefusal(const Error &error)
{
    qCWarning(logSandbox, "%s", qUtf8Printable(error.sentence));
    Q_EMIT manifestRefused(error);
}

void Service::addRoutes(const QByteArray &key)
{
    Parts &parts = *m_parts;
    const Endpoints endpoints {parts.registry, *parts.accounts, *parts.connector, *parts.performer, *parts.upstreams,
        parts.log, parts.store->files(), key};
    addProxyEndpoints(&parts.router, endpoints); // before {slug} takes its place
    addV2Lists(&parts.router, endpoints); // lists before the paths that take any name
    addV3Lists(&parts.router, endpoints);
    addV2Endpoints(&parts.router, endpoints);
    addV3Endpoints(&parts.router, endpoints);
    addV1Accounts(&parts.router, endpoints);
    addV1Integrations(&parts.router, endpoints);
    addV3Accounts(&parts.router, endpoints);
    addV3Configs(&parts.router, endpoints);
    addLogEndpoints(&parts.router, endpoints);
    addConnectEndpoints(&parts.router, endpoints);
    addStateEndpoints(&parts.router,
        {[this] { return resetState(); }, [this](const QString &file) { return saveState(file); },
            [this](const QString &file) { return restoreState(file); }});
    addFileEndpoints(&parts.router, parts.store->files());
    addInputEndpoints(&parts.router, {parts.registry, m_options.model});
    addSelfEndpoints(&parts.router);
}

Result<SandboxAddress> Service::open()
{
    if (m_options.apiKey.isEmpty())
        m_options.apiKey = "ak_" + QUuid::createUuid().toByteArray(QUuid::Id128).first(20);
    const auto key = api::cleanApiKey(m_options.apiKey);
    if (!key)
        return Failure(key.error());
    m_options.apiKey = *key;
    if (!m_options.actionsFolder.isEmpty() && !QDir(m_options.actionsFolder).exists()) {
        return failure(ErrorCode::NotFound,
            Tr::tr("There is no folder %1 to read actions from.").arg(m_options.actionsFolder), {},
            Tr::tr("Create it, or name the folder that holds the action files."));
    }
    if (!m_options.logFile.isEmpty()) {
        if (const auto opened = m_requests->openFile(m_options.logFile); !opened)
            return Failure(opened.error());
    }
    auto store = Store::open(m_options.state);
    if (!store)
        return Failure(store.error());
    Parts &parts = *m_parts;
    parts.store = std::move(*store);
    if (!m_options.restore.isEmpty()) {
        if (auto restored = parts.store->load(m_options.restore); !restored)
            return Failure(restored.error());
    }
    parts.accounts = std::make_unique<AccountBook>(*parts.store);
    readManifests();
    parts.connector = std::make_unique<Connector>(parts.registry, *parts.accounts, systemClock());
    parts.performer
        = std::make_unique<Performer>(parts.registry, *parts.accounts, *parts.store, parts.log, systemClock());
    parts.upstreams = std::make_unique<Upstreams>(m_options.upstreams);
    addRoutes(*key);
    parts.gate = std::make_unique<Gate>(parts.router, *key, m_options.accessKeys);
    parts.faults = std::make_unique<FaultInjector>(
        m_options.faults, [gate = parts.gate.get()](Exchange &exchange) { gate->enter(exchange); });
    setReplay(m_options.replay);
    const auto address = listen(m_options.port);
    if (address || m_options.portFallback == PortFallback::None)
        return address;
    Q_EMIT moveRefused(address.error());
    return listen(0);
}

// Behind the gate everything stays as it is, whichever port the requests come by.
Result<SandboxAddress> Service::listen(quint16 port)
{
    Parts &parts = *m_parts;
    auto front = std::make_unique<HttpFront>(
        Limits(),
        [faults = parts.faults.get(), requests = m_requests.get()](Exchange &exchange) {
            requests->watch(exchange);
            faults->enter(exchange);
        },
        [requests = m_requests.get()](const Request &request, HttpTrouble trouble) {
            Reply reply = httpRefusal(request, trouble);
            if (trouble != HttpTrouble::Internal) // that one was watched
                requests->addRefused(request, reply);
            return reply;
        });
    const auto opened = front->open(port, m_options.host);
    if (!opened)
        return Failure(opened.error());
    parts.front = std::move(front);
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    const bool isAny = m_options.host == QHostAddress(QHostAddress::AnyIPv4)
        || m_options.host == QHostAddress(QHostAddress::AnyIPv6) || m_options.host == QHostAddress(QHostAddress::Any);
    url.setHost(isAny ? QStringLiteral("127.0.0.1") : m_options.host.toString());
    url.setPort(*opened);
    parts.store->files().setAddress(url.toString());
    parts.connector->setAddress(url.toString());
    parts.address = {url, m_options.apiKey};
    return parts.address;
}

void Service::setFaults(const FaultSpec &faults)
{
    if (m_parts->faults)
        m_parts->faults->setFaults(faults);
}

void Service::setReplay(const std::optional<QList<api::RecordedRun>> &runs)
{
    if (m_parts->gate)
        m_parts->gate->setReplayer(runs ? std::make_unique<Replayer>(*runs) : nullptr);
}

void Service::moveTo(quint16 port)
{
    Parts &parts = *m_parts;
    if (!parts.front)
        return; // it never started, which has been told
    if (port != 0 && port == parts.address.url.port()) {
        Q_EMIT moved(parts.address);
        return;
    }
    if (const auto address = listen(port))
        Q_EMIT moved(*address);
    else
        Q_EMIT moveRefused(address.error());
}

} // namespace actionscope::sandbox
