// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"
#include "app/storage/savedrequest.h"
#include "ui/shell/mainwindowparts.h"

#include <QHash>
#include <QObject>
#include <QTimer>

class QLabel;
class QMenu;

namespace actionscope::json {
class Value;
}

namespace actionscope::workspace {
class AnswerChecks;
}

namespace actionscope::ui {

class AnswerKeeper;
class ChecksTab;
class NotesTab;
class RequestPage;
class ResponsePage;

// What a saved request holds besides what is sent: expectations, captures, notes and tags, and what its answer came to.
class RequestExtras final : public QObject
{
    Q_OBJECT

public:
    RequestExtras(const MainWindowParts &parts, RequestPage *page, QObject *parent = nullptr);

    // The request with what stands in the tabs.
    [[nodiscard]] storage::SavedRequest readInto(storage::SavedRequest request) const;
    void show(const storage::SavedRequest &request);
    void setVariables(const QHash<QString, QString> &names);
    // To a value of the request in front, which is saved at this path of its file.
    void goTo(const json::Path &path, const QString &sentence);
    // Values of its tree offer to become expectations and captures.
    void followAnswers(ResponsePage *response, AnswerKeeper *keeper);

Q_SIGNALS:
    void edited();

private:
    void showNotes();
    void markTabs();
    void holdAgain();
    void showOutcomes();
    void addTo(QMenu *menu, const json::Value &value);

    MainWindowParts m_parts;
    RequestPage *m_page;
    ChecksTab *m_checks;
    NotesTab *m_notes;
    QLabel *m_above;
    workspace::AnswerChecks *m_answers;
    AnswerKeeper *m_keeper = nullptr;
    QTimer m_typing; // of expectations
    storage::SavedRequest m_shown; // what was not touched keeps its spelling
};

} // namespace actionscope::ui
