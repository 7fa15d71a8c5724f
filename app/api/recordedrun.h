// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

namespace actionscope::api {

// A run that took place, and where it is written down: "requests.jsonl:17", or its id in the history.
struct RecordedRun
{
    QString name;
    Exchange exchange;

    bool operator==(const RecordedRun &) const = default;
};

} // namespace actionscope::api
