// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/substitution.h"

#include "app/api/requestfields.h"
#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/writer.h"

#include <QStringList>

#include <utility>

namespace actionscope::runner {

namespace {

using api::ExecuteRequest;

// What one name comes to. Without JSON, the reason is a sentence.
struct Found
{
    std::optional<QByteArray> json = {};
    QString reason = {};
    Level level = Level::BuiltIn;
    QString source = {};
    bool isSecret = false;
};

QString inBraces(const QString &name) { return QStringLiteral("{{%1}}").arg(name); }

// What stands between the quotes when a value becomes part of a longer string.
QByteArray insideString(const QByteArray &json)
{
    const QByteArray text = json.startsWith('"') ? json : json::quoted(QString::fromUtf8(json));
    return text.sliced(1, text.size() - 2);
}

QByteArray asText(const QByteArray &json)
{
    return json.startsWith('"') ? json::decodedString(json).toUtf8() : json;
}

// One pass over one field.
class Pass final
{
public:
    Pass(const QString &field, const QByteArray &text, const Variables &variables)
        : m_field(field)
        , m_text(text)
        , m_variables(variables)
    {
    }

    void runOverJson(const json::Document &document);
    void runOverText();
    [[nodiscard]] Substituted<QByteArray> finished();
    [[nodiscard]] Found find(const QString &name);

private:
    enum class Form { WholeValue, InsideString, Text };

    [[nodiscard]] Found withNamesResolved(const Binding &binding);
    void replaceIn(qsizetype begin, qsizetype end, Form form);
    void replace(const NamePlace &place, Form form);
    void copyUpTo(qsizetype offset);
    void complain(const NamePlace &place, const QString &reason);

