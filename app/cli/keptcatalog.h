// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalogstore.h"
#include "app/catalog/serviceread.h"
#include "app/cli/commonoptions.h"
#include "app/storage/environment.h"

namespace actionscope::cli {

// Where the window and earlier commands keep the catalogue of an environment. Another address beside its name has one
// of its own, so that the environment's is not overwritten.
[[nodiscard]] catalog::CatalogStore keptCatalog(const CommonOptions &options, const storage::Environment &environment);

// How long a read of the catalogue may wait; --timeout holds for each answer and for what the service asks to wait.
[[nodiscard]] catalog::ReadPolicy readPolicy(const CommonOptions &options);

} // namespace actionscope::cli
