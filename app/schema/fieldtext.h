// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/schema.h"

namespace actionscope::schema {

// What the schema says of the field at a place of a text: its name, and what is told of it as lines of plain text
// (title, type and bounds, description, default, examples). Both empty where there is no field.
struct FieldText
{
    QString name;
    QStringList lines;
};
[[nodiscard]] FieldText fieldTextAt(const Schema &schema, const QByteArray &text, qsizetype offset);
[[nodiscard]] FieldText textOf(const Field &field);
// "at least 1", "at most 20 characters", "pattern ^a"
[[nodiscard]] QStringList boundsOf(const Field &field);

} // namespace actionscope::schema
