// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/savedrequest.h"

#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/textedit.h"
#include "app/json/writer.h"
#include "app/storage/jsonplace.h"

#include <algorithm>
#include <array>
#include <utility>

namespace actionscope::storage {

namespace {

using api::ExecuteRequest;

constexpr qint64 mostRetries = 100;
constexpr qint64 longestTimeout = 24 * 60 * 60; // seconds

enum class Form { Version, Text, Json, Expect, Capture, Tags, Timeout, Retry, Notes };

// The members in the order they have in a new file; the long one comes last.
struct Member
{
    QStringView name;
    Form form;
    QString ExecuteRequest::*text = nullptr;
    QByteArray ExecuteRequest::*json = nullptr;
};
constexpr std::array<Member, 18> members {{
    {u"actionscope", Form::Version},
    {u"actionId", Form::Text, &ExecuteRequest::actionId},
    {u"version", Form::Text, &ExecuteRequest::version},
    {u"appName", Form::Text, &ExecuteRequest::appName},
    {u"entityId", Form::Text, &ExecuteRequest::entityId},
    {u"connectedAccountId", Form::Text, &ExecuteRequest::connectedAccountId},
    {u"input", Form::Json, nullptr, &ExecuteRequest::input},
    {u"text", Form::Text, &ExecuteRequest::text},
    {u"systemPrompt", Form::Text, &ExecuteRequest::systemPrompt},
    {u"customDescription", Form::Text, &ExecuteRequest::customDescription},
    {u"authConfig", Form::Json, nullptr, &ExecuteRequest::authConfig},
    {u"sessionInfo", Form::Json, nullptr, &ExecuteRequest::sessionInfo},
    {u"expect", Form::Expect},
    {u"capture", Form::Capture},
    {u"tags", Form::Tags},
    {u"timeout", Form::Timeout},
    {u"retry", Form::Retry},
    {u"notes", Form::Notes},
}};

// The white space that the line of this offset begins with.
QByteArray indentAt(const QByteArray &text, qsizetype offset)
{
    const qsizetype begin = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
    qsizetype end = begin;
    while (end < offset && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    return text.sliced(begin, end - begin);
}

// JSON strings hold no line breaks, so what follows one is white space that nobody sends.
QByteArray withoutIndent(const QByteArray &json, const QByteArray &indent)
{
    if (indent.isEmpty() || !json.contains('\n'))
        return json;
    QList<QByteArray> lines = json.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        if (!lines[i].startsWith(indent))
            return json;
        lines[i].remove(0, indent.size());
    }
    return lines.join('\n');
}

QByteArray withIndent(const QByteArray &json, const QByteArray &indent)
{
    if (indent.isEmpty() || !json.contains('\n'))
        return json;
    QList<QByteArray> lines = json.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!lines[i].trimmed().isEmpty())
            lines[i].prepend(indent);
    }
    return lines.join('\n');
}

// "{{name}}" and nothing else: the variable may be an object, so it stays JSON.
bool isOneName(const json::Value &value)
{
    const QByteArrayView raw = value.raw();
    return raw.startsWith("\"{{") && raw.endsWith("}}\"") && raw.sliced(3).indexOf("{{") < 0
        && raw.indexOf("}}") == raw.size() - 3;
}

// What is not JSON yet stands in the file as a text, so that half an input can be saved, too.
QByteArray jsonField(const json::Document &document, const json::Value &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    if (value.isString() && !isOneName(value))
        return value.toString().toUtf8();
    return withoutIndent(value.raw().toByteArray(), indentAt(document.bytes(), value.begin()));
}

QByteArray jsonForFile(const QByteArray &field)
{
    const QByteArray bytes = (field.startsWith("\xEF\xBB\xBF") ? field.sliced(3) : field).trimmed();
    if (bytes.isEmpty())
        return QByteArrayLiteral("null");
    const json::Document document = json::Document::parse(bytes);
    if (!document.isValid() || document.root().isNull() || (document.root().isString() && !isOneName(document.root())))
        return json::quoted(QString::fromUtf8(field));
    return bytes;
}

Result<QByteArray> containerMember(const json::Document &document, QStringView name, json::Type type)
{
    const json::Value value = document.root().member(name);
    if (!value.isValid() || value.isNull())
        return QByteArray();
    if (value.type() != type) {
        return failureAt(document.bytes(), value.begin(),
            type == json::Type::Array ? Tr::tr("%1 must be a list, written in brackets.").arg(name)
                                      : Tr::tr("%1 must be a JSON object, written in braces.").arg(name));
    }
    return withoutIndent(value.raw().toByteArray(), indentAt(document.bytes(), value.begin()));
}

Result<std::optional<int>> numberMember(const json::Document &document, QStringView name, qint64 most)
{
    const json::Value value = document.root().member(name);
    if (!value.isValid() || value.isNull())
        return std::optional<int>();
    const std::optional<qint64> number = value.isNumber() ? value.toInteger() : std::nullopt;
    if (!number || *number < 0 || *number > most) {
        return failureAt(document.bytes(), value.begin(),
            Tr::tr("%1 must be a whole number from 0 to %2.").arg(name, QString::number(most)));
    }
    return std::optional<int>(int(*number));
}

// Hands a result on to where it belongs; false, with the error kept, where there is none.
template <typename T> bool take(Result<T> result, T *target, Result<void> *outcome)
{
    if (!result) {
        *outcome = Failure(result.error());
        return false;
    }
    *target = std::move(*result);
    return true;
}

