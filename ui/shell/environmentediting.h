// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace actionscope::workspace {
class KeyKeeper;
class Workspace;
} // namespace actionscope::workspace

namespace actionscope::ui {

// Opens the dialog of the environments, tests keys for it, and keeps what was saved there.
void editEnvironments(workspace::Workspace *workspace, workspace::KeyKeeper *keys, QWidget *window);

} // namespace actionscope::ui
