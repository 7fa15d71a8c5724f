// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/whenready.h"
#include "app/catalog/catalogstore.h"
#include "app/catalog/catalogsync.h"
#include "app/cli/commonoptions.h"
#include "app/executor/executor.h"
#include "app/storage/environment.h"

#include <QtConcurrentRun>

#include <memory>

namespace actionscope::cli {

class DestinationFinder;

// One environment's catalogue for the time of a command: what is kept of it, and its service where that is asked.
class CatalogSession final : public QObject
{
    Q_OBJECT

public:
    explicit CatalogSession(const CommonOptions &options, QObject *parent = nullptr);

    // Reads what is kept: opened() or failed() follows. No socket is opened.
    void open();
    // Finds address and key, once: connected() or failed() follows.
    void connectToService();
    // Reads everything from the service and keeps it: synced() or failed() follows.
    void sync();
    // Whether something was on its way that ends now with a signal of its own.
    bool cancel();

    [[nodiscard]] const catalog::Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] const storage::Environment &environment() const { return m_environment; }
    [[nodiscard]] executor::Executor *executor() { return &m_executor; }
    [[nodiscard]] const executor::Destination &destination() const { return m_destination; }
    [[nodiscard]] const CommonOptions &options() const { return m_options; }

    // Works with the store on another thread; one at a time.
    template <typename Work, typename Handler> void onWorker(Work work, Handler handle)
    {
        const auto job = [store = m_store, work = std::move(work)] { return work(*store); };
        whenReady(QtConcurrent::run(job), this, std::move(handle));
    }

Q_SIGNALS:
    // `troubles` are sentences: a damaged settings file, a damaged catalogue.
    void opened(const QStringList &troubles);
    void connected();
    // Without a known environment, an address or a key.
    void failed(const actionscope::Error &error);
    void progress(const actionscope::catalog::SyncProgress &progress);
    // `catalog()` is new, or as before where nothing could be read.
    void synced(const actionscope::catalog::SyncResult &result);

private:
    void keep(const catalog::SyncResult &result);

    CommonOptions m_options;
    DestinationFinder *m_finder;
    storage::Environment m_environment;
    executor::Executor m_executor;
    executor::Destination m_destination;
    std::shared_ptr<catalog::CatalogStore> m_store;
    catalog::Catalog m_catalog;
    QPointer<catalog::CatalogSync> m_sync;
    bool m_isConnected = false;
};

} // namespace actionscope::cli
