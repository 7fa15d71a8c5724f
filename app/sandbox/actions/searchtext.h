// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/condition.h"

namespace actionscope::sandbox {

// What people type into a search box: words that must all be somewhere in the fields, "words together", -word for one
// that must not be there, OR between two. `operators` gives words like from:ada a condition of their own, in which
// {{value}} is what stands after the colon.
[[nodiscard]] Predicate searchPredicate(
    const QString &text, const QStringList &fields, const json::Value &operators, const Scope &scope);

} // namespace actionscope::sandbox
