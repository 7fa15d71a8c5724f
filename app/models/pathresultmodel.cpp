// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/pathresultmodel.h"

#include "app/models/jsontext.h"

#include <algorithm>

namespace actionscope::models {

namespace {

constexpr qsizetype longestPreview = 160;

} // namespace

void PathResultModel::setResults(const json::Document &document, std::shared_ptr<const Nodes> nodes)
{
    beginResetModel();
    m_results = {document, std::move(nodes)};
    m_paths = {};
    endResetModel();
}

json::Value PathResultModel::value(int row) const
{
    return row >= 0 && row < rowCount() ? m_results.document.value((*m_results.nodes)[std::size_t(row)]) : json::Value();
}

int PathResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::min<std::size_t>(m_results.nodes->size(), mostRows));
}

QByteArray PathResultModel::Results::asJson() const
{
    QByteArray text = "[";
    for (const quint32 node : *nodes) {
        if (text.size() > 1)
            text += ",\n";
        text += document.value(node).raw();
    }
    return text + ']';
}

QString PathResultModel::Results::asPaths() const
{
    json::ValuePaths paths;
    QString text;
    for (const quint32 node : *nodes)
        text += paths.pathOf(document.value(node)) + QLatin1Char('\n');
    return text;
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
