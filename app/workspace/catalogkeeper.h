// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"
#include "app/executor/executor.h"

#include <QObject>
#include <QStringList>

namespace actionscope::workspace {

// The catalogue of the chosen environment: opened from its cache at once, read anew from the service when it is stale
// or somebody asks. A read that fails or is cancelled keeps what is there.
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
    };

    CatalogKeeper(const QString &cacheFolder, executor::Executor *executor, QObject *parent = nullptr);

    // Shows the catalogue of another environment; `name` tells the cache apart. Refreshes it when it is stale.
    void open(const QString &name, const executor::Destination &destination, api::ApiVersion version);
    [[nodiscard]] const catalog::Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] bool isRefreshing() const;
    // What could not be read the last time, as sentences.
    [[nodiscard]] QStringList troubles() const { return m_troubles; }

    void refresh();
    void cancel();
    // Reads one action with its schemas, unless they are known. Ends in actionDescribed() or actionTrouble().
    void describe(const QString &actionId);

Q_SIGNALS:
    void catalogChanged();
    void refreshStarted();
    void refreshProgress(const actionscope::workspace::CatalogKeeper::Progress &progress);
    // `catalog()` is new, or as before when nothing could be read; troubles() says what is missing.
    void refreshFinished();
    void actionDescribed(const actionscope::api::ActionInfo &action);
    void actionTrouble(const QString &actionId, const actionscope::Error &error);

private:
    catalog::Catalog m_catalog;
    QStringList m_troubles;
};

} // namespace actionscope::workspace
