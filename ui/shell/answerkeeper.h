// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/executor/executionrun.h"
#include "app/workspace/tabanswers.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace actionscope::workspace {
class OpenDrafts;
class Workspace;
} // namespace actionscope::workspace

namespace actionscope::ui {

class RequestPage;
class ResponsePage;

// Shows in the result page what belongs to the request in front: its answer, how far its execution is, or that it was not
// sent yet. An execution belongs to the request it was started from, whichever is in front when it ends.
class AnswerKeeper final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        workspace::Workspace *workspace = nullptr;
        workspace::OpenDrafts *openDrafts = nullptr;
        RequestPage *request = nullptr;
        ResponsePage *response = nullptr;
    };

    explicit AnswerKeeper(const Parts &parts, QObject *parent = nullptr);

    // What is shown of the request in front; null while there is no answer.
    [[nodiscard]] const workspace::TabAnswer *answer();
    // For the request in front, in place of its answer.
    void showRemembered(const workspace::RunRecord &record);
    void showLogged(const workspace::RunRecord &record);
    void showImported(const workspace::RunRecord &record);
    // The answer in front, and what comes after it there, is compared with this one.
    void compareWith(const QByteArray &before, const QString &title);
    // The same for the request that was executed last.
    void compareRunWith(const QByteArray &before, const QString &title);
    // The result page shows something that belongs to no request, until another one is in front or the second is called.
    void stepAside();
    void comeBack();

Q_SIGNALS:
    // What is on the result page, and its body as it came; a record without a request: nothing.
    void shown(const actionscope::workspace::RunRecord &record, const QByteArray &body);

private:
    void followRun();
    void begin();
    void finish(const workspace::RunRecord &record, const QByteArray &rawBody);
    void fail(const Error &error);
    void end(const workspace::TabAnswer &answer);
    void noteRemembered(const workspace::RunRecord &record);
    void place(workspace::TabAnswer::Kind kind, const workspace::RunRecord &record);
    void leave();
    void switchTo();
    void show();
    void showRun();
    void showState();
    void bringBack(quint64 tab);
    void compare(quint64 tab, const QByteArray &before, const QString &title);
    [[nodiscard]] quint64 front() const;
    [[nodiscard]] quint64 runTab() const; // 0 when it is closed
    [[nodiscard]] bool isRunInFront() const;

    Parts m_parts;
    workspace::TabAnswers m_answers;
    quint64 m_shown = 0; // whose answer is on the page
    bool m_isAside = false;
    bool m_isRunning = false;
    QTimer m_tick; // so that the time goes on while nothing comes
    QElapsedTimer m_elapsed;
    executor::Progress m_progress;
    qint64 m_receivingSince = -1; // milliseconds of the run
    QByteArray m_arrived; // the beginning of the answer
};

} // namespace actionscope::ui
