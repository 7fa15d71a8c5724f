// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/runrecord.h"

namespace actionscope::workspace {

// What an execution came to, apart from its wording, so that two of them can be told to have ended the same way: the
// cause of the diagnosis with the places in the request that it names, else the verdict with the service's code.
struct FailureMark
{
    api::Verdict verdict = api::Verdict::NoUsableAnswer;
    int status = 0;
    QString cause = {}; // of the diagnosis; empty where it is not known
    QString code = {}; // the service's own, where there is no cause
    QStringList places = {}; // JSON Pointers into the request, items without their numbers

    bool operator==(const FailureMark &) const = default;
};

[[nodiscard]] FailureMark markOf(const RunRecord &record);
[[nodiscard]] FailureMark markOf(const api::Exchange &exchange, const diagnosis::Judgement &judgement,
    const std::optional<diagnosis::Diagnosis> &diagnosis);

// "account.mismatch (the service refused, 400)"
[[nodiscard]] QString wordsOf(const FailureMark &mark);

} // namespace actionscope::workspace
