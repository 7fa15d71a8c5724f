// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/completion.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/schema/example.h"

#include <algorithm>

namespace actionscope::schema {

namespace {

constexpr int deepest = 8; // a variant of a variant of …

// Where words begin in a name: at its start, behind "_", "-", "." and blanks, and at a capital.
bool isWordStart(const QString &name, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = name[at - 1];
    return !before.isLetterOrNumber() || (name[at].isUpper() && before.isLower());
}

bool beginsWords(QStringView typed, const QString &name, qsizetype from)
{
    if (typed.isEmpty())
        return true;
    for (qsizetype start = from; start < name.size(); ++start) {
        if (!isWordStart(name, start))
            continue;
        qsizetype same = 0;
        while (same < typed.size() && start + same < name.size() && typed[same].toLower() == name[start + same].toLower())
            ++same;
        for (; same > 0; --same) {
            if (beginsWords(typed.sliced(same), name, start + same))
                return true;
        }
    }
    return false;
}

// What stands for a value until a person types it, and what of it is selected.
struct Stub
{
    QByteArray text;
    qsizetype from = 0;
    qsizetype to = 0;
};

Stub selected(const QByteArray &text)
{
    const bool isText = text.startsWith('"');
    return {text, isText ? 1 : 0, text.size() - (isText ? 1 : 0)};
}

Stub stubOf(const Schema &schema, const Field &field)
{
    if (!field.defaultValue.isEmpty() && field.defaultValue != "null")
        return selected(field.defaultValue);
    switch (field.kind) {
    case FieldKind::String:
        return {"\"\"", 1, 1};
    case FieldKind::Array:
        return {"[]", 1, 1};
    case FieldKind::Object: {
        const QByteArray object = exampleValue(schema, field, Extent::RequiredFields);
        return object == "{}" ? Stub {"{}", 1, 1} : Stub {object, object.size(), object.size()};
    }
    case FieldKind::Free:
        return field.type == QLatin1String("object") ? Stub {"{}", 1, 1} : Stub {"\"\"", 1, 1};
    default:
        return selected(exampleValue(schema, field, Extent::RequiredFields));
    }
}

// In place of what stands behind {{, up to `end`.
Completion variableEnd(const QString &name, qsizetype begin, qsizetype end)
{
    const QByteArray text = name.toUtf8() + "}}";
    const qsizetype caret = begin + text.size();
    return {name, Tr::tr("variable"), {}, {{begin, end - begin, text}}, caret, caret};
}

class Completing final
{
public:
    Completing(const Schema &schema, const CaretContext &context, const QStringList &variables)
        : m_schema(schema)
        , m_context(context)
        , m_variables(variables)
    {
    }

    QList<Completion> run()
    {
        if (m_context.variableAt >= 0)
            addVariableEnds();
        else if (m_context.kind == CaretContext::Kind::Name)
            addNames();
        else if (m_context.kind == CaretContext::Kind::Value && !m_context.isInText)
            addValues();
        std::stable_sort(m_found.begin(), m_found.end(), [](const Ranked &left, const Ranked &right) {
            return left.match != right.match ? left.match < right.match : left.rank < right.rank;
        });
        QList<Completion> completions;
        for (const Ranked &one : std::as_const(m_found))
            completions.append(one.completion);
        return completions;
    }

private:
    struct Ranked
    {
        int match;
        int rank;
        Completion completion;
    };

    void addNames()
    {
        const auto container = m_schema.fieldAt(m_context.path, {});
        if (!container)
            return;
        addNamesOf(*container, 0);
    }

    // Of all variants, where the object may be one of several.
    void addNamesOf(const Field &field, int depth)
    {
        if (field.kind == FieldKind::Variant && depth < deepest) {
            for (qsizetype i = 0; i < field.variants.size(); ++i)
                addNamesOf(m_schema.variantOf(field, i), depth + 1);
            return;
        }
        const QList<Field> fields = m_schema.fieldsOf(field);
        for (const Field &one : fields) {
            const int match = matchOf(m_context.typed, one.name);
            if (match < 0 || m_context.names.contains(one.name) || m_seen.contains(one.name))
                continue;
            m_seen.append(one.name);
            Stub stub = m_context.hasColon ? Stub() : stubOf(m_schema, one);
            const QByteArray name = json::quoted(one.name) + (m_context.hasColon ? "" : ": ");
            stub.from += name.size();
            stub.to += name.size();
            stub.text = name + stub.text;
            add(match, one.isRequired ? 0 : 1, one.name, typeText(one), one.title, stub);
        }
    }

    void addValues()
    {
        const auto field = m_schema.fieldAt(m_context.path, {});
        if (field)
            addValuesOf(*field, 0);
        for (const QString &name : m_variables)
            addValue(3, json::quoted(QLatin1String("{{") + name + QLatin1String("}}")), Tr::tr("variable"));
    }

