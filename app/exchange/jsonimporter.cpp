// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/jsonimporter.h"

#include "app/base/tr.h"
#include "app/exchange/draftbuilder.h"

#include <algorithm>
#include <array>

namespace actionscope::exchange {

namespace {

bool hasMember(const json::Value &root, std::initializer_list<QStringView> names)
{
    return std::any_of(names.begin(), names.end(), [&](QStringView name) { return root.member(name).isValid(); });
}

// {"name": ACTION, "arguments": …} as models and their frameworks write it, with or without "function" around it.
json::Value calledTool(const json::Value &root)
{
    const json::Value inner = root.member(u"function");
    const json::Value call = inner.isObject() ? inner : root;
    return call.member(u"name").isString() && hasMember(call, {u"arguments", u"input", u"parameters"}) && !hasMember(call, {u"description"}) ? call
                                                                                                                                   : json::Value();
}

bool saysOldNames(const json::Value &root) { return hasMember(root, {u"input", u"entityId", u"connectedAccountId", u"appName", u"authConfig"}); }
bool saysNewNames(const json::Value &root)
{
    return hasMember(root, {u"arguments", u"user_id", u"connected_account_id", u"custom_auth_params", u"entity_id"});
}

void takeSavedFields(const json::Value &root, ImportedDraft &draft, DraftBuilder &builder)
{
    const std::array<QString, 8> own {QStringLiteral("expect"), QStringLiteral("capture"), QStringLiteral("tags"), QStringLiteral("notes"),
        QStringLiteral("timeout"), QStringLiteral("retry"), QStringLiteral("actionscope"), QStringLiteral("name")};
    draft.expect = root.member(u"expect").raw().toByteArray();
    draft.capture = root.member(u"capture").raw().toByteArray();
    draft.notes = root.member(u"notes").toString();
    for (json::Value tag = root.member(u"tags").firstChild(); tag.isValid(); tag = tag.nextSibling())
        draft.tags.append(tag.toString());
    const QStringList strange = builder.takeFields(root, draft);
    for (const QString &name : strange) {
        if (std::find(own.begin(), own.end(), name) == own.end())
            builder.complain(Tr::tr("“%1” means nothing to this program and was left out.").arg(name), root.member(name).begin());
    }
}

void guessVersion(api::ApiVersion version, ImportedDraft &draft)
{
    draft.apiVersion = version;
    draft.guesses.append({QStringLiteral("apiVersion"),
        Tr::tr("The text does not tell the version of the API; by the names of its members %1 was taken.").arg(api::versionName(version))});
}

void missAction(ImportedDraft &draft)
{
    if (draft.request.actionId.isEmpty())
        draft.guesses.append({QStringLiteral("actionId"), Tr::tr("The text does not tell which action is meant.")});
}

// An answer that lists its troubles in its own way is no input.
bool looksLikeAnswer(const json::Value &root)
{
    const json::Value error = root.member(u"error");
    const bool saysSuccess = hasMember(root, {u"successful", u"successfull"});
    return saysSuccess || (error.isObject() && hasMember(error, {u"message", u"slug", u"code"}))
        || (root.member(u"message").isString() && hasMember(root, {u"status", u"requestId", u"statusCode", u"type"}));
}

} // namespace

bool isSavedRequest(const json::Document &document)
{
    return document.root().member(u"actionscope").isNumber() && document.root().member(u"actionId").isValid();
}

Imported importSavedRequest(const QByteArray &bytes)
{
    DraftBuilder builder(ImportForm::SavedRequest, bytes);
    const json::Document document = json::Document::parse(bytes);
    if (const auto error = document.error())
        builder.complain(Tr::tr("The saved request is no JSON from here on: %1. What stands before was taken.").arg(error->reason), error->offset);
    ImportedDraft draft;
    takeSavedFields(document.root(), draft, builder);
    if (document.root().member(u"actionscope").toInteger().value_or(1) > 1) {
        builder.imported().isReadOnly = true;
        builder.complain(Tr::tr("A newer version of this program wrote the file; it may mean more than what is shown."));
    }
    builder.addDraft(draft);
    return builder.finished();
}

bool isRequestBody(const json::Document &document)
{
    const json::Value root = document.root();
    return root.isValid() && root.isObject() && !looksLikeAnswer(root);
}

bool saysRequest(const json::Document &document)
{
    const json::Value root = document.root();
    return isRequestBody(document) && (saysOldNames(root) || saysNewNames(root) || calledTool(root).isValid());
}

Imported importRequestBody(const QByteArray &bytes)
{
    DraftBuilder builder(ImportForm::RequestBody, bytes);
    ImportedDraft draft;
    const QByteArray text = builder.usableJson(bytes, QStringLiteral("input"), draft, [](qsizetype offset) { return offset; });
    const json::Document document = json::Document::parse(text);
    const json::Value root = document.root();
    const json::Value call = calledTool(root);
    if (call.isValid()) {
        draft.request.actionId = call.member(u"name").toString();
        const json::Value input = call.member(hasMember(call, {u"arguments"}) ? u"arguments" : hasMember(call, {u"input"}) ? u"input" : u"parameters");
        draft.request.input = input.isString() ? builder.usableJson(input.toString().toUtf8(), QStringLiteral("input"), draft) : input.raw().toByteArray();
        guessVersion(api::ApiVersion::V31, draft);
    } else if (document.isValid() && (saysOldNames(root) || saysNewNames(root))) {
        const QStringList strange = builder.takeFields(root, draft);
        for (const QString &name : strange)
            builder.complain(Tr::tr("The body's “%1” has no place in a request and was left out.").arg(name), root.member(name).begin());
        guessVersion(saysNewNames(root) ? api::ApiVersion::V31 : api::ApiVersion::V2, draft);
        missAction(draft);
    } else {
        draft.request.input = text;
        draft.guesses.append({QStringLiteral("input"), Tr::tr("The object has no name that a request has; all of it was taken for the action's input.")});
        missAction(draft);
    }
    builder.addDraft(draft);
    return builder.finished();
}

bool isLogRecord(const json::Document &document)
{
    return hasMember(document.root(), {u"level", u"levelname", u"severity", u"msg", u"timestamp"});
}

bool isAnswer(const json::Document &document)
{
    return document.root().isValid() && document.root().isObject() && looksLikeAnswer(document.root());
}

Imported importExchange(const QByteArray &bytes, ImportForm form)
{
    DraftBuilder builder(form, bytes);
    const auto read = readExchange(bytes, {});
    if (!read) {
        builder.complain(read.error().sentence);
        return builder.finished();
    }
    builder.addExchange(*read);
    Imported imported = builder.finished();
    for (ImportedDraft &draft : imported.drafts)
        missAction(draft);
    return imported;
}

} // namespace actionscope::exchange
