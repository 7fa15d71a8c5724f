// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/actiondelegate.h"

#include "app/models/actionlistmodel.h"
#include "ui/delegates/effectappearance.h"
#include "ui/delegates/markedtext.h"
#include "ui/services/iconset.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace actionscope::ui {

using models::ActionListModel;

namespace {

constexpr int iconSide = 16;
constexpr int smallIconSide = 12;

QList<catalog::LetterRange> marksOf(const QModelIndex &index, int role)
{
    return index.data(role).value<QList<catalog::LetterRange>>();
}

QRect contentOf(const QRect &row)
{
    return row.adjusted(spacing::medium, spacing::small - 2, -spacing::medium, -(spacing::small - 2));
}

} // namespace

ActionDelegate::ActionDelegate(const ThemeService &theme, Stars stars, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_stars(stars)
    , m_star(themedIcon(theme, QStringLiteral("star"), int(ColorRole::Muted)))
    , m_filledStar(themedIcon(theme, QStringLiteral("star-filled"), int(ColorRole::Accent)))
    , m_recent(themedIcon(theme, QStringLiteral("clock"), int(ColorRole::Muted)))
{
    for (std::size_t effect = 0; effect < m_effects.size(); ++effect) {
        const EffectAppearance appearance = effectAppearance(api::ActionEffect(effect));
        if (!appearance.icon.isEmpty())
            m_effects[effect] = themedIcon(theme, appearance.icon, int(appearance.color));
    }
}

void ActionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    QRect area = contentOf(option.rect);
    if (m_stars == Stars::Shown) {
        paintStar(painter, option, index);
        area.setRight(starArea(option.rect).left() - spacing::hair);
    }
    const int first = QFontMetrics(ThemeService::monospaceFont()).height();
    const int second = QFontMetrics(ThemeService::smallFont()).height();
    paintId(painter, QRect(area.left(), area.top(), area.width(), first), index);
    paintName(painter, QRect(area.left(), area.bottom() + 1 - second, area.width(), second), index);
    painter->restore();
}

void ActionDelegate::paintId(QPainter *painter, QRect line, const QModelIndex &index) const
{
    const bool isDeprecated = index.data(ActionListModel::IsDeprecatedRole).toBool();
    const auto effect = std::size_t(index.data(ActionListModel::EffectRole).toInt());
    if (const QIcon &icon = m_effects[std::min(effect, m_effects.size() - 1)]; !icon.isNull()) {
        const QRect place(line.right() + 1 - iconSide, line.top() + (line.height() - iconSide) / 2, iconSide, iconSide);
        icon.paint(painter, place);
        line.setRight(place.left() - spacing::small);
    }
    QFont font = ThemeService::monospaceFont();
    font.setStrikeOut(isDeprecated);
    const MarkedText id {index.data(ActionListModel::IdRole).toString(), marksOf(index, ActionListModel::IdMarksRole),
        font, m_theme.color(isDeprecated ? ColorRole::Muted : ColorRole::Text), m_theme.color(ColorRole::Accent)};
    id.draw(painter, line);
}

// The name, then the app; on the right what sets the action apart.
void ActionDelegate::paintName(QPainter *painter, QRect line, const QModelIndex &index) const
{
    const QFont font = ThemeService::smallFont();
    const QFontMetrics metrics(font);
    painter->setFont(font);
    const bool isDeprecated = index.data(ActionListModel::IsDeprecatedRole).toBool();
    if (isDeprecated) {
        const QString successor = index.data(ActionListModel::SuccessorRole).toString();
        const QString text = successor.isEmpty() ? tr("Deprecated") : tr("Deprecated · use %1").arg(successor);
        painter->setPen(m_theme.color(ColorRole::Warn));
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            metrics.elidedText(text, Qt::ElideMiddle, line.width()));
        return;
    }
    if (index.data(ActionListModel::IsRecentRole).toBool()) {
        const QRect place(line.right() + 1 - smallIconSide, line.top() + (line.height() - smallIconSide) / 2,
            smallIconSide, smallIconSide);
        m_recent.paint(painter, place);
        line.setRight(place.left() - spacing::small);
    }
    const QString app = index.data(ActionListModel::AppNameRole).toString();
    const QString noAuth = index.data(ActionListModel::IsNoAuthRole).toBool() ? tr(" · no auth") : QString();
    const QString behind = QStringLiteral(" · ") + app + noAuth;
    const int behindWidth = std::min(metrics.horizontalAdvance(behind), line.width() / 2);
    MarkedText name {index.data(ActionListModel::NameRole).toString(), marksOf(index, ActionListModel::NameMarksRole),
        font, m_theme.color(ColorRole::Muted), m_theme.color(ColorRole::Accent)};
    const bool hasName = !name.text.isEmpty();
    QRect nameArea = line;
    nameArea.setWidth(line.width() - behindWidth);
    const int taken = hasName ? name.draw(painter, nameArea) : 0;
    painter->setPen(m_theme.color(ColorRole::Muted));
    line.setLeft(line.left() + taken);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(hasName ? behind : behind.mid(3), Qt::ElideRight, line.width()));
}

void ActionDelegate::paintStar(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect place = starArea(option.rect);
    const QRect icon(place.center() - QPoint(iconSide / 2 - 1, iconSide / 2 - 1), QSize(iconSide, iconSide));
    if (index.data(ActionListModel::IsFavouriteRole).toBool())
        m_filledStar.paint(painter, icon);
    else if (option.state & (QStyle::State_MouseOver | QStyle::State_Selected))
        m_star.paint(painter, icon);
}

QRect ActionDelegate::starArea(const QRect &row)
{
    constexpr int side = 24;
    return {row.right() + 1 - spacing::hair - side, row.top() + (row.height() - side) / 2, side, side};
}

bool ActionDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto type = event->type();
    const bool isOfMouse = type == QEvent::MouseButtonPress || type == QEvent::MouseButtonRelease
        || type == QEvent::MouseButtonDblClick;
    if (m_stars == Stars::None || !isOfMouse)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton || !starArea(option.rect).contains(mouse->position().toPoint()))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    if (type == QEvent::MouseButtonRelease)
        Q_EMIT starClicked(index);
    return true;
}

QSize ActionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = QFontMetrics(ThemeService::monospaceFont()).height()
        + QFontMetrics(ThemeService::smallFont()).height();
    return {160, lines + 2 + 2 * (spacing::small - 2)};
}

} // namespace actionscope::ui
