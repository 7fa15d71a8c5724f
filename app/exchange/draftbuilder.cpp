// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/draftbuilder.h"

#include "app/api/alltexts.h"
#include "app/api/authconfig.h"
#include "app/api/baseurl.h"
#include "app/api/secretheaders.h"
#include "app/api/wirereader.h"
#include "app/base/tr.h"
#include "app/exchange/answerfinder.h"
#include "app/exchange/httptext.h"
#include "app/json/repair.h"
#include "app/json/textedit.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace actionscope::exchange {

namespace {

using api::ExecuteRequest;

struct FieldName
{
    const char *name; // lower case, without underscores
    QString ExecuteRequest::*text;
    QByteArray ExecuteRequest::*json;
};

constexpr std::array fieldNames {FieldName {"actionid", &ExecuteRequest::actionId, nullptr},
    FieldName {"action", &ExecuteRequest::actionId, nullptr}, FieldName {"actionname", &ExecuteRequest::actionId, nullptr},
    FieldName {"slug", &ExecuteRequest::actionId, nullptr}, FieldName {"toolslug", &ExecuteRequest::actionId, nullptr},
    FieldName {"tool", &ExecuteRequest::actionId, nullptr}, FieldName {"toolname", &ExecuteRequest::actionId, nullptr},
    FieldName {"appname", &ExecuteRequest::appName, nullptr}, FieldName {"app", &ExecuteRequest::appName, nullptr},
    FieldName {"entityid", &ExecuteRequest::entityId, nullptr}, FieldName {"userid", &ExecuteRequest::entityId, nullptr},
    FieldName {"connectedaccountid", &ExecuteRequest::connectedAccountId, nullptr},
    FieldName {"connectedaccount", &ExecuteRequest::connectedAccountId, nullptr},
    FieldName {"text", &ExecuteRequest::text, nullptr}, FieldName {"nlatext", &ExecuteRequest::text, nullptr},
    FieldName {"systemprompt", &ExecuteRequest::systemPrompt, nullptr},
    FieldName {"customdescription", &ExecuteRequest::customDescription, nullptr},
    FieldName {"version", &ExecuteRequest::version, nullptr}, FieldName {"toolversion", &ExecuteRequest::version, nullptr},
    FieldName {"input", nullptr, &ExecuteRequest::input}, FieldName {"arguments", nullptr, &ExecuteRequest::input},
    FieldName {"params", nullptr, &ExecuteRequest::input}, FieldName {"inputparams", nullptr, &ExecuteRequest::input},
    FieldName {"toolarguments", nullptr, &ExecuteRequest::input},
    FieldName {"authconfig", nullptr, &ExecuteRequest::authConfig},
    FieldName {"auth", nullptr, &ExecuteRequest::authConfig},
    FieldName {"customauthparams", nullptr, &ExecuteRequest::authConfig},
    FieldName {"sessioninfo", nullptr, &ExecuteRequest::sessionInfo}};

// Switches of the SDKs that a request of ours neither has nor needs.
constexpr std::array quietNames {"allowtracing", "dangerouslyskipversioncheck", "tracelogs", "endpoint", "modifiers",
    "metadata", "processors", "actionscope"};

// A text that is wrong all over is not told more often; the rest is counted.
constexpr qsizetype mostTroubles = 200;

QByteArray spelledAlike(const QString &name)
{
    QString alike = name.toLower();
    return alike.remove(QLatin1Char('_')).remove(QLatin1Char('-')).toUtf8();
}

bool isQuiet(const QByteArray &alike)
{
    return std::any_of(quietNames.begin(), quietNames.end(), [&](const char *name) { return alike == name; });
}

// "…/actions/ID/execute", "…/tools/execute/ID" and what people make of them.
const QRegularExpression &loosePath()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"re(/(?<kind>actions|tools)/(?:execute/)?(?<id>[A-Za-z0-9_%.{}$-]+)(?:/execute)?(?:/(?:get\.inputs|input))?/?(?:\?.*)?$)re"));
    return pattern;
}

