// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QStringList>

namespace actionscope::api {

enum class AccountStatus { Active, Initiated, Failed, Expired, Inactive, Revoked, Unknown };

// Compared without case; a word that no version of the service is known to use is Unknown.
[[nodiscard]] AccountStatus accountStatus(const QString &word);

// A user's connection to an app. Its credentials are never read.
struct ConnectedAccount
{
    QString id = {}; // a UUID on v1/v2, ca_… on v3
    QString appKey = {};
    QString userId = {}; // the entity it belongs to
    AccountStatus status = AccountStatus::Unknown;
    QString statusWord = {}; // as the service wrote it: ACTIVE, INITIALIZING, …
    QString statusReason = {};
    QStringList labels = {};
    QString authScheme = {};
    bool isDisabled = false;
    QDateTime createdAt = {}; // UTC; invalid when not told
    QDateTime updatedAt = {};

    // Fit to execute with, by what the service says of it.
    [[nodiscard]] bool isUsable() const { return status == AccountStatus::Active && !isDisabled; }
    bool operator==(const ConnectedAccount &) const = default;
};

} // namespace actionscope::api
