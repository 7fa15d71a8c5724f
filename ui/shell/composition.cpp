// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/composition.h"

#include "app/api/apikey.h"
#include "app/base/whenready.h"
#include "app/executor/executor.h"
#include "app/sandbox/sandbox.h"
#include "app/storage/configfolder.h"
#include "app/storage/draftstore.h"
#include "app/storage/fallbacksecretstore.h"
#include "app/storage/history.h"
#include "app/storage/settings.h"
#include "app/storage/tabstore.h"
#include "app/workspace/catalogguide.h"
#include "app/workspace/catalogkeeper.h"
#include "app/workspace/collections.h"
#include "app/workspace/environmentwish.h"
#include "app/workspace/keykeeper.h"
#include "app/workspace/opendrafts.h"
#include "app/workspace/variablekeeper.h"
#include "app/workspace/workspace.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/services/theme.h"
#include "ui/shell/mainwindow.h"

namespace actionscope::ui {

namespace {

ThemeChoice choiceNamed(const QString &name)
{
    if (name == QLatin1String("light"))
        return ThemeChoice::Light;
    return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

} // namespace

// In the order they are made; each may use those above it, and they go in the opposite order.
struct Composition::Parts
{
    explicit Parts(const CompositionOptions &given)
        : options(given)
        , settings(given.configFolder)
        , drafts(given.configFolder)
        , tabs(given.configFolder)
        , history(storage::historyFolder(given.configFolder))
        , catalog(catalog::catalogFolder(given.configFolder), &executor)
    {
    }

    CompositionOptions options;
    SystemClipboard clipboard;
    SystemFileDialog fileDialog;
    SystemMessageBox messageBox;
    storage::Settings settings;
    storage::DraftStore drafts;
    storage::TabStore tabs;
    workspace::Collections collections {&settings};
    workspace::OpenDrafts openDrafts;
    storage::History history;
    std::unique_ptr<storage::FallbackSecretStore> secrets;
    executor::Executor executor;
    ThemeService theme;
    std::unique_ptr<workspace::Workspace> workspace;
    std::unique_ptr<workspace::KeyKeeper> keys;
    std::unique_ptr<workspace::VariableKeeper> variables;
    workspace::CatalogKeeper catalog;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<workspace::EnvironmentWish> wish;
    std::unique_ptr<sandbox::Sandbox> sandbox;
    std::unique_ptr<workspace::CatalogGuide> guide;
};

Composition::Composition(const CompositionOptions &options)
    : m_parts(std::make_unique<Parts>(options))
{
    Parts &parts = *m_parts;
    storage::SecretStore *secrets = options.secrets;
    if (!secrets) {
        parts.secrets = std::make_unique<storage::FallbackSecretStore>();
        secrets = parts.secrets.get();
    }
    parts.theme.setChoice(choiceNamed(parts.settings.theme()));
    parts.workspace = std::make_unique<workspace::Workspace>(
        workspace::WorkspaceParts {
            &parts.settings, &parts.history, secrets, &parts.executor, catalog::catalogFolder(options.configFolder)});
    parts.keys = std::make_unique<workspace::KeyKeeper>(secrets);

    parts.variables = std::make_unique<workspace::VariableKeeper>(workspace::VariableKeeper::Parts {
        parts.workspace.get(), &parts.collections, &parts.openDrafts, secrets, &parts.settings});

    // Before anybody else hears of a run.
    QObject::connect(parts.workspace.get(), &workspace::Workspace::runStarted, &parts.openDrafts,
        &workspace::OpenDrafts::noteRun);

    MainWindowParts windowParts;
    windowParts.workspace = parts.workspace.get();
    windowParts.keys = parts.keys.get();
    windowParts.catalog = &parts.catalog;
    windowParts.executor = &parts.executor;
    windowParts.settings = &parts.settings;
    windowParts.history = &parts.history;
    windowParts.drafts = &parts.drafts;
    windowParts.tabs = &parts.tabs;
    windowParts.collections = &parts.collections;
    windowParts.openDrafts = &parts.openDrafts;
    windowParts.variables = parts.variables.get();
    windowParts.theme = &parts.theme;
    windowParts.clipboard = options.clipboard ? options.clipboard : &parts.clipboard;
    windowParts.fileDialog = options.fileDialog ? options.fileDialog : &parts.fileDialog;
    windowParts.messageBox = options.messageBox ? options.messageBox : &parts.messageBox;
    parts.window = std::make_unique<MainWindow>(windowParts);
    if (!options.environment.isEmpty()) {
        parts.wish = std::make_unique<workspace::EnvironmentWish>(
            options.environment, parts.workspace.get(), &parts.collections);
        QObject::connect(parts.wish.get(), &workspace::EnvironmentWish::failed, parts.window.get(), &MainWindow::showTrouble);
    }
    QObject::connect(
        parts.window.get(), &MainWindow::firstPainted, parts.window.get(), [this] { startServices(); });
}

Composition::~Composition() = default;

void Composition::open(const QStringList &paths) { m_parts->window->openPaths(paths); }

void Composition::show() { m_parts->window->show(); }

MainWindow &Composition::window() { return *m_parts->window; }

// Everything that is not on the first picture.
void Composition::startServices()
{
    MainWindow *window = m_parts->window.get();
    window->showHistory();
    if (m_parts->wish)
        m_parts->wish->expectNoMore();

    m_parts->sandbox = std::make_unique<sandbox::Sandbox>();
    window->followSandbox(m_parts->sandbox.get());
    startSandbox();

    m_parts->variables->readKeptSecrets();
    m_parts->guide = std::make_unique<workspace::CatalogGuide>(
        m_parts->workspace.get(), m_parts->keys.get(), &m_parts->catalog);

    storage::FallbackSecretStore *secrets = m_parts->secrets.get();
    if (!secrets) {
        window->showSecretStore(m_parts->options.secrets->kind(), {});
        return;
    }
    const auto tell = [window, secrets] { window->showSecretStore(secrets->kind(), secrets->trouble()); };
    QObject::connect(secrets, &storage::FallbackSecretStore::chosen, window, tell);
    tell();
}

// Waits for the model's key where a model is to make input from words.
void Composition::startSandbox()
{
    const auto model = sandbox::modelOptionsFromEnvironment();
    if (!model)
        m_parts->window->showTrouble(model.error());
    sandbox::SandboxOptions options;
    options.model = model.value_or(sandbox::ModelOptions {});
    options.port = quint16(m_parts->settings.sandboxPort());
    options.portFallback = sandbox::PortFallback::AnyFree;
    if (!options.model.isSet() || !options.model.apiKey.isEmpty()) {
        m_parts->sandbox->start(options);
        return;
    }
    storage::SecretStore *secrets = m_parts->options.secrets ? m_parts->options.secrets : m_parts->secrets.get();
    whenReady(secrets->read(sandbox::modelSecretName), m_parts->sandbox.get(),
        [this, options](const Result<QByteArray> &key) mutable {
            options.model.apiKey = key.and_then([](const QByteArray &text) { return api::cleanApiKey(text); })
                                       .value_or(QByteArray()); // local servers ask for none
            m_parts->sandbox->start(options);
        });
}

} // namespace actionscope::ui
