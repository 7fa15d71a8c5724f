// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/sdkcallimporter.h"

#include "app/api/baseurl.h"
#include "app/base/tr.h"
#include "app/exchange/draftbuilder.h"
#include "app/exchange/httpcallimporter.h"
#include "app/exchange/scriptreader.h"
#include "app/json/writer.h"

#include <QRegularExpression>

namespace actionscope::exchange {

namespace {

// The object is optional: people paste "execute_action(…)" as well.
const QRegularExpression &callPattern()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"re((?:(?<![\w$.])(?<object>(?:[A-Za-z_$][\w$]*+(?:\([^()\n]{0,1000}\))?\s{0,100}\??\.\s{0,100})+))?(?<![\w$])(?<method>execute_action|executeAction|execute_tool|executeTool|execute)\s*(?=\())re"));
    return pattern;
}

const QRegularExpression &clientPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"re((?:\bnew\s+)?\b(?<class>Async)?(?:Composio|ComposioClient|ComposioToolSet|OpenAIToolSet|LangchainToolSet|LangGraphToolSet|VercelAIToolSet|Composio\w*)\s*(?=\())re"));
    return pattern;
}

const QRegularExpression &entityPattern()
{
    static const QRegularExpression pattern(QStringLiteral(R"re(\b(?:get_entity|getEntity)\s*(?=\())re"));
    return pattern;
}

// "    at ToolSet.executeAction (base.toolset.js:232:15)" tells where a program was, and calls nothing.
bool isStackFrame(const QString &text, qsizetype begin)
{
    constexpr qsizetype longestFrame = 200;
    const QStringView before = QStringView(text).first(begin).last(std::min(begin, longestFrame));
    return before.sliced(before.lastIndexOf(u'\n') + 1).trimmed().startsWith(u"at");
}

// What the program around the call says about where it goes.
struct Surroundings
{
    QString baseUrl = {};
    QString entityId = {};
};

bool isToolsCall(const QString &object)
{
    static const QRegularExpression tools(QStringLiteral(R"(\btools\s*\??\.\s*$)"));
    return tools.match(object).hasMatch();
}

bool isSql(const QByteArray &json)
{
    static const QRegularExpression query(QStringLiteral("^\"\\s*(?:select|insert|update|delete|create|alter|drop|pragma|with)\\s"), QRegularExpression::CaseInsensitiveOption);
    return query.match(QString::fromUtf8(json.left(40))).hasMatch();
}

void takeClient(const json::Value &options, Surroundings &around, DraftBuilder &builder)
{
    for (json::Value member = options.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QString name = member.key().toLower().remove(QLatin1Char('_'));
        if (name == QLatin1String("apikey"))
            builder.addSecret("apiKey", member.toString().toUtf8(), member.key());
        else if (name == QLatin1String("baseurl"))
            around.baseUrl = member.toString();
        else if (name == QLatin1String("entityid") || name == QLatin1String("userid"))
            around.entityId = member.toString();
    }
}

// All arguments as one object: names as they are, and those without one by their position.
QByteArray objectOf(const QList<ScriptArgument> &arguments, const QStringList &positions)
{
    json::ObjectWriter writer;
    qsizetype position = 0;
    for (const ScriptArgument &argument : arguments) {
        const json::Document value = json::Document::parse(argument.json);
        if (argument.name == QLatin1String("**") || (argument.name.isEmpty() && value.root().isObject() && (position > 0 || positions.size() == 1 || arguments.size() == 1))) {
            if (argument.name.isEmpty() && position < positions.size() && positions[position] == QLatin1String("params")) {
                writer.addRaw("params", argument.json);
            } else {
                for (json::Value member = value.root().firstChild(); member.isValid(); member = member.nextSibling())
                    writer.addRaw(member.key().toUtf8(), member.raw());
            }
            ++position;
        } else if (argument.name.isEmpty()) {
            if (position < positions.size())
                writer.addRaw(positions[position].toUtf8(), argument.json);
            ++position;
        } else {
            writer.addRaw(argument.name.toUtf8(), argument.json);
        }
    }
    return writer.finished();
}

