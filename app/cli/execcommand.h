// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/execoptions.h"
#include "app/workspace/execution.h"

namespace actionscope::executor {
class Executor;
}

namespace actionscope::cli {

class DestinationFinder;

// `exec`: one execution, from the words on the command line to an exit code.
class ExecCommand final : public Command
{
    Q_OBJECT

public:
    explicit ExecCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "exec"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<void> findConsent(const storage::Environment &environment) const;
    void sayBeforehand(const storage::Environment &environment);
    void printRequest(const storage::Environment &environment);
    void check(const storage::Environment &environment, const executor::Destination &destination);
    void proceed(const storage::Environment &environment, const executor::Destination &destination);
    void execute(const storage::Environment &environment, const executor::Destination &destination);
    void conclude(const workspace::RunRecord &record, const QByteArray &rawBody);
    void remember(workspace::RunRecord &record);
    void refuse(const Error &error);

    Console *m_console = nullptr;
    ExecOptions m_options;
    QStringList m_notices;
    DestinationFinder *m_finder = nullptr;
    executor::Executor *m_executor = nullptr;
    workspace::Execution *m_execution = nullptr;
};

} // namespace actionscope::cli
