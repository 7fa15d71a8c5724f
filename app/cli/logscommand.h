// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/logwire.h"
#include "app/cli/command.h"
#include "app/cli/commonoptions.h"
#include "app/executor/executionrun.h"
#include "app/storage/environment.h"
#include "app/storage/historyentry.h"

namespace actionscope::executor {
class Executor;
}

namespace actionscope::cli {

class DestinationFinder;

// `logs`: what the service itself has written down about executions. Only reads.
class LogsCommand final : public Command
{
    Q_OBJECT

public:
    explicit LogsCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "logs"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

Q_SIGNALS:
    void interrupted();

private:
    [[nodiscard]] Result<void> readQuery(const Arguments &arguments);
    [[nodiscard]] Result<void> readRun();
    void ask(const storage::Environment &environment, const executor::Destination &destination);
    void askForRun(const executor::Destination &destination);
    void printEntry(const api::LogEntry &entry);
    void printList(const api::LogPage &page);
    void print(const QByteArray &bytes, ExitCode code);
    void fail(const Error &error, int status);
    void refuse(const Error &error);

    Console *m_console = nullptr;
    CommonOptions m_common;
    QString m_id;
    QString m_runId;
    std::optional<storage::HistoryEntry> m_run;
    api::LogQuery m_query;
    bool m_isJson = false;
    DestinationFinder *m_finder = nullptr;
    executor::Executor *m_executor = nullptr;
    bool m_isAsking = false;
    bool m_isCancelled = false;
};

} // namespace actionscope::cli
