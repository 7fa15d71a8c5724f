// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/answerkeeper.h"

#include "app/base/whenready.h"
#include "app/workspace/opendrafts.h"
#include "app/workspace/workspace.h"
#include "ui/request/requestpage.h"
#include "ui/response/responsepage.h"

namespace actionscope::ui {

using workspace::OpenDrafts;
using workspace::TabAnswer;
using workspace::Workspace;
using Kind = TabAnswer::Kind;

namespace {

constexpr int tickMs = 100;

} // namespace

AnswerKeeper::AnswerKeeper(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_shown(front())
{
    connect(parts.openDrafts, &OpenDrafts::activated, this, &AnswerKeeper::switchTo);
    connect(parts.openDrafts, &OpenDrafts::replaced, this, &AnswerKeeper::switchTo);
    connect(parts.openDrafts, &OpenDrafts::closed, this, &AnswerKeeper::switchTo);
    m_answers.bringToFront(m_shown);
    m_parts.response->showEmpty();
    followRun();
}

void AnswerKeeper::followRun()
{
    const Workspace *workspace = m_parts.workspace;
    connect(workspace, &Workspace::runStarted, this, &AnswerKeeper::begin);
    connect(workspace, &Workspace::runProgress, this, [this](const executor::Progress &progress) {
        m_progress = progress;
        if (progress.phase != executor::Phase::Receiving)
            m_receivingSince = -1;
        else if (m_receivingSince < 0)
            m_receivingSince = m_elapsed.elapsed();
        if (!isRunInFront())
            return;
        m_parts.request->setProgress(progress);
        m_parts.response->showProgress(progress, m_elapsed.elapsed());
    });
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isRunInFront())
            m_parts.response->showProgress(m_progress, m_elapsed.elapsed());
    });
    connect(workspace, &Workspace::runArriving, this, [this](const QByteArray &beginning) {
        m_arrived = beginning;
        if (isRunInFront())
            m_parts.response->showArriving(beginning);
    });
    connect(workspace, &Workspace::runFinished, this, &AnswerKeeper::finish);
    connect(workspace, &Workspace::runRemembered, this, &AnswerKeeper::noteRemembered);
    connect(workspace, &Workspace::executeFailed, this, &AnswerKeeper::fail);
}

quint64 AnswerKeeper::front() const { return m_parts.openDrafts->current().id; }

quint64 AnswerKeeper::runTab() const
{
    const int index = m_parts.openDrafts->runIndex();
    return index < 0 ? 0 : m_parts.openDrafts->at(index).id;
}

bool AnswerKeeper::isRunInFront() const { return m_isRunning && !m_isAside && runTab() == front(); }

void AnswerKeeper::begin()
{
    m_isRunning = true;
    m_isAside = false;
    m_elapsed.start();
    m_progress = {};
    m_receivingSince = -1;
    m_arrived.clear();
    m_tick.start();
    show();
}

void AnswerKeeper::finish(const workspace::RunRecord &record, const QByteArray &rawBody)
{
    TabAnswer answer;
    answer.kind = Kind::Fresh;
    answer.record = record;
    answer.body = rawBody;
    end(answer);
}

void AnswerKeeper::fail(const Error &error)
{
    TabAnswer answer;
    answer.kind = Kind::Failed;
    answer.trouble = error;
    end(answer);
}

void AnswerKeeper::end(const TabAnswer &answer)
{
    m_isRunning = false;
    m_tick.stop();
    m_arrived.clear();
    if (const quint64 tab = runTab()) { // else it was closed meanwhile; the history has the run
        TabAnswer &kept = m_answers.of(tab);
        const TabAnswer before = kept;
        kept = answer;
        kept.before = before.before;
        kept.beforeTitle = before.beforeTitle;
        m_answers.makeRoom();
        if (tab == front() && !m_isAside) {
            show();
            return;
        }
    }
    showState();
}

// Of a large answer this is told after it was shown.
void AnswerKeeper::noteRemembered(const workspace::RunRecord &record)
{
    const quint64 tab = runTab();
    if (tab == 0)
        return;
    TabAnswer &kept = m_answers.of(tab);
    const bool isThisOne = kept.kind == Kind::Fresh && kept.record.entry.startedAt == record.entry.startedAt;
    if (!isThisOne && kept.kind != Kind::LetGo)
        return;
    kept.record.entry.id = record.entry.id;
    kept.record.historyTrouble = record.historyTrouble;
}

const TabAnswer *AnswerKeeper::answer()
{
    const TabAnswer &kept = m_answers.of(front());
    const bool isThere = kept.kind != Kind::Nothing && kept.kind != Kind::Failed && kept.kind != Kind::LetGo;
    return isThere && !isRunInFront() ? &kept : nullptr;
}

