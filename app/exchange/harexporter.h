// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/bundle.h"

namespace actionscope::exchange {

// HAR 1.2 with an entry for each. A body that is no UTF-8 is written as Base64; its text comes back through importHar()
// as it was. Precondition: secrets have been taken out, see redacted().
[[nodiscard]] QByteArray writeHar(const QList<Bundle> &bundles);

} // namespace actionscope::exchange
