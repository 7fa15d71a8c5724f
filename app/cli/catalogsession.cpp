// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/catalogsession.h"

#include "app/cli/destinationfinder.h"
#include "app/cli/keptcatalog.h"

namespace actionscope::cli {

using catalog::CatalogStore;

CatalogSession::CatalogSession(const CommonOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_finder(new DestinationFinder(options, this))
{
    connect(m_finder, &DestinationFinder::failed, this, &CatalogSession::failed);
    connect(m_finder, &DestinationFinder::found, this,
        [this](const storage::Environment &, const executor::Destination &destination) {
            m_destination = destination;
            m_isConnected = true;
            Q_EMIT connected();
        });
}

void CatalogSession::open()
{
    const auto environment = m_finder->environment();
    QStringList troubles;
    if (!m_finder->settingsTrouble().isEmpty())
        troubles.append(m_finder->settingsTrouble());
    if (m_options.baseUrl && !m_options.baseUrl->note.isEmpty())
        troubles.append(m_options.baseUrl->note);
    if (!environment) {
        Q_EMIT failed(environment.error());
        return;
    }
    m_environment = *environment;
    m_store = std::make_shared<CatalogStore>(keptCatalog(m_options, m_environment));
    onWorker([](CatalogStore &store) { return store.load(); },
        [this, troubles](const CatalogStore::Loaded &loaded) {
            m_catalog = loaded.catalog;
            Q_EMIT opened(loaded.trouble.isEmpty() ? troubles : troubles + QStringList {loaded.trouble});
        });
}

void CatalogSession::connectToService()
{
    if (m_isConnected)
        Q_EMIT connected();
    else
        m_finder->find();
}

void CatalogSession::sync()
{
    const auto begin = [this] {
        m_sync = new catalog::CatalogSync(
            &m_executor, m_destination, m_environment.apiVersion, m_catalog, {.policy = readPolicy(m_options)}, this);
        connect(m_sync, &catalog::CatalogSync::progress, this, &CatalogSession::progress);
        connect(m_sync, &catalog::CatalogSync::finished, this, &CatalogSession::keep);
        m_sync->start();
    };
    connect(this, &CatalogSession::connected, this, begin, Qt::SingleShotConnection);
    connectToService();
}

bool CatalogSession::cancel()
{
    if (!m_sync)
        return false;
    m_sync->cancel();
    return true;
}

// What came is kept even where the rest is missing; where nothing came, what is kept stays.
void CatalogSession::keep(const catalog::SyncResult &result)
{
    if (result.end == catalog::SyncResult::End::Nothing) {
        Q_EMIT synced(result);
        return;
    }
    onWorker([all = result.catalog](CatalogStore &store) { return store.save(all); },
        [this, result](const Result<catalog::Catalog> &saved) {
            m_catalog = saved ? *saved : result.catalog;
            catalog::SyncResult told = result;
            if (!saved)
                told.troubles += saved.error().sentence;
            Q_EMIT synced(told);
        });
}

} // namespace actionscope::cli
