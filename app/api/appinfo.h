// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace actionscope::api {

// An app (v3: toolkit) as the service lists it.
struct AppInfo
{
    QString key = {}; // github; lower case
    QString name = {}; // GitHub
    QString description = {};
    QStringList categories = {};
    QStringList tags = {};
    QStringList authSchemes = {}; // OAUTH2, API_KEY, …; says nothing about isNoAuth
    bool isNoAuth = false;

    bool operator==(const AppInfo &) const = default;
};

} // namespace actionscope::api
