// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/replay.h"
#include "app/workspace/replayterms.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace actionscope::ui {

class HistoryBrowser;
class ReplayDialog;

// Joins the replay dialog to the workspace: says what the chosen place and account come to, sends what was agreed to, as
// often as was agreed to, and keeps every run in the history.
class ReplaySeriesRun final : public QObject
{
    Q_OBJECT

public:
    // `window` is its parent.
    ReplaySeriesRun(const MainWindowParts &parts, HistoryBrowser *history, QWidget *window);

    void open(const workspace::ReplaySource &source);

Q_SIGNALS:
    // Of the last run, to be looked at.
    void answerWanted(const actionscope::workspace::RunRecord &record);
    void comparisonWanted(const QByteArray &recordedBody, const QString &title);
    void failed(const actionscope::Error &error);

private:
    void choose(const QString &environmentName);
    void takeDestination(const Result<executor::Destination> &destination);
    void takeKnown(const catalog::Catalog &known);
    void tell();
    void start();
    void keep(const workspace::RunRecord &record);
    void showAnswer();
    [[nodiscard]] workspace::ReplaySource source() const;
    [[nodiscard]] workspace::ExecutionPlan plan() const;

    MainWindowParts m_parts;
    HistoryBrowser *m_history;
    QWidget *m_window;
    QPointer<ReplayDialog> m_dialog;
    QPointer<workspace::Replay> m_replay;
    workspace::ReplaySource m_recorded;
    storage::Environment m_environment; // that is chosen
    executor::Destination m_destination; // of it
    QString m_obstacle; // why there is no destination
    catalog::Catalog m_known; // of it
    QString m_note; // about an account that was left out
    workspace::RunRecord m_last;
    int m_choice = 0; // tells a place that is chosen from one that was
};

} // namespace actionscope::ui
