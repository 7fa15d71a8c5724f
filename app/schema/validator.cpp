// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/validator.h"

#include "app/schema/lowering.h"
#include "app/schema/valijsonadapter.h"
#include "app/schema/valuerules.h"

#include "app/base/tr.h"

#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <QMutex>

#include <algorithm>
#include <array>
#include <map>

namespace actionscope::schema {

namespace {

constexpr std::size_t deepestInput = 128;
constexpr qsizetype rawFindings = 2000;

// What one validation may cost. Schemas that refer to themselves twice can ask for more than a life lasts.
struct Meter
{
    qsizetype checksLeft = 0;
    qsizetype findingsLeft = rawFindings;
    QList<Finding> findings; // valijson itself keeps sentences; ours know their values
};
thread_local Meter *currentMeter = nullptr;

enum class Stop { Enough, TooMuch, TooDeep };

QByteArray ruleOf(Check kind)
{
    switch (kind) {
    case Check::Additional:
        return "additionalProperties";
    case Check::Item:
        return "additionalItems";
    case Check::AnyOf:
        return "anyOf";
    case Check::OneOf:
        return "oneOf";
    case Check::Not:
        return "not";
    case Check::Contains:
        return "contains";
    default:
        return "false";
    }
}

// The constraint behind {"check": "r 12"}.
class CheckConstraint final : public valijson::constraints::PolyConstraint
{
public:
    CheckConstraint(Check kind, const json::Value &schema)
        : m_kind(kind)
        , m_schema(schema)
        , m_rules(kind == Check::Rules && schema.isValid() ? std::make_shared<const ValueRules>(schema) : nullptr)
    {
    }

    bool validate(const valijson::adapters::Adapter &target, const std::vector<std::string> &context,
        valijson::ValidationResults *results) const override
    {
        if (currentMeter->checksLeft-- <= 0)
            throw Stop::TooMuch;
        if (context.size() > deepestInput)
            throw Stop::TooDeep;
        const json::Value input = static_cast<const ValijsonAdapter &>(target).json();
        if (m_kind == Check::Null)
            return input.isNull();
        if (m_kind == Check::Array)
            return input.isArray();
        if (m_kind != Check::Rules) {
            report(results, ruleOf(m_kind), input, -1);
            return false;
        }
        bool isFine = true;
        if (m_rules) {
            m_rules->check(input, [&](const char *rule, qsizetype position) {
                isFine = false;
                report(results, rule, input, position);
            });
        }
        return isFine;
    }

private:
    // Without `results` valijson only tries: in a condition.
    void report(const valijson::ValidationResults *results, const QByteArray &rule, const json::Value &input,
        qsizetype position) const
    {
        if (!results)
            return;
        currentMeter->findings.append({rule, m_schema, input, position});
        if (--currentMeter->findingsLeft <= 0)
            throw Stop::Enough;
    }
    Constraint *cloneInto(void *place) const override { return new (place) CheckConstraint(*this); }
    [[nodiscard]] std::size_t sizeOf() const override { return sizeof(CheckConstraint); }

    Check m_kind;
    json::Value m_schema;
    std::shared_ptr<const ValueRules> m_rules;
};

class CheckBuilder final : public valijson::ConstraintBuilder
{
public:
    explicit CheckBuilder(const json::Document &schema)
        : m_schema(schema)
    {
    }
    valijson::constraints::Constraint *make(const valijson::adapters::Adapter &word) const override
    {
        const QByteArray text = QByteArray::fromStdString(word.asString());
        bool isPlace = false;
        const quint32 node = text.sliced(2).toUInt(&isPlace);
        return new CheckConstraint(Check(text.front()), isPlace ? m_schema.value(node) : json::Value());
    }

private:
    const json::Document &m_schema;
};

// {"type": "object", "properties": {}} and no other rule: what an action without parameters declares.
bool takesAnyObject(const json::Value &schema)
{
    static constexpr std::array words {QByteArrayView("\"title\""), QByteArrayView("\"description\""), QByteArrayView("\"$schema\"")};
    if (!schema.isObject())
        return false;
    for (json::Value member = schema.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QByteArrayView name = member.rawKey();
        const bool isFine = std::find(words.begin(), words.end(), name) != words.end()
            || (name == QByteArrayView("\"type\"") && member.raw() == QByteArrayView("\"object\""))
            || (name == QByteArrayView("\"properties\"") && member.isObject() && member.count() == 0)
            || (name == QByteArrayView("\"additionalProperties\"") && member.toBool().value_or(false));
        if (!isFine)
            return false;
    }
    return true;
}

} // namespace

// One schema and, as they are asked for, the schemas inside it that are tried one by one.
class Validator::Compiled final
{
public:
    struct Part
    {
        json::Document lowered; // the compiled constraints look into it
        valijson::Schema constraints;
        bool isUsable = false;
    };

    explicit Compiled(const QByteArray &text)
        : document(json::Document::parse(text))
        , isOpen(document.isValid() && takesAnyObject(document.root()))
    {
        if (document.error())
            troubles.append(Tr::tr("The schema is not JSON: %1.").arg(document.error()->reason));
        else
            m_parts.emplace(document.root().node(), compile(document.root(), &troubles));
    }

    [[nodiscard]] const Part *part(const json::Value &schema) const
    {
        const QMutexLocker lock(&m_mutex);
        auto found = m_parts.find(schema.node());
        if (found == m_parts.end())
            found = m_parts.emplace(schema.node(), compile(schema, nullptr)).first;
        return found->second->isUsable ? found->second.get() : nullptr;
    }

