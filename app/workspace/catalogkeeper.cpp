// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/catalogkeeper.h"

#include "app/base/clock.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/catalog/actionread.h"
#include "app/catalog/catalogsync.h"

#include <QtConcurrentRun>

namespace actionscope::workspace {

using catalog::Catalog;
using catalog::CatalogStore;

CatalogKeeper::CatalogKeeper(const QString &cacheFolder, executor::Executor *executor, QObject *parent)
    : QObject(parent)
    , m_folder(cacheFolder)
    , m_executor(executor)
{
    m_worker.setMaxThreadCount(1);
}

CatalogKeeper::~CatalogKeeper() = default;

template <typename Work, typename Handler> void CatalogKeeper::onWorker(Work work, Handler handle)
{
    const auto job = [store = m_store, work = std::move(work)] { return work(*store); };
    whenReady(QtConcurrent::run(&m_worker, job), m_session,
        [this, session = m_session, handle = std::move(handle)](const auto &result) {
            if (session == m_session)
                handle(result);
        });
}

// The old one goes when the event loop idles, and not at once: it may be one of its own signals that leads here.
void CatalogKeeper::beginSession()
{
    if (m_sync) {
        m_sync->disconnect(this);
        m_sync->cancel();
    }
    m_sync = nullptr;
    if (m_session)
        m_session->deleteLater();
    m_session = new QObject(this);
}

void CatalogKeeper::open(const QString &name, const executor::Destination &destination, api::ApiVersion version)
{
    const bool isSamePlace
        = m_store && name == m_name && version == m_version && destination.baseUrl == m_destination.baseUrl;
    const bool isSameKey = destination.apiKey == m_destination.apiKey;
    if (isSamePlace && isSameKey)
        return;
    const bool isOtherProject = isSamePlace && !isSameKey && !m_destination.apiKey.isEmpty();
    const bool wasRefreshing = std::exchange(m_isRefreshing, false);
    beginSession();
    m_name = name;
    m_destination = destination;
    m_version = version;
    m_store = std::make_shared<CatalogStore>(m_folder, name, destination.baseUrl, version);
    m_asked.clear();
    m_troubles.clear();
    m_isLoaded = false;
    m_isRefreshWanted = isOtherProject && !destination.apiKey.isEmpty(); // whose accounts are others
    const bool hadSome = !m_catalog.isEmpty();
    m_catalog = {};
    onWorker([](CatalogStore &store) { return store.load(); },
        [this](const CatalogStore::Loaded &loaded) { takeLoaded(loaded); });
    if (hadSome)
        Q_EMIT catalogChanged();
    if (wasRefreshing)
        Q_EMIT refreshFinished();
}

void CatalogKeeper::takeLoaded(const CatalogStore::Loaded &loaded)
{
    m_isLoaded = true;
    m_catalog = loaded.catalog;
    if (!loaded.trouble.isEmpty())
        m_troubles += loaded.trouble;
    Q_EMIT catalogChanged();
    if (m_isRefreshWanted || (canAsk() && catalog::isStale(m_catalog, systemClock()())))
        refresh();
}

void CatalogKeeper::refresh()
{
    if (!m_session || m_isRefreshing)
        return;
    m_isRefreshWanted = !m_isLoaded; // what is known comes first
    if (!m_isLoaded)
        return;
    if (!canAsk()) {
        m_troubles = QStringList {Tr::tr("The catalogue of %1 cannot be read without its address and API key.").arg(m_name)};
        Q_EMIT refreshFinished();
        return;
    }
    m_isRefreshing = true;
    m_sync = new catalog::CatalogSync(m_executor, m_destination, m_version, m_catalog, {}, m_session);
    connect(m_sync, &catalog::CatalogSync::progress, this, &CatalogKeeper::tellProgress);
    connect(m_sync, &catalog::CatalogSync::partial, this, &CatalogKeeper::takePartial);
    connect(m_sync, &catalog::CatalogSync::finished, this, &CatalogKeeper::takeResult);
    Q_EMIT refreshStarted();
    m_sync->start();
}

void CatalogKeeper::cancel()
{
    m_isRefreshWanted = false;
    if (m_sync)
        m_sync->cancel();
}

void CatalogKeeper::tellProgress(const catalog::SyncProgress &progress)
{
    Q_EMIT refreshProgress({api::listName(progress.list), progress.done, progress.total, progress.pause});
}

// To be used while the rest is on its way; only the end is written to the disk.
void CatalogKeeper::takePartial(const Catalog &catalog)
{
    m_catalog = catalog;
    Q_EMIT catalogChanged();
}

void CatalogKeeper::takeResult(const catalog::SyncResult &result)
{
    if (m_sync)
        m_sync->deleteLater();
    m_sync = nullptr;
    m_troubles = result.troubles;
    if (result.isCancelled)
        m_troubles += Tr::tr("The refresh was cancelled before everything was read.");
    if (result.end == catalog::SyncResult::End::Nothing) {
        m_isRefreshing = false;
        Q_EMIT refreshFinished();
        return;
    }
    onWorker([all = result.catalog](CatalogStore &store) { return store.save(all); },
        [this, all = result.catalog](const Result<Catalog> &saved) {
            if (!saved)
                m_troubles += saved.error().sentence;
            finishRefresh(saved ? *saved : all); // what is not on disk stays in memory, schemas and all
        });
}

void CatalogKeeper::finishRefresh(const Catalog &catalog)
{
    m_catalog = catalog;
    m_isRefreshing = false;
    Q_EMIT catalogChanged();
    Q_EMIT refreshFinished();
}

void CatalogKeeper::describe(const QString &actionId)
{
    const QString id = actionId.toLower();
    if (!m_session || m_asked.contains(id))
        return;
    m_asked.insert(id);
    const api::ActionInfo *known = m_catalog.action(actionId);
    api::ActionInfo listed = known ? *known : api::ActionInfo();
    if (!known)
        listed.id = actionId;
    // Also what is known goes by way of the worker: whoever asks is never told before the call returns.
    onWorker(
        [listed](CatalogStore &store) {
            return listed.parameters.isEmpty() ? store.describe(listed) : std::optional(listed);
        },
        [this, actionId](const std::optional<api::ActionInfo> &action) {
            if (action)
                takeAction(actionId, *action);
            else
                ask(actionId);
        });
}

void CatalogKeeper::ask(const QString &actionId)
{
    if (!canAsk()) {
        failAction(actionId,
            {ErrorCode::Unavailable, Tr::tr("The parameters of %1 are not stored, and there is no service to ask.").arg(actionId)});
        return;
    }
    auto *read = new catalog::ActionRead(m_executor, m_destination, m_version, actionId, {}, m_session);
    connect(read, &catalog::ActionRead::finished, this, [this, read, actionId](const Result<api::ActionInfo> &action) {
        read->deleteLater();
        if (read->parent() != m_session)
            return;
        if (!action) {
            Error error = action.error();
            if (read->refusedStatus() == 404)
                error.code = ErrorCode::NotFound;
            failAction(actionId, error);
            return;
        }
        onWorker([action = *action](CatalogStore &store) { return store.remember(action).has_value(); },
            [this, actionId, action = *action](bool) { takeAction(actionId, action); });
    });
    read->start();
}

void CatalogKeeper::takeAction(const QString &asked, const api::ActionInfo &action)
{
    m_asked.remove(asked.toLower());
    m_catalog = m_catalog.with(action);
    Q_EMIT actionDescribed(action);
}

void CatalogKeeper::failAction(const QString &asked, const Error &error)
{
    m_asked.remove(asked.toLower());
    Q_EMIT actionTrouble(asked, error);
}

} // namespace actionscope::workspace
