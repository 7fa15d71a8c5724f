// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioneffect.h"
#include "app/catalog/catalogstore.h"
#include "app/cli/commonoptions.h"
#include "app/storage/environment.h"

namespace actionscope::cli {

// Where the window and earlier commands keep the catalogue of an environment. Another address beside its name has one
// of its own, so that the environment's is not overwritten.
[[nodiscard]] catalog::CatalogStore keptCatalog(const CommonOptions &options, const storage::Environment &environment);

// What executing an action would do: by the tags in the kept catalogue, else by its name.
[[nodiscard]] api::ActionEffect keptEffectOf(
    const QString &actionId, const CommonOptions &options, const storage::Environment &environment);

} // namespace actionscope::cli
