// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"
#include "app/sandbox/actions/scope.h"

#include <QByteArray>
#include <QString>

namespace actionscope::sandbox {

// How much of a tree of records is answered: a thread of comments, say.
struct Pruning
{
    QString member; // the list that holds the children
    qint64 items = 0; // children kept of each record
    qint64 depth = 0; // levels of children kept
    QString text; // a member whose text may be shortened
    qint64 length = -1; // to this many characters; -1 leaves it whole
};

[[nodiscard]] Pruning readPruning(const json::Value &rule, const Scope &scope);
[[nodiscard]] QByteArray pruned(const json::Value &record, const Pruning &pruning);

} // namespace actionscope::sandbox
