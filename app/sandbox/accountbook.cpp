// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/accountbook.h"

#include "app/base/tr.h"
#include "app/sandbox/upstream/credentials.h"

#include <QUuid>

#include <algorithm>
#include <array>

namespace actionscope::sandbox {

namespace {

struct ReadyMade
{
    QLatin1String user;
    QLatin1String status;
};

constexpr std::array readyMade {
    ReadyMade {QLatin1String("default"), QLatin1String("ACTIVE")},
    ReadyMade {QLatin1String("expired-user"), QLatin1String("EXPIRED")},
    ReadyMade {QLatin1String("pending-user"), QLatin1String("INITIATED")},
    ReadyMade {QLatin1String("pg-test-00000000"), QLatin1String("ACTIVE")}, // as the dashboard makes them
};

constexpr QUuid accountNames {0x6f7a2c10, 0x52d4, 0x4b8e, 0x9a, 0x31, 0x0d, 0x5b, 0x7e, 0x2f, 0x41, 0xc8};

Account makeAccount(const App &app, const ReadyMade &made)
{
    const QUuid id = QUuid::createUuidV5(accountNames, QString(app.key + QLatin1Char('/') + made.user));
    Account account;
    account.uuid = id.toString(QUuid::WithoutBraces);
    account.shortId = QLatin1String("ca_") + id.toString(QUuid::Id128).first(12);
    account.appKey = app.key;
    account.user = made.user;
    account.status = made.status;
    account.scheme = app.authSchemes.value(0, QStringLiteral("OAUTH2"));
    account.connection = readyMadeConnection(app, account.scheme, account.user);
    account.createdAt = QDateTime(QDate(2026, 1, 5), QTime(9, 30), Qt::UTC);
    return account;
}

QString reconnectSentence(const QString &user)
{
    return Tr::tr("Reconnect the account of \"%1\", or use a user with an ACTIVE account, such as \"default\".").arg(user);
}

Refusal statusRefusal(const Account &account)
{
    if (account.status == QLatin1String("EXPIRED")) {
        return {RefusalKind::AccountExpired,
            Tr::tr("The connected account %1 of \"%2\" for %3 has expired.")
                .arg(account.shortId, account.user, account.appKey),
            reconnectSentence(account.user)};
    }
    return {RefusalKind::AccountNotActive,
        Tr::tr("The connected account %1 of \"%2\" for %3 is %4, not ACTIVE: the connection was never finished.")
            .arg(account.shortId, account.user, account.appKey, account.status),
        reconnectSentence(account.user)};
}

Refusal unknownAccount(const QString &id)
{
    return {RefusalKind::AccountNotFound, Tr::tr("There is no connected account with the id \"%1\".").arg(id),
        Tr::tr("List the connected accounts and use the id of one of them.")};
}

} // namespace

AccountBook::AccountBook(const std::vector<App> &apps)
{
    addReadyMade(apps);
}

void AccountBook::addReadyMade(const std::vector<App> &apps)
{
    for (const App &app : apps) {
        const bool isKnown = std::any_of(m_accounts.begin(), m_accounts.end(),
            [&](const Account &account) { return account.appKey == app.key; });
        if (app.isNoAuth || isKnown)
            continue;
        for (const ReadyMade &made : readyMade)
            m_accounts.push_back(makeAccount(app, made));
    }
}

const Account *AccountBook::find(const QString &id) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), [&](const Account &account) {
        return account.shortId == id || account.uuid.compare(id, Qt::CaseInsensitive) == 0;
    });
    return found == m_accounts.end() ? nullptr : &*found;
}

const Account *AccountBook::newest(const QString &user, const QString &appKey, const QString &status) const
{
    const Account *best = nullptr;
    for (const Account &account : m_accounts) {
        const bool fits = account.user == user && account.appKey == appKey && account.status == status;
        if (fits && (!best || account.createdAt >= best->createdAt))
            best = &account;
    }
    return best;
}

tl::expected<Acting, Refusal> AccountBook::choose(const Order &order, const Action &action) const
{
    const bool isOldVersion = order.apiVersion == api::ApiVersion::V2;
    if (!isOldVersion && !order.accountId.isEmpty() && order.user.isEmpty()) {
        return tl::unexpected(Refusal {RefusalKind::AccountNeedsUser,
            Tr::tr("user_id is required beside connected_account_id."),
            Tr::tr("Send the user_id the account belongs to.")});
    }
    if (action.isNoAuth || order.hasOwnCredentials)
        return Acting {order.user.isEmpty() ? QStringLiteral("default") : order.user};
    return order.accountId.isEmpty() ? chooseByUser(order, action) : chooseById(order, action);
}

tl::expected<const Account *, Refusal> AccountBook::usable(const QString &id) const
{
    const Account *account = find(id);
    if (!account)
        return tl::unexpected(unknownAccount(id));
    if (account->status != QLatin1String("ACTIVE"))
        return tl::unexpected(statusRefusal(*account));
    return account;
}

tl::expected<Acting, Refusal> AccountBook::chooseById(const Order &order, const Action &action) const
{
    const Account *account = find(order.accountId);
    if (!account)
        return tl::unexpected(unknownAccount(order.accountId));
    if (account->appKey != action.appKey) {
        return tl::unexpected(Refusal {RefusalKind::AccountMismatch,
            Tr::tr("The connected account %1 is for %2, but %3 belongs to %4.")
                .arg(order.accountId, account->appKey, action.name, action.appKey),
            Tr::tr("Use a connected account for %1.").arg(action.appKey)});
    }
    if (!order.user.isEmpty() && account->user != order.user) {
        return tl::unexpected(Refusal {RefusalKind::AccountMismatch,
            Tr::tr("The connected account %1 does not belong to the user \"%2\".").arg(order.accountId, order.user),
            Tr::tr("Send the user the account belongs to, or leave the account out and let the user decide.")});
    }
    if (account->status != QLatin1String("ACTIVE"))
        return tl::unexpected(statusRefusal(*account));
    return Acting {account->user, account};
}

tl::expected<Acting, Refusal> AccountBook::chooseByUser(const Order &order, const Action &action) const
{
    const bool hasDefault = order.apiVersion == api::ApiVersion::V2; // v3 acts for nobody unless told
    const QString user = order.user.isEmpty() && hasDefault ? QStringLiteral("default") : order.user;
    if (const Account *account = newest(user, action.appKey, QStringLiteral("ACTIVE")))
        return Acting {account->user, account};
    for (const auto &status : {QStringLiteral("EXPIRED"), QStringLiteral("INITIATED")}) {
        if (const Account *account = newest(user, action.appKey, status))
            return tl::unexpected(statusRefusal(*account));
    }
    if (user.isEmpty()) {
        return tl::unexpected(Refusal {RefusalKind::NoAccount,
            Tr::tr("%1 needs a connected account, and the request names neither user_id nor connected_account_id.")
                .arg(action.name),
            Tr::tr("Send the user_id of a user with an ACTIVE account for %1, such as \"default\".")
                .arg(action.appKey)});
    }
    return tl::unexpected(Refusal {RefusalKind::NoAccount,
        Tr::tr("No connected account found for the user \"%1\" and the app %2.").arg(user, action.appKey),
        Tr::tr("Connect %1 for this user first, or use \"default\". Accounts made in the dashboard belong to a user "
               "named pg-test-….")
            .arg(action.appKey)});
}

} // namespace actionscope::sandbox
