// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/sandbox/accountbook.h"
#include "app/sandbox/actions/registry.h"
#include "app/sandbox/order.h"
#include "app/sandbox/refusal.h"

#include <tl/expected.hpp>

#include <optional>

namespace actionscope::sandbox {

class ExecutionLog;
class Store;

// Carries out an order by the rules of the service: find the action, its version, the input, the account, then act.
class Performer final
{
public:
    Performer(const Registry &registry, const AccountBook &accounts, Store &store, ExecutionLog &log, Clock clock);

    [[nodiscard]] tl::expected<Outcome, Refusal> perform(const Order &order) const;

private:
    [[nodiscard]] tl::expected<const Action *, Refusal> findAction(const Order &order) const;
    // Enters the execution in the log when it has its outcome, which may be later.
    void follow(const Order &order, const Action &action, const Acting &acting, Outcome *outcome) const;

    const Registry &m_registry;
    const AccountBook &m_accounts;
    Store &m_store;
    ExecutionLog &m_log;
    Clock m_clock;
};

// The refusal of an action id that is not there, with names that were perhaps meant.
[[nodiscard]] Refusal actionNotFound(const QString &name, const Registry &registry);

// Why an action cannot be had in this version; nothing where it can, or where none is asked for.
[[nodiscard]] std::optional<Refusal> versionRefusal(const Action &action, const QString &version);

// The key acts for one user, and this is another.
[[nodiscard]] Refusal otherUser(const QString &user);

// The versions of its actions the sandbox answers to; the first is the one it has.
[[nodiscard]] QStringList toolVersions();

} // namespace actionscope::sandbox
