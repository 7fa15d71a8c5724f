// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/bundles.h"

#include "app/api/wire.h"
#include "app/base/tr.h"
#include "app/diagnosis/diagnosisjson.h"
#include "app/diagnosis/rulebook.h"
#include "app/json/document.h"
#include "app/json/writer.h"
#include "app/workspace/recorddiagnosis.h"

#include <QFileInfo>

namespace actionscope::workspace {

namespace {

QString programName() { return QStringLiteral("Actionscope " ACTIONSCOPE_VERSION); }

QByteArray accountJson(const api::ConnectedAccount *account)
{
    if (!account)
        return {};
    json::ObjectWriter writer;
    writer.addString("id", account->id);
    writer.addString("status", account->statusWord);
    if (!account->statusReason.isEmpty())
        writer.addString("statusReason", account->statusReason);
    writer.addString("appName", account->appKey);
    writer.addString("entityId", account->userId);
    writer.addString("authScheme", account->authScheme);
    writer.addBool("isDisabled", account->isDisabled);
    return writer.finished();
}

QByteArray actionJson(const api::ActionInfo *action)
{
    if (!action)
        return {};
    json::ObjectWriter writer;
    writer.addString("id", action->id);
    writer.addString("version", action->version);
    writer.addBool("isDeprecated", action->isDeprecated);
    if (json::Document::parse(action->parameters).isValid())
        writer.addRaw("parameters", action->parameters);
    if (json::Document::parse(action->response).isValid())
        writer.addRaw("response", action->response);
    return writer.finished();
}

// The account that was named, else the one usable account of the entity for the app.
const api::ConnectedAccount *accountOf(const api::ExecuteRequest &request, const catalog::Catalog &catalog)
{
    if (!request.connectedAccountId.isEmpty())
        return catalog.account(request.connectedAccountId);
    const api::ActionInfo *action = catalog.action(request.actionId);
    const QString app = action ? action->appKey : request.appName;
    for (const api::ConnectedAccount &account : catalog.accounts()) {
        if (account.appKey.compare(app, Qt::CaseInsensitive) == 0 && account.userId == request.entityId)
            return &account;
    }
    return nullptr;
}

exchange::ImportedDraft draftOf(const storage::SavedRequest &saved, const QStringList &folders)
{
    exchange::ImportedDraft draft;
    draft.name = saved.name;
    draft.folders = folders;
    draft.request = saved.request;
    draft.expect = saved.expect;
    draft.capture = saved.capture;
    draft.notes = saved.notes;
    return draft;
}

QString textOf(const QByteArray &json)
{
    const json::Document document = json::Document::parse(json);
    return document.root().isString() ? document.root().toString() : QString::fromUtf8(json);
}

void addRequests(const storage::Collection &collection, const storage::CollectionNode &node, const QStringList &folders, PostmanContents &contents)
{
    for (const storage::CollectionNode &child : node.children) {
        if (child.kind == storage::CollectionNode::Kind::Folder) {
            addRequests(collection, child, folders + QStringList {child.name}, contents);
            continue;
        }
        const QString path = storage::absolutePath(collection, child);
        auto saved = storage::readRequestFile(path);
        if (saved)
            contents.source.requests.append(draftOf(*saved, folders));
        else
            contents.troubles.append(QStringLiteral("%1: %2").arg(child.path, saved.error().sentence));
    }
}

} // namespace

exchange::Bundle bundleOf(const storage::HistoryEntry &entry, const catalog::Catalog &catalog)
{
    exchange::Bundle bundle;
    bundle.createdAt = QDateTime::currentDateTimeUtc();
    bundle.createdBy = programName();
    bundle.request = entry.draft.request;
    bundle.environment = entry.environment;
    bundle.baseUrl = entry.baseUrl;
    bundle.apiVersion = entry.apiVersion;
    bundle.startedAt = entry.startedAt;
    bundle.exchange = entry.exchange;
    bundle.verdict = entry.verdict;
    bundle.sentence = entry.sentence;
    bundle.account = accountJson(accountOf(entry.draft.request, catalog));
    bundle.action = actionJson(catalog.action(entry.draft.request.actionId));
    const RunRecord record {entry, diagnosis::judge(entry.exchange), {}, {}};
    if (const auto diagnosis = diagnosisOf(record, diagnosis::KeyKind::Unknown, catalog))
        bundle.diagnosis = diagnosis::toJson(diagnosis);
    return bundle;
}

exchange::Bundle bundleOf(const storage::SavedRequest &request, const storage::CollectionEnvironment &destination)
{
    exchange::Bundle bundle;
    bundle.createdAt = QDateTime::currentDateTimeUtc();
    bundle.createdBy = programName();
    bundle.request = request.request;
    bundle.environment = destination.name;
    bundle.baseUrl = destination.baseUrl;
    bundle.apiVersion = destination.apiVersion;
    bundle.notes = request.notes;
    if (api::findProblems(request.request).isEmpty())
        bundle.exchange.request = api::toWire(request.request, destination.apiVersion).request;
    return bundle;
}

exchange::Bundle bundleOf(const exchange::ImportedDraft &draft)
{
    exchange::Bundle bundle;
    bundle.createdAt = QDateTime::currentDateTimeUtc();
    bundle.createdBy = programName();
    bundle.request = draft.request;
    bundle.baseUrl = draft.baseUrl;
    bundle.apiVersion = draft.apiVersion;
    bundle.notes = draft.notes;
    bundle.startedAt = draft.receivedAt;
    bundle.exchange = draft.recorded.value_or(api::Exchange());
    if (bundle.exchange.request.method.isEmpty() && draft.apiVersion && api::findProblems(draft.request).isEmpty())
        bundle.exchange.request = api::toWire(draft.request, *draft.apiVersion).request;
    for (const exchange::Guess &guess : draft.guesses) { // who reads it elsewhere must not take them for facts
        bundle.notes += QStringLiteral("\n- `%1`: %2").arg(guess.field, guess.sentence);
        if (guess.field == QLatin1String("input") && draft.request.input.isEmpty())
            bundle.exchange.request.body.clear();
    }
    bundle.notes = bundle.notes.trimmed();
    if (!draft.recorded)
        return bundle;
    const diagnosis::Judgement judgement = diagnosis::judge(bundle.exchange);
    bundle.verdict = judgement.verdict;
    bundle.sentence = judgement.sentence;
    diagnosis::Surroundings around;
    around.baseUrl = draft.baseUrl;
    around.apiVersion = draft.apiVersion;
    around.receivedAt = draft.receivedAt;
    if (const auto diagnosis = diagnosis::diagnose(bundle.exchange, judgement, around))
        bundle.diagnosis = diagnosis::toJson(diagnosis);
    return bundle;
}

Result<PostmanContents> postmanContents(const QString &path, api::ApiVersion version)
{
    PostmanContents contents;
    contents.source.apiVersion = version;
    if (!QFileInfo(path).isDir()) {
        const auto saved = storage::readRequestFile(path);
        if (!saved)
            return Failure(saved.error());
        contents.source.name = saved->name;
        contents.source.requests.append(draftOf(*saved, {}));
        return contents;
    }
    const auto collection = storage::readCollection(path);
    if (!collection)
        return Failure(collection.error());
    contents.source.name = collection->name;
    for (const storage::Variable &variable : collection->variables)
        contents.source.variables.append({variable.name, textOf(variable.json)});
    for (const storage::CollectionTrouble &trouble : collection->troubles)
        contents.troubles.append(QStringLiteral("%1: %2").arg(trouble.path, trouble.sentence));
    addRequests(*collection, collection->root, {}, contents);
    return contents;
}

exchange::ImportedEnvironment environmentForOthers(const storage::CollectionEnvironment &environment)
{
    exchange::ImportedEnvironment other;
    other.name = environment.name;
    other.baseUrl = environment.baseUrl;
    for (const storage::Variable &variable : environment.variables)
        other.variables.append({variable.name, textOf(variable.json)});
    other.secrets = environment.secrets;
    return other;
}

} // namespace actionscope::workspace
