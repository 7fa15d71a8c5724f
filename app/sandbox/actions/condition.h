// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/scope.h"
#include "app/sandbox/actions/templatecheck.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace actionscope::sandbox {

// What a condition does whose value is absent or empty: a filter nobody asked for, or a name nobody gave.
enum class Blank { LetsAllPass, LetsNonePass };

using Predicate = std::function<bool(const json::Value &record)>;

// The conditions of one `where` with the values of one call, ready to be held against many records.
class Filter final
{
public:
    Filter(const json::Value &where, const Scope &scope, Blank blank);

    [[nodiscard]] bool passes(const json::Value &record) const;

private:
    std::vector<Predicate> m_predicates;
};

// A condition that says something nobody understands.
[[nodiscard]] std::optional<ManifestFault> conditionFault(const json::Value &where);

// One comparison: name is "equals", "contains", …; fields of which one must hold.
[[nodiscard]] Predicate comparison(const QString &name, const QStringList &fields, const QString &wanted);

// A record's member by its name or its dotted path, as text; empty when absent or null.
[[nodiscard]] json::Value fieldOf(const json::Value &record, const QString &path);
[[nodiscard]] QString fieldText(const json::Value &record, const QString &path);

} // namespace actionscope::sandbox
