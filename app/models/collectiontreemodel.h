// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/collections.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace actionscope::models {

// Open collections as a tree. Follows them by single rows, so that what is unfolded or chosen stays so. A row that is
// dragged or renamed stays where it is until the disk says otherwise.
class CollectionTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { Collection, Folder, Request, Trouble };
    enum Role {
        KindRole = Qt::UserRole, // int of Kind
        PathRole, // absolute
        CollectionRole, // the collection's folder
        ActionIdRole,
        TroubleRole, // a sentence; empty where all is well
        SearchRole, // all words a filter looks at
    };

    explicit CollectionTreeModel(QObject *parent = nullptr);
    ~CollectionTreeModel() override;

    void setCollections(const QList<workspace::OpenCollection> &collections);
    [[nodiscard]] QModelIndex indexOf(const QString &path) const;
    // The children of a folder as collection.json lists them, with what is dropped in front of a row or behind them all.
    [[nodiscard]] QStringList orderWith(const QModelIndex &folder, const QString &dropped, const QString &before) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    bool dropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    void renameRequested(const QString &path, const QString &name);
    // `before` is the path of the row it was dropped in front of; empty for behind them all.
    void moveRequested(const QString &path, const QString &folder, const QString &before);

private:
    struct Item;
    using Items = std::vector<std::unique_ptr<Item>>;

    void synchronize(Item *parent, Items wanted);
    void removeMissing(Item *parent, const Items &wanted);
    void takeOver(Item *item, Item *wanted);
    void renumber(Item *parent, size_t from);
    [[nodiscard]] Item *itemOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexFor(const Item *item) const;
    [[nodiscard]] static std::unique_ptr<Item> itemFor(const workspace::OpenCollection &open);
    static void addChildren(
        Item *item, const workspace::OpenCollection &open, const storage::CollectionNode &node);

    std::unique_ptr<Item> m_root;
};

} // namespace actionscope::models
