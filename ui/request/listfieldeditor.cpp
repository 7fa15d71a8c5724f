// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/listfieldeditor.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace actionscope::ui {

using models::FormNode;
using schema::FieldKind;

namespace {

int countSet(const FormNode &node)
{
    int count = 0;
    for (const auto &child : node.children)
        count += child->kind == FormNode::Kind::Group ? countSet(*child) : int(child->value.isValid());
    return count;
}

} // namespace

ListFieldEditor::ListFieldEditor(const ThemeService &theme, const QString &name, QWidget *parent)
    : FieldEditor(parent)
    , m_summary(new QLabel(this))
    , m_add(new QToolButton(this))
{
    setLook(m_summary, Look::Muted);
    m_add->setObjectName(name + QStringLiteral(".add.ToolButton"));
    m_add->setText(tr("Add Item"));
    m_add->setIcon(themedIcon(theme, QStringLiteral("plus"), int(ColorRole::Accent)));
    m_add->setIconSize({16, 16});
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setFocusPolicy(Qt::ClickFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::small);
    row->addWidget(m_summary);
    row->addWidget(m_add);
    row->addStretch(1);
    connect(m_add, &QToolButton::clicked, this, &FieldEditor::itemRequested);
}

QWidget *ListFieldEditor::focusTarget() const { return m_add->isVisibleTo(this) ? m_add : nullptr; }

void ListFieldEditor::showNode(const FormNode &node, bool isEditable)
{
    const bool isList = node.shown.kind == FieldKind::Array && node.kind != FormNode::Kind::Group;
    m_add->setVisible(isList);
    m_add->setEnabled(isEditable);
    if (node.kind == FormNode::Kind::Group)
        m_summary->setText(tr("%1 of %2 set").arg(countSet(node)).arg(node.children.size()));
    else if (node.value.isNull())
        m_summary->setText(QStringLiteral("null"));
    else if (isList)
        m_summary->setText(node.value.isArray() ? tr("%n item(s)", nullptr, int(node.value.count())) : tr("No items"));
    else
        m_summary->setText(node.value.isObject() ? tr("%n member(s) set", nullptr, int(node.value.count())) : tr("Not set"));
}

} // namespace actionscope::ui
