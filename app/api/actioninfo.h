// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace actionscope::api {

// An action (v3: tool) as the service describes it. A list may leave the schemas out; they come one by one.
struct ActionInfo
{
    QString id = {}; // GITHUB_CREATE_AN_ISSUE
    QString name = {}; // for people: "Create an issue"
    QString description = {};
    QString appKey = {}; // github
    QStringList tags = {}; // "important", "readOnlyHint", …
    QString version = {}; // the one described: 0_1, 20250909_00
    QStringList availableVersions = {};
    bool isNoAuth = false;
    bool isDeprecated = false;
    QString successor = {}; // the id that a deprecated action names instead of itself
    QByteArray parameters = {}; // JSON Schema of `input`, the service's own bytes; empty: not known yet
    QByteArray response = {}; // JSON Schema of the answer, the same

    bool operator==(const ActionInfo &) const = default;
};

} // namespace actionscope::api
