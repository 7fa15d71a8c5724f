// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

#include <array>

namespace actionscope::ui {

class ThemeService;

// Draws a row of models::ServedRequestModel on two lines: the verdict's shape and what was asked for, below it when,
// what came of it, the fault that struck, and how long it took.
class ServedRequestDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ServedRequestDelegate(const ThemeService &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTitle(QPainter *painter, const QRect &line, const QModelIndex &index) const;
    void paintDetail(QPainter *painter, const QRect &line, const QModelIndex &index) const;

    const ThemeService &m_theme;
    std::array<QIcon, 6> m_icons; // by verdict
};

} // namespace actionscope::ui
