// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/httpcallimporter.h"

#include "app/base/tr.h"
#include "app/exchange/draftbuilder.h"
#include "app/exchange/scriptreader.h"

#include <QRegularExpression>

namespace actionscope::exchange {

namespace {

const QRegularExpression &callPattern()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"re((?<![\w$])(?:fetch|axios(?:\.(?<axios>post|request))?|(?:requests|httpx|client|session|http)\.(?<python>post|request))\s*(?=\())re"));
    return pattern;
}

// A body that is an object was meant as JSON, a text as it is.
QByteArray bodyOf(const json::Value &value)
{
    return value.isString() ? value.toString().toUtf8() : value.raw().toByteArray();
}

void takeMember(const QString &name, const json::Value &value, ForeignRequest &request)
{
    if (name == QLatin1String("method")) {
        request.method = value.toString().toUtf8();
    } else if (name == QLatin1String("url")) {
        request.url = value.toString().toUtf8();
    } else if (name == QLatin1String("headers")) {
        for (json::Value header = value.firstChild(); header.isValid(); header = header.nextSibling())
            request.headers.append({header.key().toUtf8(), header.toString().toUtf8()});
    } else if (name == QLatin1String("body") || name == QLatin1String("data") || name == QLatin1String("json") || name == QLatin1String("content")) {
        request.body = bodyOf(value);
    }
}

ForeignRequest requestOf(const QList<ScriptArgument> &arguments, bool isPost, bool bodyIsSecond)
{
    ForeignRequest request;
    request.method = isPost ? "POST" : "";
    qsizetype position = 0;
    for (const ScriptArgument &argument : arguments) {
        const json::Document document = json::Document::parse(argument.json);
        const json::Value value = document.root();
        if (!argument.name.isEmpty()) {
            takeMember(argument.name, value, request);
            continue;
        }
        ++position;
        if (value.isString() && !request.url.isEmpty()) {
            request.body = bodyOf(value);
        } else if (value.isString()) {
            const QString text = value.toString();
            const bool isMethod = text == QLatin1String("POST") || text == QLatin1String("GET");
            (isMethod ? request.method : request.url) = text.toUtf8();
        } else if (bodyIsSecond && position == 2) {
            request.body = bodyOf(value);
        } else {
            for (json::Value member = value.firstChild(); member.isValid(); member = member.nextSibling())
                takeMember(member.key(), member, request);
        }
    }
    return request;
}

} // namespace

bool isHttpCall(const QByteArray &bytes)
{
    const QString text = QString::fromLatin1(bytes.left(256 * 1024));
    static const QRegularExpression address(QStringLiteral(R"(/(?:actions|tools)/)"));
    return callPattern().match(text).hasMatch() && address.match(text).hasMatch();
}

Imported importHttpCall(const QByteArray &bytes)
{
    DraftBuilder builder(ImportForm::SdkCall, bytes);
    ScriptReader reader(bytes);
    reader.learnNames();
    auto matches = callPattern().globalMatch(QString::fromLatin1(bytes));
    qsizetype readTo = 0;
    qsizetype first = 0; // draft of the call before
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedStart() < readTo)
            continue; // inside another call
        builder.takeAnswer(bytes.mid(readTo, match.capturedStart() - readTo), first);
        first = builder.imported().drafts.size();
        reader.moveTo(match.capturedEnd());
        const QList<ScriptArgument> arguments = reader.readArguments();
        readTo = reader.at();
        const bool isPost = match.captured(u"axios") == QLatin1String("post") || match.captured(u"python") == QLatin1String("post");
        builder.addRequest(requestOf(arguments, isPost, match.captured(u"axios") == QLatin1String("post")));
    }
    builder.takeAnswer(bytes.mid(readTo), first);
    builder.complain(reader.troubles());
    return builder.finished();
}

} // namespace actionscope::exchange
