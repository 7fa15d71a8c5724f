// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/catalog/catalog.h"

#include <optional>

namespace actionscope::diagnosis {

// What a key is by how it begins (contract §3). Nothing is refused for it; it explains a refusal.
enum class KeyKind { Unknown, Missing, Consumer, User, Other };

[[nodiscard]] KeyKind keyKindOf(QByteArrayView key);

// What is known beside the exchange. All of it may be missing.
struct Surroundings
{
    QString baseUrl = {}; // where the request was sent
    std::optional<api::ApiVersion> apiVersion = {};
    KeyKind key = KeyKind::Unknown; // never the key itself
    QDateTime receivedAt = {}; // by the clock here, when the answer came
    catalog::Catalog catalog = {};
};

} // namespace actionscope::diagnosis
