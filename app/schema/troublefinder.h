// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QStringList>

namespace actionscope::schema {

// What in a schema could not be made sense of, as sentences that name the place; each kind once.
[[nodiscard]] QStringList findTroubles(const json::Document &schema);

} // namespace actionscope::schema
