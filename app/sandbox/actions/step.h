// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/behaviour.h"

#include <optional>

namespace actionscope::sandbox {

// One thing an action does. It reads and sets names of the scope; an Outcome is the answer and ends the action.
struct Step
{
    using Run = std::function<Result<std::optional<Outcome>>(const Call &call, Scope &scope)>;

    Run run;
    bool writes = false;
};

// Builds the step named by `kind`; nothing where no step is of that kind. Honours `when`.
[[nodiscard]] std::optional<Result<Step>> makeStep(const BehaviourText &text);
[[nodiscard]] QStringList stepKinds();

// Steps that are done one after the other, from their list.
[[nodiscard]] Result<Step> makeStepList(const json::Value &list, const json::Value &data);
// Does the step with the names of `scope`, then gives `answer`; all it writes is kept, or nothing when it refuses.
[[nodiscard]] Result<Outcome> performed(const Step &step, const json::Value &answer, const Call &call, Scope &scope);
// A step alone as an action: what it does, then `answer`; all it writes is kept, or nothing when it refuses.
[[nodiscard]] Behaviour behaviourOf(Step step, const json::Value &answer);

// The name a step's record goes by: `as`, else "record".
[[nodiscard]] QString resultName(const json::Value &spec);

// How an action says no. A text is the sentence; an object has message, status_code and details, whose members stand
// in the data beside them.
[[nodiscard]] Outcome refusalOutcome(const json::Value &text, const Scope &scope, qint64 standardStatus);

} // namespace actionscope::sandbox
