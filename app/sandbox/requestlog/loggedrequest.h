// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

#include <QDateTime>

namespace actionscope::sandbox {

// One request the sandbox got and what became of it. Holds what the client sent, secrets included: what leaves this
// process goes through withoutSecrets().
struct LoggedRequest
{
    static constexpr qsizetype mostKept = 64 * 1024; // bytes of each body

    quint64 number = 0; // from 1, in the order of arrival
    QDateTime time = {}; // UTC
    api::HttpRequest request = {}; // the path with its query; the body's beginning
    qint64 requestSize = 0; // bytes of the body
    QByteArray id = {}; // x-request-id
    int status = 0; // 0: no answer left, because the client went away or a fault asked for it
    api::HeaderList answerHeaders = {}; // without those that HTTP itself needs
    QByteArray answer = {}; // the beginning of its body
    qint64 answerSize = 0;
    qint64 microseconds = 0; // from the last byte of the request to the answer
    QByteArray faults = {}; // that struck, as readFaults() reads them
    QByteArray replay = {}; // where a recorded run answered: which, and how well it fits

    bool operator==(const LoggedRequest &) const = default;
};

// Keys, credentials and cookies become placeholders, in the headers and wherever else they stand.
[[nodiscard]] LoggedRequest withoutSecrets(LoggedRequest entry);
// One line of JSON with its line feed, without secrets: {"number", "time", "method", "path", "requestId", "headers":
// [[name, value], …], "body", "bodyBytes", "status", "milliseconds", "answerHeaders", "answer", "answerBytes"}, and
// "faults" and "replay" where there is something to say. Bodies are JSON where they are whole and valid, else strings;
// where that is not all of an answer's bytes "answerBase64" is. status is null where there was no answer.
[[nodiscard]] QByteArray jsonLine(const LoggedRequest &entry);

} // namespace actionscope::sandbox
