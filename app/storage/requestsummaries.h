// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/collection.h"

#include <QHash>

#include <atomic>

namespace actionscope::storage {

// What a list tells of a request besides its name.
struct RequestSummary
{
    QString actionId;
    QStringList tags;
    QString trouble; // why the file cannot be used; empty where it can

    bool operator==(const RequestSummary &) const = default;
};

using RequestSummaries = QHash<QString, RequestSummary>; // by CollectionNode::path

// Opens every file: a matter for a worker thread. Stops soon after `isCancelled` becomes true.
[[nodiscard]] RequestSummaries readSummaries(
    const Collection &collection, const std::atomic_bool *isCancelled = nullptr);

} // namespace actionscope::storage
