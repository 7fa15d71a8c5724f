// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAbstractItemDelegate;
class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QSortFilterProxyModel;
class QStackedWidget;
class QVBoxLayout;

namespace actionscope::ui {

class ThemeService;

// A line that filters, with the list under it or a sentence where nothing matches. Down goes on into the list, Escape
// shows every row again, Enter and a double click open a row; a right click opens the menu of its row without choosing it.
class FilteredList final : public QWidget
{
    Q_OBJECT

public:
    // Its parts are named after `name`: historyListView, historyFilterLineEdit, historyEmptyLabel.
    FilteredList(const ThemeService &theme, const QString &name, QAbstractItemModel *model, int searchRole,
        QWidget *parent = nullptr);

    void setDelegate(QAbstractItemDelegate *delegate);
    void setTitles(const QString &list, const QString &filter, const QString &placeholder);
    // Shows the rows, or `emptyText` where none matches.
    void showMatches(const QString &emptyText);

    [[nodiscard]] QListView *list() const;
    [[nodiscard]] QSortFilterProxyModel *matches() const;
    [[nodiscard]] QString filterText() const;
    // What stands under the filter, above the rows.
    [[nodiscard]] QVBoxLayout *head() const;

Q_SIGNALS:
    void filterChanged();
    void opened(const QModelIndex &index);
    void removalRequested(const QModelIndex &index);
    void menuRequested(const QModelIndex &index, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFilter(const ThemeService &theme, const QString &name);
    void buildList(const QString &name);
    void buildEmptyState(const QString &name);
    [[nodiscard]] bool leaveFilter(int key);
    [[nodiscard]] bool actOnRow(int key);

    QSortFilterProxyModel *m_matches = nullptr;
    QLineEdit *m_filter = nullptr;
    QVBoxLayout *m_head = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_emptyText = nullptr;
    QStackedWidget *m_pages = nullptr;
};

} // namespace actionscope::ui
