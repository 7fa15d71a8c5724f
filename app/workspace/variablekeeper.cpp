// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/variablekeeper.h"

#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/json/jsonpath.h"
#include "app/schema/nameplaces.h"
#include "app/storage/secretstore.h"
#include "app/storage/settings.h"
#include "app/workspace/collections.h"
#include "app/workspace/opendrafts.h"
#include "app/workspace/workspace.h"

namespace actionscope::workspace {

namespace {

QString keptSecretName(const QString &name) { return QStringLiteral("secret/") + name; }

} // namespace

QString environmentTitle(const QString &collection, const QString &environment)
{
    return QStringLiteral("%1 · %2").arg(environment, collection);
}

VariableKeeper::VariableKeeper(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    const auto follow = [this] {
        listEnvironments();
        readSecrets();
        gather();
    };
    connect(parts.collections, &Collections::opened, this, follow);
    connect(parts.collections, &Collections::changed, this, follow);
    connect(parts.collections, &Collections::closed, this, follow);
    connect(parts.workspace, &Workspace::environmentChosen, this, [this] {
        readSecrets();
        gather();
    });
    connect(parts.openDrafts, &OpenDrafts::activated, this, &VariableKeeper::gather);
    connect(parts.openDrafts, &OpenDrafts::replaced, this, &VariableKeeper::gather);
    connect(parts.openDrafts, &OpenDrafts::changed, this, [this] { // saved into another collection, or renamed
        if (m_parts.openDrafts->current().path != m_path)
            gather();
    });
    connect(parts.workspace, &Workspace::runFinished, this, &VariableKeeper::capture);
    gather();
}

const runner::Variables &VariableKeeper::variables() const { return m_parts.workspace->variables(); }

const OpenCollection *VariableKeeper::collection() const
{
    return collectionOf(m_parts.openDrafts->current().path);
}

const OpenCollection *VariableKeeper::collectionOf(const QString &path) const
{
    if (const OpenCollection *holding = path.isEmpty() ? nullptr : m_parts.collections->holding(path))
        return holding;
    const OpenCollection *owner = nullptr;
    return environment(&owner) ? owner : nullptr;
}

const storage::CollectionEnvironment *VariableKeeper::environment(const OpenCollection **owner) const
{
    const storage::Environment chosen = m_parts.workspace->environment();
    for (const OpenCollection &open : m_parts.collections->all()) {
        if (chosen.collection != open.collection.folder)
            continue;
        for (const storage::CollectionEnvironment &each : open.collection.environments) {
            if (environmentTitle(open.collection.name, each.name) != chosen.name)
                continue;
            if (owner)
                *owner = &open;
            return &each;
        }
    }
    return nullptr;
}

void VariableKeeper::listEnvironments()
{
    QList<storage::Environment> all;
    for (const OpenCollection &open : m_parts.collections->all()) {
        const storage::Collection &collection = open.collection;
        for (const storage::CollectionEnvironment &each : collection.environments) {
            storage::Environment environment;
            environment.name = environmentTitle(collection.name, each.name);
            const runner::Variables variables = runner::collectionVariables(collection, &each, {});
            environment.baseUrl = runner::resolvedBaseUrl(each, variables).value_or(each.baseUrl);
            environment.apiVersion = each.apiVersion;
            environment.isProtected = each.isProtected;
            environment.collection = collection.folder;
            environment.keyName = storage::collectionSecretName(
                collection.name, each.name, QString::fromUtf16(storage::apiKeySecret));
            all.append(environment);
        }
    }
    m_parts.workspace->setCollectionEnvironments(all);
}

void VariableKeeper::readSecrets()
{
    const OpenCollection *owner = nullptr;
    const storage::CollectionEnvironment *chosen = environment(&owner);
    ++m_newest;
    if (!chosen || m_secretsOf != m_parts.workspace->environment().name)
        m_secrets.clear();
    if (!chosen)
        return;
    m_secretsOf = m_parts.workspace->environment().name;
    const auto reading = storage::readSecrets(m_parts.secrets, owner->collection.name, *chosen);
    if (reading.isFinished()) { // the process and the memory know at once
        m_secrets = reading.result();
        return;
    }
    whenReady(reading, this, [this, asked = m_newest](const QList<storage::SecretValue> &secrets) {
        if (asked != m_newest || secrets == m_secrets)
            return;
        m_secrets = secrets;
        gather();
    });
}

void VariableKeeper::gather()
{
    runner::Variables variables;
    m_path = m_parts.openDrafts->current().path;
    if (const OpenCollection *open = collection()) {
        variables = runner::collectionVariables(open->collection, environment(nullptr), m_secrets);
        for (const runner::Binding &binding : m_captured.value(open->collection.folder))
            variables.set(binding);
    }
    for (auto kept = m_kept.cbegin(); kept != m_kept.cend(); ++kept) {
        if (!variables.find(kept.key()))
            variables.setSecret(Tr::tr("the keychain"), kept.key(), QString::fromUtf8(kept.value()));
    }
    m_parts.workspace->setVariables(variables);
    Q_EMIT changed();
}

QStringList VariableKeeper::keptNames() const { return m_parts.settings ? m_parts.settings->keptSecrets() : QStringList(); }

void VariableKeeper::readKeptSecrets()
{
    const QStringList names = keptNames();
    for (const QString &name : names) {
        whenReady(m_parts.secrets->read(keptSecretName(name)), this, [this, name](const Result<QByteArray> &value) {
            if (value) // else it is a name that is not set, and is said to be one where it is used
                setKept(name, *value);
        });
    }
}

QFuture<Result<void>> VariableKeeper::keepSecret(const QString &name, const QByteArray &value)
{
    const QFuture<Result<void>> written = m_parts.secrets->write(keptSecretName(name), value);
    whenReady(written, this, [this, name, value](const Result<void> &done) {
        if (!done || !m_parts.settings)
            return;
        m_parts.settings->setKeptSecrets(keptNames() + QStringList {name});
        setKept(name, value);
    });
    return written;
}

void VariableKeeper::setKept(const QString &name, const QByteArray &value)
{
    m_kept.insert(name, value);
    gather();
}

void VariableKeeper::capture(const RunRecord &record, const QByteArray &rawBody)
{
    const int index = m_parts.openDrafts->runIndex();
    if (index < 0) // closed meanwhile
        return;
    const OpenDraft &sent = m_parts.openDrafts->at(index);
    const OpenCollection *open = collectionOf(sent.path);
    if (!open || sent.request.capture.isEmpty() || record.judgement.verdict != api::Verdict::Successful)
        return;
    const json::Document wishes = json::Document::parse(sent.request.capture);
    const json::Document body = json::Document::parse(rawBody);
    QList<runner::Binding> &captured = m_captured[open->collection.folder];
    for (json::Value wish = wishes.root().firstChild(); wish.isValid(); wish = wish.nextSibling()) {
        const auto path = json::JsonPath::parse(wish.toString());
        const QList<json::Value> found = path ? path->evaluate(body.root()) : QList<json::Value>();
        if (found.isEmpty())
            continue;
        const QString name = wish.key();
        captured.removeIf([&](const runner::Binding &binding) { return binding.name == name; });
        captured.append({name, found.first().raw().toByteArray(), runner::Level::Captured,
            Tr::tr("the answer of “%1”").arg(sent.title())});
    }
    gather();
}

QStringList VariableKeeper::usedNames() const
{
    const api::ExecuteRequest &request = m_parts.openDrafts->current().request.request;
    QStringList names;
    const auto add = [&names](QByteArrayView text) {
        for (const schema::NamePlace &place : schema::namesIn(text))
            names.append(place.name);
    };
    for (const QString &text : {request.actionId, request.version, request.appName, request.entityId,
             request.connectedAccountId, request.text, request.systemPrompt, request.customDescription})
        add(text.toUtf8());
    for (const QByteArray &json : {request.input, request.authConfig, request.sessionInfo})
        add(json);
    names.removeDuplicates();
    return names;
}

QList<NameMeaning> VariableKeeper::meanings() const
{
    QStringList unset = usedNames();
    QList<NameMeaning> all;
    for (const QString &name : variables().names() + runner::builtInNames()) {
        all.append(meaningOf(name, variables()));
        unset.removeAll(name);
    }
    unset.sort();
    QList<NameMeaning> missing;
    for (const QString &name : std::as_const(unset))
        missing.append(meaningOf(name, variables()));
    return missing + all;
}

void VariableKeeper::setSecret(
    const QString &collection, const QString &environment, const QString &secret, const QByteArray &value)
{
    const QString name = storage::collectionSecretName(collection, environment, secret);
    const auto done = value.isEmpty() ? m_parts.secrets->remove(name) : m_parts.secrets->write(name, value);
    whenReady(done, this, [this](const Result<void> &) {
        readSecrets();
        gather();
    });
}

} // namespace actionscope::workspace
