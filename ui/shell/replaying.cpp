// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/replaying.h"

#include "app/workspace/workspace.h"
#include "ui/request/requestpage.h"
#include "ui/shell/answerkeeper.h"
#include "ui/shell/guardedexecution.h"
#include "ui/shell/historybrowser.h"

namespace actionscope::ui {

Replaying::Replaying(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    const auto forget = [this] { m_recording.reset(); };
    connect(parts.history, &HistoryBrowser::replayRecalled, this,
        [this](const storage::Draft &draft, const QByteArray &body, const QString &title) {
            Q_EMIT m_parts.history->draftRecalled(draft); // as if it had been loaded into the form
            replay(body, title);
        });
    connect(parts.workspace, &workspace::Workspace::runFinished, this, &Replaying::compare);
    connect(parts.workspace, &workspace::Workspace::draftRefused, this, forget);
    connect(parts.workspace, &workspace::Workspace::executeFailed, this, forget);
}

void Replaying::replay(const QByteArray &recordedBody, const QString &title)
{
    if (m_parts.workspace->isRunning())
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
