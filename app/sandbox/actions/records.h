// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/behaviour.h"

#include <vector>

namespace actionscope::sandbox {

// Records to choose from, in the order they were kept.
struct Records
{
    std::vector<json::Value> rows;
    std::vector<json::Document> documents = {}; // keep the rows alive
};

// What a condition does whose value is absent or empty: a filter nobody asked for, or a name nobody gave.
enum class Blank { LetsAllPass, LetsNonePass };

// Reads the records a behaviour's text names: `table` and `partition` for the database, `list` for the manifest's
// data; then drops those that a condition under `where` does not let pass.
class RecordSource final
{
public:
    [[nodiscard]] static Result<RecordSource> read(const BehaviourText &text);
    [[nodiscard]] Result<Records> records(const Call &call, const Scope &scope, Blank blank) const;

private:
    json::Value m_spec;
    json::Value m_list;
};

// One condition of `where` held against one record.
[[nodiscard]] bool passes(
    const json::Value &condition, const json::Value &record, const Scope &scope, Blank blank);

// A record's member as text: strings decoded, all else as spelled; empty when absent or null.
[[nodiscard]] QString fieldText(const json::Value &record, QStringView name);

} // namespace actionscope::sandbox
