// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/secretkeeping.h"

#include "app/api/baseurl.h"
#include "app/base/redaction.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/workspace/variablekeeper.h"
#include "app/workspace/workspace.h"

#include <algorithm>

namespace actionscope::workspace {

namespace {

constexpr char apiKeyName[] = "apiKey"; // of the secret, as importers call it

// What may stand between {{ and }}.
QString variableName(const QByteArray &secret)
{
    QString name = QString::fromUtf8(secret);
    for (QChar &c : name) {
        const bool isFit = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        if (!isFit)
            c = u'_';
    }
    return name;
}

QString firstFree(const QString &name, const QStringList &taken, const QString &before)
{
    QString free = name;
    for (int number = 2; taken.contains(free); ++number)
        free = name + before + QString::number(number);
    return free;
}

} // namespace

exchange::ImportedDraft referring(exchange::ImportedDraft draft, const QByteArray &secret, const QString &name)
{
    const QByteArray placeholder = redactedPlaceholder(secret);
    const QByteArray reference = "{{" + name.toUtf8() + "}}";
    api::ExecuteRequest &request = draft.request;
    for (QByteArray *json : {&request.input, &request.authConfig, &request.sessionInfo})
        json->replace(placeholder, reference);
    for (QString *text : {&request.entityId, &request.connectedAccountId, &request.text, &request.systemPrompt, &request.customDescription})
        text->replace(QString::fromUtf8(placeholder), QString::fromUtf8(reference));
    return draft;
}

SecretKeeping::SecretKeeping(Workspace *workspace, VariableKeeper *variables, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_variables(variables)
{
}

void SecretKeeping::start(const QList<exchange::ImportedSecret> &secrets, const QList<exchange::ImportedDraft> &drafts)
{
    m_left = secrets;
    m_drafts = drafts;
    next();
}

// One after the other: a keychain may ask for its password.
void SecretKeeping::next()
{
    if (m_left.isEmpty()) {
        Q_EMIT finished(m_drafts, m_told, m_troubles);
        return;
    }
    const exchange::ImportedSecret secret = m_left.takeFirst();
    const auto placed = std::find_if(m_drafts.cbegin(), m_drafts.cend(), [](const auto &draft) { return !draft.baseUrl.isEmpty(); });
    if (secret.name == apiKeyName && placed != m_drafts.cend())
        keepKey(secret, placed->baseUrl);
    else
        keepVariable(secret);
}

storage::Environment SecretKeeping::newEnvironment(const QUrl &url) const
{
    QStringList taken;
    const QList<storage::Environment> known = m_workspace->environments();
    for (const storage::Environment &environment : known)
        taken.append(environment.name);
    storage::Environment made;
    made.name = firstFree(url.authority(), taken, QStringLiteral(" "));
    made.baseUrl = url.toString();
    made.apiVersion = m_drafts.first().apiVersion.value_or(api::ApiVersion::V31);
    made.isProtected = !api::isOnThisMachine(url); // nobody said yet that it is for trying things out
    return made;
}

// An environment that has another key belongs to another project, and stays as it is.
void SecretKeeping::keepKey(const exchange::ImportedSecret &secret, const QString &baseUrl)
{
    const auto url = api::parseBaseUrl(baseUrl);
    if (!url) {
        m_troubles.append(url.error().sentence);
        return next();
    }
    const QList<storage::Environment> known = m_workspace->ownEnvironments();
    const auto there = std::find_if(known.cbegin(), known.cend(), [&](const storage::Environment &environment) {
        const auto address = api::parseBaseUrl(environment.baseUrl);
        return !environment.isSandbox && address && address->url == url->url;
    });
    if (there == known.cend())
        return writeKey(newEnvironment(url->url), secret.value);
    whenReady(m_workspace->secrets()->read(there->secretName()), this,
        [this, environment = *there, url = url->url, key = secret.value](const Result<QByteArray> &stored) {
            const bool isOther = stored && *stored != key;
            writeKey(isOther ? newEnvironment(url) : environment, key);
        });
}

void SecretKeeping::writeKey(const storage::Environment &environment, const QByteArray &key)
{
    whenReady(m_workspace->secrets()->write(environment.secretName(), key), this, [this, environment](const Result<void> &written) {
        if (!written) {
            m_troubles.append(Tr::tr("The API key could not be kept. %1").arg(written.error().sentence));
            return next();
        }
        QList<storage::Environment> all = m_workspace->ownEnvironments();
        if (!all.contains(environment)) {
            all.append(environment);
            m_workspace->setEnvironments(all);
        }
        m_workspace->chooseEnvironment(environment.name);
        m_told.append(Tr::tr("The API key is kept as that of the environment %1, which is chosen now.").arg(environment.name));
        next();
    });
}

void SecretKeeping::keepVariable(const exchange::ImportedSecret &secret)
{
    const QString name = firstFree(variableName(secret.name), m_variables->keptNames(), {});
    whenReady(m_variables->keepSecret(name, secret.value), this, [this, name, secret](const Result<void> &kept) {
        if (kept) {
            for (exchange::ImportedDraft &draft : m_drafts)
                draft = referring(draft, secret.name, name);
            m_told.append(Tr::tr("A secret is kept as {{%1}}.").arg(name));
        } else {
            m_troubles.append(Tr::tr("The secret %1 could not be kept. %2").arg(name, kept.error().sentence));
        }
        next();
    });
}

} // namespace actionscope::workspace
