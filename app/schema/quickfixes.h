// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/finding.h"
#include "app/schema/problem.h"
#include "app/schema/schema.h"

#include <QStringList>

namespace actionscope::schema {

// What a person may do about one finding, the likeliest first; each changes only the bytes it must.
[[nodiscard]] QList<QuickFix> fixesFor(const Finding &finding, const json::Document &input, const Schema &schema);
// Of a member that the schema does not know: another name, or none.
[[nodiscard]] QList<QuickFix> fixesForName(
    const json::Value &member, const QStringList &knownNames, const json::Document &input);

// The way from the root of its document to a value.
[[nodiscard]] json::Path pathOf(const json::Value &value);

} // namespace actionscope::schema
