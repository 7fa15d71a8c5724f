// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commonoptions.h"
#include "app/json/structuraldiff.h"
#include "app/workspace/replayterms.h"

namespace actionscope::cli {

// Everything `replay` was told.
struct ReplayOptions
{
    // In the order of the words that --print takes.
    enum class Print { Text, Report };

    CommonOptions common;
    QByteArrayList names; // of files and runs in the history, or "-"
    std::optional<int> entry; // of several, from 1
    workspace::ReplayTerms terms;
    json::DiffOptions diff;
    bool isMinimizing = false;
    int mostExecutions = 0; // of --minimize
    bool hasConsent = false; // --yes
    Print print = Print::Text;
};

[[nodiscard]] const QList<Option> &replayOnlyOptions();
[[nodiscard]] Result<ReplayOptions> readReplayOptions(const QByteArrayList &words);

} // namespace actionscope::cli
