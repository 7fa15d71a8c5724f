// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/pathresultmodel.h"

#include "app/models/jsontext.h"

namespace actionscope::models {

namespace {

constexpr qsizetype longestPreview = 160;

} // namespace

void PathResultModel::setResults(const json::Document &document, std::vector<quint32> nodes)
{
    beginResetModel();
    m_document = document;
    m_nodes = std::move(nodes);
    m_paths = {};
    endResetModel();
}

json::Value PathResultModel::value(int row) const
{
    return row >= 0 && row < rowCount() ? m_document.value(m_nodes[std::size_t(row)]) : json::Value();
}

int PathResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_nodes.size());
}

int PathResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PathResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const json::Value shown = value(index.row());
    if (index.column() == PathColumn || role == Qt::ToolTipRole)
        return m_paths.pathOf(shown);
    if (shown.isContainer())
        return containerPreview(shown, longestPreview);
    const ShortText text = shortText(shown, longestPreview);
    return text.isElided ? text.text + QChar(0x2026) : text.text;
}

} // namespace actionscope::models
