// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/collections.h"

#include "app/base/whenready.h"
#include "app/storage/settings.h"

#include <QDir>

#include <algorithm>

namespace actionscope::workspace {

namespace {

constexpr size_t mostWatchedFiles = 2000; // of a collection; above, only what replaces a file is seen at once

void addFolders(const storage::Collection &collection, const storage::CollectionNode &node, QStringList *folders)
{
    if (node.kind != storage::CollectionNode::Kind::Folder)
        return;
    folders->append(storage::absolutePath(collection, node));
    for (const storage::CollectionNode &child : node.children)
        addFolders(collection, child, folders);
}

} // namespace

Collections::Collections(storage::Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(&m_watcher, &storage::CollectionWatcher::changed, this, &Collections::readAgain);
}

Collections::~Collections() { m_isEnding = true; }

void Collections::openRemembered()
{
    for (const QString &folder : m_settings->openCollections())
        open(folder);
}

void Collections::open(const QString &folder)
{
    const QString path = QDir::cleanPath(QDir().absoluteFilePath(folder));
    if (!m_wanted.contains(path))
        m_wanted.append(path);
    read(path);
}

void Collections::close(const QString &folder)
{
    m_wanted.removeAll(folder);
    const auto isMeant = [&](const OpenCollection &each) { return each.collection.folder == folder; };
    if (m_all.removeIf(isMeant) == 0)
        return;
    remember();
    watch();
    Q_EMIT closed(folder);
}

const OpenCollection *Collections::holding(const QString &path) const
{
    const OpenCollection *innermost = nullptr;
    for (const OpenCollection &each : m_all) {
        const QString &folder = each.collection.folder;
        const bool isInside = path == folder || path.startsWith(folder + QLatin1Char('/'));
        if (isInside && (!innermost || folder.size() > innermost->collection.folder.size()))
            innermost = &each;
    }
    return innermost;
}

void Collections::watchFiles(const QStringList &files)
{
    if (files == m_files)
        return;
    m_files = files;
    watch();
}

void Collections::perform(const Work &work, const std::function<void(const QString &path)> &done)
{
    whenReady(m_jobs.add<Result<QString>>(work), this, [this, done](const Result<QString> &path) {
        if (!path) {
            Q_EMIT failed(path.error());
            return;
        }
        readAgain();
        if (done)
            done(*path);
    });
}

QFuture<Result<storage::SavedRequest>> Collections::readRequest(const QString &path)
{
    return m_jobs.add<Result<storage::SavedRequest>>([path] { return storage::readRequestFile(path); });
}

void Collections::readAgain()
{
    Q_EMIT filesChanged();
    for (const QString &folder : std::as_const(m_wanted))
        read(folder);
}

void Collections::read(const QString &folder)
{
    const auto reading = m_jobs.add<Result<storage::Collection>>([folder] { return storage::readCollection(folder); });
    whenReady(reading, this,
        [this, folder](const Result<storage::Collection> &collection) { take(folder, collection); });
}

void Collections::take(const QString &folder, const Result<storage::Collection> &collection)
{
    if (!m_wanted.contains(folder)) // closed meanwhile
        return;
    OpenCollection *known = find(folder);
    if (!collection) {
        m_wanted.removeAll(folder);
        if (known)
            close(folder);
        remember();
        Q_EMIT failed(collection.error());
        return;
    }
    if (!known) {
        m_all.append({*collection, {}});
        remember();
        Q_EMIT opened(folder);
    } else if (known->collection != *collection) {
        known->collection = *collection;
        Q_EMIT changed(folder);
    }
    watch();
    summarize(folder);
}

void Collections::summarize(const QString &folder)
{
    const OpenCollection *known = find(folder);
    const auto reading = m_jobs.add<storage::RequestSummaries>(
        [this, collection = known->collection] { return storage::readSummaries(collection, &m_isEnding); });
    whenReady(reading, this, [this, folder](const storage::RequestSummaries &summaries) {
        OpenCollection *open = find(folder);
        if (!open || open->summaries == summaries)
            return;
        open->summaries = summaries;
        Q_EMIT summarized(folder);
    });
}

void Collections::watch()
{
    QStringList folders;
    QStringList files = m_files;
    for (const OpenCollection &each : std::as_const(m_all)) {
        const storage::Collection &collection = each.collection;
        addFolders(collection, collection.root, &folders);
        folders.append(collection.folder + QStringLiteral("/environments"));
        files.append(collection.folder + QStringLiteral("/collection.json"));
        for (const storage::CollectionEnvironment &environment : collection.environments)
            files.append(QStringLiteral("%1/environments/%2.json").arg(collection.folder, environment.name));
        const auto requests = storage::requestsBelow(collection.root);
        if (requests.size() > mostWatchedFiles)
            continue;
        for (const storage::CollectionNode *request : requests)
            files.append(storage::absolutePath(collection, *request));
    }
    m_watcher.watch(folders, files);
}

void Collections::remember() { m_settings->setOpenCollections(m_wanted); }

OpenCollection *Collections::find(const QString &folder)
{
    const auto at = std::find_if(
        m_all.begin(), m_all.end(), [&](const OpenCollection &each) { return each.collection.folder == folder; });
    return at == m_all.end() ? nullptr : &*at;
}

} // namespace actionscope::workspace
