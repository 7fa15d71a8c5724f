// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/formmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace actionscope::ui {

class FormView;
class MessageStrip;
class ThemeService;

// The form with what helps to find one's way in it: a search, two filters, and a word on why it cannot be edited.
class FormPane final : public QWidget
{
    Q_OBJECT

public:
    FormPane(const ThemeService &theme, models::FormModel *model, QWidget *parent = nullptr);

    [[nodiscard]] FormView *view() const { return m_view; }
    void focusSearch();

Q_SIGNALS:
    void breakShown(qsizetype offset); // the person wants to see where the text stops being JSON

private:
    void buildBar(const ThemeService &theme);
    void applyFilter();
    void showHits();
    void showBreak();
    void showProblems();

    models::FormModel *m_model;
    QLineEdit *m_search = nullptr;
    QLabel *m_hits = nullptr;
    QToolButton *m_problems = nullptr;
    QToolButton *m_required = nullptr;
    QToolButton *m_set = nullptr;
    MessageStrip *m_break = nullptr;
    QLabel *m_empty = nullptr;
    FormView *m_view = nullptr;
};

} // namespace actionscope::ui
