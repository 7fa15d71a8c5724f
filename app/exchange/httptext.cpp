// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/httptext.h"

#include "app/base/gzip.h"
#include "app/base/tr.h"

#include <QRegularExpression>

#include <algorithm>

namespace actionscope::exchange {

namespace {

const QRegularExpression &requestLine()
{
    static const QRegularExpression pattern(QStringLiteral("^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\\S+)(?: HTTP/[\\d.]+)?\\s*$"));
    return pattern;
}

QByteArray firstLine(const QByteArray &bytes)
{
    return bytes.left(8192).split('\n').first().trimmed();
}

bool isStatusLine(const QByteArray &line) { return line.startsWith("HTTP/"); }

// What curl -v prints: "> " what is sent, "< " what comes, "* " its own remarks, and the body as it is.
bool isCurlTrace(const QByteArray &bytes)
{
    return (bytes.startsWith("* ") || bytes.startsWith("> ") || bytes.startsWith("< ")) && bytes.contains("\n< HTTP/");
}

QByteArray withoutMarks(const QByteArray &bytes)
{
    QByteArray plain;
    for (const QByteArray &line : bytes.split('\n')) {
        const bool isRemark = line.startsWith("* ") || line.startsWith("{ [") || line.startsWith("} [");
        if (isRemark)
            continue;
        const bool isMarked = line.startsWith("> ") || line.startsWith("< ") || line == ">" || line == "<" || line == ">\r" || line == "<\r";
        plain += (isMarked ? line.mid(line.size() > 1 && line[1] == ' ' ? 2 : 1) : line) + '\n';
    }
    return plain;
}

// Reads line by line and knows where it is.
class Reader final
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] QByteArray peek() const
    {
        const qsizetype end = m_bytes.indexOf('\n', m_at);
        return m_bytes.mid(m_at, (end < 0 ? m_bytes.size() : end) - m_at).trimmed();
    }
    QByteArray line()
    {
        const QByteArray text = peek();
        const qsizetype end = m_bytes.indexOf('\n', m_at);
        m_at = end < 0 ? m_bytes.size() : end + 1;
        ++m_line;
        return text;
    }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_bytes.size(); }
    [[nodiscard]] int lineNumber() const { return m_line; }
    [[nodiscard]] QByteArray rest() const { return m_bytes.sliced(std::min(m_at, m_bytes.size())); }
    void skip(qsizetype bytes)
    {
        m_line += int(rest().first(bytes).count('\n'));
        m_at += bytes;
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
    int m_line = 0;
};

Result<api::HeaderList> readHeaders(Reader &reader)
{
    static const QRegularExpression name(QStringLiteral("^[!#$%&'*+.^_`|~0-9A-Za-z:-]+$"));
    api::HeaderList headers;
    while (!reader.isAtEnd()) {
        const QByteArray line = reader.line();
        if (line.isEmpty())
            return headers;
        const qsizetype colon = line.indexOf(':', 1); // HTTP/2 has names such as :authority
        const QByteArray before = colon < 0 ? QByteArray() : line.first(colon).trimmed();
        if (colon < 0 || !name.match(QString::fromLatin1(before)).hasMatch()) {
            return failure(ErrorCode::InvalidInput,
                Tr::tr("Line %1 should be a header, as in “Name: value”, or empty before the body: %2")
                    .arg(reader.lineNumber())
                    .arg(QString::fromUtf8(line.left(60))));
        }
        headers.append(api::Header {before, line.sliced(colon + 1).trimmed()});
    }
    return headers;
}

// The bytes of the request's body: as many as its length says where an answer follows there, else up to the next status
// line.
QByteArray takeRequestBody(Reader &reader, const api::HeaderList &headers)
{
    const QByteArray rest = reader.rest();
    const qsizetype length = api::headerValue(headers, "content-length").value_or("-1").toLongLong();
    if (length >= 0 && length <= rest.size() && isStatusLine(rest.sliced(length).trimmed())) {
        reader.skip(length);
    } else {
        const qsizetype next = isStatusLine(rest) ? 0 : rest.indexOf("\nHTTP/");
        reader.skip(next < 0 ? rest.size() : isStatusLine(rest) ? 0 : next + 1);
    }
    const QByteArray body = rest.first(rest.size() - reader.rest().size());
    while (!reader.isAtEnd() && reader.peek().isEmpty())
        reader.line();
    return body.trimmed();
}

QByteArray withoutChunks(const QByteArray &body)
{
    QByteArray whole;
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype end = body.indexOf('\n', at);
        bool isNumber = false;
        const qsizetype size = body.mid(at, (end < 0 ? body.size() : end) - at).split(';').first().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || end < 0 || size < 0)
            return at == 0 ? body : whole; // somebody has put it together already
        whole += body.mid(end + 1, size);
        at = end + 1 + size;
        at += body.mid(at, 2) == "\r\n" ? 2 : body.mid(at, 1) == "\n" ? 1 : 0;
        if (size == 0)
            break;
    }
    return whole;
}

