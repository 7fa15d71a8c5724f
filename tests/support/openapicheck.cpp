// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/openapicheck.h"

#include "app/schema/reference.h"

#include <QFile>

namespace actionscope::test {

namespace {

constexpr qsizetype largestChecked = 4 * 1024 * 1024;

QByteArray builtInDescription()
{
    QFile file(QStringLiteral(":/sandbox/openapi.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray pathOf(const QByteArray &target)
{
    const qsizetype question = target.indexOf('?');
    QByteArray path = target.first(question < 0 ? target.size() : question);
    if (path.endsWith('/') && path.size() > 1)
        path.chop(1);
    return path;
}

// What is described nowhere is refused in the shape of its version.
QByteArray refusalSchema(const QByteArray &path)
{
    const bool isOld = path.startsWith("/api/v1/") || path.startsWith("/api/v2/");
    return isOld ? R"({"$ref":"#/components/schemas/OldError"})" : R"({"$ref":"#/components/schemas/Error"})";
}

} // namespace

OpenApiCheck &OpenApiCheck::ofSandbox()
{
    static OpenApiCheck check(builtInDescription());
    return check;
}

OpenApiCheck::OpenApiCheck(const QByteArray &description)
    : m_document(json::Document::parse(description))
{
}

json::Value OpenApiCheck::resolved(const json::Value &value) const
{
    const json::Value reference = value.member(u"$ref");
    return reference.isString() ? schema::referenced(m_document.root(), reference.toString()) : value;
}

// A parameter of the path may have only some values.
bool OpenApiCheck::takes(const json::Value &item, const QString &name, const QString &text) const
{
    const json::Value parameters = item.member(u"parameters");
    for (json::Value each = parameters.firstChild(); each.isValid(); each = each.nextSibling()) {
        const json::Value parameter = resolved(each);
        const json::Value choices = parameter.member(u"schema").member(u"enum");
        if (parameter.member(u"name").toString() != name || !choices.isArray())
            continue;
        bool isChoice = false;
        for (json::Value choice = choices.firstChild(); choice.isValid(); choice = choice.nextSibling())
            isChoice = isChoice || choice.toString() == text;
        return isChoice;
    }
    return true;
}

// Of several that fit, the one with the fewest parameters.
json::Value OpenApiCheck::pathFor(const QByteArray &path) const
{
    const QStringList segments = QString::fromLatin1(path).split(QLatin1Char('/'));
    json::Value best;
    qsizetype fewest = segments.size();
    const json::Value paths = m_document.root().member(u"paths");
    for (json::Value item = paths.firstChild(); item.isValid(); item = item.nextSibling()) {
        const QStringList wanted = item.key().split(QLatin1Char('/'));
        bool fits = wanted.size() == segments.size();
        qsizetype parameters = 0;
        for (qsizetype i = 0; fits && i < wanted.size(); ++i) {
            const bool isParameter = wanted[i].startsWith(QLatin1Char('{'));
            parameters += isParameter ? 1 : 0;
            fits = isParameter ? !segments[i].isEmpty() && takes(item, wanted[i].mid(1, wanted[i].size() - 2), segments[i])
                               : wanted[i] == segments[i];
        }
        if (fits && parameters < fewest) {
            best = item;
            fewest = parameters;
        }
    }
    return best;
}

QString OpenApiCheck::problem(const QByteArray &method, const QByteArray &target, const api::HttpAnswer &answer)
{
    const QByteArray path = pathOf(target);
    const json::Value item = pathFor(path);
    const json::Value operation = item.member(QString::fromLatin1(method.toLower()));
    const QString status = QString::number(answer.status);
    const QString what = QString::fromLatin1(method + ' ' + path) + QLatin1Char(' ') + status;
    if (!operation.isValid()) {
        const bool isRefusal = answer.status >= 400 && answer.status < 500;
        if (!isRefusal)
            return what + QLatin1String(" is not described");
        const json::Document schema = json::Document::parse(refusalSchema(path));
        const QString problem = problemOfJson(schema.root(), answer.body);
        return problem.isEmpty() ? QString() : what + QLatin1String(": ") + problem;
    }
    const json::Value response = resolved(operation.member(u"responses").member(status));
    if (!response.isValid())
        return what + QLatin1String(": this status is not described; the body is ") + QString::fromUtf8(answer.body.left(500));
    ++m_seen[QString::fromLatin1(method) + QLatin1Char(' ') + item.key() + QLatin1Char(' ') + status];
    const QString problem = problemOfBody(response, answer);
    return problem.isEmpty() ? QString() : what + QLatin1String(": ") + problem;
}

QString OpenApiCheck::problemOfBody(const json::Value &response, const api::HttpAnswer &answer)
{
    const json::Value content = response.member(u"content");
    if (!content.isValid())
        return answer.body.isEmpty() ? QString() : QStringLiteral("a body is not described");
    const QByteArray type = api::headerValue(answer.headers, "content-type").value_or(QByteArray());
    const QString kind = QString::fromLatin1(type.split(';').first().trimmed());
    const json::Value described = content.member(kind);
    if (!described.isValid())
        return kind + QLatin1String(" is not described");
    return kind == QLatin1String("application/json") ? problemOfJson(described.member(u"schema"), answer.body) : QString();
}

QString OpenApiCheck::problemOfJson(const json::Value &schema, const QByteArray &body)
{
    if (body.size() > largestChecked)
        return {};
    const QByteArray text = schema.raw().toByteArray();
    auto validator = m_validators.find(QString::fromUtf8(text));
    if (validator == m_validators.end()) {
        const QByteArray components = m_document.root().member(u"components").raw().toByteArray();
        const QByteArray whole = R"({"allOf":[)" + text + R"(],"components":)" + components + '}';
        validator = m_validators.insert(QString::fromUtf8(text), schema::Validator(whole));
        if (validator->isEmpty() || !validator->troubles().isEmpty())
            return QLatin1String("the schema cannot be used: ") + validator->troubles().join(QLatin1String("; "));
    }
    const json::Document document = json::Document::parse(body);
    if (!document.isValid())
        return QStringLiteral("the body is not JSON: ") + QString::fromUtf8(body.left(200));
    const QList<schema::Problem> problems = validator->problems(document.root());
    if (problems.isEmpty())
        return {};
    return problems.first().path + QLatin1String(": ") + problems.first().sentence + QLatin1String(" in ")
        + QString::fromUtf8(body.left(500));
}

} // namespace actionscope::test
