// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/reports/report.h"
#include "app/workspace/collectioncheck.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace actionscope::models {
class FindingListModel;
}

namespace actionscope::ui {

class MessageStrip;
class ReportButton;
class ThemeService;

// What is wrong with the saved requests of a collection, found without sending one of them.
class CheckPage final : public QWidget
{
    Q_OBJECT

public:
    explicit CheckPage(const ThemeService &theme, QWidget *parent = nullptr);

    void showChecking(const QString &title);
    void showChecked(const workspace::CheckedCollection &checked);
    void showTrouble(const Error &error);
    void showNote(const QString &sentence);

Q_SIGNALS:
    void checkRequested();
    void findingActivated(const actionscope::workspace::CheckedFinding &finding);
    void reportRequested(actionscope::runner::ReportKind kind);
    void migrationRequested(const actionscope::workspace::CheckedFinding &finding);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildList();
    void showDetail();
    [[nodiscard]] workspace::CheckedFinding current() const;

    models::FindingListModel *m_model;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_again;
    ReportButton *m_report;
    MessageStrip *m_strip;
    QStackedWidget *m_pages;
    QTreeView *m_list;
    QLabel *m_empty;
    QLabel *m_detail;
    QPushButton *m_migrate;
};

} // namespace actionscope::ui
