// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/jsontreemodel.h"

#include "app/base/tr.h"
#include "app/json/pathtext.h"
#include "app/models/jsontext.h"
#include "app/models/readable.h"

#include <QLocale>

#include <algorithm>

namespace actionscope::models {

namespace {

constexpr qsizetype longestPreview = 160; // bytes
constexpr int groupWindow = 10; // groups counted out in one go

QString shownValue(const json::Value &value)
{
    if (value.isContainer())
        return value.count() > 0 ? QString()
                                 : (value.isObject() ? QStringLiteral("{}") : QStringLiteral("[]"));
    const ShortText text = shortText(value, JsonTreeModel::longestShownText);
    return text.isElided ? text.text + QChar(0x2026) : text.text;
}

QString wholeText(const json::Value &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(value.raw());
}

} // namespace

void JsonTreeModel::setDocument(const json::Document &document)
{
    beginResetModel();
    m_items.clear();
    m_document = document;
    const json::Value root = document.root();
    if (root.isContainer() && root.count() > 0) {
        addItem(root, nullptr);
    } else if (root.isValid()) {
        Item *invisible = addItem({}, nullptr);
        invisible->count = 1;
        addItem(root, invisible);
    }
    endResetModel();
}

JsonTreeModel::Item *JsonTreeModel::addItem(const json::Value &value, Item *parent)
{
    Item &item = m_items.emplace_back();
    item.value = value;
    item.parent = parent;
    if (value.isValid()) {
        item.count = value.count();
        item.begin = value.begin();
        item.end = item.begin + value.raw().size();
        item.nextChild = value.firstChild();
    }
    if (parent) {
        item.row = int(parent->children.size());
        parent->children.push_back(&item);
    }
    return &item;
}

// Of the children that come next.
void JsonTreeModel::addGroup(Item *parent)
{
    Item &group = m_items.emplace_back();
    group.value = parent->value;
    group.parent = parent;
    group.isGroup = true;
    group.row = int(parent->children.size());
    group.first = qsizetype(group.row) * groupSize;
    group.nextChild = parent->nextChild;
    group.begin = group.nextChild.hasKey() ? group.nextChild.rawKey().data() - m_document.bytes().constData()
                                           : group.nextChild.begin();
    json::Value last;
    for (; group.count < groupSize && parent->nextChild.isValid(); ++group.count) {
        last = parent->nextChild;
        parent->nextChild = last.nextSibling();
    }
    group.end = last.begin() + last.raw().size();
    parent->children.push_back(&group);
}

JsonTreeModel::Item *JsonTreeModel::itemOf(const QModelIndex &index) const
{
    if (index.isValid())
        return static_cast<Item *>(index.internalPointer());
    return m_items.empty() ? nullptr : const_cast<Item *>(&m_items.front());
}

QModelIndex JsonTreeModel::indexOf(const json::Value &value)
{
    QModelIndex at;
    for (Item *item = itemOf({}); item;) {
        const int row = rowHolding(at, value.begin());
        if (row < 0)
            return {};
        item = item->children[std::size_t(row)];
        at = createIndex(row, 0, item);
        if (!item->isGroup && item->value == value)
            return at;
    }
    return {};
}

// The row whose bytes hold `offset`, made where it was none yet; -1 where none does.
int JsonTreeModel::rowHolding(const QModelIndex &parent, qsizetype offset)
{
    const Item *item = itemOf(parent);
    if (item->hasGroups()) {
        while (item->nextChild.isValid() && item->nextChild.begin() <= offset)
            fetchMore(parent);
    }
    const int row = rowOf(*item, offset);
    fetchUpTo(parent, row);
    return row;
}

int JsonTreeModel::rowOf(const Item &item, qsizetype offset)
{
    const auto behind = std::upper_bound(item.children.begin(), item.children.end(), offset,
        [](qsizetype wanted, const Item *child) { return wanted < child->begin; });
    if (behind != item.children.begin() && offset < (*std::prev(behind))->end)
        return int(behind - item.children.begin()) - 1;
    if (item.hasGroups())
        return -1;
    int row = int(item.children.size());
    for (json::Value child = item.nextChild; row < item.rows() && child.isValid() && child.begin() <= offset;
         child = child.nextSibling(), ++row) {
        if (offset < child.begin() + child.raw().size())
            return row;
    }
    return -1;
}

json::Value JsonTreeModel::value(const QModelIndex &index) const
{
    return index.isValid() ? itemOf(index)->value : json::Value();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, itemOf(parent)->children[std::size_t(row)]);
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    Item *above = itemOf(child)->parent;
    return above && above->parent ? createIndex(above->row, 0, above) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    const Item *item = itemOf(parent);
    return item && parent.column() <= 0 ? int(item->children.size()) : 0;
}

