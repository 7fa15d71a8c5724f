// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rulebook.h"

namespace actionscope::diagnosis {

namespace {

// Ordered on purpose within their rank: a wrong kind of key explains a 401 better than a clock that is off, and of an
// execution that succeeded the gravest warning is told.
constexpr RuleEntry entries[] = {
    {"hostNotFound", Rank::Fault, rules::hostNotFound},
    {"connectionRefused", Rank::Fault, rules::connectionRefused},
    {"tlsFailed", Rank::Fault, rules::tlsFailed},
    {"proxyFailed", Rank::Fault, rules::proxyFailed},
    {"timedOut", Rank::Fault, rules::timedOut},
    {"connectionClosed", Rank::Fault, rules::connectionClosed},
    {"answerTooLarge", Rank::Fault, rules::answerTooLarge},
    {"malformedAnswer", Rank::Fault, rules::malformedAnswer},
    {"redirected", Rank::Fault, rules::redirected},
    {"cancelled", Rank::Fault, rules::cancelled},
    {"otherFault", Rank::Fault, rules::otherFault},
    {"apiDoubled", Rank::Place, rules::apiDoubled},
    {"pathOrder", Rank::Place, rules::pathOrder},
    {"webPage", Rank::Place, rules::webPage},
    {"gatewayPage", Rank::Place, rules::gatewayPage},
    {"emptyAnswer", Rank::Place, rules::emptyAnswer},
    {"brokenJson", Rank::Place, rules::brokenJson},
    {"notJson", Rank::Place, rules::notJson},
    {"emptyAccountList", Rank::Place, rules::emptyAccountList},
    {"otherAnswer", Rank::Place, rules::otherAnswer},
    {"keyKind", Rank::Circumstance, rules::keyKind},
    {"clockSkew", Rank::Circumstance, rules::clockSkew},
    {"sentBodyBroken", Rank::Circumstance, rules::sentBodyBroken},
    {"textAndInput", Rank::Circumstance, rules::textAndInput},
    {"actionCase", Rank::Circumstance, rules::actionCase},
    {"actionVersion", Rank::Circumstance, rules::actionVersion},
    {"actionDeprecated", Rank::Circumstance, rules::actionDeprecated},
    {"dashboardAccount", Rank::Circumstance, rules::dashboardAccount},
    {"connectionSetup", Rank::Circumstance, rules::connectionSetup},
    {"verdictsDisagree", Rank::Circumstance, rules::verdictsDisagree},
    {"keyInvalid", Rank::Named, rules::keyInvalid},
    {"keyMissing", Rank::Named, rules::keyMissing},
    {"keyScope", Rank::Named, rules::keyScope},
    {"keyProject", Rank::Named, rules::keyProject},
    {"forbidden", Rank::Named, rules::forbidden},
    {"noAccount", Rank::Named, rules::noAccount},
    {"accountUnknown", Rank::Named, rules::accountUnknown},
    {"userMissing", Rank::Named, rules::userMissing},
    {"accountMismatch", Rank::Named, rules::accountMismatch},
    {"accountOfOtherApp", Rank::Named, rules::accountOfOtherApp},
    {"accountExpired", Rank::Named, rules::accountExpired},
    {"accountNotActive", Rank::Named, rules::accountNotActive},
    {"accountDeleted", Rank::Named, rules::accountDeleted},
    {"retiredEndpoint", Rank::Named, rules::retiredEndpoint},
    {"authFlow", Rank::Named, rules::authFlow},
    {"actionNotFound", Rank::Named, rules::actionNotFound},
    {"actionGone", Rank::Named, rules::actionGone},
    {"appMismatch", Rank::Named, rules::appMismatch},
    {"notFound", Rank::Named, rules::notFound},
    {"inputInvalid", Rank::Named, rules::inputInvalid},
    {"badCursor", Rank::Named, rules::badCursor},
    {"rateLimit", Rank::Named, rules::rateLimit},
    {"apiRemoved", Rank::Named, rules::apiRemoved},
    {"conflict", Rank::Named, rules::conflict},
    {"requestTooLarge", Rank::Named, rules::requestTooLarge},
    {"serviceTimeout", Rank::Named, rules::serviceTimeout},
    {"serviceUnavailable", Rank::Named, rules::serviceUnavailable},
    {"serviceError", Rank::Named, rules::serviceError},
    {"quota", Rank::Named, rules::quota},
    {"providerRateLimit", Rank::Named, rules::providerRateLimit},
    {"providerToken", Rank::Named, rules::providerToken},
    {"providerScope", Rank::Named, rules::providerScope},
    {"providerNotMember", Rank::Named, rules::providerNotMember},
    {"providerNotFound", Rank::Named, rules::providerNotFound},
    {"providerValidation", Rank::Named, rules::providerValidation},
    {"providerConflict", Rank::Named, rules::providerConflict},
    {"providerGone", Rank::Named, rules::providerGone},
    {"providerRetired", Rank::Named, rules::providerRetired},
    {"providerApiDisabled", Rank::Named, rules::providerApiDisabled},
    {"providerQuota", Rank::Named, rules::providerQuota},
    {"providerBlocked", Rank::Named, rules::providerBlocked},
    {"providerHostUnknown", Rank::Named, rules::providerHostUnknown},
    {"providerTimeout", Rank::Named, rules::providerTimeout},
    {"providerUnavailable", Rank::Named, rules::providerUnavailable},
    {"providerNoReason", Rank::Named, rules::providerNoReason},
    {"providerRefused", Rank::Named, rules::providerRefused},
    {"verdictMissing", Rank::Warning, rules::verdictMissing},
    {"refusedInside", Rank::Warning, rules::refusedInside},
    {"errorDespiteSuccess", Rank::Warning, rules::errorDespiteSuccess},
    {"retriedBySdk", Rank::Warning, rules::retriedBySdk},
    {"answerDrift", Rank::Warning, rules::answerDrift},
    {"inputDrift", Rank::Warning, rules::inputDrift},
    {"emptyData", Rank::Warning, rules::emptyData},
    {"usesDeprecatedAction", Rank::Warning, rules::usesDeprecatedAction},
    {"unknown", Rank::Last, rules::unknown},
};

} // namespace

std::span<const RuleEntry> rulebook() { return entries; }

std::optional<Diagnosis> diagnose(const Facts &facts)
{
    for (const RuleEntry &entry : rulebook()) {
        if (auto claim = entry.rule(facts)) {
            claim->evidence.removeIf([](const Evidence &evidence) { return evidence.text.isEmpty(); });
            return claim;
        }
    }
    return {};
}

std::optional<Diagnosis> diagnose(const api::Exchange &exchange, const Judgement &judgement, const Surroundings &around)
{
    return diagnose(Facts(exchange, judgement, around));
}

} // namespace actionscope::diagnosis
