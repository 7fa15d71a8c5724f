// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/logtextimporter.h"

#include "app/base/tr.h"
#include "app/exchange/answerfinder.h"
#include "app/exchange/draftbuilder.h"
#include "app/exchange/scriptreader.h"

#include <QRegularExpression>

namespace actionscope::exchange {

namespace {

// The address of an execution, or words that say so.
const QRegularExpression &mentionPattern()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"re((?<base>https?:(?:\\?/){2}[^\s"'\\]{1,300}?)?(?<path>\\?/api\\?/(?<version>v2|v3(?:\.1)?)\\?/(?:actions\\?/(?<old>[A-Za-z0-9_%-]+)\\?/execute|tools\\?/execute\\?/(?<new>[A-Za-z0-9_%-]+)))|(?i:execut(?:e|ing|ion|ed)(?: of)?(?: the)?(?:[ _-]?(?:action|tool))?)\s*[:=]?\s*\\*[`'"]?(?:Action\.)?(?<slug>[A-Z][A-Z0-9]*_[A-Z0-9_]+)|(?i:action|tool|slug|tool_slug|actionName|action_name)\\*["'`]?\s*[:=]\s*\\*["'`]?(?:<?Action\.)?(?<named>[A-Z][A-Z0-9]*_[A-Z0-9_]+))re"));
    return pattern;
}

QString captured(const QRegularExpressionMatch &match, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (!match.captured(name).isEmpty())
            return match.captured(name);
    }
    return {};
}

struct Mention
{
    qsizetype begin = 0; // of its line
    qsizetype end = 0;
    QString actionId = {};
    QString baseUrl = {};
    std::optional<api::ApiVersion> version = {};
};

// Those that follow each other and mean the same action are one.
QList<Mention> mentionsIn(const QByteArray &bytes)
{
    QList<Mention> mentions;
    const QString text = QString::fromLatin1(bytes);
    qsizetype line = 0; // begin of the one the match stands in
    auto matches = mentionPattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        for (qsizetype end = bytes.indexOf('\n', line); end >= 0 && end < match.capturedStart(); end = bytes.indexOf('\n', line))
            line = end + 1;
        Mention mention;
        mention.begin = line;
        mention.end = bytes.size();
        mention.actionId = QString::fromUtf8(QByteArray::fromPercentEncoding(captured(match, {u"old", u"new", u"slug", u"named"}).toUtf8()));
        mention.baseUrl = captured(match, {u"base"}).remove(QLatin1Char('\\'));
        mention.version = api::versionFromName(captured(match, {u"version"}));
        if (!mentions.isEmpty() && mentions.last().actionId.compare(mention.actionId, Qt::CaseInsensitive) == 0) {
            Mention &before = mentions.last();
            before.baseUrl = before.baseUrl.isEmpty() ? mention.baseUrl : before.baseUrl;
            before.version = before.version ? before.version : mention.version;
            continue;
        }
        if (!mentions.isEmpty())
            mentions.last().end = std::max(mentions.last().begin, mention.begin);
        mentions.append(mention);
    }
    return mentions;
}

// The value behind the last `name=` or `"name":` of the stretch that is an object, or a text that holds one.
QByteArray objectBehind(const QByteArray &stretch, const QString &names, DraftBuilder &builder, qsizetype begin)
{
    const QRegularExpression pattern(QStringLiteral(R"re((?<![\w-])\\*["']?(?:%1)\\*["']?\s*[:=]?\s*(?=\\*["']?\s*\{))re").arg(names));
    const auto match = pattern.match(QString::fromLatin1(stretch));
    if (!match.hasMatch())
        return {};
    const QByteArray rest = stretch.sliced(match.capturedEnd());
    const json::Document whole = json::Document::parse(rest); // of valid JSON the bytes stay
    if (whole.root().isObject() && whole.root().raw().endsWith('}') && (!whole.error() || whole.error()->offset >= whole.root().begin() + whole.root().raw().size()))
        return whole.root().raw().toByteArray();
    ScriptReader reader(rest);
    const QByteArray value = reader.readValue();
    const json::Document document = json::Document::parse(value);
    const QList<ImportTrouble> troubles = reader.troubles();
    for (const ImportTrouble &trouble : troubles)
        builder.complain(trouble.sentence, begin + match.capturedEnd() + trouble.offset);
    if (!document.root().isString())
        return value;
    const QByteArray packed = document.root().toString().toUtf8();
    return json::Document::parse(packed).isValid() ? packed : ScriptReader(packed).readValue();
}

QString wordBehind(const QByteArray &stretch, const char *names)
{
    const QRegularExpression pattern(QStringLiteral(R"re((?<![\w-])\\*["']?(?:%1)\\*["']?\s*[:=]\s*\\*["'`]?(?<value>[^\s"'`,;(){}\\]+))re").arg(QString::fromLatin1(names)));
    const QString value = pattern.match(QString::fromUtf8(stretch)).captured(u"value");
    return value == QLatin1String("None") || value == QLatin1String("null") || value == QLatin1String("undefined") ? QString() : value;
}

