// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/runlogs.h"

#include "app/base/whenready.h"
#include "app/workspace/workspace.h"
#include "ui/dialogs/servicelogdialog.h"

#include <QWidget>

namespace actionscope::ui {

RunLogs::RunLogs(const MainWindowParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
}

void RunLogs::setRun(const workspace::RunRecord &record)
{
    m_run.reset();
    if (!record.entry.exchange.request.method.isEmpty())
        m_run = record.entry;
}

void RunLogs::open()
{
    if (!m_dialog) {
        m_dialog = new ServiceLogDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->open();
    if (!m_run)
        return m_dialog->showTrouble(tr("No run is shown yet. Execute an action or choose a run in the history."));
    // The key of another environment opens nothing there.
    if (m_run->environment != m_parts.workspace->environment().name)
        return m_dialog->showTrouble(tr("This run was on the environment %1. Choose it to read its log.").arg(m_run->environment));
    m_dialog->showReading();
    whenReady(m_parts.workspace->destination(), m_dialog, [this](const Result<executor::Destination> &destination) {
        if (destination)
            ask(*destination);
        else
            m_dialog->showTrouble(destination.error().sentence + QLatin1Char(' ') + destination.error().hint);
    });
}

void RunLogs::ask(const executor::Destination &destination)
{
    m_log = new workspace::ServiceLog(*m_run, destination, m_parts.executor, m_dialog);
    connect(m_log, &workspace::ServiceLog::finished, this, &RunLogs::show);
    m_log->start();
}

void RunLogs::show(const Result<api::LogEntry> &entry, bool isCertain)
{
    if (!m_dialog)
        return;
    if (!entry)
        return m_dialog->showTrouble(entry.error().sentence + QLatin1Char(' ') + entry.error().hint);
    const QString note = isCertain
        ? tr("Found by the log id in the answer. Secrets are hidden.")
        : tr("The answer holds no log id that the service knows; this is the execution nearest in time. Secrets are hidden.");
    m_dialog->showEntry(note, workspace::textOf(*entry));
}

} // namespace actionscope::ui
