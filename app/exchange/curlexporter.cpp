// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/curlexporter.h"

#include <QByteArrayList>

namespace actionscope::exchange {

namespace {

// Linux refuses a single argument of 128 KiB; longer bodies go through a pipe.
constexpr qsizetype longestArgument = 100 * 1024;
// From this size on some releases of curl ask with “Expect: 100-continue” first.
constexpr qsizetype longestUnaskedBody = 1000;

QByteArray singleQuoted(QByteArray text)
{
    return '\'' + text.replace("'", "'\\''") + '\'';
}

// The one spelling that carries a NUL, for bash's own printf.
QByteArray printfCommand(QByteArray text)
{
    text.replace('\\', "\\\\").replace('%', "%%").replace(QByteArray(1, '\0'), "\\000");
    return "printf -- " + singleQuoted(text);
}

bool isNamed(const api::Header &header, QByteArrayView name)
{
    return QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) == 0;
}

bool belongsToTheConnection(const api::Header &header)
{
    for (const QByteArrayView name : {"Host", "Content-Length", "Connection", "Transfer-Encoding"}) {
        if (isNamed(header, name))
            return true;
    }
    return false;
}

QByteArray headerOption(const api::Header &header)
{
    if (isNamed(header, "x-api-key"))
        return "-H \"" + header.name + ": $COMPOSIO_API_KEY\"";
    if (isNamed(header, "Accept-Encoding"))
        return "--compressed"; // the header alone would leave the answer packed
    if (header.value.isEmpty())
        return "-H " + singleQuoted(header.name + ';'); // a colon without a value would take the header away
    return "-H " + singleQuoted(header.name + ": " + header.value);
}

// What curl would add by itself and this request does not have.
QByteArrayList unwantedHeaders(const api::HttpRequest &request, bool hasBody)
{
    QByteArrayList options;
    const auto suppress = [&](const char *name) {
        if (!api::headerValue(request.headers, name))
            options.append("-H " + singleQuoted(QByteArray(name) + ':'));
    };
    suppress("Accept");
    suppress("User-Agent");
    if (hasBody)
        suppress("Content-Type");
    if (request.body.size() > longestUnaskedBody)
        suppress("Expect");
    return options;
}

} // namespace

QByteArray curlCommand(const api::HttpRequest &request, const QUrl &baseUrl)
{
    const QByteArray url = baseUrl.toEncoded() + request.path;
    const bool hasBody = !request.body.isEmpty() || request.method != "GET";
    const bool needsPipe = request.body.contains('\0') || request.body.size() > longestArgument;
    QByteArrayList parts {"curl --request " + request.method};
    if (url.contains('[') || url.contains('{'))
        parts.append("--globoff");
    for (const api::Header &header : request.headers) {
        if (!belongsToTheConnection(header))
            parts.append(headerOption(header));
    }
    parts += unwantedHeaders(request, hasBody);
    if (needsPipe)
        parts.append("--data-binary @-");
    else if (hasBody)
        parts.append((request.body.startsWith('@') ? "--data-raw " : "--data-binary ") + singleQuoted(request.body));
    parts.append(singleQuoted(url));
    const QByteArray command = parts.join(" \\\n  ");
    return needsPipe ? printfCommand(request.body) + " | " + command : command;
}

} // namespace actionscope::exchange
