// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"
#include "app/api/actioninfo.h"
#include "app/base/error.h"
#include "app/cli/commonoptions.h"
#include "app/cli/exitcode.h"
#include "app/executor/executor.h"
#include "app/storage/environment.h"

#include <QObject>
#include <QStringList>

namespace actionscope::cli {

// Holds an input against the action's schema before anything is executed. The schema is asked of the service; where that
// cannot be, the one that the catalogue keeps has to do.
class StrictCheck final : public QObject
{
    Q_OBJECT

public:
    StrictCheck(const api::ExecuteRequest &request, const storage::Environment &environment,
        const executor::Destination &destination, const CommonOptions &options, executor::Executor *executor,
        QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    // Exactly one of the two. Warnings do not keep the request from being sent.
    void passed(const QStringList &warnings);
    // Each fault with line and column of the input, or what of the schema could not be held; none where the schema could
    // not be had.
    void refused(const actionscope::Error &error, const QStringList &faults, actionscope::cli::ExitCode code);

private:
    void takeAnswer(const Result<api::ActionInfo> &action, int refusedStatus);
    void hold(const QByteArray &parameters);
    [[nodiscard]] QByteArray keptParameters() const;
    [[nodiscard]] Error unknownAction() const;

    api::ExecuteRequest m_request;
    storage::Environment m_environment;
    executor::Destination m_destination;
    CommonOptions m_options;
    executor::Executor *m_executor;
};

} // namespace actionscope::cli
