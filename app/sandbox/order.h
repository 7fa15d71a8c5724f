// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/json/document.h"

#include <QByteArray>
#include <QString>

namespace actionscope::sandbox {

// One execution as a client asked for it, whichever version carried it. Values live as long as `body` does.
struct Order
{
    api::ApiVersion apiVersion = api::ApiVersion::V2;
    QString actionId;
    json::Document body;
    json::Value input; // invalid when absent; null counts as absent
    QString text;
    QString user; // entityId or user_id
    QString accountId;
    QString appName;
    QString version;
    bool hasOwnCredentials = false; // authConfig, custom_auth_params or custom_connection_data
    json::Value ownCredentials; // of these the first two; invalid when absent
    json::Value ownConnection; // the last
    bool wantsTrace = false;
    QString onlyUser = {}; // the key is for nobody else
    json::Value sessionInfo;
};

} // namespace actionscope::sandbox
