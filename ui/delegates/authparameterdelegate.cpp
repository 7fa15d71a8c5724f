// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/authparameterdelegate.h"

#include "app/models/authparametermodel.h"

#include <QComboBox>
#include <QLineEdit>

namespace actionscope::ui {

using models::AuthParameterModel;

QWidget *AuthParameterDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    if (index.column() == AuthParameterModel::PlaceColumn) {
        auto *places = new QComboBox(parent);
        places->setObjectName(QStringLiteral("parameterPlaceComboBox"));
        places->setAccessibleName(name);
        places->addItems({QStringLiteral("header"), QStringLiteral("query")});
        return places;
    }
    auto *field = new QLineEdit(parent);
    field->setObjectName(QStringLiteral("parameterLineEdit"));
    field->setAccessibleName(name);
    if (index.column() == AuthParameterModel::ValueColumn && !m_areValuesShown)
        field->setEchoMode(QLineEdit::Password);
    return field;
}

void AuthParameterDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *places = qobject_cast<QComboBox *>(editor))
        places->setCurrentIndex(std::max(0, places->findText(text)));
    else if (auto *field = qobject_cast<QLineEdit *>(editor); field && field->text() != text)
        field->setText(text);
}

void AuthParameterDelegate::setModelData(
    QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *places = qobject_cast<QComboBox *>(editor))
        model->setData(index, places->currentText());
    else if (const auto *field = qobject_cast<QLineEdit *>(editor))
        model->setData(index, field->text());
}

} // namespace actionscope::ui
