// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/variables.h"
#include "app/storage/collectionsecrets.h"

namespace actionscope::runner {

// What holds for every request of a collection: its variables, those of the environment (null for none) and the
// secrets that were found. The API key is no variable: nothing that is sent has a place for it.
[[nodiscard]] Variables collectionVariables(const storage::Collection &collection,
    const storage::CollectionEnvironment *environment, const QList<storage::SecretValue> &secrets);

// Null where the collection has no environment of that name.
[[nodiscard]] const storage::CollectionEnvironment *environmentNamed(
    const storage::Collection &collection, const QString &name);

// The environment's address with its {{names}} replaced.
[[nodiscard]] Result<QString> resolvedBaseUrl(
    const storage::CollectionEnvironment &environment, const Variables &variables);

} // namespace actionscope::runner
