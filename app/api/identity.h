// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace actionscope::api {

// Whose key it is, by client_info (v1) or session info (v3). The key that the service echoes is not read.
struct Identity
{
    QString project = {}; // its name, else its id
    QString email = {};
    QString plan = {};

    bool operator==(const Identity &) const = default;
};

} // namespace actionscope::api
