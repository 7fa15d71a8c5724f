// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/reports/htmlmatrix.h"

#include "app/base/tr.h"
#include "app/runner/matrix.h"

#include <algorithm>
#include <optional>

namespace actionscope::runner {

namespace {

constexpr qsizetype shownRows = 1000;

// The columns, in the order they ended first; none where the run was no matrix.
Result<QStringList> variantsIn(RunLog &log)
{
    QStringList variants;
    const auto read = log.forEach([&](const RunResult &result) {
        if (!result.variant.isEmpty() && !variants.contains(result.variant))
            variants.append(result.variant);
        return !result.variant.isEmpty() || result.attempts == 0;
    });
    return read ? Result<QStringList>(variants) : Result<QStringList>(Failure(read.error()));
}

QString cellOf(const Matrix::Cell &cell, bool isOdd)
{
    if (!cell.isKnown)
        return QStringLiteral("<td></td>");
    const bool isGood = cell.outcome == Outcome::Passed;
    QString text = QStringLiteral("<b class=\"%1\">%2</b>")
                       .arg(isGood ? QStringLiteral("good") : QStringLiteral("bad"), outcomeTitle(cell.outcome).toHtmlEscaped());
    if (cell.status > 0)
        text += QStringLiteral(" · %1").arg(cell.status);
    if (isOdd)
        text += QStringLiteral("<br><b class=\"odd\">%1</b>").arg(Tr::tr("unlike the others").toHtmlEscaped());
    if (!cell.sentence.isEmpty())
        text += QStringLiteral("<br><span class=\"soft\">%1</span>").arg(cell.sentence.toHtmlEscaped());
    return QStringLiteral("<td%1>%2</td>").arg(isOdd ? QStringLiteral(" class=\"marked\"") : QString(), text);
}

QString rowOf(const Matrix &matrix, const QString &path)
{
    const QStringList odd = matrix.oddOnes(path);
    QString row = QStringLiteral("<tr><th>%1</th>").arg(path.toHtmlEscaped());
    for (const QString &variant : matrix.variants())
        row += cellOf(matrix.cell(path, variant), odd.contains(variant));
    return row + QStringLiteral("</tr>\n");
}

} // namespace

Result<QString> matrixTable(RunLog &log)
{
    const auto variants = variantsIn(log);
    if (!variants)
        return Failure(variants.error());
    if (variants->isEmpty())
        return QString();
    Matrix matrix(*variants);
    const auto read = log.forEach([&](const RunResult &result) {
        matrix.add(result);
        return true;
    });
    if (!read)
        return Failure(read.error());
    QString table = QStringLiteral("<h2>%1</h2>\n<div class=\"table\">\n<table class=\"grid\">\n<tr><th>%2</th>")
                        .arg(Tr::tr("Side by side").toHtmlEscaped(), Tr::tr("Request").toHtmlEscaped());
    for (const QString &variant : *variants)
        table += QStringLiteral("<th>%1</th>").arg(variant.toHtmlEscaped());
    table += QStringLiteral("</tr>\n");
    const qsizetype rows = std::min(shownRows, matrix.paths().size());
    for (const QString &path : matrix.paths().first(rows))
        table += rowOf(matrix, path);
    table += QStringLiteral("</table>\n</div>\n");
    if (rows < matrix.paths().size())
        table += QStringLiteral("<p class=\"soft\">%1</p>\n")
                     .arg(Tr::tr("%1 more requests are in the JSON report.").arg(matrix.paths().size() - rows).toHtmlEscaped());
    return table;
}

} // namespace actionscope::runner
