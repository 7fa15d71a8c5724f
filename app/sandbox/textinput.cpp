// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/textinput.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/textreading.h"
#include "app/schema/schema.h"

#include <algorithm>

namespace actionscope::sandbox {

namespace {

constexpr qsizetype longestSentence = 16 * 1024; // characters; what is longer is a text, and not an order

// What is required comes first, in the order the schema asks for it.
QByteArray written(
    const json::Value &required, const QList<schema::Field> &fields, QHash<QString, QByteArray> values)
{
    json::ObjectWriter input;
    const auto add = [&](const QString &name) {
        if (const auto found = values.constFind(name); found != values.cend()) {
            input.addRaw(name.toUtf8(), *found);
            values.erase(found);
        }
    };
    for (json::Value name = required.firstChild(); name.isValid(); name = name.nextSibling())
        add(name.toString());
    for (const schema::Field &field : fields)
        add(field.name);
    return input.finished();
}

} // namespace

tl::expected<json::Document, Refusal> inputFromText(const QString &text, const json::Value &parameters)
{
    const json::Document typed = json::Document::parse(text.toUtf8());
    if (typed.isValid() && typed.root().isObject())
        return typed;
    const schema::Schema schema(parameters.raw().toByteArray());
    const QList<schema::Field> fields = schema.fields();
    QHash<QString, QByteArray> values;
    if (text.size() <= longestSentence)
        values = TextReading(text, fields).values();
    const auto isRequired = [](const schema::Field &field) { return field.isRequired; };
    const auto only = std::find_if(fields.cbegin(), fields.cend(), isRequired);
    const bool isOnly = std::count_if(fields.cbegin(), fields.cend(), isRequired) == 1;
    if (isOnly && only->kind == schema::FieldKind::String && !values.contains(only->name))
        values.insert(only->name, json::quoted(text));
    if (!values.isEmpty())
        return json::Document::parse(written(parameters.member(u"required"), fields, values));
    return tl::unexpected(Refusal {RefusalKind::InvalidInput,
        Tr::tr("The sandbox has no model, and its rules found nothing in the text that this action takes."),
        Tr::tr("Name the parameters in the text, as in “with the title \"…\"”, or write the text as a JSON "
               "object.")});
}

} // namespace actionscope::sandbox
