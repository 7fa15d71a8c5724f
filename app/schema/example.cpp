// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/example.h"

#include "app/json/format.h"
#include "app/json/writer.h"
#include "app/schema/layers.h"
#include "app/schema/madeup.h"
#include "app/schema/valuerules.h"

#include <QSet>

#include <algorithm>

namespace actionscope::schema {

namespace {

constexpr int deepest = 6; // recursive schemas end somewhere
constexpr int tries = 4;

class ExampleWriter final
{
public:
    ExampleWriter(const Schema &schema, Extent extent, Source source)
        : m_schema(schema)
        , m_extent(extent)
        , m_source(source)
    {
    }

    [[nodiscard]] QByteArray value(const Field &field, qsizetype position, int depth) const
    {
        if (depth > deepest)
            return "null";
        if (m_source == Source::Offered) {
            for (const QByteArray &offered : field.examples + QList<QByteArray> {field.defaultValue}) {
                if (position == 0 && !offered.isEmpty() && offered != "null" && fits(field, offered))
                    return offered;
            }
        }
        switch (field.kind) {
        case FieldKind::String:
            return madeUpText(field, position);
        case FieldKind::Integer:
        case FieldKind::Number:
            return madeUpNumber(field, keyword(field, u"multipleOf"), position);
        case FieldKind::Boolean:
            return position % 2 == 0 ? "false" : "true";
        case FieldKind::Enum:
            return choice(field, position);
        case FieldKind::Array:
            return items(field, depth);
        case FieldKind::Object:
            return members(field, depth);
        case FieldKind::Free:
            return free(field);
        case FieldKind::Variant:
            return variant(field, position, depth);
        case FieldKind::File:
            return R"({"name":"file.txt","mimetype":"text/plain","s3key":"key"})";
        }
        return "null";
    }

private:
    // What the schema says about the value by itself; what it says about values inside is seen in the end.
    [[nodiscard]] bool fits(const Field &field, const QByteArray &value) const
    {
        const json::Document document = json::Document::parse(value);
        bool isFine = document.isValid();
        const QList<json::Value> schemas = layersOf(m_schema.root(), field.schema).schemas;
        for (const json::Value &schema : schemas) {
            if (isFine)
                ValueRules(schema).check(document.root(), [&](const char *, qsizetype) { isFine = false; });
        }
        return isFine;
    }

    [[nodiscard]] json::Value keyword(const Field &field, QStringView name) const
    {
        const QList<json::Value> schemas = layersOf(m_schema.root(), field.schema).schemas;
        for (const json::Value &schema : schemas) {
            if (const json::Value found = schema.member(name); found.isValid())
                return found;
        }
        return {};
    }

    [[nodiscard]] QByteArray choice(const Field &field, qsizetype position) const
    {
        QList<QByteArray> choices = field.choices;
        if (choices.size() > 1)
            choices.removeAll("null");
        return choices.isEmpty() ? QByteArrayLiteral("null") : choices[position % choices.size()];
    }

    [[nodiscard]] QByteArray items(const Field &field, int depth) const
    {
        const qint64 wished = m_extent == Extent::AllFields && depth < deepest ? 1 : 0;
        qint64 count = std::clamp<qint64>(std::max(field.shortest.value_or(0), wished), 0, 1000);
        if (field.longest)
            count = std::min(count, *field.longest);
        const Field item = count > 0 ? m_schema.itemOf(field) : Field();
        json::ArrayWriter writer;
        for (qint64 i = 0; i < count; ++i)
            writer.addRaw(value(item, i, depth + 1));
        return writer.finished();
    }

    [[nodiscard]] QByteArray members(const Field &field, int depth) const
    {
        json::ObjectWriter writer;
        const QList<Field> fields = m_schema.fieldsOf(field);
        for (const Field &member : fields) {
            const bool isWished = m_extent == Extent::AllFields && depth < deepest / 2;
            if (member.isRequired || isWished)
                writer.addRaw(json::quoted(member.name).sliced(1).chopped(1), value(member, 0, depth + 1));
        }
        return writer.finished();
    }

    [[nodiscard]] QByteArray free(const Field &field) const
    {
        const QString type = keyword(field, u"type").toString();
        if (type == QLatin1String("array"))
            return "[]";
        return type == QLatin1String("null") ? "null" : "{}";
    }

