// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindex.h"

#include <QFrame>

class QLabel;
class QListView;

namespace actionscope::models {
class ActionListModel;
}

namespace actionscope::ui {

class ThemeService;

// The rows under the action field. It never takes the focus: keys go to the field, which moves the choice here.
// A part of the window and not a window of its own, so that it cannot be left behind on the desktop.
class ActionPopup final : public QFrame
{
    Q_OBJECT

public:
    ActionPopup(const ThemeService &theme, QWidget *field);

    void setIndex(const catalog::ActionIndex &index);
    void setSearch(const catalog::ActionSearch &search);
    // Said while there is no catalogue: why, and what to do.
    void setEmptyText(const QString &text);

    // Shows itself under the field, or fits itself to what was found since.
    void showUnderField();
    [[nodiscard]] bool hasRows() const;
    [[nodiscard]] QString firstId() const; // empty where there is none
    // -1 for none, as when nobody would want Enter to take one.
    void setCurrentRow(int row);
    // Stops at the ends; from the first row upwards, none is chosen again.
    void moveBy(int rows);
    [[nodiscard]] int rowsOnPage() const;
    [[nodiscard]] QString currentId() const; // empty where none is chosen

Q_SIGNALS:
    void picked(const QString &actionId);

private:
    void buildList(const ThemeService &theme);
    void buildWords();
    void tellCount();

    QWidget *m_field;
    models::ActionListModel *m_model = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_words = nullptr; // in place of rows
    QLabel *m_count = nullptr;
    QWidget *m_foot = nullptr;
    QString m_emptyText;
};

} // namespace actionscope::ui
