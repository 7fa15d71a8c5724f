// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QList>

namespace actionscope::schema {

// The schemas that hold together for one place: the one that stands there, what its $ref leads to, its allOf, and the
// one choice that is left of an anyOf or oneOf when null is taken out. The outer come first, and win.
struct Layers
{
    QList<json::Value> schemas; // objects
    QList<json::Value> variants; // where more than one choice is left
    bool isNullable = false; // null was one of the choices
    bool isCircular = false; // a $ref or allOf leads back to where it came from
    QString missingReference; // a $ref that leads nowhere
};

[[nodiscard]] Layers layersOf(const json::Value &root, const json::Value &schema);

} // namespace actionscope::schema
