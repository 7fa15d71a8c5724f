// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"

namespace actionscope::storage {

// What stands in the request form, fit to be sent or not: JSON fields hold whatever was typed.
struct Draft
{
    api::ExecuteRequest request;
    int timeoutSeconds = 180;

    bool operator==(const Draft &) const = default;
};

} // namespace actionscope::storage
