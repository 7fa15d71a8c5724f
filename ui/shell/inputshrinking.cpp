// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/inputshrinking.h"

#include "app/base/whenready.h"
#include "app/workspace/catalogkeeper.h"
#include "app/workspace/executionguard.h"
#include "app/workspace/workspace.h"
#include "ui/dialogs/smallestinputdialog.h"
#include "ui/request/requestpage.h"

#include <QWidget>

namespace actionscope::ui {

using workspace::InputMinimization;

InputShrinking::InputShrinking(const MainWindowParts &parts, RequestPage *request, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_request(request)
    , m_window(window)
{
}

void InputShrinking::open()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_draft = m_request->draft();
    const QList<api::FieldProblem> problems = api::findProblems(m_draft.request);
    m_request->showProblems(problems);
    if (!problems.isEmpty())
        return;
    m_environment = m_parts.workspace->environment();
    m_dialog = new SmallestInputDialog(m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &SmallestInputDialog::startRequested, this, &InputShrinking::begin);
    connect(m_dialog, &SmallestInputDialog::applyRequested, this, &InputShrinking::apply);
    connect(m_dialog, &SmallestInputDialog::stopRequested, this, [this] {
        if (m_search)
            m_search->stop();
    });
    m_dialog->showBeginning(
        consequence(), InputMinimization::mostExecutions(m_draft.request.input), InputMinimization::usualMost);
    m_dialog->open();
}

QString InputShrinking::consequence() const
{
    const catalog::Catalog known = m_parts.catalog ? m_parts.catalog->catalog() : catalog::Catalog();
    const api::ActionEffect effect = catalog::effectIn(known, m_draft.request.actionId);
    const QString sentence = workspace::consequenceOf(m_draft.request, m_environment, effect, known);
    return m_environment.isProtected ? tr("%1 The environment %2 is protected.").arg(sentence, m_environment.name) : sentence;
}

void InputShrinking::begin(int most)
{
    if (!(m_parts.workspace->environment() == m_environment)) {
        m_dialog->showTrouble(tr("Another environment was chosen meanwhile, so nothing was sent."));
        return;
    }
    whenReady(m_parts.workspace->destination(), m_dialog, [this, most](const Result<executor::Destination> &destination) {
        if (destination)
            beginAt(*destination, most);
        else
            m_dialog->showTrouble(destination.error().sentence + QLatin1Char(' ') + destination.error().hint);
    });
}

void InputShrinking::beginAt(const executor::Destination &destination, int most)
{
    const workspace::ExecutionPlan plan {m_draft, m_environment, destination};
    const int bound = InputMinimization::mostExecutions(m_draft.request.input, most);
    m_search = new InputMinimization(plan, most, m_parts.executor, this);
    connect(m_search, &InputMinimization::progress, this, [this, bound](int executions, const QByteArray &best) {
        if (m_dialog)
            m_dialog->showProgress(executions, bound, best);
    });
    connect(m_search, &InputMinimization::finished, this, [this](const InputMinimization::Outcome &outcome) {
        m_search->deleteLater();
        if (m_dialog) {
            m_dialog->showOutcome(outcome.sentence, outcome.executions, outcome.input, outcome.hasShrunk(m_draft.request.input));
        }
    });
    m_search->start();
}

void InputShrinking::apply(const QByteArray &input)
{
    const api::ExecuteRequest now = m_request->draft().request;
    if (now.actionId == m_draft.request.actionId)
        m_request->replaceInput(input);
}

} // namespace actionscope::ui
