// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/subtreehashes.h"

namespace actionscope::json {

// Which items of two arrays belong together.
struct ItemPair
{
    qsizetype left = -1; // position; -1 where the item is only on the other side
    qsizetype right = -1;
    bool isMoved = false; // stands elsewhere among the items that both have
};

// Items are told apart by an id that all of them have (id, uuid, key, number, name …) or, without one, by what
// they hold; what is left over between two that belong together is paired in its order. In the order of the right
// array; what is only on the left comes where the gap it stood in ends. Time grows with the number of items times its
// logarithm.
[[nodiscard]] std::vector<ItemPair> alignedItems(const std::vector<Value> &left,
    const std::vector<Value> &right, const SubtreeHashes &leftHashes, const SubtreeHashes &rightHashes);

} // namespace actionscope::json
