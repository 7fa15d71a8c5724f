// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/insert.h"

#include "app/base/tr.h"
#include "app/sandbox/actions/template.h"
#include "app/sandbox/store.h"

namespace actionscope::sandbox {

Result<Step> makeInsert(const BehaviourText &text)
{
    const json::Value spec = text.spec;
    if (!spec.member(u"table").isString() || !spec.member(u"record").isObject()) {
        return failure(
            ErrorCode::InvalidInput, Tr::tr("A behaviour of kind insert needs a table and a record."));
    }
    const auto insert = [spec](const Call &call, Scope &scope) -> Result<std::optional<Outcome>> {
        const QString partition = renderedText(spec.member(u"partition"), scope);
        const auto record
            = call.store.insert(spec.member(u"table").toString(), partition, [&](qint64 number) {
                  scope.set(QStringLiteral("number"), QByteArray::number(number));
                  return rendered(spec.member(u"record"), scope);
              });
        if (!record)
            return Failure(record.error());
        scope.set(resultName(spec), *record);
        return std::nullopt;
    };
    return Step {insert, true};
}

} // namespace actionscope::sandbox
