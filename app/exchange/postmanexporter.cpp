// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/postmanexporter.h"

#include "app/api/wire.h"
#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/format.h"
#include "app/json/writer.h"

#include <QRegularExpression>

namespace actionscope::exchange {

namespace {

constexpr char schemaAddress[] = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

QByteArray pairOf(const char *nameOfName, const QString &name, const QString &value, const QString &type = {})
{
    json::ObjectWriter writer;
    writer.addString(nameOfName, name);
    writer.addString("value", value);
    if (!type.isEmpty())
        writer.addString("type", type);
    return writer.finished();
}

// Ours under its name there.
QByteArray withTheirVariables(QByteArray text)
{
    return text.replace("{{$uuid}}", "{{$guid}}").replace("{{$now}}", "{{$isoTimestamp}}");
}

// A path of plain members, as in $.data.number; theirs is JavaScript.
std::optional<QString> scriptPath(const QString &path)
{
    static const QRegularExpression plain(QStringLiteral(R"(^\$((?:\.[A-Za-z_]\w*|\[\d+\])*)$)"));
    const auto match = plain.match(path);
    return match.hasMatch() ? std::optional(QStringLiteral("body") + match.captured(1).replace(QLatin1Char('.'), QLatin1String("?."))) : std::nullopt;
}

// Says in a script what an expectation says; empty where that is not simple.
QString checkOf(const json::Value &expectation)
{
    const json::Value path = expectation.member(u"path");
    if (expectation.member(u"successful").toBool() && expectation.count() == 1) {
        const QString value = *expectation.member(u"successful").toBool() ? QStringLiteral("true") : QStringLiteral("false");
        return QStringLiteral("pm.test(\"successful: %1\", () => pm.expect(body.successful ?? body.successfull).to.eql(%1));").arg(value);
    }
    if (expectation.member(u"status").isNumber() && expectation.count() == 1) {
        const QString status = QString::fromUtf8(expectation.member(u"status").raw());
        return QStringLiteral("pm.test(\"status %1\", () => pm.response.to.have.status(%1));").arg(status);
    }
    const json::Value equals = expectation.member(u"equals");
    const auto place = path.isString() ? scriptPath(path.toString()) : std::nullopt;
    if (!place || expectation.count() != 2 || !equals.isValid())
        return {};
    const QString wanted = equals.isString() && equals.toString().contains(QLatin1String("{{")) ? QStringLiteral("pm.variables.replaceIn(%1)").arg(QString::fromUtf8(equals.raw()))
                                                                                               : QString::fromUtf8(equals.raw());
    return QStringLiteral("pm.test(%1, () => pm.expect(%2).to.eql(%3));").arg(QString::fromUtf8(json::quoted(path.toString())), *place, wanted);
}

class PostmanWriter final
{
public:
    explicit PostmanWriter(const PostmanSource &source)
        : m_source(source)
    {
    }

    PostmanExport run()
    {
        json::ObjectWriter info;
        info.addString("name", m_source.name);
        info.addString("schema", QString::fromLatin1(schemaAddress));
        json::ArrayWriter variables;
        for (const ImportedVariable &variable : m_source.variables)
            variables.addRaw(pairOf("key", variable.name, variable.value));
        json::ObjectWriter collection;
        collection.addRaw("info", info.finished());
        collection.addRaw("item", itemsAt({}));
        collection.addRaw("variable", variables.finished());
        m_result.collection = json::prettyPrinted(collection.finished()) + '\n';
        return m_result;
    }

private:
    // The requests of one folder, and its folders, in the order they come.
    QByteArray itemsAt(const QStringList &folders)
    {
        json::ArrayWriter items;
        QStringList done;
        for (const ImportedDraft &draft : m_source.requests) {
            if (draft.folders == folders) {
                items.addRaw(itemOf(draft));
                continue;
            }
            const bool isBelow = draft.folders.size() > folders.size() && draft.folders.first(folders.size()) == folders;
            const QString name = isBelow ? draft.folders[folders.size()] : QString();
            if (!isBelow || done.contains(name))
                continue;
            done.append(name);
            json::ObjectWriter folder;
            folder.addString("name", name);
            folder.addRaw("item", itemsAt(folders + QStringList {name}));
            items.addRaw(folder.finished());
        }
        return items.finished();
    }

    QByteArray itemOf(const ImportedDraft &draft)
    {
        json::ObjectWriter item;
        item.addString("name", draft.name);
        item.addRaw("request", requestOf(draft));
        const QStringList lines = scriptOf(draft);
        if (!lines.isEmpty())
            item.addRaw("event", "[" + eventOf(lines) + "]");
        item.addRaw("response", "[]");
        return item.finished();
    }

