// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/findinglistmodel.h"

#include "app/base/tr.h"

namespace actionscope::models {

using runner::Finding;

void FindingListModel::setFindings(const QList<workspace::CheckedFinding> &findings)
{
    beginResetModel();
    m_findings = findings;
    endResetModel();
}

int FindingListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_findings.size()); }

int FindingListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant FindingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding &finding = m_findings.at(index.row()).finding;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == LineColumn)
            return finding.place.isKnown() ? QVariant(finding.place.line) : QVariant();
        return index.column() == PathColumn ? finding.path : finding.sentence;
    case Qt::TextAlignmentRole:
        return index.column() == LineColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return withPlace(finding);
    case Qt::AccessibleTextRole:
        if (index.column() == PathColumn) {
            return finding.severity == Finding::Severity::Error ? Tr::tr("Error in %1").arg(finding.path)
                                                                : Tr::tr("Warning for %1").arg(finding.path);
        }
        if (index.column() == LineColumn)
            return finding.place.isKnown() ? Tr::tr("Line %1").arg(finding.place.line) : QString();
        return finding.sentence;
    case SeverityRole:
        return int(finding.severity);
    default:
        return {};
    }
}

QVariant FindingListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == LineColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == LineColumn)
        return Tr::tr("Line");
    return section == PathColumn ? Tr::tr("Request") : Tr::tr("What is wrong");
}

} // namespace actionscope::models
