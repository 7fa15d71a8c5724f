// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/writtenfiles.h"

#include "app/base/tr.h"

#include <QFileInfo>

#include <algorithm>

namespace actionscope::cli {

namespace {

struct Snapshot
{
    QString request; // that compares with it
    QString path;
};

QList<Snapshot> snapshotsOf(const runner::RunPlan &plan)
{
    QList<Snapshot> snapshots;
    for (const runner::PlannedRequest &planned : plan.requests) {
        if (!planned.saved.expect.contains("unchangedSince"))
            continue;
        for (const runner::Expectation &one : runner::readExpectations(planned.saved.expect).expectations) {
            if (one.kind == runner::ExpectationKind::UnchangedSince)
                snapshots.append({planned.path, runner::snapshotPath(one, planned.folder)});
        }
    }
    return snapshots;
}

bool isSameFile(const QString &left, const QString &right)
{
    const QString real = QFileInfo(left).canonicalFilePath();
    return !real.isEmpty() && real == QFileInfo(right).canonicalFilePath();
}

bool isRead(const QString &path, const RunOptions &options, const runner::RunSources &sources, const QList<Snapshot> &snapshots)
{
    if (storage::isCollectionFile(path))
        return true;
    if (!QFileInfo::exists(path))
        return false;
    QStringList all = options.filesRead;
    for (const Snapshot &snapshot : snapshots)
        all.append(snapshot.path);
    for (const runner::RequestFile &file : sources.files) // which may be a link to something of another name
        all.append(file.folder + QLatin1Char('/') + file.path.section(QLatin1Char('/'), -1));
    return std::any_of(all.cbegin(), all.cend(), [&](const QString &one) { return isSameFile(one, path); });
}

} // namespace

Result<void> checkWritten(const RunOptions &options, const runner::RunSources &sources, const runner::RunPlan &plan)
{
    const QList<Snapshot> snapshots = snapshotsOf(plan);
    if (options.writesSnapshots && !options.isCheck) {
        for (const Snapshot &snapshot : snapshots) {
            if (!storage::isCollectionFile(snapshot.path))
                continue;
            return failure(ErrorCode::InvalidInput,
                Tr::tr("%1 compares with %2, which is a file of the collection itself, so no snapshot can be written there.")
                    .arg(snapshot.request, snapshot.path),
                {}, Tr::tr("Let unchangedSince name a file of its own."));
        }
    }
    for (const runner::ReportTarget &report : options.reports) {
        if (!report.isStandardOutput() && isRead(report.path, options, sources, snapshots)) {
            return failure(ErrorCode::InvalidInput,
                Tr::tr("The report %1 would be written over a file that this run reads.").arg(report.path), {},
                Tr::tr("Name another file."));
        }
    }
    return {};
}

} // namespace actionscope::cli
