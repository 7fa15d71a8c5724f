// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/formmodel.h"

#include "app/models/formvalue.h"

#include <QHash>

#include <algorithm>

// How the rows of a form follow its text.

namespace actionscope::models {

using schema::FieldKind;

namespace {

QHash<QString, json::Value> membersOf(const json::Value &object)
{
    QHash<QString, json::Value> members;
    if (!object.isObject())
        return members;
    members.reserve(object.count());
    for (json::Value member = object.firstChild(); member.isValid(); member = member.nextSibling())
        members.insert(member.key(), member);
    return members;
}

QList<QByteArray> itemsOf(const json::Value &array)
{
    QList<QByteArray> items;
    if (!array.isArray())
        return items;
    for (json::Value item = array.firstChild(); item.isValid(); item = item.nextSibling())
        items.append(item.raw().toByteArray());
    return items;
}

} // namespace

void FormModel::load(FormNode &node)
{
    if (node.isLoaded || !node.mayHaveChildren())
        return;
    node.isLoaded = true;
    insertRowsAt(node, 0, childrenFor(node));
    followUnknown(node);
}

FormNode::Children FormModel::childrenFor(FormNode &node) const
{
    if (node.shown.kind == FieldKind::Array)
        return itemsFrom(node, 0, node.value.isArray() ? node.value.count() : 0);
    FormNode::Children children = memberNodes(m_schema.fieldsOf(node.shown), &node);
    const QHash<QString, json::Value> members = membersOf(node.value);
    std::vector<FormNode *> waiting;
    for (const auto &child : children)
        waiting.push_back(child.get());
    while (!waiting.empty()) {
        FormNode *child = waiting.back();
        waiting.pop_back();
        child->isBehindBreak = node.isBehindBreak;
        for (const auto &below : child->children)
            waiting.push_back(below.get());
        if (child->kind == FormNode::Kind::Group)
            continue;
        child->document = node.document;
        child->value = members.value(child->field.name);
        followVariant(m_schema, *child);
    }
    return children;
}

FormNode::Children FormModel::itemsFrom(FormNode &array, qsizetype first, qsizetype count) const
{
    const schema::Field field = m_schema.itemOf(array.shown);
    FormNode::Children items;
    json::Value value = array.value.at(first);
    for (qsizetype i = 0; i < count; ++i, value = value.nextSibling()) {
        auto item = std::make_unique<FormNode>();
        item->kind = FormNode::Kind::Item;
        item->field = field;
        item->shown = field;
        item->parent = &array;
        item->document = array.document;
        item->value = value;
        followVariant(m_schema, *item);
        items.push_back(std::move(item));
    }
    return items;
}

// Members of the text that no row stands for, in the order of the text.
FormNode::Children FormModel::unknownFor(FormNode &node) const
{
    QSet<QString> known;
    node.collectNames(known);
    FormNode::Children unknown;
    QHash<QString, FormNode *> seen;
    for (json::Value member = node.value.firstChild(); member.isValid() && node.value.isObject();
         member = member.nextSibling()) {
        const QString name = member.key();
        if (known.contains(name))
            continue;
        FormNode *&row = seen[name];
        if (!row) {
            auto fresh = std::make_unique<FormNode>();
            fresh->kind = FormNode::Kind::Unknown;
            fresh->field.name = name;
            fresh->label = name;
            fresh->parent = &node;
            row = fresh.get();
            unknown.push_back(std::move(fresh));
        }
        row->document = node.document;
        row->value = member; // the last of duplicates counts
    }
    return unknown;
}

// True when the value is another one than before, or one below it is.
bool FormModel::follow(FormNode &node, const json::Value &value)
{
    const bool hadValue = node.value.isValid();
    const QList<QByteArray> oldItems
        = node.isLoaded && node.shown.kind == FieldKind::Array ? itemsOf(node.value) : QList<QByteArray>();
    const json::Document oldDocument = node.document; // the rows below still point into it, and so does `old`
    const QByteArrayView old = node.value.raw();
    bool hasChanged = hadValue != value.isValid() || old != value.raw() || node.isBehindBreak;
    node.document = m_document;
    node.value = value;
    node.isBehindBreak = false;
    const bool wasLoaded = node.isLoaded;
    if (followVariant(m_schema, node)) {
        hasChanged = true;
        dropChildren(node);
        node.isLoaded = node.kind == FormNode::Kind::Root;
        if (wasLoaded && node.mayHaveChildren()) {
            node.isLoaded = true;
            insertRowsAt(node, 0, childrenFor(node));
            followUnknown(node);
        }
    } else if (node.isLoaded && node.shown.kind == FieldKind::Array) {
        followItems(node, oldItems);
    } else if (node.isLoaded) {
        followMembers(node, membersOf(value));
        followUnknown(node);
    }
    if (hasChanged && node.parent) {
        m_problems.forget(node);
        Q_EMIT dataChanged(indexOf(node), indexOf(node));
    }
    return hasChanged;
}

bool FormModel::followMembers(FormNode &node, const QHash<QString, json::Value> &members)
{
    bool hasChanged = false;
    for (const auto &child : node.children) {
        if (child->kind == FormNode::Kind::Group) {
            const bool changedBelow = followMembers(*child, members);
            child->isBehindBreak = false;
            if (changedBelow)
                Q_EMIT dataChanged(indexOf(*child), indexOf(*child));
            hasChanged |= changedBelow;
        } else if (child->kind == FormNode::Kind::Member) {
            hasChanged |= follow(*child, members.value(child->field.name));
        }
    }
    return hasChanged;
}

void FormModel::followUnknown(FormNode &node)
{
    FormNode::Children fresh = unknownFor(node);
    const auto isUnknown = [](const auto &child) { return child->kind == FormNode::Kind::Unknown; };
    const auto firstUnknown = std::find_if(node.children.begin(), node.children.end(), isUnknown);
    const auto begin = qsizetype(firstUnknown - node.children.begin());
    // Rows that are gone go; the rest keep their places as long as their order is that of the text.
    for (auto i = qsizetype(node.children.size()) - 1; i >= begin; --i) {
        const QString name = node.children[size_t(i)]->field.name;
        if (std::none_of(fresh.begin(), fresh.end(), [&](const auto &one) { return one->field.name == name; }))
            removeRowsAt(node, i, 1);
    }
    for (size_t i = 0; i < fresh.size(); ++i) {
        const size_t at = size_t(begin) + i;
        const bool isThere = at < node.children.size() && node.children[at]->field.name == fresh[i]->field.name;
        if (isThere) {
            follow(*node.children[at], fresh[i]->value);
            continue;
        }
        const auto later = std::find_if(node.children.begin() + qsizetype(at), node.children.end(),
            [&](const auto &one) { return one->field.name == fresh[i]->field.name; });
        if (later != node.children.end())
            removeRowsAt(node, qsizetype(later - node.children.begin()), 1);
        FormNode::Children one;
        one.push_back(std::move(fresh[i]));
        insertRowsAt(node, qsizetype(at), std::move(one));
    }
}

// Items have no names: those that begin and end alike stay, what is between is changed, added or removed.
void FormModel::followItems(FormNode &array, const QList<QByteArray> &before)
{
    const QList<QByteArray> after = itemsOf(array.value);
    const qsizetype shared = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < shared && before[front] == after[front])
        ++front;
    qsizetype back = 0;
    while (back < shared - front && before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    const qsizetype oldMiddle = before.size() - front - back;
    const qsizetype newMiddle = after.size() - front - back;
    if (oldMiddle == 2 && newMiddle == 2 && before[front] == after[front + 1] && before[front + 1] == after[front]) {
        beginMoveRows(indexOf(array), int(front + 1), int(front + 1), indexOf(array), int(front));
        std::swap(array.children[size_t(front)], array.children[size_t(front) + 1]);
        array.renumber();
        endMoveRows();
    }
    const qsizetype kept = std::min(oldMiddle, newMiddle);
    if (oldMiddle > newMiddle)
        removeRowsAt(array, front + kept, oldMiddle - newMiddle);
    else if (newMiddle > oldMiddle)
        insertRowsAt(array, front + kept, itemsFrom(array, front + kept, newMiddle - oldMiddle));
    json::Value value = array.value.firstChild();
    for (size_t i = 0; i < array.children.size() && value.isValid(); ++i, value = value.nextSibling())
        follow(*array.children[i], value);
}

// The text stops being JSON: what is whole before that place is followed, everything else keeps its last value.
void FormModel::followBroken(FormNode &node, const json::Value &value)
{
    const bool isGroup = node.kind == FormNode::Kind::Group;
    const bool isWhole = value.isValid() && m_break && value.begin() + value.raw().size() <= m_break->offset;
    const bool isFollowed = isWhole && !value.isContainer();
    const bool wasBehind = node.isBehindBreak;
    const bool hasChanged = isFollowed && node.value.raw() != value.raw();
    node.isBehindBreak = !isFollowed;
    if (isFollowed) {
        node.document = m_document;
        node.value = value;
    }
    const QHash<QString, json::Value> members = isGroup ? QHash<QString, json::Value>() : membersOf(value);
    QList<FormNode *> below;
    for (const auto &child : node.children)
        below.append(child.get());
    while (!below.isEmpty()) {
        FormNode *child = below.takeFirst();
        if (child->kind == FormNode::Kind::Group) {
            child->isBehindBreak = true;
            for (const auto &one : child->children)
                below.append(one.get());
        } else {
            followBroken(*child, child->kind == FormNode::Kind::Item ? value.at(child->row) : members.value(child->field.name));
        }
    }
    if ((hasChanged || wasBehind != node.isBehindBreak) && node.parent)
        Q_EMIT dataChanged(indexOf(node), indexOf(node));
}

void FormModel::dropChildren(FormNode &node) { removeRowsAt(node, 0, qsizetype(node.children.size())); }

void FormModel::removeRowsAt(FormNode &node, qsizetype first, qsizetype count)
{
    if (count <= 0)
        return;
    beginRemoveRows(indexOf(node), int(first), int(first + count - 1));
    node.children.erase(node.children.begin() + first, node.children.begin() + first + count);
    node.renumber();
    endRemoveRows();
}

void FormModel::insertRowsAt(FormNode &node, qsizetype first, FormNode::Children fresh)
{
    if (fresh.empty())
        return;
    beginInsertRows(indexOf(node), int(first), int(first + qsizetype(fresh.size()) - 1));
    node.children.insert(node.children.begin() + first, std::make_move_iterator(fresh.begin()),
        std::make_move_iterator(fresh.end()));
    node.renumber();
    endInsertRows();
}

} // namespace actionscope::models
