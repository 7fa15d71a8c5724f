// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runlog.h"
#include "app/runner/runsummary.h"

namespace actionscope::runner {

enum class ReportKind { Junit, Json, Html };

// A report that somebody wants, and where.
struct ReportTarget
{
    ReportKind kind = ReportKind::Json;
    QString path; // "-": standard output

    [[nodiscard]] bool isStandardOutput() const { return path == QLatin1String("-"); }
    bool operator==(const ReportTarget &) const = default;
};

[[nodiscard]] QString suffixOf(ReportKind kind); // ".xml"

// "junit=results.xml"
[[nodiscard]] Result<ReportTarget> reportFromText(const QString &text);

// Whether the report could be written, asked before a run and not after it. Its folder must be there.
[[nodiscard]] Result<void> checkWritable(const ReportTarget &target);

// Whole or not at all; reads the log once or twice and holds none of it.
[[nodiscard]] Result<void> writeReport(const ReportTarget &target, const RunSummary &summary, RunLog &log);

} // namespace actionscope::runner