// {"n": {{count}}} becomes {"n": "{{count}}"}: a text that is one variable takes the variable's type.
QByteArray withQuotedVariables(const QByteArray &text)
{
    QByteArray quoted;
    bool isInString = false;
    const qsizetype last = text.lastIndexOf("}}");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype end = !isInString && i < last && text.mid(i, 2) == "{{" ? text.indexOf("}}", i) : -1;
        if (end >= 0) {
            quoted += '"' + text.sliced(i, end + 2 - i) + '"';
            i = end + 1;
            continue;
        }
        if (isInString && text[i] == '\\' && i + 1 < text.size())
            quoted += text[i++];
        else if (text[i] == '"')
            isInString = !isInString;
        quoted += text[i];
    }
    return quoted;
}

QString secretSentence(const LedgerEntry &entry)
{
    const QString places = entry.places.join(QStringLiteral(", "));
    if (entry.name.startsWith("apiKey"))
        return Tr::tr("An API key was found (%1). It was not taken over.").arg(places);
    return Tr::tr("A secret was found (%1). It was not taken over: %2 stands in its place.")
        .arg(places, QString::fromUtf8(redactedPlaceholder(entry.name)));
}

} // namespace

DraftBuilder::DraftBuilder(ImportForm form, const QByteArray &text)
    : m_text(text)
{
    m_imported.form = form;
}

void DraftBuilder::complain(const QString &sentence, qsizetype offset)
{
    if (m_imported.troubles.size() >= mostTroubles) {
        ++m_untold;
        return;
    }
    if (!m_text.isEmpty())
        offset = std::min(offset, m_text.size());
    ImportTrouble trouble {sentence, m_source, offset};
    if (offset >= 0 && !m_text.isEmpty()) {
        const json::Place place = json::placeOf(m_text, offset);
        trouble.sentence = Tr::tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(sentence);
    }
    if (!m_imported.troubles.contains(trouble))
        m_imported.troubles.append(trouble);
}

void DraftBuilder::complain(const QList<ImportTrouble> &troubles)
{
    for (const ImportTrouble &trouble : troubles)
        complain(trouble.sentence, trouble.offset);
}

void DraftBuilder::addSecret(const QByteArray &name, const QByteArray &value, const QString &place)
{
    m_ledger.add(name, value, place);
}

void DraftBuilder::takeSecrets(api::HeaderList &headers)
{
    for (api::Header &header : headers) {
        if (!api::carriesSecret(header.name) && !SecretFinder::isSecretName(QString::fromLatin1(header.name)))
            continue;
        const QByteArray lower = header.name.toLower();
        const QString place = Tr::tr("header %1").arg(QString::fromUtf8(header.name));
        const qsizetype space = header.value.indexOf(' ');
        if (lower.endsWith("authorization") && space > 0) // the scheme is no secret, and the rest may stand elsewhere
            m_ledger.add(lower, header.value.sliced(space + 1).trimmed(), place);
        const QByteArray name = m_ledger.add(lower == "x-api-key" ? "apiKey" : lower, header.value, place);
        if (!name.isEmpty())
            header.value = redactedPlaceholder(name);
    }
}

void DraftBuilder::takeAddress(const QByteArray &url, api::HttpRequest &request, ImportedDraft &draft)
{
    ReadExchange read;
    const bool isNamed = url.startsWith("{{") || url.startsWith('$') || url.startsWith("<") || url.startsWith('%');
    const bool isPath = url.startsWith('/');
    const bool hasScheme = url.contains("://");
    const QByteArray whole = isNamed || isPath || hasScheme || url.isEmpty() ? url : "http://" + url;
    setAddress(whole, read);
    request.path = read.exchange.request.path;
    if (isNamed) {
        const qsizetype slash = url.indexOf('/');
        const qsizetype api = url.indexOf("/api/");
        draft.baseUrl = QString::fromUtf8(url.first(api >= 0 ? api : slash >= 0 ? slash : url.size()));
        request.path = url.sliced(draft.baseUrl.toUtf8().size());
        return;
    }
    draft.baseUrl = read.baseUrl;
    if (!isPath && !hasScheme && !url.isEmpty())
        draft.guesses.append({QStringLiteral("baseUrl"), Tr::tr("The address has no scheme; http was taken.")});
    if (read.baseUrl.isEmpty() || read.baseUrl.contains(QLatin1String("{{")))
        return;
    const auto usable = api::parseBaseUrl(read.baseUrl);
    if (usable)
        draft.baseUrl = usable->url.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    else
        complain(usable.error().sentence);
}