    QByteArray requestOf(const ImportedDraft &draft)
    {
        const api::WireForm wire = api::toWire(draft.request, draft.apiVersion.value_or(m_source.apiVersion));
        for (const QString &notice : wire.notices)
            complain(draft, notice);
        json::ObjectWriter request;
        request.addString("method", QString::fromLatin1(wire.request.method));
        json::ArrayWriter headers;
        headers.addRaw(pairOf("key", QStringLiteral("x-api-key"), QStringLiteral("{{apiKey}}")));
        for (const api::Header &header : wire.request.headers)
            headers.addRaw(pairOf("key", QString::fromUtf8(header.name), QString::fromUtf8(header.value)));
        request.addRaw("header", headers.finished());
        json::ObjectWriter body;
        body.addString("mode", u"raw");
        body.addString("raw", QString::fromUtf8(withTheirVariables(wire.request.body)));
        body.addRaw("options", R"({"raw":{"language":"json"}})");
        request.addRaw("body", body.finished());
        request.addRaw("url", urlOf(draft, wire.request.path));
        if (!draft.notes.isEmpty())
            request.addString("description", draft.notes);
        return request.finished();
    }

    static QByteArray urlOf(const ImportedDraft &draft, const QByteArray &path)
    {
        const QString base = draft.baseUrl.isEmpty() ? QStringLiteral("{{baseUrl}}") : draft.baseUrl;
        QString plain = QString::fromUtf8(path);
        plain.replace(QLatin1String("%7B%7B"), QLatin1String("{{")).replace(QLatin1String("%7D%7D"), QLatin1String("}}"));
        json::ArrayWriter host;
        host.addString(base);
        json::ArrayWriter segments;
        for (const QString &segment : plain.split(QLatin1Char('/'), Qt::SkipEmptyParts))
            segments.addString(segment);
        json::ObjectWriter url;
        url.addString("raw", base + plain);
        url.addRaw("host", host.finished());
        url.addRaw("path", segments.finished());
        return url.finished();
    }

    QStringList scriptOf(const ImportedDraft &draft)
    {
        QStringList lines;
        const json::Document expect = json::Document::parse(draft.expect);
        for (json::Value one = expect.root().firstChild(); one.isValid(); one = one.nextSibling()) {
            const QString check = checkOf(one);
            if (check.isEmpty())
                complain(draft, Tr::tr("The expectation %1 was not carried over.").arg(QString::fromUtf8(json::minified(one.raw()))));
            else
                lines.append(check);
        }
        const json::Document capture = json::Document::parse(draft.capture);
        for (json::Value one = capture.root().firstChild(); one.isValid(); one = one.nextSibling()) {
            if (const auto place = scriptPath(one.toString()))
                lines.append(QStringLiteral("pm.collectionVariables.set(%1, %2);").arg(QString::fromUtf8(json::quoted(one.key())), *place));
            else
                complain(draft, Tr::tr("The capture “%1” was not carried over.").arg(one.key()));
        }
        if (!lines.isEmpty())
            lines.prepend(QStringLiteral("const body = pm.response.json();"));
        return lines;
    }

    static QByteArray eventOf(const QStringList &lines)
    {
        json::ArrayWriter exec;
        for (const QString &line : lines)
            exec.addString(line);
        json::ObjectWriter script;
        script.addString("type", u"text/javascript");
        script.addRaw("exec", exec.finished());
        json::ObjectWriter event;
        event.addString("listen", u"test");
        event.addRaw("script", script.finished());
        return event.finished();
    }

    void complain(const ImportedDraft &draft, const QString &sentence)
    {
        m_result.troubles.append(QStringLiteral("%1: %2").arg((draft.folders + QStringList {draft.name}).join(QLatin1Char('/')), sentence));
    }

    const PostmanSource &m_source;
    PostmanExport m_result;
};

} // namespace

PostmanExport writePostmanCollection(const PostmanSource &source) { return PostmanWriter(source).run(); }

QByteArray writePostmanEnvironment(const ImportedEnvironment &environment)
{
    json::ArrayWriter values;
    const auto add = [&values](const QString &name, const QString &value, const char16_t *type) {
        json::ObjectWriter one;
        one.addString("key", name);
        one.addString("value", value);
        one.addString("type", QStringView(type));
        one.addBool("enabled", true);
        values.addRaw(one.finished());
    };
    add(QStringLiteral("baseUrl"), environment.baseUrl, u"default");
    for (const ImportedVariable &variable : environment.variables)
        add(variable.name, variable.value, u"default");
    for (const QString &name : environment.secrets)
        add(name, {}, u"secret");
    json::ObjectWriter writer;
    writer.addString("name", environment.name);
    writer.addRaw("values", values.finished());
    writer.addString("_postman_variable_scope", u"environment");
    return json::prettyPrinted(writer.finished()) + '\n';
}

} // namespace actionscope::exchange
