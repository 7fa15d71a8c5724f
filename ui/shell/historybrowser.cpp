// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/historybrowser.h"

#include "app/base/whenready.h"
#include "app/models/readable.h"
#include "ui/services/messagebox.h"
#include "ui/sidebar/historypanel.h"

#include <QFuture>

namespace actionscope::ui {

namespace {

constexpr int listedRuns = 1000;

} // namespace

HistoryBrowser::HistoryBrowser(
    HistoryPanel *panel, storage::History *history, workspace::Workspace *workspace, MessageBox *messageBox)
    : QObject(panel)
    , m_panel(panel)
    , m_history(history)
    , m_workspace(workspace)
    , m_messageBox(messageBox)
{
    connect(panel, &HistoryPanel::entryShown, this, &HistoryBrowser::recall);
    connect(panel, &HistoryPanel::entryLoaded, this, &HistoryBrowser::load);
    connect(panel, &HistoryPanel::comparisonRequested, this, &HistoryBrowser::recallForComparison);
    connect(panel, &HistoryPanel::replayRequested, this, &HistoryBrowser::recallForReplay);
    connect(panel, &HistoryPanel::seriesRequested, this, &HistoryBrowser::recallForSeries);
    connect(panel, &HistoryPanel::entryRemovalRequested, this, &HistoryBrowser::askToRemove);
}

void HistoryBrowser::list()
{
    whenReady(
        m_history->list(listedRuns), this, [this](const Result<QList<storage::HistorySummary>> &entries) {
            if (!entries) {
                Q_EMIT failed(entries.error());
                return;
            }
            m_panel->setEntries(*entries);
            setCount(int(entries->size()));
        });
}

void HistoryBrowser::add(const workspace::RunRecord &record)
{
    m_wanted.clear();
    m_panel->prependEntry(storage::summaryOf(record.entry));
    setCount(m_count + 1);
}

void HistoryBrowser::recall(const QString &id)
{
    m_wanted = id;
    whenReady(m_workspace->recall(id), this, [this, id](const Result<workspace::RunRecord> &record) {
        if (m_wanted != id)
            return;
        if (record)
            Q_EMIT runRecalled(*record);
        else
            Q_EMIT failed(record.error());
    });
}

void HistoryBrowser::load(const QString &id)
{
    whenReady(m_history->load(id), this, [this](const Result<storage::HistoryEntry> &entry) {
        if (entry)
            Q_EMIT draftRecalled(entry->draft);
        else
            Q_EMIT failed(entry.error());
    });
}

void HistoryBrowser::recallForComparison(const QString &id)
{
    whenReady(m_history->load(id), this, [this](const Result<storage::HistoryEntry> &entry) {
        if (!entry) {
            Q_EMIT failed(entry.error());
            return;
        }
        Q_EMIT comparisonRecalled(entry->exchange.answer.body, titleOf(*entry));
    });
}

void HistoryBrowser::recallForReplay(const QString &id)
{
    if (m_workspace->isRunning())
        return;
    whenReady(m_history->load(id), this, [this](const Result<storage::HistoryEntry> &entry) {
        if (!entry)
            Q_EMIT failed(entry.error());
        else
            Q_EMIT replayRecalled(entry->draft, entry->exchange.answer.body, titleOf(*entry));
    });
}

void HistoryBrowser::recallForSeries(const QString &id)
{
    whenReady(m_history->load(id), this, [this](const Result<storage::HistoryEntry> &entry) {
        if (entry)
            Q_EMIT seriesRecalled(workspace::replaySourceOf(*entry, titleOf(*entry)));
        else
            Q_EMIT failed(entry.error());
    });
}

QString HistoryBrowser::titleOf(const storage::HistoryEntry &entry)
{
    return tr("%1 of %2").arg(entry.draft.request.actionId, models::momentText(entry.startedAt, QDateTime::currentDateTime()));
}

void HistoryBrowser::askToRemove(const QString &id)
{
    const Question question {tr("Remove Run"), tr("Remove this run from the history?"),
        tr("It cannot be brought back."), tr("Remove")};
    m_messageBox->ask(m_panel, question, [this, id] { remove(id); });
}

void HistoryBrowser::remove(const QString &id)
{
    whenReady(m_history->remove(id), this, [this, id](const Result<void> &removed) {
        if (!removed) {
            Q_EMIT failed(removed.error());
            return;
        }
        m_panel->removeEntry(id);
        setCount(m_count - 1);
    });
}

void HistoryBrowser::setCount(int count)
{
    m_count = count;
    Q_EMIT countChanged(count);
}

} // namespace actionscope::ui
