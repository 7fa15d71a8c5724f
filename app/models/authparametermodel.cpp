// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/authparametermodel.h"

#include "app/base/tr.h"
#include "app/json/format.h"
#include "app/json/writer.h"

namespace actionscope::models {

namespace {

const json::PathStep parametersStep {QStringLiteral("parameters")};

QString memberName(int column)
{
    switch (column) {
    case AuthParameterModel::NameColumn:
        return QStringLiteral("name");
    case AuthParameterModel::PlaceColumn:
        return QStringLiteral("in");
    default:
        return QStringLiteral("value");
    }
}

bool areObjects(const json::Value &array)
{
    for (json::Value item = array.firstChild(); item.isValid(); item = item.nextSibling()) {
        if (!item.isObject())
            return false;
    }
    return true;
}

} // namespace

void AuthParameterModel::setText(const QByteArray &authConfig)
{
    if (authConfig == m_document.bytes())
        return;
    const json::Document document = json::Document::parse(authConfig);
    const json::Value parameters = document.root().member(u"parameters");
    const bool isBlank = authConfig.trimmed().isEmpty();
    const bool isReadable = isBlank
        || (document.isValid() && document.root().isObject()
            && (!parameters.isValid() || (parameters.isArray() && areObjects(parameters))));
    const int rows = isReadable ? int(parameters.count()) : 0;
    if (rows == m_rows) { // an edit in one cell leaves the others alone, and the one that has the focus
        m_document = document;
        m_isReadable = isReadable;
        if (rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_document = document;
    m_isReadable = isReadable;
    m_rows = rows;
    endResetModel();
}

bool AuthParameterModel::holdsSecrets() const
{
    if (!m_isReadable)
        return false;
    for (int row = 0; row < m_rows; ++row) {
        if (!text(row, ValueColumn).isEmpty())
            return true;
    }
    return !body().isEmpty();
}

void AuthParameterModel::setValuesShown(bool areShown)
{
    m_areValuesShown = areShown;
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, ValueColumn), index(m_rows - 1, ValueColumn));
}

QString AuthParameterModel::baseUrl() const { return m_document.root().member(u"base_url").toString(); }

QByteArray AuthParameterModel::body() const
{
    const json::Value body = m_document.root().member(u"body");
    return body.isValid() && !body.isNull() ? json::minified(body.raw()) : QByteArray();
}

void AuthParameterModel::setBaseUrl(const QString &url)
{
    if (url != baseUrl())
        setMember({{QStringLiteral("base_url")}}, url.isEmpty() ? QByteArray() : json::quoted(url));
}

bool AuthParameterModel::setBody(const QByteArray &json)
{
    if (json == body())
        return true;
    const json::Document document = json::Document::parse(json);
    if (!json.trimmed().isEmpty() && !(document.isValid() && document.root().isObject()))
        return false;
    setMember({{QStringLiteral("body")}}, json.trimmed());
    return true;
}

void AuthParameterModel::addParameter()
{
    setMember({parametersStep, {{}, m_rows}}, R"({"name": "", "in": "header", "value": ""})");
}

void AuthParameterModel::removeParameter(int row)
{
    if (row >= 0 && row < m_rows)
        setMember({parametersStep, {{}, row}}, {});
}

// Without JSON the member is taken out.
void AuthParameterModel::setMember(const json::Path &path, const QByteArray &json)
{
    QList<json::TextEdit> edits;
    if (json.isEmpty())
        edits = json::removingValue(m_document, path);
    else if (const auto edit = json::settingValue(m_document, path, json))
        edits.append(*edit);
    if (!edits.isEmpty())
        Q_EMIT edited(edits);
}

json::Value AuthParameterModel::parameter(int row) const
{
    return m_document.root().member(u"parameters").at(row);
}

// A number, which v3 takes too, as it is spelled.
QString AuthParameterModel::text(int row, int column) const
{
    const json::Value value = parameter(row).member(memberName(column));
    if (!value.isValid() || value.isNull())
        return {};
    return value.isString() ? value.toString() : QString::fromUtf8(value.raw());
}

int AuthParameterModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }

int AuthParameterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AuthParameterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString value = text(index.row(), index.column());
    const bool isHidden = index.column() == ValueColumn && !m_areValuesShown && !value.isEmpty();
    switch (role) {
    case Qt::EditRole:
        return value;
    case Qt::DisplayRole:
        return isHidden ? QString(8, QChar(0x2022)) : value; // no hint of its length
    case Qt::AccessibleTextRole:
        return isHidden ? Tr::tr("hidden") : value;
    default:
        return {};
    }
}

bool AuthParameterModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (value.toString() != text(index.row(), index.column())) {
        setMember({parametersStep, {{}, index.row()}, {memberName(index.column())}},
            json::quoted(value.toString()));
    }
    return true;
}

QVariant AuthParameterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return memberName(section);
}

Qt::ItemFlags AuthParameterModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

} // namespace actionscope::models
