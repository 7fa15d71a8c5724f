// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/facts.h"
#include "app/diagnosis/rules/rules.h"

#include <optional>
#include <span>

namespace actionscope::diagnosis {

// How far from the answer's own words a rule argues; a lower rank goes first. Within a rank no two rules claim the same
// exchange, but where rulebook.cpp says that they are ordered on purpose.
enum class Rank {
    Fault, // there is no complete answer
    Place, // it is not the API that answered
    Circumstance, // what was sent explains it better than the refusal's own name
    Named, // the refusal has a name or a status
    Warning, // it succeeded, and yet
    Last,
};

struct RuleEntry
{
    const char *name;
    Rank rank;
    Claim (*rule)(const Facts &facts);
};

// In the order they are asked.
[[nodiscard]] std::span<const RuleEntry> rulebook();

// The first claim of the rulebook; nothing for an execution that succeeded and has nothing to be warned of.
[[nodiscard]] std::optional<Diagnosis> diagnose(const Facts &facts);
[[nodiscard]] std::optional<Diagnosis> diagnose(
    const api::Exchange &exchange, const Judgement &judgement, const Surroundings &around);

} // namespace actionscope::diagnosis
