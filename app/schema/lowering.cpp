// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/lowering.h"

#include "app/schema/reference.h"
#include "app/schema/valuerules.h"

#include "app/base/tr.h"
#include "app/json/writer.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace actionscope::schema {

namespace {

constexpr int deepest = 64; // levels of schemas in schemas
constexpr qsizetype longest = 32 * 1024 * 1024;
constexpr qsizetype enoughTroubles = 20;

// Keywords whose rules hold for a value by itself.
constexpr std::array valueKeywords {u"type", u"enum", u"const", u"minimum", u"maximum", u"exclusiveMinimum",
    u"exclusiveMaximum", u"multipleOf", u"minLength", u"maxLength", u"pattern", u"minItems", u"maxItems", u"uniqueItems",
    u"minProperties", u"maxProperties", u"required", u"dependencies"};
// Known to the standard, and not to us; leaving them out lets more through than the service may.
constexpr std::array unheldKeywords {u"patternProperties", u"propertyNames"};

// Where a schema stands: in which definition, and whether it looks at the same value as the definition does.
struct Where
{
    quint32 definition = 0;
    bool isSameValue = true;
    int depth = 0;

    [[nodiscard]] Where inside() const { return {definition, false, depth + 1}; }
    [[nodiscard]] Where beside() const { return {definition, isSameValue, depth + 1}; }
};

class Lowering final
{
public:
    explicit Lowering(const json::Document &document)
        : m_document(document)
    {
    }

    LoweredSchema run(const json::Value &schema)
    {
        const QByteArray root = definition(schema);
        json::ObjectWriter definitions;
        for (qsizetype i = 0; i < m_pending.size(); ++i) { // grows while it is read
            const json::Value target = m_document.value(m_pending[i]);
            definitions.addRaw('r' + QByteArray::number(target.node()), definition(target));
        }
        json::ObjectWriter whole;
        whole.addRaw("definitions", definitions.finished());
        whole.addRaw("allOf", '[' + root + ']');
        return {whole.finished(), m_troubles};
    }

private:
    // As a whole, and behind a check, so that each round through a recursive schema is counted before it goes deeper.
    QByteArray definition(const json::Value &schema)
    {
        json::ObjectWriter writer;
        writer.addRaw("allOf",
            '[' + checkOnly(Check::Rules, {}) + ',' + lower(schema, {schema.node(), true, 0}) + ']');
        return writer.finished();
    }

    static QByteArray check(Check kind, const json::Value &schema)
    {
        const QByteArray position = schema.isValid() ? QByteArray::number(schema.node()) : QByteArrayLiteral("-");
        return '"' + QByteArray(1, char(kind)) + ' ' + position + '"';
    }
    static QByteArray checkOnly(Check kind, const json::Value &schema)
    {
        json::ObjectWriter writer;
        writer.addRaw(checkKeyword, check(kind, schema));
        return writer.finished();
    }
    static QByteArray condition(const QByteArray &when, const QByteArray &then, const QByteArray &otherwise)
    {
        json::ObjectWriter writer;
        writer.addRaw("if", when);
        if (!then.isEmpty())
            writer.addRaw("then", then);
        if (!otherwise.isEmpty())
            writer.addRaw("else", otherwise);
        return writer.finished();
    }

    QByteArray lower(const json::Value &schema, const Where &where)
    {
        if (schema.type() == json::Type::True)
            return "{}";
        if (schema.type() == json::Type::False)
            return checkOnly(Check::Never, schema);
        if (!schema.isObject()) {
            trouble(Tr::tr("A schema must be an object, but is of type %1.").arg(typeNameOf(schema)));
            return "{}";
        }
        m_written += 64;
        if (where.depth > deepest || m_written > longest) {
            trouble(Tr::tr("The schema is nested deeper than %1 levels, or too large; the rest is not checked.")
                        .arg(deepest));
            return "{}";
        }
        const json::Value reference = schema.member(u"$ref");
        const QByteArray text = reference.isString() ? lowerReference(reference.toString(), where)
                                                     : lowerObject(schema, where);
        const json::Value anyOf = besideNull(schema.member(u"anyOf"));
        const bool isNullable = schema.member(u"nullable").toBool().value_or(false) || anyOf.isValid()
            || besideNull(schema.member(u"oneOf")).isValid();
        return isNullable ? condition(checkOnly(Check::Null, schema), {}, text) : text;
    }

