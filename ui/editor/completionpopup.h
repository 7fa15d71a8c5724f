// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/completion.h"

#include <QFrame>

class QListWidget;
class QListWidgetItem;

namespace actionscope::ui {

class ThemeService;

// The list of what may be put in, below the word that is typed. Never has the focus: the editor's keys steer it.
class CompletionPopup final : public QFrame
{
    Q_OBJECT

public:
    // More are not shown; a letter more finds them.
    static constexpr qsizetype mostRows = 200;

    CompletionPopup(const ThemeService &theme, const QString &name, QWidget *editor);

    // Below `word`, a rectangle of the screen, or above it where there is no room.
    void showCompletions(const QList<schema::Completion> &completions, const QRect &word);
    // True for a key that was meant for the list: up, down, pages, Return, Tab, Escape.
    bool takeKey(int key);
    [[nodiscard]] static bool wantsKey(int key);

Q_SIGNALS:
    void chosen(const actionscope::schema::Completion &completion);

private:
    void chooseRow(int row);
    void place(const QRect &word);

    QListWidget *m_list;
    QList<schema::Completion> m_completions;
};

} // namespace actionscope::ui
