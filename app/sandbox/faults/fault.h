// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QList>

#include <span>

namespace actionscope::sandbox {

enum class FaultKind {
    Latency, // milliseconds before the request is looked at
    Jitter, // up to so many milliseconds more, another number for each request
    Drip, // the body leaves at so many bytes a second
    Hang, // executed, and never answered
    ResetBefore, // the connection is reset before anything is executed
    ResetDuring, // executed, and reset after half of the answer
    ResetAfter, // executed, and reset instead of an answer
    WrongLength, // Content-Length is off by so many bytes
    CutChunk, // executed, and the chunked answer ends inside a chunk
    InvalidJson, // executed, and the answer ends in the middle
    InvalidUtf8, // executed, and a byte of the answer is no UTF-8
    Html, // an error page of a gateway, 502
    Empty, // 200 without a body
    Status, // this HTTP status in the version's own shape
    RateLimited, // 429 with its headers, Retry-After in so many seconds
    Removed, // 410, as for v1 and v2
    Unsuccessful, // 200 with successful:false
    NoVerdict, // executed, and the answer says neither successful nor successfull
    VerdictAsText, // executed, and only successfull is there, as a string
    Disagreeing, // executed, and the two contradict each other
    Nested, // executed, and data stands in response_data
    Large, // an answer of so many megabytes
};

// One fault, as "status=503@30%" or "latency=200:all" writes it.
struct Fault
{
    FaultKind kind = FaultKind::Latency;
    qint64 number = 0; // milliseconds, bytes, status, seconds or megabytes, by kind
    double rate = 1; // of the requests that it strikes
    bool strikesAll = false; // every request, not executions only

    bool operator==(const Fault &) const = default;
};

// Faults and the seed that makes a rate repeatable.
struct FaultSpec
{
    QList<Fault> faults;
    quint64 seed = 1;

    bool operator==(const FaultSpec &) const = default;
};

// What is known of a kind of fault.
struct FaultWord
{
    const char *name; // as it is written
    FaultKind kind;
    qint64 usual; // the number where none is given
    qint64 least;
    qint64 most; // 0: it takes no number
    const char *help; // a few words for help texts, marked with QT_TRANSLATE_NOOP
    const char *sentence; // the same as a whole sentence, marked likewise
    const char *label; // what the number is, marked likewise; empty where there is none
    const char *unit; // marked likewise; may be empty
};

// Every kind of fault, in the order of FaultKind.
[[nodiscard]] std::span<const FaultWord> faultWords();
// Reads "latency=200,status=503@30%,seed=7". A failure names the part that cannot be read.
[[nodiscard]] Result<FaultSpec> readFaults(const QByteArray &text);
// The other way round, as short as it can be said.
[[nodiscard]] QByteArray faultText(const Fault &fault);
[[nodiscard]] QByteArray faultText(const FaultSpec &spec);
// The faults that can be written, one a line, with what their number means; for help texts.
[[nodiscard]] QString faultHelp();

} // namespace actionscope::sandbox
