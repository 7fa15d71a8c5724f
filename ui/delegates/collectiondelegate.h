// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

namespace actionscope::ui {

class ThemeService;

// Draws a row of models::CollectionTreeModel: its kind as an icon, the name, and the action behind it where there is
// room. What cannot be used says so by shape and colour.
class CollectionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CollectionDelegate(const ThemeService &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // A row that changes while its name is being typed leaves what was typed alone.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const ThemeService &m_theme;
    QIcon m_collection;
    QIcon m_folder;
    QIcon m_request;
    QIcon m_trouble;
};

} // namespace actionscope::ui
