// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/reports/report.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/runner/reports/htmlreport.h"
#include "app/runner/reports/jsonreport.h"
#include "app/runner/reports/junitreport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cstdio>

namespace actionscope::runner {

namespace {

Result<void> writeTo(QIODevice &file, ReportKind kind, const RunSummary &summary, RunLog &log)
{
    switch (kind) {
    case ReportKind::Junit:
        return writeJunit(file, summary, log);
    case ReportKind::Json:
        return writeJson(file, summary, log);
    case ReportKind::Html:
        break;
    }
    return writeHtml(file, summary, log);
}

// Where a link leads, so that the report takes the place of the file and not of the link.
QString realPath(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? path : real;
}

// A pipe or a device takes what is written; it must not be replaced by a file.
bool isSpecial(const QFileInfo &file) { return file.exists() && !file.isFile() && !file.isDir(); }

Failure unwritable(const QString &path, const QString &why)
{
    return failure(ErrorCode::Unwritable, Tr::tr("The report %1 cannot be written: %2.").arg(path, why));
}

} // namespace

QString suffixOf(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Junit:
        return QStringLiteral(".xml");
    case ReportKind::Json:
        return QStringLiteral(".json");
    case ReportKind::Html:
        break;
    }
    return QStringLiteral(".html");
}

Result<ReportTarget> reportFromText(const QString &text)
{
    const QString kind = text.section(QLatin1Char('='), 0, 0);
    ReportTarget target;
    target.path = text.section(QLatin1Char('='), 1);
    if (kind == QLatin1String("junit"))
        target.kind = ReportKind::Junit;
    else if (kind == QLatin1String("json"))
        target.kind = ReportKind::Json;
    else if (kind == QLatin1String("html"))
        target.kind = ReportKind::Html;
    else
        target.path.clear();
    if (target.path.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("“%1” is no report: it is written junit=FILE, json=FILE or html=FILE.").arg(text));
    }
    return target;
}

Result<void> checkWritable(const ReportTarget &target)
{
    if (target.isStandardOutput())
        return {};
    const QFileInfo file(realPath(target.path));
    if (file.isDir())
        return unwritable(target.path, Tr::tr("it is a folder"));
    if (file.exists() && !file.isWritable())
        return unwritable(target.path, Tr::tr("the file is read-only"));
    if (isSpecial(file))
        return {};
    const QString folder = file.absolutePath();
    if (!QFileInfo(folder).isDir()) // most likely mistyped
        return unwritable(target.path, Tr::tr("there is no folder %1").arg(folder));
    QTemporaryFile probe(folder + QStringLiteral("/.actionscope-XXXXXX"));
    return probe.open() ? Result<void>() : unwritable(target.path, probe.errorString());
}

Result<void> writeReport(const ReportTarget &target, const RunSummary &summary, RunLog &log)
{
    const QString path = realPath(target.path);
    if (target.isStandardOutput() || isSpecial(QFileInfo(path))) {
        QFile output(path);
        const bool isOpen = target.isStandardOutput() ? output.open(stdout, QIODevice::WriteOnly)
                                                      : output.open(QIODevice::WriteOnly);
        if (!isOpen)
            return unwritable(target.path, output.errorString());
        const auto written = writeTo(output, target.kind, summary, log);
        return written && !output.flush() ? unwritable(target.path, output.errorString()) : written;
    }
    Result<void> filled;
    const auto written = writeFileAtomically(path, [&](QIODevice &file) {
        filled = writeTo(file, target.kind, summary, log);
        return filled.has_value();
    });
    // Who writes the file knows its name, and better why that failed.
    return filled || filled.error().code == ErrorCode::Unwritable ? written : filled;
}

} // namespace actionscope::runner
