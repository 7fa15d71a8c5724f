// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/inputhints.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/diagnosis/inputplace.h"
#include "app/json/pathtext.h"
#include "app/json/pointer.h"
#include "app/json/writer.h"
#include "app/schema/inputcheck.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace actionscope::diagnosis {

namespace {

constexpr qsizetype mostHints = 5;
constexpr qsizetype mostTries = 2;
constexpr qsizetype longestValue = 2000;
constexpr qsizetype largestChecked = 1024 * 1024;

Evidence inputEvidence(const Facts &facts, const QString &pointer)
{
    const json::Value value = json::valueAtPointer(facts.input.value, pointer);
    if (facts.exchange.request.body.isEmpty())
        return requestEvidence({}, {});
    const QString input = facts.isV3() ? QStringLiteral("/arguments") : QStringLiteral("/input");
    const QString place = (facts.input.pointer.isEmpty() ? input : facts.input.pointer) + pointer;
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

bool isOf(Wanted wanted, const json::Value &value)
{
    return (wanted == Wanted::Number && value.isNumber()) || (wanted == Wanted::Boolean && value.isBool()) || (wanted == Wanted::Array && value.isArray())
        || (wanted == Wanted::Object && value.isObject()) || (wanted == Wanted::String && value.isString());
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
    if (wanted != Wanted::String && isOf(wanted, root))
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
    static const QRegularExpression missing(QStringLiteral("required|missing|(should|must|can) ?not be (empty|blank)|can't be blank|must be given|is absent|^specify "), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression unknown(QStringLiteral("unknown|not allowed|should not exist|extra|unrecogni[sz]ed|not among"), QRegularExpression::CaseInsensitiveOption);
    if (complaint.rule == QLatin1String("required") || (!value.isValid() && missing.match(complaint.text).hasMatch()))
        return InputFlaw::Missing;
    if (complaint.rule == QLatin1String("unknown") || unknown.match(complaint.text).hasMatch())
        return InputFlaw::Unknown;
    const Wanted wanted = wantedBy(complaint.text);
    const bool isOtherType = wanted != Wanted::Nothing && (!value.isValid() || !isOf(wanted, value));
    return complaint.rule == QLatin1String("type") || isOtherType ? InputFlaw::Type : InputFlaw::Other;
}

// What people call the field: its last name that is none of an item.
QString nameOf(const Complaint &complaint)
{
    for (auto at = complaint.path.crbegin(); at != complaint.path.crend(); ++at) {
        if (!at->isEmpty() && !at->at(0).isDigit())
            return *at;
    }
    return complaint.field;
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

// The request's own fields in all versions; any other name is about the input.
bool isRequestField(const QString &name)
{
    static const QSet<QString> names {QStringLiteral("user_id"), QStringLiteral("entity_id"), QStringLiteral("entityId"),
        QStringLiteral("connected_account_id"), QStringLiteral("connectedAccountId"), QStringLiteral("text"), QStringLiteral("input"),
        QStringLiteral("arguments"), QStringLiteral("version"), QStringLiteral("appName"), QStringLiteral("authConfig"),
        QStringLiteral("custom_auth_params"), QStringLiteral("custom_connection_data"), QStringLiteral("sessionInfo"),
        QStringLiteral("allow_tracing"), QStringLiteral("systemPrompt"), QStringLiteral("customDescription")};
    return names.contains(name);
}

// A field that is missing is put in with nothing in it, for the person to fill; where the action's description is
// known, it has a better value.
void addFilling(const Facts &facts, const Complaint &complaint, const QString &pointer, InputHint &hint)
{
    if (complaint.path.isEmpty()) {
        if (complaint.field == QLatin1String("user_id") || complaint.field == QLatin1String("entity_id") || complaint.field == QLatin1String("entityId")) {
            hint.tries.append({TryKind::UseEntity, Tr::tr("Send a user; accounts that nobody named belong to “default”."),
                {{QStringLiteral("entityId"), QStringLiteral("default")}}});
        }
        return;
    }
    const api::ActionInfo *action = facts.action();
    if (action && !action->parameters.isEmpty() && isInputField(facts, complaint.path))
        return;
    const Wanted wanted = wantedBy(complaint.text);
    const QByteArray value = wanted == Wanted::Number ? "0" : wanted == Wanted::Boolean ? "false" : wanted == Wanted::Array ? "[]" : wanted == Wanted::Object ? "{}" : "\"\"";
    hint.tries.append(changing(pointer, value, Tr::tr("Add %1 to the input, and fill it in.").arg(complaint.path.last())));
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
    for (Complaint complaint : facts.complaints) {
        if (hints.size() >= mostHints)
            break;
        if (complaint.path.isEmpty() && !complaint.field.isEmpty() && !isRequestField(complaint.field))
            complaint.path = inputPathOf(facts, {complaint.field});
        QString pointer;
        for (const QString &name : std::as_const(complaint.path))
            pointer += QLatin1Char('/') + json::pointerStep(name);
        const bool isRequests = complaint.path.isEmpty() && !complaint.field.isEmpty();
        const json::Value value = isRequests ? facts.sentDocument.root().member(complaint.field) : json::valueAtPointer(facts.input.value, pointer);
        InputHint hint {flawOfComplaint(complaint, value), nameOf(complaint), {}, {}};
        hint.evidence = {complaintEvidence(facts, complaint)};
        if (hint.flaw == InputFlaw::Missing && !(value.isValid() && !complaint.path.isEmpty()))
            addFilling(facts, complaint, pointer, hint);
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

void addHints(const QList<InputHint> &hints, Diagnosis &diagnosis)
{
    for (const InputHint &hint : hints) {
        for (const Evidence &evidence : hint.evidence)
            addEvidence(diagnosis, evidence);
        for (const Try &wish : hint.tries) {
            const bool isThere = std::any_of(diagnosis.tries.cbegin(), diagnosis.tries.cend(),
                [&](const Try &other) { return other.kind == wish.kind && other.parameters == wish.parameters; });
            if (!isThere)
                diagnosis.tries.append(wish);
        }
    }
}

} // namespace actionscope::diagnosis
