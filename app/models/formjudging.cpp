// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/formmodel.h"

#include "app/base/tr.h"
#include "app/models/formvalue.h"

#include <QSet>

// What is wrong with the fields of a form: what the last check of the whole text found, and until the next one what can be
// said at once.

namespace actionscope::models {

namespace {

json::Path pathTo(const QString &pointer, const json::Document &document)
{
    json::Path path;
    json::Value at = document.root();
    const QStringList parts = pointer.split(QLatin1Char('/')).sliced(1);
    for (QString part : parts) {
        part.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        if (at.isArray()) {
            path.append({{}, part.toLongLong()});
            at = at.at(part.toLongLong());
        } else {
            path.append({part});
            at = at.member(part);
        }
    }
    return path;
}

} // namespace

void FormModel::setProblems(const QList<schema::Problem> &problems, const QByteArray &text)
{
    if (text != m_text)
        return;
    becomeCurrent();
    const QStringList before = m_problems.pointers();
    m_problems.set(problems);
    m_areProblemsNew = true;
    const QStringList now = m_problems.pointers();
    const QSet<QString> changed = QSet<QString>(before.begin(), before.end()) + QSet<QString>(now.begin(), now.end());
    for (const QString &pointer : changed)
        tellOf(pointer);
    Q_EMIT problemsChanged();
}

// The rows that are there: the one it is about, and those it is inside of.
void FormModel::tellOf(const QString &pointer)
{
    if (pointer.isEmpty())
        return;
    FormNode *at = m_root.get();
    const json::Path path = pathTo(pointer, m_document);
    for (const json::PathStep &step : path) {
        FormNode *next = at->isLoaded ? childAt(*at, step) : nullptr;
        if (!next)
            break;
        for (FormNode *group = next->parent; group != at; group = group->parent)
            Q_EMIT dataChanged(indexOf(*group), indexOf(*group));
        Q_EMIT dataChanged(indexOf(*next), indexOf(*next));
        at = next;
    }
}

QList<schema::QuickFix> FormModel::fixesAt(const QModelIndex &index) const
{
    QList<schema::QuickFix> fixes;
    if (!m_areProblemsNew || m_break)
        return fixes;
    const QList<schema::Problem> problems = m_problems.at(*nodeOf(index));
    for (const schema::Problem &problem : problems) {
        for (const schema::QuickFix &fix : problem.fixes) {
            if (!fixes.contains(fix))
                fixes.append(fix);
        }
    }
    return fixes;
}

QModelIndex FormModel::nextProblem(const QModelIndex &from, int direction)
{
    becomeCurrent();
    const QStringList pointers = m_problems.pointers();
    for (const QString &pointer : pointers) { // rows for all of them, or they have no order
        if (!pointer.isEmpty())
            (void)indexAt(pathTo(pointer, m_document));
    }
    QList<const FormNode *> inOrder;
    QList<const FormNode *> waiting {m_root.get()};
    qsizetype own = -1; // how many stand before `from`, itself counted where it has one
    const FormNode *start = from.isValid() ? nodeOf(from) : nullptr;
    while (!waiting.isEmpty()) {
        const FormNode *node = waiting.takeLast();
        const bool isStart = node == start;
        if (node->parent && !m_problems.at(*node).isEmpty())
            inOrder.append(node);
        if (isStart)
            own = inOrder.size();
        for (auto child = node->children.rbegin(); child != node->children.rend(); ++child)
            waiting.append(child->get());
    }
    if (inOrder.isEmpty())
        return {};
    const bool isOn = own > 0 && inOrder[own - 1] == start;
    const qsizetype count = inOrder.size();
    qsizetype next = direction > 0 ? std::max<qsizetype>(own, 0) : own - (isOn ? 2 : 1);
    if (own < 0 && direction < 0)
        next = count - 1;
    return indexOf(*inOrder[(next + count) % count]);
}

bool FormModel::isOnlyWarned(const FormNode &node) const
{
    const QList<schema::Problem> problems = m_problems.at(node);
    if (problems.isEmpty())
        return node.kind == FormNode::Kind::Unknown;
    return problems.first().severity == schema::Severity::Warning;
}

QString FormModel::problemAt(const FormNode &node) const
{
    if (node.kind == FormNode::Kind::Group || node.isBehindBreak)
        return {};
    if (const QList<schema::Problem> problems = m_problems.at(node); !problems.isEmpty())
        return problems.first().sentence;
    if (node.kind == FormNode::Kind::Unknown)
        return Tr::tr("The schema does not know this name.");
    if (node.field.kind == schema::FieldKind::Variant && node.value.isNull())
        return problemOf(node.field, node.value);
    return problemOf(node.shown, node.value);
}

} // namespace actionscope::models
