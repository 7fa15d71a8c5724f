// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/problem.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace actionscope::sandbox {

enum class RefusalKind {
    BadBody, // not JSON, or not the fields this version knows
    InvalidInput, // the action's own schema says no
    BadCursor,
    Conflict, // two fields that exclude each other
    Unauthorised,
    ActionNotFound,
    VersionNotFound,
    AppNotFound,
    AccountNotFound, // no account of that id to execute with
    ConnectionNotFound, // no account of that id to show
    ConfigNotFound, // no auth config or integration of that id
    RetiredWay, // a path the service no longer offers for this
    KeyLacksScope, // the key is good, but not for this
    NoAccount, // the user has none that could be used
    AccountExpired,
    AccountNotActive, // or disabled
    AccountDeleted,
    AccountMismatch, // belongs to another user
    AccountNeedsUser,
    PathNotFound,
    UpstreamForbidden, // a host the sandbox does not call
    UpstreamFailed,
    UpstreamTooSlow,
    TooLarge,
    TooSlow,
    Internal,
};

// Why the service did not execute; each API version writes it in its own shape.
struct Refusal
{
    RefusalKind kind = RefusalKind::Internal;
    QString message;
    QString fix = {}; // what to do about it
    QList<schema::Problem> details = {};
    QStringList suggestions = {}; // names that were perhaps meant
};

} // namespace actionscope::sandbox
