// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/map.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/actions/function.h"
#include "app/sandbox/actions/template.h"

namespace actionscope::sandbox {

Result<Step> makeMap(const BehaviourText &text)
{
    const json::Value spec = text.spec;
    if (!spec.member(u"over").isString() || !spec.member(u"each").isValid())
        return failure(ErrorCode::InvalidInput, Tr::tr("A step of kind map needs over and each."));
    return Step {[spec](const Call &, Scope &scope) -> Result<std::optional<Outcome>> {
        Scope inner = scope;
        json::ArrayWriter list;
        for (const QByteArray &item : itemsOf(rendered(spec.member(u"over"), scope))) {
            inner.set(QStringLiteral("item"), item);
            if (const QByteArray made = rendered(spec.member(u"each"), inner); !made.isEmpty())
                list.addRaw(made);
        }
        scope.set(resultName(spec), list.finished());
        return std::nullopt;
    }};
}

} // namespace actionscope::sandbox
