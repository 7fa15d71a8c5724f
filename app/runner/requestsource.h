// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runplan.h"
#include "app/storage/collection.h"

namespace actionscope::runner {

// What the words behind `run` come to.
struct RunSources
{
    QString title; // for reports
    QList<RequestFile> files; // in the order they run, each once; those that cannot be read are among them
    QList<storage::Collection> collections; // RequestFile::collection counts them
    QList<storage::CollectionTrouble> doubts; // about files that can be used all the same; with paths as the files have them
};

// Each path is a saved request, a folder or a collection. A folder inside a collection has its order and variables. An
// error where a path leads nowhere or to no request at all; what else is wrong belongs to its file.
[[nodiscard]] Result<RunSources> findSources(const QStringList &paths);

} // namespace actionscope::runner
