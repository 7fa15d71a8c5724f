// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <memory>

namespace actionscope::storage {
class SecretStore;
}

namespace actionscope::ui {

class Clipboard;
class FileDialog;
class MainWindow;
class MessageBox;

// How a window is put together. What is left out is the real thing; a test may hand in its own.
struct CompositionOptions
{
    QString configFolder;
    QString environment; // chosen at the start; empty: as it was left
    storage::SecretStore *secrets = nullptr;
    Clipboard *clipboard = nullptr;
    FileDialog *fileDialog = nullptr;
    MessageBox *messageBox = nullptr;
};

// Who gets what: makes every long-lived part once and hands it to those that need it.
// Before the first paint only what the window itself shows is made; the sandbox, the keychain and the history
// follow.
class Composition final
{
public:
    explicit Composition(const CompositionOptions &options);
    ~Composition();
    Q_DISABLE_COPY_MOVE(Composition)

    void show();
    // Files of saved requests and folders of them.
    void open(const QStringList &paths);
    [[nodiscard]] MainWindow &window();

private:
    struct Parts;
    void startServices();
    void startSandbox();

    std::unique_ptr<Parts> m_parts;
};

} // namespace actionscope::ui
