// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/collectionrun.h"

#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/runner/collectionvariables.h"
#include "app/workspace/catalogkeeper.h"
#include "app/workspace/workspace.h"

#include <algorithm>

namespace actionscope::workspace {

namespace {

constexpr qsizetype exchangeOverhead = 1024; // bytes, about: headers and bookkeeping

qsizetype sizeOf(const api::Exchange &exchange)
{
    return exchange.request.body.size() + exchange.answer.body.size() + exchangeOverhead;
}

} // namespace

CollectionRun::CollectionRun(Workspace *workspace, CatalogKeeper *catalog, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_catalog(catalog)
{
}

void CollectionRun::start(const RunWish &wish, const PreparedRun &prepared)
{
    m_wish = wish;
    m_prepared = prepared;
    m_environment = m_workspace->environment();
    makePlaces();
    if (m_places.empty())
        fail({ErrorCode::NotFound, Tr::tr("None of these environments exists any more.")});
    else
        readSecretsOf(0, 0);
}

void CollectionRun::makePlaces()
{
    if (m_wish.environments.isEmpty())
        m_places.push_back({m_environment});
    for (const storage::Environment &each : m_workspace->environments()) {
        if (m_wish.environments.contains(each.name))
            m_places.push_back({each});
    }
    for (Place &place : m_places) {
        for (const storage::Collection &collection : m_prepared.sources.collections)
            place.variables.append(runner::collectionVariables(collection, environmentOf(collection, place.environment), {}));
    }
}

void CollectionRun::readSecretsOf(int place, int collection)
{
    if (place == int(m_places.size())) {
        gatherSchemas();
        return;
    }
    if (collection == m_prepared.sources.collections.size()) {
        findDestination(place);
        return;
    }
    const storage::Collection &of = m_prepared.sources.collections.at(collection);
    const storage::CollectionEnvironment *environment = environmentOf(of, m_places[std::size_t(place)].environment);
    if (!environment || environment->secrets.isEmpty()) {
        readSecretsOf(place, collection + 1);
        return;
    }
    whenReady(storage::readSecrets(m_workspace->secrets(), of.name, *environment), this,
        [this, place, collection](const QList<storage::SecretValue> &secrets) { takeSecrets(place, collection, secrets); });
}

void CollectionRun::takeSecrets(int place, int collection, const QList<storage::SecretValue> &secrets)
{
    const storage::Collection &of = m_prepared.sources.collections.at(collection);
    Place &at = m_places[std::size_t(place)];
    at.variables[collection] = runner::collectionVariables(of, environmentOf(of, at.environment), secrets);
    for (const storage::SecretValue &secret : secrets)
        at.redactor.addSecret(secret.name.toUtf8(), secret.value);
    readSecretsOf(place, collection + 1);
}

void CollectionRun::findDestination(int place)
{
    if (m_isOver)
        return;
    const storage::Environment environment = m_places[std::size_t(place)].environment;
    if (!m_workspace->environments().contains(environment)) {
        fail({ErrorCode::Unavailable, Tr::tr("The environment was changed meanwhile, so nothing was sent.")});
        return;
    }
    whenReady(m_workspace->destinationOf(environment), this,
        [this, place](const Result<executor::Destination> &destination) {
            if (m_isOver)
                return;
            if (!destination) {
                fail(destination.error());
                return;
            }
            Place &at = m_places[std::size_t(place)];
            at.destination = *destination;
            at.redactor.addSecret("apiKey", destination->apiKey);
            readSecretsOf(place + 1, 0);
        });
}

// Only where an expectation needs them.
void CollectionRun::gatherSchemas()
{
    QStringList ids;
    for (const runner::PlannedRequest &planned : m_prepared.plan.requests) {
        const bool needsSchema = std::any_of(planned.expectations.cbegin(), planned.expectations.cend(),
            [](const runner::Expectation &one) { return one.wantsActionSchema(); });
        const QString id = planned.saved.request.actionId.toLower();
        if (needsSchema && !m_awaited.contains(id)) {
            m_awaited.insert(id);
            ids.append(planned.saved.request.actionId);
        }
    }
    if (ids.isEmpty() || !m_catalog) {
        send();
        return;
    }
    connect(m_workspace, &Workspace::environmentChosen, this, [this] { // its catalogue will not answer any more
        if (!m_awaited.isEmpty() && !m_isOver)
            fail({ErrorCode::Unavailable, Tr::tr("Another environment was chosen meanwhile, so nothing was sent.")});
    });
    const auto settle = [this](const QString &id) {
        if (m_awaited.remove(id.toLower()) && m_awaited.isEmpty() && !m_isOver)
            send();
    };
    connect(m_catalog, &CatalogKeeper::actionDescribed, this,
        [settle](const api::ActionInfo &action) { settle(action.id); });
    connect(m_catalog, &CatalogKeeper::actionTrouble, this, settle);
    for (const QString &id : std::as_const(ids))
        m_catalog->describe(id);
}

runner::RequestSettings CollectionRun::settingsOf(const Place &place) const
{
    runner::RequestSettings settings;
    settings.destination = place.destination;
    settings.apiVersion = place.environment.apiVersion;
    settings.redactor = place.redactor;
    settings.actionSchema = [catalog = QPointer(m_catalog)](const QString &id) {
        const api::ActionInfo *known = catalog ? catalog->catalog().action(id) : nullptr;
        return known ? known->response : QByteArray();
    };
    return settings;
}

QList<runner::Variant> CollectionRun::variants() const
{
    QList<runner::Variant> entities;
    for (const QString &entity : m_wish.entities)
        entities.append({entity, entity});
    QList<runner::Variant> accounts;
    for (const QString &account : m_wish.accounts)
        accounts.append({account, {}, account});
    QList<runner::Variant> places;
    for (const Place &place : m_places) {
        if (!m_wish.environments.isEmpty())
            places.append({place.environment.name, {}, {}, settingsOf(place), place.variables});
    }
    return runner::crossed(runner::crossed(entities, accounts), places);
}

QStringList CollectionRun::labels() const
{
    QStringList labels;
    for (const runner::Variant &variant : variants())
        labels.append(variant.label);
    return labels;
}

void CollectionRun::send()
{
    runner::RunnerOptions options;
    options.settings = settingsOf(m_places.front());
    options.variables = m_places.front().variables;
    options.variants = variants();
    options.rows = m_prepared.rows;
    options.repeat = m_wish.repeat;
    options.jobs = m_wish.jobs;
    options.afterFailure = m_wish.stopsAtFailure ? runner::RunnerOptions::AfterFailure::Stop
                                                 : runner::RunnerOptions::AfterFailure::GoOn;
    m_runner = new runner::Runner(m_prepared.plan, options, this);
    connect(m_runner, &runner::Runner::answered, this,
        [this](const api::Exchange &exchange) { m_answered = exchange; });
    connect(m_runner, &runner::Runner::requestFinished, this, &CollectionRun::take);
    connect(m_runner, &runner::Runner::finished, this, [this](const runner::RunSummary &summary) {
        m_summary = summary;
        m_isOver = true;
        Q_EMIT finished();
        m_runner->deleteLater();
    });
    runner::RunSummary summary;
    summary.title = m_prepared.sources.title;
    summary.environment = m_wish.environments.isEmpty() ? m_environment.name : m_wish.environments.join(QStringLiteral(", "));
    m_clock.start();
    m_runner->start(summary);
    m_summary = m_runner->summary();
    Q_EMIT begun();
}

void CollectionRun::take(const runner::RunResult &result)
{
    const qint64 number = m_summary.done();
    m_summary = m_runner->summary();
    if (m_answered) {
        m_exchangeBytes += sizeOf(*m_answered);
        m_exchanges.emplace_back(number, std::move(*m_answered));
        m_answered.reset();
        while (m_exchangeBytes > keptBytes) {
            m_exchangeBytes -= sizeOf(m_exchanges.front().second);
            m_exchanges.pop_front();
        }
    }
    if (m_logTrouble.isEmpty()) {
        if (const auto kept = m_log->append(result); !kept)
            m_logTrouble = kept.error().sentence;
    }
    Q_EMIT requestFinished(result);
}

const api::Exchange *CollectionRun::exchange(qint64 number) const
{
    const auto found = std::lower_bound(m_exchanges.cbegin(), m_exchanges.cend(), number,
        [](const auto &kept, qint64 wanted) { return kept.first < wanted; });
    return found == m_exchanges.cend() || found->first != number ? nullptr : &found->second;
}

void CollectionRun::cancel()
{
    if (m_isOver)
        return;
    if (m_runner)
        m_runner->cancel();
    else
        fail({ErrorCode::Unavailable, Tr::tr("Stopped before anything was sent.")});
}

void CollectionRun::fail(const Error &error)
{
    m_isOver = true;
    Q_EMIT failed(error);
}

} // namespace actionscope::workspace