    QByteArray lowerReference(const QString &reference, const Where &where)
    {
        const json::Value target = referenced(m_document.root(), reference);
        if (!target.isValid()) {
            trouble(Tr::tr("$ref %1 leads nowhere.").arg(reference));
            return "{}";
        }
        const quint32 to = target.node();
        if (where.isSameValue) {
            if (to == where.definition || leads(to, where.definition)) {
                trouble(Tr::tr("$ref %1 leads in a circle.").arg(reference));
                return "{}";
            }
            m_edges[where.definition].insert(to);
        }
        if (!m_known.contains(to)) {
            m_known.insert(to);
            m_pending.append(to);
        }
        return "{\"$ref\":\"#/definitions/r" + QByteArray::number(to) + "\"}";
    }

    // Whether one definition refers to another for the same value.
    [[nodiscard]] bool leads(quint32 from, quint32 to) const
    {
        QSet<quint32> seen;
        QList<quint32> open {from};
        while (!open.isEmpty()) {
            const quint32 at = open.takeLast();
            if (at == to)
                return true;
            if (seen.contains(at))
                continue;
            seen.insert(at);
            open += m_edges.value(at).values();
        }
        return false;
    }

    QByteArray lowerObject(const json::Value &schema, const Where &where)
    {
        json::ObjectWriter writer;
        QByteArrayList parts = combinations(schema, where);
        const auto has = [&](const char16_t *name) { return schema.member(name).isValid(); };
        if (std::any_of(valueKeywords.begin(), valueKeywords.end(), has))
            writer.addRaw(checkKeyword, check(Check::Rules, schema));
        nameTroubles(schema);
        addMembers(writer, schema, where);
        addItems(writer, schema, where);
        if (!parts.isEmpty())
            addAll(writer, std::move(parts));
        return writer.finished();
    }

    void nameTroubles(const json::Value &schema)
    {
        for (const char16_t *name : unheldKeywords) {
            if (schema.member(name).isValid())
                trouble(Tr::tr("%1 is not checked.").arg(QString::fromUtf16(name)));
        }
        const json::Value pattern = schema.member(u"pattern");
        if (pattern.isString() && !readPattern(pattern.toString()).isValid())
            trouble(Tr::tr("The pattern %1 cannot be read.").arg(pattern.toString()));
        const json::Value type = schema.member(u"type");
        if (type.isValid() && typesOf(schema) == 0 && type.count() + type.toString().size() > 0)
            trouble(Tr::tr("The type %1 is unknown.").arg(QString::fromUtf8(type.raw().first(std::min<qsizetype>(type.raw().size(), 80)))));
    }

    void addMembers(json::ObjectWriter &writer, const json::Value &schema, const Where &where)
    {
        const json::Value properties = schema.member(u"properties");
        if (properties.isObject()) {
            json::ObjectWriter members;
            for (json::Value one = properties.firstChild(); one.isValid(); one = one.nextSibling())
                members.addRaw(json::quoted(one.key()).sliced(1).chopped(1), lower(one, where.inside()));
            writer.addRaw("properties", members.finished());
        }
        const json::Value additional = schema.member(u"additionalProperties");
        // With patterns that we do not hold, any member may be one of theirs.
        if (additional.isValid() && !schema.member(u"patternProperties").isValid()) {
            const bool isForbidden = additional.type() == json::Type::False;
            writer.addRaw("additionalProperties",
                isForbidden ? checkOnly(Check::Additional, schema) : lower(additional, where.inside()));
        }
    }

    void addItems(json::ObjectWriter &writer, const json::Value &schema, const Where &where)
    {
        const json::Value items = schema.member(u"items");
        if (!items.isValid())
            return;
        if (!items.isArray()) {
            writer.addRaw("items", lower(items, where.inside()));
            return;
        }
        json::ArrayWriter list;
        for (json::Value one = items.firstChild(); one.isValid(); one = one.nextSibling())
            list.addRaw(lower(one, where.inside()));
        writer.addRaw("items", list.finished());
        const json::Value additional = schema.member(u"additionalItems");
        const bool isForbidden = additional.isValid() && additional.type() == json::Type::False;
        writer.addRaw("additionalItems",
            isForbidden              ? checkOnly(Check::Item, schema)
                : additional.isValid() ? lower(additional, where.inside())
                                       : QByteArrayLiteral("{}"));
    }

    [[nodiscard]] QByteArray listOf(const json::Value &schemas, const Where &where)
    {
        json::ArrayWriter list;
        for (json::Value one = schemas.firstChild(); one.isValid(); one = one.nextSibling())
            list.addRaw(lower(one, where));
        return list.finished();
    }

