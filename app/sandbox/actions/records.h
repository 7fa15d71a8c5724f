// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/behaviour.h"
#include "app/sandbox/actions/condition.h"

#include <vector>

namespace actionscope::sandbox {

// Records to choose from, in the order they were kept.
struct Records
{
    std::vector<json::Value> rows;
    QList<qint64> numbers = {}; // what the database counts them by; of tables only
    std::vector<json::Document> documents = {}; // keep the rows alive
};

// Reads the records a behaviour's text names: `table` and `partition` for the database, `list` for the manifest's
// data; then drops those that a condition under `where` does not let pass.
class RecordSource final
{
public:
    [[nodiscard]] static Result<RecordSource> read(const BehaviourText &text);
    [[nodiscard]] Result<Records> records(const Call &call, const Scope &scope, Blank blank) const;

    [[nodiscard]] bool isTable() const { return !m_list.isValid(); }
    [[nodiscard]] QString table() const;
    [[nodiscard]] QString partition(const Scope &scope) const;

private:
    json::Value m_spec;
    json::Value m_list;
};

} // namespace actionscope::sandbox
