// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioneffect.h"
#include "app/storage/draft.h"

#include <QObject>

class QWidget;

namespace actionscope::workspace {
class CatalogKeeper;
class Workspace;
} // namespace actionscope::workspace

namespace actionscope::ui {

class MessageBox;
class RequestPage;
class TopBar;

// The way from the button to the workspace: says what the action in the form does and where, and asks before
// it changes something on a protected environment.
class GuardedExecution final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        workspace::Workspace *workspace = nullptr;
        workspace::CatalogKeeper *catalog = nullptr;
        MessageBox *messageBox = nullptr;
        RequestPage *request = nullptr;
        TopBar *topBar = nullptr;
        QWidget *frame = nullptr; // around the whole window
    };

    explicit GuardedExecution(const Parts &parts, QObject *parent = nullptr);

    // At most one execution, of the draft as it is now; none where the question is not answered with yes.
    void execute();

private:
    // Shows what stands in the form now.
    void refresh();
    void ask(const storage::Draft &draft);
    [[nodiscard]] api::ActionEffect effectOf(const storage::Draft &draft) const;

    Parts m_parts;
};

} // namespace actionscope::ui
