// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/apierror.h"

#include "app/base/tr.h"

#include <QRegularExpression>

namespace actionscope::api {

namespace {

constexpr qsizetype longestTextMessage = 500;

QString textOf(const json::Value &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    return value.isString() ? value.toString() : QString::fromUtf8(value.raw());
}

QString firstText(const json::Value &object, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (const QString text = textOf(object.member(name)); !text.isEmpty())
            return text;
    }
    return {};
}

// class-validator entries {property, children, constraints}, children indented by their path.
void addConstraints(const json::Value &entry, const QString &parentPath, QStringList &details)
{
    const QString property = entry.member(u"property").toString();
    const QString path = parentPath.isEmpty() ? property : parentPath + QLatin1Char('.') + property;
    const json::Value constraints = entry.member(u"constraints");
    for (json::Value rule = constraints.firstChild(); rule.isValid(); rule = rule.nextSibling())
        details.append(path.isEmpty() ? textOf(rule) : path + QStringLiteral(": ") + textOf(rule));
    const json::Value children = entry.member(u"children");
    for (json::Value child = children.firstChild(); child.isValid(); child = child.nextSibling())
        addConstraints(child, path, details);
}

void addDetails(const json::Value &value, QStringList &details)
{
    if (value.isArray()) {
        for (json::Value item = value.firstChild(); item.isValid(); item = item.nextSibling()) {
            if (item.isObject() && item.member(u"property").isValid())
                addConstraints(item, {}, details);
            else
                details.append(textOf(item));
        }
    } else if (value.isObject() && value.count() > 0) {
        for (json::Value item = value.firstChild(); item.isValid(); item = item.nextSibling())
            details.append(item.key() + QStringLiteral(": ") + textOf(item));
    } else if (const QString text = textOf(value); !text.isEmpty() && !value.isObject()) {
        details.append(text);
    }
}

void readObject(const json::Value &root, ApiError &error)
{
    // v3 wraps everything in "error"; v2 and bare messages do not.
    const json::Value wrapped = root.member(u"error");
    const json::Value object = wrapped.isObject() ? wrapped : root;
    error.code = firstText(object, {u"code", u"error_code"});
    error.slug = firstText(object, {u"slug"});
    error.type = firstText(object, {u"type", u"name"});
    error.message = firstText(object, {u"message", u"detail", u"title"});
    error.suggestedFix = firstText(object, {u"suggested_fix", u"suggestedFix"});
    error.requestId = firstText(object, {u"request_id", u"requestId"});
    if (error.message.isEmpty())
        error.message = wrapped.isObject() ? firstText(root, {u"message"}) : textOf(wrapped);
    for (const QStringView name : {u"details", u"errors", u"suggestions"})
        addDetails(object.member(name), error.details);
}

// The title of an error page, else its first words without the tags.
QString readableText(const QByteArray &body)
{
    const QString text = QString::fromUtf8(body.left(64 * 1024));
    static const QRegularExpression title(QStringLiteral("<title[^>]*>(.*?)</title>"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = title.match(text); match.hasMatch())
        return match.captured(1).simplified().left(longestTextMessage);
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    return QString(text).remove(tags).simplified().left(longestTextMessage);
}

} // namespace

ApiError readApiError(const HttpAnswer &answer, const json::Document &document)
{
    ApiError error;
    if (document.isValid() && document.root().isObject())
        readObject(document.root(), error);
    else if (document.isValid())
        error.message = textOf(document.root());
    else
        error.message = readableText(answer.body);
    error.status = answer.status;
    if (error.requestId.isEmpty())
        error.requestId = QString::fromUtf8(headerValue(answer.headers, "x-request-id").value_or(QByteArray()));
    if (error.message.isEmpty()) {
        error.message = answer.body.isEmpty() ? Tr::tr("The answer has no body.")
                                              : Tr::tr("The answer says nothing that could be read as a message.");
    }
    return error;
}

} // namespace actionscope::api
