// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/collection.h"

namespace actionscope::storage {

// What a person does to the files of a collection. Each is one step on the disk that is done or not done at all; paths
// are absolute. Nothing that is there already is ever written over by a new name. `order` of collection.json follows.

// A folder with a collection.json in it; an existing folder may be made one.
[[nodiscard]] Result<void> createCollection(const QString &folder, const QString &name);
// Each returns the path of what it made.
[[nodiscard]] Result<QString> createRequest(const QString &folder, const QString &name, const SavedRequest &request);
[[nodiscard]] Result<QString> createFolder(const QString &folder, const QString &name);
[[nodiscard]] Result<QString> duplicateRequest(const QString &path);
[[nodiscard]] Result<QString> renameEntry(const QString &path, const QString &name);
[[nodiscard]] Result<QString> moveEntry(const QString &path, const QString &folder);
// To the desktop's trash, from where it can be brought back.
[[nodiscard]] Result<void> trashEntry(const QString &path);

// Writes the request to its file; the new text. What somebody else wrote since the request was read is not written over,
// unless the person agreed to just that.
enum class Overwrite { Never, Agreed };
[[nodiscard]] Result<QByteArray> saveRequestFile(
    const QString &path, const SavedRequest &request, Overwrite overwrite = Overwrite::Never);
[[nodiscard]] Result<void> saveCollectionVariables(const QString &folder, const VariableList &variables);
[[nodiscard]] Result<void> saveCollectionEnvironment(const QString &folder, const CollectionEnvironment &environment);
// `names` are the children of one folder as collection.json lists them, in the order they shall have.
[[nodiscard]] Result<void> saveChildOrder(
    const QString &collectionFolder, const QString &parentPath, const QStringList &children);

// A name for a file or folder, with the white space around it gone; or why it cannot be one.
[[nodiscard]] Result<QString> usableName(const QString &name);

} // namespace actionscope::storage
