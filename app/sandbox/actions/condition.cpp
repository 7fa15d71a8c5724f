// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/condition.h"

#include "app/base/tr.h"
#include "app/json/decimal.h"
#include "app/sandbox/actions/clauses.h"
#include "app/sandbox/actions/searchtext.h"
#include "app/sandbox/actions/template.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace actionscope::sandbox {

namespace {

QString plainText(const json::Value &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    return value.isString() ? value.toString() : QString::fromUtf8(value.raw());
}

// The member itself, or each item when it is a list.
QStringList fieldTexts(const json::Value &record, const QString &path)
{
    const json::Value field = fieldOf(record, path);
    if (!field.isArray())
        return {plainText(field)};
    QStringList texts;
    for (json::Value item = field.firstChild(); item.isValid(); item = item.nextSibling())
        texts.append(plainText(item));
    return texts;
}

// Less, equal or greater; nothing where the two cannot be compared.
std::optional<std::strong_ordering> order(const json::Value &field, const QString &bound)
{
    if (field.isNumber()) {
        const json::Document number = json::Document::parse(bound.toUtf8());
        if (!number.isValid() || !number.root().isNumber())
            return std::nullopt;
        return json::Decimal(field.raw()) <=> json::Decimal(number.root().raw());
    }
    const QDateTime limit = QDateTime::fromString(bound, Qt::ISODate);
    const QDateTime time = QDateTime::fromString(plainText(field), Qt::ISODate);
    if (!limit.isValid() || !time.isValid())
        return std::nullopt;
    return time.toMSecsSinceEpoch() <=> limit.toMSecsSinceEpoch();
}

// A JSON list, or names apart by commas.
QStringList namesOf(const QString &text)
{
    const json::Document list = json::Document::parse(text.toUtf8());
    QStringList names;
    if (list.isValid() && list.root().isArray()) {
        for (json::Value item = list.root().firstChild(); item.isValid(); item = item.nextSibling())
            names.append(plainText(item));
    } else {
        for (const QString &name : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
            names.append(name.trimmed());
    }
    return names;
}

bool holds(const QString &name, const json::Value &record, const QString &path, const QString &wanted)
{
    if (name == QLatin1String("atLeast") || name == QLatin1String("atMost") || name == QLatin1String("below")) {
        const auto found = order(fieldOf(record, path), wanted);
        if (!found)
            return false;
        return name == QLatin1String("atLeast") ? *found >= 0 : name == QLatin1String("atMost") ? *found <= 0 : *found < 0;
    }
    const QStringList texts = fieldTexts(record, path);
    const auto any = [&](auto test) { return std::any_of(texts.cbegin(), texts.cend(), test); };
    if (name == QLatin1String("equals"))
        return texts.contains(wanted, Qt::CaseInsensitive);
    if (name == QLatin1String("differs"))
        return !texts.contains(wanted, Qt::CaseInsensitive);
    if (name == QLatin1String("contains"))
        return any([&](const QString &text) { return text.contains(wanted, Qt::CaseInsensitive); });
    if (name == QLatin1String("startsWith"))
        return any([&](const QString &text) { return text.startsWith(wanted, Qt::CaseInsensitive); });
    const QStringList names = namesOf(wanted);
    const auto isThere = [&](const QString &one) { return texts.contains(one, Qt::CaseInsensitive); };
    return name == QLatin1String("oneOf") ? std::any_of(names.cbegin(), names.cend(), isThere)
                                          : std::all_of(names.cbegin(), names.cend(), isThere); // containsAll
}

constexpr std::array comparisons {"equals", "differs", "contains", "startsWith", "containsAll", "oneOf", "atLeast",
    "atMost", "below"};
constexpr std::array otherMembers {"field", "unless", "any", "search", "operators", "clauses"};

bool isIn(const auto &names, const QString &name)
{
    return std::any_of(names.begin(), names.end(), [&](const char *one) { return name == QLatin1String(one); });
}

QStringList fieldNames(const json::Value &field, const Scope &scope)
{
    if (!field.isArray())
        return {renderedText(field, scope)};
    QStringList names;
    for (json::Value name = field.firstChild(); name.isValid(); name = name.nextSibling())
        names.append(renderedText(name, scope));
    return names;
}

Predicate anyOf(const json::Value &choices, const Scope &scope, Blank blank)
{
    std::vector<Filter> filters;
    for (json::Value choice = choices.firstChild(); choice.isValid(); choice = choice.nextSibling())
        filters.emplace_back(choice, scope, blank);
    return [filters](const json::Value &record) {
        return std::any_of(
            filters.begin(), filters.end(), [&](const Filter &filter) { return filter.passes(record); });
    };
}

// Every member of one condition but its `field` is a rule.
void addRule(std::vector<Predicate> *predicates, const json::Value &rule, const json::Value &condition,
    const Scope &scope, Blank blank)
{
    const QString name = rule.key();
    if (name == QLatin1String("any")) {
        predicates->push_back(anyOf(rule, scope, blank));
        return;
    }
    const QString wanted = renderedText(rule, scope);
    if (wanted.isEmpty()) {
        if (blank == Blank::LetsNonePass)
            predicates->push_back([](const json::Value &) { return false; });
        return;
    }
    if (condition.member(u"unless").isValid() && wanted == renderedText(condition.member(u"unless"), scope))
        return;
    const QStringList fields = fieldNames(condition.member(u"field"), scope);
    if (name == QLatin1String("search"))
        predicates->push_back(searchPredicate(wanted, fields, condition.member(u"operators"), scope));
    else if (name == QLatin1String("clauses"))
        predicates->push_back(clausesPredicate(wanted, fields));
    else
        predicates->push_back(comparison(name, fields, wanted));
}

} // namespace

json::Value fieldOf(const json::Value &record, const QString &path)
{
    if (const json::Value field = record.member(path); field.isValid())
        return field;
    json::Value value = record;
    for (const QString &name : path.split(QLatin1Char('.')))
        value = value.member(name);
    return value;
}

QString fieldText(const json::Value &record, const QString &path)
{
    return plainText(fieldOf(record, path));
}

Predicate comparison(const QString &name, const QStringList &fields, const QString &wanted)
{
    return [=](const json::Value &record) {
        return std::any_of(
            fields.cbegin(), fields.cend(), [&](const QString &field) { return holds(name, record, field, wanted); });
    };
}

Filter::Filter(const json::Value &where, const Scope &scope, Blank blank)
{
    const auto add = [&](const json::Value &condition) {
        for (json::Value rule = condition.firstChild(); rule.isValid(); rule = rule.nextSibling()) {
            const QString name = rule.key();
            if (name != QLatin1String("field") && name != QLatin1String("unless") && name != QLatin1String("operators"))
                addRule(&m_predicates, rule, condition, scope, blank);
        }
    };
    if (where.isObject())
        add(where);
    for (json::Value condition = where.firstChild(); where.isArray() && condition.isValid();
         condition = condition.nextSibling())
        add(condition);
}

bool Filter::passes(const json::Value &record) const
{
    return std::all_of(
        m_predicates.begin(), m_predicates.end(), [&](const Predicate &predicate) { return predicate(record); });
}

std::optional<ManifestFault> conditionFault(const json::Value &where)
{
    for (json::Value condition = where.firstChild(); condition.isValid(); condition = condition.nextSibling()) {
        for (json::Value rule = condition.firstChild(); rule.isValid(); rule = rule.nextSibling()) {
            const QString name = rule.key();
            if (!isIn(comparisons, name) && !isIn(otherMembers, name))
                return ManifestFault {rule, Tr::tr("There is no condition \"%1\".").arg(name)};
            if (name == QLatin1String("any")) {
                if (auto fault = conditionFault(rule))
                    return fault;
            }
        }
    }
    return std::nullopt;
}

} // namespace actionscope::sandbox
