// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/matrixmodel.h"

#include "app/base/tr.h"
#include "app/models/runresultmodel.h"

namespace actionscope::models {

using runner::Matrix;

void MatrixModel::reset(const QStringList &variants)
{
    beginResetModel();
    m_matrix.emplace(variants);
    m_titles.clear();
    m_odd.clear();
    endResetModel();
}

void MatrixModel::add(const runner::RunResult &result)
{
    if (!m_matrix)
        return;
    const bool isNew = !m_matrix->paths().contains(result.path);
    if (isNew)
        beginInsertColumns({}, columnCount(), columnCount());
    m_matrix->add(result);
    m_titles.insert(result.path, result.name);
    m_odd[result.path] = m_matrix->oddOnes(result.path);
    if (isNew)
        endInsertColumns();
    const int column = int(m_matrix->paths().indexOf(result.path));
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

int MatrixModel::oddCount() const
{
    int count = 0;
    for (const QStringList &odd : m_odd)
        count += int(odd.size());
    return count;
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_matrix ? 0 : int(m_matrix->variants().size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_matrix ? 0 : int(m_matrix->paths().size());
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString path = m_matrix->paths().at(index.column());
    const QString variant = m_matrix->variants().at(index.row());
    const Matrix::Cell cell = m_matrix->cell(path, variant);
    const bool isOdd = m_odd.value(path).contains(variant);
    if (role == IsOddRole)
        return isOdd;
    if (!cell.isKnown)
        return {};
    QString words = cell.status > 0 ? QStringLiteral("%1 · %2").arg(runner::outcomeTitle(cell.outcome)).arg(cell.status)
                                    : runner::outcomeTitle(cell.outcome);
    if (isOdd)
        words = Tr::tr("%1 · unlike the others").arg(words);
    switch (role) {
    case Qt::DisplayRole:
        return words;
    case Qt::ToolTipRole:
        return cell.sentence.isEmpty() && isOdd ? Tr::tr("The answer has another structure than most.") : cell.sentence;
    case OutcomeRole:
        return int(cell.outcome);
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || !m_matrix || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return m_matrix->variants().value(section);
    return m_titles.value(m_matrix->paths().value(section));
}

} // namespace actionscope::models
