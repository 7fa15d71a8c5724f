// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accounts/keptlist.h"
#include "app/sandbox/actions/registry.h"
#include "app/sandbox/order.h"
#include "app/sandbox/refusal.h"

#include <tl/expected.hpp>

#include <vector>

namespace actionscope::sandbox {

// For whom an action acts.
struct Acting
{
    QString user;
    const Account *account = nullptr; // none where none is needed; good until the book changes
};

// The connected accounts and auth configs there are, and the rule which of them an execution uses.
class AccountBook final
{
public:
    explicit AccountBook(Store &store);
    // Ready-made ones for every app that needs an account, the same ids on every start, and over them what the state
    // keeps. Again when apps or state were replaced.
    [[nodiscard]] Result<void> load(const std::vector<App> &apps);

    // Deleted ones too.
    [[nodiscard]] const std::vector<Account> &accounts() const { return m_accounts.items(); }
    [[nodiscard]] const std::vector<AuthConfig> &configs() const { return m_configs.items(); }
    [[nodiscard]] const Account *find(const QString &id) const { return m_accounts.find(id); }
    [[nodiscard]] const AuthConfig *findConfig(const QString &id) const { return m_configs.find(id); }
    // The oldest that may be used, as the ready-made one is.
    [[nodiscard]] const AuthConfig *configOf(const QString &appKey) const;
    [[nodiscard]] Result<void> keep(Account account) { return m_accounts.keep(std::move(account)); }
    [[nodiscard]] Result<void> keep(AuthConfig config) { return m_configs.keep(std::move(config)); }

    // The user to act for: the chosen account's, or the one asked for where no account is needed.
    [[nodiscard]] tl::expected<Acting, Refusal> choose(const Order &order, const Action &action) const;
    // The account of that id, when it may be used. A refusal names the id it has in that version.
    [[nodiscard]] tl::expected<const Account *, Refusal> usable(const QString &id, api::ApiVersion version) const;

private:
    [[nodiscard]] tl::expected<Acting, Refusal> chooseById(const Order &order, const Action &action) const;
    [[nodiscard]] tl::expected<Acting, Refusal> chooseByUser(const Order &order, const Action &action) const;

    KeptList<Account> m_accounts;
    KeptList<AuthConfig> m_configs;
};

} // namespace actionscope::sandbox
