// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/capturehints.h"

#include "app/base/tr.h"

namespace actionscope::runner {

namespace {

QSet<QString> openNames(const RunPlan &plan, int collection, const Variables &variables)
{
    QSet<QString> names;
    for (const PlannedRequest &request : plan.requests) {
        if (request.collection == collection)
            names |= request.names;
    }
    for (const PlannedRequest &request : plan.requests) {
        for (const Capture &capture : request.captures)
            names.remove(capture.name);
    }
    names.removeIf([&](const QString &name) { return variables.find(name) != nullptr; });
    return names;
}

} // namespace

void addCaptureHints(const RunSources &sources, const RunPlan &plan, const QStringList &known, QList<Variables> &variables)
{
    for (int i = 0; i < variables.size() && i < sources.collections.size(); ++i) {
        QSet<QString> open = openNames(plan, i, variables[i]);
        open.removeIf([&](const QString &name) { return known.contains(name); });
        if (open.isEmpty())
            continue;
        const storage::Collection &collection = sources.collections[i];
        for (const storage::CollectionNode *node : storage::requestsBelow(collection.root)) {
            const auto saved = storage::readRequestFile(storage::absolutePath(collection, *node));
            if (!saved || saved->capture.isEmpty())
                continue;
            for (const Capture &capture : readCaptures(saved->capture).captures) {
                if (open.contains(capture.name)) {
                    variables[i].setHint(capture.name,
                        Tr::tr("{{%1}} is captured by %2, which is not part of this run.").arg(capture.name, node->path));
                }
            }
        }
    }
}

} // namespace actionscope::runner
