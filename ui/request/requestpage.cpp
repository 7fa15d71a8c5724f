// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/requestpage.h"

#include "ui/editor/jsoneditor.h"
#include "ui/editor/plainnames.h"
#include "ui/request/actionform.h"
#include "ui/request/actionsuggestions.h"
#include "ui/request/authconfigpane.h"
#include "ui/request/connectionpane.h"
#include "ui/request/executebar.h"
#include "ui/request/generatebar.h"
#include "ui/request/inputpane.h"
#include "ui/request/jsontab.h"
#include "ui/request/optionstab.h"
#include "ui/request/texttab.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace actionscope::ui {

RequestPage::RequestPage(const ThemeService &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_form(new ActionForm(this))
    , m_suggestions(new ActionSuggestions(theme, m_form->fieldNamed(QStringLiteral("actionId"))))
    , m_notices(new MessageStrip(theme, QStringLiteral("notice"), this))
    , m_problems(new MessageStrip(theme, QStringLiteral("problem"), this))
    , m_bar(new ExecuteBar(theme, this))
    , m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("requestPage"));
    setLook(this, Look::Page);
    buildTabs(theme);
    m_connection = new ConnectionPane(theme, m_form, m_authConfig->editor(), this);
    // Last, so that the list of names gets the keys before those that a field has besides.
    for (const char *name : {"actionId", "appName", "entityId", "connectedAccountId"})
        new PlainNames(theme, m_form->fieldNamed(QLatin1String(name)));
    for (const char *name : {"text", "systemPrompt", "customDescription"})
        new PlainNames(theme, m_texts->fieldNamed(QLatin1String(name)));
    new PlainNames(theme, m_options->versionField());
    buildLayout();
    connectParts();
    markTabs();
}

void RequestPage::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_form);
    column->addWidget(m_connection);
    column->addWidget(m_notices);
    column->addWidget(m_problems);
    column->addWidget(m_bar);
    column->addWidget(m_tabs, 1);
    m_tabs->setMinimumHeight(132); // or its tallest page would keep a window that is stacked from fitting a small screen
}

