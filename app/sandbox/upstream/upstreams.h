// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/upstream/hostpolicy.h"
#include "app/sandbox/upstream/upstreamcall.h"
#include "app/sandbox/upstream/upstreamoptions.h"

#include <QObject>

#include <functional>
#include <memory>

namespace actionscope::sandbox {

// Calls other services for actions and proxy requests, within the options. Lives as long as the routes.
class Upstreams final
{
public:
    explicit Upstreams(UpstreamOptions options);

    // Calls `then` once, later; never when `context` dies before, which gives the call up.
    void fetch(const UpstreamRequest &request, QObject *context,
        std::function<void(const UpstreamAnswer &answer)> then) const;

private:
    UpstreamOptions m_options;
    HostPolicy m_policy;
    std::shared_ptr<const bool> m_place; // every running call holds it
};

} // namespace actionscope::sandbox
