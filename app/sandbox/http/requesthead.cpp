// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/requesthead.h"

#include "app/sandbox/freshid.h"

#include <algorithm>
#include <array>

namespace actionscope::sandbox {

namespace {

constexpr std::array<bool, 256> tokenTable()
{
    std::array<bool, 256> table {};
    for (const char c : "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~")
        table[std::size_t(uchar(c))] = c != 0;
    return table;
}

bool isToken(QByteArrayView text)
{
    static constexpr std::array<bool, 256> isFine = tokenTable();
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return isFine[std::size_t(uchar(c))]; });
}

bool isNamed(const api::Header &header, QByteArrayView name)
{
    return header.name.size() == name.size() && header.name.compare(name, Qt::CaseInsensitive) == 0;
}

bool isPlainText(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

bool parseRequestLine(QByteArrayView line, Request *request)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1)
        return false;
    request->method = line.first(first).toByteArray();
    QByteArray target = line.sliced(first + 1, last - first - 1).toByteArray();
    const QByteArrayView version = line.sliced(last + 1);
    if (target.startsWith("http://")) // absolute form, as a proxy gets it
        target = target.sliced(std::max<qsizetype>(target.indexOf('/', 7), 0));
    const qsizetype question = target.indexOf('?');
    request->path = target.first(question < 0 ? target.size() : question);
    request->query = question < 0 ? QByteArray() : target.sliced(question + 1);
    request->keepAlive = version == QByteArrayView("HTTP/1.1");
    return isToken(request->method) && isPlainText(target) && !target.contains(' ') && target.startsWith('/')
        && (request->keepAlive || version == QByteArrayView("HTTP/1.0"));
}

// Two lengths, a length beside chunks, or something that is no number is how requests are smuggled.
std::optional<HttpTrouble> readFraming(RequestHead *head, const Limits &limits)
{
    std::optional<QByteArray> length;
    for (const api::Header &header : std::as_const(head->request.headers)) {
        const auto is = [&](QByteArrayView name) { return isNamed(header, name); };
        if (is("content-length")) {
            if (length && *length != header.value)
                return HttpTrouble::Malformed;
            length = header.value;
        } else if (is("transfer-encoding")) {
            if (head->isChunked || header.value.toLower() != "chunked")
                return HttpTrouble::Malformed;
            head->isChunked = true;
        } else if (is("upgrade") && header.value.toLower().contains("websocket")) {
            return HttpTrouble::Malformed; // nobody here speaks it, and the client would wait
        }
    }
    if (!length)
        return {};
    const bool isNumber = !length->isEmpty()
        && std::all_of(length->cbegin(), length->cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber || head->isChunked)
        return HttpTrouble::Malformed;
    bool fits = false;
    head->contentLength = length->toLongLong(&fits);
    if (!fits || head->contentLength > limits.bodyBytes)
        return HttpTrouble::BodyTooLarge;
    return {};
}

void readConnectionHeaders(RequestHead *head)
{
    Request &request = head->request;
    if (const auto connection = api::headerValue(request.headers, "connection")) {
        const QByteArray wish = connection->toLower();
        request.keepAlive = wish.contains("keep-alive") || (request.keepAlive && !wish.contains("close"));
    }
    const auto expect = api::headerValue(request.headers, "expect");
    head->expectsContinue = expect && expect->toLower() == "100-continue";
    const QByteArray id = api::headerValue(request.headers, "x-request-id").value_or(QByteArray());
    const bool usable = !id.isEmpty() && id.size() <= 200 && isPlainText(id);
    request.id = usable ? id : freshId();
}

} // namespace

RequestHead parseRequestHead(QByteArrayView bytes, const Limits &limits)
{
    RequestHead head;
    qsizetype lineEnd = bytes.indexOf("\r\n");
    bool good = lineEnd > 0 && parseRequestLine(bytes.first(lineEnd), &head.request);
    qsizetype at = lineEnd + 2;
    while (at < bytes.size() && head.request.headers.size() <= limits.headerCount) {
        lineEnd = bytes.indexOf("\r\n", at);
        if (lineEnd <= at)
            break;
        const QByteArrayView line = bytes.sliced(at, lineEnd - at);
        at = lineEnd + 2;
        const qsizetype colon = line.indexOf(':');
        const bool isHeader = colon > 0 && isToken(line.first(colon))
            && std::none_of(line.begin() + colon, line.end(), [](char c) { return c == '\0' || c == '\n' || c == '\r'; });
        good = good && isHeader;
        if (isHeader) {
            head.request.headers.append(
                {line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
        }
    }
    readConnectionHeaders(&head);
    if (!good)
        head.trouble = HttpTrouble::Malformed;
    else if (head.request.headers.size() > limits.headerCount)
        head.trouble = HttpTrouble::HeadTooLarge;
    else
        head.trouble = readFraming(&head, limits);
    return head;
}

} // namespace actionscope::sandbox
