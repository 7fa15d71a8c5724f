// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/modeloptions.h"

#include <QObject>

#include <functional>

namespace actionscope::cli {

// Calls back once with the model as the sandbox is to ask it: with the key from the keychain, as in the window, where a
// model is set and the environment names no key. The keychain is asked only then. Not at all where `context` is gone.
void withModelKey(
    const sandbox::ModelOptions &model, QObject *context, const std::function<void(const sandbox::ModelOptions &)> &next);

} // namespace actionscope::cli
