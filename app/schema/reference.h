// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

namespace actionscope::schema {

// What a $ref within a schema leads to: "#", "#/definitions/name" or "#name". Invalid where nothing is.
[[nodiscard]] json::Value referenced(const json::Value &root, const QString &reference);

} // namespace actionscope::schema
