// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/variablekeeper.h"

#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/json/jsonpath.h"
#include "app/runner/substitution.h"
#include "app/storage/secretstore.h"
#include "app/storage/settings.h"
#include "app/workspace/collections.h"
#include "app/workspace/opendrafts.h"
#include "app/workspace/workspace.h"

namespace actionscope::workspace {

namespace {

constexpr qsizetype longestShown = 200; // characters of a value

QString shortened(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json).simplified();
    return text.size() > longestShown ? text.first(longestShown) + u'…' : text;
}

QString keptSecretName(const QString &name) { return QStringLiteral("secret/") + name; }

QString placeOf(const runner::Binding &binding)
{
    return Tr::tr("%1 (%2)").arg(binding.source, runner::levelName(binding.level));
}

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
    connect(parts.workspace, &Workspace::runFinished, this, &VariableKeeper::capture);
    gather();
}

const runner::Variables &VariableKeeper::variables() const { return m_parts.workspace->variables(); }

const OpenCollection *VariableKeeper::collection() const
{
    const QString path = m_parts.openDrafts->current().path;
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
    const OpenDraft &current = m_parts.openDrafts->current();
    const OpenCollection *open = collection();
    if (!open || current.request.capture.isEmpty() || record.judgement.verdict != api::Verdict::Successful)
        return;
    const json::Document wishes = json::Document::parse(current.request.capture);
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
            Tr::tr("the answer of “%1”").arg(current.title())});
    }
    gather();
}

QString VariableKeeper::describe(const QString &name) const
{
    if (name.startsWith(QLatin1Char('$'))) {
        return variables().builtIn(name) ? Tr::tr("%1: made anew at every execution").arg(name)
                                         : Tr::tr("%1 is not a built-in name.").arg(name);
    }
    const QList<runner::Binding> bindings = variables().bindingsOf(name);
    if (bindings.isEmpty())
        return Tr::tr("%1 is not set anywhere. An execution stops there.").arg(name);
    const runner::Binding &winner = bindings.first();
    QStringList lines;
    if (winner.isSecret) {
        lines.append(Tr::tr("%1 is a secret").arg(name));
    } else if (const auto probe = runner::substitutedJson("\"{{" + name.toUtf8() + "}}\"", variables(), name);
               !probe.isComplete()) {
        lines.append(probe.troubles.first().sentence);
    } else {
        const bool isSecret = probe.uses.value(0).isSecret;
        lines.append(QStringLiteral("%1 = %2").arg(name, isSecret ? shortened(winner.json) : shortened(probe.result)));
    }
    lines.append(Tr::tr("from %1").arg(placeOf(winner)));
    for (const runner::Binding &other : bindings.sliced(1))
        lines.append(Tr::tr("instead of %1 from %2").arg(shortened(other.json), placeOf(other)));
    return lines.join(QLatin1Char('\n'));
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
