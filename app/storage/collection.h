// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/base/error.h"
#include "app/storage/savedrequest.h"
#include "app/storage/variable.h"

#include <vector>

namespace actionscope::storage {

// Something in a collection that cannot be used; everything else can.
struct CollectionTrouble
{
    QString path; // of the file or folder, absolute
    QString sentence; // complete, with line and column where there are any

    bool operator==(const CollectionTrouble &) const = default;
};

// One row of the tree: a folder, or a file NAME.action.json, which is not read yet.
struct CollectionNode
{
    enum class Kind { Folder, Request };

    Kind kind = Kind::Request;
    QString name; // without .action.json
    QString path; // from the collection's folder on, with '/': "issues/create.action.json"; empty for the root
    std::vector<CollectionNode> children; // in the order they are shown and run in

    bool operator==(const CollectionNode &) const = default;
};

// One file environments/NAME.json.
struct CollectionEnvironment
{
    QString name;
    QString baseUrl; // as it stands in the file; may hold {{names}}
    api::ApiVersion apiVersion = api::ApiVersion::V31;
    VariableList variables;
    QStringList secrets; // names only; "apiKey" is the key requests are sent with
    bool isProtected = false;
    QByteArray text; // the file as it was read

    bool operator==(const CollectionEnvironment &) const = default;
};

// A folder of saved requests, as it is on disk.
struct Collection
{
    QString folder; // absolute
    QString name; // from collection.json, else the folder's
    VariableList variables;
    QStringList order; // paths as in CollectionNode, requests without suffix, folders with a '/' at the end
    CollectionNode root;
    QList<CollectionEnvironment> environments; // by name
    QList<CollectionTrouble> troubles;
    bool isReadOnly = false; // collection.json was written by a newer version
    QByteArray text; // collection.json as it was read; empty where there is none

    bool operator==(const Collection &) const = default;
};

// Lists the folder and reads collection.json and environments/; the requests themselves are left for
// readRequestFile(). An error only where the folder itself cannot be read; any other trouble is in the list.
[[nodiscard]] Result<Collection> readCollection(const QString &folder);

// One request of a collection, or any other file of that form.
[[nodiscard]] Result<SavedRequest> readRequestFile(const QString &path);

[[nodiscard]] QString absolutePath(const Collection &collection, const CollectionNode &node);
// Requests below a node in the order they are shown and run in.
[[nodiscard]] std::vector<const CollectionNode *> requestsBelow(const CollectionNode &node);
// A request, collection.json or anything in environments/, by its name and place, whether it is there yet or not. Links
// count as what they lead to.
[[nodiscard]] bool isCollectionFile(const QString &path);
// The innermost folder at or above `path` with a collection.json; empty where there is none.
[[nodiscard]] QString collectionFolderOf(const QString &path);

} // namespace actionscope::storage
