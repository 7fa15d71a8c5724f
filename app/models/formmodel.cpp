// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/formmodel.h"

#include "app/base/whenready.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <iterator>

namespace actionscope::models {

using schema::FieldKind;

namespace {

bool isBlank(const QByteArray &text)
{
    return (text.startsWith("\xEF\xBB\xBF") ? text.sliced(3) : text).trimmed().isEmpty();
}

} // namespace

FormModel::FormModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<FormNode>())
{
    m_root->isLoaded = true;
}

void FormModel::setSchema(const schema::Schema &schema)
{
    beginResetModel();
    m_schema = schema;
    m_root = std::make_unique<FormNode>();
    m_root->field = schema.rootField();
    m_root->shown = m_root->field;
    m_root->isLoaded = true;
    if (!m_break) {
        m_root->document = m_document;
        m_root->value = m_document.root();
    }
    followVariant(m_schema, *m_root);
    m_root->children = childrenFor(*m_root);
    FormNode::Children unknown = unknownFor(*m_root);
    std::move(unknown.begin(), unknown.end(), std::back_inserter(m_root->children));
    m_root->renumber();
    endResetModel();
}

void FormModel::setText(const QByteArray &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_areProblemsNew = false;
    const int reading = ++m_reading;
    if (text.size() <= largeText) {
        accept(json::Document::parse(text));
        return;
    }
    m_isBehind = true;
    whenReady(QtConcurrent::run([text] { return json::Document::parse(text); }), this,
        [this, reading](const json::Document &document) {
            if (reading == m_reading && m_isBehind)
                accept(document);
        });
}

// An edit is made on the text as it is, never on one that was read a moment ago.
void FormModel::becomeCurrent()
{
    if (m_isBehind)
        accept(json::Document::parse(m_text));
}

void FormModel::accept(const json::Document &document)
{
    const json::Document before = m_document; // what the rows still point into
    m_isBehind = false;
    m_document = document;
    const auto previousBreak = m_break;
    m_break = document.isValid() || isBlank(m_text) ? std::nullopt : document.error();
    if (m_break)
        followBroken(*m_root, document.root());
    else
        follow(*m_root, document.isValid() ? document.root() : json::Value());
    if (m_break != previousBreak)
        Q_EMIT breakChanged();
    Q_EMIT textRead();
}

FormNode *FormModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<FormNode *>(index.internalPointer()) : m_root.get();
}

const FormNode *FormModel::node(const QModelIndex &index) const { return nodeOf(index); }

QModelIndex FormModel::indexOf(const FormNode &node) const
{
    return node.parent ? createIndex(node.row, 0, &node) : QModelIndex();
}

QModelIndex FormModel::indexAt(const json::Path &path)
{
    FormNode *at = m_root.get();
    for (const json::PathStep &step : path) {
        load(*at);
        at = childAt(*at, step);
        if (!at)
            return {};
    }
    return indexOf(*at);
}

// Among the rows that are there, those in groups counted.
FormNode *FormModel::childAt(const FormNode &node, const json::PathStep &step)
{
    QList<const FormNode *> waiting {&node};
    while (!waiting.isEmpty()) {
        for (const auto &child : waiting.takeFirst()->children) {
            if (child->kind == FormNode::Kind::Group)
                waiting.append(child.get());
            else if (child->kind == FormNode::Kind::Item ? child->row == step.position : child->field.name == step.name)
                return child.get();
        }
    }
    return nullptr;
}

QModelIndex FormModel::index(int row, int column, const QModelIndex &parent) const
{
    const FormNode *node = nodeOf(parent);
    if (column != 0 || row < 0 || size_t(row) >= node->children.size())
        return {};
    return createIndex(row, 0, node->children[size_t(row)].get());
}

QModelIndex FormModel::parent(const QModelIndex &child) const
{
    const FormNode *node = nodeOf(child);
    return child.isValid() && node->parent ? indexOf(*node->parent) : QModelIndex();
}

int FormModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int FormModel::columnCount(const QModelIndex &) const { return 1; }

bool FormModel::hasChildren(const QModelIndex &parent) const
{
    const FormNode *node = nodeOf(parent);
    return node->isLoaded ? !node->children.empty() : node->mayHaveChildren();
}

bool FormModel::canFetchMore(const QModelIndex &parent) const
{
    const FormNode *node = nodeOf(parent);
    return !node->isLoaded && node->mayHaveChildren();
}

void FormModel::fetchMore(const QModelIndex &parent) { load(*nodeOf(parent)); }

QVariant FormModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FormNode *node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return node->label;
    case LabelRole:
        return node->kind == FormNode::Kind::Item ? QStringLiteral("[%1]").arg(node->row) : node->label;
    case Qt::ToolTipRole:
        return node->field.description;
    case JsonRole:
        return node->value.raw().toByteArray();
    case StateRole:
        return int(!node->value.isValid() ? State::Unset : node->value.isNull() ? State::Null : State::Value);
    case RequiredRole:
        return node->field.isRequired;
    case MissingRole:
        return isMissing(*node);
    case ProblemRole:
        return problemAt(*node);
    case WarningRole:
        return isOnlyWarned(*node);
    case ProblemsBelowRole:
        return m_problems.countBelow(*node);
    case EditableRole:
        return isEditable(*node);
    case NodeKindRole:
        return int(node->kind);
    case SetCountRole:
        return node->setCount();
    default:
        return {};
    }
}

bool FormModel::isEditable(const FormNode &node) const
{
    if (m_break)
        return !node.isBehindBreak && node.value.isValid() && !node.value.isContainer();
    return !m_root->value.isValid() || m_root->value.isObject();
}

bool FormModel::isMissing(const FormNode &node) const
{
    if (!node.field.isRequired || node.value.isValid())
        return false;
    const FormNode *container = node.container();
    return container && (container->value.isObject() || container->kind == FormNode::Kind::Root || isMissing(*container));
}

} // namespace actionscope::models
