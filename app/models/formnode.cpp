// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/formnode.h"

#include <QHash>

#include <algorithm>

namespace actionscope::models {

json::Path FormNode::path() const
{
    json::Path path;
    for (const FormNode *node = this; node; node = node->parent) {
        if (node->kind == Kind::Item)
            path.prepend({{}, node->row});
        else if (node->kind == Kind::Member || node->kind == Kind::Unknown)
            path.prepend({node->field.name});
    }
    return path;
}

const FormNode *FormNode::container() const
{
    const FormNode *node = parent;
    while (node && node->kind == Kind::Group)
        node = node->parent;
    return node;
}

bool FormNode::mayHaveChildren() const
{
    if (kind == Kind::Root || kind == Kind::Group)
        return true;
    if (shown.kind == schema::FieldKind::Array)
        return value.isArray() && value.count() > 0;
    return shown.kind == schema::FieldKind::Object;
}

void FormNode::collectNames(QSet<QString> &names) const
{
    for (const auto &child : children) {
        if (child->kind == Kind::Group)
            child->collectNames(names);
        else if (child->kind == Kind::Member)
            names.insert(child->field.name);
    }
}

void FormNode::renumber()
{
    for (size_t i = 0; i < children.size(); ++i)
        children[i]->row = int(i);
}

int FormNode::fieldCount() const
{
    int count = 0;
    for (const auto &child : children)
        count += child->kind == Kind::Group ? child->fieldCount() : 1;
    return count;
}

int FormNode::setCount() const
{
    int count = 0;
    for (const auto &child : children)
        count += child->kind == Kind::Group ? child->setCount() : int(child->value.isValid());
    return count;
}

namespace {

const QLatin1String separator("__");

// How many names begin with each path of groups.
QHash<QString, int> groupSizes(const QList<schema::Field> &fields)
{
    QHash<QString, int> sizes;
    for (const schema::Field &field : fields) {
        QString path;
        const QStringList group = field.group();
        for (const QString &part : group) {
            path += part + separator;
            ++sizes[path];
        }
    }
    return sizes;
}

class Grouping final
{
public:
    Grouping(const QList<schema::Field> &fields, FormNode *parent)
        : m_sizes(groupSizes(fields))
        , m_parent(parent)
    {
        nodes.reserve(size_t(fields.size()));
        for (const schema::Field &field : fields)
            add(field);
    }

    FormNode::Children nodes;

private:
    void add(const schema::Field &field)
    {
        FormNode *group = nullptr;
        QString path; // of groups so far
        QString label; // what is not in the name of a group
        const QStringList parts = field.group();
        for (qsizetype i = 0; i < parts.size(); ++i) {
            path += parts[i] + separator;
            label += parts[i] + separator;
            const int size = m_sizes.value(path);
            // A group of one is none, and one that only holds another is named with it.
            const bool holdsOneGroup = i + 1 < parts.size() && m_sizes.value(path + parts[i + 1] + separator) == size;
            if (size < 2 || holdsOneGroup)
                continue;
            group = groupAt(path, label.chopped(separator.size()), group);
            label.clear();
        }
        auto node = std::make_unique<FormNode>();
        node->kind = FormNode::Kind::Member;
        node->field = field;
        node->shown = field;
        node->label = parts.isEmpty() ? field.name : label + field.name.section(separator, -1);
        append(std::move(node), group);
    }

    FormNode *groupAt(const QString &path, const QString &label, FormNode *above)
    {
        FormNode *&group = m_groups[path];
        if (!group) {
            auto node = std::make_unique<FormNode>();
            node->kind = FormNode::Kind::Group;
            node->label = label;
            node->isLoaded = true;
            group = node.get();
            append(std::move(node), above);
        }
        return group;
    }

    void append(std::unique_ptr<FormNode> node, FormNode *group)
    {
        FormNode::Children &siblings = group ? group->children : nodes;
        node->parent = group ? group : m_parent;
        node->row = int(siblings.size());
        siblings.push_back(std::move(node));
    }

    QHash<QString, int> m_sizes;
    QHash<QString, FormNode *> m_groups;
    FormNode *m_parent;
};

} // namespace

FormNode::Children memberNodes(const QList<schema::Field> &fields, FormNode *parent)
{
    QList<schema::Field> inOrder = fields;
    std::stable_partition(inOrder.begin(), inOrder.end(), [](const schema::Field &field) { return field.isRequired; });
    return std::move(Grouping(inOrder, parent).nodes);
}

bool followVariant(const schema::Schema &schema, FormNode &node)
{
    if (node.field.kind != schema::FieldKind::Variant)
        return false;
    const bool hasSay = node.value.isValid() && !node.value.isNull();
    const qsizetype variant = hasSay ? schema.fittingVariant(node.field, node.value) : node.variant;
    const bool isFirst = node.shown.kind == schema::FieldKind::Variant;
    if (variant == node.variant && !isFirst)
        return false;
    node.variant = variant;
    node.shown = schema.variantOf(node.field, variant);
    // A choice within a choice: its best member stands for it.
    for (int depth = 0; node.shown.kind == schema::FieldKind::Variant && depth < 8; ++depth)
        node.shown = schema.variantOf(node.shown, schema.fittingVariant(node.shown, node.value));
    if (node.shown.kind == schema::FieldKind::Variant)
        node.shown.kind = schema::FieldKind::Free;
    return true;
}

} // namespace actionscope::models
