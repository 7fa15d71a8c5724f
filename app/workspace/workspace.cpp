// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/workspace.h"

#include "app/api/apikey.h"
#include "app/api/baseurl.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/runner/substitution.h"
#include "app/storage/collectionsecrets.h"
#include "app/storage/historyfiles.h"
#include "app/storage/settings.h"
#include "app/workspace/keytest.h"

#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace actionscope::workspace {

namespace {

constexpr qsizetype writtenFirst = qsizetype(1) << 20; // bytes of body
constexpr qsizetype largeInput = 64 * 1024; // bytes

Result<RunRecord> judgedAnew(const Result<storage::HistoryEntry> &entry, const Knowledge &known)
{
    if (!entry)
        return Failure(entry.error());
    RunRecord record;
    record.entry = *entry;
    record.judgement = diagnosis::judge(entry->exchange);
    if (entry->bodyLeftOut > 0) { // without its body, what it came to is what was found when it was there
        record.judgement.verdict = entry->verdict;
        record.judgement.sentence = entry->sentence;
        return record;
    }
    const auto key = api::headerValue(entry->exchange.request.headers, "x-api-key");
    record.diagnosis = diagnosisOf(record, diagnosis::keyKindOf(key.value_or(QByteArray())), known(record.entry));
    return record;
}

Result<executor::Destination> destinationWith(
    const QUrl &url, const Result<QByteArray> &secret, const QString &environment)
{
    if (!secret) {
        if (secret.error().code != ErrorCode::NotFound)
            return Failure(secret.error());
        return failure(ErrorCode::NotFound,
            Tr::tr("No API key is stored for the environment “%1”, so nothing was sent.").arg(environment), {},
            Tr::tr("Enter the key under Environments."));
    }
    const Result<QByteArray> key = api::cleanApiKey(*secret);
    if (!key)
        return Failure(key.error());
    return executor::Destination {url, *key};
}

// Where more is kept of the place that an execution goes to.
std::optional<catalog::CatalogStore> keptOf(
    const QString &folder, const storage::Environment &environment, const executor::Destination &destination)
{
    if (folder.isEmpty())
        return {};
    return catalog::CatalogStore(folder, environment.name, destination.baseUrl, environment.apiVersion);
}

} // namespace

Workspace::Workspace(const WorkspaceParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_environment = parts.settings->currentEnvironment();
}

QList<storage::Environment> Workspace::ownEnvironments() const { return m_parts.settings->environments(); }

QList<storage::Environment> Workspace::environments() const { return ownEnvironments() + m_collectionEnvironments; }

storage::Environment Workspace::rememberedEnvironment() const
{
    for (const storage::Environment &each : m_collectionEnvironments) {
        if (each.name == m_parts.settings->currentEnvironmentName())
            return each;
    }
    return m_parts.settings->currentEnvironment();
}

bool Workspace::chooseEnvironment(const QString &name)
{
    const QList<storage::Environment> known = environments();
    const auto sameName = [&](const storage::Environment &each) { return each.name == name; };
    if (std::none_of(known.cbegin(), known.cend(), sameName))
        return false;
    m_parts.settings->setCurrentEnvironmentName(name);
    m_environment = rememberedEnvironment();
    Q_EMIT environmentChosen();
    return true;
}

void Workspace::setEnvironments(
    const QList<storage::Environment> &environments, const QList<storage::EnvironmentRename> &renames)
{
    m_parts.settings->setEnvironments(environments);
    m_parts.settings->followRenames(renames);
    m_environment = rememberedEnvironment();
    Q_EMIT environmentsChanged();
    Q_EMIT environmentChosen();
}

void Workspace::setCollectionEnvironments(const QList<storage::Environment> &environments)
{
    if (environments == m_collectionEnvironments)
        return;
    m_collectionEnvironments = environments;
    const storage::Environment before = std::exchange(m_environment, rememberedEnvironment());
    Q_EMIT environmentsChanged();
    if (m_environment != before)
        Q_EMIT environmentChosen();
}

storage::Draft Workspace::resolved(const storage::Draft &draft) const
{
    return {runner::substituted(draft.request, m_variables).result, draft.timeoutSeconds};
}

void Workspace::setSandboxDestination(const executor::Destination &destination)
{
    m_sandbox = destination;
    if (m_environment.isSandbox)
        Q_EMIT environmentChosen();
}

QStringList Workspace::noticesFor(const storage::Draft &draft) const
{
    api::ExecuteRequest request = draft.request;
    if (request.input.size() > largeInput)
        request.input = R"({"large":0})"; // that there is some is all that counts, and this is asked for with every key
    QStringList notices = api::toWire(request, m_environment.apiVersion).notices;
    const auto baseUrl = api::parseBaseUrl(m_environment.baseUrl);
    if (!m_environment.isSandbox && baseUrl && !baseUrl->note.isEmpty())
        notices.prepend(baseUrl->note);
    return notices;
}

