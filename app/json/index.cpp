// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/index.h"

#include <algorithm>

namespace actionscope::json {

quint32 Index::containerOf(quint32 node) const
{
    const Span *after
        = std::lower_bound(spans.begin(), spans.end(), node, [](const Span &span, quint32 wanted) { return span.node < wanted; });
    if (after == spans.begin())
        return Span::none;
    auto at = quint32(after - spans.begin() - 1);
    while (at != Span::none && spans[at].next <= node)
        at = spans[at].parent;
    return at;
}

std::optional<quint32> Index::lastNodeBefore(qsizetype offset) const
{
    const Node *after = std::upper_bound(
        nodes.begin(), nodes.end(), offset, [](qsizetype wanted, const Node &node) { return wanted < qsizetype(node.begin); });
    if (after == nodes.begin())
        return {};
    return quint32(after - nodes.begin() - 1);
}

} // namespace actionscope::json
