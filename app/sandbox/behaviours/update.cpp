// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/update.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/actions/records.h"
#include "app/sandbox/actions/template.h"
#include "app/sandbox/store.h"

namespace actionscope::sandbox {

namespace {

// The record with what `set` says; a member that comes out absent stays as it was.
QByteArray changed(const json::Value &record, const json::Document &set)
{
    json::ObjectWriter object;
    for (json::Value member = record.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QString name = member.key();
        const json::Value value = set.root().member(name);
        object.addRaw(name.toUtf8(), value.isValid() ? value.raw() : member.raw());
    }
    for (json::Value member = set.root().firstChild(); member.isValid(); member = member.nextSibling()) {
        if (const QString name = member.key(); !record.member(name).isValid())
            object.addRaw(name.toUtf8(), member.raw());
    }
    return object.finished();
}

} // namespace

Result<Step> makeUpdate(const BehaviourText &text)
{
    const auto source = RecordSource::read(text);
    if (!source)
        return Failure(source.error());
    if (!source->isTable() || !text.spec.member(u"set").isObject())
        return failure(ErrorCode::InvalidInput, Tr::tr("A behaviour of kind update needs a table and what to set."));
    const auto update = [source = *source, spec = text.spec](
                            const Call &call, Scope &scope) -> Result<std::optional<Outcome>> {
        const auto records = source.records(call, scope, Blank::LetsNonePass);
        if (!records)
            return Failure(records.error());
        const QString name = resultName(spec);
        if (const json::Value missing = spec.member(u"missing"); records->rows.empty() && missing.isValid())
            return refusalOutcome(missing, scope, 404);
        for (size_t i = 0; i < records->rows.size(); ++i) {
            const json::Value record = records->rows[i];
            scope.set(name, record.raw().toByteArray());
            const QByteArray body = changed(record, json::Document::parse(rendered(spec.member(u"set"), scope)));
            const auto kept
                = call.store.replace(source.table(), source.partition(scope), records->numbers[qsizetype(i)], body);
            if (!kept)
                return Failure(kept.error());
            scope.set(name, body);
        }
        return std::nullopt;
    };
    return Step {update, true};
}

} // namespace actionscope::sandbox
