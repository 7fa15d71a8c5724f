// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/get.h"

#include "app/sandbox/actions/prune.h"
#include "app/sandbox/actions/records.h"

namespace actionscope::sandbox {

Result<Step> makeGet(const BehaviourText &text)
{
    const auto source = RecordSource::read(text);
    if (!source)
        return Failure(source.error());
    const auto get = [source = *source, spec = text.spec](
                         const Call &call, Scope &scope) -> Result<std::optional<Outcome>> {
        const auto records = source.records(call, scope, Blank::LetsNonePass);
        if (!records)
            return Failure(records.error());
        const QString name = resultName(spec);
        if (records->rows.empty()) {
            scope.set(name, QByteArray());
            if (const json::Value missing = spec.member(u"missing"); missing.isValid())
                return refusalOutcome(missing, scope, 404);
            return std::nullopt;
        }
        const json::Value record = records->rows.front();
        if (const json::Value rule = spec.member(u"prune"); rule.isObject())
            scope.set(name, pruned(record, readPruning(rule, scope)));
        else
            scope.set(name, record.raw().toByteArray());
        return std::nullopt;
    };
    return Step {get};
}

} // namespace actionscope::sandbox
