// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/layers.h"

#include "app/schema/reference.h"

#include <algorithm>

namespace actionscope::schema {

namespace {

constexpr qsizetype mostLayers = 200;

bool meansNull(const json::Value &schema)
{
    const json::Value type = schema.member(u"type");
    const json::Value choices = schema.member(u"enum");
    return type.toString() == QLatin1String("null") || schema.member(u"const").isNull()
        || (choices.count() == 1 && choices.firstChild().isNull());
}

// Says more than which members must be there.
bool saysWhatItIs(const json::Value &schema)
{
    for (const auto *keyword :
        {u"type", u"properties", u"enum", u"const", u"$ref", u"items", u"allOf", u"anyOf", u"oneOf", u"format"}) {
        if (schema.member(keyword).isValid())
            return true;
    }
    return false;
}

// One walk from a schema to everything that holds with it.
class Gathering final
{
public:
    explicit Gathering(const json::Value &root)
        : m_root(root)
    {
    }

    Layers layers;

    void visit(const json::Value &schema)
    {
        if (!schema.isObject())
            return;
        if (m_open.contains(schema.node()) || layers.schemas.size() >= mostLayers) {
            layers.isCircular = true;
            return;
        }
        m_open.append(schema.node());
        layers.schemas.append(schema);
        for (json::Value keyword = schema.firstChild(); keyword.isValid(); keyword = keyword.nextSibling())
            follow(keyword);
        m_open.removeLast();
    }

private:
    void follow(const json::Value &keyword)
    {
        const QByteArrayView name = keyword.rawKey();
        if (name == R"("$ref")") {
            const json::Value target = referenced(m_root, keyword.toString());
            if (!target.isValid())
                layers.missingReference = keyword.toString();
            visit(target);
        } else if (name == R"("allOf")" && keyword.isArray()) {
            for (json::Value one = keyword.firstChild(); one.isValid(); one = one.nextSibling())
                visit(one);
        } else if ((name == R"("anyOf")" || name == R"("oneOf")") && keyword.isArray()) {
            choose(keyword);
        }
    }

    void choose(const json::Value &choices)
    {
        QList<json::Value> left;
        bool isSaid = false;
        for (json::Value one = choices.firstChild(); one.isValid(); one = one.nextSibling()) {
            if (meansNull(one)) {
                layers.isNullable = true;
                continue;
            }
            left.append(one);
            isSaid |= saysWhatItIs(one);
        }
        if (left.size() == 1)
            visit(left.first());
        else if (isSaid && layers.variants.isEmpty())
            layers.variants = left;
    }

    json::Value m_root;
    QList<quint32> m_open; // on the way to here
};

} // namespace

Layers layersOf(const json::Value &root, const json::Value &schema)
{
    Gathering gathering(root);
    gathering.visit(schema);
    return gathering.layers;
}

} // namespace actionscope::schema
