// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/guardedexecution.h"

#include "app/workspace/catalogkeeper.h"
#include "app/workspace/executionguard.h"
#include "app/workspace/workspace.h"
#include "ui/request/requestpage.h"
#include "ui/services/look.h"
#include "ui/services/messagebox.h"
#include "ui/shell/topbar.h"

namespace actionscope::ui {

GuardedExecution::GuardedExecution(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts.request, &RequestPage::draftEdited, this, &GuardedExecution::refresh);
    connect(parts.request, &RequestPage::draftShown, this, &GuardedExecution::refresh);
    connect(parts.workspace, &workspace::Workspace::environmentChosen, this, &GuardedExecution::refresh);
    refresh();
    if (!parts.catalog)
        return;
    connect(parts.catalog, &workspace::CatalogKeeper::catalogChanged, this, &GuardedExecution::refresh);
    connect(parts.catalog, &workspace::CatalogKeeper::actionDescribed, this, &GuardedExecution::refresh);
}

api::ActionEffect GuardedExecution::effectOf(const storage::Draft &typed) const
{
    const storage::Draft draft = m_parts.workspace->resolved(typed);
    return catalog::effectIn(m_parts.catalog ? m_parts.catalog->catalog() : catalog::Catalog(), draft.request.actionId);
}

void GuardedExecution::refresh()
{
    const storage::Environment environment = m_parts.workspace->environment();
    m_parts.topBar->setProtected(environment.isProtected);
    setStyleFlag(m_parts.frame, "protected", environment.isProtected);
    m_parts.request->setEffect(
        effectOf(m_parts.request->draft()), environment.isProtected ? environment.name : QString());
}

void GuardedExecution::execute()
{
    const storage::Draft draft = m_parts.request->draft();
    // What cannot be sent is refused by the workspace, and needs no consent.
    const bool isSendable = api::findProblems(m_parts.workspace->resolved(draft).request).isEmpty() && !m_parts.workspace->isRunning();
    if (isSendable && workspace::needsConsent(m_parts.workspace->environment(), effectOf(draft)))
        ask(draft);
    else
        m_parts.workspace->execute(draft);
}

// What was agreed to is what is sent: this draft, to this environment, once.
void GuardedExecution::ask(const storage::Draft &draft)
{
    const storage::Environment environment = m_parts.workspace->environment();
    Question question;
    question.title = tr("Execute on %1").arg(environment.name);
    question.text = workspace::consequenceOf(draft.request, environment, effectOf(draft),
        m_parts.catalog ? m_parts.catalog->catalog() : catalog::Catalog());
    question.detail = tr("The environment %1 is protected. Nothing has been sent yet.").arg(environment.name);
    question.acceptText
        = tr("Execute on %1").arg(environment.name).replace(QLatin1Char('&'), QLatin1String("&&"));
    m_parts.messageBox->ask(m_parts.frame->window(), question, [this, draft, environment] {
        if (m_parts.workspace->environment() == environment)
            m_parts.workspace->execute(draft);
    });
}

} // namespace actionscope::ui
