// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/executor/executionrun.h"
#include "app/workspace/runrecord.h"

#include <QWidget>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace actionscope::ui {

class AnswerTabs;
class Clipboard;
class FileDialog;
class MessageBox;
class MessageStrip;
class ThemeService;
class VerdictBanner;

// The result page: what became of the run that was started or chosen last.
class ResponsePage final : public QWidget
{
    Q_OBJECT

public:
    // The services must live as long as the page.
    ResponsePage(const ThemeService &theme, Clipboard &clipboard, FileDialog &files, MessageBox &questions,
        QWidget *parent = nullptr);

    void showEmpty();
    // The next thing shown has nothing to do with this one.
    void startAnew();
    // `receivingSince`: of a run that is shown again, the millisecond in which its answer began.
    void showRunning(qint64 receivingSince = -1);
    void showProgress(const executor::Progress &progress, qint64 elapsedMs);
    // The beginning of a body of which more arrives.
    void showArriving(const QByteArray &beginning);
    // `rawBody` is the body as it came; the record's own has its secrets taken out.
    void showRun(const workspace::RunRecord &record, const QByteArray &rawBody);
    void showRemembered(const workspace::RunRecord &record);
    // The same for what some client sent to the sandbox.
    void showLogged(const workspace::RunRecord &record);
    void showImported(const workspace::RunRecord &record);
    // And of a row of a run.
    void showOfRun(const workspace::RunRecord &record);
    // A strip over whatever is shown; it goes with the next run.
    void showTrouble(const Error &trouble);

    // Shows how the body on the page differs from an older one.
    void compareWith(const QByteArray &before, const QString &title);
    // The same without bringing it to the front; no title: compares with nothing.
    void setCompared(const QByteArray &before, const QString &title);
    // The body on the page, for saving.
    [[nodiscard]] QByteArray body() const { return m_body; }
    // What was read of it, which may be nothing yet.
    [[nodiscard]] json::Document document() const;

    // The tab in front, by its id (see AnswerTabs).
    void setCurrentTab(const QString &id);

Q_SIGNALS:
    void tabChosen(const QString &id);
    void copyAsCurlRequested();
    // As code for developers; `target` is one of exchange::codeTargets().
    void copyAsRequested(const QByteArray &target);
    void saveBodyRequested();
    void valueMenuAboutToShow(QMenu *menu, const actionscope::json::Value &value);
    // `draft` is what the run on the page was made of.
    void tryRequested(const actionscope::diagnosis::Try &wish, const actionscope::storage::Draft &draft);

private:
    void buildTools(const ThemeService &theme);
    void buildCodeMenu();
    [[nodiscard]] QWidget *makeEmptyPage(const ThemeService &theme);
    [[nodiscard]] QWidget *makeAnswerPage();
    void showAnswer(const workspace::RunRecord &record, const QByteArray &body);

    Clipboard &m_clipboard;
    MessageStrip *m_trouble = nullptr;
    VerdictBanner *m_banner = nullptr;
    AnswerTabs *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_emptyPage = nullptr;
    QWidget *m_answerPage = nullptr;
    QToolButton *m_copyBody = nullptr;
    QToolButton *m_saveBody = nullptr;
    QToolButton *m_copyCurl = nullptr;
    QByteArray m_body;
    storage::Draft m_draft;
};

} // namespace actionscope::ui
