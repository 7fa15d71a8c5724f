// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/verdict.h"
#include "app/base/error.h"
#include "app/json/document.h"
#include "app/runner/expectationcheck.h"

#include <QDateTime>

namespace actionscope::runner {

// What became of one request of a run.
enum class Outcome {
    Passed,
    Failed, // sent, and not as expected
    NotSent, // cannot be sent: not JSON, an undefined variable, a circle of captures
    Skipped, // waits for a value that another request did not give
    Cancelled, // was on its way when the run was stopped
};

// "passed", "failed", "notSent", …
[[nodiscard]] QString outcomeName(Outcome outcome);
// For people: "Passed", "Not sent", …
[[nodiscard]] QString outcomeTitle(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcomeFromName(QStringView name);

// One request of a run when it is over, free of secrets. What is not known stays empty.
struct RunResult
{
    QString path = {}; // of the file, from the folder that was run
    QString name = {};
    QString actionId = {};
    QString variant = {}; // of a matrix; empty where there is none
    int repeat = 1; // which time, from 1
    int row = 0; // which data row, from 1; 0 where there are none
    Outcome outcome = Outcome::Passed;
    int exitClass = 0; // as interfaces and scripts know it: 0 to 5, 130
    api::Verdict verdict = api::Verdict::Cancelled;
    int status = 0; // HTTP
    QString sentence = {}; // why not; empty for what passed
    QList<ExpectationOutcome> expectations = {};
    QStringList captured = {}; // names
    int attempts = 0; // how often it was sent
    QDateTime startedAt = {};
    qint64 microseconds = -1; // of the last attempt
    qint64 bytes = 0; // of the answer's body
    QString requestId = {};
    QByteArray shape = {}; // of the answer, from shapeOf() in hex; only in a matrix
    QByteArray sent = {}; // the request's body, cut; only of what did not pass
    QByteArray received = {}; // the answer's, likewise

    bool operator==(const RunResult &) const = default;
};

// "Create an issue", "Create an issue (row 3, time 2)".
[[nodiscard]] QString titleOf(const RunResult &result);

// One line of JSON, and back.
[[nodiscard]] QByteArray toJson(const RunResult &result);
[[nodiscard]] Result<RunResult> resultFromJson(const json::Value &value);

} // namespace actionscope::runner
