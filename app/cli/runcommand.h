// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/runoptions.h"
#include "app/runner/requestsource.h"
#include "app/runner/runner.h"
#include "app/storage/environment.h"

#include <memory>

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
    // Where the run goes; several with --each env=….
    struct Place
    {
        RunEnvironment *variables = nullptr;
        storage::Environment environment;
        executor::Destination destination;
    };

    [[nodiscard]] bool addPlace(const QString &environmentName);
    [[nodiscard]] bool needsConsent(const storage::Environment &environment);
    void findPlace(qsizetype number);
    void gatherFacts();
    [[nodiscard]] runner::RequestSettings settingsOf(const Place &place) const;
    [[nodiscard]] QList<runner::Variant> variants() const;
    void run();
    void tellMatrix();
    void keep(const runner::RunResult &result);
    void conclude(const runner::RunSummary &summary);
    void refuse(const Error &error);

    Console *m_console = nullptr;
    RunOptions m_options;
    runner::RunSources m_sources;
    runner::RunPlan m_plan;
    QList<Place> m_places;
    std::unique_ptr<runner::Matrix> m_matrix;
    ActionFacts *m_facts = nullptr;
    runner::Runner *m_runner = nullptr;
    RunView *m_view = nullptr;
    runner::RunLog m_log;
    bool m_isLogBroken = false;
};

} // namespace actionscope::cli
