// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/request/runstate.h"

#include "app/api/actioneffect.h"
#include "app/executor/executionrun.h"
#include "app/json/textedit.h"
#include "app/storage/draft.h"

#include <QFrame>

class QTabWidget;

namespace actionscope::ui {

class ActionForm;
class ActionSuggestions;
class AuthConfigPane;
class ConnectionPane;
class ExecuteBar;
class GenerateBar;
class InputPane;
class JsonEditor;
class JsonTab;
class MessageStrip;
class OptionsTab;
class TextTab;
class ThemeService;

// What is sent: the form, the button, and the longer fields on tabs. Holds no rules; it shows what others find.
class RequestPage final : public QFrame
{
    Q_OBJECT

public:
    explicit RequestPage(const ThemeService &theme, QWidget *parent = nullptr);

    [[nodiscard]] storage::Draft draft() const;
    // Does not emit draftEdited().
    void setDraft(const storage::Draft &draft);

    // Says what keeps the request from being sent, marks each field and goes to the first. Empty clears it.
    void showProblems(const QList<api::FieldProblem> &problems);
    // The same of one value, which a field holds at this path; an empty `apiName` means the request as a whole.
    void showProblemAt(const QString &apiName, const json::Path &inside, const QString &sentence);
    // What the API version chosen cannot carry. Empty clears it.
    void setNotices(const QStringList &notices);
    void setRunning(RunState state);
    void setProgress(const executor::Progress &progress);
    // Where it goes, as it follows "Execute": "to Sandbox".
    void setDestination(const QString &text);
    // What the Execute button says of the action, and of a destination that is protected (else empty).
    void setEffect(api::ActionEffect effect, const QString &protectedName);
    void generateInput(); // goes to the texts and asks, as the button there does
    [[nodiscard]] GenerateBar *generateBar() const;
    // For who knows the catalogue.
    [[nodiscard]] ConnectionPane *connection() const { return m_connection; }
    void replaceInput(const QByteArray &input); // one step that can be undone
    // The input's form and editor, for who knows the action's schema.
    [[nodiscard]] InputPane *input() const { return m_input; }
    // What belongs to a saved request but is not sent: a text above the form, and tabs behind the others.
    void addExtras(QWidget *above, const QList<std::pair<QWidget *, QString>> &tabs);
    void setExtraTitle(QWidget *tab, const QString &title);
    void showExtra(QWidget *tab);
    void setVariables(const QHash<QString, QString> &names); // see JsonEditor
    void focusAction();
    // The same, with the actions to choose from below the field.
    void searchAction();
    // As if the person had picked it below the field.
    void fillAction(const api::ActionInfo &action);
    [[nodiscard]] ActionSuggestions *suggestions() const { return m_suggestions; }

Q_SIGNALS:
    void draftEdited();
    void draftShown(); // after setDraft()
    // An action of the catalogue took the place of what stood in the form; draftEdited() comes before it.
    void actionChosen(const QString &actionId);
    void executeRequested();
    void cancelRequested();

private:
    // Positions of the tabs.
    enum Tab { InputTab, TextsTab, AuthConfigTab, SessionTab, OptionsTabPosition, TabCount };

    void buildLayout();
    void buildTabs(const ThemeService &theme);
    void connectParts();
    void onEdited();
    void markTabs();
    void hideSummary();
    void clearProblems();
    void markProblem(const api::FieldProblem &problem);
    void goTo(const QString &apiName);
    [[nodiscard]] QList<JsonEditor *> jsonFields() const;
    [[nodiscard]] JsonEditor *jsonFieldNamed(const QString &apiName) const;
    [[nodiscard]] QWidget *fieldNamed(const QString &apiName) const;
    [[nodiscard]] int tabOf(const QString &apiName) const;

    const ThemeService &m_theme;
    ActionForm *m_form = nullptr;
    ActionSuggestions *m_suggestions = nullptr;
    ConnectionPane *m_connection = nullptr;
    MessageStrip *m_notices = nullptr;
    QStringList m_shownNotices;
    MessageStrip *m_problems = nullptr;
    ExecuteBar *m_bar = nullptr;
    QTabWidget *m_tabs = nullptr;
    InputPane *m_input = nullptr;
    TextTab *m_texts = nullptr;
    AuthConfigPane *m_authConfig = nullptr;
    JsonTab *m_sessionInfo = nullptr;
    OptionsTab *m_options = nullptr;
    QString m_firstProblemField;
    bool m_showing = false;
};

} // namespace actionscope::ui
