// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/collectionfiles.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/storage/collectionfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <functional>

namespace actionscope::storage {

namespace {

constexpr int longestName = 200; // bytes; most disks end at 255 with the suffix

const QString suffix = QString::fromUtf16(savedRequestSuffix);

bool isRequest(const QString &path) { return path.endsWith(suffix); }

QString headPath(const QString &folder) { return folder + QStringLiteral("/collection.json"); }

// As collection.json lists it: from the collection's folder on, a request without its suffix, a folder with '/'.
QString orderName(const QString &collectionFolder, const QString &path, bool isFolder)
{
    const QString relative = QDir(collectionFolder).relativeFilePath(path);
    return isFolder ? relative + QLatin1Char('/') : relative.chopped(suffix.size());
}

Failure taken(const QString &path)
{
    return failure(ErrorCode::InvalidInput, Tr::tr("%1 exists already.").arg(path), {}, Tr::tr("Choose another name."));
}

Result<void> changeHead(const QString &folder, const std::function<void(CollectionHead *)> &change)
{
    const QString path = headPath(folder);
    const Result<QByteArray> text = readFile(path);
    if (!text && text.error().code != ErrorCode::NotFound)
        return Failure(text.error());
    CollectionHead head;
    if (text) {
        const Result<CollectionHead> read = readCollectionHead(*text);
        if (!read)
            return failure(read.error().code, Tr::tr("%1 was not changed. %2").arg(path, read.error().sentence));
        if (read->isReadOnly) {
            return failure(ErrorCode::Unwritable,
                Tr::tr("%1 was written by a newer version of Actionscope and was not changed.").arg(path));
        }
        head = *read;
    }
    change(&head);
    const QByteArray before = text.value_or(QByteArray());
    const QByteArray after = writeCollectionHead(before, head);
    return after == before ? Result<void>() : writeFileAtomically(path, after, FileAccess::AsUsual);
}

// Lets `order` follow what moved; a collection without an order needs none.
Result<void> followInOrder(const QString &from, const QString &to, bool isFolder)
{
    const QString collection = collectionFolderOf(QFileInfo(from).absolutePath());
    if (collection.isEmpty() || collectionFolderOf(QFileInfo(to).absolutePath()) != collection)
        return {};
    const QString before = orderName(collection, from, isFolder);
    const QString after = orderName(collection, to, isFolder);
    const Result<QByteArray> text = readFile(headPath(collection));
    if (!text || !text->contains("\"order\""))
        return {};
    return changeHead(collection, [&](CollectionHead *head) {
        for (QString &each : head->order) {
            if (each == before || (isFolder && each.startsWith(before)))
                each = after + each.sliced(before.size());
        }
    });
}

Result<QString> relocated(const QString &path, const QString &to)
{
    if (to == path)
        return path;
    const bool isFolder = QFileInfo(path).isDir();
    if (isFolder && to.startsWith(path + QLatin1Char('/')))
        return failure(ErrorCode::InvalidInput, Tr::tr("A folder cannot be moved into itself."));
    // Names that differ in case only may be the same file.
    const bool isSameFile = QFileInfo(to).canonicalFilePath() == QFileInfo(path).canonicalFilePath();
    if (QFileInfo::exists(to) && !isSameFile)
        return taken(to);
    if (!QDir().rename(path, to)) {
        return failure(ErrorCode::Unwritable,
            Tr::tr("%1 could not be moved to %2.").arg(path, to), {}, Tr::tr("Look whether the folder may be written."));
    }
    if (const Result<void> followed = followInOrder(path, to, isFolder); !followed)
        return Failure(followed.error());
    return to;
}

} // namespace

Result<QString> usableName(const QString &name)
{
    const QString clean = name.trimmed();
    const auto refuse = [](const QString &sentence) { return failure(ErrorCode::InvalidInput, sentence); };
    if (clean.isEmpty())
        return refuse(Tr::tr("The name is empty."));
    if (clean.startsWith(QLatin1Char('.')))
        return refuse(Tr::tr("A name that begins with a dot would be hidden."));
    if (clean.toUtf8().size() > longestName)
        return refuse(Tr::tr("The name is longer than %n bytes.", nullptr, longestName));
    for (const QChar c : clean) {
        if (QStringView(u"/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control) {
            return refuse(c.isPrint() ? Tr::tr("A name must not contain “%1”.").arg(c)
                                      : Tr::tr("A name must not contain line breaks or control characters."));
        }
    }
    return clean;
}

Result<void> createCollection(const QString &folder, const QString &name)
{
    if (QFileInfo::exists(headPath(folder)))
        return taken(headPath(folder));
    CollectionHead head;
    head.name = name;
    return writeFileAtomically(headPath(folder), writeCollectionHead({}, head), FileAccess::AsUsual);
}

Result<QString> createRequest(const QString &folder, const QString &name, const SavedRequest &request)
{
    const Result<QString> clean = usableName(name);
    if (!clean)
        return clean;
    const QString path = folder + QLatin1Char('/') + *clean + suffix;
    if (QFileInfo::exists(path))
        return taken(path);
    SavedRequest fresh = request;
    fresh.text.clear();
    const Result<QByteArray> saved = saveRequestFile(path, fresh);
    return saved.map([&](const QByteArray &) { return path; });
}

Result<QString> createFolder(const QString &folder, const QString &name)
{
    const Result<QString> clean = usableName(name);
    if (!clean)
        return clean;
    const QString path = folder + QLatin1Char('/') + *clean;
    if (QFileInfo::exists(path))
        return taken(path);
    if (!QDir().mkpath(path))
        return failure(ErrorCode::Unwritable, Tr::tr("The folder %1 could not be made.").arg(path));
    return path;
}

Result<QString> duplicateRequest(const QString &path)
{
    const Result<QByteArray> text = readFile(path);
    if (!text)
        return Failure(text.error());
    const QString stem = path.chopped(suffix.size());
    QString to = Tr::tr("%1 copy").arg(stem) + suffix;
    for (int number = 2; QFileInfo::exists(to); ++number)
        to = Tr::tr("%1 copy %2").arg(stem, QString::number(number)) + suffix;
    const Result<void> written = writeFileAtomically(to, *text, FileAccess::AsUsual);
    return written.map([&] { return to; });
}

Result<QString> renameEntry(const QString &path, const QString &name)
{
    const Result<QString> clean = usableName(name);
    if (!clean)
        return clean;
    const QString folder = QFileInfo(path).absolutePath();
    return relocated(path, folder + QLatin1Char('/') + *clean + (isRequest(path) ? suffix : QString()));
}

Result<QString> moveEntry(const QString &path, const QString &folder)
{
    return relocated(path, folder + QLatin1Char('/') + QFileInfo(path).fileName());
}

Result<void> trashEntry(const QString &path)
{
    if (!QFileInfo::exists(path))
        return failure(ErrorCode::NotFound, Tr::tr("%1 is not there any more.").arg(path));
    // Where this folder is missing, Qt 6.4 takes the current one for the trash.
    const bool hasTrash = QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    if (!hasTrash || !QFile::moveToTrash(path)) {
        return failure(ErrorCode::Unwritable, Tr::tr("%1 could not be moved to the trash and was left.").arg(path), {},
            Tr::tr("Look whether the folder may be written."));
    }
    return {};
}

Result<QByteArray> saveRequestFile(const QString &path, const SavedRequest &request, Overwrite overwrite)
{
    if (request.isReadOnly) {
        return failure(ErrorCode::Unwritable,
            Tr::tr("%1 was written by a newer version of Actionscope and was not changed.").arg(path));
    }
    const QByteArray text = writeSavedRequest(request);
    const Result<QByteArray> now = readFile(path);
    if (!now && now.error().code != ErrorCode::NotFound)
        return now;
    const QByteArray &known = request.replaces.isEmpty() ? request.text : request.replaces;
    if (now && *now != known && *now != text && overwrite == Overwrite::Never) {
        return failure(ErrorCode::Unwritable,
            Tr::tr("%1 was changed by somebody else meanwhile and was not written over.").arg(path));
    }
    const Result<void> written = writeFileAtomically(path, text, FileAccess::AsUsual);
    return written.map([&] { return text; });
}

Result<void> saveCollectionVariables(const QString &folder, const VariableList &variables)
{
    return changeHead(folder, [&](CollectionHead *head) { head->variables = variables; });
}

Result<void> saveCollectionEnvironment(const QString &folder, const CollectionEnvironment &environment)
{
    const QString path = QStringLiteral("%1/environments/%2.json").arg(folder, environment.name);
    return writeFileAtomically(path, writeCollectionEnvironment(environment), FileAccess::AsUsual);
}

Result<void> saveChildOrder(const QString &collectionFolder, const QString &parentPath, const QStringList &children)
{
    const QString prefix = parentPath.isEmpty() ? QString() : parentPath + QLatin1Char('/');
    const auto isChild = [&](const QString &name) {
        if (!name.startsWith(prefix))
            return false;
        const QString rest = name.sliced(prefix.size());
        return !rest.isEmpty() && !rest.chopped(1).contains(QLatin1Char('/'));
    };
    return changeHead(collectionFolder, [&](CollectionHead *head) {
        const auto first = std::find_if(head->order.cbegin(), head->order.cend(), isChild);
        const qsizetype at = first - head->order.cbegin();
        head->order.removeIf(isChild);
        for (qsizetype i = 0; i < children.size(); ++i)
            head->order.insert(std::min(at, head->order.size() - i) + i, children[i]);
    });
}

} // namespace actionscope::storage
