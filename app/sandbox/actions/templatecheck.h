// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QStringList>

#include <optional>

namespace actionscope::sandbox {

// What is wrong in a manifest, and at which value.
struct ManifestFault
{
    json::Value place;
    QString reason;
};

// The first {{expression}} of a behaviour that cannot be read or looks at a name that is nowhere set. `more` are names
// that are set beside those of every behaviour.
[[nodiscard]] std::optional<ManifestFault> templateFault(const json::Value &behaviour, const QStringList &more = {});

} // namespace actionscope::sandbox
