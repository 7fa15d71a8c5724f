// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/modeloptions.h"
#include "app/sandbox/router.h"

namespace actionscope::sandbox {

class Registry;

// What makes an input from words: the model where one is set, else the rules. Lives as long as the routes.
struct InputMaking
{
    const Registry &registry;
    ModelOptions model;
};

// get.inputs of v2 and /input of v3 and v3.1. The header x-actionscope-input-source says "model" or "rules".
void addInputEndpoints(Router *router, const InputMaking &making);

} // namespace actionscope::sandbox
