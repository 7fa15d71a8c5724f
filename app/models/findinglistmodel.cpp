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
        return index.column() == PathColumn ? finding.path : finding.sentence;
    case Qt::ToolTipRole:
        return finding.sentence;
    case Qt::AccessibleTextRole:
        if (index.column() == PathColumn) {
            return finding.severity == Finding::Severity::Error ? Tr::tr("Error in %1").arg(finding.path)
                                                                : Tr::tr("Warning for %1").arg(finding.path);
        }
        return finding.sentence;
    case SeverityRole:
        return int(finding.severity);
    default:
        return {};
    }
}

QVariant FindingListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == PathColumn ? Tr::tr("Request") : Tr::tr("What is wrong");
}

} // namespace actionscope::models