    QByteArrayList combinations(const json::Value &schema, const Where &where)
    {
        QByteArrayList parts;
        const Where beside = where.beside();
        const json::Value all = schema.member(u"allOf");
        for (json::Value one = all.isArray() ? all.firstChild() : json::Value(); one.isValid(); one = one.nextSibling())
            parts.append(lower(one, beside));
        for (const auto &[name, kind] : {std::pair {"anyOf", Check::AnyOf}, std::pair {"oneOf", Check::OneOf}}) {
            const json::Value choices = schema.member(QString::fromLatin1(name));
            if (!choices.isArray() || choices.count() == 0)
                continue;
            if (const json::Value one = besideNull(choices); one.isValid()) {
                parts.append(lower(one, beside));
                continue;
            }
            json::ObjectWriter writer;
            writer.addRaw(name, listOf(choices, beside));
            parts.append(condition(writer.finished(), {}, checkOnly(kind, schema)));
        }
        if (const json::Value denied = schema.member(u"not"); denied.isValid())
            parts.append(condition(lower(denied, beside), checkOnly(Check::Not, schema), {}));
        if (const json::Value when = schema.member(u"if"); when.isValid()) {
            const json::Value then = schema.member(u"then");
            const json::Value otherwise = schema.member(u"else");
            parts.append(condition(lower(when, beside), then.isValid() ? lower(then, beside) : QByteArray(),
                otherwise.isValid() ? lower(otherwise, beside) : QByteArray()));
        }
        if (const json::Value wanted = schema.member(u"contains"); wanted.isValid())
            parts.append(containing(schema, lower(wanted, where.inside())));
        addDependencies(parts, schema, beside);
        return parts;
    }

    // An array all of whose items are not wanted is wrong.
    static QByteArray containing(const json::Value &schema, const QByteArray &wanted)
    {
        json::ObjectWriter noneIsWanted;
        noneIsWanted.addRaw(checkKeyword, check(Check::Array, schema));
        noneIsWanted.addRaw("items", condition(wanted, checkOnly(Check::Never, schema), {}));
        return condition(noneIsWanted.finished(), checkOnly(Check::Contains, schema), {});
    }

    void addDependencies(QByteArrayList &parts, const json::Value &schema, const Where &beside)
    {
        const json::Value dependencies = schema.member(u"dependencies");
        for (json::Value one = dependencies.firstChild(); one.isValid(); one = one.nextSibling()) {
            if (!one.hasKey() || one.isArray())
                continue; // names are among the rules on the value
            json::ObjectWriter never;
            never.addRaw(json::quoted(one.key()).sliced(1).chopped(1), checkOnly(Check::Never, schema));
            json::ObjectWriter isAbsent;
            isAbsent.addRaw("properties", never.finished());
            parts.append(condition(isAbsent.finished(), {}, lower(one, beside)));
        }
    }

    // valijson stops an allOf at the first part that fails; conditions that always hold lead it through all of them.
    static void addAll(json::ObjectWriter &writer, QByteArrayList parts)
    {
        QByteArray rest;
        while (parts.size() > 1) {
            json::ObjectWriter link;
            link.addRaw("allOf", '[' + parts.takeLast() + ']');
            if (!rest.isEmpty()) {
                link.addRaw("if", "{}");
                link.addRaw("then", rest);
            }
            rest = link.finished();
        }
        writer.addRaw("allOf", '[' + parts.takeLast() + ']');
        if (!rest.isEmpty()) {
            writer.addRaw("if", "{}");
            writer.addRaw("then", rest);
        }
    }

    void trouble(const QString &sentence)
    {
        if (m_troubles.size() < enoughTroubles && !m_troubles.contains(sentence))
            m_troubles.append(sentence);
    }

    const json::Document &m_document;
    QList<quint32> m_pending; // definitions that are referred to
    QSet<quint32> m_known;
    QHash<quint32, QSet<quint32>> m_edges; // references to a definition for the same value
    QStringList m_troubles;
    qsizetype m_written = 0;
};

} // namespace

LoweredSchema lowered(const json::Value &schema, const json::Document &document) { return Lowering(document).run(schema); }

json::Value besideNull(const json::Value &choices)
{
    json::Value other;
    bool hasNull = false;
    for (json::Value one = choices.isArray() ? choices.firstChild() : json::Value(); one.isValid();
         one = one.nextSibling()) {
        if (one.isObject() && typesOf(one) == NullType && !one.member(u"enum").isValid())
            hasNull = true;
        else if (other.isValid())
            return {};
        else
            other = one;
    }
    return hasNull ? other : json::Value();
}

} // namespace actionscope::schema
