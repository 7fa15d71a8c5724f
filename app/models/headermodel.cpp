// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/headermodel.h"

#include "app/base/tr.h"

namespace actionscope::models {

namespace {

// Header values are Latin-1 by the old rule and UTF-8 in practice.
QString textOf(const QByteArray &bytes)
{
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

} // namespace

void HeaderModel::setHeaders(const api::HeaderList &headers)
{
    beginResetModel();
    m_headers = headers;
    endResetModel();
}

int HeaderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

int HeaderModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HeaderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const api::Header &header = m_headers.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(index.column() == NameColumn ? header.name : header.value);
    return {};
}

QVariant HeaderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? Tr::tr("Name") : Tr::tr("Value");
}

} // namespace actionscope::models
