// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/collection.h"

namespace actionscope::storage {

// What collection.json says.
struct CollectionHead
{
    QString name;
    VariableList variables;
    QStringList order;
    bool isReadOnly = false;

    bool operator==(const CollectionHead &) const = default;
};

[[nodiscard]] Result<CollectionHead> readCollectionHead(const QByteArray &text);
[[nodiscard]] Result<CollectionEnvironment> readCollectionEnvironment(const QByteArray &text, const QString &name);

// The new bytes of either file: the smallest edits of `text` that make it say what the values say.
[[nodiscard]] QByteArray writeCollectionHead(const QByteArray &text, const CollectionHead &head);
[[nodiscard]] QByteArray writeCollectionEnvironment(const CollectionEnvironment &environment);

} // namespace actionscope::storage
