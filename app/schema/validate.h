// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QList>
#include <QString>

namespace actionscope::schema {

// One thing the schema does not allow, and where.
struct Violation
{
    QString path; // JSON Pointer into the input (RFC 6901); a missing member is named where it should be
    QString rule; // the schema keyword: "required", "type", "enum", "minimum", "maximum", "anyOf"
    QString sentence;

    bool operator==(const Violation &) const = default;
};

// Holds `input` against `schema`: required, properties, items, type (also a list of types, and nullable), enum,
// minimum, maximum, anyOf. Numbers are compared by their digits. Unknown keywords and unknown members are fine.
// Stops after a hundred violations.
[[nodiscard]] QList<Violation> validate(const json::Value &schema, const json::Value &input);

} // namespace actionscope::schema
