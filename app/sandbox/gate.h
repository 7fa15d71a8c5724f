// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accesskey.h"
#include "app/sandbox/http/connection.h"
#include "app/sandbox/refusal.h"
#include "app/sandbox/replay/replayer.h"
#include "app/sandbox/router.h"

namespace actionscope::sandbox {

// The way of every request: does it bring the key, is there such a path, then its handler.
class Gate final
{
public:
    // `more` are keys that may do less.
    Gate(const Router &router, QByteArray apiKey, QList<AccessKey> more = {});
    void enter(Exchange &exchange) const;
    // From now on recorded runs answer; null: the sandbox acts itself.
    void setReplayer(std::unique_ptr<Replayer> replayer) { m_replayer = std::move(replayer); }

private:
    [[nodiscard]] std::optional<AccessKey> accessOf(const QByteArray &key) const;

    const Router &m_router;
    QByteArray m_apiKey;
    QList<AccessKey> m_more;
    std::unique_ptr<Replayer> m_replayer;
};

// A refusal in the shape of the version the path belongs to: v2's under /api/v1 and /api/v2, else v3's.
void refuse(Exchange &exchange, const Refusal &refusal);
[[nodiscard]] Reply refusalReply(const Request &request, const Refusal &refusal);
[[nodiscard]] Reply httpRefusal(const Request &request, HttpTrouble trouble);

} // namespace actionscope::sandbox
