// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QTableView>

class QMenu;

namespace actionscope::models {
class JsonTableModel;
}

namespace actionscope::ui {

class ThemeService;

// The table itself: columns that can be sorted, moved, hidden and opened, remembered widths, and its two menus.
class TableView final : public QTableView
{
    Q_OBJECT

public:
    TableView(const ThemeService &theme, models::JsonTableModel *table, QWidget *parent = nullptr);

    // Columns that are not hidden, from left to right.
    [[nodiscard]] QList<int> shownColumns() const;
    // Those of them with a selected cell, and the first and last row that has one.
    struct Chosen
    {
        QList<int> columns;
        int firstRow = 0;
        int lastRow = -1;
    };
    [[nodiscard]] Chosen chosen() const;
    void hideCurrentColumn();
    // Gives each column of a new table its remembered width, or one that fits what is on the screen.
    void fitColumns();
    // Opening, closing, showing and sorting a column.
    void addColumnActions(QMenu *menu, int column);

Q_SIGNALS:
    // Double click or Enter.
    void valueActivated(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHeaders();
    void cycleOrder(int column);
    void showHeaderMenu(const QPoint &at);
    void addHiddenColumns(QMenu *menu);
    void fitColumn(int column);

    models::JsonTableModel *m_table;
    QHash<QString, int> m_widths; // by title, for the session
    bool m_fitting = false;
    bool m_wantsFitting = false; // when it is shown
};

} // namespace actionscope::ui
