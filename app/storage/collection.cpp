// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/collection.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/storage/collectionfile.h"
#include "app/storage/collectionlister.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace actionscope::storage {

namespace {

void readHead(Collection *collection)
{
    const QString path = collection->folder + QStringLiteral("/collection.json");
    const Result<QByteArray> text = readFile(path);
    if (!text) {
        if (text.error().code != ErrorCode::NotFound)
            collection->troubles.append({path, text.error().sentence});
        return;
    }
    collection->text = *text;
    const Result<CollectionHead> head = readCollectionHead(*text);
    if (!head) {
        collection->troubles.append({path, head.error().sentence});
        return;
    }
    if (!head->name.trimmed().isEmpty())
        collection->name = head->name;
    collection->variables = head->variables;
    collection->order = head->order;
    collection->isReadOnly = head->isReadOnly;
}

void readEnvironments(Collection *collection)
{
    const QDir folder(collection->folder + QStringLiteral("/environments"));
    const QStringList files = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString path = folder.filePath(file);
        const Result<QByteArray> text = readFile(path);
        const auto environment = text ? readCollectionEnvironment(*text, file.chopped(5)) : Failure(text.error());
        if (environment)
            collection->environments.append(*environment);
        else
            collection->troubles.append({path, environment.error().sentence});
    }
}

void addRequests(const CollectionNode &node, std::vector<const CollectionNode *> *requests)
{
    if (node.kind == CollectionNode::Kind::Request) {
        requests->push_back(&node);
        return;
    }
    for (const CollectionNode &child : node.children)
        addRequests(child, requests);
}

} // namespace

Result<Collection> readCollection(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return failure(ErrorCode::NotFound, Tr::tr("The folder %1 does not exist.").arg(folder));
    if (!info.isDir())
        return failure(ErrorCode::InvalidInput, Tr::tr("%1 is not a folder.").arg(folder));
    if (!info.isReadable())
        return failure(ErrorCode::Unreadable, Tr::tr("The folder %1 may not be read by you.").arg(folder));
    Collection collection;
    collection.folder = QDir::cleanPath(info.absoluteFilePath());
    collection.name = QFileInfo(collection.folder).fileName();
    readHead(&collection);
    readEnvironments(&collection);
    CollectionLister lister(collection.folder, collection.order);
    collection.root = lister.list();
    collection.troubles += lister.troubles();
    return collection;
}

Result<SavedRequest> readRequestFile(const QString &path)
{
    const Result<QByteArray> text = readFile(path);
    if (!text)
        return Failure(text.error());
    QString name = QFileInfo(path).fileName();
    if (name.endsWith(QStringView(savedRequestSuffix)))
        name.chop(QStringView(savedRequestSuffix).size());
    return readSavedRequest(*text, name);
}

QString absolutePath(const Collection &collection, const CollectionNode &node)
{
    return node.path.isEmpty() ? collection.folder : collection.folder + QLatin1Char('/') + node.path;
}

std::vector<const CollectionNode *> requestsBelow(const CollectionNode &node)
{
    std::vector<const CollectionNode *> requests;
    addRequests(node, &requests);
    return requests;
}

bool isCollectionFile(const QString &path)
{
    const auto isOne = [](const QString &whole) {
        const QFileInfo file(whole);
        const bool isEnvironment = QDir(file.absolutePath()).dirName() == QLatin1String("environments");
        return isEnvironment || file.fileName() == QLatin1String("collection.json") || whole.endsWith(QStringView(savedRequestSuffix));
    };
    const QFileInfo named(path);
    return isOne(QDir::cleanPath(named.absoluteFilePath())) || (named.exists() && isOne(named.canonicalFilePath()));
}

QString collectionFolderOf(const QString &path)
{
    const QFileInfo info(path);
    QDir folder(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    do {
        if (folder.exists(QStringLiteral("collection.json")))
            return QDir::cleanPath(folder.absolutePath());
    } while (folder.cdUp());
    return {};
}

} // namespace actionscope::storage
