// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/matrixview.h"

#include "app/base/tr.h"
#include "app/cli/texttable.h"

namespace actionscope::cli {

namespace {

QString markOf(const runner::Matrix::Cell &cell)
{
    if (!cell.isKnown)
        return QString();
    switch (cell.outcome) {
    case runner::Outcome::Passed:
        return QStringLiteral("✓");
    case runner::Outcome::Failed:
        return cell.status > 0 && cell.exitClass == 4 ? QStringLiteral("✗ %1").arg(cell.status) : QStringLiteral("✗");
    case runner::Outcome::NotSent:
        return QStringLiteral("!");
    case runner::Outcome::Skipped:
    case runner::Outcome::Cancelled:
        break;
    }
    return QStringLiteral("–");
}

} // namespace

QByteArray matrixText(const runner::Matrix &matrix, const Console::Looks &looks)
{
    TextTable table(QStringList {Tr::tr("Request")} + matrix.variants(), TextTable::Titles::Always);
    for (const QString &path : matrix.paths()) {
        const QStringList odd = matrix.oddOnes(path);
        QList<TextTable::Cell> cells {{path}};
        for (const QString &variant : matrix.variants()) {
            const runner::Matrix::Cell cell = matrix.cell(path, variant);
            const bool isOdd = odd.contains(variant);
            const bool isBad = cell.isKnown && cell.outcome != runner::Outcome::Passed;
            cells.append({markOf(cell) + (isOdd ? QStringLiteral(" ◂") : QString()),
                isBad ? TextTable::Tone::Bad : isOdd ? TextTable::Tone::Warning : TextTable::Tone::Plain});
        }
        table.addRow(cells);
    }
    return table.text(looks);
}

} // namespace actionscope::cli