void takeAnswerBody(const QByteArray &rest, ReadExchange &read)
{
    api::HttpAnswer &answer = read.exchange.answer;
    answer.body = rest;
    const bool isChunked = api::headerValue(answer.headers, "transfer-encoding").value_or("").toLower().contains("chunked");
    if (isChunked)
        answer.body = withoutChunks(rest);
    if (isGzip(answer.body)) {
        const Unpacked unpacked = gunzip(answer.body);
        if (unpacked.trouble.isEmpty())
            answer.body = unpacked.bytes;
    }
    bool isLength = false;
    const qint64 length = api::headerValue(answer.headers, "content-length").value_or("").toLongLong(&isLength);
    const qint64 came = answer.body.size();
    // A line break at the end of a paste is nobody's.
    if (isLength && answer.body.endsWith('\n') && came > length)
        answer.body.chop(int(came - length) > 2 ? 0 : int(came - length));
    else if (!isLength)
        answer.body = answer.body.trimmed();
    if (isLength && came < length && !json::Document::parse(answer.body).isValid()) {
        read.exchange.fault = api::TransportFault {
            api::FaultKind::ConnectionClosed, Tr::tr("The answer was cut off: %1 of %2 bytes arrived.").arg(came).arg(length), {}, true};
    }
}

Result<void> readAnswer(Reader &reader, ReadExchange &read)
{
    api::HttpAnswer &answer = read.exchange.answer;
    do { // 100 Continue and its like stand before the answer
        const QByteArray line = reader.line();
        const QList<QByteArray> words = line.split(' ');
        answer.status = words.value(1).toInt();
        if (answer.status < 100 || answer.status > 599) {
            return failure(ErrorCode::InvalidInput,
                Tr::tr("Line %1 should be a status line, as in “HTTP/1.1 200 OK”: %2").arg(reader.lineNumber()).arg(QString::fromUtf8(line.left(60))));
        }
        answer.reason = words.size() > 2 ? words.sliced(2).join(' ') : QByteArray();
        auto headers = readHeaders(reader);
        if (!headers)
            return Failure(headers.error());
        answer.headers = *headers;
    } while (answer.status < 200 && isStatusLine(reader.peek()));
    takeAnswerBody(reader.rest(), read);
    return {};
}

} // namespace

void setAddress(const QByteArray &address, ReadExchange &read)
{
    const qsizetype scheme = address.indexOf("://");
    const qsizetype api = address.indexOf("/api", std::max<qsizetype>(scheme, 0) + 3 * (scheme >= 0));
    const qsizetype slash = scheme < 0 ? 0 : address.indexOf('/', scheme + 3);
    const qsizetype begin = api >= 0 ? api : slash;
    read.exchange.request.path = begin < 0 ? QByteArrayLiteral("/") : address.sliced(begin);
    if (scheme >= 0)
        read.baseUrl = QString::fromUtf8(begin < 0 ? address : address.first(begin));
}

bool isHttpText(const QByteArray &bytes, const json::Document &)
{
    const QByteArray line = firstLine(bytes.trimmed());
    return isStatusLine(line) || requestLine().match(QString::fromUtf8(line)).hasMatch() || isCurlTrace(bytes.trimmed());
}

Result<ReadExchange> readHttpText(const QByteArray &bytes, const json::Document &, const ReadWish &)
{
    qsizetype begin = 0;
    while (begin < bytes.size() && (bytes[begin] == ' ' || bytes[begin] == '\n' || bytes[begin] == '\r' || bytes[begin] == '\t'))
        ++begin;
    const QByteArray text = bytes.sliced(begin);
    Reader reader(isCurlTrace(text) ? withoutMarks(text) : text);
    ReadExchange read;
    read.hasHeads = true;
    if (!isStatusLine(reader.peek())) {
        const auto match = requestLine().match(QString::fromUtf8(reader.line()));
        if (!match.hasMatch())
            return failure(ErrorCode::InvalidInput, Tr::tr("Line %1 should be a request line, as in “POST /api/… HTTP/1.1”.").arg(reader.lineNumber()));
        read.exchange.request.method = match.captured(1).toLatin1();
        setAddress(match.captured(2).toUtf8(), read);
        auto headers = readHeaders(reader);
        if (!headers)
            return Failure(headers.error());
        read.exchange.request.headers = *headers;
        if (const auto host = api::headerValue(*headers, "host"); host && read.baseUrl.isEmpty())
            read.baseUrl = QStringLiteral("https://") + QString::fromUtf8(*host);
        read.exchange.request.body = takeRequestBody(reader, *headers);
    } else {
        read.hasHeads = false; // those of the request are not there
    }
    if (isStatusLine(reader.peek())) {
        if (const auto answer = readAnswer(reader, read); !answer)
            return Failure(answer.error());
    } else if (!read.exchange.request.method.isEmpty()) {
        read.exchange.fault = api::TransportFault {api::FaultKind::Other, Tr::tr("There is a request, but no answer to it."), {}, true};
        read.notes.append(read.exchange.fault->sentence);
    }
    return read;
}

} // namespace actionscope::exchange