void Workspace::execute(const storage::Draft &typed)
{
    if (m_isRunning)
        return;
    const auto names = runner::substituted(typed.request, m_variables);
    const storage::Draft draft {names.result, typed.timeoutSeconds};
    QList<api::FieldProblem> problems;
    for (const runner::NameTrouble &trouble : names.troubles)
        problems.append({trouble.field, trouble.sentence, trouble.begin});
    if (problems.isEmpty())
        problems = api::findProblems(draft.request);
    if (!problems.isEmpty()) {
        Q_EMIT draftRefused(problems);
        return;
    }
    m_isRunning = true;
    ++m_attempt;
    Q_EMIT runStarted();
    const ExecutionPlan plan {.draft = draft, .environment = m_environment, .destination = m_sandbox, .catalog = m_catalog,
        .kept = keptOf(m_parts.catalogFolder, m_environment, m_sandbox), .secrets = m_variables.secrets(),
        .sent = sentValues(typed.request, names.uses, m_environment.apiVersion)};
    if (m_environment.isSandbox && !m_sandbox.baseUrl.isEmpty()) { // nothing to wait for
        begin(plan);
        return;
    }
    whenReady(destination(), this, [this, plan, attempt = m_attempt](const Result<executor::Destination> &found) {
        if (!m_isRunning || attempt != m_attempt)
            return;
        if (!found)
            return fail(found.error());
        ExecutionPlan ready = plan;
        ready.destination = *found;
        ready.kept = keptOf(m_parts.catalogFolder, ready.environment, *found);
        begin(ready);
    });
}

QFuture<Result<executor::Destination>> Workspace::destinationOf(
    const storage::Environment &environment) const
{
    const auto ready = [](Result<executor::Destination> result) { return QtFuture::makeReadyFuture(std::move(result)); };
    if (environment.isSandbox) {
        if (!m_sandbox.baseUrl.isEmpty())
            return ready(m_sandbox);
        return ready(failure(ErrorCode::Unavailable, Tr::tr("The sandbox is not running yet."), {},
            Tr::tr("Wait a moment and execute again.")));
    }
    const Result<api::BaseUrl> baseUrl = api::parseBaseUrl(environment.baseUrl);
    if (!baseUrl)
        return ready(Failure(baseUrl.error()));
    if (!environment.collection.isEmpty()) {
        if (const auto key = storage::secretFromProcess(QString::fromUtf16(storage::apiKeySecret)))
            return ready(destinationWith(baseUrl->url, key->value, environment.name));
    }
    return m_parts.secrets->read(environment.secretName())
        .then([url = baseUrl->url, name = environment.name](
                  const Result<QByteArray> &secret) { return destinationWith(url, secret, name); });
}

KeyTest *Workspace::newKeyTest(QObject *parent) const
{
    return new KeyTest(m_parts.secrets, m_parts.executor, parent);
}

InputGeneration *Workspace::newInputGeneration(
    const api::InputRequest &request, const executor::Destination &destination, QObject *parent) const
{
    return new InputGeneration(request, m_environment.apiVersion, destination, m_parts.executor, parent);
}

void Workspace::begin(const ExecutionPlan &plan)
{
    ExecutionPlan whole = plan;
    whole.kept = keptOf(m_parts.catalogFolder, plan.environment, plan.destination);
    m_execution = new Execution(whole, m_parts.executor, this);
    connect(m_execution, &Execution::progress, this, &Workspace::runProgress);
    connect(m_execution, &Execution::arriving, this, &Workspace::runArriving);
    connect(m_execution, &Execution::finished, this, &Workspace::remember);
    m_execution->start();
}

void Workspace::cancel()
{
    if (!m_isRunning)
        return;
    if (m_execution) {
        m_execution->cancel();
        return;
    }
    ++m_attempt;
    fail({ErrorCode::Unavailable, Tr::tr("Cancelled before anything was sent.")});
}

void Workspace::remember(const RunRecord &record, const QByteArray &rawBody)
{
    m_execution->deleteLater();
    m_execution = nullptr;
    const bool isLarge = rawBody.size() > writtenFirst;
    const auto written = m_parts.history->append(record.entry);
    if (isLarge) {
        RunRecord finished = record;
        if (const qint64 size = record.entry.exchange.answer.body.size(); size > storage::HistoryFiles::largestBody)
            finished.entry.bodyLeftOut = size;
        finish(finished, rawBody);
    }
    whenReady(written, this,
        [this, record, rawBody, isLarge](const Result<storage::HistoryEntry> &stored) {
            RunRecord finished = record;
            if (stored) {
                finished.entry.id = stored->id;
                finished.entry.bodyLeftOut = stored->bodyLeftOut;
            } else {
                finished.historyTrouble = stored.error().sentence;
            }
            if (!isLarge)
                finish(finished, rawBody);
            Q_EMIT runRemembered(finished);
        });
}

void Workspace::finish(const RunRecord &record, const QByteArray &rawBody)
{
    m_isRunning = false;
    Q_EMIT runFinished(record, rawBody);
}

void Workspace::fail(const Error &error)
{
    m_isRunning = false;
    Q_EMIT executeFailed(error);
}

QFuture<Result<RunRecord>> Workspace::recall(const QString &historyId)
{
    return m_parts.history->load(historyId).then(QtFuture::Launch::Async,
        [known = knowledge()](const Result<storage::HistoryEntry> &entry) { return judgedAnew(entry, known); });
}

// The catalogue at hand is the chosen environment's, and says nothing of another one.
Knowledge Workspace::knowledge() const
{
    return [catalog = m_catalog, here = m_environment, folder = m_parts.catalogFolder](const storage::HistoryEntry &run) {
        const bool isHere = run.environment == here.name && run.apiVersion == here.apiVersion;
        return knownOf(run, isHere ? catalog : catalog::Catalog(), folder);
    };
}

} // namespace actionscope::workspace