bool DraftBuilder::takeExecution(api::HttpRequest request, ImportedDraft &draft)
{
    if (request.method.isEmpty())
        request.method = "POST";
    const auto execution = api::readExecution(request);
    if (!execution)
        return takeLooseExecution(request, draft);
    draft.request = execution->request;
    draft.apiVersion = execution->version;
    for (const QString &name : execution->leftOut) {
        if (!isQuiet(spelledAlike(name)))
            complain(Tr::tr("The body's “%1” has no place in a request and was left out.").arg(name));
    }
    const qsizetype query = request.path.indexOf('?');
    if (query >= 0)
        complain(Tr::tr("The address ends in “%1”, which was left out.").arg(QString::fromUtf8(request.path.sliced(query))));
    return true;
}

// A path that is almost right says at least which action is meant; a body in the API's words what is asked of it.
bool DraftBuilder::takeLooseExecution(const api::HttpRequest &request, ImportedDraft &draft)
{
    const auto match = loosePath().match(QString::fromUtf8(request.path));
    const bool names = match.hasMatch() && request.method == "POST" && match.captured(u"id") != QLatin1String("proxy")
        && match.captured(u"id") != QLatin1String("execute");
    const json::Document document = json::Document::parse(request.body);
    if (names) {
        draft.request.actionId = QString::fromUtf8(QByteArray::fromPercentEncoding(match.captured(u"id").toUtf8()));
        const bool isOld = match.captured(u"kind") == QLatin1String("actions");
        draft.apiVersion = isOld ? api::ApiVersion::V2 : api::ApiVersion::V31;
        draft.guesses.append({QStringLiteral("actionId"),
            Tr::tr("“%1” is no path that executes an action; the action was taken from it.").arg(QString::fromUtf8(request.path))});
        draft.guesses.append({QStringLiteral("apiVersion"),
            Tr::tr("The path does not tell the version of the API; %1 was taken.").arg(api::versionName(*draft.apiVersion))});
    } else {
        complain(Tr::tr("%1 %2 executes no action.")
                     .arg(QString::fromLatin1(request.method.isEmpty() ? QByteArray("POST") : request.method),
                         QString::fromUtf8(request.path.isEmpty() ? QByteArray("/") : request.path.left(200))));
    }
    const ExecuteRequest before = draft.request;
    const QStringList strange = takeFields(document.root(), draft);
    const bool isTold = names || !(draft.request == before);
    if (isTold) {
        for (const QString &name : strange)
            complain(Tr::tr("The body's “%1” has no place in a request and was left out.").arg(name));
    }
    return isTold;
}

void DraftBuilder::addRequest(const ForeignRequest &foreign)
{
    ImportedDraft draft;
    draft.name = foreign.name;
    draft.folders = foreign.folders;
    draft.notes = foreign.notes;
    api::HttpRequest request;
    request.method = foreign.method.toUpper();
    if (foreign.method.isEmpty())
        request.method = foreign.body.isEmpty() ? "GET" : "POST";
    request.headers = foreign.headers;
    takeSecrets(request.headers);
    takeAddress(foreign.url, request, draft);
    request.body = foreign.body.trimmed().isEmpty() ? QByteArray()
                                                    : usableJson(foreign.body, QStringLiteral("input"), draft, foreign.places);
    // A cURL line that broke off before its body still means an execution.
    const bool isExecutionPath = loosePath().match(QString::fromUtf8(request.path)).hasMatch() && request.path.contains("/execute");
    if (foreign.method.isEmpty() && request.method == "GET" && isExecutionPath) {
        request.method = "POST";
        draft.guesses.append({QStringLiteral("input"), Tr::tr("There is no body; an execution without input was taken to be meant.")});
    }
    if (takeExecution(request, draft))
        addDraft(draft);
}

