// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"
#include "app/api/apiversion.h"
#include "app/catalog/serviceread.h"

namespace actionscope::catalog {

// Asks the service for one action with its schemas.
class ActionRead final : public QObject
{
    Q_OBJECT

public:
    // `actionVersion` empty: the one the service takes by itself.
    ActionRead(executor::Executor *executor, const executor::Destination &destination, api::ApiVersion version,
        const QString &actionId, const QString &actionVersion, QObject *parent = nullptr,
        const ReadPolicy &policy = {.retries = 2});

    void start() { m_read->start(); }
    void cancel() { m_read->cancel(); }
    // Of the HTTP error that answered, once finished; 0 when there was none.
    [[nodiscard]] int refusedStatus() const { return m_refusedStatus; }

Q_SIGNALS:
    // Exactly once; cancelled is a failure, too.
    void finished(const actionscope::Result<actionscope::api::ActionInfo> &action);

private:
    ServiceRead *m_read;
    int m_refusedStatus = 0;
};

} // namespace actionscope::catalog
