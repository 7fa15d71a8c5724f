// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/runoptions.h"
#include "app/runner/requestsource.h"
#include "app/runner/runner.h"
#include "app/storage/environment.h"

namespace actionscope::cli {

class ActionFacts;
class RunEnvironment;
class RunView;

// `run`: saved requests, folders and collections, with reports.
class RunCommand final : public Command
{
    Q_OBJECT

public:
    explicit RunCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "run"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;

    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] bool needsConsent(const storage::Environment &environment);
    void gatherFacts(const storage::Environment &environment, const executor::Destination &destination);
    void run(const storage::Environment &environment, const executor::Destination &destination);
    void keep(const runner::RunResult &result);
    void conclude(const runner::RunSummary &summary);
    void refuse(const Error &error);

    Console *m_console = nullptr;
    RunOptions m_options;
    runner::RunSources m_sources;
    runner::RunPlan m_plan;
    RunEnvironment *m_environment = nullptr;
    ActionFacts *m_facts = nullptr;
    runner::Runner *m_runner = nullptr;
    RunView *m_view = nullptr;
    runner::RunLog m_log;
    bool m_isLogBroken = false;
};

} // namespace actionscope::cli
