// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"

#include <QString>

namespace actionscope::storage {

// A named destination. The key is not here: it lies in the secret store under secretName().
struct Environment
{
    QString name;
    QString baseUrl; // as the person wrote it; empty for the sandbox, whose address is new at every start
    api::ApiVersion apiVersion = api::ApiVersion::V31;
    bool isSandbox = false;
    bool isProtected = false; // a changing action asks first

    QString collection = {}; // the folder of the collection it belongs to; empty: the person's own
    QString keyName = {}; // of the key in the secret store, where it is not the usual one

    [[nodiscard]] QString secretName() const { return keyName.isEmpty() ? QStringLiteral("apiKey/") + name : keyName; }
    bool operator==(const Environment &) const = default;
};

// The one that always exists, named "sandbox" on the command line, speaking v2.
[[nodiscard]] inline Environment sandboxEnvironment()
{
    return {QStringLiteral("sandbox"), {}, api::ApiVersion::V2, true};
}

} // namespace actionscope::storage
