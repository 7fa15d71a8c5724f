// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/get.h"

#include "app/sandbox/actions/prune.h"
#include "app/sandbox/actions/records.h"
#include "app/sandbox/actions/template.h"

namespace actionscope::sandbox {

Result<Behaviour> makeGet(const BehaviourText &text)
{
    const auto source = RecordSource::read(text);
    if (!source)
        return Failure(source.error());
    return [source = *source, spec = text.spec](const Call &call) -> Result<Outcome> {
        Scope scope = call.scope();
        const auto records = source.records(call, scope, Blank::LetsNonePass);
        if (!records)
            return Failure(records.error());
        if (records->rows.empty())
            return failedOutcome(renderedText(spec.member(u"missing"), scope), 404);
        const json::Value record = records->rows.front();
        if (const json::Value rule = spec.member(u"prune"); rule.isObject())
            scope.set(QStringLiteral("record"), pruned(record, readPruning(rule, scope)));
        else
            scope.set(QStringLiteral("record"), record);
        return Outcome {.data = rendered(spec.member(u"answer"), scope)};
    };
}

} // namespace actionscope::sandbox
