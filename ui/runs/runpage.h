// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/reports/report.h"
#include "app/runner/runcomparison.h"
#include "app/runner/runsummary.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QListWidget;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTableView;
class QTreeView;

namespace actionscope::models {
class MatrixModel;
class RunResultModel;
}

namespace actionscope::ui {

class MessageStrip;
class ReportButton;
class RunBar;
class RunChart;
class RunOptionsBar;
class ThemeService;

// A run of saved requests: how it is to go, how far it is, and what became of each request. Shows what it is told and
// tells what a person wants.
class RunPage final : public QWidget
{
    Q_OBJECT

public:
    enum class State { Ready, Preparing, Running, Over };

    explicit RunPage(const ThemeService &theme, QWidget *parent = nullptr);

    [[nodiscard]] RunOptionsBar *options() const { return m_options; }
    [[nodiscard]] models::RunResultModel *results() const { return m_results; }
    [[nodiscard]] models::MatrixModel *matrix() const { return m_matrix; }
    [[nodiscard]] MessageStrip *strip() const { return m_strip; }

    // Something else is to be run: nothing has been so far.
    void setTarget(const QString &title);
    void setState(State state);
    [[nodiscard]] State state() const { return m_state; }
    void showSummary(const runner::RunSummary &summary, qint64 elapsedMs);
    // Of earlier runs, the newest first.
    void setEarlierRuns(const QStringList &titles);
    void showComparison(const QString &with, const runner::RunComparison &comparison);
    void focusRun();

Q_SIGNALS:
    void runRequested();
    void stopRequested();
    void rerunRequested(); // of what did not pass
    void earlierRunChosen(int place);
    void earlierReportRequested();
    void reportRequested(actionscope::runner::ReportKind kind);
    void resultActivated(qint64 number);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildTools();
    void buildMenus();
    void buildResults();
    void buildComparison();
    void buildGrid();
    void showPage();

    const ThemeService &m_theme;
    models::RunResultModel *m_results;
    models::MatrixModel *m_matrix;
    QLabel *m_title;
    QToolButton *m_close;
    RunOptionsBar *m_options;
    QPushButton *m_run;
    QPushButton *m_rerun;
    QPushButton *m_compare;
    ReportButton *m_report;
    QCheckBox *m_failuresFirst;
    QString m_before; // what stood in the line of progress when a run was begun
    QMenu *m_earlier;
    MessageStrip *m_strip;
    RunBar *m_bar;
    QLabel *m_progress;
    RunChart *m_chart;
    QStackedWidget *m_pages;
    QTreeView *m_list;
    QTableView *m_grid;
    QCheckBox *m_asGrid;
    QLabel *m_empty;
    QLabel *m_compared;
    QListWidget *m_changes;
    QWidget *m_comparison;
    State m_state = State::Ready;
    qint64 m_bad = 0; // requests that did not pass
};

} // namespace actionscope::ui
