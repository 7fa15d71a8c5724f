// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/http/exchange.h"
#include "app/sandbox/replay/replaybook.h"

namespace actionscope::sandbox {

// Answers from recorded runs instead of acting. Each such answer says in the header x-sandbox-replay which run it is:
// "exact; run=requests.jsonl:17; turn=2/3" or "nearest; run=…; differences=2; turn=1/1"; "none" where an execution has no
// recorded run, which is then an error. A run whose answer was lost is replayed as that: the connection is reset, or
// stays silent where the time had run out.
class Replayer final
{
public:
    explicit Replayer(const QList<api::RecordedRun> &runs)
        : m_book(runs)
    {
    }

    // False for what is no execution and was not recorded: the sandbox then answers as usual.
    [[nodiscard]] bool enter(Exchange &exchange);

private:
    ReplayBook m_book;
};

} // namespace actionscope::sandbox
