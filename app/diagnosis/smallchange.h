// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"
#include "app/diagnosis/diagnosis.h"

#include <optional>

namespace actionscope::diagnosis {

// The request with what is to be tried done to it, every other byte of its input as it was. Nothing where the try is
// not about the request (open the environment), or does not fit it any more.
[[nodiscard]] std::optional<api::ExecuteRequest> changed(const api::ExecuteRequest &request, const Try &wish);

} // namespace actionscope::diagnosis
