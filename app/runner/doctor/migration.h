// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/doctor/schemamemory.h"

#include <QStringList>

namespace actionscope::runner {

// A saved request's file brought to the schema its action has now.
struct Migration
{
    QByteArray file; // every byte that need not change is as it was
    QStringList steps; // sentences: what was taken out and put in
};

// What is gone leaves `input`; what is required and absent comes in with its default, else as {{name}}, which nobody sends
// before it is set. The memory becomes that of now. Nothing where the file remembers no schema, or nothing has changed.
[[nodiscard]] std::optional<Migration> migrated(const QByteArray &file, const api::ActionInfo &now);

} // namespace actionscope::runner
