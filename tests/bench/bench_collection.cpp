// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/models/collectiontreemodel.h"
#include "app/storage/requestsummaries.h"
#include "tests/bench/measure.h"

#include <QTemporaryDir>

using namespace actionscope;

// Opens a collection of 10,000 requests: until its tree can be shown, and until every request has been read.
namespace {

constexpr int requestCount = 10'000;
constexpr int perFolder = 100;
constexpr int rounds = 5;
constexpr double allowedMilliseconds = 300;

bool write(const QString &folder)
{
    for (int i = 0; i < requestCount; ++i) {
        const QString path = QStringLiteral("%1/group %2/request %3.action.json").arg(folder).arg(i / perFolder).arg(i);
        const QByteArray text = QByteArrayLiteral(R"({
  "actionscope": 1,
  "actionId": "GITHUB_CREATE_AN_ISSUE",
  "entityId": "default",
  "input": { "owner": "octocat", "repo": "Hello-World", "title": "{{title}}" },
  "expect": [ { "successful": true }, { "path": "$.data.number", "is": "integer" } ],
  "tags": ["smoke"]
}
)");
        if (!writeFileAtomically(path, text, FileAccess::AsUsual))
            return false;
    }
    return true;
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    if (!write(folder.path()))
        return 1;
    storage::Collection collection;
    models::CollectionTreeModel model;
    const double open = bench::bestOf(rounds, [&] {
        collection = storage::readCollection(folder.path()).value_or(storage::Collection());
        model.setCollections({});
        model.setCollections({{collection, {}}});
    });
    storage::RequestSummaries summaries;
    const double read = bench::bestOf(rounds, [&] { summaries = storage::readSummaries(collection); });
    const double follow = bench::bestOf(rounds, [&] { model.setCollections({{collection, summaries}}); });
    if (summaries.size() != requestCount || model.rowCount(model.index(0, 0)) != requestCount / perFolder)
        return 1;
    bench::printRatio("open 10,000 requests, tree included", open, allowedMilliseconds, 1);
    bench::printTime("read all of them, in the background", read);
    bench::printTime("tell the tree", follow);
    return 0;
}
