// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commonoptions.h"

namespace actionscope::cli {

// What every command that reads the catalogue understands.
struct CatalogOptions
{
    // When the service is asked, and not only what is kept of it.
    enum class Asking { WhenStale, Always, Never };

    CommonOptions common;
    Asking asking = Asking::WhenStale;
    bool isJson = false;
    int limit = 0; // of rows; 0: all of them
};

[[nodiscard]] const QList<Option> &catalogOptions();
[[nodiscard]] const Option &jsonOption();
[[nodiscard]] const Option &limitOption();
[[nodiscard]] Result<CatalogOptions> readCatalogOptions(const Arguments &arguments, int usualLimit);

} // namespace actionscope::cli
