// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/requestsource.h"

#include "app/base/tr.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace actionscope::runner {

namespace {

const storage::CollectionNode *nodeAt(const storage::CollectionNode &root, const QString &path)
{
    if (root.path == path)
        return &root;
    for (const storage::CollectionNode &child : root.children) {
        if (path == child.path || path.startsWith(child.path + QLatin1Char('/'))) {
            if (const storage::CollectionNode *found = nodeAt(child, path))
                return found;
        }
    }
    return nullptr;
}

// Goes from path to path and gathers.
class Finder final
{
public:
    Result<void> add(const QString &path)
    {
        const QFileInfo info(path);
        if (!info.exists())
            return failure(ErrorCode::NotFound, Tr::tr("There is no file or folder %1.").arg(path));
        const QString whole = QDir::cleanPath(info.absoluteFilePath());
        if (info.isDir())
            return addFolder(whole);
        const auto collection = collectionAt(storage::collectionFolderOf(whole), info.absolutePath());
        if (!collection)
            return Failure(collection.error());
        addFile(*collection, QDir(sources.collections[*collection].folder).relativeFilePath(whole));
        addTroubles(*collection, whole);
        return {};
    }

    RunSources sources;

private:
    Result<void> addFolder(const QString &folder)
    {
        const auto found = collectionAt(storage::collectionFolderOf(folder), folder);
        if (!found)
            return Failure(found.error());
        const storage::Collection collection = sources.collections[*found];
        const QString below = QDir(collection.folder).relativeFilePath(folder);
        const storage::CollectionNode *node = nodeAt(collection.root, below == QLatin1String(".") ? QString() : below);
        const qsizetype before = sources.files.size();
        if (node) {
            for (const storage::CollectionNode *request : storage::requestsBelow(*node))
                addFile(*found, request->path);
        }
        addTroubles(*found, folder);
        if (sources.files.size() == before && m_known.isEmpty())
            return failure(ErrorCode::NotFound, Tr::tr("There is no saved request (NAME.action.json) in %1.").arg(folder));
        return {};
    }

    // The collection a folder belongs to, read once; `otherwise` where it belongs to none.
    Result<int> collectionAt(const QString &folder, const QString &otherwise)
    {
        const QString root = QDir::cleanPath(folder.isEmpty() ? otherwise : folder);
        for (qsizetype i = 0; i < sources.collections.size(); ++i) {
            if (sources.collections[i].folder == root)
                return int(i);
        }
        auto collection = storage::readCollection(root);
        if (!collection)
            return Failure(collection.error());
        collection->folder = root;
        sources.collections.append(*collection);
        return int(sources.collections.size() - 1);
    }

    void addFile(int collection, const QString &path)
    {
        const QString whole = QDir(sources.collections[collection].folder).absoluteFilePath(path);
        if (m_known.contains(whole))
            return;
        m_known.insert(whole);
        sources.files.append({path, QFileInfo(whole).absolutePath(), collection, storage::readRequestFile(whole)});
    }

    // Files of the collection that cannot be used count as requests that cannot be sent. Environments do not: the one
    // that is asked for says so itself.
    void addTroubles(int collection, const QString &folder)
    {
        const QDir root(sources.collections[collection].folder);
        QList<storage::CollectionTrouble> troubles = sources.collections[collection].troubles;
        if (sources.collections[collection].isReadOnly)
            troubles.append({root.filePath(QStringLiteral("collection.json")), newerFormatSentence()});
        for (const storage::CollectionTrouble &trouble : troubles) {
            const QString path = root.relativeFilePath(trouble.path);
            const bool isOfAll = path == QLatin1String("collection.json");
            const bool isBelow = trouble.path == folder || trouble.path.startsWith(folder + QLatin1Char('/'));
            if (path.startsWith(QLatin1String("environments/")) || (!isOfAll && !isBelow))
                continue;
            if (m_known.contains(trouble.path)) {
                addDoubt(collection, path, trouble.sentence);
                continue;
            }
            m_known.insert(trouble.path);
            sources.files.append(
                {path, root.path(), collection, failure(ErrorCode::Unreadable, trouble.sentence)});
        }
    }

    // Such as two names that differ in case only.
    void addDoubt(int collection, const QString &path, const QString &sentence)
    {
        const bool isRequest = std::any_of(sources.files.cbegin(), sources.files.cend(), [&](const RequestFile &file) {
            return file.collection == collection && file.path == path && file.saved.has_value();
        });
        const storage::CollectionTrouble doubt {path, sentence};
        if (isRequest && !sources.doubts.contains(doubt))
            sources.doubts.append(doubt);
    }

    QSet<QString> m_known; // whole paths
};

} // namespace

Result<RunSources> findSources(const QStringList &paths)
{
    Finder finder;
    for (const QString &path : paths) {
        if (const auto added = finder.add(path); !added)
            return Failure(added.error());
    }
    RunSources &sources = finder.sources;
    QStringList titles;
    for (const storage::Collection &collection : std::as_const(sources.collections))
        titles.append(collection.name.isEmpty() ? QDir(collection.folder).dirName() : collection.name);
    sources.title = titles.join(QStringLiteral(", "));
    if (sources.collections.size() > 1) {
        for (RequestFile &file : sources.files)
            file.path = titles[file.collection] + QLatin1Char('/') + file.path;
    }
    return sources;
}

} // namespace actionscope::runner