int JsonTreeModel::columnCount(const QModelIndex &) const { return ColumnCount; }

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    const Item *item = itemOf(parent);
    return item && parent.column() <= 0 && item->count > 0;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Item *item = itemOf(parent);
    return item && parent.column() <= 0 && item->nextChild.isValid()
        && int(item->children.size()) < item->rows();
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const Item *item = itemOf(parent);
    const int window = item->hasGroups() ? groupWindow : windowSize;
    fetchUpTo(parent, std::min(item->rows(), int(item->children.size()) + window) - 1);
}

void JsonTreeModel::fetchUpTo(const QModelIndex &parent, int last)
{
    Item *item = itemOf(parent);
    const int first = int(item->children.size());
    if (last < first)
        return;
    beginInsertRows(parent, first, last);
    item->children.reserve(std::size_t(last) + 1);
    for (int row = first; row <= last && item->nextChild.isValid(); ++row) {
        if (item->hasGroups()) {
            addGroup(item);
        } else {
            const json::Value child = item->nextChild;
            item->nextChild = child.nextSibling();
            addItem(child, item);
        }
    }
    endInsertRows();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = *itemOf(index);
    if (item.isGroup)
        return groupData(item, index.column(), role);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == KeyColumn)
            return keyText(item);
        if (index.column() == SizeColumn)
            return sizeText(item.value.raw().size());
        return index.column() == ValueColumn ? shownValue(item.value)
                                             : typeText(item.value, longestShownText);
    case Qt::ToolTipRole:
        return pathOf(item);
    case RawRole:
        return item.value.raw().toByteArray();
    case TextRole:
        return wholeText(item.value);
    case KeyRole:
        return item.value.key();
    case PathRole:
        return pathOf(item);
    case PointerRole:
        return pointerOf(item);
    case TypeRole:
        return int(item.value.type());
    case CountRole:
        return qlonglong(item.value.count());
    case PreviewRole:
        return item.value.isContainer() ? containerPreview(item.value, longestPreview) : QString();
    case BeginRole:
        return QVariant::fromValue(item.value.begin());
    case IsElidedRole:
        return item.value.isString() && shortText(item.value, longestShownText).isElided;
    default:
        return {};
    }
}

QVariant JsonTreeModel::groupData(const Item &group, int column, int role) const
{
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
        if (column == KeyColumn)
            return Tr::tr("%1 … %2", "Positions of the first and last of many items")
                .arg(locale.toString(group.first), locale.toString(group.first + group.count - 1));
        if (column == SizeColumn)
            return sizeText(group.end - group.begin);
        return column == TypeColumn ? countText(group.value, group.count) : QString();
    case Qt::ToolTipRole:
    case PathRole:
        return pathOf(group);
    case PointerRole:
        return pointerOf(group);
    case RawRole:
        return groupBytes(group);
    case TextRole:
        return QString::fromUtf8(groupBytes(group));
    case TypeRole:
        return int(group.value.type());
    case CountRole:
        return qlonglong(group.count);
    case BeginRole:
        return QVariant::fromValue(group.begin);
    case IsGroupRole:
        return true;
    default:
        return {};
    }
}

// A container of its own that holds this stretch.
QByteArray JsonTreeModel::groupBytes(const Item &group) const
{
    const char *brackets = group.value.isArray() ? "[]" : "{}";
    return brackets[0] + m_document.bytes().mid(group.begin, group.end - group.begin) + brackets[1];
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn:
        return Tr::tr("Key");
    case ValueColumn:
        return Tr::tr("Value");
    case SizeColumn:
        return Tr::tr("Size");
    case TypeColumn:
        return Tr::tr("Type");
    default:
        return {};
    }
}

// Items of an array go by their position.
QString JsonTreeModel::keyText(const Item &item) const
{
    if (item.value.hasKey())
        return item.value.key();
    return item.parent->value.isArray() ? QString::number(item.parent->first + item.row) : QStringLiteral("$");
}

QString JsonTreeModel::pathOf(const Item &item) const
{
    QString path;
    if (item.isGroup && item.value.isArray())
        path = QStringLiteral("[%1:%2]").arg(item.first).arg(item.first + item.count);
    for (const Item *step = &item; step->parent; step = step->parent) {
        if (step->isGroup)
            continue;
        if (step->value.hasKey())
            path.prepend(json::pathStep(step->value.key()));
        else if (step->parent->value.isArray())
            path.prepend(QStringLiteral("[%1]").arg(step->parent->first + step->row));
    }
    return QLatin1Char('$') + path;
}

QString JsonTreeModel::pointerOf(const Item &item) const
{
    QString pointer;
    for (const Item *step = &item; step->parent; step = step->parent) {
        if (step->isGroup)
            continue;
        if (step->value.hasKey())
            pointer.prepend(QLatin1Char('/') + json::pointerStep(step->value.key()));
        else if (step->parent->value.isArray())
            pointer.prepend(QStringLiteral("/%1").arg(step->parent->first + step->row));
    }
    return pointer;
}

} // namespace actionscope::models