ImportedDraft draftOf(const QByteArray &bytes, const Mention &mention, DraftBuilder &builder)
{
    const QByteArray stretch = bytes.sliced(mention.begin, mention.end - mention.begin);
    ImportedDraft draft;
    const QByteArray body = objectBehind(stretch, QStringLiteral("json_data|requestBody|request_body|body|payload|json"), builder, mention.begin);
    const json::Document document = json::Document::parse(body);
    const QStringList strange = builder.takeFields(document.root(), draft);
    for (const QString &name : strange)
        builder.complain(Tr::tr("The body's “%1” has no place in a request and was left out.").arg(name), mention.begin);
    if (draft.request.input.isEmpty())
        draft.request.input = objectBehind(stretch, QStringLiteral("params|arguments|input|inputs|args"), builder, mention.begin);
    draft.request.actionId = mention.actionId;
    draft.baseUrl = mention.baseUrl;
    draft.apiVersion = mention.version;
    if (draft.request.entityId.isEmpty())
        draft.request.entityId = wordBehind(stretch, "entity_id|entityId|user_id|userId");
    if (draft.request.connectedAccountId.isEmpty())
        draft.request.connectedAccountId = wordBehind(stretch, "connected_account_id|connectedAccountId|connectedAccount");
    draft.guesses.append({QStringLiteral("input"),
        draft.request.input.isEmpty() ? Tr::tr("The log does not tell the input.") : Tr::tr("The input was taken from a log, which may have shortened it.")});
    if (!mention.version)
        draft.guesses.append({QStringLiteral("apiVersion"), Tr::tr("The log does not tell the version of the API.")});
    if (findAnswerBody(stretch))
        return draft; // is taken with its status
    const QByteArray answer = objectBehind(stretch, QStringLiteral("response|answer|result|Got response"), builder, mention.begin);
    if (const int status = statusIn(stretch); status > 0 || !answer.isEmpty()) {
        draft.recorded = api::Exchange {};
        draft.recorded->answer.status = status > 0 ? status : 200;
        draft.recorded->answer.body = answer;
    }
    return draft;
}

} // namespace

bool isLogText(const QByteArray &bytes) { return !mentionsIn(bytes.left(256 * 1024)).isEmpty(); }

Imported importLogText(const QByteArray &bytes)
{
    DraftBuilder builder(ImportForm::LogLine, bytes);
    const QList<Mention> mentions = mentionsIn(bytes);
    builder.findSecretsIn(bytes, Tr::tr("log"));
    for (const Mention &mention : mentions) {
        ImportedDraft draft = draftOf(bytes, mention, builder);
        const bool isRecorded = draft.recorded.has_value();
        const qsizetype first = builder.imported().drafts.size();
        builder.addDraft(draft);
        if (!isRecorded)
            builder.takeAnswer(bytes.sliced(mention.begin, mention.end - mention.begin), first);
    }
    if (mentions.isEmpty())
        builder.complain(Tr::tr("No line tells of an execution."));
    return builder.finished();
}

} // namespace actionscope::exchange
