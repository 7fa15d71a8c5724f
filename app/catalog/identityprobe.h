// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/identity.h"
#include "app/catalog/serviceread.h"

namespace actionscope::catalog {

// Asks the service whose key this is: the way to test a key. One question, not asked again.
class IdentityProbe final : public QObject
{
    Q_OBJECT

public:
    IdentityProbe(executor::Executor *executor, const executor::Destination &destination, api::ApiVersion version,
        QObject *parent = nullptr);

    void start() { m_read->start(); }
    void cancel() { m_read->cancel(); }

Q_SIGNALS:
    // Exactly once; cancelled is a failure, too. The key that the service echoes is not in it.
    void finished(const actionscope::Result<actionscope::api::Identity> &identity);

private:
    ServiceRead *m_read;
};

} // namespace actionscope::catalog
