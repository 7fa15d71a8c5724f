// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/latencies.h"
#include "app/runner/runresult.h"

namespace actionscope::runner {

// A run in figures. Grows by one result after the other; its size does not.
struct RunSummary
{
    QString title = {}; // what was run
    QString environment = {};
    QString baseUrl = {};
    QString apiVersion = {};
    QString shard = {}; // "2/3"; empty for the whole
    QString plan = {}; // what all shards of one run have in common, and no other
    QDateTime startedAt = {};
    qint64 microseconds = 0; // by the clock on the wall
    qint64 planned = 0; // requests
    qint64 passed = 0;
    qint64 failed = 0;
    qint64 notSent = 0;
    qint64 skipped = 0;
    qint64 cancelled = 0;
    qint64 retries = 0; // times that something was sent again
    qint64 expectations = 0;
    qint64 bytes = 0; // received
    int exitClass = 0; // the highest met
    QStringList notBegun = {}; // files of which something was left, in the order of the run
    bool isStopped = false; // somebody cancelled it, or the first failure was to end it
    Latencies latencies = {}; // of what was sent

    void add(const RunResult &result);

    [[nodiscard]] qint64 done() const { return passed + failed + notSent + skipped + cancelled; }
    [[nodiscard]] qint64 left() const { return planned > done() ? planned - done() : 0; } // never begun
    [[nodiscard]] bool isGood() const { return exitClass == 0 && left() == 0; }

    bool operator==(const RunSummary &) const = default;
};

// "3 of 5 requests passed, 1 failed, 1 not sent." and how long that took.
[[nodiscard]] QString sentenceOf(const RunSummary &summary);
// "12.3 ms", "4.56 s", "2 min 5 s"
[[nodiscard]] QString shownTime(qint64 microseconds);

[[nodiscard]] QByteArray toJson(const RunSummary &summary);
// All but the figures, which come of the results.
[[nodiscard]] Result<RunSummary> summaryFromJson(const json::Value &value);

} // namespace actionscope::runner
