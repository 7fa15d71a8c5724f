// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"
#include "app/catalog/catalogstore.h"
#include "app/executor/executor.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>
#include <QThreadPool>

#include <memory>

namespace actionscope::catalog {
class ActionRead;
class CatalogSync;
struct SyncProgress;
struct SyncResult;
} // namespace actionscope::catalog

namespace actionscope::workspace {

// The catalogue of the chosen environment: opened from its cache at once, read anew from the service when it is stale
// or somebody asks. A read that fails or is cancelled keeps what is there.
// The actions of the catalogue carry no schemas; describe() brings them, from the cache where it has them.
class CatalogKeeper final : public QObject
{
    Q_OBJECT

public:
    // How far a read is; `total` is 0 as long as the service has not said.
    struct Progress
    {
        QString what; // "actions", "apps", "connected accounts"
        qsizetype done = 0;
        qsizetype total = 0;
        std::chrono::milliseconds pause = std::chrono::milliseconds(0); // the service is busy and asks for so long
    };

    CatalogKeeper(const QString &cacheFolder, executor::Executor *executor, QObject *parent = nullptr);
    ~CatalogKeeper() override;

    // Shows the catalogue of another environment; `name` tells the cache apart. Refreshes it when it is stale.
    // Without an address or key only the cache is there.
    void open(const QString &name, const executor::Destination &destination, api::ApiVersion version);
    [[nodiscard]] const catalog::Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] bool isRefreshing() const { return m_isRefreshing; }
    // What could not be read the last time, as sentences.
    [[nodiscard]] QStringList troubles() const { return m_troubles; }

    void refresh();
    void cancel();
    // Reads one action with its schemas, unless they are known. Ends in actionDescribed() or actionTrouble(), unless
    // another environment is opened meanwhile.
    void describe(const QString &actionId);

Q_SIGNALS:
    // Also while a refresh goes on, as pages come in.
    void catalogChanged();
    void refreshStarted();
    void refreshProgress(const actionscope::workspace::CatalogKeeper::Progress &progress);
    // `catalog()` is new, or as before when nothing could be read; troubles() says what is missing.
    void refreshFinished();
    // `catalog()` has it, too; catalogChanged() does not follow for that.
    void actionDescribed(const actionscope::api::ActionInfo &action);
    // NotFound: the service has no such action.
    void actionTrouble(const QString &actionId, const actionscope::Error &error);

private:
    [[nodiscard]] bool canAsk() const { return !m_destination.baseUrl.isEmpty() && !m_destination.apiKey.isEmpty(); }
    void beginSession();
    void takeLoaded(const catalog::CatalogStore::Loaded &loaded);
    void tellProgress(const catalog::SyncProgress &progress);
    void takePartial(const catalog::Catalog &catalog);
    void takeResult(const catalog::SyncResult &result);
    void finishRefresh(const catalog::Catalog &catalog);
    void ask(const QString &actionId);
    void takeAction(const QString &asked, const api::ActionInfo &action);
    void failAction(const QString &asked, const Error &error);
    // On the worker, one after the other. What another environment asked for is forgotten.
    template <typename Work, typename Handler> void onWorker(Work work, Handler handle);

    QString m_folder;
    executor::Executor *m_executor;
    QString m_name;
    executor::Destination m_destination;
    api::ApiVersion m_version = api::ApiVersion::V31;
    std::shared_ptr<catalog::CatalogStore> m_store;
    catalog::Catalog m_catalog;
    QStringList m_troubles;
    QPointer<catalog::CatalogSync> m_sync;
    QSet<QString> m_asked; // lower-case ids of actions on their way
    QObject *m_session = nullptr; // parent of all that this environment began
    bool m_isLoaded = false;
    bool m_isRefreshing = false;
    bool m_isRefreshWanted = false;
    QThreadPool m_worker; // last, so that it ends first
};

} // namespace actionscope::workspace