void AnswerKeeper::showRemembered(const workspace::RunRecord &record) { place(Kind::Remembered, record); }

void AnswerKeeper::showLogged(const workspace::RunRecord &record) { place(Kind::Logged, record); }

void AnswerKeeper::showImported(const workspace::RunRecord &record) { place(Kind::Imported, record); }

void AnswerKeeper::place(Kind kind, const workspace::RunRecord &record)
{
    if (isRunInFront()) // its end is about to be shown
        return;
    TabAnswer &kept = m_answers.of(front());
    kept.kind = kind;
    kept.record = record;
    kept.body = record.entry.exchange.answer.body;
    m_answers.makeRoom();
    m_isAside = false;
    show();
}

void AnswerKeeper::stepAside()
{
    leave();
    m_isAside = true;
}

void AnswerKeeper::comeBack()
{
    if (m_isAside)
        show();
}

// What was read of the body is not read again.
void AnswerKeeper::leave()
{
    const bool isThere = !m_isAside && m_parts.openDrafts->indexOf(m_shown) >= 0;
    if (!isThere || (m_isRunning && runTab() == m_shown))
        return;
    TabAnswer &kept = m_answers.of(m_shown);
    const json::Document read = m_parts.response->document();
    if (!kept.body.isEmpty() && read.bytes().isSharedWith(kept.body))
        kept.record.judgement.document = read;
}

void AnswerKeeper::switchTo()
{
    QList<quint64> open;
    for (int index = 0; index < m_parts.openDrafts->count(); ++index)
        open.append(m_parts.openDrafts->at(index).id);
    m_answers.keepOnly(open);
    if (m_shown == front() && !m_isAside) {
        showState(); // the run's may be gone
        return;
    }
    leave();
    m_shown = front();
    m_answers.bringToFront(m_shown);
    m_answers.makeRoom();
    m_parts.response->startAnew();
    show();
}

void AnswerKeeper::show()
{
    m_isAside = false;
    showState();
    if (isRunInFront()) {
        showRun();
        return;
    }
    ResponsePage *page = m_parts.response;
    const TabAnswer answer = m_answers.of(front());
    page->setCompared(answer.before, answer.beforeTitle);
    switch (answer.kind) {
    case Kind::Nothing:
        page->showEmpty();
        break;
    case Kind::Failed:
        page->showEmpty();
        page->showTrouble(answer.trouble);
        break;
    case Kind::Fresh:
        page->showRun(answer.record, answer.body);
        break;
    case Kind::Remembered:
        page->showRemembered(answer.record);
        break;
    case Kind::Logged:
        page->showLogged(answer.record);
        break;
    case Kind::Imported:
        page->showImported(answer.record);
        break;
    case Kind::LetGo:
        page->showEmpty();
        bringBack(front());
        break;
    }
    Q_EMIT shown(answer.record, answer.body);
}

void AnswerKeeper::showRun()
{
    ResponsePage *page = m_parts.response;
    page->showRunning(m_receivingSince);
    page->showProgress(m_progress, m_elapsed.elapsed());
    m_parts.request->setProgress(m_progress);
    if (!m_arrived.isEmpty())
        page->showArriving(m_arrived);
    Q_EMIT shown({}, {});
}

void AnswerKeeper::showState()
{
    RunState state = RunState::Idle;
    if (m_isRunning)
        state = runTab() == front() ? RunState::Running : RunState::Elsewhere;
    m_parts.request->setRunning(state);
}

void AnswerKeeper::bringBack(quint64 tab)
{
    const QString id = m_answers.of(tab).record.entry.id;
    whenReady(m_parts.workspace->recall(id), this, [this, tab](const Result<workspace::RunRecord> &record) {
        const bool isWanted = tab == front() && m_answers.of(tab).kind == Kind::LetGo && !isRunInFront();
        if (!isWanted)
            return;
        if (record)
            place(Kind::Remembered, *record);
        else
            m_parts.response->showTrouble({record.error().code,
                tr("The answer gave its room to those of other tabs, and the history cannot bring it back. %1")
                    .arg(record.error().sentence)});
    });
}

void AnswerKeeper::compareWith(const QByteArray &before, const QString &title) { compare(front(), before, title); }

void AnswerKeeper::compareRunWith(const QByteArray &before, const QString &title) { compare(runTab(), before, title); }

void AnswerKeeper::compare(quint64 tab, const QByteArray &before, const QString &title)
{
    if (tab == 0)
        return;
    TabAnswer &kept = m_answers.of(tab);
    kept.before = before;
    kept.beforeTitle = title;
    m_answers.makeRoom();
    if (tab == front() && !m_isAside)
        m_parts.response->compareWith(before, title);
}

} // namespace actionscope::ui
