// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace actionscope::ui {

class ThemeService;

// Draws models::JsonTreeModel: monospace, keys and values coloured by their kind, strings in quotes, and on a
// closed object or array how it begins.
class JsonTreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit JsonTreeDelegate(const ThemeService &theme, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Content
    {
        QString text;
        QColor color;
    };
    [[nodiscard]] Content contentOf(const QModelIndex &index, bool isOpen) const;

    const ThemeService &m_theme;
};

} // namespace actionscope::ui
