// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"
#include "app/cli/commonoptions.h"
#include "app/json/jsonpath.h"

namespace actionscope::cli {

// In the order of the words that --print takes.
enum class PrintMode { Body, Pretty, Data, Report };

// Everything `exec` was told, read and checked: the request can be sent.
struct ExecOptions
{
    CommonOptions common;
    api::ExecuteRequest request;
    PrintMode printMode = PrintMode::Body;
    std::optional<json::JsonPath> path;
    bool isDryRun = false;
    bool isStrict = false; // refuse an input that does not fit the action's schema
    bool hasConsent = false; // --yes: a protected environment need not ask
};

[[nodiscard]] const QList<Option> &execOnlyOptions();
// Opens the files that @FILE names and reads standard input for “-”.
[[nodiscard]] Result<ExecOptions> readExecOptions(const QByteArrayList &words);

} // namespace actionscope::cli
