// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/environmentediting.h"

#include "app/sandbox/modeloptions.h"
#include "app/workspace/keykeeper.h"
#include "app/workspace/keytest.h"
#include "app/workspace/workspace.h"
#include "ui/dialogs/environmentsdialog.h"

namespace actionscope::ui {

void editEnvironments(workspace::Workspace *workspace, workspace::KeyKeeper *keys, QWidget *window)
{
    auto *dialog = new EnvironmentsDialog(workspace->ownEnvironments(), keys->storeKind(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    workspace::KeyTest *test = workspace->newKeyTest(dialog);
    QObject::connect(dialog, &EnvironmentsDialog::keyTestRequested, test, &workspace::KeyTest::start);
    QObject::connect(test, &workspace::KeyTest::finished, dialog, &EnvironmentsDialog::showKeyTest);
    QObject::connect(dialog, &QDialog::accepted, workspace, [workspace, keys, dialog] {
        keys->apply(dialog->keyChanges() + dialog->modelKeyChanges(sandbox::modelSecretName));
        workspace->setEnvironments(dialog->environments(), dialog->renames());
    });
    dialog->open();
}

} // namespace actionscope::ui
