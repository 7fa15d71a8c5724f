// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QList>

#include <tl/expected.hpp>

namespace actionscope::json {

namespace path {
struct Query;
}

// A path query of RFC 9535, with the functions length, count, match, search and value. Numbers are compared
// by their digits, not as doubles. Where an object has a name twice, `.name` means the last and `.*` all of
// them.
class JsonPath final
{
public:
    // The error's offset counts UTF-16 units of `text`.
    [[nodiscard]] static tl::expected<JsonPath, ParseError> parse(QStringView text);

    // Every value the path leads to, in the order of the standard; the handles belong to root's document.
    // Stops soon after `isCancelled` becomes true, with whatever it has.
    [[nodiscard]] QList<Value> evaluate(
        const Value &root, const std::atomic_bool *isCancelled = nullptr) const;

private:
    explicit JsonPath(std::shared_ptr<const path::Query> query)
        : m_query(std::move(query))
    {
    }

    std::shared_ptr<const path::Query> m_query;
};

} // namespace actionscope::json
