// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/collectiontreemodel.h"

#include "app/base/tr.h"

#include <QHash>
#include <QMimeData>
#include <QSet>

#include <algorithm>

namespace actionscope::models {

namespace {

const QString mimeType = QStringLiteral("application/x-actionscope-path");

} // namespace

struct CollectionTreeModel::Item
{
    Kind kind = Kind::Collection;
    QString name = {};
    QString path = {};
    QString collection = {};
    QString actionId = {};
    QStringList tags = {};
    QString trouble = {};
    Item *parent = nullptr;
    int row = 0;
    Items children = {};

    [[nodiscard]] bool isSameRow(const Item &other) const { return kind == other.kind && path == other.path; }
    [[nodiscard]] bool looksLike(const Item &other) const
    {
        return name == other.name && actionId == other.actionId && tags == other.tags && trouble == other.trouble;
    }
    [[nodiscard]] QString key() const { return QString::number(int(kind)) + path; }
};

CollectionTreeModel::CollectionTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Item>())
{
}

CollectionTreeModel::~CollectionTreeModel() = default;

void CollectionTreeModel::addChildren(
    Item *item, const workspace::OpenCollection &open, const storage::CollectionNode &node)
{
    for (const storage::CollectionNode &child : node.children) {
        auto row = std::make_unique<Item>();
        const bool isFolder = child.kind == storage::CollectionNode::Kind::Folder;
        row->kind = isFolder ? Kind::Folder : Kind::Request;
        row->name = child.name;
        row->path = storage::absolutePath(open.collection, child);
        row->collection = open.collection.folder;
        if (const auto summary = open.summaries.constFind(child.path); summary != open.summaries.cend()) {
            row->actionId = summary->actionId;
            row->tags = summary->tags;
            row->trouble = summary->trouble;
        }
        addChildren(row.get(), open, child);
        item->children.push_back(std::move(row));
    }
}

std::unique_ptr<CollectionTreeModel::Item> CollectionTreeModel::itemFor(const workspace::OpenCollection &open)
{
    auto item = std::make_unique<Item>();
    item->name = open.collection.name;
    item->path = open.collection.folder;
    item->collection = open.collection.folder;
    addChildren(item.get(), open, open.collection.root);
    for (const storage::CollectionTrouble &trouble : open.collection.troubles) {
        auto row = std::make_unique<Item>();
        row->kind = Kind::Trouble;
        row->name = trouble.path.sliced(std::min(trouble.path.size(), open.collection.folder.size() + 1));
        row->path = trouble.path;
        row->collection = open.collection.folder;
        row->trouble = trouble.sentence;
        item->children.push_back(std::move(row));
    }
    return item;
}

void CollectionTreeModel::setCollections(const QList<workspace::OpenCollection> &collections)
{
    Items wanted;
    for (const workspace::OpenCollection &open : collections)
        wanted.push_back(itemFor(open));
    synchronize(m_root.get(), std::move(wanted));
}

void CollectionTreeModel::removeMissing(Item *parent, const Items &wanted)
{
    QSet<QString> keys;
    for (const auto &item : wanted)
        keys.insert(item->key());
    const QModelIndex index = indexFor(parent);
    for (int last = int(parent->children.size()) - 1; last >= 0; --last) {
        if (keys.contains(parent->children[size_t(last)]->key()))
            continue;
        int first = last;
        while (first > 0 && !keys.contains(parent->children[size_t(first - 1)]->key()))
            --first;
        beginRemoveRows(index, first, last);
        parent->children.erase(parent->children.begin() + first, parent->children.begin() + last + 1);
        renumber(parent, size_t(first));
        endRemoveRows();
        last = first;
    }
}

// Row by row from the top: what is in place stays, what stands further down comes up, what is new is put in.
void CollectionTreeModel::synchronize(Item *parent, Items wanted)
{
    removeMissing(parent, wanted);
    QSet<QString> known;
    for (const auto &item : parent->children)
        known.insert(item->key());
    const QModelIndex index = indexFor(parent);
    for (size_t row = 0; row < wanted.size(); ++row) {
        if (!known.contains(wanted[row]->key())) {
            size_t end = row + 1;
            while (end < wanted.size() && !known.contains(wanted[end]->key()))
                ++end;
            beginInsertRows(index, int(row), int(end) - 1);
            parent->children.insert(parent->children.begin() + int(row),
                std::make_move_iterator(wanted.begin() + int(row)), std::make_move_iterator(wanted.begin() + int(end)));
            renumber(parent, row);
            endInsertRows();
            row = end - 1;
            continue;
        }
        const auto from = std::find_if(parent->children.begin() + int(row), parent->children.end(),
            [&](const auto &item) { return item->isSameRow(*wanted[row]); });
        if (const int at = int(from - parent->children.begin()); at != int(row)) {
            beginMoveRows(index, at, at, index, int(row));
            std::rotate(parent->children.begin() + int(row), from, from + 1);
            renumber(parent, row);
            endMoveRows();
        }
        takeOver(parent->children[row].get(), wanted[row].get());
    }
}

void CollectionTreeModel::takeOver(Item *item, Item *wanted)
{
    if (!item->looksLike(*wanted)) {
        item->name = wanted->name;
        item->actionId = wanted->actionId;
        item->tags = wanted->tags;
        item->trouble = wanted->trouble;
        const QModelIndex index = indexFor(item);
        Q_EMIT dataChanged(index, index);
    }
    synchronize(item, std::move(wanted->children));
}

