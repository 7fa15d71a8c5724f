// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/matrixdelegate.h"

#include "app/models/matrixmodel.h"

#include <QPainter>

namespace actionscope::ui {

using models::MatrixModel;

MatrixDelegate::MatrixDelegate(const ThemeService &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isOdd = index.data(MatrixModel::IsOddRole).toBool();
    const bool isGood = index.data(MatrixModel::OutcomeRole).toInt() == int(runner::Outcome::Passed);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
    else if (isOdd)
        painter->fillRect(option.rect, m_theme.color(ColorRole::WarnGround));
    painter->setFont(option.font);
    painter->setPen(m_theme.color(isGood ? ColorRole::Good : ColorRole::Bad));
    const QRect area = option.rect.adjusted(spacing::small, 0, -spacing::small, 0);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace actionscope::ui
