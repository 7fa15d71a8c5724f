// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QAbstractItemModel>

#include <deque>

namespace actionscope::models {

// A JSON document as a tree over its own bytes. Children become rows when a view asks for them, in windows,
// so that an array of a million items opens at once. Where there are very many, they stand in groups, so that
// the last one is as near as the first. The members of the outermost object or array are the top rows;
// anything else, and an empty container, is a single row.
class JsonTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, TypeColumn, SizeColumn, ColumnCount };
    enum Role {
        RawRole = Qt::UserRole, // QByteArray: the exact bytes of the value
        TextRole, // QString: a string without its escapes, whole; anything else as it was sent
        KeyRole, // QString: member name, whole; empty for items of an array
        PathRole, // QString: JSONPath, $.data['odd key'][3]
        PointerRole, // QString: JSON pointer, /data/odd key/3
        TypeRole, // int of json::Type
        CountRole, // qlonglong: members or items, rows already or not
        PreviewRole, // QString: how a container begins, on one line
        BeginRole, // qsizetype: where the value begins in the document, bytes
        IsElidedRole, // bool: the text shown is not the whole string
        IsGroupRole, // bool: the row is a stretch of its container's children, and no value of the document
    };
    static constexpr int windowSize = 1000;
    static constexpr int mostUngrouped = 30'000; // children; a view needs a moment for as many rows
    static constexpr int groupSize = 10'000;
    static constexpr int longestShownText = 200; // characters

    using QAbstractItemModel::QAbstractItemModel;

    // May be partial: what could be read is shown.
    void setDocument(const json::Document &document);
    [[nodiscard]] const json::Document &document() const { return m_document; }

    // Where a value of the document stands; makes the rows that lead there. Invalid when it is not of it.
    [[nodiscard]] QModelIndex indexOf(const json::Value &value);

    // The container it is a part of where the row is a group.
    [[nodiscard]] json::Value value(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QAbstractItemModel::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Item
    {
        json::Value value; // of a group: its container
        Item *parent = nullptr;
        int row = 0;
        bool isGroup = false;
        qsizetype first = 0; // of a group: the position of its first child in the container
        qsizetype count = 0; // children, rows already or not
        qsizetype begin = 0; // the bytes; those of a group begin at a name where there is one
        qsizetype end = 0;
        std::vector<Item *> children;
        json::Value nextChild; // the first one that is in no row yet

        [[nodiscard]] bool hasGroups() const { return !isGroup && count > mostUngrouped; }
        [[nodiscard]] int rows() const // that there will be
        {
            return int(hasGroups() ? (count + groupSize - 1) / groupSize : count);
        }
    };

    // Makes rows up to and with `last` in one go.
    void fetchUpTo(const QModelIndex &parent, int last);
    [[nodiscard]] int rowHolding(const QModelIndex &parent, qsizetype offset);
    [[nodiscard]] static int rowOf(const Item &item, qsizetype offset);
    Item *addItem(const json::Value &value, Item *parent);
    void addGroup(Item *parent);
    [[nodiscard]] Item *itemOf(const QModelIndex &index) const;
    [[nodiscard]] QVariant groupData(const Item &group, int column, int role) const;
    [[nodiscard]] QByteArray groupBytes(const Item &group) const;
    [[nodiscard]] QString keyText(const Item &item) const;
    [[nodiscard]] QString pathOf(const Item &item) const;
    [[nodiscard]] QString pointerOf(const Item &item) const;

    json::Document m_document;
    std::deque<Item> m_items; // addresses stay; the first is the invisible root
};

} // namespace actionscope::models
