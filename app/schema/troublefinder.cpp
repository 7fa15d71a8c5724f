// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/troublefinder.h"

#include "app/base/tr.h"
#include "app/schema/fieldreader.h"
#include "app/schema/layers.h"

#include <QSet>

#include <algorithm>

namespace actionscope::schema {

namespace {

constexpr qsizetype mostTroubles = 20;

// Keywords that the form follows, and those that only tell something about the schema.
bool isKnownKeyword(const QByteArray &name)
{
    static const QSet<QByteArray> known {"$schema", "$id", "id", "$comment", "$defs", "definitions", "$ref", "$anchor",
        "title", "description", "default", "examples", "example", "deprecated", "readOnly", "writeOnly", "nullable",
        "format", "contentMediaType", "contentEncoding", "type", "enum", "const", "properties", "required",
        "additionalProperties", "items", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
        "allOf", "anyOf", "oneOf", "file_uploadable", "file_downloadable", "discriminator", "name", "enumNames",
        "human_parameter_name", "human_parameter_description", "oauth", "visible", "display_name"};
    return known.contains(name) || name.startsWith("x-");
}

// One walk over every schema within a schema, without recursion: the text may nest deeper than the stack.
class Search final
{
public:
    QStringList troubles;

    explicit Search(const json::Value &root)
        : m_root(root)
    {
        m_waiting.append({root, {}});
        while (!m_waiting.isEmpty() && troubles.size() < mostTroubles) {
            const Place place = m_waiting.takeLast();
            look(place);
        }
    }

private:
    struct Place
    {
        json::Value schema;
        QString path;
    };

    void tell(const QString &sentence)
    {
        if (!troubles.contains(sentence))
            troubles.append(sentence);
    }

    static QString nameOf(const QString &path) { return path.isEmpty() ? Tr::tr("The schema") : path; }

    void look(const Place &place)
    {
        if (place.schema.isBool())
            return;
        if (!place.schema.isObject()) {
            tell(Tr::tr("%1 is not described by an object; any JSON can be typed there.").arg(nameOf(place.path)));
            return;
        }
        for (json::Value keyword = place.schema.firstChild(); keyword.isValid(); keyword = keyword.nextSibling())
            lookAtKeyword(place, keyword);
    }

    void lookAtKeyword(const Place &place, const json::Value &keyword)
    {
        const QByteArrayView raw = keyword.rawKey();
        const QByteArray name = QByteArray::fromRawData(raw.data() + 1, raw.size() - 2);
        if (name == "type")
            lookAtType(place, keyword);
        else if (name == "properties")
            addMembers(place, keyword, true);
        else if (name == "$defs" || name == "definitions")
            addMembers(place, keyword, false);
        else if (name == "required" && !keyword.isArray() && !keyword.isBool())
            tell(Tr::tr("%1: \"required\" is not a list of names.").arg(nameOf(place.path)));
        else if (name == "enum" && !keyword.isArray())
            tell(Tr::tr("%1: \"enum\" is not a list of values.").arg(nameOf(place.path)));
        else if (name == "$ref" || name == "allOf" || name == "anyOf" || name == "oneOf")
            lookAtReferences(place, keyword);
        else if (name == "items" && !keyword.isArray())
            m_waiting.append({keyword, place.path + QLatin1String("[]")});
        else if (name == "items")
            tell(Tr::tr("%1 describes each item by its position; its items are shown as JSON.").arg(nameOf(place.path)));
        else if (!isKnownKeyword(name) && !m_unknown.contains(name))
            tellUnknown(place, name);
    }

    void tellUnknown(const Place &place, const QByteArray &name)
    {
        m_unknown.insert(QByteArray(name.constData(), name.size())); // a copy: the name is a view of the schema
        tell(Tr::tr("%1 has a keyword \"%2\" that the form does not follow.")
                 .arg(nameOf(place.path), QString::fromUtf8(name)));
    }

    void lookAtType(const Place &place, const json::Value &type)
    {
        QList<json::Value> names {type};
        if (type.isArray()) {
            names.clear();
            for (json::Value one = type.firstChild(); one.isValid(); one = one.nextSibling())
                names.append(one);
        }
        for (const json::Value &name : std::as_const(names)) {
            const QString text = name.toString();
            const bool isKnown = text == QLatin1String("null") || knownType(text) == text;
            if (isKnown || (name.isString() && text.isEmpty()))
                continue;
            tell(Tr::tr("%1 is of an unknown type: %2.").arg(nameOf(place.path), QString::fromUtf8(name.raw())));
        }
    }

    void addMembers(const Place &place, const json::Value &members, bool areParameters)
    {
        if (!members.isObject()) {
            tell(Tr::tr("%1: \"properties\" is not an object; its members are not known.").arg(nameOf(place.path)));
            return;
        }
        const qsizetype first = m_waiting.size();
        for (json::Value one = members.firstChild(); one.isValid(); one = one.nextSibling()) {
            const QString step = areParameters || place.path.isEmpty() ? one.key() : place.path;
            const bool isBelow = areParameters && !place.path.isEmpty();
            m_waiting.append({one, isBelow ? place.path + QLatin1Char('.') + step : step});
        }
        // Last in, first out: the order of the text is kept that way.
        std::reverse(m_waiting.begin() + first, m_waiting.end());
    }

    void lookAtReferences(const Place &place, const json::Value &keyword)
    {
        const Layers layers = layersOf(m_root, place.schema);
        if (layers.isCircular)
            tell(Tr::tr("%1 is described by a reference that leads in a circle.").arg(nameOf(place.path)));
        if (!layers.missingReference.isEmpty()) {
            tell(Tr::tr("%1 is described by a reference that leads nowhere: %2.")
                     .arg(nameOf(place.path), layers.missingReference));
        }
        for (json::Value one = keyword.firstChild(); one.isValid(); one = one.nextSibling())
            m_waiting.append({one, place.path});
    }

    json::Value m_root;
    QList<Place> m_waiting;
    QSet<QByteArray> m_unknown;
};

} // namespace

QStringList findTroubles(const json::Document &schema)
{
    if (schema.bytes().trimmed().isEmpty())
        return {};
    if (!schema.isValid()) {
        const auto error = schema.error();
        const json::Place place = json::placeOf(schema.bytes(), error ? error->offset : 0);
        return {Tr::tr("The schema is not JSON from line %1, column %2 on.").arg(place.line).arg(place.column)};
    }
    return Search(schema.root()).troubles;
}

} // namespace actionscope::schema
