// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/environmentrename.h"
#include "app/storage/history.h"
#include "app/storage/secretstore.h"
#include "app/workspace/execution.h"
#include "app/workspace/inputgeneration.h"
#include "app/workspace/recorddiagnosis.h"

#include <QObject>
#include <QPointer>

namespace actionscope::storage {
class Settings;
}

namespace actionscope::workspace {

class KeyTest;

// What the workspace leans on; all of it outlives the workspace.
struct WorkspaceParts
{
    storage::Settings *settings = nullptr;
    storage::History *history = nullptr;
    storage::SecretStore *secrets = nullptr;
    executor::Executor *executor = nullptr;
    QString catalogFolder = {}; // where catalogues are kept, also those of other environments
};

// What is open now: the chosen environment and at most one run. Knows no widgets.
// A run is written to the history before runFinished() tells of it, unless its body is so large that a person would
// wait for the disk.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(const WorkspaceParts &parts, QObject *parent = nullptr);

    // The sandbox first, then the person's own in their order, then those of collections.
    [[nodiscard]] QList<storage::Environment> environments() const;
    [[nodiscard]] QList<storage::Environment> ownEnvironments() const;
    [[nodiscard]] storage::Environment environment() const { return m_environment; }
    // False where there is none of that name; the choice then stays as it is.
    bool chooseEnvironment(const QString &name);
    // Replaces the person's own environments; the choice falls back to the sandbox when its environment is
    // gone. What is kept for those in `renames` goes by their new names.
    void setEnvironments(const QList<storage::Environment> &environments,
        const QList<storage::EnvironmentRename> &renames = {});
    // What diagnoses may lean on: who has which account, which actions there are.
    void setCatalog(const catalog::Catalog &catalog) { m_catalog = catalog; }
    // Those of the open collections; the chosen one stays chosen, or is chosen when its collection is there.
    void setCollectionEnvironments(const QList<storage::Environment> &environments);
    [[nodiscard]] storage::SecretStore *secrets() const { return m_parts.secrets; }
    // What {{names}} stand for from now on.
    void setVariables(const runner::Variables &variables) { m_variables = variables; }
    [[nodiscard]] const runner::Variables &variables() const { return m_variables; }
    // With its names replaced; those that cannot be are still in it.
    [[nodiscard]] storage::Draft resolved(const storage::Draft &draft) const;
    void setSandboxDestination(const executor::Destination &destination);
    // Where requests go now, with the key; or what is missing for that.
    [[nodiscard]] QFuture<Result<executor::Destination>> destination() const { return destinationOf(m_environment); }
    [[nodiscard]] QFuture<Result<executor::Destination>> destinationOf(const storage::Environment &environment) const;
    [[nodiscard]] KeyTest *newKeyTest(QObject *parent) const;
    // Asks the service for an input made from words; the caller starts it.
    [[nodiscard]] InputGeneration *newInputGeneration(
        const api::InputRequest &request, const executor::Destination &destination, QObject *parent) const;

    // What the current environment's API version cannot carry of this draft, as sentences.
    [[nodiscard]] QStringList noticesFor(const storage::Draft &draft) const;

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    // Ends in exactly one of draftRefused(), executeFailed() and runFinished(); nothing was sent in the first
    // two.
    void execute(const storage::Draft &draft);
    void cancel();

    // A past run as it was remembered, judged anew from its stored bytes.
    [[nodiscard]] QFuture<Result<RunRecord>> recall(const QString &historyId);
    // For a worker thread: what is known here or on the disk of the place where a run went.
    [[nodiscard]] Knowledge knowledge() const;

Q_SIGNALS:
    void environmentsChanged();
    void environmentChosen();
    void draftRefused(const QList<actionscope::api::FieldProblem> &problems);
    void executeFailed(const actionscope::Error &error);
    void runStarted();
    void runProgress(const actionscope::executor::Progress &progress);
    void runArriving(const QByteArray &beginning);
    void runFinished(const actionscope::workspace::RunRecord &record, const QByteArray &rawBody);
    // After runFinished(): the run has its id in the history, or `historyTrouble` says why not.
    void runRemembered(const actionscope::workspace::RunRecord &record);

private:
    [[nodiscard]] storage::Environment rememberedEnvironment() const;
    void begin(const ExecutionPlan &plan);
    void finish(const RunRecord &record, const QByteArray &rawBody);
    void remember(const RunRecord &record, const QByteArray &rawBody);
    void fail(const Error &error);

    WorkspaceParts m_parts;
    storage::Environment m_environment = storage::sandboxEnvironment();
    QList<storage::Environment> m_collectionEnvironments;
    runner::Variables m_variables;
    executor::Destination m_sandbox;
    catalog::Catalog m_catalog;
    QPointer<Execution> m_execution;
    bool m_isRunning = false;
    int m_attempt = 0; // tells a key that arrives late, after Cancel, from the one being waited for
};

} // namespace actionscope::workspace
