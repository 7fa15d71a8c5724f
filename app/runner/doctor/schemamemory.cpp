// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/doctor/schemamemory.h"

#include "app/base/tr.h"
#include "app/json/format.h"
#include "app/json/textedit.h"
#include "app/json/writer.h"
#include "app/schema/schema.h"

#include <algorithm>

namespace actionscope::runner {

namespace {

constexpr QLatin1String requiredMark(", required");

const RememberedField *fieldNamed(const SchemaMemory &memory, const QString &name)
{
    const auto at = std::find_if(memory.fields.cbegin(), memory.fields.cend(),
        [&](const RememberedField &field) { return field.name == name; });
    return at == memory.fields.cend() ? nullptr : &*at;
}

} // namespace

SchemaMemory memoryOf(const api::ActionInfo &action)
{
    SchemaMemory memory;
    memory.version = action.version;
    const schema::Schema parameters(action.parameters);
    for (const schema::Field &field : parameters.fields())
        memory.fields.append({field.name, field.type.isEmpty() ? QStringLiteral("any") : field.type, field.isRequired});
    return memory;
}

QByteArray toJson(const SchemaMemory &memory)
{
    json::ObjectWriter fields;
    for (const RememberedField &field : memory.fields) {
        const QByteArray name = json::quoted(field.name);
        fields.addString(name.sliced(1, name.size() - 2), field.type + (field.isRequired ? requiredMark : QLatin1String()));
    }
    json::ObjectWriter writer;
    writer.addString("version", memory.version);
    writer.addRaw("fields", fields.finished());
    return writer.finished();
}

std::optional<SchemaMemory> memoryIn(const QByteArray &file)
{
    const json::Document document = json::Document::parse(file);
    const json::Value kept = document.isValid() ? document.root().member(u"schema") : json::Value();
    if (!kept.isValid() || !kept.member(u"fields").isObject())
        return {};
    SchemaMemory memory;
    memory.version = kept.member(u"version").toString();
    const json::Value fields = kept.member(u"fields");
    for (json::Value field = fields.firstChild(); field.isValid(); field = field.nextSibling()) {
        QString type = field.toString();
        const bool isRequired = type.endsWith(requiredMark);
        if (isRequired)
            type.chop(requiredMark.size());
        memory.fields.append({field.key(), type, isRequired});
    }
    return memory;
}

std::optional<QByteArray> remembering(const QByteArray &file, const SchemaMemory &memory)
{
    const json::Document document = json::Document::parse(file);
    if (!document.isValid() || !document.root().isObject())
        return {};
    QByteArray value = json::prettyPrinted(toJson(memory));
    if (file.contains("\n  "))
        value.replace("\n", "\n  "); // as deep as its name stands
    else
        value = toJson(memory);
    const auto edit = json::settingValue(document, {{QStringLiteral("schema")}}, value);
    return edit ? std::optional(json::applied(file, *edit)) : std::nullopt;
}

QList<SchemaDrift> driftBetween(const SchemaMemory &before, const SchemaMemory &now)
{
    using Kind = SchemaDrift::Kind;
    QList<SchemaDrift> drifts;
    for (const RememberedField &field : now.fields) {
        const RememberedField *old = fieldNamed(before, field.name);
        if (!old) {
            drifts.append({Kind::Added, field.name, {}, field.type, field.isRequired});
            continue;
        }
        if (field.isRequired != old->isRequired)
            drifts.append({field.isRequired ? Kind::NowRequired : Kind::NoLongerRequired, field.name, old->type, field.type, field.isRequired});
        if (field.type != old->type)
            drifts.append({Kind::OtherType, field.name, old->type, field.type, field.isRequired});
    }
    for (const RememberedField &field : before.fields) {
        if (!fieldNamed(now, field.name))
            drifts.append({Kind::Removed, field.name, field.type, {}, false});
    }
    return drifts;
}

QString sentenceOf(const SchemaDrift &drift)
{
    switch (drift.kind) {
    case SchemaDrift::Kind::Added:
        return drift.isRequired ? Tr::tr("“%1” is new and required.").arg(drift.name) : Tr::tr("“%1” is new.").arg(drift.name);
    case SchemaDrift::Kind::Removed:
        return Tr::tr("“%1” is gone.").arg(drift.name);
    case SchemaDrift::Kind::NowRequired:
        return Tr::tr("“%1” is now required.").arg(drift.name);
    case SchemaDrift::Kind::NoLongerRequired:
        return Tr::tr("“%1” is no longer required.").arg(drift.name);
    case SchemaDrift::Kind::OtherType:
        break;
    }
    return Tr::tr("“%1” was of type %2 and is of type %3.").arg(drift.name, drift.before, drift.now);
}

bool breaks(const SchemaDrift &drift, const QByteArray &input)
{
    const json::Document document = json::Document::parse(input);
    const bool isGiven = document.isValid() && document.root().member(drift.name).isValid();
    switch (drift.kind) {
    case SchemaDrift::Kind::Added:
        return drift.isRequired && !isGiven;
    case SchemaDrift::Kind::NowRequired:
        return !isGiven;
    case SchemaDrift::Kind::Removed:
    case SchemaDrift::Kind::OtherType:
        return isGiven;
    case SchemaDrift::Kind::NoLongerRequired:
        break;
    }
    return false;
}

} // namespace actionscope::runner
