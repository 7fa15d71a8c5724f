// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/matrix.h"

#include <algorithm>

namespace actionscope::runner {

QList<Variant> crossed(const QList<Variant> &first, const QList<Variant> &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    QList<Variant> all;
    for (const Variant &left : first) {
        for (const Variant &right : second) {
            Variant both = left;
            both.label += QStringLiteral(" · ") + right.label;
            if (right.entityId)
                both.entityId = right.entityId;
            if (right.connectedAccountId)
                both.connectedAccountId = right.connectedAccountId;
            if (right.settings) {
                both.settings = right.settings;
                both.variables = right.variables;
            }
            all.append(both);
        }
    }
    return all;
}

void Matrix::add(const RunResult &result)
{
    if (!m_variants.contains(result.variant)) // such as a data row that cannot be used
        return;
    if (!m_paths.contains(result.path))
        m_paths.append(result.path);
    Cell &cell = m_cells[{result.path, result.variant}];
    const bool isWorse = cell.outcome == Outcome::Passed && result.outcome != Outcome::Passed;
    if (!cell.isKnown || isWorse || result.exitClass > cell.exitClass)
        cell = {true, result.outcome, result.exitClass, result.status, result.sentence, result.shape};
}

QStringList Matrix::oddOnes(const QString &path) const
{
    // How it came out, not in which words: those name the entity or the account.
    const auto kindOf = [](const Cell &one) { return std::tuple(one.outcome, one.exitClass, one.status, one.shape); };
    QList<std::pair<decltype(kindOf({})), int>> counts;
    int known = 0;
    for (const QString &variant : m_variants) {
        const Cell one = cell(path, variant);
        if (!one.isKnown)
            continue;
        ++known;
        const auto at = std::find_if(counts.begin(), counts.end(), [&](const auto &count) { return count.first == kindOf(one); });
        if (at == counts.end())
            counts.append({kindOf(one), 1});
        else
            ++at->second;
    }
    const auto most = std::max_element(
        counts.cbegin(), counts.cend(), [](const auto &left, const auto &right) { return left.second < right.second; });
    QStringList odd;
    if (most == counts.cend() || 2 * most->second <= known)
        return odd;
    for (const QString &variant : m_variants) {
        const Cell one = cell(path, variant);
        if (one.isKnown && kindOf(one) != most->first)
            odd.append(variant);
    }
    return odd;
}

} // namespace actionscope::runner
