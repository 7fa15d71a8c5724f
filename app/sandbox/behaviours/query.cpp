// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/query.h"

#include "app/json/decimal.h"
#include "app/json/writer.h"
#include "app/sandbox/actions/function.h"
#include "app/sandbox/actions/records.h"
#include "app/sandbox/actions/template.h"

#include <algorithm>
#include <vector>

namespace actionscope::sandbox {

namespace {

struct Order
{
    QString field;
    bool isDescending = false;
};

// One rule, a list of rules, or a rule for each item of the list that a person gave.
std::vector<Order> ordersOf(const json::Value &sort, const Scope &scope)
{
    std::vector<Order> orders;
    const auto add = [&](const json::Value &rule, const Scope &names) {
        const QString direction = renderedText(rule.member(u"direction"), names);
        orders.push_back({renderedText(rule.member(u"field"), names),
            direction.startsWith(QLatin1String("desc"), Qt::CaseInsensitive)});
    };
    for (json::Value rule = sort.firstChild(); sort.isArray() && rule.isValid(); rule = rule.nextSibling())
        add(rule, scope);
    if (sort.isObject() && sort.member(u"each").isValid()) {
        Scope inner = scope;
        for (const QByteArray &item : itemsOf(rendered(sort.member(u"each"), scope))) {
            inner.set(QStringLiteral("item"), item);
            add(sort, inner);
        }
    } else if (sort.isObject()) {
        add(sort, scope);
    }
    return orders;
}

bool isLess(const json::Value &left, const json::Value &right, const QString &field)
{
    const json::Value a = fieldOf(left, field);
    const json::Value b = fieldOf(right, field);
    if (a.isNumber() && b.isNumber())
        return json::Decimal(a.raw()) < json::Decimal(b.raw());
    return fieldText(left, field) < fieldText(right, field);
}

// Records that compare equal stay in the order they were kept, or in its reverse. The first rule decides, so it is
// applied last.
void sortRows(std::vector<json::Value> *rows, const json::Value &sort, const Scope &scope)
{
    auto orders = ordersOf(sort, scope);
    if (!orders.empty() && orders.front().isDescending)
        std::reverse(rows->begin(), rows->end());
    std::reverse(orders.begin(), orders.end());
    for (const Order &order : orders) {
        std::stable_sort(rows->begin(), rows->end(), [&](const json::Value &a, const json::Value &b) {
            return order.isDescending ? isLess(b, a, order.field) : isLess(a, b, order.field);
        });
    }
}

struct Page
{
    qint64 first = 0;
    qint64 size = 0;
    qint64 number = 0;
};

Page chosenPage(const json::Value &spec, const Scope &scope)
{
    constexpr qint64 largest = 1000;
    const qint64 firstPage = spec.member(u"firstPage").toInteger().value_or(1);
    Page page;
    page.size = std::clamp<qint64>(renderedInteger(spec.member(u"size"), scope).value_or(30), 1, largest);
    page.number = std::clamp<qint64>(
        renderedInteger(spec.member(u"page"), scope).value_or(firstPage), firstPage, 1'000'000'000);
    page.first = (page.number - firstPage) * page.size;
    return page;
}

QByteArray pageRows(const std::vector<json::Value> &rows, const Page &page, const json::Value &each, const Scope &scope)
{
    const qint64 end = std::min(page.first + page.size, qint64(rows.size()));
    json::ArrayWriter list;
    Scope inner = scope;
    for (qint64 i = page.first; i < end; ++i) {
        const json::Value row = rows[size_t(i)];
        if (!each.isValid()) {
            list.addRaw(row.raw());
            continue;
        }
        inner.set(QStringLiteral("item"), row);
        if (const QByteArray shown = rendered(each, inner); !shown.isEmpty())
            list.addRaw(shown);
    }
    return list.finished();
}

} // namespace

Result<Step> makeQuery(const BehaviourText &text)
{
    const auto source = RecordSource::read(text);
    if (!source)
        return Failure(source.error());
    const auto query = [source = *source, spec = text.spec](
                           const Call &call, Scope &scope) -> Result<std::optional<Outcome>> {
        auto records = source.records(call, scope, Blank::LetsAllPass);
        if (!records)
            return Failure(records.error());
        sortRows(&records->rows, spec.member(u"sort"), scope);
        const Page page = chosenPage(spec, scope);
        const qint64 total = qint64(records->rows.size());
        json::ObjectWriter found;
        found.addRaw("rows", pageRows(records->rows, page, spec.member(u"each"), scope));
        found.addInteger("total", total);
        found.addInteger("page", page.number);
        found.addInteger("size", page.size);
        if (page.first + page.size < total)
            found.addInteger("nextPage", page.number + 1);
        const QByteArray result = found.finished();
        if (spec.member(u"as").isString()) {
            scope.set(resultName(spec), result);
            return std::nullopt;
        }
        const json::Document document = json::Document::parse(result);
        for (json::Value member = document.root().firstChild(); member.isValid(); member = member.nextSibling())
            scope.set(member.key(), member.raw().toByteArray());
        return std::nullopt;
    };
    return Step {query};
}

} // namespace actionscope::sandbox