void RequestPage::buildTabs(const ThemeService &theme)
{
    m_tabs->setObjectName(QStringLiteral("requestTabWidget"));
    m_tabs->setAccessibleName(tr("Parts of the request"));
    m_tabs->tabBar()->setObjectName(QStringLiteral("requestTabBar"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the request"));
    m_tabs->setIconSize({16, 16});
    m_input = new InputPane(theme, m_tabs);
    m_texts = new TextTab(theme, m_tabs);
    m_authConfig = new AuthConfigPane(theme, m_tabs);
    m_sessionInfo = new JsonTab(theme, QStringLiteral("sessionInfo"), tr("Session"),
        tr("What the service should know of the session this execution belongs to."), m_tabs);
    m_options = new OptionsTab(m_tabs);
    m_tabs->addTab(m_input, tr("Input"));
    m_tabs->addTab(m_texts, tr("Text"));
    m_tabs->addTab(m_authConfig, tr("Auth Config"));
    m_tabs->addTab(m_sessionInfo, tr("Session"));
    m_tabs->addTab(m_options, tr("Options"));
}

void RequestPage::connectParts()
{
    connect(m_form, &ActionForm::edited, this, &RequestPage::onEdited);
    connect(m_suggestions, &ActionSuggestions::chosen, this, &RequestPage::fillAction);
    connect(m_connection, &ConnectionPane::credentialsWanted, this, [this] {
        m_tabs->setCurrentIndex(AuthConfigTab);
        m_authConfig->editor()->goToProblem();
    });
    connect(m_texts, &TextTab::edited, this, &RequestPage::onEdited);
    connect(m_options, &OptionsTab::edited, this, &RequestPage::onEdited);
    connect(m_input, &InputPane::edited, this, &RequestPage::onEdited);
    for (const JsonEditor *editor : {m_authConfig->editor(), m_sessionInfo->editor()})
        connect(editor, &JsonEditor::edited, this, &RequestPage::onEdited);
    connect(m_bar, &ExecuteBar::executeRequested, this, &RequestPage::executeRequested);
    connect(m_bar, &ExecuteBar::cancelRequested, this, &RequestPage::cancelRequested);
    connect(m_problems, &MessageStrip::actionTriggered, this, [this] { goTo(m_firstProblemField); });
}

storage::Draft RequestPage::draft() const
{
    storage::Draft draft;
    m_form->readInto(draft.request);
    m_texts->readInto(draft.request);
    m_options->readInto(draft);
    draft.request.input = m_input->editor()->bytes();
    draft.request.authConfig = m_authConfig->editor()->bytes();
    draft.request.sessionInfo = m_sessionInfo->editor()->bytes();
    return draft;
}

void RequestPage::setDraft(const storage::Draft &draft)
{
    const QScopedValueRollback showing(m_showing, true);
    m_suggestions->close();
    m_form->setRequest(draft.request);
    m_texts->setRequest(draft.request);
    m_options->setDraft(draft);
    m_input->setBytes(draft.request.input);
    m_authConfig->editor()->setBytes(draft.request.authConfig);
    m_authConfig->takeDraft();
    m_sessionInfo->editor()->setBytes(draft.request.sessionInfo);
    clearProblems();
    markTabs();
    m_connection->takeDraft();
    Q_EMIT draftShown();
}

void RequestPage::showProblems(const QList<api::FieldProblem> &problems)
{
    clearProblems();
    if (problems.isEmpty())
        return;
    QStringList sentences;
    for (const api::FieldProblem &problem : problems) {
        sentences.append(problem.sentence);
        markProblem(problem);
    }
    m_firstProblemField = problems.first().field;
    m_problems->showMessage(MessageStrip::Kind::Error, sentences.join(QLatin1Char('\n')), tr("Show"));
    goTo(m_firstProblemField);
}

void RequestPage::showProblemAt(const QString &apiName, const json::Path &inside, const QString &sentence)
{
    qsizetype offset = -1;
    if (const JsonEditor *editor = jsonFieldNamed(apiName)) {
        const json::Document document = json::Document::parse(editor->bytes());
        const json::Value value = json::valueAtPath(document, inside);
        offset = value.isValid() ? value.begin() : 0;
    }
    showProblems({{apiName, sentence, offset}});
}

void RequestPage::setNotices(const QStringList &notices)
{
    if (notices == m_shownNotices)
        return; // one that was closed stays closed while the person types
    m_shownNotices = notices;
    if (notices.isEmpty())
        m_notices->hide();
    else
        m_notices->showMessage(MessageStrip::Kind::Warning, notices.join(QLatin1Char('\n')));
}

void RequestPage::setRunning(RunState state)
{
    if (state == RunState::Running)
        m_suggestions->close();
    m_bar->setState(state);
}

void RequestPage::setProgress(const executor::Progress &progress) { m_bar->setProgress(progress); }

void RequestPage::setDestination(const QString &text) { m_bar->setDestination(text); }

void RequestPage::setEffect(api::ActionEffect effect, const QString &protectedName)
{
    m_bar->setEffect(effect, protectedName);
}

GenerateBar *RequestPage::generateBar() const { return m_texts->generateBar(); }

void RequestPage::generateInput()
{
    m_tabs->setCurrentIndex(TextsTab);
    m_texts->fieldNamed(QStringLiteral("text"))->setFocus();
    m_texts->generateBar()->press();
}

void RequestPage::replaceInput(const QByteArray &input)
{
    m_tabs->setCurrentIndex(InputTab);
    m_input->revealEditor();
    JsonEditor *editor = m_input->editor();
    editor->applyEdit({0, editor->bytes().size(), input});
    editor->goToProblem();
}

void RequestPage::focusAction()
{
    QLineEdit *action = m_form->fieldNamed(QStringLiteral("actionId"));
    action->setFocus();
    action->selectAll();
}

void RequestPage::searchAction()
{
    focusAction();
    m_suggestions->open();
}

void RequestPage::fillAction(const api::ActionInfo &action)
{
    m_suggestions->close();
    m_form->fillAction(action, m_suggestions->index().apps());
    Q_EMIT actionChosen(action.id);
}

void RequestPage::onEdited()
{
    if (m_showing)
        return;
    hideSummary();
    markTabs();
    m_connection->takeEdit();
    Q_EMIT draftEdited();
}

// A dot after the title of each tab that holds something.
void RequestPage::addExtras(QWidget *above, const QList<std::pair<QWidget *, QString>> &tabs)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, above);
    for (const auto &[tab, title] : tabs)
        m_tabs->addTab(tab, title);
}

