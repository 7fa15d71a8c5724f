// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace actionscope::ui {

class ThemeService;

// A row of models::ConnectionListModel: a mark whose shape and colour say whether it can be used, the value,
// and in quiet words the rest.
class ConnectionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ConnectionDelegate(const ThemeService &theme, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ThemeService &m_theme;
};

} // namespace actionscope::ui
