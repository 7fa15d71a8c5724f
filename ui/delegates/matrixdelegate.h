// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/services/theme.h"

#include <QStyledItemDelegate>

namespace actionscope::ui {

// A cell of a matrix: its outcome in its colour; the odd one out on a ground of its own.
class MatrixDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MatrixDelegate(const ThemeService &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ThemeService &m_theme;
};

} // namespace actionscope::ui
