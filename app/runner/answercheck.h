// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/capture.h"
#include "app/runner/expectationcheck.h"

namespace actionscope::runner {

struct CapturedValue
{
    QString name;
    QByteArray json;

    bool operator==(const CapturedValue &) const = default;
};

// An answer held against everything that a saved request says of it.
struct AnswerCheck
{
    diagnosis::Judgement judgement;
    QList<ExpectationOutcome> outcomes; // in the order of the expectations; success first where none of them decides it
    QList<CapturedValue> captured;
    bool passed = false;
    bool capturedAll = true;
    int exitClass = 0; // 0 passed, 1 not as expected, 3 the action said no, 4 the service refused, 5 no usable answer, 130
    QString sentence; // why it did not pass; empty where it did
    Redactor redactor; // the context's, and what looks like a secret in the answer
};

struct CheckContext
{
    QByteArray actionSchema = {};
    QString folder = {};
    Snapshots snapshots = Snapshots::AreCompared;
    Redactor redactor = {}; // what must not be in a sentence
};

// Success is expected where nothing else is said of it. Belongs on a worker thread where the answer is large.
[[nodiscard]] AnswerCheck checkAnswer(const api::Exchange &exchange, const QList<Expectation> &expectations,
    const QList<Capture> &captures, const CheckContext &context);

} // namespace actionscope::runner
