// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/remove.h"

#include "app/base/tr.h"
#include "app/sandbox/actions/records.h"
#include "app/sandbox/store.h"

namespace actionscope::sandbox {

Result<Step> makeRemove(const BehaviourText &text)
{
    const auto source = RecordSource::read(text);
    if (!source)
        return Failure(source.error());
    if (!source->isTable())
        return failure(ErrorCode::InvalidInput, Tr::tr("A behaviour of kind remove needs a table."));
    const auto remove = [source = *source, spec = text.spec](
                            const Call &call, Scope &scope) -> Result<std::optional<Outcome>> {
        const auto records = source.records(call, scope, Blank::LetsNonePass);
        if (!records)
            return Failure(records.error());
        if (const json::Value missing = spec.member(u"missing"); records->rows.empty() && missing.isValid())
            return refusalOutcome(missing, scope, 404);
        for (size_t i = 0; i < records->rows.size(); ++i) {
            const auto removed
                = call.store.remove(source.table(), source.partition(scope), records->numbers[qsizetype(i)]);
            if (!removed)
                return Failure(removed.error());
            scope.set(resultName(spec), records->rows[i].raw().toByteArray());
        }
        return std::nullopt;
    };
    return Step {remove, true};
}

} // namespace actionscope::sandbox
