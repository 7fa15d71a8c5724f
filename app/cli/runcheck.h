// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/runoptions.h"
#include "app/executor/executionrun.h"
#include "app/runner/doctor/doctor.h"
#include "app/runner/doctor/migration.h"
#include "app/storage/environment.h"

namespace actionscope::cli {

class ActionFacts;
class RunEnvironment;

// `run --check`: what is wrong with the requests themselves. Executes nothing; asks the service at most what it says of
// the actions.
class RunCheck final : public QObject
{
    Q_OBJECT

public:
    RunCheck(Console &console, const RunOptions &options, const runner::RunSources &sources, const runner::RunPlan &plan,
        RunEnvironment *environment, QObject *parent = nullptr);

    void start(const storage::Environment &environment);

Q_SIGNALS:
    void done(actionscope::cli::ExitCode code);

private:
    void askForActions(const storage::Environment &environment, const executor::Destination &destination);
    void examine(const storage::Environment &environment);
    [[nodiscard]] bool rewriteRequests();
    [[nodiscard]] std::optional<runner::Migration> rewritten(const runner::PlannedRequest &request, const api::ActionInfo &action) const;
    [[nodiscard]] runner::Knowledge knowledgeOf(const storage::Environment &environment) const;
    [[nodiscard]] bool tell(const QList<runner::Finding> &findings);
    [[nodiscard]] bool writeReports(const QList<runner::Finding> &findings, const storage::Environment &environment);

    Console &m_console;
    const RunOptions &m_options;
    const runner::RunSources &m_sources;
    const runner::RunPlan &m_plan;
    RunEnvironment *m_environment;
    ActionFacts *m_facts = nullptr;
};

} // namespace actionscope::cli
