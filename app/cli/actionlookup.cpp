// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/actionlookup.h"

#include "app/base/clock.h"
#include "app/base/tr.h"
#include "app/catalog/actionread.h"
#include "app/cli/keptcatalog.h"

namespace actionscope::cli {

using Asking = CatalogOptions::Asking;
using catalog::CatalogStore;

ActionLookup::ActionLookup(CatalogSession *session, Asking asking, const QString &actionId, const QString &version,
    QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_asking(asking)
    , m_version(version)
{
    const api::ActionInfo *known = session->catalog().action(actionId);
    m_isListed = known != nullptr;
    if (known)
        m_listed = *known;
    else
        m_listed.id = actionId;
    if (!version.isEmpty())
        m_listed.version = version;
}

void ActionLookup::start()
{
    m_session->onWorker([listed = m_listed](CatalogStore &store) { return store.describe(listed); },
        [this](const std::optional<api::ActionInfo> &kept) { takeKept(kept); });
}

void ActionLookup::takeKept(const std::optional<api::ActionInfo> &kept)
{
    m_kept = kept;
    const bool isNew = m_isListed && !catalog::isStale(m_session->catalog(), systemClock()());
    if (kept && (m_asking == Asking::Never || (m_asking == Asking::WhenStale && isNew))) {
        Q_EMIT found(*kept, {}, ExitCode::Success);
    } else if (m_asking != Asking::Never) {
        connect(m_session, &CatalogSession::connected, this, &ActionLookup::ask, Qt::SingleShotConnection);
        m_session->connectToService();
    } else if (m_isListed) {
        Q_EMIT found(m_listed,
            {ErrorCode::Unavailable, Tr::tr("The parameters of %1 are not kept.").arg(m_listed.id), {},
                Tr::tr("Leave out --offline to read them from the service.")},
            ExitCode::NoUsableAnswer);
    } else if (m_session->catalog().isEmpty()) {
        Q_EMIT failed({ErrorCode::Unavailable,
                          Tr::tr("No catalogue of %1 is kept here.").arg(m_session->environment().name), {},
                          Tr::tr("Leave out --offline to ask the service.")},
            ExitCode::NoUsableAnswer);
    } else {
        Q_EMIT unknown();
    }
}

void ActionLookup::ask()
{
    auto *read = new catalog::ActionRead(m_session->executor(), m_session->destination(),
        m_session->environment().apiVersion, m_listed.id, m_version, this, readPolicy(m_session->options()));
    connect(read, &catalog::ActionRead::finished, this,
        [this, read](const Result<api::ActionInfo> &action) { takeAnswer(action, read->refusedStatus()); });
    read->start();
}

void ActionLookup::takeAnswer(const Result<api::ActionInfo> &action, int refusedStatus)
{
    constexpr int notFound = 404;
    if (action) {
        m_session->onWorker([action = *action](CatalogStore &store) { return store.remember(action).has_value(); },
            [this, action = *action](bool) { Q_EMIT found(action, {}, ExitCode::Success); });
        return;
    }
    const ExitCode code = refusedStatus == 0 ? ExitCode::NoUsableAnswer : ExitCode::ServiceRefused;
    if (refusedStatus == notFound)
        Q_EMIT unknown();
    else if (m_kept)
        Q_EMIT found(*m_kept, action.error(), code);
    else
        Q_EMIT failed(action.error(), code);
}

} // namespace actionscope::cli
