// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/actionread.h"

#include "app/api/listwire.h"
#include "app/base/tr.h"

namespace actionscope::catalog {

ActionRead::ActionRead(executor::Executor *executor, const executor::Destination &destination, api::ApiVersion version,
    const QString &actionId, const QString &actionVersion, QObject *parent, const ReadPolicy &policy)
    : QObject(parent)
    , m_read(new ServiceRead(
          api::actionRequest(actionId, actionVersion, version), destination, policy, executor, this))
{
    connect(m_read, &ServiceRead::finished, this, [this, version, actionId](const api::Exchange &exchange) {
        const auto error = readError(exchange, Tr::tr("The description of %1").arg(actionId));
        if (error && !exchange.fault)
            m_refusedStatus = exchange.answer.status;
        Q_EMIT finished(error ? Failure(*error) : api::readAction(exchange.answer.body, version));
    });
}

} // namespace actionscope::catalog
