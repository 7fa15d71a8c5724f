// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace actionscope::models {
class ChangeListModel;
}

namespace actionscope::ui {

// How two texts of JSON differ, place by place, with a choice between the two.
class DifferenceDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Side
    {
        QString title; // "Mine"
        QByteArray json;
    };

    explicit DifferenceDialog(QWidget *parent = nullptr);

    void showDifference(const Side &left, const Side &right);

Q_SIGNALS:
    void leftChosen();
    void rightChosen();

private:
    void buildTexts();
    void showTexts();

    models::ChangeListModel *m_changes;
    QLabel *m_sentence;
    QTableView *m_list;
    QPlainTextEdit *m_leftText = nullptr; // of the row that is chosen, whole
    QPlainTextEdit *m_rightText = nullptr;
    QPushButton *m_left = nullptr;
    QPushButton *m_right = nullptr;
};

} // namespace actionscope::ui
