// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/accounts/connector.h"

#include "app/base/tr.h"
#include "app/sandbox/endpoints.h"
#include "app/sandbox/upstream/credentials.h"

#include <QUuid>

namespace actionscope::sandbox {

namespace {

QString newId(const QUuid &uuid, QLatin1String prefix)
{
    return prefix + uuid.toString(QUuid::Id128).first(12);
}

Refusal internal(const Error &error)
{
    return {RefusalKind::Internal, error.sentence, error.hint};
}

bool hasText(const json::Value &credentials)
{
    for (json::Value value = credentials.firstChild(); value.isValid(); value = value.nextSibling()) {
        if (value.isString() && !value.toString().isEmpty())
            return true;
    }
    return false;
}

} // namespace

Connector::Connector(const Registry &registry, AccountBook &book, Clock clock)
    : m_registry(registry)
    , m_book(book)
    , m_clock(std::move(clock))
{
}

QString Connector::linkOf(const Account &account) const
{
    return account.linkToken.isEmpty() ? QString() : QString(m_address + QLatin1String("/connect/") + account.linkToken);
}

tl::expected<Account, Refusal> Connector::keep(Account account)
{
    account.updatedAt = m_clock();
    const auto kept = m_book.keep(account);
    return kept ? tl::expected<Account, Refusal>(account) : tl::unexpected(internal(kept.error()));
}

tl::expected<AuthConfig, Refusal> Connector::keep(AuthConfig config)
{
    config.updatedAt = m_clock();
    const auto kept = m_book.keep(config);
    return kept ? tl::expected<AuthConfig, Refusal>(config) : tl::unexpected(internal(kept.error()));
}

tl::expected<AuthConfig, Refusal> Connector::addConfig(AuthConfig config)
{
    const App *app = m_registry.app(config.appKey);
    if (!app)
        return tl::unexpected(appNotFound(config.appKey));
    config.appKey = app->key;
    if (config.authScheme.isEmpty())
        config.authScheme = app->authSchemes.value(0, QStringLiteral("NO_AUTH"));
    if (!app->authSchemes.contains(config.authScheme)) {
        return tl::unexpected(Refusal {RefusalKind::BadBody,
            Tr::tr("%1 is not connected with \"%2\".").arg(app->key, config.authScheme),
            Tr::tr("Send one of: %1.").arg(app->authSchemes.join(QLatin1String(", ")))});
    }
    const QUuid id = QUuid::createUuid();
    config.uuid = id.toString(QUuid::WithoutBraces);
    config.shortId = newId(id, QLatin1String("ac_"));
    config.createdAt = m_clock();
    if (config.name.isEmpty())
        config.name = app->name;
    return keep(std::move(config));
}

void Connector::giveLink(Account &account, const QString &callbackUrl) const
{
    constexpr qint64 linkSeconds = 10 * 60;
    account.status = QStringLiteral("INITIATED");
    account.linkToken = QLatin1String("lk_") + QUuid::createUuid().toString(QUuid::Id128);
    account.linkExpiresAt = m_clock().addSecs(linkSeconds);
    account.callbackUrl = callbackUrl;
}

tl::expected<Account, Refusal> Connector::connect(const ConnectionWish &wish)
{
    const AuthConfig *config = m_book.findConfig(wish.configId);
    if (!config || config->isDeleted)
        return tl::unexpected(wish.isOld ? integrationNotFound(wish.configId) : configNotFound(wish.configId));
    if (config->isDisabled) {
        return tl::unexpected(Refusal {RefusalKind::BadBody,
            (wish.isOld ? Tr::tr("The integration %1 is disabled.") : Tr::tr("The auth config %1 is disabled."))
                .arg(wish.configId),
            Tr::tr("Enable it first.")});
    }
    const QUuid id = QUuid::createUuid();
    Account account;
    account.uuid = id.toString(QUuid::WithoutBraces);
    account.shortId = newId(id, QLatin1String("ca_"));
    account.appKey = config->appKey;
    account.user = wish.user.isEmpty() ? QStringLiteral("default") : wish.user;
    account.configUuid = config->uuid;
    account.scheme = config->authScheme;
    account.labels = wish.labels;
    account.createdAt = m_clock();
    account.status = QStringLiteral("ACTIVE");
    const bool hasCredentials = wish.credentials.isObject() && hasText(wish.credentials);
    const bool isComplete = hasCredentials || credentialNames(config->authScheme).isEmpty();
    if (hasCredentials)
        account.connection = wish.credentials.raw().toByteArray();
    const bool isOAuth = config->authScheme.startsWith(QLatin1String("OAUTH"));
    const bool hasToken = hasCredentials && !wish.credentials.member(u"access_token").toString().isEmpty();
    if (wish.byLink || !isComplete || (isOAuth && !hasToken))
        giveLink(account, wish.callbackUrl);
    return keep(std::move(account));
}

tl::expected<Account, Refusal> Connector::restart(Account account, const QString &callbackUrl)
{
    if (account.scheme.startsWith(QLatin1String("OAUTH")))
        giveLink(account, callbackUrl.isEmpty() ? account.callbackUrl : callbackUrl);
    else
        account.status = QStringLiteral("ACTIVE");
    return keep(std::move(account));
}

const Account *Connector::waitingFor(const QString &token) const
{
    const auto &accounts = m_book.accounts();
    const auto found = std::find_if(accounts.begin(), accounts.end(), [&](const Account &account) {
        return !token.isEmpty() && account.linkToken == token && !account.isDeleted;
    });
    return found == accounts.end() ? nullptr : &*found;
}

bool Connector::isTooLate(const Account &account) const
{
    return m_clock() > account.linkExpiresAt;
}

tl::expected<Account, Refusal> Connector::finish(Account account, bool isAllowed)
{
    if (isTooLate(account))
        account.status = QStringLiteral("EXPIRED");
    else
        account.status = isAllowed ? QStringLiteral("ACTIVE") : QStringLiteral("FAILED");
    const App *app = m_registry.app(account.appKey);
    if (app && account.status == QLatin1String("ACTIVE") && account.connection == "{}")
        account.connection = readyMadeConnection(*app, account.scheme, account.user);
    account.linkToken.clear();
    return keep(std::move(account));
}

} // namespace actionscope::sandbox
