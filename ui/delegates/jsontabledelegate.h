// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace actionscope::ui {

class ThemeService;

// Draws models::JsonTableModel: monospace, values coloured by their kind; a missing value leaves its cell blank, an
// empty text shows its quotes, null its word.
class JsonTableDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit JsonTableDelegate(const ThemeService &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ThemeService &m_theme;
};

} // namespace actionscope::ui
