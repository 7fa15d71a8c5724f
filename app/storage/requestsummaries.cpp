// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/requestsummaries.h"

namespace actionscope::storage {

RequestSummaries readSummaries(const Collection &collection, const std::atomic_bool *isCancelled)
{
    RequestSummaries summaries;
    const auto requests = requestsBelow(collection.root);
    summaries.reserve(qsizetype(requests.size()));
    for (const CollectionNode *node : requests) {
        if (isCancelled && *isCancelled)
            break;
        const Result<SavedRequest> request = readRequestFile(absolutePath(collection, *node));
        if (request)
            summaries.insert(node->path, {request->request.actionId, request->tags, {}});
        else
            summaries.insert(node->path, {{}, {}, request.error().sentence});
    }
    return summaries;
}

} // namespace actionscope::storage
