// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/capture.h"
#include "app/runner/expectation.h"
#include "app/runner/fileplace.h"
#include "app/storage/savedrequest.h"

#include <QSet>

#include <optional>
#include <vector>

namespace actionscope::runner {

// A saved request on its way into a plan.
struct RequestFile
{
    QString path = {}; // from the folder that is run, for people and reports
    QString folder = {}; // absolute: where the file lies
    int collection = 0; // whose variables hold for it
    Result<storage::SavedRequest> saved = {};
};

// One request of a plan, made ready as far as is possible before the variables are known.
struct PlannedRequest
{
    QString path;
    QString folder;
    int collection = 0;
    storage::SavedRequest saved;
    QList<Expectation> expectations; // where it holds no names
    QList<Capture> captures;
    QSet<QString> names; // {{names}} in what is sent or expected, without the built-in ones
    bool hasNames = false; // any, in what is sent
    bool expectsNames = false; // in its expectations
    QList<int> after; // requests whose captures it uses
    quint32 group = 0; // the same for requests that hang together by captures, and on every machine
    QString trouble; // why it cannot be sent at all, as one text
    QList<PlacedSentence> troubles; // the same one by one
};

struct RunPlan
{
    std::vector<PlannedRequest> requests; // as they are given; what waits for a capture still stands in its place
    QByteArray fingerprint; // of all files, where several machines share the run

    [[nodiscard]] bool hasTrouble() const;
};

struct PlanOptions
{
    QStringList tags = {}; // only requests with one of these, and what they need; empty: all
    std::optional<QSet<QString>> paths = {}; // only these, and what they need; none: all
    QSet<QString> fixedNames = {}; // set on the command line, so that a capture changes nothing
    bool isShared = true; // by several machines, which must agree on who does what
};

// Of a file that this version may read, and must not act on.
[[nodiscard]] QString newerFormatSentence();

// Reads expectations and captures, finds who waits for whom, and who waits in a circle. What is wrong with a request
// becomes its trouble and does not keep the others from running.
[[nodiscard]] RunPlan planFor(const QList<RequestFile> &files, const PlanOptions &options = {});

} // namespace actionscope::runner
