// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/services/theme.h"

#include <QIcon>
#include <QStyledItemDelegate>

#include <array>

namespace actionscope::ui {

// A row of a run: an icon for what became of it, quiet figures, and the reason in the colour of its outcome.
class RunResultDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RunResultDelegate(const ThemeService &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ThemeService &m_theme;
    std::array<QIcon, 5> m_icons; // by runner::Outcome
};

} // namespace actionscope::ui
