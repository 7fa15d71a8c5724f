// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/collectionbrowser.h"

#include "app/storage/collectionfiles.h"
#include "app/workspace/collections.h"
#include "app/workspace/opendrafts.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/shell/tabkeeper.h"
#include "ui/sidebar/collectionspanel.h"

#include <QDir>
#include <QFileInfo>

namespace actionscope::ui {

namespace {

using workspace::Collections;

// "New request", "New request 2", … whichever is free.
QString freeName(const QString &folder, const QString &name, const QString &suffix)
{
    QString free = name;
    for (int number = 2; QFileInfo::exists(folder + QLatin1Char('/') + free + suffix); ++number)
        free = QStringLiteral("%1 %2").arg(name, QString::number(number));
    return free;
}

} // namespace

CollectionBrowser::CollectionBrowser(
    const MainWindowParts &parts, CollectionsPanel *panel, TabKeeper *tabs, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_panel(panel)
    , m_tabs(tabs)
{
    connectPanel();
    for (const auto signal : {&Collections::opened, &Collections::changed, &Collections::summarized, &Collections::closed})
        connect(parts.collections, signal, this, &CollectionBrowser::showCollections);
    connect(parts.collections, &Collections::failed, this, &CollectionBrowser::failed);
    connect(parts.openDrafts, &workspace::OpenDrafts::activated, this, &CollectionBrowser::showCurrent);
    connect(parts.openDrafts, &workspace::OpenDrafts::replaced, this, &CollectionBrowser::showCurrent);
}

void CollectionBrowser::connectPanel()
{
    connect(m_panel, &CollectionsPanel::openFolderRequested, this, &CollectionBrowser::openFolder);
    connect(m_panel, &CollectionsPanel::newCollectionRequested, this, &CollectionBrowser::newCollection);
    connect(m_panel, &CollectionsPanel::requestOpened, m_tabs, &TabKeeper::openFile);
    connect(m_panel, &CollectionsPanel::newRequestRequested, this, &CollectionBrowser::newRequest);
    connect(m_panel, &CollectionsPanel::newFolderRequested, this, &CollectionBrowser::newFolder);
    connect(m_panel, &CollectionsPanel::renameRequested, this, &CollectionBrowser::rename);
    connect(m_panel, &CollectionsPanel::moveRequested, this, &CollectionBrowser::move);
    connect(m_panel, &CollectionsPanel::trashRequested, this, &CollectionBrowser::trash);
    connect(m_panel, &CollectionsPanel::closeRequested, m_parts.collections, &Collections::close);
    connect(m_panel, &CollectionsPanel::variablesRequested, this, &CollectionBrowser::variablesRequested);
    connect(m_panel, &CollectionsPanel::duplicateRequested, this, [this](const QString &path) {
        m_parts.collections->perform([path] { return storage::duplicateRequest(path); },
            [this](const QString &copy) { m_panel->editNameOf(copy); });
    });
    connect(m_panel, &CollectionsPanel::copyPathRequested, this,
        [this](const QString &path) { m_parts.clipboard->setText(path); });
}

void CollectionBrowser::open(const QStringList &paths)
{
    for (const QString &path : paths) {
        const QString absolute = QDir().absoluteFilePath(path);
        if (QFileInfo(absolute).isDir()) {
            m_parts.collections->open(absolute);
            continue;
        }
        if (const QString folder = storage::collectionFolderOf(absolute); !folder.isEmpty())
            m_parts.collections->open(folder);
        m_tabs->openFile(QDir::cleanPath(absolute));
    }
}

void CollectionBrowser::openFolder()
{
    FileQuestion question;
    question.kind = FileQuestion::Kind::Folder;
    question.title = tr("Open a Collection");
    m_parts.fileDialog->ask(
        m_panel->window(), question, [this](const QString &folder) { m_parts.collections->open(folder); });
}

void CollectionBrowser::newCollection()
{
    FileQuestion question;
    question.kind = FileQuestion::Kind::Save;
    question.title = tr("New Collection");
    question.suggestedName = tr("My collection");
    m_parts.fileDialog->ask(m_panel->window(), question, [this](const QString &folder) {
        const auto work = [folder]() -> Result<QString> {
            const auto made = storage::createCollection(folder, QFileInfo(folder).fileName());
            return made.map([&] { return folder; });
        };
        m_parts.collections->perform(work, [this](const QString &made) { m_parts.collections->open(made); });
    });
}

void CollectionBrowser::showCollections()
{
    m_panel->setCollections(m_parts.collections->all());
    showCurrent();
}

void CollectionBrowser::showCurrent() { m_panel->reveal(m_parts.openDrafts->current().path); }

void CollectionBrowser::newRequest(const QString &folder)
{
    const auto work = [folder, title = tr("New request")] {
        const QString name = freeName(folder, title, QString::fromUtf16(storage::savedRequestSuffix));
        return storage::createRequest(folder, name, {});
    };
    m_parts.collections->perform(work, [this](const QString &path) {
        m_tabs->openFile(path);
        m_panel->editNameOf(path);
    });
}

void CollectionBrowser::newFolder(const QString &folder)
{
    const auto work = [folder, title = tr("New folder")] {
        return storage::createFolder(folder, freeName(folder, title, QString()));
    };
    m_parts.collections->perform(work, [this](const QString &path) { m_panel->editNameOf(path); });
}

void CollectionBrowser::rename(const QString &path, const QString &name)
{
    m_parts.collections->perform([path, name] { return storage::renameEntry(path, name); },
        [this, path](const QString &to) { m_parts.openDrafts->noticeRename(path, to); });
}

void CollectionBrowser::move(const QString &path, const QString &folder, const QStringList &order)
{
    const workspace::OpenCollection *target = m_parts.collections->holding(folder);
    if (!target)
        return;
    const auto work = [path, folder, order, root = target->collection.folder]() -> Result<QString> {
        const Result<QString> moved
            = QFileInfo(path).absolutePath() == folder ? Result<QString>(path) : storage::moveEntry(path, folder);
        if (!moved || order.isEmpty())
            return moved;
        const QString parent = folder == root ? QString() : QDir(root).relativeFilePath(folder);
        return storage::saveChildOrder(root, parent, order).map([&] { return *moved; });
    };
    m_parts.collections->perform(
        work, [this, path](const QString &to) { m_parts.openDrafts->noticeRename(path, to); });
}

void CollectionBrowser::trash(const QString &path, const QString &name)
{
    Question question;
    question.title = tr("Move to Trash");
    question.text = tr("Move “%1” to the trash?").arg(name);
    question.detail = tr("It can be brought back from there.");
    question.acceptText = tr("Move to Trash");
    m_parts.messageBox->ask(m_panel->window(), question, [this, path] {
        m_parts.collections->perform(
            [path]() -> Result<QString> { return storage::trashEntry(path).map([&] { return path; }); });
    });
}

} // namespace actionscope::ui
