// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/tableorder.h"

#include "app/json/decimal.h"

#include <algorithm>
#include <compare>

namespace actionscope::models {

namespace {

constexpr std::size_t chunk = 16384; // rows between two looks at the watch

enum class Rank : quint8 { Number, Text, Word, Container, Null, Missing };

// What a row is sorted by. `weight` decides most comparisons alone: a number's nearest double (which never turns
// the order of two numbers round), how a text begins, the size of a container.
struct Key
{
    union {
        double number;
        quint64 bits;
    } weight = {.bits = 0};
    json::Value value;
    quint32 item = 0;
    Rank rank = Rank::Missing;
};

char folded(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

// The text of a string in UTF-8; points into the document where nothing is escaped.
QByteArray textOf(const json::Value &value)
{
    const QByteArrayView raw = value.raw();
    if (raw.size() < 2)
        return {};
    return raw.contains('\\') ? value.toString().toUtf8() : QByteArray::fromRawData(raw.data() + 1, raw.size() - 2);
}

quint64 beginningOf(const json::Value &value)
{
    const QByteArray text = textOf(value);
    quint64 bits = 0;
    for (qsizetype i = 0; i < 8; ++i)
        bits = bits << 8U | (i < text.size() ? static_cast<unsigned char>(folded(text[i])) : 0U);
    return bits;
}

std::strong_ordering compareTexts(const QByteArray &a, const QByteArray &b)
{
    return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(), [](char left, char right) {
        return static_cast<unsigned char>(folded(left)) <=> static_cast<unsigned char>(folded(right));
    });
}

Key keyOf(const json::Value &value, quint32 item)
{
    Key key;
    key.value = value;
    key.item = item;
    if (!value.isValid())
        return key;
    switch (value.type()) {
    case json::Type::Null:
        key.rank = Rank::Null;
        break;
    case json::Type::False:
    case json::Type::True:
        key.rank = Rank::Word;
        key.weight.bits = value.type() == json::Type::True ? 1 : 0;
        break;
    case json::Type::Number:
        key.rank = Rank::Number;
        key.weight.number = value.raw().toDouble();
        break;
    case json::Type::String:
        key.rank = Rank::Text;
        key.weight.bits = beginningOf(value);
        break;
    case json::Type::Array:
    case json::Type::Object:
        key.rank = Rank::Container;
        key.weight.bits = quint64(value.count());
        break;
    }
    return key;
}

std::strong_ordering compare(const Key &a, const Key &b)
{
    if (a.rank != b.rank)
        return a.rank <=> b.rank;
    if (a.rank == Rank::Number) {
        if (a.weight.number != b.weight.number)
            return a.weight.number < b.weight.number ? std::strong_ordering::less : std::strong_ordering::greater;
        return json::Decimal(a.value.raw()) <=> json::Decimal(b.value.raw());
    }
    if (a.weight.bits != b.weight.bits || a.rank != Rank::Text)
        return a.weight.bits <=> b.weight.bits;
    return compareTexts(textOf(a.value), textOf(b.value));
}

// Stable, in runs that are merged, so that it can be ended between two of them.
template <typename Before> bool sortInRuns(std::vector<Key> &keys, Before before, json::ParseWatch *watch)
{
    const auto at = [](std::vector<Key> &in, std::size_t place) { return in.begin() + qsizetype(std::min(place, in.size())); };
    for (std::size_t begin = 0; begin < keys.size(); begin += chunk) {
        if (watch && watch->isCancelled)
            return false;
        std::stable_sort(at(keys, begin), at(keys, begin + chunk), before);
    }
    std::vector<Key> merged(keys.size());
    for (std::size_t run = chunk; run < keys.size(); run *= 2) {
        for (std::size_t begin = 0; begin < keys.size(); begin += 2 * run) {
            if (watch && watch->isCancelled)
                return false;
            std::merge(at(keys, begin), at(keys, begin + run), at(keys, begin + run), at(keys, begin + 2 * run),
                at(merged, begin), before);
        }
        keys.swap(merged);
    }
    return true;
}

} // namespace

std::shared_ptr<const TableOrder> orderedBy(const json::Document &document, const TableRows &rows,
    const TableColumn &column, Qt::SortOrder direction, json::ParseWatch *watch)
{
    const TableLocator locator({column});
    std::vector<json::Value> cells;
    std::vector<Key> keys;
    keys.reserve(rows->size());
    for (const quint32 node : *rows) {
        if (watch && keys.size() % chunk == 0) {
            watch->position = qsizetype(keys.size());
            if (watch->isCancelled)
                return {};
        }
        locator.locate(document.value(node), cells);
        keys.push_back(keyOf(cells.front(), quint32(keys.size())));
    }
    const bool isDescending = direction == Qt::DescendingOrder;
    const auto before = [isDescending](const Key &a, const Key &b) {
        const bool isLast = a.rank >= Rank::Null || b.rank >= Rank::Null;
        return isDescending && !isLast ? compare(b, a) < 0 : compare(a, b) < 0;
    };
    if (!sortInRuns(keys, before, watch))
        return {};
    auto order = std::make_shared<TableOrder>();
    order->items.resize(keys.size());
    order->places.resize(keys.size());
    for (std::size_t place = 0; place < keys.size(); ++place) {
        order->items[place] = keys[place].item;
        order->places[keys[place].item] = quint32(place);
    }
    return order;
}

} // namespace actionscope::models
