// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/executor/executor.h"

#include <QObject>
#include <QPointer>

namespace actionscope::test {

// A v2 execution as the wire form makes it.
[[nodiscard]] api::HttpRequest sampleRequest(const QByteArray &body = "{\"input\":{}}");

// One run to its end, with everything it told on the way.
class Outcome final : public QObject
{
public:
    Outcome(executor::Executor &executor, const api::HttpRequest &request, const executor::Destination &destination,
        const executor::RunOptions &options = {});

    void cancel() { m_run->cancel(); }

    [[nodiscard]] executor::ExecutionRun *run() const { return m_run; }
    [[nodiscard]] bool isOver() const { return m_ends > 0; }
    [[nodiscard]] int ends() const { return m_ends; }
    [[nodiscard]] bool isDeleted() const { return m_run.isNull(); }
    [[nodiscard]] const api::Exchange &exchange() const { return m_exchange; }
    [[nodiscard]] const api::HttpAnswer &answer() const { return m_exchange.answer; }
    [[nodiscard]] const QList<executor::Progress> &progress() const { return m_progress; }
    [[nodiscard]] executor::Phase phase() const;

    // faultName() of the fault and its sentence; empty for a complete answer.
    [[nodiscard]] QString fault() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] bool requestHadLeft() const;

private:
    QPointer<executor::ExecutionRun> m_run;
    api::Exchange m_exchange;
    QList<executor::Progress> m_progress;
    int m_ends = 0;
};

} // namespace actionscope::test
