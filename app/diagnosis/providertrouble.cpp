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

// Names that providers' programs are told by; they say more than a status. The most special goes first, and a name
// counts in the same letters and as a word of its own.
const auto &names()
{
    static const std::array all {
        Words {Kind::ApiDisabled, {"SERVICE_DISABLED", "accessNotConfigured"}},
        Words {Kind::Other, {"card_declined", "card_error"}},
        Words {Kind::NotMember, {"not_in_channel", "not_in_group"}},
        Words {Kind::RateLimit, {"ratelimited", "rate_limited", "RATELIMITED", "rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT",
            "RATE_LIMITS", "RATE_LIMIT_EXCEEDED", "rate_limit_exceeded", "TooManyRequests", "REQUEST_LIMIT_EXCEEDED"}},
        Words {Kind::Quota, {"dailyLimitExceeded", "quotaExceeded", "storageQuotaExceeded", "insufficient_quota"}},
        Words {Kind::Scope, {"insufficient_scope", "missing_scope", "MISSING_SCOPES", "insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
            "INSUFFICIENT_ACCESS", "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND", "restricted_resource", "no_permission", "Missing Access", "Missing Permissions"}},
        Words {Kind::Token, {"invalid_grant", "token_expired", "token_revoked", "invalid_auth", "not_authed", "account_inactive", "invalid_token",
            "UNAUTHENTICATED", "InvalidAuthenticationToken", "INVALID_SESSION_ID", "AUTHENTICATION_ERROR", "EXPIRED_AUTHENTICATION", "authError",
            "Bad credentials"}},
        Words {Kind::NotFound, {"channel_not_found", "object_not_found", "resource_missing", "ErrorItemNotFound"}},
    };
    return all;
}

// Where an answer is refused by right, its words tell which right: providers answer 403 for a rate limit as well.
const auto &wordsOfRight()
{
    static const std::array all {
        Words {Kind::ApiDisabled, {"has not been used in project", "api is not enabled", "it is disabled. enable it"}},
        Words {Kind::RateLimit, {"rate limit", "rate-limit", "too many requests", "throttl"}},
        Words {Kind::Quota, {"quota has been exceeded", "quota exceeded", "upgrade your plan"}},
        Words {Kind::Scope, {"insufficient scope", "missing scope", "insufficient authentication scopes", "scope does not match",
            "required scopes", "scopes are missing", "resource not accessible by integration"}},
        Words {Kind::Token, {"token expired", "token has expired", "token is expired", "expired token", "token has been revoked",
            "invalid credentials", "expired access token"}},
    };
    return all;
}

// Where neither a name nor a status is known.
const auto &plainWords()
{
    static const std::array all {
        Words {Kind::RateLimit, {"rate limit", "rate-limit", "ratelimit", "too many requests", "throttl"}},
        Words {Kind::Token, {"token expired", "token has expired", "token is expired", "expired token", "expired access token", "token has been revoked",
            "invalid credentials", "invalid authentication", "refreshing token", "session expired", "not authenticated", "authentication required"}},
        Words {Kind::Scope, {"insufficient scope", "insufficient permission", "missing scope", "insufficient authentication scopes", "required scopes",
            "scopes are missing", "scope was not granted", "resource not accessible by integration"}},
        Words {Kind::NotFound, {"not found", "not_found", "does not exist", "no such", "could not find", "unknown channel"}},
        Words {Kind::Conflict, {"already exists", "already_exists", "conflict", "duplicate", "name_taken"}},
        Words {Kind::Scope, {"forbidden", "permission denied", "permission_denied", "access denied", "not authorized", "not_allowed"}},
        Words {Kind::Quota, {"payment required", "quota", "plan limit", "upgrade your plan"}},
        Words {Kind::Timeout, {"timed out", "timeout", "deadline exceeded"}},
        Words {Kind::Unavailable, {"service unavailable", "internal server error", "bad gateway", "temporarily unavailable"}},
        Words {Kind::Retired, {"no longer supported", "has been deprecated", "api version", "sunset"}},
        Words {Kind::Validation, {"invalid", "required", "must be", "must not", "missing", "validation", "expected", "should be", "malformed",
            "no_text", "cannot be blank"}},
    };
    return all;
}

