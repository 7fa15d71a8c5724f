// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/sandbox/accountbook.h"

namespace actionscope::sandbox {

// A connection somebody wants to have.
struct ConnectionWish
{
    QString configId;
    QString user;
    json::Value credentials; // what the scheme asks for; may be invalid
    QString callbackUrl;
    QStringList labels;
    bool byLink = false; // a person finishes it, whatever the scheme
    bool isOld = false; // asked in the words of v1 and v2
};

// Makes connections and changes what they are in. Credentials that come with the wish make an account ACTIVE at once;
// OAuth, and whatever comes without, is INITIATED until somebody opens its link, which lives ten minutes.
class Connector final
{
public:
    Connector(const Registry &registry, AccountBook &book, Clock clock);

    // Where the sandbox listens; links begin with it.
    void setAddress(const QString &address) { m_address = address; }
    // Empty where there is nothing left to finish.
    [[nodiscard]] QString linkOf(const Account &account) const;

    [[nodiscard]] tl::expected<AuthConfig, Refusal> addConfig(AuthConfig config);
    [[nodiscard]] tl::expected<Account, Refusal> connect(const ConnectionWish &wish);
    // Once more from the start: an OAuth account is INITIATED again, any other ACTIVE.
    [[nodiscard]] tl::expected<Account, Refusal> restart(Account account, const QString &callbackUrl);
    [[nodiscard]] tl::expected<Account, Refusal> keep(Account account);
    [[nodiscard]] tl::expected<AuthConfig, Refusal> keep(AuthConfig config);

    // By the token of a link; null where no connection waits for that one.
    [[nodiscard]] const Account *waitingFor(const QString &token) const;
    [[nodiscard]] bool isTooLate(const Account &account) const;
    // What the person said on that page. Too late, the account is EXPIRED.
    [[nodiscard]] tl::expected<Account, Refusal> finish(Account account, bool isAllowed);

private:
    void giveLink(Account &account, const QString &callbackUrl) const;

    const Registry &m_registry;
    AccountBook &m_book;
    Clock m_clock;
    QString m_address;
};

} // namespace actionscope::sandbox