void DraftBuilder::addExchange(const ReadExchange &read)
{
    ImportedDraft draft;
    draft.recorded = read.exchange;
    draft.receivedAt = read.receivedAt;
    draft.baseUrl = read.baseUrl;
    const api::HttpRequest &request = read.exchange.request;
    if (!request.method.isEmpty())
        (void)takeExecution(request, draft);
    if (read.apiVersion)
        draft.apiVersion = read.apiVersion;
    for (const QString &note : read.notes)
        draft.guesses.append({QStringLiteral("status"), note});
    takeSecrets(draft.recorded->request.headers);
    takeSecrets(draft.recorded->answer.headers);
    addDraft(draft);
}

void DraftBuilder::addDraft(const ImportedDraft &draft)
{
    ImportedDraft added = draft;
    if (added.name.isEmpty())
        added.name = added.request.actionId;
    takeAuthConfig(added);
    m_imported.drafts.append(added);
}

void DraftBuilder::takeAnswer(const QByteArray &text, qsizetype first)
{
    if (m_imported.drafts.size() <= first)
        return;
    const auto found = findAnswer(text);
    if (!found)
        return;
    ImportedDraft &draft = m_imported.drafts.last();
    draft.recorded = api::Exchange {};
    draft.recorded->answer = found->answer;
    draft.recorded->fault = found->fault;
    for (const QString &note : found->notes)
        draft.guesses.append({QStringLiteral("status"), note});
}

QStringList DraftBuilder::takeFields(const json::Value &object, ImportedDraft &draft)
{
    QStringList strange;
    if (!object.isValid() || !object.isObject())
        return strange;
    for (json::Value member = object.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QByteArray alike = spelledAlike(member.key());
        const auto field = std::find_if(fieldNames.begin(), fieldNames.end(), [&](const FieldName &each) { return alike == each.name; });
        if (member.isNull() || isQuiet(alike))
            continue;
        if (alike == "requestbody" || alike == "body") {
            strange += takeFields(member, draft);
        } else if (field == fieldNames.end()) {
            strange.append(member.key());
        } else if (field->text) {
            draft.request.*(field->text) = member.isString() ? member.toString() : QString::fromUtf8(member.raw());
        } else {
            const bool isPacked = member.isString();
            draft.request.*(field->json) = isPacked ? usableJson(member.toString().toUtf8(), QString::fromLatin1(field->name), draft)
                                                    : member.raw().toByteArray();
        }
    }
    return strange;
}

QByteArray DraftBuilder::usableJson(const QByteArray &text, const QString &field, ImportedDraft &draft, const Places &places)
{
    const json::Document document = json::Document::parse(text);
    const auto error = document.error();
    if (!error && !document.root().isObject())
        complain(Tr::tr("The body is no JSON object."), places ? places(document.root().begin()) : -1);
    if (!error)
        return text.trimmed();
    if (const QByteArray quoted = withQuotedVariables(text); quoted != text && json::Document::parse(quoted).isValid())
        return quoted.trimmed();
    const qsizetype offset = places ? places(error->offset) : -1;
    const QByteArray mended = json::repaired(text);
    const json::Document whole = json::Document::parse(mended);
    if (whole.isValid() && whole.root().isObject()) {
        complain(Tr::tr("The body is no JSON: %1. It was mended.").arg(error->reason), offset);
        draft.guesses.append({field, Tr::tr("The text was no JSON and was mended: %1.").arg(error->reason)});
        return mended.trimmed();
    }
    complain(Tr::tr("The body is no JSON: %1.").arg(error->reason), offset);
    return text;
}

void DraftBuilder::takeAuthConfig(ImportedDraft &draft)
{
    QByteArray &config = draft.request.authConfig;
    for (const QString &alias : {QStringLiteral("baseURL"), QStringLiteral("baseUrl")}) { // as SDKs spell it
        if (const auto edit = json::renamingMember(json::Document::parse(config), {{alias}}, QStringLiteral("base_url")); edit && config.contains(alias.toLatin1()))
            config = json::applied(config, *edit);
    }
    const json::Document document = json::Document::parse(config);
    const json::Value parameters = document.root().member(u"parameters");
    for (json::Value item = parameters.firstChild(); item.isValid(); item = item.nextSibling()) {
        const QByteArray name = "authConfig." + item.member(u"name").toString().toUtf8();
        const json::Value value = item.member(u"value");
        m_ledger.add(name, value.isString() ? value.toString().toUtf8() : value.raw().toByteArray(), QString::fromUtf8(name));
    }
    const json::Value body = document.root().member(u"body");
    if (body.isObject())
        m_ledger.add("authConfig.body", body.raw().toByteArray(), QStringLiteral("authConfig.body"));
    config = api::redactedAuthConfig(config);
}

