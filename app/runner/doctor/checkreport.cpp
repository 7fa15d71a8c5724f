// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/doctor/checkreport.h"

namespace actionscope::runner {

namespace {

RunResult resultOf(const QString &path, const QList<Finding> &findings)
{
    RunResult result;
    result.path = path;
    result.name = path;
    result.verdict = api::Verdict::Successful;
    QStringList errors;
    for (const Finding &finding : findings) {
        const bool isError = finding.severity == Finding::Severity::Error;
        result.expectations.append(
            {!isError, finding.sentence, complaintName(finding.complaint), finding.place.line, finding.place.column});
        if (isError)
            errors.append(withPlace(finding));
    }
    if (!errors.isEmpty()) {
        result.outcome = Outcome::Failed;
        result.exitClass = 1;
        result.sentence = errors.join(QLatin1Char(' '));
    }
    return result;
}

} // namespace

CheckRecord recordOf(const RunPlan &plan, const QList<Finding> &findings, const RunSummary &head)
{
    CheckRecord record {head, {}};
    QStringList order;
    QHash<QString, QList<Finding>> byFile;
    for (const Finding &finding : findings) {
        if (!byFile.contains(finding.path))
            order.append(finding.path);
        byFile[finding.path].append(finding);
    }
    for (const PlannedRequest &request : plan.requests) {
        RunResult result = resultOf(request.path, byFile.take(request.path));
        result.name = request.saved.name;
        result.actionId = request.saved.request.actionId;
        record.results.append(result);
    }
    for (const QString &path : std::as_const(order)) {
        if (byFile.contains(path))
            record.results.append(resultOf(path, byFile.value(path)));
    }
    record.summary.startedAt = QDateTime::currentDateTimeUtc();
    record.summary.planned = record.results.size();
    for (const RunResult &result : std::as_const(record.results))
        record.summary.add(result);
    return record;
}

} // namespace actionscope::runner
