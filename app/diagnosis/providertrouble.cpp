// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/troublereading.h"

#include "app/diagnosis/evidence.h"

#include <array>

namespace actionscope::diagnosis {

namespace {

using Kind = ProviderTrouble;

struct Words
{
    Kind kind;
    std::initializer_list<const char *> words;
};

// Words that say more than a status: providers answer 403 for a rate limit, and 400 for a token that was revoked.
const auto &strongWords()
{
    static const std::array all {
        Words {Kind::RateLimit, {"rate limit", "ratelimit", "rate_limit", "too many requests", "quotaexceeded",
            "rateLimitExceeded", "throttl"}},
        Words {Kind::Scope, {"insufficient scope", "insufficient_scope", "missing_scope", "missing scope",
            "insufficient authentication scopes", "insufficientpermissions", "resource not accessible by integration",
            "not granted", "scopes are missing"}},
        Words {Kind::Token, {"invalid_grant", "token expired", "token_expired", "token has expired", "expired token",
            "token has been revoked", "token_revoked", "bad credentials", "invalid_auth", "not_authed", "account_inactive",
            "invalid credentials", "invalid authentication", "invalid_token", "expired access token", "refresh token"}},
    };
    return all;
}

// Where no status is known.
const auto &plainWords()
{
    static const std::array all {
        Words {Kind::NotFound, {"not found", "not_found", "does not exist", "no such", "could not find", "unknown channel"}},
        Words {Kind::Conflict, {"already exists", "already_exists", "conflict", "duplicate", "name_taken"}},
        Words {Kind::Scope, {"forbidden", "permission denied", "access denied", "not authorized", "not_allowed"}},
        Words {Kind::Quota, {"payment required", "quota", "plan limit", "upgrade your plan"}},
        Words {Kind::Timeout, {"timed out", "timeout", "deadline exceeded"}},
        Words {Kind::Unavailable, {"service unavailable", "internal server error", "bad gateway", "temporarily unavailable"}},
        Words {Kind::Retired, {"no longer supported", "has been deprecated", "api version", "sunset"}},
        Words {Kind::Validation, {"invalid", "required", "must be", "missing", "validation", "expected", "should be", "malformed",
            "no_text", "cannot be blank"}},
    };
    return all;
}

Kind kindOfStatus(int status)
{
    switch (status) {
    case 400:
    case 411:
    case 413:
    case 415:
    case 422:
        return Kind::Validation;
    case 401:
        return Kind::Token;
    case 402:
        return Kind::Quota;
    case 403:
        return Kind::Scope;
    case 404:
        return Kind::NotFound;
    case 408:
    case 504:
        return Kind::Timeout;
    case 409:
    case 412:
        return Kind::Conflict;
    case 410:
    case 426:
        return Kind::Retired;
    case 429:
        return Kind::RateLimit;
    default:
        return status >= 500 ? Kind::Unavailable : Kind::Other;
    }
}

template <typename Table> std::optional<Told<Kind>> toldBy(const Facts &facts, const Table &table, Confidence confidence)
{
    for (const Words &each : table) {
        if (const Said *said = facts.sayings.find(each.words))
            return Told<Kind> {each.kind, saidEvidence(*said), confidence};
    }
    return {};
}

} // namespace

Told<ProviderTrouble> readProviderTrouble(const Facts &facts)
{
    const auto &status = facts.sayings.status();
    if (const auto told = toldBy(facts, strongWords(), Confidence::Likely); told && (!status || status->status < 500))
        return *told;
    if (status)
        return {kindOfStatus(status->status), saidEvidence(status->where), Confidence::Likely};
    if (const auto told = toldBy(facts, plainWords(), Confidence::Possible))
        return *told;
    return facts.sayings.texts().isEmpty() ? Told<Kind> {Kind::NoReason, {}, Confidence::Sure}
                                           : Told<Kind> {Kind::Other, saidEvidence(facts.sayings.texts().first()), Confidence::Possible};
}

} // namespace actionscope::diagnosis
