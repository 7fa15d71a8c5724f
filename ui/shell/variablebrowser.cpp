// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/variablebrowser.h"

#include "app/storage/collectionfiles.h"
#include "app/workspace/collections.h"
#include "app/workspace/opendrafts.h"
#include "app/workspace/variablekeeper.h"
#include "app/workspace/workspace.h"
#include "ui/dialogs/variablelistdialog.h"
#include "ui/dialogs/variablesdialog.h"
#include "ui/request/connectionpane.h"
#include "ui/request/requestpage.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/requestextras.h"

#include <QAction>

namespace actionscope::ui {

using workspace::Collections;
using workspace::NameMeaning;

namespace {

constexpr int refreshedAfter = 200; // milliseconds without a keystroke

} // namespace

VariableBrowser::VariableBrowser(
    const MainWindowParts &parts, RequestPage *page, RequestExtras *extras, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_page(page)
    , m_extras(extras)
    , m_window(window)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(refreshedAfter);
    connect(&m_typing, &QTimer::timeout, this, &VariableBrowser::refreshList);
    connect(parts.openDrafts, &workspace::OpenDrafts::edited, this, [this] {
        if (m_list)
            m_typing.start();
    });
    connect(parts.variables, &workspace::VariableKeeper::changed, this, [this] {
        tellFields();
        refreshList();
    });
    connect(parts.workspace, &workspace::Workspace::environmentChosen, this, &VariableBrowser::refreshList);
    tellFields();
}

QAction *VariableBrowser::buildAction(ActionRegistry *registry)
{
    QAction *show = registry->add(
        {QStringLiteral("view.variables"), tr("Show the &Variables"), Qt::CTRL | Qt::ALT | Qt::Key_V, {}});
    connect(show, &QAction::triggered, this, &VariableBrowser::showList);
    m_window->addAction(show);
    return show;
}

// Offered, marked and explained in the fields.
void VariableBrowser::tellFields()
{
    QHash<QString, QString> names;
    for (const NameMeaning &meaning : m_parts.variables->meanings()) {
        if (meaning.kind != NameMeaning::Kind::Unset)
            names.insert(meaning.name, workspace::described(meaning));
    }
    m_page->setVariables(names);
    m_page->connection()->setVariables(m_parts.variables->variables());
    m_extras->setVariables(names);
}

// Not in the way of anything: it stays beside the window while a person works on.
void VariableBrowser::showList()
{
    if (!m_list) {
        m_list = new VariableListDialog(*m_parts.theme, m_window);
        m_list->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_list, &VariableListDialog::editRequested, this, [this] {
            if (const workspace::OpenCollection *open = m_parts.variables->collection())
                edit(open->collection.folder);
        });
    }
    refreshList();
    m_list->show();
    m_list->raise();
    m_list->activateWindow();
}

void VariableBrowser::refreshList()
{
    if (!m_list)
        return;
    const workspace::OpenCollection *open = m_parts.variables->collection();
    const storage::Environment environment = m_parts.workspace->environment();
    m_list->showNames(m_parts.openDrafts->current().title(), open ? open->collection.name : QString(),
        environment.isSandbox ? tr("the sandbox") : environment.name, m_parts.variables->meanings());
}

void VariableBrowser::edit(const QString &folder)
{
    const workspace::OpenCollection *open = m_parts.collections->holding(folder);
    if (!open)
        return;
    auto *dialog = new VariablesDialog(*m_parts.theme, open->collection, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_parts.collections, &Collections::changed, dialog, [this, dialog](const QString &changed) {
        const workspace::OpenCollection *now = m_parts.collections->holding(changed);
        if (now && now->collection.folder == dialog->folder())
            dialog->follow(now->collection);
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { save(dialog); });
    dialog->open();
}

void VariableBrowser::save(const VariablesDialog *dialog)
{
    const storage::Collection before = dialog->asOnDisk();
    const auto work = [before, variables = dialog->variables(),
                          environments = dialog->environments()]() -> Result<QString> {
        Result<void> saved = variables == before.variables
            ? Result<void>()
            : storage::saveCollectionVariables(before.folder, variables);
        for (const storage::CollectionEnvironment &environment : environments) {
            if (saved && !before.environments.contains(environment))
                saved = storage::saveCollectionEnvironment(before.folder, environment);
        }
        return saved.map([&] { return before.folder; });
    };
    m_parts.collections->perform(work);
    for (const VariablesDialog::Secret &secret : dialog->secrets())
        m_parts.variables->setSecret(before.name, secret.environment, secret.name, secret.value);
}

} // namespace actionscope::ui