    void addValuesOf(const Field &field, int depth)
    {
        for (const QByteArray &choice : field.choices)
            addValue(0, choice, choice == field.defaultValue ? Tr::tr("default") : Tr::tr("choice"));
        if (!field.defaultValue.isEmpty())
            addValue(0, field.defaultValue, Tr::tr("default"));
        for (const QByteArray &example : field.examples)
            addValue(1, example, Tr::tr("example"));
        if (field.kind == FieldKind::Boolean) {
            addValue(1, "true", QStringLiteral("boolean"));
            addValue(1, "false", QStringLiteral("boolean"));
        }
        if (field.kind == FieldKind::Variant && depth < deepest) {
            for (qsizetype i = 0; i < field.variants.size(); ++i)
                addValuesOf(m_schema.variantOf(field, i), depth + 1);
        }
        if (field.kind == FieldKind::Object || field.kind == FieldKind::Array || field.kind == FieldKind::File)
            addValue(2, exampleValue(m_schema, field, Extent::RequiredFields), typeText(field));
        if (field.isNullable)
            addValue(2, "null", Tr::tr("null"));
    }

    void addValue(int rank, const QByteArray &json, const QString &what)
    {
        const QString plain = QString::fromUtf8(json);
        const bool isText = json.startsWith('"');
        const QString label = isText ? json::decodedString(json) : plain;
        const int match = matchOf(m_context.typed, label);
        // Behind a quote only texts are meant.
        if (match < 0 || m_seen.contains(plain) || (m_context.isQuoted && !isText))
            return;
        m_seen.append(plain);
        add(match, rank, label, what, {}, {json, json.size(), json.size()});
    }

    void add(int match, int rank, const QString &label, const QString &type, const QString &title, const Stub &stub)
    {
        Completion completion {label, type, title, {}, 0, 0};
        QByteArray text = stub.text;
        const bool isWhole = m_context.kind == CaretContext::Kind::Value || !m_context.hasColon;
        if (m_context.needsComma && isWhole)
            text += ',';
        completion.edits.append({m_context.begin, m_context.end - m_context.begin, text});
        qsizetype moved = 0;
        if (m_context.commaAt >= 0) {
            const QByteArray comma = m_context.commaAt == m_context.begin ? ", " : ",";
            completion.edits.append({m_context.commaAt, 0, comma});
            moved = comma.size();
        }
        completion.selectionBegin = m_context.begin + moved + stub.from;
        completion.selectionEnd = m_context.begin + moved + stub.to;
        m_found.append({match, rank, completion});
    }

    // Inside a text, behind {{.
    void addVariableEnds()
    {
        const qsizetype begin = m_context.variableAt + 2;
        const qsizetype quote = m_context.begin + 1;
        const QString typed = QString::fromUtf8(m_context.typed.toUtf8().sliced(begin - quote)).trimmed();
        const qsizetype typedEnd = quote + m_context.typed.toUtf8().size();
        for (const QString &name : m_variables) {
            const int match = matchOf(typed, name);
            if (match >= 0)
                m_found.append({match, 0, variableEnd(name, begin, typedEnd)});
        }
    }

    const Schema &m_schema;
    const CaretContext &m_context;
    const QStringList &m_variables;
    QList<Ranked> m_found;
    QStringList m_seen;
};

} // namespace

QList<Completion> completionsAt(
    const Schema &schema, const QByteArray &text, qsizetype offset, const QStringList &variables)
{
    return Completing(schema, caretContext(text, offset), variables).run();
}

QList<Completion> variablesAt(const QByteArray &text, qsizetype offset, const QStringList &variables)
{
    const qsizetype braces = QByteArrayView(text).first(offset).lastIndexOf("{{");
    if (braces < 0)
        return {};
    const qsizetype begin = braces + 2;
    const QString typed = QString::fromUtf8(QByteArrayView(text).sliced(begin, offset - begin)).trimmed();
    const bool isOpen = std::none_of(typed.cbegin(), typed.cend(), [](QChar c) { return c == u'}' || c.isSpace(); });
    if (!isOpen)
        return {};
    // Braces that are there already are not doubled.
    const qsizetype end = QByteArrayView(text).sliced(offset).startsWith("}}") ? offset + 2 : offset;
    QList<std::pair<int, Completion>> found;
    for (const QString &name : variables) {
        if (const int match = matchOf(typed, name); match >= 0)
            found.append({match, variableEnd(name, begin, end)});
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto &left, const auto &right) { return left.first < right.first; });
    QList<Completion> completions;
    for (const auto &[match, completion] : found)
        completions.append(completion);
    return completions;
}

int matchOf(const QString &typed, const QString &name)
{
    if (name.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    if (typed.size() <= 40 && beginsWords(typed, name, 0))
        return 1;
    return name.contains(typed, Qt::CaseInsensitive) ? 2 : -1;
}

QString typeText(const Field &field)
{
    QString text = field.type;
    if (field.kind == FieldKind::Variant)
        text = Tr::tr("one of several forms");
    else if (field.kind == FieldKind::File)
        text = Tr::tr("file");
    else if (text.isEmpty())
        text = Tr::tr("any value");
    if (!field.format.isEmpty())
        text += QLatin1String(" (") + field.format + QLatin1Char(')');
    if (field.isNullable)
        text = Tr::tr("%1 or null").arg(text);
    return field.isRequired ? Tr::tr("%1, required").arg(text) : text;
}

} // namespace actionscope::schema
