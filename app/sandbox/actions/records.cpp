// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/records.h"

#include "app/base/tr.h"
#include "app/sandbox/actions/template.h"
#include "app/sandbox/store.h"

namespace actionscope::sandbox {

Result<RecordSource> RecordSource::read(const BehaviourText &text)
{
    RecordSource source;
    source.m_spec = text.spec;
    if (const json::Value list = text.spec.member(u"list"); list.isValid()) {
        source.m_list = text.data.member(list.toString());
        if (!source.m_list.isArray()) {
            return failure(ErrorCode::InvalidInput,
                Tr::tr("The behaviour reads the list \"%1\", but the manifest's data has no such list.")
                    .arg(list.toString()));
        }
    } else if (!text.spec.member(u"table").isString()) {
        return failure(ErrorCode::InvalidInput, Tr::tr("The behaviour names neither a table nor a list to read."));
    }
    if (const auto fault = conditionFault(text.spec.member(u"where")))
        return failure(ErrorCode::InvalidInput, fault->reason);
    return source;
}

QString RecordSource::table() const
{
    return m_spec.member(u"table").toString();
}

QString RecordSource::partition(const Scope &scope) const
{
    return renderedText(m_spec.member(u"partition"), scope);
}

Result<Records> RecordSource::records(const Call &call, const Scope &scope, Blank blank) const
{
    const Filter filter(m_spec.member(u"where"), scope, blank);
    Records records;
    for (json::Value row = m_list.firstChild(); row.isValid(); row = row.nextSibling()) {
        if (filter.passes(row))
            records.rows.push_back(row);
    }
    if (!isTable())
        return records;
    const auto kept = call.store.records(table(), partition(scope));
    if (!kept)
        return Failure(kept.error());
    for (const StoredRecord &stored : *kept) {
        const json::Document document = json::Document::parse(stored.body);
        if (!filter.passes(document.root()))
            continue;
        records.rows.push_back(document.root());
        records.numbers.append(stored.number);
        records.documents.push_back(document);
    }
    return records;
}

} // namespace actionscope::sandbox
