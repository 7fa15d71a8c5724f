// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/records.h"

#include "app/base/tr.h"
#include "app/sandbox/actions/template.h"
#include "app/sandbox/store.h"
#include "app/json/decimal.h"

#include <QDateTime>

#include <algorithm>

namespace actionscope::sandbox {

namespace {

QString plainText(const json::Value &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    return value.isString() ? value.toString() : QString::fromUtf8(value.raw());
}

// The member itself, or each item when it is a list.
QStringList fieldTexts(const json::Value &record, QStringView name)
{
    const json::Value field = record.member(name);
    if (!field.isArray())
        return {plainText(field)};
    QStringList texts;
    for (json::Value item = field.firstChild(); item.isValid(); item = item.nextSibling())
        texts.append(plainText(item));
    return texts;
}

bool isAtLeast(const json::Value &field, const QString &bound)
{
    const json::Document number = json::Document::parse(bound.toUtf8());
    if (field.isNumber())
        return number.isValid() && number.root().isNumber()
            && json::Decimal(field.raw()) >= json::Decimal(number.root().raw());
    const QDateTime since = QDateTime::fromString(bound, Qt::ISODate);
    const QDateTime time = QDateTime::fromString(plainText(field), Qt::ISODate);
    return since.isValid() && time.isValid() && time >= since;
}

bool containsText(const json::Value &fields, const json::Value &record, const QString &wanted)
{
    const auto holds = [&](const QString &name) {
        const QStringList texts = fieldTexts(record, name);
        return std::any_of(texts.cbegin(), texts.cend(),
            [&](const QString &text) { return text.contains(wanted, Qt::CaseInsensitive); });
    };
    if (fields.isString())
        return holds(fields.toString());
    for (json::Value field = fields.firstChild(); field.isValid(); field = field.nextSibling()) {
        if (holds(field.toString()))
            return true;
    }
    return false;
}

// `wanted` is a JSON list, or names joined by commas.
bool containsAll(const QString &wanted, const QStringList &texts)
{
    const json::Document list = json::Document::parse(wanted.toUtf8());
    QStringList names;
    if (list.isValid() && list.root().isArray()) {
        for (json::Value item = list.root().firstChild(); item.isValid(); item = item.nextSibling())
            names.append(plainText(item));
    } else {
        names = wanted.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    return std::all_of(names.cbegin(), names.cend(),
        [&](const QString &name) { return texts.contains(name.trimmed(), Qt::CaseInsensitive); });
}

} // namespace

QString fieldText(const json::Value &record, QStringView name)
{
    return plainText(record.member(name));
}

bool passes(const json::Value &condition, const json::Value &record, const Scope &scope, Blank blank)
{
    const json::Value field = condition.member(u"field");
    for (json::Value rule = condition.firstChild(); rule.isValid(); rule = rule.nextSibling()) {
        const QString name = rule.key();
        if (name == QLatin1String("field") || name == QLatin1String("unless"))
            continue;
        const QString wanted = renderedText(rule, scope);
        if (wanted.isEmpty() && blank == Blank::LetsNonePass)
            return false;
        if (wanted.isEmpty() || wanted == renderedText(condition.member(u"unless"), scope))
            continue;
        const QStringList texts = fieldTexts(record, field.toString());
        if (name == QLatin1String("equals") && !texts.contains(wanted, Qt::CaseInsensitive))
            return false;
        if (name == QLatin1String("contains") && !containsText(field, record, wanted))
            return false;
        if (name == QLatin1String("containsAll") && !containsAll(wanted, texts))
            return false;
        if (name == QLatin1String("atLeast") && !isAtLeast(record.member(field.toString()), wanted))
            return false;
    }
    return true;
}

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
    return source;
}

Result<Records> RecordSource::records(const Call &call, const Scope &scope, Blank blank) const
{
    Records records;
    if (m_list.isValid()) {
        for (json::Value row = m_list.firstChild(); row.isValid(); row = row.nextSibling())
            records.rows.push_back(row);
    } else {
        const auto kept = call.store.records(
            m_spec.member(u"table").toString(), renderedText(m_spec.member(u"partition"), scope));
        if (!kept)
            return Failure(kept.error());
        for (const QByteArray &body : *kept) {
            records.documents.push_back(json::Document::parse(body));
            records.rows.push_back(records.documents.back().root());
        }
    }
    const json::Value where = m_spec.member(u"where");
    std::erase_if(records.rows, [&](const json::Value &row) {
        for (json::Value condition = where.firstChild(); condition.isValid(); condition = condition.nextSibling()) {
            if (!passes(condition, row, scope, blank))
                return true;
        }
        return false;
    });
    return records;
}

} // namespace actionscope::sandbox