void DraftBuilder::findSecrets(const ImportedDraft &draft)
{
    const ExecuteRequest &request = draft.request;
    m_ledger.addFrom(request.input, QStringLiteral("input"));
    m_ledger.addFrom(request.sessionInfo, QStringLiteral("sessionInfo"));
    m_ledger.addFrom(request.text.toUtf8(), QStringLiteral("text"));
    m_ledger.addFrom(request.systemPrompt.toUtf8(), QStringLiteral("systemPrompt"));
    m_ledger.addFrom(request.customDescription.toUtf8(), QStringLiteral("customDescription"));
    for (const QString &identity : {request.actionId, request.appName, request.entityId, request.connectedAccountId, request.version})
        m_ledger.addFrom(identity.toUtf8(), Tr::tr("address"));
    for (const QByteArray &bytes : {draft.expect, draft.capture})
        m_ledger.addFrom(bytes, Tr::tr("expectations"));
    m_ledger.addFrom(draft.notes.toUtf8(), Tr::tr("notes"));
    m_ledger.addFrom(draft.name.toUtf8(), Tr::tr("name"));
    m_ledger.addFrom(draft.baseUrl.toUtf8(), Tr::tr("address"));
    if (draft.recorded) {
        m_ledger.addFrom(draft.recorded->request.path, Tr::tr("address"));
        m_ledger.addFrom(draft.recorded->request.body, Tr::tr("recorded request"));
        m_ledger.addFrom(draft.recorded->answer.body, Tr::tr("recorded answer"));
        for (const api::Header &header : draft.recorded->answer.headers)
            m_ledger.addFrom(header.name + ": " + header.value, Tr::tr("header %1").arg(QString::fromUtf8(header.name)));
        if (draft.recorded->fault)
            m_ledger.addFrom(draft.recorded->fault->detail.toUtf8(), Tr::tr("fault"));
    }
}

void DraftBuilder::hideSecrets(ImportedDraft &draft)
{
    const api::TextChange hidden = [this](const QByteArray &text) { return m_ledger.redacted(text); };
    api::changeTexts(draft.request, hidden);
    for (QString *text : {&draft.name, &draft.notes, &draft.baseUrl})
        api::changeText(*text, hidden);
    for (QByteArray *bytes : {&draft.expect, &draft.capture})
        *bytes = hidden(*bytes);
    for (Guess &guess : draft.guesses)
        api::changeText(guess.sentence, hidden);
    if (draft.recorded)
        api::changeTexts(*draft.recorded, hidden);
}

Imported DraftBuilder::finished()
{
    if (m_untold > 0)
        m_imported.troubles.append({Tr::tr("%1 more places are not understood; they are not listed.").arg(m_untold)});
    for (const ImportedDraft &draft : std::as_const(m_imported.drafts))
        findSecrets(draft);
    for (const ImportTrouble &trouble : std::as_const(m_imported.troubles)) // it may quote what is in no draft
        m_ledger.addFrom(trouble.sentence.toUtf8(), Tr::tr("what was left out"));
    for (ImportedDraft &draft : m_imported.drafts)
        hideSecrets(draft);
    for (ImportTrouble &trouble : m_imported.troubles)
        trouble.sentence = m_ledger.redacted(trouble.sentence);
    for (ImportedVariable &variable : m_imported.variables)
        variable.value = m_ledger.redacted(variable.value);
    for (const LedgerEntry &entry : m_ledger.entries())
        m_imported.secrets.append({entry.name, entry.value, secretSentence(entry)});
    return std::move(m_imported);
}

} // namespace actionscope::exchange
