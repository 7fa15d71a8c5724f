// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"
#include "app/api/httpmessage.h"

#include <array>

// The names that writer and reader of a bundle share.
namespace actionscope::exchange {

inline constexpr int bundleFormat = 1;

struct BundleText
{
    const char *name;
    QString api::ExecuteRequest::*field;
};
inline constexpr std::array<BundleText, 8> bundleTexts {{{"actionId", &api::ExecuteRequest::actionId}, {"version", &api::ExecuteRequest::version},
    {"appName", &api::ExecuteRequest::appName}, {"entityId", &api::ExecuteRequest::entityId},
    {"connectedAccountId", &api::ExecuteRequest::connectedAccountId}, {"text", &api::ExecuteRequest::text},
    {"systemPrompt", &api::ExecuteRequest::systemPrompt}, {"customDescription", &api::ExecuteRequest::customDescription}}};

struct BundleJson
{
    const char *name;
    QByteArray api::ExecuteRequest::*field;
};
inline constexpr std::array<BundleJson, 3> bundleJson {
    {{"input", &api::ExecuteRequest::input}, {"authConfig", &api::ExecuteRequest::authConfig}, {"sessionInfo", &api::ExecuteRequest::sessionInfo}}};

// Microseconds.
struct BundleTime
{
    const char *name;
    qint64 api::Timings::*field;
};
inline constexpr std::array<BundleTime, 7> bundleTimes {{{"started", &api::Timings::started}, {"connected", &api::Timings::connected},
    {"encrypted", &api::Timings::encrypted}, {"requestSent", &api::Timings::requestSent}, {"firstByte", &api::Timings::firstByte},
    {"lastByte", &api::Timings::lastByte}, {"finished", &api::Timings::finished}}};

} // namespace actionscope::exchange
