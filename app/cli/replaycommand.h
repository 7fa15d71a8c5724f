// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalogstore.h"
#include "app/cli/command.h"
#include "app/cli/replayoptions.h"
#include "app/cli/replayprinter.h"
#include "app/workspace/replaysource.h"

#include <map>

namespace actionscope::cli {

class DestinationFinder;

// `replay`: sends what somebody recorded again and tells what differs, how steadily it does, or which part of its input
// makes it fail.
class ReplayCommand final : public Command
{
    Q_OBJECT

public:
    explicit ReplayCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "replay"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    struct Kept
    {
        catalog::CatalogStore store;
        catalog::Catalog catalog; // as it was loaded
    };

    [[nodiscard]] Result<void> readSources();
    [[nodiscard]] Result<void> addSources(const QByteArray &name);
    // Says what will be touched; fails where somebody has to agree first.
    [[nodiscard]] Result<void> findConsent(const storage::Environment &environment);
    void begin(const storage::Environment &environment, const executor::Destination &destination);
    [[nodiscard]] workspace::ExecutionPlan planOf(const workspace::ReplaySource &source);
    [[nodiscard]] catalog::Catalog known(const QString &actionId, const storage::Environment &environment);
    void next();
    void replay(const workspace::ReplaySource &source);
    void takeRun(const workspace::RunRecord &record, const std::optional<workspace::ReplayComparison> &comparison);
    void concludeSource();
    void minimize(const workspace::ReplaySource &source);
    void concludeMinimizing(const workspace::InputMinimization::Outcome &outcome);
    void remember(const workspace::RunRecord &record);
    void print(const QByteArray &bytes);
    void meet(ExitCode code);
    void conclude();
    void refuse(const Error &error);

    Console *m_console = nullptr;
    ReplayOptions m_options;
    DestinationFinder *m_finder = nullptr;
    executor::Executor *m_executor = nullptr;
    storage::Environment m_environment;
    std::map<api::ApiVersion, Kept> m_kept;
    executor::Destination m_destination;
    QList<workspace::ReplaySource> m_sources;
    qsizetype m_position = 0; // of the source that is under way
    QList<ReplayedSource> m_replayed;
    workspace::Replay *m_replay = nullptr;
    workspace::InputMinimization *m_minimization = nullptr;
    ExitCode m_code = ExitCode::Success;
    bool m_isCancelled = false;
};

} // namespace actionscope::cli
