// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/httpmessage.h"
#include "app/api/verdict.h"

namespace actionscope::api {

// Asks the service to make an action's input from words, without executing it.
struct InputRequest
{
    QString actionId = {};
    QString text = {}; // required
    QString customDescription = {};
    QString systemPrompt = {};
    QString version = {}; // of the action; v2 takes none

    bool operator==(const InputRequest &) const = default;
};

// POST /api/v2/actions/{id}/execute/get.inputs (contract §8), /api/v3[.1]/tools/execute/{slug}/input (§12.2).
[[nodiscard]] HttpRequest toWire(const InputRequest &request, ApiVersion version);

// What came of it. `verdict` is one of an execution's: ActionRefused where the service could not make an
// input.
struct InputAnswer
{
    Verdict verdict = Verdict::NoUsableAnswer;
    QString sentence = {}; // why there is no input
    QByteArray arguments = {}; // a JSON object, the service's own bytes
    QString source = {}; // "model" or "rules", where a sandbox says so

    bool operator==(const InputAnswer &) const = default;
};

[[nodiscard]] InputAnswer readInputAnswer(const Exchange &exchange);

} // namespace actionscope::api
