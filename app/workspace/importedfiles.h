// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/exchange/imported.h"
#include "app/storage/savedrequest.h"

namespace actionscope::workspace {

struct WrittenImport
{
    QStringList paths = {}; // of the files that were made, absolute
    QStringList troubles = {}; // what could not be written, as sentences
};

// The draft as a saved request.
[[nodiscard]] storage::SavedRequest savedRequestOf(const exchange::ImportedDraft &draft);

// Writes what was imported into a folder, which becomes a collection where it is in none: requests in their folders,
// variables that are not there yet, environments. Nothing that is there is written over: a name that is taken gets a
// number behind it. Blocks for the disk.
[[nodiscard]] Result<WrittenImport> writeImported(const QString &folder, const exchange::Imported &imported);

} // namespace actionscope::workspace
