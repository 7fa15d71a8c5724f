// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"
#include "app/api/appinfo.h"

#include <QList>

namespace actionscope::test {

// 66 actions under the names that a real service has for them; the words for people are ours.
[[nodiscard]] QList<api::ActionInfo> realActions();
[[nodiscard]] QList<api::AppInfo> realApps();

// As many actions as asked for: the real ones scattered among made-up ones of the same apps and of others, which use
// the same words.
struct ActionSample
{
    QList<api::AppInfo> apps;
    QList<api::ActionInfo> actions;
};
[[nodiscard]] ActionSample manyActions(qsizetype count);

} // namespace actionscope::test
