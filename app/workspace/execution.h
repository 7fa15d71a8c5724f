// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/wire.h"
#include "app/catalog/catalogstore.h"
#include "app/executor/executionrun.h"
#include "app/runner/variables.h"
#include "app/storage/environment.h"
#include "app/workspace/runrecord.h"

#include <QFuture>
#include <QObject>

namespace actionscope::executor {
class Executor;
}

namespace actionscope::workspace {

// Everything one execution needs. Precondition: api::findProblems(draft.request) is empty.
struct ExecutionPlan
{
    storage::Draft draft;
    storage::Environment environment;
    executor::Destination destination;
    catalog::Catalog catalog = {}; // for the diagnosis; may be empty
    std::optional<catalog::CatalogStore> kept = {}; // where more of it is kept; read while the answer is on its way
    QList<runner::Binding> secrets = {}; // of variables, to be taken out of what is kept
    std::optional<QList<SentValue>> sent = {}; // for the record
    qint64 maximumBodySize = executor::RunOptions {}.maximumBodySize;
};

// One walk down the corridor: wire form, run, judgement on a worker thread, secrets taken out.
// The window and the command line both use it; storing the record is theirs.
class Execution final : public QObject
{
    Q_OBJECT

public:
    Execution(const ExecutionPlan &plan, executor::Executor *executor, QObject *parent = nullptr);

    void start();
    void cancel();

Q_SIGNALS:
    void progress(const actionscope::executor::Progress &progress);
    // The beginning of a body that takes its time (see executor::ExecutionRun), secrets and all.
    void arriving(const QByteArray &beginning);
    // `rawBody` is the body before secrets were taken out: what came is what is shown, only what is kept is
    // redacted.
    void finished(const actionscope::workspace::RunRecord &record, const QByteArray &rawBody);

private:
    void conclude(const api::Exchange &exchange);

    ExecutionPlan m_plan;
    executor::Executor *m_executor;
    executor::ExecutionRun *m_run = nullptr;
    QDateTime m_startedAt;
    QFuture<catalog::Catalog> m_known; // where more is kept
};

} // namespace actionscope::workspace
