// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/baseurl.h"
#include "app/cli/arguments.h"
#include "app/cli/console.h"

namespace actionscope::cli {

// What every command that talks to a service understands.
struct CommonOptions
{
    QString environment; // empty: the current one
    std::optional<api::BaseUrl> baseUrl;
    std::optional<api::ApiVersion> apiVersion;
    QByteArray apiKey; // from --api-key-file; empty without it
    int timeoutSeconds = 180;
    QString configFolder; // of settings and history
    bool keepHistory = true;
    Console::Color color = Console::Color::Auto;
    bool isQuiet = false;
};

[[nodiscard]] const QList<Option> &commonOptions();
[[nodiscard]] Result<CommonOptions> readCommonOptions(const Arguments &arguments);

} // namespace actionscope::cli
