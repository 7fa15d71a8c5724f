// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/runrecord.h"

namespace actionscope::cli {

// The request id to quote to support: what the service answered, else what was sent.
[[nodiscard]] QString requestIdOf(const api::Exchange &exchange);

// One run as JSON for programs, free of secrets; the man page lists its members.
[[nodiscard]] QByteArray reportOf(const workspace::RunRecord &record, const QStringList &notices);

} // namespace actionscope::cli
