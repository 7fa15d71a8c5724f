// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/registry.h"
#include "app/sandbox/order.h"
#include "app/sandbox/refusal.h"

#include <QDateTime>

#include <tl/expected.hpp>

#include <vector>

namespace actionscope::sandbox {

// One user's connection to one app. v1 and v2 know it by a UUID, v3 by a short id; both are accepted everywhere.
struct Account
{
    QString uuid;
    QString shortId; // ca_…
    QString appKey;
    QString user; // the entity id
    QString status; // ACTIVE, EXPIRED, INITIATED
    QString scheme = {}; // OAUTH2, API_KEY, …
    QByteArray connection = {}; // a JSON object: access_token, api_key, base_url, … as the scheme has them; secret
    QDateTime createdAt;
};

// For whom an action acts.
struct Acting
{
    QString user;
    const Account *account = nullptr; // none where none is needed; lives as long as the thread is not back in its loop
};

// The connected accounts there are, and the rule which of them an execution uses.
class AccountBook final
{
public:
    // The ready-made accounts for every app that needs one: the same ids on every start.
    explicit AccountBook(const std::vector<App> &apps);
    // For the apps that have none yet.
    void addReadyMade(const std::vector<App> &apps);

    [[nodiscard]] const std::vector<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] const Account *find(const QString &id) const;
    // The user to act for: the chosen account's, or the one asked for where no account is needed.
    [[nodiscard]] tl::expected<Acting, Refusal> choose(const Order &order, const Action &action) const;
    // The account of that id, when it may be used.
    [[nodiscard]] tl::expected<const Account *, Refusal> usable(const QString &id) const;

private:
    [[nodiscard]] tl::expected<Acting, Refusal> chooseById(const Order &order, const Action &action) const;
    [[nodiscard]] tl::expected<Acting, Refusal> chooseByUser(const Order &order, const Action &action) const;
    [[nodiscard]] const Account *newest(const QString &user, const QString &appKey, const QString &status) const;

    std::vector<Account> m_accounts;
};

} // namespace actionscope::sandbox
