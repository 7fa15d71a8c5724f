// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commonoptions.h"
#include "app/runner/datarows.h"
#include "app/runner/matrix.h"
#include "app/runner/reports/report.h"
#include "app/runner/shard.h"

namespace actionscope::cli {

// What stands behind `run`, read and checked as far as can be before anything is sent.
struct RunOptions
{
    CommonOptions common;
    QStringList paths;
    storage::VariableList variables; // --var
    runner::DataRows rows;
    QStringList filesRead; // besides what the paths lead to
    QList<runner::Variant> variants; // --each entity=… and account=…, crossed
    QStringList environments; // --each env=…
    int repeat = 1;
    int jobs = 1;
    runner::Shard shard;
    QStringList tags;
    std::optional<QSet<QString>> onlyPaths; // --failed-in
    QList<runner::ReportTarget> reports;
    bool stopsAtFailure = false;
    bool hasConsent = false;
    bool isCheck = false; // the doctor instead of a run
    bool remembersSchemas = false; // with isCheck
    bool migrates = false; // the same
    bool writesSnapshots = false;

    [[nodiscard]] bool isOutputTaken() const; // a report goes to standard output
};

[[nodiscard]] const QList<Option> &runOnlyOptions();
[[nodiscard]] Result<RunOptions> readRunOptions(const QByteArrayList &words);
// --report KIND=FILE, each checked to be writable.
[[nodiscard]] Result<QList<runner::ReportTarget>> readReports(const Arguments &arguments);

} // namespace actionscope::cli
