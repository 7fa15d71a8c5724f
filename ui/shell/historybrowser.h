// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/replaysource.h"
#include "app/workspace/workspace.h"

#include <QObject>

namespace actionscope::ui {

class HistoryPanel;
class MessageBox;

// Joins the history panel to the history itself: lists it, brings a run back, removes one after asking.
class HistoryBrowser final : public QObject
{
    Q_OBJECT

public:
    // All of it outlives the browser; `panel` is its parent.
    HistoryBrowser(HistoryPanel *panel, storage::History *history, workspace::Workspace *workspace,
        MessageBox *messageBox);

    // Reads the newest runs and shows them.
    void list();
    // A run that just ended and was written.
    void add(const workspace::RunRecord &record);
    // What a run is called where it stands beside another.
    [[nodiscard]] static QString titleOf(const storage::HistoryEntry &entry);

Q_SIGNALS:
    void runRecalled(const actionscope::workspace::RunRecord &record);
    void draftRecalled(const actionscope::storage::Draft &draft);
    // The answer of a run, to compare the shown one with, and what it is called.
    void comparisonRecalled(const QByteArray &body, const QString &title);
    // A run that shall be sent again and held against this recording.
    void replayRecalled(const actionscope::storage::Draft &draft, const QByteArray &body, const QString &title);
    // A run that shall be sent again on terms that are still to be named.
    void seriesRecalled(const actionscope::workspace::ReplaySource &source);
    void countChanged(int count);
    void failed(const actionscope::Error &error);

private:
    void recall(const QString &id);
    void load(const QString &id);
    void recallForComparison(const QString &id);
    void recallForReplay(const QString &id);
    void recallForSeries(const QString &id);
    void askToRemove(const QString &id);
    void remove(const QString &id);
    void setCount(int count);

    HistoryPanel *m_panel;
    storage::History *m_history;
    workspace::Workspace *m_workspace;
    MessageBox *m_messageBox;
    QString m_wanted; // the run asked for last; an older answer that comes late is dropped
    int m_count = 0;
};

} // namespace actionscope::ui
