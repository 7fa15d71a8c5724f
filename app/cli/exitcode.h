// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/verdict.h"

namespace actionscope::cli {

// What the program says to scripts, so that they can tell a bug from an outage.
enum class ExitCode {
    Success = 0,
    Difference = 1, // or an expectation that failed
    BadUsage = 2, // nothing was sent
    ActionRefused = 3,
    ServiceRefused = 4,
    NoUsableAnswer = 5,
    Cancelled = 130, // as a shell reports a program that was interrupted
};

[[nodiscard]] constexpr ExitCode exitCodeOf(api::Verdict verdict)
{
    switch (verdict) {
    case api::Verdict::Successful:
        return ExitCode::Success;
    case api::Verdict::ActionRefused:
        return ExitCode::ActionRefused;
    case api::Verdict::ServiceRefused:
        return ExitCode::ServiceRefused;
    case api::Verdict::Cancelled:
        return ExitCode::Cancelled;
    case api::Verdict::NoUsableAnswer:
    case api::Verdict::OutcomeUnknown:
        break;
    }
    return ExitCode::NoUsableAnswer;
}

} // namespace actionscope::cli
