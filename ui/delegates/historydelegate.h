// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

#include <array>

namespace actionscope::ui {

class ThemeService;

// Draws a row of models::HistoryModel on two lines: the verdict's shape and the action, below it time and
// duration.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit HistoryDelegate(const ThemeService &theme, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTexts(QPainter *painter, const QRect &area, const QModelIndex &index) const;

    const ThemeService &m_theme;
    std::array<QIcon, 6> m_icons; // by verdict
};

} // namespace actionscope::ui
