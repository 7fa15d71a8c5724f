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

QString itemsText(const json::Value &list)
{
    if (!list.isArray())
        return ListFieldEditor::tr("No list yet");
    return list.count() == 1 ? ListFieldEditor::tr("1 item") : ListFieldEditor::tr("%1 items").arg(list.count());
}

QString membersText(const json::Value &object)
{
    return object.count() == 1 ? ListFieldEditor::tr("1 member set")
                               : ListFieldEditor::tr("%1 members set").arg(object.count());
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
        m_summary->setText(tr("%1 of %2 set").arg(node.setCount()).arg(node.fieldCount()));
    else if (node.value.isNull())
        m_summary->setText(QStringLiteral("null"));
    else if (isList)
        m_summary->setText(itemsText(node.value));
    else
        m_summary->setText(node.value.isObject() ? membersText(node.value) : tr("Not set"));
}

} // namespace actionscope::ui
