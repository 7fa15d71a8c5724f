// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/condition.h"

namespace actionscope::sandbox {

// A filter written as clauses: name contains 'plan' and (mimeType = 'text/plain' or not 'root' in parents).
// Comparisons are = != contains < <= > >= and in; what cannot be read lets nothing pass. `fields` are those a clause
// on fullText looks at.
[[nodiscard]] Predicate clausesPredicate(const QString &text, const QStringList &fields);

} // namespace actionscope::sandbox
