// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/jsonpathtree.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>

namespace actionscope::json::path {

// Walks one document along a query. No recursion over the document, so its depth costs no stack.
class PathEvaluator final
{
public:
    explicit PathEvaluator(const Value &root, const std::atomic_bool *isCancelled = nullptr)
        : m_root(root)
        , m_isCancelled(isCancelled)
    {
    }
    [[nodiscard]] QList<Value> run(const Query &query, const Value &current);

private:
    // A value of the document, or a computed one that keeps its own document alive. Invalid: nothing.
    struct Operand
    {
        Document computed;
        Value value;
    };

    void select(const Segment &segment, const Value &value, QList<Value> &found);
    void filter(const Expression &condition, const Value &value, QList<Value> &found);
    bool isTrue(const Expression &expression, const Value &current);
    bool compare(const Expression &expression, const Value &current);
    bool matches(const Expression &call, const Value &current);
    Operand operandOf(const Expression &expression, const Value &current);
    Operand callResult(const Expression &call, const Value &current);
    const QRegularExpression &regex(const QString &pattern, bool isWhole);

    [[nodiscard]] bool isCancelled() const { return m_isCancelled && *m_isCancelled; }

    Value m_root;
    const std::atomic_bool *m_isCancelled;
    QHash<QString, QRegularExpression> m_regexes;
};

} // namespace actionscope::json::path
