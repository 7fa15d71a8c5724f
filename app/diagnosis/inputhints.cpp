// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/inputhints.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/json/pathtext.h"
#include "app/json/pointer.h"
#include "app/json/writer.h"
#include "app/schema/inputcheck.h"

#include <QRegularExpression>

namespace actionscope::diagnosis {

namespace {

constexpr qsizetype mostHints = 5;
constexpr qsizetype mostTries = 2;
constexpr qsizetype longestValue = 2000;
constexpr qsizetype largestChecked = 1024 * 1024;

Evidence inputEvidence(const Facts &facts, const QString &pointer)
{
    const json::Value value = json::valueAtPointer(facts.input.value, pointer);
    const QString place = facts.input.pointer + pointer;
    const QString name = QString(place).sliced(1).replace(QLatin1Char('/'), QLatin1Char('.'));
    return requestEvidence(place,
        value.isValid() ? Tr::tr("sent %1: %2").arg(name, shownRaw(value)) : Tr::tr("%1 was not sent").arg(name));
}

Try changing(const QString &pointer, const QByteArray &json, const QString &sentence)
{
    return {TryKind::ChangeInput, sentence, {{QStringLiteral("path"), pointer}, {QStringLiteral("value"), QString::fromUtf8(json)}}};
}

Try removing(const QString &pointer)
{
    return {TryKind::RemoveInput, Tr::tr("Remove %1 from the input.").arg(pointer.section(QLatin1Char('/'), -1)), {{QStringLiteral("path"), pointer}}};
}

InputFlaw flawOf(const QByteArray &rule)
{
    if (rule == "required")
        return InputFlaw::Missing;
    if (rule == "type" || rule == "anyOf" || rule == "oneOf")
        return InputFlaw::Type;
    return rule == "unknown" || rule == "additionalProperties" ? InputFlaw::Unknown : InputFlaw::Other;
}

// What a quick fix of the schema comes to, as a value at its place.
std::optional<Try> tryOf(const schema::QuickFix &fix, const schema::Problem &problem, const QByteArray &text)
{
    const json::Document before = json::Document::parse(text);
    const json::Document after = json::Document::parse(json::applied(text, fix.edits));
    const json::Value value = json::valueAtPointer(after.root(), problem.path);
    const QString parent = problem.path.section(QLatin1Char('/'), 0, -2);
    const bool isSmaller = json::valueAtPointer(after.root(), parent).count() < json::valueAtPointer(before.root(), parent).count();
    if (!after.isValid() || value.raw().size() > longestValue)
        return {};
    if (value.isValid())
        return changing(problem.path, value.raw().toByteArray(), fix.title + QLatin1Char('.'));
    return isSmaller ? std::optional(removing(problem.path)) : std::nullopt;
}

enum class Wanted { Nothing, Number, Boolean, Array, Object, String };

Wanted wantedBy(const QString &text)
{
    struct Words
    {
        const char *pattern;
        Wanted wanted;
    };
    static const QList<Words> all {{"\\b(integer|number|int|float|numeric|numerical)\\b", Wanted::Number}, {"\\b(boolean|bool)\\b", Wanted::Boolean},
        {"\\b(array|list|sequence)\\b", Wanted::Array}, {"\\b(object|dict|dictionary|map)\\b", Wanted::Object}, {"\\b(string|str|text)\\b", Wanted::String}};
    Wanted best = Wanted::Nothing;
    qsizetype first = text.size();
    for (const Words &each : all) {
        const auto match = QRegularExpression(QLatin1String(each.pattern), QRegularExpression::CaseInsensitiveOption).match(text);
        if (match.hasMatch() && match.capturedStart() < first) {
            first = match.capturedStart();
            best = each.wanted;
        }
    }
    return best;
}

// The value in the type that is wanted, where nothing of it is lost; empty where it cannot be.
QByteArray coerced(const json::Value &value, Wanted wanted)
{
    if (wanted == Wanted::String && (value.isNumber() || value.isBool()))
        return json::quoted(QString::fromUtf8(value.raw()));
    if (!value.isString())
        return wanted == Wanted::Array && !value.isArray() && value.isValid() ? '[' + value.raw().toByteArray() + ']' : QByteArray();
    const QByteArray text = value.toString().trimmed().toUtf8();
    const json::Document inside = json::Document::parse(wanted == Wanted::Boolean ? text.toLower() : text);
    const json::Value root = inside.isValid() ? inside.root() : json::Value();
    const bool fits = (wanted == Wanted::Number && root.isNumber()) || (wanted == Wanted::Boolean && root.isBool())
        || (wanted == Wanted::Array && root.isArray()) || (wanted == Wanted::Object && root.isObject());
    if (fits)
        return root.raw().toByteArray();
    if (wanted != Wanted::Array)
        return {};
    json::ArrayWriter items;
    const QStringList words = value.toString().split(QLatin1Char(','));
    for (const QString &word : words)
        items.addString(word.trimmed());
    return items.finished();
}

InputFlaw flawOfComplaint(const Complaint &complaint, const json::Value &value)
{
    static const QRegularExpression missing(QStringLiteral("required|missing|should not be empty|must be given|is absent"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression unknown(QStringLiteral("unknown|not allowed|should not exist|extra|unrecogni[sz]ed|not among"), QRegularExpression::CaseInsensitiveOption);
    if (complaint.rule == QLatin1String("required") || (!value.isValid() && missing.match(complaint.text).hasMatch()))
        return InputFlaw::Missing;
    if (complaint.rule == QLatin1String("unknown") || unknown.match(complaint.text).hasMatch())
        return InputFlaw::Unknown;
    return complaint.rule == QLatin1String("type") || wantedBy(complaint.text) != Wanted::Nothing ? InputFlaw::Type : InputFlaw::Other;
}

void addCoercion(const Facts &facts, const QString &pointer, const QString &text, InputHint &hint)
{
    const json::Value value = json::valueAtPointer(facts.input.value, pointer);
    const QByteArray json = value.isValid() ? coerced(value, wantedBy(text)) : QByteArray();
    if (json.isEmpty() || json.size() > longestValue)
        return;
    hint.tries.append(changing(pointer, json,
        Tr::tr("Send %1 instead of %2.").arg(shown(QString::fromUtf8(json)), shownRaw(value))));
}

// Looks for the member names of the input in a text, the longest first.
void findNamed(const json::Value &object, const QString &text, const QString &pointer, int depth, QString *found)
{
    for (json::Value member = object.firstChild(); member.isValid() && depth < 4; member = member.nextSibling()) {
        if (!member.hasKey())
            return;
        const QString name = member.key();
        const QString at = pointer + QLatin1Char('/') + json::pointerStep(name);
        const QRegularExpression word(QStringLiteral("(?<![\\w])%1(?![\\w])").arg(QRegularExpression::escape(name)));
        if (name.size() > 1 && name.size() > found->section(QLatin1Char('/'), -1).size() && word.match(text).hasMatch())
            *found = at;
        if (member.isObject())
            findNamed(member, text, at, depth + 1, found);
    }
}

} // namespace

QList<InputHint> schemaHints(const Facts &facts)
{
    const api::ActionInfo *action = facts.action();
    if (!action || action->parameters.isEmpty() || facts.sentDocument.bytes().size() > largestChecked)
        return {};
    const QByteArray text = facts.input.isThere() ? facts.input.value.raw().toByteArray() : QByteArrayLiteral("{}");
    const schema::InputRules rules(action->parameters);
    QList<InputHint> hints;
    const QList<schema::Problem> problems = schema::checkInput(rules, text, schema::Variables::ArePlainText);
    for (const schema::Problem &problem : problems) {
        if (hints.size() >= mostHints)
            break;
        InputHint hint {flawOf(problem.rule.toUtf8()), problem.path.section(QLatin1Char('/'), -1), {}, {}};
        Evidence evidence = inputEvidence(facts, problem.path);
        evidence.text = QStringLiteral("%1 (%2)").arg(evidence.text, problem.sentence);
        hint.evidence = {evidence};
        for (const schema::QuickFix &fix : problem.fixes) {
            const auto wish = tryOf(fix, problem, text);
            if (wish && hint.tries.size() < mostTries && !hint.tries.contains(*wish))
                hint.tries.append(*wish);
        }
        hints.append(hint);
    }
    return hints;
}

QList<InputHint> complaintHints(const Facts &facts)
{
    QList<InputHint> hints;
    for (const Complaint &complaint : facts.complaints) {
        if (hints.size() >= mostHints)
            break;
        QString pointer;
        for (const QString &name : complaint.path)
            pointer += QLatin1Char('/') + json::pointerStep(name);
        const json::Value value = json::valueAtPointer(facts.input.value, pointer);
        InputHint hint {flawOfComplaint(complaint, value), complaint.path.value(complaint.path.size() - 1, complaint.field), {}, {}};
        hint.evidence = {fieldEvidence(facts, complaint.pointer)};
        if (!complaint.path.isEmpty()) {
            hint.evidence.append(inputEvidence(facts, pointer));
            addCoercion(facts, pointer, complaint.text, hint);
            if (hint.flaw == InputFlaw::Unknown && value.isValid())
                hint.tries.append(removing(pointer));
        }
        hints.append(hint);
    }
    return hints;
}

std::optional<InputHint> namedHint(const Facts &facts)
{
    for (const Said &said : facts.sayings.texts()) {
        QString pointer;
        findNamed(facts.input.value, said.text, {}, 0, &pointer);
        if (pointer.isEmpty())
            continue;
        InputHint hint {InputFlaw::Other, pointer.section(QLatin1Char('/'), -1), {saidEvidence(said), inputEvidence(facts, pointer)}, {}};
        addCoercion(facts, pointer, said.text, hint);
        if (!hint.tries.isEmpty())
            hint.flaw = InputFlaw::Type;
        return hint;
    }
    return {};
}

} // namespace actionscope::diagnosis