Surroundings surroundingsOf(const QByteArray &bytes, ScriptReader &reader, DraftBuilder &builder)
{
    Surroundings around;
    const QString text = QString::fromLatin1(bytes);
    for (const QRegularExpression *pattern : {&clientPattern(), &entityPattern()}) {
        reader.moveTo(0);
        auto matches = pattern->globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            if (match.capturedStart() < reader.at() && match.capturedStart() > 0)
                continue; // inside another call
            reader.moveTo(match.capturedEnd());
            const QList<ScriptArgument> arguments = reader.readArguments();
            const json::Document options = json::Document::parse(objectOf(arguments, {pattern == &entityPattern() ? QStringLiteral("entity_id") : QStringLiteral("api_key")}));
            takeClient(options.root(), around, builder);
            const json::Document first = json::Document::parse(arguments.isEmpty() ? QByteArray() : arguments.first().json);
            if (pattern == &clientPattern() && first.root().isString() && arguments.first().name.isEmpty())
                builder.addSecret("apiKey", first.root().toString().toUtf8(), QStringLiteral("Composio()"));
        }
    }
    return around;
}

void settle(ImportedDraft &draft, const Surroundings &around, bool isNew, DraftBuilder &builder)
{
    draft.apiVersion = isNew ? api::ApiVersion::V31 : api::ApiVersion::V2;
    draft.guesses.append({QStringLiteral("apiVersion"),
        isNew ? Tr::tr("The call is one of today's SDK, which speaks v3.1.") : Tr::tr("The call is one of the SDK that speaks v2.")});
    if (draft.request.actionId.isEmpty())
        draft.guesses.append({QStringLiteral("actionId"), Tr::tr("The call does not tell which action is meant.")});
    if (draft.request.entityId.isEmpty() && !around.entityId.isEmpty()) {
        draft.request.entityId = around.entityId;
        draft.guesses.append({QStringLiteral("entityId"), Tr::tr("The entity is that of the object the call belongs to.")});
    }
    if (around.baseUrl.isEmpty())
        return;
    const auto url = api::parseBaseUrl(around.baseUrl);
    draft.baseUrl = url ? url->url.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash) : around.baseUrl;
    if (!url)
        builder.complain(url.error().sentence);
}

} // namespace

bool isSdkCall(const QByteArray &bytes)
{
    if (isHttpCall(bytes))
        return true;
    const QString text = QString::fromLatin1(bytes.left(256 * 1024));
    auto calls = callPattern().globalMatch(text);
    bool isCalled = false;
    while (!isCalled && calls.hasNext())
        isCalled = !isStackFrame(text, calls.next().capturedStart());
    static const QRegularExpression ours(QStringLiteral(R"((?i)composio|toolset|\bentity\b|\btools\b|\bactions\b|connected|\bAction\.|^\s*(?:await\s+)?execute_?action)"));
    return isCalled && ours.match(text).hasMatch();
}

Imported importSdkCall(const QByteArray &bytes)
{
    if (isHttpCall(bytes))
        return importHttpCall(bytes);
    DraftBuilder builder(ImportForm::SdkCall, bytes);
    ScriptReader reader(bytes);
    reader.learnNames();
    const Surroundings around = surroundingsOf(bytes, reader, builder);
    ScriptReader calls(bytes);
    calls.learnNames();
    const QString text = QString::fromLatin1(bytes);
    auto matches = callPattern().globalMatch(text);
    qsizetype readTo = 0;
    qsizetype first = 0; // draft of the call before
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedStart() < readTo || isStackFrame(text, match.capturedStart()))
            continue; // inside another call
        builder.takeAnswer(bytes.mid(readTo, match.capturedStart() - readTo), first);
        first = builder.imported().drafts.size();
        calls.moveTo(match.capturedEnd());
        const QList<ScriptArgument> arguments = calls.readArguments();
        readTo = calls.at();
        if (!arguments.isEmpty() && isSql(arguments.first().json))
            continue;
        const bool isNew = isToolsCall(match.captured(u"object"));
        const QStringList positions = isNew ? QStringList {QStringLiteral("slug")} : QStringList {QStringLiteral("action"), QStringLiteral("params"), QStringLiteral("entity_id")};
        const json::Document all = json::Document::parse(objectOf(arguments, positions));
        ImportedDraft draft;
        const QStringList strange = builder.takeFields(all.root(), draft);
        for (const QString &name : strange)
            builder.complain(Tr::tr("The argument “%1” has no place in a request and was left out.").arg(name), match.capturedStart(u"method"));
        settle(draft, around, isNew, builder);
        builder.addDraft(draft);
    }
    builder.takeAnswer(bytes.mid(readTo), first);
    builder.complain(calls.troubles());
    if (builder.imported().drafts.isEmpty())
        builder.complain(Tr::tr("There is no call that executes an action."));
    return builder.finished();
}

} // namespace actionscope::exchange
