// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/actionfacts.h"

#include "app/catalog/actionread.h"
#include "app/cli/keptcatalog.h"
#include "app/executor/executor.h"

namespace actionscope::cli {

ActionFacts::ActionFacts(const CommonOptions &options, const storage::Environment &environment,
    const executor::Destination &destination, const QStringList &actionIds, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_environment(environment)
    , m_destination(destination)
    , m_left(actionIds)
    , m_executor(new executor::Executor(this))
{
    m_left.removeDuplicates();
    m_left.removeAll(QString());
}

void ActionFacts::start()
{
    readKept();
    readNext();
}

void ActionFacts::readKept()
{
    catalog::CatalogStore store = keptCatalog(m_options, m_environment);
    const catalog::CatalogStore::Loaded loaded = store.load();
    m_left.removeIf([&](const QString &id) {
        const api::ActionInfo *listed = loaded.catalog.action(id);
        const auto described = listed ? store.describe(*listed) : std::nullopt;
        if (described)
            m_known.insert(id, *described);
        return described.has_value();
    });
}

void ActionFacts::readNext()
{
    if (m_left.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    const QString id = m_left.takeFirst();
    auto *read = new catalog::ActionRead(
        m_executor, m_destination, m_environment.apiVersion, id, {}, this, readPolicy(m_options));
    connect(read, &catalog::ActionRead::finished, this, [this, id, read](const Result<api::ActionInfo> &action) {
        read->deleteLater();
        if (action) {
            m_known.insert(id, *action);
        } else if (read->refusedStatus() == 404) {
            m_missing.append(id);
            m_refusals.insert(id, (action.error().detail + QLatin1Char(' ') + action.error().hint).trimmed());
        } else {
            m_troubles.append(action.error());
        }
        readNext();
    });
    read->start();
}

} // namespace actionscope::cli
