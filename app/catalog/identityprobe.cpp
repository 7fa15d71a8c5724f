// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/identityprobe.h"

#include "app/api/listwire.h"
#include "app/base/tr.h"

namespace actionscope::catalog {

namespace {

// What the service says to a key that is none, in words that say what to do about it.
Result<api::Identity> identityOf(const api::Exchange &exchange, api::ApiVersion version)
{
    const int status = exchange.answer.status;
    if (!exchange.fault && (status == 401 || status == 403)) {
        return failure(ErrorCode::InvalidInput, Tr::tr("The service does not accept this key (status %1).").arg(status),
            {}, Tr::tr("Check that it is whole and belongs to this environment. A key that lacks a permission looks the same."));
    }
    if (const auto error = readError(exchange, Tr::tr("Whose key this is")))
        return Failure(*error);
    return api::readIdentity(exchange.answer.body, version);
}

} // namespace

IdentityProbe::IdentityProbe(executor::Executor *executor, const executor::Destination &destination,
    api::ApiVersion version, QObject *parent)
    : QObject(parent)
    , m_read(new ServiceRead(
          api::identityRequest(version), destination, {.retries = 0, .timeout = std::chrono::seconds(30)}, executor, this))
{
    connect(m_read, &ServiceRead::finished, this,
        [this, version](const api::Exchange &exchange) { Q_EMIT finished(identityOf(exchange, version)); });
}

} // namespace actionscope::catalog
