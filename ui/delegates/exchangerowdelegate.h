// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

#include <array>
#include <optional>

namespace actionscope::ui {

class ThemeService;

// Draws a row that stands for one exchange on two lines: the verdict's shape and a title, below it a detail, what to be
// warned of, and how long it took.
class ExchangeRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // Where the model keeps what is drawn.
    struct Roles
    {
        int verdict = 0; // an api::Verdict as a number
        int title = 0;
        int detail = 0;
        int duration = 0;
        std::optional<int> warning = {};
    };

    ExchangeRowDelegate(const ThemeService &theme, const Roles &roles, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTitle(QPainter *painter, const QRect &line, const QModelIndex &index) const;
    void paintDetail(QPainter *painter, const QRect &line, const QModelIndex &index) const;

    const ThemeService &m_theme;
    Roles m_roles;
    std::array<QIcon, 6> m_icons; // by verdict
};

} // namespace actionscope::ui
