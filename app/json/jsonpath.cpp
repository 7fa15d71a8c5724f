// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/jsonpath.h"

#include "app/json/jsonpathevaluator.h"
#include "app/json/jsonpathparser.h"

namespace actionscope::json {

tl::expected<JsonPath, ParseError> JsonPath::parse(QStringView text)
{
    auto query = path::PathParser(text).run();
    if (!query)
        return tl::unexpected(query.error());
    return JsonPath(std::make_shared<const path::Query>(std::move(*query)));
}

QList<Value> JsonPath::evaluate(const Value &root, const std::atomic_bool *isCancelled) const
{
    return root.isValid() ? path::PathEvaluator(root, isCancelled).run(*m_query, root) : QList<Value>();
}

} // namespace actionscope::json
