// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace actionscope::ui {

class ThemeService;

// A row of the completion list: what is put in, in monospace, then its title, and its type at the right edge.
class CompletionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { TypeRole = Qt::UserRole, TitleRole };

    CompletionDelegate(const ThemeService &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ThemeService &m_theme;
};

} // namespace actionscope::ui
