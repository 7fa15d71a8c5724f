// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/executerequest.h"

#include "app/base/redaction.h"
#include "app/base/tr.h"
#include "app/json/document.h"

namespace actionscope::api {

namespace {

void checkActionId(const QString &actionId, QList<FieldProblem> &problems)
{
    const auto add = [&](const QString &sentence) { problems.append({QStringLiteral("actionId"), sentence}); };
    if (actionId.trimmed().isEmpty()) {
        add(Tr::tr("The action id is empty. Enter one such as GITHUB_CREATE_AN_ISSUE."));
        return;
    }
    for (const QChar c : actionId) {
        if (c == QLatin1Char('/') || c == QLatin1Char('#') || c == QLatin1Char('?')) {
            add(Tr::tr("The action id must not contain “%1”.").arg(c));
            return;
        }
        if (c.isSpace() || c.category() == QChar::Other_Control) {
            add(Tr::tr("The action id must not contain spaces, line breaks or control characters."));
            return;
        }
    }
    if (actionId == QLatin1String(".") || actionId == QLatin1String(".."))
        add(Tr::tr("“%1” is not an action id.").arg(actionId));
}

void checkPlaceholder(const QString &field, const QByteArray &text, QList<FieldProblem> &problems)
{
    if (holdsRedactedPlaceholder(text)) {
        problems.append({field,
            Tr::tr("%1 still holds a placeholder for a secret that was not saved. Enter the value again.").arg(field),
            text.indexOf("\u2039redacted:")});
    }
}

void checkObject(const QString &field, const QByteArray &text, QList<FieldProblem> &problems)
{
    if (text.trimmed().isEmpty())
        return;
    const json::Document document = json::Document::parse(text);
    if (const auto error = document.error()) {
        const json::Place place = json::placeOf(text, error->offset);
        problems.append({field,
            Tr::tr("%1 is not valid JSON: line %2, column %3: %4.")
                .arg(field)
                .arg(place.line)
                .arg(place.column)
                .arg(error->reason),
            error->offset});
        return;
    }
    if (!document.root().isObject()) {
        problems.append({field, Tr::tr("%1 must be a JSON object, written in braces.").arg(field),
            document.root().begin()});
        return;
    }
    checkPlaceholder(field, text, problems);
}

void checkAuthConfig(const QByteArray &text, QList<FieldProblem> &problems)
{
    const QString field = QStringLiteral("authConfig");
    const json::Document document = json::Document::parse(text);
    const json::Value parameters = document.root().member(u"parameters");
    if (!parameters.isValid())
        return;
    if (!parameters.isArray()) {
        problems.append({field, Tr::tr("authConfig.parameters must be an array."), parameters.begin()});
        return;
    }
    for (json::Value item = parameters.firstChild(); item.isValid(); item = item.nextSibling()) {
        const QString where = item.member(u"in").toString();
        const bool complete = item.member(u"name").isString() && item.member(u"value").isValid()
            && (where == QLatin1String("header") || where == QLatin1String("query"));
        if (!complete) {
            problems.append({field,
                Tr::tr("Each item of authConfig.parameters needs name, in (header or query) and value."), item.begin()});
            return;
        }
    }
}

} // namespace

QList<FieldProblem> findProblems(const ExecuteRequest &request)
{
    QList<FieldProblem> problems;
    checkActionId(request.actionId, problems);
    checkObject(QStringLiteral("input"), request.input, problems);
    const qsizetype before = problems.size();
    checkObject(QStringLiteral("authConfig"), request.authConfig, problems);
    if (problems.size() == before && !request.authConfig.trimmed().isEmpty())
        checkAuthConfig(request.authConfig, problems);
    checkObject(QStringLiteral("sessionInfo"), request.sessionInfo, problems);
    for (const auto &[field, text] : {std::pair(QStringLiteral("appName"), request.appName), std::pair(QStringLiteral("entityId"), request.entityId),
             std::pair(QStringLiteral("connectedAccountId"), request.connectedAccountId), std::pair(QStringLiteral("text"), request.text),
             std::pair(QStringLiteral("systemPrompt"), request.systemPrompt), std::pair(QStringLiteral("customDescription"), request.customDescription)})
        checkPlaceholder(field, text.toUtf8(), problems);
    return problems;
}

} // namespace actionscope::api
