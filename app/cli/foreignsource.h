// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/exchange/imported.h"

namespace actionscope::cli {

// The one request of a file that `import` understands, of several the first that failed, and what is to be told of it.
struct ForeignSource
{
    exchange::ImportedDraft draft = {};
    QStringList notes = {};

    bool operator==(const ForeignSource &) const = default;
};

// Nothing for what a collection holds: a saved request is read as it stands there.
[[nodiscard]] Result<std::optional<ForeignSource>> foreignSource(const QString &path);

} // namespace actionscope::cli
