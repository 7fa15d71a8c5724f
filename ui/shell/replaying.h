// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/runrecord.h"

#include <QObject>

#include <optional>

namespace actionscope::workspace {
class Workspace;
}

namespace actionscope::ui {

class AnswerKeeper;
class GuardedExecution;
class HistoryBrowser;
class RequestPage;

// Sends a run of the history again, by the way every execution takes, and shows what differs from it.
class Replaying final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        workspace::Workspace *workspace = nullptr;
        HistoryBrowser *history = nullptr;
        GuardedExecution *guard = nullptr;
        RequestPage *request = nullptr;
        AnswerKeeper *answers = nullptr;
    };

    // Made after whoever shows runs, so that the run is on the page before it is compared.
    explicit Replaying(const Parts &parts, QObject *parent = nullptr);

private:
    struct Recording
    {
        storage::Draft draft;
        QByteArray body;
        QString title;
    };

    void replay(const QByteArray &recordedBody, const QString &title);
    void compare(const workspace::RunRecord &record);

    Parts m_parts;
    std::optional<Recording> m_recording; // that the next run is held against
};

} // namespace actionscope::ui
