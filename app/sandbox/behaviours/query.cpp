// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/query.h"

#include "app/json/writer.h"
#include "app/sandbox/actions/records.h"
#include "app/sandbox/actions/template.h"
#include "app/json/decimal.h"

#include <algorithm>

namespace actionscope::sandbox {

namespace {

bool isLess(const json::Value &left, const json::Value &right, const QString &field)
{
    const json::Value a = left.member(field);
    const json::Value b = right.member(field);
    if (a.isNumber() && b.isNumber())
        return json::Decimal(a.raw()) < json::Decimal(b.raw());
    return fieldText(left, field) < fieldText(right, field);
}

// Records that compare equal stay in the order they were kept, or in its reverse.
void sortRows(std::vector<json::Value> *rows, const json::Value &sort, const Scope &scope)
{
    if (!sort.isObject())
        return;
    const QString field = renderedText(sort.member(u"field"), scope);
    std::stable_sort(rows->begin(), rows->end(),
        [&](const json::Value &a, const json::Value &b) { return isLess(a, b, field); });
    if (renderedText(sort.member(u"direction"), scope) == QLatin1String("desc"))
        std::reverse(rows->begin(), rows->end());
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

} // namespace

Result<Behaviour> makeQuery(const BehaviourText &text)
{
    const auto source = RecordSource::read(text);
    if (!source)
        return Failure(source.error());
    return [source = *source, spec = text.spec](const Call &call) -> Result<Outcome> {
        Scope scope = call.scope();
        auto records = source.records(call, scope, Blank::LetsAllPass);
        if (!records)
            return Failure(records.error());
        sortRows(&records->rows, spec.member(u"sort"), scope);
        const Page page = chosenPage(spec, scope);
        const qint64 total = qint64(records->rows.size());
        const qint64 end = std::min(page.first + page.size, total);
        json::ArrayWriter rows;
        for (qint64 i = page.first; i < end; ++i)
            rows.addRaw(records->rows[size_t(i)].raw());
        scope.set(QStringLiteral("rows"), rows.finished());
        scope.set(QStringLiteral("total"), QByteArray::number(total));
        scope.set(QStringLiteral("page"), QByteArray::number(page.number));
        scope.set(QStringLiteral("size"), QByteArray::number(page.size));
        if (end < total)
            scope.set(QStringLiteral("nextPage"), QByteArray::number(page.number + 1));
        return Outcome {.data = rendered(spec.member(u"answer"), scope)};
    };
}

} // namespace actionscope::sandbox
