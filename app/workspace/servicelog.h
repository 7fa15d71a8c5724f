// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/logread.h"
#include "app/storage/historyentry.h"

namespace actionscope::workspace {

// What the service itself has written down about a run: by the log id of its answer, else by time, entity and action.
class ServiceLog final : public QObject
{
    Q_OBJECT

public:
    ServiceLog(const storage::HistoryEntry &run, const executor::Destination &destination, executor::Executor *executor,
        QObject *parent = nullptr);

    void start();
    void cancel();

    // The id in the run's answer; empty where it holds none.
    [[nodiscard]] static QString logIdOf(const storage::HistoryEntry &run);
    // Executions of the same action for the same entity at about that time.
    [[nodiscard]] static api::LogQuery queryFor(const storage::HistoryEntry &run);

    [[nodiscard]] int refusedStatus() const { return m_read ? m_read->refusedStatus() : 0; }

Q_SIGNALS:
    // Exactly once. `isCertain` where the id led to it; found by its time it may be another run's.
    void finished(const actionscope::Result<actionscope::api::LogEntry> &entry, bool isCertain);

private:
    void load(const QString &id, bool isCertain);
    void search();
    void takeCandidates(const api::LogPage &page);

    storage::HistoryEntry m_run;
    executor::Destination m_destination;
    executor::Executor *m_executor;
    QPointer<catalog::LogRead> m_read;
};

// "success", "failed" or "unknown".
[[nodiscard]] QString successWord(const api::LogEntry &entry);
// An entry for people: a line for each thing that is known of it, then its JSON, indented.
[[nodiscard]] QString textOf(const api::LogEntry &entry);

} // namespace actionscope::workspace
