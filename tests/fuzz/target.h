// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>

// What libFuzzer calls with whatever it thinks of, and the seed runner with each seed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace actionscope::fuzz {

// Ends the program where something that must always hold does not.
inline void require(bool holds, const char *file = __builtin_FILE(), int line = __builtin_LINE())
{
    if (holds)
        return;
    std::fprintf(stderr, "%s:%d does not hold\n", file, line);
    std::abort();
}

} // namespace actionscope::fuzz
