// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/facts.h"

namespace actionscope::diagnosis {

// One line each, with the place it stands at.
[[nodiscard]] Evidence statusEvidence(const Facts &facts);
// Of the answer; a header that is not there makes an empty place, which is left out by added().
[[nodiscard]] Evidence headerEvidence(const Facts &facts, const char *name);
[[nodiscard]] Evidence fieldEvidence(const Facts &facts, const QString &pointer);
[[nodiscard]] Evidence saidEvidence(const Said &said);
[[nodiscard]] Evidence complaintEvidence(const Facts &facts, const Complaint &complaint);
[[nodiscard]] Evidence sentEvidence(const Sent &sent);
[[nodiscard]] Evidence requestEvidence(const QString &pointer, const QString &text);
// Without words where nothing is known of the request; evidence without words is left out of a diagnosis.
[[nodiscard]] Evidence pathEvidence(const Facts &facts);
[[nodiscard]] Evidence phaseEvidence(const QString &phase, const QString &text);
[[nodiscard]] Evidence catalogEvidence(const QString &id, const QString &text);

// The members of an error answer that name it: slug or code or type, and the message.
[[nodiscard]] QList<Evidence> errorEvidence(const Facts &facts);
// For a provider's refusal: by what it was told, and the words, out of the innermost text that has them.
[[nodiscard]] QList<Evidence> providerEvidence(const Facts &facts);

// What the service advises, as a try without a button; nothing where it advises nothing.
void addServiceAdvice(const Facts &facts, Diagnosis &diagnosis);
// Unless the same is there already.
void addEvidence(Diagnosis &diagnosis, const Evidence &evidence);
[[nodiscard]] Try advice(const QString &sentence);

} // namespace actionscope::diagnosis
