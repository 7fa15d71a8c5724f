// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/diagnosis.h"

namespace actionscope::diagnosis {

// What kind of refusal an HTTP error answer is, read once for all rules: by slug, then code, then the name of the v2
// schema, then the status, and by words only where nothing else tells (contract §6, §12.6).
enum class ServiceTrouble {
    None,
    KeyInvalid,
    KeyScope,
    KeyProject,
    KeyMissing,
    Forbidden,
    NoAccount,
    AccountUnknown, // no account of the id that was sent
    UserMissing,
    AccountMismatch,
    AccountOfOtherApp,
    AccountExpired,
    AccountNotActive,
    AccountDeleted,
    RetiredEndpoint,
    AuthFlow,
    ActionNotFound,
    ActionGone,
    AppNotFound,
    AppMismatch,
    OtherNotFound, // a trigger, a project, a log
    PathNotFound,
    Validation,
    BadCursor,
    RateLimit,
    Removed,
    Conflict,
    TooLarge,
    Timeout,
    Unavailable,
    ServerError,
    Quota,
    ProxyAuthentication,
    Unknown,
};

// What kind of refusal a provider gave, where the answer is HTTP 2xx with successful:false.
enum class ProviderTrouble {
    None,
    RateLimit,
    Token,
    Scope,
    NotFound,
    NotMember, // of a channel or group
    Validation,
    Conflict,
    Gone, // switched off or deleted there
    Retired, // a version of the provider's API
    ApiDisabled, // the provider's API is not switched on for the project behind the auth config
    Quota,
    Blocked, // a web page in the place of an answer
    HostUnknown, // the service could not look the provider's host up
    Timeout,
    Unavailable,
    NoReason,
    Other,
};

template <typename Kind> struct Told
{
    Kind kind = Kind::None;
    Evidence by = {}; // what says so
    Confidence confidence = Confidence::Sure;
};

} // namespace actionscope::diagnosis
