// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/doctor/migration.h"

#include "app/base/tr.h"
#include "app/json/textedit.h"
#include "app/json/writer.h"
#include "app/schema/schema.h"

namespace actionscope::runner {

namespace {

json::Path pathTo(const QString &name) { return {{QStringLiteral("input")}, {name}}; }

// The default of a parameter, else a name that somebody has to set.
QByteArray valueFor(const schema::Schema &parameters, const QString &name)
{
    const auto field = parameters.memberOf(parameters.rootField(), name);
    if (field && !field->defaultValue.isEmpty())
        return field->defaultValue;
    return json::quoted(QStringLiteral("{{%1}}").arg(name));
}

} // namespace

std::optional<Migration> migrated(const QByteArray &file, const api::ActionInfo &now)
{
    const auto before = memoryIn(file);
    if (!before || now.parameters.isEmpty() || *before == memoryOf(now))
        return {};
    const schema::Schema parameters(now.parameters);
    Migration migration {file, {}};
    for (const SchemaDrift &drift : driftBetween(*before, memoryOf(now))) {
        const json::Document document = json::Document::parse(migration.file);
        const bool isGiven = json::valueAtPath(document, pathTo(drift.name)).isValid();
        if (drift.kind == SchemaDrift::Kind::Removed && isGiven) {
            migration.file = json::applied(migration.file, json::removingValue(document, pathTo(drift.name)));
            migration.steps.append(Tr::tr("“%1” was taken out: the action does not know it any more.").arg(drift.name));
        } else if (drift.isRequired && !isGiven && drift.kind != SchemaDrift::Kind::OtherType) {
            const QByteArray value = valueFor(parameters, drift.name);
            const auto edit = json::settingValue(document, pathTo(drift.name), value);
            if (!edit)
                continue;
            migration.file = json::applied(migration.file, *edit);
            migration.steps.append(
                Tr::tr("“%1” is required now and was put in as %2.").arg(drift.name, QString::fromUtf8(value)));
        }
    }
    const auto remembered = remembering(migration.file, memoryOf(now));
    if (!remembered)
        return {};
    migration.file = *remembered;
    return migration;
}

} // namespace actionscope::runner
