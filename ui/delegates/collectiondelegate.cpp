// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/collectiondelegate.h"

#include "app/models/collectiontreemodel.h"
#include "ui/services/iconset.h"
#include "ui/services/theme.h"

#include <QLineEdit>
#include <QPainter>

namespace actionscope::ui {

using models::CollectionTreeModel;

namespace {

constexpr int iconSide = 16;
constexpr int leastHint = 64; // pixels; a shorter piece of the action's id says nothing

} // namespace

CollectionDelegate::CollectionDelegate(const ThemeService &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_collection(themedIcon(theme, QStringLiteral("collection"), int(ColorRole::Accent)))
    , m_folder(themedIcon(theme, QStringLiteral("folder"), int(ColorRole::Muted)))
    , m_request(themedIcon(theme, QStringLiteral("send"), int(ColorRole::Muted)))
    , m_trouble(themedIcon(theme, QStringLiteral("alert-triangle"), int(ColorRole::Bad)))
{
}

void CollectionDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto kind = CollectionTreeModel::Kind(index.data(CollectionTreeModel::KindRole).toInt());
    const bool hasTrouble = !index.data(CollectionTreeModel::TroubleRole).toString().isEmpty();
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {iconSide, iconSide};
    option->textElideMode = Qt::ElideRight;
    if (hasTrouble) {
        option->icon = m_trouble;
        for (const auto role : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(role, m_theme.color(ColorRole::Bad));
    } else if (kind == CollectionTreeModel::Kind::Request) {
        option->icon = m_request;
    } else {
        option->icon = kind == CollectionTreeModel::Kind::Collection ? m_collection : m_folder;
    }
    if (kind == CollectionTreeModel::Kind::Collection)
        option->font.setWeight(QFont::DemiBold);
}

void CollectionDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString action = index.data(CollectionTreeModel::ActionIdRole).toString();
    if (action.isEmpty())
        return;
    const int name = option.fontMetrics.horizontalAdvance(index.data().toString());
    QRect room = option.rect.adjusted(iconSide + name + spacing::wide, 0, -spacing::small, 0);
    if (room.width() < leastHint)
        return;
    painter->save();
    painter->setFont(ThemeService::smallFont());
    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(action, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize CollectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), std::max(size.height(), option.fontMetrics.height() + spacing::small)};
}

void CollectionDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const auto *name = qobject_cast<const QLineEdit *>(editor);
    if (!name || !name->isModified())
        QStyledItemDelegate::setEditorData(editor, index);
}

} // namespace actionscope::ui
