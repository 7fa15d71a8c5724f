// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/runrecord.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>

#include <optional>

class QWidget;

namespace actionscope::ui {

class AnswerKeeper;
class GuardedExecution;
class HistoryBrowser;
class RequestPage;
class RequestPaste;
class RunHandout;

// Sends a run of the history again, by the way every execution takes, and shows what differs from it. What shall go
// elsewhere, or several times, goes by a dialog of its own.
class Replaying final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        MainWindowParts window;
        HistoryBrowser *history = nullptr;
        GuardedExecution *guard = nullptr;
        RequestPage *request = nullptr;
        AnswerKeeper *answers = nullptr;
        RunHandout *handout = nullptr;
        RequestPaste *paste = nullptr;
    };

    // Made after whoever shows runs, so that the run is on the page before it is compared.
    Replaying(const Parts &parts, QWidget *window);

private:
    struct Recording
    {
        storage::Draft draft;
        QByteArray body;
        QString title;
    };

    void joinSeries(QWidget *window);
    void replay(const QByteArray &recordedBody, const QString &title);
    void compare(const workspace::RunRecord &record);

    Parts m_parts;
    std::optional<Recording> m_recording; // that the next run is held against
};

} // namespace actionscope::ui
