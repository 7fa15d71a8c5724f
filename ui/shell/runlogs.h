// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/runrecord.h"
#include "app/workspace/servicelog.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>
#include <QPointer>

namespace actionscope::ui {

class ServiceLogDialog;

// Opens the service's own log of the run that is shown: by its log id, else by time, entity and action.
class RunLogs final : public QObject
{
    Q_OBJECT

public:
    // `window` is its parent.
    RunLogs(const MainWindowParts &parts, QWidget *window);

    // The one that is shown; one without a request is none.
    void setRun(const workspace::RunRecord &record);

    void open();

private:
    void ask(const executor::Destination &destination);
    void show(const Result<api::LogEntry> &entry, bool isCertain);

    MainWindowParts m_parts;
    QWidget *m_window;
    QPointer<ServiceLogDialog> m_dialog;
    QPointer<workspace::ServiceLog> m_log;
    std::optional<storage::HistoryEntry> m_run; // that is shown
};

} // namespace actionscope::ui
