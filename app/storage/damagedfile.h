// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QDateTime>

namespace actionscope::storage {

// Moves a file nobody can read to a dated name beside it, so that a new one can be begun and nothing a person
// made is lost. Returns the new path.
[[nodiscard]] Result<QString> moveDamagedFileAside(const QString &path, const QDateTime &now);

} // namespace actionscope::storage