    QString m_field;
    QByteArray m_text;
    const Variables &m_variables;
    QStringList m_chain; // names being resolved, outermost first
    Substituted<QByteArray> m_done;
    qsizetype m_copied = 0;
};

void Pass::runOverJson(const json::Document &document)
{
    const auto index = document.index();
    for (quint32 node = 0; node < index->nodes.size(); ++node) {
        const bool isKey = index->nodes[node].isKey();
        if (!isKey && index->nodes[node].type() != json::Type::String)
            continue;
        const qsizetype begin = index->nodes[node].begin;
        const qsizetype end = index->end(node);
        const QList<NamePlace> names = namesIn(QByteArrayView(m_text).sliced(begin + 1, end - begin - 2));
        if (names.size() == 1 && names.first().length == end - begin - 2 && !isKey)
            replaceIn(begin, end, Form::WholeValue);
        else
            replaceIn(begin + 1, end - 1, Form::InsideString);
    }
    copyUpTo(m_text.size());
}

void Pass::runOverText()
{
    replaceIn(0, m_text.size(), Form::Text);
    copyUpTo(m_text.size());
}

void Pass::replaceIn(qsizetype begin, qsizetype end, Form form)
{
    const QList<NamePlace> names = namesIn(QByteArrayView(m_text).sliced(begin, end - begin));
    for (NamePlace place : names) {
        place.begin += begin;
        replace(place, form);
    }
}

void Pass::replace(const NamePlace &place, Form form)
{
    const Found found = find(place.name);
    if (!found.json) {
        complain(place, found.reason);
        return;
    }
    // Of a value that is all of a string the quotes go, too.
    const qsizetype quote = form == Form::WholeValue ? 1 : 0;
    copyUpTo(place.begin - quote);
    QByteArray bytes = *found.json;
    if (form == Form::InsideString)
        bytes = insideString(bytes);
    else if (form == Form::Text)
        bytes = asText(bytes);
    m_done.uses.append({m_field, place.name, place.begin, place.length, m_done.result.size(), bytes.size(), found.level,
        found.source, found.isSecret});
    m_done.result += bytes;
    m_copied = place.begin + place.length + quote;
}

void Pass::copyUpTo(qsizetype offset)
{
    m_done.result += QByteArrayView(m_text).sliced(m_copied, offset - m_copied);
    m_copied = offset;
}

void Pass::complain(const NamePlace &place, const QString &reason)
{
    const json::Place where = json::placeOf(m_text, place.begin);
    m_done.troubles.append({m_field, place.name, place.begin, place.length,
        Tr::tr("%1, line %2, column %3: %4")
            .arg(m_field, QString::number(where.line), QString::number(where.column), reason)});
}

Substituted<QByteArray> Pass::finished() { return std::move(m_done); }

Found Pass::find(const QString &name)
{
    if (name.startsWith(QLatin1Char('$'))) {
        if (const auto json = m_variables.builtIn(name))
            return {json, {}, Level::BuiltIn, levelName(Level::BuiltIn), false};
        return {{}, Tr::tr("%1 is not a built-in name; there are %2.")
                        .arg(inBraces(name), builtInNames().join(QLatin1String(", ")))};
    }
    const Binding *binding = m_variables.find(name);
    if (!binding) {
        const QString hint = m_variables.hint(name);
        return {{}, hint.isEmpty() ? Tr::tr("%1 is not set anywhere.").arg(inBraces(name)) : hint};
    }
    if (m_chain.contains(name)) {
        const QStringList cycle = m_chain.sliced(m_chain.indexOf(name)) + QStringList {name};
        return {{}, Tr::tr("%1 leads back to itself: %2.").arg(inBraces(name), cycle.join(QStringLiteral(" → ")))};
    }
    if (binding->isLiteral() || !binding->json.contains("{{"))
        return {binding->json, {}, binding->level, binding->source, binding->isSecret};
    m_chain.append(name);
    Found found = withNamesResolved(*binding);
    m_chain.removeLast();
    return found;
}

Found Pass::withNamesResolved(const Binding &binding)
{
    const json::Document document = json::Document::parse(binding.json);
    if (!document.isValid())
        return {binding.json, {}, binding.level, binding.source, binding.isSecret};
    Pass inner(m_field, binding.json, m_variables);
    inner.m_chain = m_chain;
    inner.runOverJson(document);
    const Substituted<QByteArray> done = inner.finished();
    bool isSecret = binding.isSecret;
    for (const NameUse &use : done.uses)
        isSecret = isSecret || use.isSecret;
    if (!done.isComplete()) {
        // The place is within the variable, which the sentence names; the field's own place comes in front.
        const QString &inside = done.troubles.first().sentence;
        return {{}, Tr::tr("%1, set in %2, cannot be used: %3")
                        .arg(inBraces(binding.name), binding.source, inside.section(QLatin1String(": "), 1)),
            binding.level, binding.source, isSecret};
    }
    return {done.result, {}, binding.level, binding.source, isSecret};
}

} // namespace

Substituted<QByteArray> substitutedJson(const QByteArray &json, const Variables &variables, const QString &field)
{
    if (!json.contains("{{"))
        return {json};
    const json::Document document = json::Document::parse(json);
    if (!document.isValid())
        return {json};
    Pass pass(field, json, variables);
    pass.runOverJson(document);
    return pass.finished();
}

Substituted<QString> substitutedText(const QString &text, const Variables &variables, const QString &field)
{
    if (!text.contains(QLatin1String("{{")))
        return {text};
    Pass pass(field, text.toUtf8(), variables);
    pass.runOverText();
    const Substituted<QByteArray> done = pass.finished();
    return {QString::fromUtf8(done.result), done.uses, done.troubles};
}

Substituted<ExecuteRequest> substituted(const ExecuteRequest &request, const Variables &variables)
{
    Substituted<ExecuteRequest> all {request};
    const auto add = [&all](const auto &done, auto *target) {
        *target = done.result;
        all.uses += done.uses;
        all.troubles += done.troubles;
    };
    for (const auto &[name, member] : api::textFields)
        add(substitutedText(request.*member, variables, QString::fromLatin1(name)), &(all.result.*member));
    for (const auto &[name, member] : api::jsonFields)
        add(substitutedJson(request.*member, variables, QString::fromLatin1(name)), &(all.result.*member));
    return all;
}

std::optional<QByteArray> resolvedValue(const QString &name, const Variables &variables)
{
    return Pass({}, {}, variables).find(name).json;
}

} // namespace actionscope::runner