    // Appends what is wrong; a sentence where not everything could be looked at.
    void run(const json::Value &schema, const json::Value &input, QList<Finding> *findings, Meter *meter, int depth) const
    {
        const Part *compiled = part(schema);
        if (!compiled)
            return;
        currentMeter = meter;
        valijson::Validator validator;
        const ValijsonAdapter target(input);
        const char *limit = nullptr;
        try {
            // Most inputs fit, and to find only that out costs a fraction.
            if (validator.validate(compiled->constraints, target, nullptr))
                return;
            valijson::ValidationResults results;
            validator.validate(compiled->constraints, target, &results);
        } catch (Stop stop) {
            limit = stop == Stop::Enough ? nullptr : stop == Stop::TooDeep ? "depth" : "size";
        } catch (const std::exception &) {
            limit = "size";
        }
        const QList<Finding> found = std::exchange(meter->findings, {});
        for (const Finding &finding : found)
            addExplained(finding, findings, meter, depth);
        if (limit)
            findings->append({limit, {}, input, -1});
    }

    json::Document document;
    bool isOpen; // to any object
    QStringList troubles;

private:
    std::unique_ptr<Part> compile(const json::Value &schema, QStringList *sentences) const
    {
        auto part = std::make_unique<Part>();
        const LoweredSchema text = lowered(schema, document);
        if (sentences)
            *sentences += text.troubles;
        part->lowered = json::Document::parse(text.text);
        try {
            valijson::SchemaParser parser;
            parser.addConstraintBuilder(checkKeyword, new CheckBuilder(document));
            parser.populateSchema(ValijsonAdapter(part->lowered.root()), part->constraints);
            part->isUsable = true;
        } catch (const std::exception &error) {
            if (sentences)
                sentences->append(Tr::tr("The schema cannot be used: %1.").arg(QString::fromUtf8(error.what())));
        }
        return part;
    }

    // Where one variant is clearly meant, what is wrong with that one says more than that none fits.
    void addExplained(const Finding &finding, QList<Finding> *findings, Meter *meter, int depth) const
    {
        const bool isAny = finding.rule == "anyOf";
        if ((!isAny && finding.rule != "oneOf") || depth > 8) {
            findings->append(finding);
            return;
        }
        const json::Value variants = finding.rules.member(QString::fromLatin1(finding.rule));
        QList<Finding> nearest;
        bool isFound = false;
        for (json::Value one = variants.firstChild(); one.isValid(); one = one.nextSibling()) {
            QList<Finding> ofOne;
            run(one, finding.input, &ofOne, meter, depth + 1);
            const bool isOtherType = std::any_of(ofOne.begin(), ofOne.end(), [&](const Finding &each) {
                return each.rule == "type" && each.input.node() == finding.input.node();
            });
            if (ofOne.isEmpty()) { // more than one fits
                isFound = false;
                break;
            }
            if (!isOtherType && (!isFound || ofOne.size() < nearest.size())) {
                nearest = ofOne;
                isFound = true;
            }
        }
        if (isFound)
            *findings += nearest;
        else
            findings->append(finding);
    }

    mutable QMutex m_mutex;
    mutable std::map<quint32, std::unique_ptr<Part>> m_parts; // by the place of the schema
};

Validator::Validator(const QByteArray &schema)
    : m_compiled(std::make_shared<const Compiled>(schema))
{
}

json::Value Validator::schema() const { return m_compiled ? m_compiled->document.root() : json::Value(); }

QStringList Validator::troubles() const { return m_compiled ? m_compiled->troubles : QStringList(); }

bool Validator::accepts(const json::Value &input) const { return findings(input).isEmpty(); }

QList<Finding> Validator::findings(const json::Value &input) const
{
    QList<Finding> found;
    if (!m_compiled || !schema().isValid() || !input.isValid() || (m_compiled->isOpen && input.isObject()))
        return found;
    // A definition is checked once a value, and a few times more where schemas are combined.
    Meter meter;
    meter.checksLeft = 200'000 + 4 * qsizetype(input.raw().size());
    m_compiled->run(schema(), input, &found, &meter, 0);
    return found;
}

Problem Validator::problemOf(const Finding &finding, const json::Value &input)
{
    QString path = pointerTo(finding.input, input);
    if (const QString name = missingName(finding); finding.rule == "required")
        path = childPointer(path, name);
    Problem problem {finding.input.begin(), finding.input.begin() + finding.input.raw().size(), path,
        QString::fromLatin1(finding.rule), sentenceFor(finding, path), Severity::Error, {}};
    if (finding.rule == "required" || finding.rule == "dependencies")
        problem.end = problem.begin + 1; // the brace of the object that lacks it
    if (finding.rule == "additionalProperties")
        problem.begin = finding.input.begin() - (finding.input.raw().data() - finding.input.rawKey().data());
    if (!finding.rules.isValid())
        problem.severity = Severity::Warning; // a limit of ours, no fault of the input
    return problem;
}

QList<Problem> Validator::problems(const json::Value &input) const
{
    QList<Problem> problems;
    const QList<Finding> found = findings(input);
    for (const Finding &finding : found) {
        Problem problem = problemOf(finding, input);
        if (!problems.contains(problem))
            problems.append(std::move(problem));
        if (problems.size() >= enoughProblems)
            break;
    }
    std::stable_sort(problems.begin(), problems.end(),
        [](const Problem &left, const Problem &right) { return left.begin < right.begin; });
    return problems;
}

} // namespace actionscope::schema
