// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/equality.h"

#include "app/json/decimal.h"

#include <QHash>
#include <QMultiHash>

#include <algorithm>

namespace actionscope::schema {

namespace {

constexpr int deepest = 200;

bool isEqual(const json::Value &left, const json::Value &right, int depth)
{
    if (left.type() != right.type() || depth > deepest)
        return false;
    switch (left.type()) {
    case json::Type::Number:
        return json::Decimal(left.raw()) == json::Decimal(right.raw());
    case json::Type::String:
        return left.raw() == right.raw() || left.toString() == right.toString();
    case json::Type::Array: {
        if (left.count() != right.count())
            return false;
        json::Value other = right.firstChild();
        for (json::Value item = left.firstChild(); item.isValid();
             item = item.nextSibling(), other = other.nextSibling()) {
            if (!isEqual(item, other, depth + 1))
                return false;
        }
        return true;
    }
    case json::Type::Object:
        return left.count() == right.count() && [&] {
            for (json::Value member = left.firstChild(); member.isValid(); member = member.nextSibling()) {
                const json::Value other = right.member(member.key());
                if (!other.isValid() || !isEqual(member, other, depth + 1))
                    return false;
            }
            return true;
        }();
    default:
        return true;
    }
}

} // namespace

bool isEqual(const json::Value &left, const json::Value &right)
{
    return left.isValid() && right.isValid() && isEqual(left, right, 0);
}

std::size_t hashOf(const json::Value &value)
{
    const auto kind = std::size_t(value.type());
    switch (value.type()) {
    case json::Type::Number:
        // Numbers that are equal by their digits are the same double.
        return qHash(value.raw().toByteArray().toDouble(), kind);
    case json::Type::String:
        return qHash(value.toString(), kind);
    case json::Type::Array: {
        std::size_t hash = qHash(value.count(), kind);
        json::Value item = value.firstChild();
        for (int i = 0; i < 4 && item.isValid(); ++i, item = item.nextSibling())
            hash = qHash(item.isContainer() ? std::size_t(item.count()) : hashOf(item), hash);
        return hash;
    }
    case json::Type::Object: {
        std::size_t hash = qHash(value.count(), kind);
        json::Value member = value.firstChild();
        for (; member.isValid(); member = member.nextSibling()) // in any order
            hash += qHash(member.key()) ^ (member.isContainer() ? std::size_t(member.count()) : hashOf(member));
        return hash;
    }
    default:
        return kind;
    }
}

qsizetype firstRepeatedItem(const json::Value &array)
{
    QMultiHash<std::size_t, json::Value> seen;
    qsizetype position = 0;
    for (json::Value item = array.firstChild(); item.isValid(); item = item.nextSibling(), ++position) {
        const std::size_t hash = hashOf(item);
        const auto [begin, end] = std::as_const(seen).equal_range(hash);
        if (std::any_of(begin, end, [&](const json::Value &earlier) { return isEqual(earlier, item); }))
            return position;
        seen.insert(hash, item);
    }
    return -1;
}

} // namespace actionscope::schema
