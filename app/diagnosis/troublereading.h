// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/trouble.h"

namespace actionscope::diagnosis {

class Facts;

// For an HTTP error answer; the facts need no more than the exchange, the complaints and the texts by then.
[[nodiscard]] Told<ServiceTrouble> readServiceTrouble(const Facts &facts);
// For an answer that says successful:false.
[[nodiscard]] Told<ProviderTrouble> readProviderTrouble(const Facts &facts);

} // namespace actionscope::diagnosis
