// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace actionscope::executor {
class Executor;
}

namespace actionscope::storage {
class DraftStore;
class History;
class Settings;
class TabStore;
} // namespace actionscope::storage

namespace actionscope::workspace {
class CatalogKeeper;
class Collections;
class KeyKeeper;
class OpenDrafts;
class VariableKeeper;
class Workspace;
} // namespace actionscope::workspace

namespace actionscope::ui {

class Clipboard;
class FileDialog;
class MessageBox;
class ThemeService;

// What the window is wired to; all of it outlives the window.
struct MainWindowParts
{
    workspace::Workspace *workspace = nullptr;
    workspace::KeyKeeper *keys = nullptr;
    workspace::CatalogKeeper *catalog = nullptr; // opened after the first paint
    executor::Executor *executor = nullptr; // for what is no execution
    storage::Settings *settings = nullptr;
    storage::History *history = nullptr;
    storage::DraftStore *drafts = nullptr; // what a version without tabs left
    storage::TabStore *tabs = nullptr;
    workspace::Collections *collections = nullptr;
    workspace::OpenDrafts *openDrafts = nullptr;
    workspace::VariableKeeper *variables = nullptr;
    ThemeService *theme = nullptr;
    Clipboard *clipboard = nullptr;
    FileDialog *fileDialog = nullptr;
    MessageBox *messageBox = nullptr;
};

} // namespace actionscope::ui
