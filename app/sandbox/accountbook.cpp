// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/accountbook.h"

#include "app/base/tr.h"
#include "app/sandbox/upstream/credentials.h"
#include "app/sandbox/wire/common.h"

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
    ReadyMade {QLatin1String("failed-user"), QLatin1String("FAILED")},
    ReadyMade {QLatin1String("pg-test-00000000"), QLatin1String("ACTIVE")}, // as the dashboard makes them
};

constexpr QUuid accountNames {0x6f7a2c10, 0x52d4, 0x4b8e, 0x9a, 0x31, 0x0d, 0x5b, 0x7e, 0x2f, 0x41, 0xc8};

AuthConfig makeConfig(const App &app)
{
    AuthConfig config;
    config.uuid = integrationUuid(app.key);
    config.shortId = QLatin1String("ac_") + QString(config.uuid).remove(QLatin1Char('-')).first(12);
    config.appKey = app.key;
    config.name = app.name;
    config.authScheme = app.authSchemes.value(0, QStringLiteral("NO_AUTH"));
    config.createdAt = QDateTime::fromString(readyMadeTime(), Qt::ISODateWithMs);
    config.updatedAt = config.createdAt;
    return config;
}

Account makeAccount(const App &app, const AuthConfig &config, const ReadyMade &made)
{
    const QUuid id = QUuid::createUuidV5(accountNames, QString(config.appKey + QLatin1Char('/') + made.user));
    Account account;
    account.uuid = id.toString(QUuid::WithoutBraces);
    account.shortId = QLatin1String("ca_") + id.toString(QUuid::Id128).first(12);
    account.appKey = config.appKey;
    account.user = made.user;
    account.status = made.status;
    account.configUuid = config.uuid;
    account.scheme = config.authScheme;
    account.connection = readyMadeConnection(app, account.scheme, account.user);
    account.createdAt = config.createdAt;
    account.updatedAt = config.createdAt;
    return account;
}

QString reconnectSentence(const QString &user)
{
    return Tr::tr("Reconnect the account of \"%1\", or use a user with an ACTIVE account, such as \"default\".").arg(user);
}

Refusal unknownAccount(const QString &id)
{
    return {RefusalKind::AccountNotFound, Tr::tr("There is no connected account with the id \"%1\".").arg(id),
        Tr::tr("List the connected accounts and use the id of one of them.")};
}

// Why an account that is there cannot be used, named as the version knows it.
Refusal stateRefusal(const Account &account, api::ApiVersion version)
{
    const QString &id = version == api::ApiVersion::V2 ? account.uuid : account.shortId;
    if (account.isDeleted) {
        return {RefusalKind::AccountDeleted,
            Tr::tr("The connected account %1 of \"%2\" for %3 was deleted.")
                .arg(id, account.user, account.appKey),
            Tr::tr("List the connected accounts and use the id of one of them.")};
    }
    if (account.isDisabled) {
        return {RefusalKind::AccountNotActive,
            Tr::tr("The connected account %1 of \"%2\" for %3 is disabled.")
                .arg(id, account.user, account.appKey),
            Tr::tr("Enable the account, or use another one.")};
    }
    if (account.status == QLatin1String("EXPIRED")) {
        return {RefusalKind::AccountExpired,
            Tr::tr("The connected account %1 of \"%2\" for %3 has expired.")
                .arg(id, account.user, account.appKey),
            reconnectSentence(account.user)};
    }
    if (account.status == QLatin1String("FAILED")) {
        return {RefusalKind::AccountNotActive,
            Tr::tr("The connected account %1 of \"%2\" for %3 is FAILED, not ACTIVE: it could not be connected.")
                .arg(id, account.user, account.appKey),
            reconnectSentence(account.user)};
    }
    return {RefusalKind::AccountNotActive,
        Tr::tr("The connected account %1 of \"%2\" for %3 is %4, not ACTIVE: the connection was never finished.")
            .arg(id, account.user, account.appKey, account.status),
        reconnectSentence(account.user)};
}

// The newest of a user's accounts for an app; one that can be used before all others, then what is nearest to it.
const Account *bestOf(const std::vector<Account> &accounts, const QString &user, const QString &appKey)
{
    const auto rank = [](const Account &account) {
        if (account.isUsable())
            return 4;
        if (account.status == QLatin1String("ACTIVE"))
            return 3; // disabled
        if (account.status == QLatin1String("EXPIRED"))
            return 2;
        return account.status == QLatin1String("INITIATED") ? 1 : 0;
    };
    const Account *best = nullptr;
    for (const Account &account : accounts) {
        if (account.isDeleted || account.user != user || account.appKey != appKey)
            continue;
        const bool isBetter = !best || rank(account) > rank(*best)
            || (rank(account) == rank(*best) && account.createdAt >= best->createdAt);
        if (isBetter)
            best = &account;
    }
    return best;
}

} // namespace

AccountBook::AccountBook(Store &store)
    : m_accounts(store, QStringLiteral("@accounts")) // no manifest's table begins so
    , m_configs(store, QStringLiteral("@authconfigs"))
{
}

Result<void> AccountBook::load(const std::vector<App> &apps)
{
    std::vector<AuthConfig> configs;
    std::vector<Account> accounts;
    for (const App &app : apps) {
        if (app.isNoAuth)
            continue;
        configs.push_back(makeConfig(app));
        for (const ReadyMade &made : readyMade)
            accounts.push_back(makeAccount(app, configs.back(), made));
    }
    if (auto loaded = m_configs.load(std::move(configs)); !loaded)
        return loaded;
    return m_accounts.load(std::move(accounts));
}

const AuthConfig *AccountBook::configOf(const QString &appKey) const
{
    const auto found = std::find_if(configs().begin(), configs().end(), [&](const AuthConfig &config) {
        return config.appKey.compare(appKey, Qt::CaseInsensitive) == 0 && !config.isDeleted && !config.isDisabled;
    });
    return found == configs().end() ? nullptr : &*found;
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
        return Acting {order.user.isEmpty() ? QStringLiteral("default") : order.user, nullptr};
    return order.accountId.isEmpty() ? chooseByUser(order, action) : chooseById(order, action);
}

tl::expected<const Account *, Refusal> AccountBook::usable(const QString &id, api::ApiVersion version) const
{
    const Account *account = find(id);
    if (!account)
        return tl::unexpected(unknownAccount(id));
    if (!account->isUsable())
        return tl::unexpected(stateRefusal(*account, version));
    return account;
}

tl::expected<Acting, Refusal> AccountBook::chooseById(const Order &order, const Action &action) const
{
    const Account *account = find(order.accountId);
    if (!account)
        return tl::unexpected(unknownAccount(order.accountId));
    if (account->isDeleted)
        return tl::unexpected(stateRefusal(*account, order.apiVersion));
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
    if (!account->isUsable())
        return tl::unexpected(stateRefusal(*account, order.apiVersion));
    return Acting {account->user, account};
}

tl::expected<Acting, Refusal> AccountBook::chooseByUser(const Order &order, const Action &action) const
{
    const bool hasDefault = order.apiVersion == api::ApiVersion::V2; // v3 acts for nobody unless told
    const QString user = order.user.isEmpty() && hasDefault ? QStringLiteral("default") : order.user;
    if (const Account *account = bestOf(accounts(), user, action.appKey)) {
        if (!account->isUsable())
            return tl::unexpected(stateRefusal(*account, order.apiVersion));
        return Acting {account->user, account};
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
