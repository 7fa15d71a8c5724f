// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/judgement.h"
#include "app/runner/expectation.h"

namespace actionscope::runner {

// What one expectation came to.
struct ExpectationOutcome
{
    bool passed = false;
    QString sentence; // what was expected and, where it failed, what was found
    QString path; // empty where no value is meant
    int line = 0; // in the request's file, where it is that which was looked at; from 1
    int column = 0;

    // Of a file that was only looked at: no error, and yet worth a look.
    [[nodiscard]] bool isWarning() const { return passed && line > 0; }
    bool operator==(const ExpectationOutcome &) const = default;
};

enum class Snapshots { AreCompared, AreWritten };

// What an expectation is held against.
struct Evidence
{
    const api::Exchange &exchange;
    const diagnosis::Judgement &judgement;
    QByteArray actionSchema = {}; // of the action's answer; empty where nobody knows it
    QString folder = {}; // from which a snapshot's name counts
    Snapshots snapshots = Snapshots::AreCompared;
    Redactor redactor = {}; // what must not be in a sentence
};

// Reads and, where it is asked to, writes snapshots; otherwise pure. Several threads may check at once.
[[nodiscard]] ExpectationOutcome check(const Expectation &expectation, const Evidence &evidence);

// The file that an expectation of the kind UnchangedSince compares with.
[[nodiscard]] QString snapshotPath(const Expectation &expectation, const QString &folder);

// Of the whole run, from the question to the last byte.
[[nodiscard]] qint64 microsecondsOf(const api::Timings &timings);

} // namespace actionscope::runner
