// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/inputmaking.h"

#include "app/base/whenready.h"
#include "app/workspace/workspace.h"
#include "ui/request/generatebar.h"
#include "ui/request/requestpage.h"

namespace actionscope::ui {

InputMaking::InputMaking(workspace::Workspace *workspace, RequestPage *request, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_request(request)
    , m_bar(request->generateBar())
{
    connect(m_bar, &GenerateBar::generateRequested, this, &InputMaking::ask);
    connect(m_bar, &GenerateBar::accepted, request, &RequestPage::replaceInput);
    connect(request, &RequestPage::draftEdited, this, &InputMaking::takeEdit);
    const auto forget = [this] {
        giveUp();
        m_bar->reset();
    };
    connect(m_bar, &GenerateBar::cancelRequested, this, forget);
    connect(request, &RequestPage::draftShown, this, forget);
}

// A proposal is for the action it was asked for, and is held against the input that is there now.
void InputMaking::takeEdit()
{
    const api::ExecuteRequest request = m_request->draft().request;
    if (request.actionId != m_actionId)
        m_bar->discardProposal();
    m_bar->setPresentInput(request.input);
}

void InputMaking::ask()
{
    const api::ExecuteRequest draft = m_request->draft().request;
    if (draft.actionId.trimmed().isEmpty()) {
        m_request->showProblems({{QStringLiteral("actionId"), tr("Name the action first.")}});
        return;
    }
    const api::InputRequest request {
        draft.actionId, draft.text, draft.customDescription, draft.systemPrompt, draft.version};
    giveUp();
    m_actionId = request.actionId;
    m_bar->setGenerating();
    whenReady(m_workspace->destination(), this,
        [this, request, attempt = m_attempt](const Result<executor::Destination> &destination) {
            if (attempt != m_attempt)
                return;
            if (destination)
                begin(request, *destination);
            else
                m_bar->showTrouble(destination.error().sentence + QLatin1Char(' ') + destination.error().hint);
        });
}

void InputMaking::begin(const api::InputRequest &request, const executor::Destination &destination)
{
    m_generation = m_workspace->newInputGeneration(request, destination, this);
    connect(m_generation, &workspace::InputGeneration::finished, this, [this](const api::InputAnswer &answer) {
        m_generation->deleteLater();
        m_generation = nullptr;
        m_bar->showAnswer(answer, m_request->draft().request.input);
    });
    m_generation->start();
}

void InputMaking::giveUp()
{
    ++m_attempt;
    if (!m_generation)
        return;
    m_generation->disconnect(this);
    m_generation->cancel();
    m_generation->deleteLater();
    m_generation = nullptr;
}

} // namespace actionscope::ui