bool readMember(const Member &member, const json::Document &document, SavedRequest *saved, Result<void> *outcome)
{
    const QStringView name = member.name;
    switch (member.form) {
    case Form::Version:
        saved->isReadOnly = isNewerThanThis(document);
        *outcome = checkFormat(document);
        return outcome->has_value();
    case Form::Text:
        return take(textMember(document, name), &(saved->request.*member.text), outcome);
    case Form::Json:
        saved->request.*member.json = jsonField(document, document.root().member(name));
        return true;
    case Form::Expect:
        return take(containerMember(document, name, json::Type::Array), &saved->expect, outcome);
    case Form::Capture:
        return take(containerMember(document, name, json::Type::Object), &saved->capture, outcome);
    case Form::Tags:
        return take(textListMember(document, name), &saved->tags, outcome);
    case Form::Timeout:
        return take(numberMember(document, name, longestTimeout), &saved->timeoutSeconds, outcome);
    case Form::Retry:
        return take(numberMember(document, name, mostRetries), &saved->retries, outcome);
    case Form::Notes:
        return take(textMember(document, name), &saved->notes, outcome);
    }
    return true;
}

QByteArray tagsJson(const QStringList &tags)
{
    QByteArrayList items;
    for (const QString &tag : tags)
        items.append(json::quoted(tag));
    return '[' + items.join(", ") + ']';
}

QByteArray orEmpty(const QByteArray &json, const char *empty)
{
    return json.trimmed().isEmpty() ? QByteArray(empty) : json.trimmed();
}

// What a member is to be; nothing where it should not be there at all.
std::optional<QByteArray> wanted(const Member &member, const SavedRequest &saved)
{
    switch (member.form) {
    case Form::Version:
        return QByteArrayLiteral("1");
    case Form::Text:
        return json::quoted(saved.request.*member.text);
    case Form::Json:
        return jsonForFile(saved.request.*member.json);
    case Form::Expect:
        return orEmpty(saved.expect, "[]");
    case Form::Capture:
        return orEmpty(saved.capture, "{}");
    case Form::Tags:
        return tagsJson(saved.tags);
    case Form::Timeout:
        return saved.timeoutSeconds ? std::optional(QByteArray::number(*saved.timeoutSeconds)) : std::nullopt;
    case Form::Retry:
        return saved.retries ? std::optional(QByteArray::number(*saved.retries)) : std::nullopt;
    case Form::Notes:
        return json::quoted(saved.notes);
    }
    return {};
}

bool isSame(const Member &member, const SavedRequest &left, const SavedRequest &right)
{
    const auto trimmed = [](const QByteArray &a, const QByteArray &b) { return a.trimmed() == b.trimmed(); };
    switch (member.form) {
    case Form::Version:
        return true;
    case Form::Text:
        return left.request.*member.text == right.request.*member.text;
    case Form::Json:
        return trimmed(left.request.*member.json, right.request.*member.json);
    case Form::Expect:
        return trimmed(left.expect, right.expect);
    case Form::Capture:
        return trimmed(left.capture, right.capture);
    case Form::Tags:
        return left.tags == right.tags;
    case Form::Timeout:
        return left.timeoutSeconds == right.timeoutSeconds;
    case Form::Retry:
        return left.retries == right.retries;
    case Form::Notes:
        return left.notes == right.notes;
    }
    return true;
}

// The known member that a new one goes behind: the nearest before it that the file has.
QString neighbourOf(const Member &member, const json::Document &document)
{
    for (const Member *other = &member; other != members.data();) {
        --other;
        if (document.root().member(other->name).isValid())
            return other->name.toString();
    }
    return {};
}

QByteArray withMember(const QByteArray &text, const Member &member, const SavedRequest &saved)
{
    const json::Document document = json::Document::parse(text);
    const QString name = member.name.toString();
    const std::optional<QByteArray> json = wanted(member, saved);
    if (!json)
        return json::applied(text, json::removingValue(document, {{name}}));
    const json::Value old = document.root().member(name);
    const json::Value first = document.root().firstChild();
    QByteArray indent = QByteArrayLiteral("  ");
    if (old.isValid())
        indent = indentAt(text, old.begin());
    else if (first.isValid())
        indent = indentAt(text, first.begin());
    QByteArray bytes = withIndent(*json, indent);
    if (text.contains("\r\n"))
        bytes.replace("\r\n", "\n").replace("\n", "\r\n");
    const auto edit = json::settingMemberBehind(document, neighbourOf(member, document), name, bytes);
    return edit ? json::applied(text, *edit) : text;
}

} // namespace

Result<SavedRequest> readSavedRequest(const QByteArray &text, const QString &name)
{
    const Result<json::Document> document = objectDocument(text);
    if (!document)
        return Failure(document.error());
    SavedRequest saved;
    saved.name = name;
    saved.text = text;
    Result<void> outcome;
    for (const Member &member : members) {
        if (!readMember(member, *document, &saved, &outcome))
            return Failure(outcome.error());
    }
    return saved;
}

QByteArray writeSavedRequest(const SavedRequest &request)
{
    const bool isNew = request.text.trimmed().isEmpty();
    SavedRequest before;
    if (!isNew) {
        const Result<SavedRequest> read = readSavedRequest(request.text, request.name);
        if (!read)
            return request.text; // nobody could have changed what cannot be read
        before = *read;
    }
    QByteArray text = isNew ? QByteArrayLiteral("{\n  \"actionscope\": 1\n}\n") : request.text;
    for (const Member &member : members) {
        if (!isSame(member, before, request))
            text = withMember(text, member, request);
    }
    return text;
}

bool saysTheSame(const SavedRequest &left, const SavedRequest &right)
{
    return std::all_of(members.cbegin(), members.cend(),
        [&](const Member &member) { return isSame(member, left, right); });
}

} // namespace actionscope::storage