void CollectionTreeModel::renumber(Item *parent, size_t from)
{
    for (size_t row = from; row < parent->children.size(); ++row) {
        Item *item = parent->children[row].get();
        item->row = int(row);
        if (item->parent != parent) { // new here, and so are those below it
            item->parent = parent;
            renumber(item, 0);
        }
    }
}

CollectionTreeModel::Item *CollectionTreeModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
}

QModelIndex CollectionTreeModel::indexFor(const Item *item) const
{
    return item == m_root.get() ? QModelIndex() : createIndex(item->row, 0, item);
}

QModelIndex CollectionTreeModel::indexOf(const QString &path) const
{
    const Item *item = m_root.get();
    while (item->path != path || item == m_root.get()) {
        const auto next = std::find_if(item->children.cbegin(), item->children.cend(), [&](const auto &child) {
            return child->kind != Kind::Trouble
                && (child->path == path || path.startsWith(child->path + QLatin1Char('/')));
        });
        if (next == item->children.cend())
            return {};
        item = next->get();
    }
    return indexFor(item);
}

QStringList CollectionTreeModel::orderWith(
    const QModelIndex &folder, const QString &dropped, const QString &before) const
{
    const Item *parent = itemOf(folder);
    const auto listed = [parent](const QString &path, bool isFolder) {
        const QString relative = path.sliced(parent->collection.size() + 1);
        return isFolder ? relative + QLatin1Char('/')
                        : relative.chopped(QStringView(storage::savedRequestSuffix).size());
    };
    const QString moved = parent->path + QLatin1Char('/') + dropped.section(QLatin1Char('/'), -1);
    const bool isFolder = !moved.endsWith(QStringView(storage::savedRequestSuffix));
    QStringList order;
    bool isPlaced = false;
    for (const auto &child : parent->children) {
        if (child->kind == Kind::Trouble)
            continue;
        if (child->path == before) {
            order.append(listed(moved, isFolder));
            isPlaced = true;
        }
        if (child->path != dropped)
            order.append(listed(child->path, child->kind == Kind::Folder));
    }
    if (!isPlaced)
        order.append(listed(moved, isFolder));
    return order;
}

QModelIndex CollectionTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, itemOf(parent)->children[size_t(row)].get());
}

QModelIndex CollectionTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexFor(itemOf(child)->parent) : QModelIndex();
}

int CollectionTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(itemOf(parent)->children.size());
}

int CollectionTreeModel::columnCount(const QModelIndex &) const { return 1; }

QVariant CollectionTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &item = *itemOf(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return item.name;
    case Qt::ToolTipRole: {
        QStringList lines {item.path};
        for (const QString &line : {item.actionId, item.tags.join(QLatin1String(", ")), item.trouble}) {
            if (!line.isEmpty())
                lines.append(line);
        }
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole:
        return item.trouble.isEmpty() ? item.name : Tr::tr("%1, cannot be used: %2").arg(item.name, item.trouble);
    case KindRole:
        return int(item.kind);
    case PathRole:
        return item.path;
    case CollectionRole:
        return item.collection;
    case ActionIdRole:
        return item.actionId;
    case TroubleRole:
        return item.trouble;
    case SearchRole:
        return QStringList {item.name, item.actionId, item.tags.join(QLatin1Char(' '))}.join(QLatin1Char('\n'));
    default:
        return {};
    }
}

bool CollectionTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || value.toString() == itemOf(index)->name)
        return false;
    Q_EMIT renameRequested(itemOf(index)->path, value.toString());
    return false; // not yet
}

Qt::ItemFlags CollectionTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    switch (itemOf(index)->kind) {
    case Kind::Collection:
        return plain | Qt::ItemIsDropEnabled;
    case Kind::Folder:
        return plain | Qt::ItemIsDropEnabled | Qt::ItemIsDragEnabled | Qt::ItemIsEditable;
    case Kind::Request:
        return plain | Qt::ItemIsDragEnabled | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
    case Kind::Trouble:
        return plain | Qt::ItemNeverHasChildren;
    }
    return plain;
}

QStringList CollectionTreeModel::mimeTypes() const { return {mimeType}; }

QMimeData *CollectionTreeModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeType, itemOf(indexes.first())->path.toUtf8());
    return data;
}

bool CollectionTreeModel::canDropMimeData(
    const QMimeData *data, Qt::DropAction action, int, int, const QModelIndex &parent) const
{
    if (!parent.isValid() || action != Qt::MoveAction || !data->hasFormat(mimeType))
        return false;
    const QString path = QString::fromUtf8(data->data(mimeType));
    const Item *folder = itemOf(parent);
    const bool isFolder = folder->kind == Kind::Collection || folder->kind == Kind::Folder;
    return isFolder && folder->path != path && !folder->path.startsWith(path + QLatin1Char('/'));
}

bool CollectionTreeModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const Item *folder = itemOf(parent);
    const bool isBefore = row >= 0 && size_t(row) < folder->children.size();
    const QString before = isBefore ? folder->children[size_t(row)]->path : QString();
    const QString path = QString::fromUtf8(data->data(mimeType));
    if (path != before)
        Q_EMIT moveRequested(path, folder->path, before);
    return false; // the view would take the row away
}

} // namespace actionscope::models
