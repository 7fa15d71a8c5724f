// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/code/coderequest.h"

#include <span>

namespace actionscope::exchange {

// One kind of code: its name on the command line, its title in a menu, and what writes it.
struct CodeTarget
{
    const char *name;
    const char *title; // marked for translation in the context Actionscope
    QByteArray (*write)(const CodeRequest &code);
};

// In the order of the menu.
[[nodiscard]] std::span<const CodeTarget> codeTargets();
// Null for a name that is none of theirs; "python" and "typescript" are those of today's SDKs.
[[nodiscard]] const CodeTarget *codeTarget(const QByteArray &name);

} // namespace actionscope::exchange