constexpr std::initializer_list<const char *> unknownHost {"nameresolutionerror", "failed to resolve", "could not resolve host", "getaddrinfo",
    "enotfound", "name or service not known", "nodename nor servname"};
constexpr std::initializer_list<const char *> retiredWords {"no longer supported", "deprecated", "api version", "sunset", "retired", "upgrade to"};

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
        return Kind::Gone;
    case 426:
        return Kind::Retired;
    case 429:
        return Kind::RateLimit;
    default:
        return status >= 500 ? Kind::Unavailable : Kind::Other;
    }
}

template <typename Table> std::optional<Told<Kind>> toldByWords(const Facts &facts, const Table &table, Confidence confidence)
{
    for (const Words &each : table) {
        if (const Said *said = facts.sayings.find(each.words))
            return Told<Kind> {each.kind, saidEvidence(*said), confidence};
    }
    return {};
}

std::optional<Told<Kind>> toldByName(const Facts &facts)
{
    for (const Words &each : names()) {
        if (const Said *said = facts.sayings.findName(each.words))
            return Told<Kind> {each.kind, saidEvidence(*said), Confidence::Likely};
    }
    return {};
}

// A page in the place of a provider's answer: something in front of it keeps the service out.
const Said *webPage(const Facts &facts)
{
    for (const Said &said : facts.sayings.texts()) {
        const QString start = said.text.left(64).trimmed();
        if (start.startsWith(QLatin1String("<!doctype html"), Qt::CaseInsensitive) || start.startsWith(QLatin1String("<html"), Qt::CaseInsensitive))
            return &said;
    }
    return nullptr;
}

Told<Kind> toldByStatus(const Facts &facts, const SaidStatus &status)
{
    const bool isAboutRight = status.status == 401 || status.status == 403;
    if (const auto told = toldByWords(facts, wordsOfRight(), Confidence::Likely); told && isAboutRight)
        return *told;
    Told<Kind> told {kindOfStatus(status.status), saidEvidence(status.where),
        status.weight == StatusWeight::Mentioned ? Confidence::Possible : Confidence::Likely};
    if (told.kind == Kind::Gone && facts.sayings.find(retiredWords))
        told.kind = Kind::Retired;
    return told;
}

} // namespace

Told<ProviderTrouble> readProviderTrouble(const Facts &facts)
{
    const auto &status = facts.sayings.status();
    const bool isDown = status && status->status >= 500;
    if (const Said *said = facts.sayings.find(unknownHost))
        return {Kind::HostUnknown, saidEvidence(*said), Confidence::Likely};
    if (const auto told = toldByName(facts); told && !isDown)
        return *told;
    const bool mayBeBlocked = !status || status->status == 401 || status->status == 403 || status->status == 429;
    if (const Said *page = webPage(facts); page && mayBeBlocked)
        return {Kind::Blocked, saidEvidence(*page), Confidence::Likely};
    if (status)
        return toldByStatus(facts, *status);
    const bool namesField = std::any_of(facts.complaints.cbegin(), facts.complaints.cend(), [](const Complaint &each) { return !each.path.isEmpty(); });
    if (namesField)
        return {Kind::Validation, complaintEvidence(facts, facts.complaints.first()), Confidence::Likely};
    if (const auto told = toldByWords(facts, plainWords(), Confidence::Possible))
        return *told;
    return facts.sayings.texts().isEmpty() ? Told<Kind> {Kind::NoReason, {}, Confidence::Sure}
                                           : Told<Kind> {Kind::Other, saidEvidence(facts.sayings.texts().first()), Confidence::Possible};
}

} // namespace actionscope::diagnosis
