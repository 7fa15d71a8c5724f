// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/inputcheck.h"

#include "app/base/tr.h"
#include "app/json/repair.h"
#include "app/schema/layers.h"
#include "app/schema/quickfixes.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

namespace actionscope::schema {

namespace {

constexpr int deepest = 64;

Problem syntaxProblem(qsizetype begin, qsizetype end, const QString &sentence)
{
    return {begin, end, {}, QStringLiteral("syntax"), sentence, Severity::Error, {}};
}

QList<Problem> syntaxProblems(const QByteArray &text, const json::ParseError &error)
{
    QList<Problem> problems;
    const QList<json::Repair> repairs = json::findRepairs(text);
    const QList<json::TextEdit> all = json::allEdits(repairs);
    for (const json::Repair &repair : repairs) {
        if (problems.size() >= Validator::enoughProblems)
            break;
        Problem problem = syntaxProblem(repair.begin, repair.end, repair.sentence);
        if (!repair.edits.isEmpty())
            problem.fixes.append({repair.title, repair.edits});
        if (repairs.size() > 1 && !all.isEmpty())
            problem.fixes.append({Tr::tr("Fix All %n Problems", nullptr, int(repairs.size())), all});
        problems.append(std::move(problem));
    }
    if (problems.isEmpty() || problems.first().begin > error.offset) {
        const QString sentence = error.reason.left(1).toUpper() + error.reason.sliced(1) + QLatin1Char('.');
        problems.prepend(syntaxProblem(error.offset, std::min(error.offset + 1, text.size()), sentence));
    }
    return problems;
}

// Members that the schema does not know, and does not speak of either.
class UnknownNames final
{
public:
    UnknownNames(const Schema &schema, const json::Document &input)
        : m_schema(schema)
        , m_input(input)
    {
    }

    QList<Problem> run()
    {
        visit(m_schema.rootField(), m_input.root(), {}, 0);
        return m_problems;
    }

private:
    struct Known
    {
        bool isOpen = false; // any name will do
        QStringList names;
        QHash<QString, Field> fields;
    };

    void visit(const Field &field, const json::Value &value, const QString &path, int depth)
    {
        if (depth > deepest || m_problems.size() >= Validator::enoughProblems || !value.isContainer())
            return;
        if (field.kind == FieldKind::Variant) {
            const Field variant = m_schema.variantOf(field, m_schema.fittingVariant(field, value));
            visit(variant, value, path, depth + 1);
        } else if (value.isArray() && field.kind == FieldKind::Array) {
            const Field item = m_schema.itemOf(field);
            qsizetype position = 0;
            for (json::Value one = value.firstChild(); one.isValid(); one = one.nextSibling())
                visit(item, one, childPointer(path, QString::number(position++)), depth + 1);
        } else if (value.isObject() && field.kind == FieldKind::Object) {
            visitMembers(field, value, path, depth);
        }
    }

    void visitMembers(const Field &field, const json::Value &value, const QString &path, int depth)
    {
        const Known &known = knownOf(field);
        for (json::Value member = value.firstChild(); member.isValid(); member = member.nextSibling()) {
            const QString name = member.key();
            const QString at = childPointer(path, name);
            if (const auto found = known.fields.constFind(name); found != known.fields.cend())
                visit(*found, member, at, depth + 1);
            else if (!known.isOpen && m_problems.size() < Validator::enoughProblems)
                report(member, at, known.names);
        }
    }

    void report(const json::Value &member, const QString &path, const QStringList &names)
    {
        const qsizetype begin = member.rawKey().data() - m_input.bytes().constData();
        Problem problem {begin, begin + member.rawKey().size(), path, QStringLiteral("unknown"),
            Tr::tr("%1 is not among the fields that the action knows.").arg(member.key()), Severity::Warning,
            fixesForName(member, names, m_input)};
        m_problems.append(std::move(problem));
    }

    const Known &knownOf(const Field &field)
    {
        const std::pair<quint32, quint32> place {field.schema.isValid() ? field.schema.node() : 0,
            field.around.isValid() ? field.around.node() : 0};
        const auto found = m_known.find(place);
        if (found != m_known.end())
            return found->second;
        Known known;
        const QList<Field> fields = m_schema.fieldsOf(field);
        for (const Field &one : fields) {
            known.names.append(one.name);
            known.fields.insert(one.name, one);
        }
        known.isOpen = fields.isEmpty();
        QList<json::Value> schemas = layersOf(m_schema.root(), field.schema).schemas;
        if (field.around.isValid())
            schemas += layersOf(m_schema.root(), field.around).schemas;
        for (const json::Value &schema : std::as_const(schemas)) {
            // What is forbidden is the validator's to say, what is allowed is allowed.
            known.isOpen = known.isOpen || schema.member(u"additionalProperties").isValid()
                || schema.member(u"patternProperties").isValid();
        }
        return m_known.emplace(place, std::move(known)).first->second;
    }

    const Schema &m_schema;
    const json::Document &m_input;
    QList<Problem> m_problems;
    std::map<std::pair<quint32, quint32>, Known> m_known; // by where the schema stands; keeps its places while it grows
};

bool isAboutVariable(const Finding &finding)
{
    static const QSet<QByteArray> always {"additionalProperties", "additionalItems", "false"};
    return finding.input.isString() && !always.contains(finding.rule) && holdsVariable(finding.input.toString());
}

} // namespace

bool isVariable(const QString &text)
{
    static const QRegularExpression whole(QStringLiteral("^\\s*\\{\\{\\s*[$\\w.-]+\\s*\\}\\}\\s*$"));
    return text.startsWith(QLatin1Char('{')) && whole.match(text).hasMatch();
}

bool holdsVariable(const QString &text)
{
    static const QRegularExpression anywhere(QStringLiteral("\\{\\{\\s*[$\\w.-]+\\s*\\}\\}"));
    return text.contains(QLatin1String("{{")) && anywhere.match(text).hasMatch();
}

QList<Problem> checkInput(const InputRules &rules, const QByteArray &text, Variables variables)
{
    if (text.trimmed().isEmpty())
        return {};
    const json::Document input = json::Document::parse(text);
    if (const auto error = input.error())
        return syntaxProblems(text, *error);
    if (rules.isEmpty())
        return {};
    QList<Problem> problems;
    const QList<Finding> findings = rules.validator.findings(input.root());
    for (const Finding &finding : findings) {
        if (variables == Variables::AreFilledLater && isAboutVariable(finding))
            continue;
        Problem problem = Validator::problemOf(finding, input.root());
        if (problems.contains(problem))
            continue;
        problem.fixes = fixesFor(finding, input, rules.schema);
        problems.append(std::move(problem));
        if (problems.size() >= Validator::enoughProblems)
            break;
    }
    problems += UnknownNames(rules.schema, input).run();
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &left, const Problem &right) {
        return left.begin != right.begin ? left.begin < right.begin : left.severity < right.severity;
    });
    return problems;
}

} // namespace actionscope::schema
