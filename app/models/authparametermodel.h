// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"

#include <QAbstractTableModel>

namespace actionscope::models {

// The parameters of an authConfig as a table over its own text. A change is told as the bytes that must
// change; what else stands there stays. Values are shown as dots unless they are asked for.
class AuthParameterModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PlaceColumn, ValueColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setText(const QByteArray &authConfig);
    // The text is blank, or an object whose parameters are objects in an array: the table shows all of it.
    [[nodiscard]] bool isReadable() const { return m_isReadable; }
    // A value or a body that is worth hiding.
    [[nodiscard]] bool holdsSecrets() const;
    void setValuesShown(bool areShown);

    // Another member than the parameters: base_url as text, body as JSON; empty where there is none.
    [[nodiscard]] QString baseUrl() const;
    [[nodiscard]] QByteArray body() const;
    void setBaseUrl(const QString &url); // empty takes it out
    // False where it is no JSON object; empty takes it out.
    bool setBody(const QByteArray &json);
    void addParameter();
    void removeParameter(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // The last in the text first. The new text comes back with setText().
    void edited(const QList<actionscope::json::TextEdit> &edits);

private:
    [[nodiscard]] json::Value parameter(int row) const;
    [[nodiscard]] QString text(int row, int column) const;
    void setMember(const json::Path &path, const QByteArray &json);

    json::Document m_document;
    int m_rows = 0;
    bool m_isReadable = true;
    bool m_areValuesShown = false;
};

} // namespace actionscope::models
