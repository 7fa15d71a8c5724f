// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/collectioncheck.h"

#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/runner/collectionvariables.h"
#include "app/workspace/catalogkeeper.h"
#include "app/workspace/variablekeeper.h"
#include "app/workspace/workspace.h"

#include <QtConcurrent>

namespace actionscope::workspace {

namespace {

using runner::Complaint;

const runner::PlannedRequest *requestOf(const runner::RunPlan &plan, const QString &path)
{
    for (const runner::PlannedRequest &request : plan.requests) {
        if (request.path == path)
            return &request;
    }
    return nullptr;
}

QString fileOf(const runner::PlannedRequest &request)
{
    return request.folder + QLatin1Char('/') + request.saved.name + QString::fromUtf16(storage::savedRequestSuffix);
}

CheckedCollection examined(const PreparedRun &prepared, const runner::Knowledge &knowledge, const storage::Environment &environment)
{
    CheckedCollection checked;
    checked.title = prepared.sources.title;
    checked.requests = qsizetype(prepared.plan.requests.size());
    const QList<runner::Finding> findings = runner::examine(prepared.sources, prepared.plan, knowledge);
    for (const runner::Finding &finding : findings) {
        CheckedFinding found {finding, {}};
        if (const runner::PlannedRequest *request = requestOf(prepared.plan, finding.path)) {
            found.file = fileOf(*request);
            const api::ActionInfo action = knowledge.actions.value(request->saved.request.actionId);
            const bool mayBeOffered = finding.complaint == Complaint::SchemaDrift && !request->saved.isReadOnly
                && !action.parameters.isEmpty();
            const auto migration = mayBeOffered ? runner::migrated(request->saved.text, action) : std::nullopt;
            if (migration) {
                found.migrated = migration->file;
                found.steps = migration->steps;
            }
        } else if (prepared.sources.collections.size() == 1) {
            found.collection = prepared.sources.collections.first().folder;
        }
        checked.findings.append(found);
    }
    runner::RunSummary head;
    head.title = Tr::tr("Check of %1").arg(prepared.sources.title);
    head.environment = environment.name;
    head.apiVersion = api::versionName(environment.apiVersion);
    checked.record = runner::recordOf(prepared.plan, findings, head);
    return checked;
}

} // namespace

CollectionCheck::CollectionCheck(Workspace *workspace, CatalogKeeper *catalog, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_catalog(catalog)
{
}

void CollectionCheck::start(const QStringList &paths)
{
    RunWish wish;
    wish.paths = paths;
    const QFuture<Result<PreparedRun>> prepared = QtConcurrent::run([wish] { return prepareRun(wish); });
    whenReady(prepared, this, [this](const Result<PreparedRun> &ready) {
        if (!ready) {
            m_isOver = true;
            Q_EMIT failed(ready.error());
            return;
        }
        m_prepared = *ready;
        askForActions();
    });
}

void CollectionCheck::askForActions()
{
    QStringList ids;
    for (const runner::PlannedRequest &request : m_prepared.plan.requests) {
        const QString &id = request.saved.request.actionId;
        if (id.isEmpty() || id.contains(QLatin1String("{{")) || m_awaited.contains(id.toLower()))
            continue;
        m_awaited.insert(id.toLower());
        ids.append(id);
    }
    connect(m_catalog, &CatalogKeeper::actionDescribed, this, [this](const api::ActionInfo &action) { settle(action.id); });
    connect(m_catalog, &CatalogKeeper::actionTrouble, this, [this](const QString &id, const Error &error) {
        if (!m_awaited.contains(id.toLower()))
            return;
        if (error.code == ErrorCode::NotFound)
            m_knowledge.missing.append(id);
        else if (m_note.isEmpty())
            m_note = error.sentence;
        settle(id);
    });
    connect(m_workspace, &Workspace::environmentChosen, this, [this] {
        if (!m_isOver && !m_awaited.isEmpty()) {
            m_isOver = true;
            Q_EMIT failed({ErrorCode::Unavailable, Tr::tr("Another environment was chosen meanwhile.")});
        }
    });
    if (ids.isEmpty())
        gatherKnowledge();
    for (const QString &id : std::as_const(ids))
        m_catalog->describe(id);
}

void CollectionCheck::settle(const QString &id)
{
    if (m_awaited.remove(id.toLower()) && m_awaited.isEmpty() && !m_isOver)
        gatherKnowledge();
}

void CollectionCheck::gatherKnowledge()
{
    m_environment = m_workspace->environment();
    m_knowledge.apiVersion = m_environment.apiVersion;
    for (const runner::PlannedRequest &request : m_prepared.plan.requests) {
        const QString &id = request.saved.request.actionId;
        const api::ActionInfo *known = m_catalog->catalog().action(id);
        if (known && !known->parameters.isEmpty())
            m_knowledge.actions.insert(id, *known);
    }
    for (const storage::Collection &collection : std::as_const(m_prepared.sources.collections)) {
        const storage::CollectionEnvironment *chosen = environmentOf(collection, m_environment);
        m_knowledge.variables.append(runner::collectionVariables(collection, chosen, {}));
        if (chosen)
            m_knowledge.secretNames += chosen->secrets;
    }
    readSecretsOf(0);
}

void CollectionCheck::readSecretsOf(int collection)
{
    if (collection == m_prepared.sources.collections.size()) {
        findKey();
        return;
    }
    const storage::Collection &of = m_prepared.sources.collections.at(collection);
    const storage::CollectionEnvironment *chosen = environmentOf(of, m_environment);
    if (!chosen || chosen->secrets.isEmpty()) {
        readSecretsOf(collection + 1);
        return;
    }
    whenReady(storage::readSecrets(m_workspace->secrets(), of.name, *chosen), this,
        [this, collection](const QList<storage::SecretValue> &secrets) {
            for (const storage::SecretValue &secret : secrets)
                m_knowledge.ownSecrets.addSecret(secret.name.toUtf8(), secret.value);
            readSecretsOf(collection + 1);
        });
}

// A check is worth having without a key, too.
void CollectionCheck::findKey()
{
    whenReady(m_workspace->destinationOf(m_environment), this, [this](const Result<executor::Destination> &destination) {
        if (destination)
            m_knowledge.ownSecrets.addSecret("apiKey", destination->apiKey);
        examine();
    });
}

void CollectionCheck::examine()
{
    if (m_isOver)
        return;
    const QFuture<CheckedCollection> found
        = QtConcurrent::run([prepared = m_prepared, knowledge = m_knowledge, environment = m_environment] {
              return examined(prepared, knowledge, environment);
          });
    whenReady(found, this, [this](CheckedCollection checked) {
        m_isOver = true;
        if (!m_note.isEmpty())
            checked.note = Tr::tr("Not every action could be looked at: %1").arg(m_note);
        Q_EMIT finished(checked);
    });
}

} // namespace actionscope::workspace
