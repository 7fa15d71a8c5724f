// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/replaying.h"

#include "app/workspace/workspace.h"
#include "ui/request/requestpage.h"
#include "ui/shell/answerkeeper.h"
#include "ui/shell/guardedexecution.h"
#include "ui/shell/historybrowser.h"
#include "ui/shell/replayseriesrun.h"
#include "ui/shell/requestpaste.h"
#include "ui/shell/runhandout.h"

#include <QWidget>

namespace actionscope::ui {

Replaying::Replaying(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
{
    const auto forget = [this] { m_recording.reset(); };
    connect(parts.history, &HistoryBrowser::replayRecalled, this,
        [this](const storage::Draft &draft, const QByteArray &body, const QString &title) {
            Q_EMIT m_parts.history->draftRecalled(draft); // as if it had been loaded into the form
            replay(body, title);
        });
    connect(parts.window.workspace, &workspace::Workspace::runFinished, this, &Replaying::compare);
    connect(parts.window.workspace, &workspace::Workspace::draftRefused, this, forget);
    connect(parts.window.workspace, &workspace::Workspace::executeFailed, this, forget);
    joinSeries(window);
}

// From the history, from the run that is shown, and from what is brought in.
void Replaying::joinSeries(QWidget *window)
{
    auto *series = new ReplaySeriesRun(m_parts.window, m_parts.history, window);
    connect(m_parts.history, &HistoryBrowser::seriesRecalled, series, &ReplaySeriesRun::open);
    connect(m_parts.handout, &RunHandout::replayRequested, series, [series](const storage::HistoryEntry &run) {
        series->open(workspace::replaySourceOf(run, HistoryBrowser::titleOf(run)));
    });
    connect(m_parts.paste, &RequestPaste::replayRequested, series, [series](const exchange::ImportedDraft &draft) {
        series->open(workspace::replaySourceOf(draft, draft.name.isEmpty() ? draft.request.actionId : draft.name));
    });
    connect(series, &ReplaySeriesRun::failed, m_parts.history, &HistoryBrowser::failed);
    // As if it had been chosen in the history, where it is by now.
    connect(series, &ReplaySeriesRun::answerWanted, m_parts.history, &HistoryBrowser::runRecalled);
    connect(series, &ReplaySeriesRun::comparisonWanted, m_parts.history, &HistoryBrowser::comparisonRecalled);
}

void Replaying::replay(const QByteArray &recordedBody, const QString &title)
{
    if (m_parts.window.workspace->isRunning())
        return;
    m_recording = Recording {m_parts.request->draft(), recordedBody, title};
    m_parts.guard->execute();
}

// Where the question was answered with no, the next run may be another one.
void Replaying::compare(const workspace::RunRecord &record)
{
    if (!m_recording)
        return;
    const Recording recording = *m_recording;
    m_recording.reset();
    const bool isThatOne = record.entry.draft.request.actionId == recording.draft.request.actionId
        && record.entry.draft.request.input == recording.draft.request.input;
    if (isThatOne && record.entry.verdict != api::Verdict::Cancelled)
        m_parts.answers->compareRunWith(recording.body, recording.title);
}

} // namespace actionscope::ui
