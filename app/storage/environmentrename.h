// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace actionscope::storage {

// An environment that goes by another name from now on; an empty new one: it is gone.
struct EnvironmentRename
{
    QString from;
    QString to;

    bool operator==(const EnvironmentRename &) const = default;
};

} // namespace actionscope::storage
