// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/formmodel.h"

#include "app/json/orderededit.h"
#include "app/json/writer.h"
#include "app/models/formvalue.h"

// Which bytes of the text a changed field needs to change.

namespace actionscope::models {

namespace {

// `json` inside the containers that a path asks for.
QByteArray wrapped(const json::Path &path, const QByteArray &json)
{
    QByteArray text = json;
    for (qsizetype i = path.size() - 1; i >= 0; --i)
        text = path[i].position >= 0 ? '[' + text + ']' : '{' + json::quoted(path[i].name) + ": " + text + '}';
    return text;
}

// Where something that is no container, null mostly, stands in the way, it gives way.
std::optional<json::TextEdit> replacingBlock(const json::Document &document, const json::Path &path, const QByteArray &json)
{
    for (qsizetype depth = 1; depth < path.size(); ++depth) {
        const json::Value value = json::valueAtPath(document, path.first(depth));
        if (!value.isValid())
            return {};
        const bool isOpen = path[depth].position >= 0 ? value.isArray() : value.isObject();
        if (!isOpen)
            return json::settingValue(document, path.first(depth), wrapped(path.sliced(depth), json));
    }
    return {};
}

// The constants that tell a variant from the others.
QByteArray variantStarter(const schema::Schema &schema, const schema::Field &field)
{
    if (field.kind != schema::FieldKind::Object)
        return starterFor(field);
    json::ObjectWriter object;
    const QList<schema::Field> members = schema.fieldsOf(field);
    for (const schema::Field &member : members) {
        if (member.kind == schema::FieldKind::Enum && member.choices.size() == 1)
            object.addRaw(member.name.toUtf8(), member.choices.first());
    }
    return object.finished();
}

} // namespace

QList<json::TextEdit> FormModel::settingJson(const QModelIndex &index, const QByteArray &json)
{
    becomeCurrent();
    const FormNode *node = nodeOf(index);
    if (!isEditable(*node) || node->kind == FormNode::Kind::Group)
        return {};
    std::optional<json::TextEdit> edit;
    if (m_break) {
        edit = json::TextEdit {node->value.begin(), node->value.raw().size(), json};
    } else {
        edit = json::settingValue(m_document, node->path(), json, orderAround(*node));
        if (!edit)
            edit = replacingBlock(m_document, node->path(), json);
    }
    if (!edit)
        return {};
    const json::TextEdit least = narrowed(*edit, m_text);
    return least.length == 0 && least.text.isEmpty() ? QList<json::TextEdit>() : QList<json::TextEdit> {least};
}

// The schema's order of the names among which a new member comes to stand.
QStringList FormModel::orderAround(const FormNode &node) const
{
    if (node.value.isValid())
        return {}; // nothing new
    const FormNode *container = node.container();
    while (container && !container->value.isValid())
        container = container->container();
    QStringList order;
    if (!container || !container->value.isObject())
        return order;
    const QList<schema::Field> fields = m_schema.fieldsOf(container->shown);
    for (const schema::Field &field : fields)
        order.append(field.name);
    return order;
}

QList<json::TextEdit> FormModel::unsetting(const QModelIndex &index)
{
    becomeCurrent();
    const FormNode *node = nodeOf(index);
    if (m_break || node->kind == FormNode::Kind::Root || node->kind == FormNode::Kind::Group)
        return {};
    return json::removingValue(m_document, node->path());
}

QList<json::TextEdit> FormModel::addingItem(const QModelIndex &array)
{
    becomeCurrent();
    const FormNode *node = nodeOf(array);
    if (m_break || node->shown.kind != schema::FieldKind::Array)
        return {};
    const schema::Field item = m_schema.itemOf(node->shown);
    const QByteArray starter
        = item.kind == schema::FieldKind::Variant ? variantStarter(m_schema, m_schema.variantOf(item, 0)) : variantStarter(m_schema, item);
    if (!node->value.isArray())
        return settingJson(array, '[' + starter + ']');
    const auto edit = json::settingValue(m_document, node->path() << json::PathStep {{}, node->value.count()}, starter);
    return edit ? QList<json::TextEdit> {*edit} : QList<json::TextEdit>();
}

QList<json::TextEdit> FormModel::movingItem(const QModelIndex &item, int by)
{
    becomeCurrent();
    const FormNode *node = nodeOf(item);
    if (m_break || node->kind != FormNode::Kind::Item)
        return {};
    const auto edit = json::movingItem(m_document, node->path(), by);
    return edit ? QList<json::TextEdit> {*edit} : QList<json::TextEdit>();
}

QList<json::TextEdit> FormModel::choosingVariant(const QModelIndex &index, qsizetype variant)
{
    becomeCurrent();
    FormNode *node = nodeOf(index);
    if (!isEditable(*node) || variant < 0 || variant >= node->field.variants.size() || variant == node->variant)
        return {};
    const QByteArray starter = variantStarter(m_schema, m_schema.variantOf(node->field, variant));
    if (node->value.isValid())
        return settingJson(index, starter);
    dropChildren(*node);
    node->isLoaded = false;
    node->variant = variant;
    node->shown = node->field;
    followVariant(m_schema, *node);
    Q_EMIT dataChanged(index, index);
    // An object whose constants say which variant it is.
    return starter.startsWith('{') && starter != "{}" ? settingJson(index, starter) : QList<json::TextEdit>();
}

} // namespace actionscope::models
