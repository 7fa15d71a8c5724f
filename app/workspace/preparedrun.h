// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"
#include "app/runner/datarows.h"
#include "app/runner/requestsource.h"
#include "app/storage/environment.h"

#include <algorithm>
#include <optional>

namespace actionscope::workspace {

// What a person wants to run, and how.
struct RunWish
{
    QStringList paths = {}; // saved requests, folders, collections
    QStringList tags = {}; // only requests with one of these, and what they need
    QString dataFile = {}; // CSV or JSON; empty for none
    int repeat = 1;
    int jobs = 1; // requests at once
    bool stopsAtFailure = false;
    std::optional<QSet<QString>> onlyPaths = {}; // of an earlier run's results: to be run again
    std::optional<storage::SavedRequest> draft = {}; // this one instead of files; `paths` then says where it lies, if anywhere
    // Everything once for each of these, crossed with each other; empty: as the requests say.
    QStringList entities = {};
    QStringList accounts = {};
    QStringList environments = {};

    [[nodiscard]] bool isMatrix() const { return !entities.isEmpty() || !accounts.isEmpty() || !environments.isEmpty(); }
    // How often each request is executed, without data rows.
    [[nodiscard]] qint64 rounds() const
    {
        const auto many = [](const QStringList &names) { return std::max<qint64>(1, names.size()); };
        return repeat * many(entities) * many(accounts) * many(environments);
    }
    bool operator==(const RunWish &) const = default;
};

// What a wish comes to, before anything is sent.
struct PreparedRun
{
    runner::RunSources sources;
    runner::RunPlan plan;
    runner::DataRows rows;
};

// Reads the files; belongs on a worker thread. An error where there is nothing to run, or the data cannot be read.
[[nodiscard]] Result<PreparedRun> prepareRun(const RunWish &wish);

// The collection's part of an environment that is chosen in the window; null where it is not one of its own.
[[nodiscard]] const storage::CollectionEnvironment *environmentOf(
    const storage::Collection &collection, const storage::Environment &chosen);

// What of it does more than read, each with its file, as sentences; empty where no consent is needed.
[[nodiscard]] QStringList touchedBy(
    const runner::RunPlan &plan, const storage::Environment &environment, const catalog::Catalog &catalog);

} // namespace actionscope::workspace
