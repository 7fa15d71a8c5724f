// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/services/theme.h"

#include <QIcon>
#include <QStyledItemDelegate>

#include <array>

namespace actionscope::ui {

// Draws a row of models::ActionListModel on two lines: the id and what the action does to the world, below it the name
// and the app. What was typed stands out. In a list with stars, a click on the star asks to turn it.
class ActionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Stars { None, Shown };

    ActionDelegate(const ThemeService &theme, Stars stars, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // Where the star of a row stands.
    [[nodiscard]] static QRect starArea(const QRect &row);

Q_SIGNALS:
    void starClicked(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    void paintId(QPainter *painter, QRect line, const QModelIndex &index) const;
    void paintName(QPainter *painter, QRect line, const QModelIndex &index) const;
    void paintStar(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const ThemeService &m_theme;
    Stars m_stars;
    std::array<QIcon, 5> m_effects; // by api::ActionEffect; null where nothing is shown
    QIcon m_star;
    QIcon m_filledStar;
    QIcon m_recent;
};

} // namespace actionscope::ui
