// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/troublereading.h"

#include "app/diagnosis/evidence.h"

#include <array>

namespace actionscope::diagnosis {

namespace {

using Kind = ServiceTrouble;

struct Name
{
    const char *name;
    Kind kind;
};

// Contract §12.6 and §6. Names are compared as a whole.
constexpr std::array slugs {
    Name {"ActionExecute_ConnectedAccountNotFound", Kind::NoAccount},
    Name {"ActionExecute_ConnectedAccountEntityIdRequired", Kind::UserMissing},
    Name {"ActionExecute_ConnectedAccountEntityIdMismatch", Kind::AccountMismatch},
    Name {"ActionExecute_ConnectedAccountExpired", Kind::AccountExpired},
    Name {"ToolRouterV2_NoActiveConnection", Kind::NoAccount},
    Name {"ConnectedAccount_BadRequest", Kind::RetiredEndpoint},
    Name {"ConnectedAccount_NotFound", Kind::AccountUnknown},
    Name {"Tool_ToolNotFound", Kind::ActionNotFound},
    Name {"Toolkit_ToolkitNotFound", Kind::AppNotFound},
    Name {"ActionExecute_ValidationError", Kind::Validation},
    Name {"HTTP_InvalidCursor", Kind::BadCursor},
    Name {"HTTP_NotFound", Kind::PathNotFound},
    Name {"TOOL_NOT_FOUND", Kind::ActionNotFound},
    Name {"ACTION_NOT_FOUND", Kind::ActionNotFound},
    // Codes that JavaScript SDKs make up by themselves and that turn up in their logs.
    Name {"SDK::NO_CONNECTED_ACCOUNT_FOUND", Kind::NoAccount},
    Name {"COMMON::API_KEY_INVALID", Kind::KeyInvalid},
    Name {"BACKEND::UNAUTHORIZED", Kind::KeyInvalid},
    Name {"BACKEND::RATE_LIMIT", Kind::RateLimit},
};

constexpr std::array codes {
    Name {"801", Kind::KeyInvalid},
    Name {"10401", Kind::KeyInvalid},
    Name {"802", Kind::KeyScope},
    Name {"904", Kind::KeyProject},
    Name {"906", Kind::KeyMissing},
    Name {"1805", Kind::KeyMissing},
    Name {"600", Kind::RetiredEndpoint},
    Name {"606", Kind::AccountUnknown},
    Name {"1803", Kind::NoAccount},
    Name {"1806", Kind::AccountDeleted},
    Name {"1810", Kind::NoAccount},
    Name {"1811", Kind::UserMissing},
    Name {"1812", Kind::AccountMismatch},
    Name {"2401", Kind::ActionNotFound},
    Name {"1800", Kind::ActionNotFound},
    Name {"1700", Kind::AuthFlow},
    Name {"1701", Kind::AuthFlow},
    Name {"1702", Kind::AuthFlow},
    Name {"1703", Kind::AuthFlow},
    Name {"1704", Kind::AuthFlow},
    Name {"1705", Kind::AuthFlow},
    Name {"1706", Kind::AuthFlow},
    Name {"1901", Kind::BadCursor},
    Name {"10400", Kind::Validation},
};

constexpr std::array types {
    Name {"ActionNotFoundError", Kind::ActionNotFound},
    Name {"AppNotFoundError", Kind::AppNotFound},
    Name {"ConnectedAccountNotFoundError", Kind::AccountUnknown},
    Name {"ApiKeyNotFoundError", Kind::KeyInvalid},
    Name {"TriggerNotFoundError", Kind::OtherNotFound},
    Name {"ProjectIdNotFoundError", Kind::OtherNotFound},
    Name {"UnauthorizedError", Kind::KeyInvalid},
    Name {"NotFoundPlusSuggestionsError", Kind::ActionNotFound},
};

template <typename Table> Kind kindIn(const Table &table, const QString &name)
{
    for (const Name &each : table) {
        if (name == QLatin1String(each.name))
            return each.kind;
    }
    return Kind::None;
}

Kind kindOfStatus(int status)
{
    switch (status) {
    case 400:
        return Kind::Validation;
    case 401:
        return Kind::KeyInvalid;
    case 402:
        return Kind::Quota;
    case 403:
        return Kind::Forbidden;
    case 404:
    case 405:
        return Kind::PathNotFound;
    case 407:
        return Kind::ProxyAuthentication;
    case 408:
    case 504:
        return Kind::Timeout;
    case 409:
        return Kind::Conflict;
    case 410:
        return Kind::Removed;
    case 413:
        return Kind::TooLarge;
    case 422:
        return Kind::Validation;
    case 429:
        return Kind::RateLimit;
    case 502:
    case 503:
        return Kind::Unavailable;
    default:
        return status >= 500 ? Kind::ServerError : Kind::Unknown;
    }
}

struct Words
{
    Kind kind;
    std::initializer_list<const char *> words;
};

// What refusals of v2 say that have no name of their own; the first that fits counts.
const auto &refusalWords()
{
    static const std::array all {
        Words {Kind::AccountMismatch, {"does not belong to the user", "does not belong to the entity", "entity id mismatch",
            "entityid mismatch", "belongs to another user", "belongs to a different"}},
        Words {Kind::AccountOfOtherApp, {"connected account is for", "account is not for this app"}},
        Words {Kind::AccountExpired, {"account has expired", "has expired", "connection expired", "account is expired"}},
        Words {Kind::AccountNotActive, {"not active", "is not in active state", "is disabled", "connection was never finished",
            "is initiated", "inactive"}},
        Words {Kind::UserMissing, {"user_id is required", "entityid is required", "user id is required"}},
        Words {Kind::NoAccount, {"no connected account", "could not find a connection", "no active connection",
            "could not find connection", "connection not found", "needs a connected account"}},
        Words {Kind::AppMismatch, {"appname is"}},
        Words {Kind::KeyScope, {"missing scope", "lacks permission", "insufficient permission", "does not have permission", "required scope"}},
        Words {Kind::ActionNotFound, {"tool not found", "action not found"}},
    };
    return all;
}

// Some names mean different things by status and words (contract §7: 422 is an account that is not ACTIVE).
Kind refined(const Facts &facts, Kind kind)
{
    // Code and type of a key that is refused are the same where it only lacks a scope (contract §12.6).
    if (kind == Kind::KeyInvalid && facts.sayings.find({"required scope", "missing scope", "lacks permission", "insufficient permission"}))
        return Kind::KeyScope;
    const bool isAccount = kind == Kind::NoAccount || kind == Kind::AccountMismatch;
    if (kind == Kind::NoAccount && facts.status() == 422)
        return Kind::AccountNotActive;
    if (kind == Kind::NoAccount && facts.status() == 410)
        return Kind::AccountDeleted;
    if (kind == Kind::RetiredEndpoint && facts.operation != Operation::Connect)
        return facts.operation == Operation::Unknown ? kind : Kind::Validation;
    if (kind == Kind::AccountUnknown && facts.operation == Operation::Execute && !facts.account.isThere())
        return Kind::NoAccount;
    if (!isAccount)
        return kind;
    const api::ConnectedAccount *known = facts.sentAccount();
    const api::ActionInfo *action = facts.action();
    const bool isOther = known && action && known->appKey.compare(action->appKey, Qt::CaseInsensitive) != 0;
    const Said *words = facts.sayings.find({" is for "});
    if (kind == Kind::AccountMismatch && (isOther || (words && words->text.contains(QLatin1String("belongs to")))))
        return Kind::AccountOfOtherApp;
    return kind == Kind::NoAccount && facts.account.isThere() ? Kind::AccountUnknown : kind;
}

// v3 describes 422 as an account that is not ACTIVE (contract §12), but only its own error object tells that it is v3
// that speaks, and a request that names neither account nor user cannot be refused for one.
bool mayBeInactive(const Facts &facts)
{
    return facts.isV3() && !facts.errorPointer().isEmpty() && (facts.account.isThere() || facts.entity.isThere());
}

// The words of the message decide where a status alone would.
std::optional<Told<Kind>> toldByWords(const Facts &facts)
{
    for (const Words &each : refusalWords()) {
        if (const Said *said = facts.sayings.find(each.words))
            return Told<Kind> {each.kind, saidEvidence(*said), Confidence::Likely};
    }
    return {};
}

Told<Kind> toldByStatus(const Facts &facts)
{
    const int status = facts.status();
    Told<Kind> told {kindOfStatus(status), statusEvidence(facts), Confidence::Sure};
    const bool isNameless = status == 400 || status == 404 || status == 403 || status == 422;
    if (isNameless && facts.complaints.isEmpty()) {
        if (const auto byWords = toldByWords(facts))
            return *byWords;
    }
    if (told.kind == Kind::Validation && facts.complaints.isEmpty())
        told.confidence = Confidence::Possible;
    if (told.kind == Kind::KeyInvalid)
        told = {refined(facts, told.kind), told.by, Confidence::Likely};
    if (told.kind == Kind::Quota || told.kind == Kind::Conflict)
        told.confidence = Confidence::Likely;
    if (status == 422 && facts.complaints.isEmpty() && mayBeInactive(facts))
        told = {Kind::AccountNotActive, told.by, Confidence::Possible};
    if (told.kind == Kind::Removed && facts.isV3())
        told = {Kind::ActionGone, told.by, Confidence::Possible};
    if (status == 403 || status == 404)
        told.confidence = Confidence::Likely;
    return told;
}

} // namespace

Told<ServiceTrouble> readServiceTrouble(const Facts &facts)
{
    const QString pointer = facts.errorPointer();
    const json::Value object = facts.errorObject();
    const auto told = [&](Kind kind, const char *name, Confidence confidence) {
        const Kind meant = refined(facts, kind);
        return Told<Kind> {meant, fieldEvidence(facts, pointer + QLatin1Char('/') + QLatin1String(name)),
            meant == kind ? confidence : Confidence::Likely};
    };
    const auto textOf = [](const json::Value &value) {
        return value.isString() ? value.toString() : shownRaw(value);
    };
    if (const Kind kind = kindIn(slugs, object.member(u"slug").toString()); kind != Kind::None)
        return told(kind, "slug", Confidence::Sure);
    for (const char *name : {"code", "error_code"}) {
        const json::Value code = object.member(QString(QLatin1String(name)));
        const QString text = code.isValid() ? textOf(code) : QString();
        if (const Kind kind = kindIn(codes, text); kind != Kind::None)
            return told(kind, name, Confidence::Sure);
        if (const Kind kind = kindIn(slugs, text); kind != Kind::None)
            return told(kind, name, Confidence::Sure);
    }
    for (const char *name : {"name", "type"}) {
        const QString type = object.member(QString(QLatin1String(name))).toString();
        // This one does not say what was not found.
        const bool isVague = type == QLatin1String("NotFoundPlusSuggestionsError");
        if (const Kind kind = kindIn(types, type); kind != Kind::None)
            return told(kind, name, isVague ? Confidence::Likely : Confidence::Sure);
    }
    return toldByStatus(facts);
}

} // namespace actionscope::diagnosis