    // The first that does not lead into the depth.
    [[nodiscard]] QByteArray variant(const Field &field, qsizetype position, int depth) const
    {
        for (qsizetype i = 0; i < field.variants.size(); ++i) {
            const Field one = m_schema.variantOf(field, i);
            const QByteArray written = value(one, position, depth + 1);
            if (written != "null" && fits(field, written))
                return written;
        }
        return field.variants.isEmpty() ? QByteArrayLiteral("null")
                                        : value(m_schema.variantOf(field, 0), position, depth + 1);
    }

    const Schema &m_schema;
    Extent m_extent;
    Source m_source;
};

// The members of an input, chosen anew where the whole does not please the schema.
class InputWriter final
{
public:
    InputWriter(const Schema &schema, const Validator &validator, Extent extent)
        : m_schema(schema)
        , m_validator(validator)
        , m_extent(extent)
        , m_fields(schema.fields())
    {
    }

    [[nodiscard]] QByteArray run()
    {
        QByteArray text = written();
        for (int i = 0; i < tries && improve(text); ++i)
            text = written();
        return text;
    }

private:
    [[nodiscard]] QByteArray written() const
    {
        json::ObjectWriter writer;
        for (const Field &field : m_fields) {
            if (m_dropped.contains(field.name) || (!field.isRequired && m_extent == Extent::RequiredFields))
                continue;
            const Source source = m_madeUp.contains(field.name) ? Source::MadeUp : Source::Offered;
            writer.addRaw(
                json::quoted(field.name).sliced(1).chopped(1), exampleValue(m_schema, field, m_extent, source));
        }
        return writer.finished();
    }

    // Whether there is something to try otherwise: first values of our own, then without the field.
    bool improve(const QByteArray &text)
    {
        const json::Document document = json::Document::parse(text);
        const QList<Problem> problems = m_validator.problems(document.root());
        bool isChanged = false;
        for (const Problem &problem : problems) {
            QString name = problem.path.section(QLatin1Char('/'), 1, 1);
            name.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
            const auto field = std::find_if(
                m_fields.begin(), m_fields.end(), [&](const Field &one) { return one.name == name; });
            if (field == m_fields.end())
                continue;
            if (!m_madeUp.contains(name)) {
                m_madeUp.insert(name);
                isChanged = true;
            } else if (!field->isRequired && !m_dropped.contains(name) && m_extent == Extent::AllFields) {
                m_dropped.insert(name);
                isChanged = true;
            }
        }
        return isChanged;
    }

    const Schema &m_schema;
    const Validator &m_validator;
    Extent m_extent;
    QList<Field> m_fields;
    QSet<QString> m_madeUp;
    QSet<QString> m_dropped;
};

} // namespace

QByteArray exampleValue(const Schema &schema, const Field &field, Extent extent, Source source, qsizetype position)
{
    return ExampleWriter(schema, extent, source).value(field, position, 0);
}

QByteArray exampleInput(const Schema &schema, const Validator &validator, Extent extent)
{
    return json::prettyPrinted(InputWriter(schema, validator, extent).run());
}

std::optional<json::TextEdit> fillingIn(
    const json::Document &input, const Schema &schema, const Validator &validator, Extent extent)
{
    const QByteArray before = input.bytes();
    if (input.isEmpty() && before.trimmed().isEmpty())
        return editBetween(before, exampleInput(schema, validator, extent));
    if (!input.isValid() || !input.root().isObject())
        return {};
    const json::Document example = json::Document::parse(InputWriter(schema, validator, extent).run());
    json::Document filled = input;
    for (json::Value member = example.root().firstChild(); member.isValid(); member = member.nextSibling()) {
        if (input.root().member(member.key()).isValid())
            continue;
        if (const auto edit = json::settingValue(filled, {{member.key(), -1}}, member.raw()))
            filled = json::Document::parse(json::applied(filled.bytes(), *edit));
    }
    return filled.bytes() == before ? std::nullopt : std::optional(editBetween(before, filled.bytes()));
}

json::TextEdit editBetween(const QByteArray &before, const QByteArray &after)
{
    const auto [left, right] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const qsizetype begin = left - before.begin();
    qsizetype same = 0;
    const qsizetype most = std::min(before.size(), after.size()) - begin;
    while (same < most && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    return {begin, before.size() - begin - same, after.mid(begin, after.size() - begin - same)};
}

} // namespace actionscope::schema
