// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"
#include "app/json/document.h"

#include <QStringList>

namespace actionscope::exchange {

// What came back, as a text of another kind tells it.
struct FoundAnswer
{
    api::HttpAnswer answer = {};
    std::optional<api::TransportFault> fault = {};
    bool isStatusAssumed = false; // nobody tells it
    QStringList notes = {}; // what was guessed, as sentences

    bool operator==(const FoundAnswer &) const = default;
};

// The answer inside a log excerpt (of several the first that failed, else the last), a traceback, a ticket or what a client printed below a command: JSON, also behind
// backslashes, in typographic quotes or as Python and Node.js print it, with the status that stands before it; else an
// error status alone; else the words of a transport fault. Nothing where the text tells none of these.
[[nodiscard]] std::optional<FoundAnswer> findAnswer(const QByteArray &text);

// The same, but only where a body of an answer is there.
[[nodiscard]] std::optional<FoundAnswer> findAnswerBody(const QByteArray &text);

// The last status of HTTP that the text names in the words of logs and clients; 0 where none is.
[[nodiscard]] int statusIn(const QByteArray &text);
// The status that a body says itself: in its error object, v2 at its top; 0 where it says none.
[[nodiscard]] int statusOfBody(const json::Document &document);
// Whether it says itself that it is no success: by its status, or by `successful`.
[[nodiscard]] bool isFailure(int status, const QByteArray &body);

// Which status is to be taken of a body that stands alone, and the sentence that says why.
struct AssumedStatus
{
    int status = 0;
    bool isGuess = false; // the body does not say it either
    QString sentence = {};
};
[[nodiscard]] AssumedStatus assumedStatus(const json::Document &document);

} // namespace actionscope::exchange
