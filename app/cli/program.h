// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace actionscope::cli {

// The whole of actionscope-cli: finds the command, runs it, returns the exit code.
[[nodiscard]] int runProgram(int argc, char **argv);

} // namespace actionscope::cli
