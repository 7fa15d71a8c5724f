// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QString>

namespace actionscope::runner {

// One of several machines that share a run.
struct Shard
{
    int number = 1; // from 1
    int count = 1;

    [[nodiscard]] bool isWhole() const { return count == 1; }
    // Each number belongs to exactly one shard.
    [[nodiscard]] bool holds(qint64 place) const { return place % count == number - 1; }
    bool operator==(const Shard &) const = default;
};

// "2/3"
[[nodiscard]] Result<Shard> shardFromText(const QString &text);
[[nodiscard]] QString textOf(const Shard &shard); // empty for the whole

} // namespace actionscope::runner
