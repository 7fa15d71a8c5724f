// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/inputmaking.h"

#include "app/base/whenready.h"
#include "app/workspace/workspace.h"
#include "ui/request/requestpage.h"

namespace actionscope::ui {

InputMaking::InputMaking(workspace::Workspace *workspace, RequestPage *request, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_request(request)
{
    connect(request, &RequestPage::generateRequested, this, &InputMaking::ask);
    connect(request, &RequestPage::generateCancelled, this, [this] {
        giveUp();
        m_request->showGenerated({api::Verdict::Cancelled});
    });
}

void InputMaking::ask(const api::InputRequest &request)
{
    giveUp();
    m_request->setGenerating();
    whenReady(m_workspace->destination(), this,
        [this, request, attempt = m_attempt](const Result<executor::Destination> &destination) {
            if (attempt != m_attempt)
                return;
            if (destination)
                begin(request, *destination);
            else
                m_request->showGenerateTrouble(
                    destination.error().sentence + QLatin1Char(' ') + destination.error().hint);
        });
}

void InputMaking::begin(const api::InputRequest &request, const executor::Destination &destination)
{
    m_generation = m_workspace->newInputGeneration(request, destination, this);
    connect(
        m_generation, &workspace::InputGeneration::finished, this, [this](const api::InputAnswer &answer) {
            m_generation->deleteLater();
            m_generation = nullptr;
            m_request->showGenerated(answer);
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
