// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/namemeaning.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace actionscope::models {
class VariableListModel;
}

namespace actionscope::ui {

class ThemeService;

// What every {{name}} stands for in the request in front, and where that is set. Stays open beside the window and follows
// it; secrets are not shown.
class VariableListDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit VariableListDialog(const ThemeService &theme, QWidget *parent = nullptr);

    // `collection` is empty where the request belongs to none.
    void showNames(const QString &request, const QString &collection, const QString &environment,
        const QList<workspace::NameMeaning> &meanings);

Q_SIGNALS:
    void editRequested();

private:
    void buildTable(const ThemeService &theme);
    [[nodiscard]] QWidget *buildButtons();

    models::VariableListModel *m_names;
    QSortFilterProxyModel *m_matches;
    QLabel *m_sentence;
    QLineEdit *m_filter;
    QTableView *m_table;
    QPushButton *m_edit = nullptr;
};

} // namespace actionscope::ui
