// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/formproblems.h"

#include "app/schema/finding.h"

#include <algorithm>

namespace actionscope::models {

QString pointerOf(const FormNode &node)
{
    QString pointer;
    const json::Path path = node.path();
    for (const json::PathStep &step : path)
        pointer = schema::childPointer(pointer, step.position >= 0 ? QString::number(step.position) : step.name);
    return pointer;
}

void FormProblems::set(const QList<schema::Problem> &problems)
{
    m_problems.clear();
    m_names.clear();
    // What is inserted last comes first of those with the same place.
    for (qsizetype i = problems.size() - 1; i >= 0; --i) {
        if (problems[i].rule == QLatin1String("syntax"))
            continue;
        m_problems.insert(problems[i].path, problems[i]);
        const QStringList names = problems[i].path.split(QLatin1Char('/'));
        for (QString name : names)
            m_names.insert(name.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~")));
    }
}

void FormProblems::forget(const FormNode &node)
{
    if (!m_problems.isEmpty() && node.kind != FormNode::Kind::Root)
        m_problems.remove(pointerOf(node));
}

QList<schema::Problem> FormProblems::below(const QString &pointer) const
{
    QList<schema::Problem> found;
    const QString beginning = pointer + QLatin1Char('/');
    for (auto at = m_problems.lowerBound(beginning); at != m_problems.cend() && at.key().startsWith(beginning); ++at)
        found.append(at.value());
    return found;
}

QList<schema::Problem> FormProblems::at(const FormNode &node) const
{
    const bool hasName = node.kind == FormNode::Kind::Member || node.kind == FormNode::Kind::Unknown;
    if (m_problems.isEmpty() || node.kind == FormNode::Kind::Group || (hasName && !m_names.contains(node.field.name)))
        return {};
    const QString pointer = pointerOf(node);
    QList<schema::Problem> found = m_problems.values(pointer);
    if (!node.mayHaveChildren())
        found += below(pointer);
    std::stable_sort(found.begin(), found.end(), [](const schema::Problem &left, const schema::Problem &right) {
        return left.severity != right.severity ? left.severity < right.severity : left.begin < right.begin;
    });
    return found;
}

int FormProblems::countBelow(const FormNode &node) const
{
    if (m_problems.isEmpty() || !node.mayHaveChildren())
        return 0;
    if (node.kind == FormNode::Kind::Member && !m_names.contains(node.field.name))
        return 0;
    if (node.kind != FormNode::Kind::Group)
        return int(below(pointerOf(node)).size());
    int count = 0;
    for (const auto &child : node.children)
        count += int(at(*child).size()) + countBelow(*child);
    return count;
}

} // namespace actionscope::models
