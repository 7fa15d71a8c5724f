// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/runresultdelegate.h"

#include "app/models/runresultmodel.h"
#include "ui/services/iconset.h"

#include <QApplication>
#include <QPainter>

namespace actionscope::ui {

using models::RunResultModel;

namespace {

constexpr int iconSide = 16;

struct Appearance
{
    const char *icon;
    ColorRole color;
};

constexpr Appearance appearances[] = {
    {"check-circle", ColorRole::Good},
    {"x-circle", ColorRole::Bad},
    {"slash-circle", ColorRole::Bad},
    {"question-circle", ColorRole::Warn},
    {"stop", ColorRole::Muted},
};

} // namespace

RunResultDelegate::RunResultDelegate(const ThemeService &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
    for (std::size_t i = 0; i < m_icons.size(); ++i)
        m_icons[i] = themedIcon(theme, QLatin1String(appearances[i].icon), int(appearances[i].color));
}

void RunResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const auto outcome = std::min(std::size_t(index.data(RunResultModel::OutcomeRole).toInt()), m_icons.size() - 1);
    QRect area = option.rect.adjusted(spacing::small, 0, -spacing::small, 0);
    ColorRole color = ColorRole::Muted;
    if (index.column() == RunResultModel::TitleColumn) {
        m_icons[outcome].paint(painter, QRect(area.left(), area.center().y() - iconSide / 2 + 1, iconSide, iconSide));
        area.setLeft(area.left() + iconSide + spacing::small);
        color = ColorRole::Text;
    } else if (index.column() == RunResultModel::SentenceColumn) {
        color = appearances[outcome].color;
    }
    painter->save();
    painter->setFont(option.font);
    painter->setPen(m_theme.color(color));
    const QString shown = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width());
    painter->drawText(area, int(item.displayAlignment) | Qt::TextSingleLine, shown);
    painter->restore();
}

QSize RunResultDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int icon = index.column() == RunResultModel::TitleColumn ? iconSide + spacing::small : 0;
    const int width = option.fontMetrics.horizontalAdvance(index.data().toString()) + icon + 2 * spacing::small + spacing::hair;
    return {width, std::max(option.fontMetrics.height(), iconSide) + spacing::small};
}

} // namespace actionscope::ui
