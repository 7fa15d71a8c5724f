// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"
#include "app/base/error.h"

#include <QList>

#include <optional>

namespace actionscope::runner {

// One parameter of an action as a saved request remembers it.
struct RememberedField
{
    QString name;
    QString type; // "string", "array", …; "any" where the schema does not say
    bool isRequired = false;

    bool operator==(const RememberedField &) const = default;
};

// The schema a saved request was written against, in few words. In the file under "schema":
//   "schema": { "version": "0_1", "fields": { "owner": "string, required", "labels": "array" } }
struct SchemaMemory
{
    QString version;
    QList<RememberedField> fields; // in the schema's order

    bool operator==(const SchemaMemory &) const = default;
};

[[nodiscard]] SchemaMemory memoryOf(const api::ActionInfo &action);
[[nodiscard]] QByteArray toJson(const SchemaMemory &memory);
// Of a saved request's file; nothing where it remembers none.
[[nodiscard]] std::optional<SchemaMemory> memoryIn(const QByteArray &file);
// The file with another memory, every other byte as it was. Nothing where the file is not an object.
[[nodiscard]] std::optional<QByteArray> remembering(const QByteArray &file, const SchemaMemory &memory);

struct SchemaDrift
{
    enum class Kind { Added, Removed, NowRequired, NoLongerRequired, OtherType };

    Kind kind = Kind::Added;
    QString name;
    QString before; // types
    QString now;
    bool isRequired = false; // what was added

    bool operator==(const SchemaDrift &) const = default;
};

[[nodiscard]] QList<SchemaDrift> driftBetween(const SchemaMemory &before, const SchemaMemory &now);
// "“labels” is now required."
[[nodiscard]] QString sentenceOf(const SchemaDrift &drift);
// The request would no longer be taken as it was written.
[[nodiscard]] bool breaks(const SchemaDrift &drift, const QByteArray &input);

} // namespace actionscope::runner
