// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/connectedaccount.h"

#include <array>
#include <utility>

namespace actionscope::api {

AccountStatus accountStatus(const QString &word)
{
    static constexpr std::array<std::pair<const char *, AccountStatus>, 7> words {{
        {"ACTIVE", AccountStatus::Active},
        {"INITIATED", AccountStatus::Initiated},
        {"INITIALIZING", AccountStatus::Initiated},
        {"FAILED", AccountStatus::Failed},
        {"EXPIRED", AccountStatus::Expired},
        {"INACTIVE", AccountStatus::Inactive},
        {"REVOKED", AccountStatus::Revoked},
    }};
    for (const auto &[name, status] : words) {
        if (word.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return status;
    }
    return AccountStatus::Unknown;
}

} // namespace actionscope::api
