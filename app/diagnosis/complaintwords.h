// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/facts.h"

namespace actionscope::diagnosis {

// The fields that a sentence complains of by their names: "Following fields are missing: {'owner', 'repo'}",
// "… on parameter `per_page`", "Required at 'user_id'", pydantic's lists. Their paths are as the sentence has them.
[[nodiscard]] QList<Complaint> complaintsInWords(const Said &said);

} // namespace actionscope::diagnosis
