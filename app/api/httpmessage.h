// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace actionscope::api {

// Headers in the order they stood, duplicates kept.
struct Header
{
    QByteArray name;
    QByteArray value;

    bool operator==(const Header &) const = default;
};
using HeaderList = QList<Header>;

// The first value under that name, compared without case; nothing when absent.
[[nodiscard]] std::optional<QByteArray> headerValue(const HeaderList &headers, QByteArrayView name);

// A request as it leaves. `path` is percent-encoded and begins with /api.
struct HttpRequest
{
    QByteArray method;
    QByteArray path;
    HeaderList headers;
    QByteArray body;

    bool operator==(const HttpRequest &) const = default;
};

// What came back, as far as it came. Status 0: not even a status line arrived.
struct HttpAnswer
{
    int status = 0;
    QByteArray reason;
    HeaderList headers;
    QByteArray body; // content encoding undone, otherwise the exact bytes

    bool operator==(const HttpAnswer &) const = default;
};

// Why there is no complete answer.
enum class FaultKind {
    HostNotFound,
    ConnectionRefused,
    ConnectionClosed, // the other side hung up before the answer was complete
    TimedOut,
    TlsFailed,
    ProxyFailed,
    Redirected, // the service wants the request sent elsewhere; executions are never sent twice
    TooLarge, // the answer passed the size limit; its beginning is kept
    Malformed, // not HTTP, or a length that contradicts the body
    Cancelled,
    Other,
};

// Stable names for files: "hostNotFound", "connectionRefused", …
[[nodiscard]] QString faultName(FaultKind kind);
[[nodiscard]] std::optional<FaultKind> faultFromName(QStringView name);

struct TransportFault
{
    FaultKind kind = FaultKind::Other;
    QString sentence = {}; // for people: what happened and where
    QString detail = {}; // the network layer's own words
    bool requestHadLeft = false; // the whole request was handed to the network: the action may have run

    bool operator==(const TransportFault &) const = default;
};

// Microseconds from the moment the person asked; -1 for what did not happen (no TLS, reused connection, …).
struct Timings
{
    qint64 started = -1; // left the queue, the socket began to connect
    qint64 connected = -1;
    qint64 encrypted = -1;
    qint64 requestSent = -1;
    qint64 firstByte = -1; // status line and headers read
    qint64 lastByte = -1;
    qint64 finished = -1;

    bool operator==(const Timings &) const = default;
};

// One request and what became of it.
struct Exchange
{
    HttpRequest request;
    HttpAnswer answer;
    Timings timings;
    std::optional<TransportFault> fault;

    bool operator==(const Exchange &) const = default;
};

} // namespace actionscope::api