void RequestPage::setExtraTitle(QWidget *tab, const QString &title) { m_tabs->setTabText(m_tabs->indexOf(tab), title); }

void RequestPage::setVariables(const QHash<QString, QString> &names)
{
    for (JsonEditor *field : jsonFields())
        field->setVariables(names);
    PlainNames::setNamesBelow(this, names);
}

void RequestPage::showExtra(QWidget *tab) { m_tabs->setCurrentWidget(tab); }

void RequestPage::markTabs()
{
    const bool holds[TabCount] = {!m_input->editor()->isBlank(), !m_texts->isEmpty(),
        !m_authConfig->editor()->isBlank(), !m_sessionInfo->editor()->isBlank(), !m_options->isDefault()};
    const QString titles[TabCount]
        = {tr("Input"), tr("Text"), tr("Auth Config"), tr("Session"), tr("Options")};
    for (int tab = 0; tab < TabCount; ++tab) {
        const QString title = holds[tab] ? titles[tab] + QStringLiteral(" •") : titles[tab];
        if (title == m_tabs->tabText(tab))
            continue;
        m_tabs->setTabText(tab, title);
        m_tabs->setTabToolTip(tab, holds[tab] ? tr("Holds something that is sent") : QString());
    }
}

// The marks on the tabs and the strip go with the first edit; a field keeps its own until it is edited
// itself.
void RequestPage::hideSummary()
{
    m_problems->hide();
    m_firstProblemField.clear();
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->setTabIcon(tab, {});
}

void RequestPage::clearProblems()
{
    hideSummary();
    for (const char *name : {"actionId", "appName", "entityId", "connectedAccountId"})
        setStyleFlag(m_form->fieldNamed(QLatin1String(name)), "problem", false);
}

void RequestPage::markProblem(const api::FieldProblem &problem)
{
    if (JsonEditor *editor = jsonFieldNamed(problem.field))
        editor->showProblem(problem.sentence, problem.offset);
    else if (QWidget *field = fieldNamed(problem.field))
        setStyleFlag(field, "problem", true);
    const int tab = tabOf(problem.field);
    if (tab >= 0)
        m_tabs->setTabIcon(tab, themedIcon(m_theme, QStringLiteral("x-circle"), int(ColorRole::Bad)));
}

void RequestPage::goTo(const QString &apiName)
{
    const int tab = tabOf(apiName);
    if (tab >= 0)
        m_tabs->setCurrentIndex(tab);
    if (apiName == QLatin1String("input"))
        m_input->revealEditor();
    if (apiName == QLatin1String("authConfig"))
        m_authConfig->showJson();
    if (JsonEditor *editor = jsonFieldNamed(apiName))
        editor->goToProblem();
    else if (QWidget *field = fieldNamed(apiName))
        field->setFocus();
}

QList<JsonEditor *> RequestPage::jsonFields() const
{
    return {m_input->editor(), m_authConfig->editor(), m_sessionInfo->editor()};
}

JsonEditor *RequestPage::jsonFieldNamed(const QString &apiName) const
{
    const QList<JsonEditor *> fields = jsonFields();
    for (JsonEditor *field : fields) {
        if (field->objectName() == apiName + QLatin1String("JsonEditor"))
            return field;
    }
    return nullptr;
}

QWidget *RequestPage::fieldNamed(const QString &apiName) const
{
    if (QWidget *field = m_form->fieldNamed(apiName))
        return field;
    if (QWidget *field = m_texts->fieldNamed(apiName))
        return field;
    return apiName == QLatin1String("version") ? m_options->versionField() : nullptr;
}

int RequestPage::tabOf(const QString &apiName) const
{
    const QWidget *field = jsonFieldNamed(apiName);
    if (!field)
        field = fieldNamed(apiName);
    for (int tab = 0; field && tab < TabCount; ++tab) {
        if (m_tabs->widget(tab)->isAncestorOf(field))
            return tab;
    }
    return -1;
}

} // namespace actionscope::ui
