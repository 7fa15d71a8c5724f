// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/execoptions.h"
#include "app/workspace/runrecord.h"

namespace actionscope::cli {

// Writes what --print and --path ask for to standard output. What cannot be printed is said on standard error.
[[nodiscard]] Result<void> printResult(Console &console, const ExecOptions &options,
    const workspace::RunRecord &record, const QByteArray &rawBody, const QStringList &notices);

// The verdict for a person: one line, and what the service suggests below it.
void sayVerdict(Console &console, const workspace::RunRecord &record);

// Why it failed, or what to know though it succeeded, as `explain` says it; nothing where there is nothing to say.
void sayDiagnosis(Console &console, const workspace::RunRecord &record);

// The request as --dry-run shows it: URL, headers with the key masked, body byte for byte.
[[nodiscard]] QByteArray printedRequest(const api::HttpRequest &request, const QUrl &baseUrl);

} // namespace actionscope::cli
