// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace actionscope::models {
class AuthParameterModel;
}

namespace actionscope::ui {

class AuthParameterDelegate;
class JsonEditor;
class ThemeService;

// authConfig in two views of one text: its parameters in a table with base_url and body, and the JSON.
// Neither shows a value unless it is asked for; JSON that the table cannot show is there to be put right.
class AuthConfigPane final : public QWidget
{
    Q_OBJECT

public:
    explicit AuthConfigPane(const ThemeService &theme, QWidget *parent = nullptr);

    [[nodiscard]] JsonEditor *editor() const { return m_editor; }
    // Another text was set.
    void takeDraft();
    void showJson();

private:
    QWidget *buildTable();
    QWidget *buildRest(const ThemeService &theme);
    void takeText();
    void showValues(bool areShown);
    void hideJson();

    models::AuthParameterModel *m_model = nullptr;
    AuthParameterDelegate *m_delegate = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_remove = nullptr;
    QLineEdit *m_baseUrl = nullptr;
    QLineEdit *m_body = nullptr;
    QCheckBox *m_show = nullptr;
    QLabel *m_hidden = nullptr; // in place of the JSON
    JsonEditor *m_editor = nullptr;
};

} // namespace actionscope::ui
