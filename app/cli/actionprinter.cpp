// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/actionprinter.h"

#include "app/base/tr.h"
#include "app/cli/jsontexts.h"
#include "app/cli/texttable.h"
#include "app/json/format.h"
#include "app/json/writer.h"
#include "app/schema/completion.h"
#include "app/schema/example.h"
#include "app/schema/fieldreader.h"
#include "app/schema/fieldtext.h"

namespace actionscope::cli {

using Tone = TextTable::Tone;

namespace {

constexpr int deepestParameter = 4;
constexpr qsizetype enoughRows = 1000; // a schema that leads back into itself has no end

Tone toneOf(api::ActionEffect effect)
{
    switch (effect) {
    case api::ActionEffect::Deletes:
        return Tone::Bad;
    case api::ActionEffect::Sends:
        return Tone::Warning;
    default:
        return Tone::Plain;
    }
}

QString deprecationOf(const api::ActionInfo &action)
{
    if (!action.isDeprecated)
        return {};
    return action.successor.isEmpty() ? Tr::tr("deprecated") : Tr::tr("deprecated, use %1").arg(action.successor);
}

// A service without names for people repeats the id.
QString nameOf(const api::ActionInfo &action) { return action.name == action.id ? QString() : action.name; }

// What a list and a page have in common.
json::ObjectWriter factsOf(const api::ActionInfo &action)
{
    json::ObjectWriter writer;
    writer.addString("actionId", action.id);
    writer.addString("name", action.name);
    writer.addString("description", action.description);
    writer.addString("appName", action.appKey);
    writer.addString("effect", api::effectName(api::effectOf(action)));
    writer.addRaw("tags", jsonTexts(action.tags));
    writer.addString("version", action.version);
    writer.addBool("noAuth", action.isNoAuth);
    writer.addBool("deprecated", action.isDeprecated);
    writer.addString("successor", action.successor);
    return writer;
}

QString plainText(const QByteArray &json) { return QString::fromUtf8(json::minified(json)); }

// Bounds, and the values that are allowed.
QString limitsOf(const schema::Field &field)
{
    QStringList limits = schema::boundsOf(field);
    QStringList choices;
    for (const QByteArray &choice : field.choices)
        choices.append(plainText(choice));
    if (!choices.isEmpty())
        limits.append(Tr::tr("one of %1").arg(choices.join(QStringLiteral(", "))));
    return limits.join(QStringLiteral(", "));
}

// Whether all of them are in the table.
bool addParameters(TextTable &table, const schema::Schema &schema, const QList<schema::Field> &fields,
    const QString &prefix, int depth)
{
    bool isWhole = true;
    for (const schema::Field &field : fields) {
        const QString name = prefix + field.name;
        schema::Field optional = field; // what is required has a column of its own
        optional.isRequired = false;
        const bool isTitleOwn = field.title != schema::inWords(field.name);
        table.addRow({{name, field.isRequired ? Tone::Strong : Tone::Plain}, {schema::typeText(optional)},
            {field.isRequired ? Tr::tr("yes") : QString()}, {plainText(field.defaultValue)}, {limitsOf(field)},
            {field.description.isEmpty() && isTitleOwn ? field.title : field.description}});
        const bool isArray = field.kind == schema::FieldKind::Array;
        QList<schema::Field> members;
        if (isArray)
            members = schema.fieldsOf(schema.itemOf(field));
        else if (field.kind == schema::FieldKind::Object)
            members = schema.fieldsOf(field);
        if (members.isEmpty())
            continue;
        if (depth == deepestParameter || table.rowCount() >= enoughRows)
            isWhole = false;
        else if (!addParameters(table, schema, members, name + QLatin1String(isArray ? "[]." : "."), depth + 1))
            isWhole = false;
    }
    return isWhole;
}

QByteArray parametersOf(const QByteArray &json, const Console::Looks &looks, QString *cut)
{
    const schema::Schema schema(json);
    const QList<schema::Field> fields = schema.fields();
    QByteArray text = '\n' + painted(Tr::tr("Parameters"), Tone::Strong, looks) + '\n';
    if (fields.isEmpty()) {
        text += Tr::tr("This action takes none.").toUtf8() + '\n';
    } else {
        TextTable table({Tr::tr("Name"), Tr::tr("Type"), Tr::tr("Required"), Tr::tr("Default"), Tr::tr("Limits"),
                            Tr::tr("Description")},
            TextTable::Titles::Always);
        if (!addParameters(table, schema, fields, {}, 1)) {
            *cut = Tr::tr("Parameters below the level %1, or beyond %2 in all, are not listed; --json prints the schema whole.")
                       .arg(deepestParameter)
                       .arg(enoughRows);
        }
        text += table.text({looks.isColored, 0}); // descriptions whole
    }
    const QByteArray example = schema::exampleInput(schema, schema::Validator(json), schema::Extent::RequiredFields);
    return text + '\n' + painted(Tr::tr("Example input"), Tone::Strong, looks) + '\n' + example.trimmed() + '\n';
}

} // namespace

QByteArray actionTable(
    const catalog::ActionIndex &index, const QList<catalog::ActionHit> &hits, const Console::Looks &looks)
{
    TextTable table({Tr::tr("Id"), Tr::tr("Does"), Tr::tr("App"), Tr::tr("Name")});
    for (const catalog::ActionHit &hit : hits) {
        const api::ActionInfo &action = index.actions()[hit.position];
        const api::ActionEffect effect = index.effect(hit.position);
        const QString deprecation = deprecationOf(action);
        QString name = nameOf(action);
        if (!deprecation.isEmpty())
            name = QStringLiteral("%1 (%2)").arg(name, deprecation);
        table.addRow({{action.id, action.isDeprecated ? Tone::Faint : Tone::Strong},
            {api::effectWords(effect), toneOf(effect)}, {action.appKey}, {name}});
    }
    return table.text(looks);
}

QByteArray actionArray(const catalog::ActionIndex &index, const QList<catalog::ActionHit> &hits)
{
    json::ArrayWriter writer;
    for (const catalog::ActionHit &hit : hits) {
        json::ObjectWriter one = factsOf(index.actions()[hit.position]);
        one.addBool("favourite", hit.isFavourite);
        one.addBool("recent", hit.isRecent);
        writer.addRaw(one.finished());
    }
    return writer.finished() + '\n';
}

QByteArray actionPage(const api::ActionInfo &action, const QString &appName, const Console::Looks &looks, QString *cut)
{
    QByteArray text = painted(withoutControls(action.id), Tone::Strong, looks) + '\n';
    if (!nameOf(action).isEmpty())
        text += withoutControls(action.name).toUtf8() + '\n';
    const QStringList lines = action.description.split(QLatin1Char('\n'));
    if (!action.description.isEmpty())
        text += '\n';
    for (const QString &line : lines) {
        if (!action.description.isEmpty())
            text += withoutControls(line).toUtf8() + '\n';
    }
    text += '\n';
    const api::ActionEffect effect = api::effectOf(action);
    TextTable facts({QString(), QString()});
    const auto add = [&facts](const QString &name, const QString &value, Tone tone = Tone::Plain) {
        if (!value.isEmpty())
            facts.addRow({{name, Tone::Faint}, {value, tone}});
    };
    const bool isNamed = !appName.isEmpty() && appName != action.appKey;
    add(Tr::tr("App"), isNamed ? QStringLiteral("%1 (%2)").arg(appName, action.appKey) : action.appKey);
    add(Tr::tr("Does"), api::effectSentence(effect), toneOf(effect));
    add(Tr::tr("Account"), action.isNoAuth ? Tr::tr("needs none") : QString());
    add(Tr::tr("Tags"), action.tags.join(QStringLiteral(", ")));
    add(Tr::tr("Version"), action.version);
    add(Tr::tr("Deprecated"), action.isDeprecated && action.successor.isEmpty() ? Tr::tr("yes") : QString(), Tone::Warning);
    add(Tr::tr("Deprecated"), action.successor.isEmpty() ? QString() : Tr::tr("use %1").arg(action.successor), Tone::Warning);
    text += facts.text({looks.isColored, 0});
    return action.parameters.isEmpty() ? text : text + parametersOf(action.parameters, looks, cut);
}

QByteArray actionObject(const api::ActionInfo &action)
{
    json::ObjectWriter writer = factsOf(action);
    writer.addRaw("availableVersions", jsonTexts(action.availableVersions));
    writer.addRaw("parameters", action.parameters.isEmpty() ? QByteArrayLiteral("null") : action.parameters);
    writer.addRaw("response", action.response.isEmpty() ? QByteArrayLiteral("null") : action.response);
    return writer.finished() + '\n';
}

} // namespace actionscope::cli
