// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/diagnosis.h"

#include <optional>

namespace actionscope::diagnosis {

class Facts;

// What a rule has to say of an exchange; nothing where it is not about it.
using Claim = std::optional<Diagnosis>;

// One rule a file. Each looks at the facts alone and knows no other rule; app/diagnosis/rulebook.cpp orders them.
namespace rules {


// No complete answer
[[nodiscard]] Claim hostNotFound(const Facts &facts);
[[nodiscard]] Claim connectionRefused(const Facts &facts);
[[nodiscard]] Claim tlsFailed(const Facts &facts);
[[nodiscard]] Claim proxyFailed(const Facts &facts);
[[nodiscard]] Claim timedOut(const Facts &facts);
[[nodiscard]] Claim connectionClosed(const Facts &facts);
[[nodiscard]] Claim answerTooLarge(const Facts &facts);
[[nodiscard]] Claim malformedAnswer(const Facts &facts);
[[nodiscard]] Claim redirected(const Facts &facts);
[[nodiscard]] Claim cancelled(const Facts &facts);
[[nodiscard]] Claim otherFault(const Facts &facts);

// The wrong place, or no answer of the API
[[nodiscard]] Claim apiDoubled(const Facts &facts);
[[nodiscard]] Claim pathOrder(const Facts &facts);
[[nodiscard]] Claim webPage(const Facts &facts);
[[nodiscard]] Claim gatewayPage(const Facts &facts);
[[nodiscard]] Claim emptyAnswer(const Facts &facts);
[[nodiscard]] Claim brokenJson(const Facts &facts);
[[nodiscard]] Claim notJson(const Facts &facts);
[[nodiscard]] Claim emptyAccountList(const Facts &facts);
[[nodiscard]] Claim otherAnswer(const Facts &facts);

// Told by what was sent
[[nodiscard]] Claim keyKind(const Facts &facts);
[[nodiscard]] Claim clockSkew(const Facts &facts);
[[nodiscard]] Claim sentBodyBroken(const Facts &facts);
[[nodiscard]] Claim textAndInput(const Facts &facts);
[[nodiscard]] Claim actionCase(const Facts &facts);
[[nodiscard]] Claim actionVersion(const Facts &facts);
[[nodiscard]] Claim actionDeprecated(const Facts &facts);
[[nodiscard]] Claim dashboardAccount(const Facts &facts);
[[nodiscard]] Claim connectionSetup(const Facts &facts);

// The service refused
[[nodiscard]] Claim keyInvalid(const Facts &facts);
[[nodiscard]] Claim keyMissing(const Facts &facts);
[[nodiscard]] Claim keyScope(const Facts &facts);
[[nodiscard]] Claim keyProject(const Facts &facts);
[[nodiscard]] Claim forbidden(const Facts &facts);
[[nodiscard]] Claim noAccount(const Facts &facts);
[[nodiscard]] Claim accountUnknown(const Facts &facts);
[[nodiscard]] Claim userMissing(const Facts &facts);
[[nodiscard]] Claim accountMismatch(const Facts &facts);
[[nodiscard]] Claim accountOfOtherApp(const Facts &facts);
[[nodiscard]] Claim accountExpired(const Facts &facts);
[[nodiscard]] Claim accountNotActive(const Facts &facts);
[[nodiscard]] Claim accountDeleted(const Facts &facts);
[[nodiscard]] Claim retiredEndpoint(const Facts &facts);
[[nodiscard]] Claim authFlow(const Facts &facts);
[[nodiscard]] Claim actionNotFound(const Facts &facts);
[[nodiscard]] Claim actionGone(const Facts &facts);
[[nodiscard]] Claim appMismatch(const Facts &facts);
[[nodiscard]] Claim notFound(const Facts &facts);
[[nodiscard]] Claim inputInvalid(const Facts &facts);
[[nodiscard]] Claim badCursor(const Facts &facts);
[[nodiscard]] Claim rateLimit(const Facts &facts);
[[nodiscard]] Claim apiRemoved(const Facts &facts);
[[nodiscard]] Claim conflict(const Facts &facts);
[[nodiscard]] Claim requestTooLarge(const Facts &facts);
[[nodiscard]] Claim serviceTimeout(const Facts &facts);
[[nodiscard]] Claim serviceUnavailable(const Facts &facts);
[[nodiscard]] Claim serviceError(const Facts &facts);
[[nodiscard]] Claim quota(const Facts &facts);

// The action said no
[[nodiscard]] Claim verdictsDisagree(const Facts &facts);
[[nodiscard]] Claim providerRateLimit(const Facts &facts);
[[nodiscard]] Claim providerToken(const Facts &facts);
[[nodiscard]] Claim providerScope(const Facts &facts);
[[nodiscard]] Claim providerNotMember(const Facts &facts);
[[nodiscard]] Claim providerNotFound(const Facts &facts);
[[nodiscard]] Claim providerValidation(const Facts &facts);
[[nodiscard]] Claim providerConflict(const Facts &facts);
[[nodiscard]] Claim providerGone(const Facts &facts);
[[nodiscard]] Claim providerRetired(const Facts &facts);
[[nodiscard]] Claim providerApiDisabled(const Facts &facts);
[[nodiscard]] Claim providerQuota(const Facts &facts);
[[nodiscard]] Claim providerBlocked(const Facts &facts);
[[nodiscard]] Claim providerHostUnknown(const Facts &facts);
[[nodiscard]] Claim providerTimeout(const Facts &facts);
[[nodiscard]] Claim providerUnavailable(const Facts &facts);
[[nodiscard]] Claim providerNoReason(const Facts &facts);
[[nodiscard]] Claim providerRefused(const Facts &facts);

// It succeeded, and yet
[[nodiscard]] Claim verdictMissing(const Facts &facts);
[[nodiscard]] Claim refusedInside(const Facts &facts);
[[nodiscard]] Claim errorDespiteSuccess(const Facts &facts);
[[nodiscard]] Claim retriedBySdk(const Facts &facts);
[[nodiscard]] Claim answerDrift(const Facts &facts);
[[nodiscard]] Claim inputDrift(const Facts &facts);
[[nodiscard]] Claim emptyData(const Facts &facts);
[[nodiscard]] Claim usesDeprecatedAction(const Facts &facts);

// What nobody else had a word for
[[nodiscard]] Claim unknown(const Facts &facts);

} // namespace rules

} // namespace actionscope::diagnosis
