// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/jsonpath.h"

#include <atomic>
#include <vector>

namespace actionscope::json {

struct DiffOptions
{
    QList<JsonPath> ignoredPaths; // followed on both sides; what they lead to counts as absent
    bool ignoresVolatile = false; // see volatileKind()
};

// One place in which two documents differ.
struct Change
{
    enum class Kind { Added, Removed, Changed, Moved };

    Kind kind = Kind::Changed;
    Value left; // invalid for Added
    Value right; // invalid for Removed

    bool operator==(const Change &) const = default;
};

// The handles in `changes` belong to `left` and `right`, which the difference keeps.
struct Difference
{
    Document left;
    Document right;
    std::vector<Change> changes; // in the order of the documents
    bool isComplete = true; // false when it was cancelled
};

// How the structure of two documents differs. The order of members and how strings are escaped make no
// difference; how a number is spelled does. Items of arrays that stand elsewhere are Moved, and compared as
// well. Depth costs no stack, time grows with the size of the documents. A matter for a worker thread.
[[nodiscard]] Difference difference(const Document &left, const Document &right,
    const DiffOptions &options = {}, const std::atomic_bool *isCancelled = nullptr);

// "3 differences: 1 added, 2 changed."
[[nodiscard]] QString summaryOf(const Difference &difference);

} // namespace actionscope::json
