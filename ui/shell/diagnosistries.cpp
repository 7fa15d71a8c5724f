// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/diagnosistries.h"

#include "app/diagnosis/smallchange.h"
#include "app/workspace/catalogkeeper.h"
#include "app/workspace/workspace.h"
#include "ui/request/requestpage.h"
#include "ui/response/responsepage.h"
#include "ui/shell/environmentediting.h"

#include <QWidget>

namespace actionscope::ui {

using diagnosis::TryKind;

DiagnosisTries::DiagnosisTries(
    const MainWindowParts &parts, RequestPage *request, ResponsePage *response, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_request(request)
    , m_window(window)
{
    connect(response, &ResponsePage::tryRequested, this, &DiagnosisTries::perform);
    connect(parts.workspace, &workspace::Workspace::environmentChosen, this, &DiagnosisTries::tellCatalog);
    if (parts.catalog) {
        connect(parts.catalog, &workspace::CatalogKeeper::catalogChanged, this, &DiagnosisTries::tellCatalog);
        connect(parts.catalog, &workspace::CatalogKeeper::actionDescribed, this, &DiagnosisTries::tellCatalog);
    }
    tellCatalog();
}

void DiagnosisTries::tellCatalog()
{
    m_parts.workspace->setCatalog(m_parts.catalog ? m_parts.catalog->catalog() : catalog::Catalog());
}

void DiagnosisTries::perform(const diagnosis::Try &wish, const storage::Draft &sent)
{
    switch (wish.kind) {
    case TryKind::Advice:
        return;
    case TryKind::SwitchApi:
        return switchApi(wish.parameters.value(QStringLiteral("api")));
    case TryKind::OpenEnvironment:
        return editEnvironments(m_parts.workspace, m_parts.keys, m_window);
    case TryKind::ReadCatalog:
        if (m_parts.catalog)
            m_parts.catalog->refresh();
        return;
    case TryKind::SendAgain:
        Q_EMIT m_request->executeRequested();
        return;
    default:
        changeRequest(wish, sent);
    }
}

// The form may show another action by now; then what was sent comes back, changed.
void DiagnosisTries::changeRequest(const diagnosis::Try &wish, const storage::Draft &sent)
{
    storage::Draft draft = m_request->draft();
    const bool isSame = draft.request.actionId == sent.request.actionId;
    if (!isSame)
        draft = sent;
    if (wish.kind == TryKind::RaiseTimeout) {
        draft.timeoutSeconds = wish.parameters.value(QStringLiteral("seconds")).toInt();
    } else {
        const auto changed = diagnosis::changed(draft.request, wish);
        if (!changed)
            return;
        const bool isInput = wish.kind == TryKind::ChangeInput || wish.kind == TryKind::RemoveInput;
        if (isSame && isInput) {
            m_request->replaceInput(changed->input);
            return;
        }
        draft.request = *changed;
    }
    m_request->setDraft(draft);
    Q_EMIT m_request->draftEdited();
}

// The sandbox speaks what it was made to speak; its dialog says more.
void DiagnosisTries::switchApi(const QString &name)
{
    const auto version = api::versionFromName(name);
    QList<storage::Environment> environments = m_parts.workspace->environments();
    const QString current = m_parts.workspace->environment().name;
    if (!version || m_parts.workspace->environment().isSandbox)
        return editEnvironments(m_parts.workspace, m_parts.keys, m_window);
    for (storage::Environment &environment : environments) {
        if (environment.name == current)
            environment.apiVersion = *version;
    }
    environments.removeIf([](const storage::Environment &environment) { return environment.isSandbox; });
    m_parts.workspace->setEnvironments(environments);
}

} // namespace actionscope::ui
