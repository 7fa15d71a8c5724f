// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/choicefieldeditor.h"

#include "app/models/formvalue.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>

namespace actionscope::ui {

using models::FormNode;

ChoiceFieldEditor::ChoiceFieldEditor(const QString &name, QWidget *parent)
    : FieldEditor(parent)
    , m_choices(new QComboBox(this))
{
    m_choices->setObjectName(name + QStringLiteral(".ComboBox"));
    m_choices->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_choices->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choices);
    setFocusProxy(m_choices);
    connect(m_choices, &QComboBox::activated, this, &ChoiceFieldEditor::onActivated);
}

QWidget *ChoiceFieldEditor::focusTarget() const { return m_choices; }

// The wheel scrolls the form; a value that changes on the way would go unseen.
bool ChoiceFieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_choices && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void ChoiceFieldEditor::showNode(const FormNode &node, bool isEditable)
{
    fill(node);
    m_choices->setEnabled(isEditable);
    const QByteArray json = node.value.raw().toByteArray();
    qsizetype position = json.isEmpty() ? 0 : m_values.indexOf(json, 1);
    for (qsizetype i = 1; position < 0 && i < m_values.size(); ++i) {
        if (models::typedOfJson(m_values[i]) == models::typedOfJson(json) && m_values[i].startsWith('"') == json.startsWith('"'))
            position = i;
    }
    if (position < 0) {
        m_values.append(json);
        m_choices->addItem(QString::fromUtf8(json));
        position = m_values.size() - 1;
    }
    m_choices->setCurrentIndex(int(position));
}

void ChoiceFieldEditor::fill(const FormNode &node)
{
    const schema::Field &field = node.shown;
    const QList<QByteArray> values = QList<QByteArray> {QByteArray()} + field.choices;
    if (m_values.size() >= values.size() && m_values.first(values.size()) == values) {
        while (m_values.size() > values.size()) {
            m_values.removeLast();
            m_choices->removeItem(int(m_values.size()));
        }
        return;
    }
    m_values = values;
    m_choices->clear();
    const bool hasDefault = !field.defaultValue.isEmpty() && field.defaultValue != "null";
    m_choices->addItem(
        hasDefault ? tr("Not set; %1 by default").arg(models::typedOfJson(field.defaultValue)) : tr("Not set"));
    for (const QByteArray &choice : field.choices)
        m_choices->addItem(models::typedOfJson(choice));
}

void ChoiceFieldEditor::onActivated(int position)
{
    const QByteArray json = m_values.value(position);
    if (json.isEmpty())
        Q_EMIT unsetChosen();
    else
        Q_EMIT jsonChosen(json);
}

} // namespace actionscope::ui
