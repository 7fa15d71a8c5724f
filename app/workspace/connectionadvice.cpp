// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/connectionadvice.h"

#include "app/base/tr.h"
#include "app/workspace/accountwords.h"

#include <algorithm>

namespace actionscope::workspace {

namespace {

using api::ConnectedAccount;

constexpr qsizetype mostFixes = 3; // buttons beside one warning

// One question to the catalogue and what was found so far.
class Adviser final
{
public:
    Adviser(const catalog::Catalog &catalog, const api::ExecuteRequest &request, api::ApiVersion version,
        const QDateTime &now)
        : m_catalog(catalog)
        , m_request(request)
        , m_now(now)
        , m_version(version)
        , m_app(appOf(catalog, request))
        , m_accounts(m_app.isEmpty() ? QList<ConnectedAccount>() : catalog.accountsOf(m_app))
    {
    }

    ConnectionAdvice advice();
    [[nodiscard]] std::optional<ConnectedAccount> picked() const;

private:
    [[nodiscard]] bool isOld() const { return m_version == api::ApiVersion::V2; }
    [[nodiscard]] bool needsNoAccount() const;
    // v2 takes the entity "default" where nothing is said, v3 nobody.
    [[nodiscard]] QString actingEntity() const
    {
        return m_request.entityId.isEmpty() && isOld() ? QStringLiteral("default") : m_request.entityId;
    }
    void adviseOnCredentials();
    void adviseOnNoAuth();
    void adviseOnAccount();
    void adviseOnKnownAccount(const ConnectedAccount &account);
    void adviseOnEntity();
    void adviseOnNobody(const QString &entity);
    void warnOfEntityMissing(const ConnectedAccount *account);
    void warn(const QString &sentence, const QList<ConnectionFix> &fixes = {})
    {
        m_advice.warnings.append({sentence, fixes});
    }

    [[nodiscard]] QList<ConnectedAccount> accountsOfEntity(const QString &entity) const;
    [[nodiscard]] const ConnectedAccount *usableOf(const QString &entity) const;
    [[nodiscard]] QList<ConnectionFix> otherEntities(const QString &entity) const;
    [[nodiscard]] QString described(const ConnectedAccount &account) const;

    const catalog::Catalog &m_catalog;
    const api::ExecuteRequest &m_request;
    QDateTime m_now;
    api::ApiVersion m_version;
    QString m_app;
    QList<ConnectedAccount> m_accounts; // of the app, newest first
    ConnectionAdvice m_advice;
};

ConnectionAdvice Adviser::advice()
{
    switch (connectionModeOf(m_request)) {
    case ConnectionMode::OwnCredentials:
        adviseOnCredentials();
        break;
    case ConnectionMode::ByAccount:
        adviseOnAccount();
        break;
    case ConnectionMode::ByEntity:
    case ConnectionMode::None:
        if (needsNoAccount())
            adviseOnNoAuth();
        else
            adviseOnEntity();
        break;
    }
    return m_advice;
}

std::optional<ConnectedAccount> Adviser::picked() const
{
    const ConnectionMode mode = connectionModeOf(m_request);
    const bool isPicked = mode == ConnectionMode::ByEntity || mode == ConnectionMode::None;
    const QString entity = actingEntity();
    const ConnectedAccount *account = !isPicked || needsNoAccount() || entity.isEmpty() ? nullptr : usableOf(entity);
    return account ? std::optional(*account) : std::nullopt;
}

bool Adviser::needsNoAccount() const
{
    const api::ActionInfo *action = m_catalog.action(m_request.actionId);
    const api::AppInfo *app = m_catalog.app(m_app);
    return (action && action->isNoAuth) || (app && app->isNoAuth);
}

void Adviser::adviseOnCredentials()
{
    m_advice.pick = Tr::tr("The credentials of authConfig are used, and no connected account.");
    if (!m_request.connectedAccountId.isEmpty())
        warn(Tr::tr("The connected account is not needed beside authConfig."),
            {{Tr::tr("Leave the Account Out"), m_request.entityId, {}}});
}

void Adviser::adviseOnNoAuth()
{
    m_advice.pick
        = Tr::tr("%1 needs no account: whom the request names makes no difference to it.").arg(m_app);
}

void Adviser::adviseOnAccount()
{
    if (needsNoAccount()) {
        adviseOnNoAuth();
        warn(Tr::tr("%1 needs no account, so the one that is named is not used.").arg(m_app),
            {{Tr::tr("Leave the Account Out"), m_request.entityId, {}}});
        return;
    }
    const ConnectedAccount *account = m_catalog.account(m_request.connectedAccountId);
    if (account) {
        adviseOnKnownAccount(*account);
        return;
    }
    m_advice.pick = Tr::tr("The account %1 is used as it is.").arg(m_request.connectedAccountId);
    warnOfEntityMissing(nullptr);
    if (!m_catalog.isEmpty())
        warn(Tr::tr(
            "The catalogue knows no connected account %1. It may be of another project, or newer than the "
            "catalogue.")
                 .arg(m_request.connectedAccountId));
}

void Adviser::adviseOnKnownAccount(const ConnectedAccount &account)
{
    const QString entity = m_request.entityId;
    m_advice.pick = Tr::tr("The account %1 is used.").arg(described(account));
    warnOfEntityMissing(&account);
    if (!m_app.isEmpty() && account.appKey.compare(m_app, Qt::CaseInsensitive) != 0)
        warn(Tr::tr("The account %1 is for %2, but the action belongs to %3.")
                 .arg(account.id, account.appKey, m_app));
    if (!entity.isEmpty() && entity != account.userId) {
        QList<ConnectionFix> fixes {{Tr::tr("Use Its Entity"), account.userId, account.id}};
        if (const ConnectedAccount *own = usableOf(entity))
            fixes.append({Tr::tr("Use %1 of %2").arg(own->id, entity), entity, own->id});
        warn(Tr::tr("The account %1 belongs to the entity “%2”, not to “%3”. The service refuses that.")
                 .arg(account.id, account.userId, entity),
            fixes);
    }
    if (!account.isUsable()) {
        QList<ConnectionFix> fixes;
        if (const ConnectedAccount *other = usableOf(account.userId))
            fixes.append({Tr::tr("Use %1").arg(other->id), account.userId, other->id});
        const QString age = ageWords(account, m_now);
        warn(age.isEmpty()
                ? Tr::tr("The account %1 is %2, so it cannot be used.").arg(account.id, stateWords(account))
                : Tr::tr("The account %1 is %2 and %3, so it cannot be used.")
                      .arg(account.id, stateWords(account), age),
            fixes);
    }
}

// 1811 of v3: an account without its user.
void Adviser::warnOfEntityMissing(const ConnectedAccount *account)
{
    if (isOld() || !m_request.entityId.isEmpty())
        return;
    QList<ConnectionFix> fixes;
    if (account && !account->userId.isEmpty())
        fixes.append({Tr::tr("Use Its Entity"), account->userId, account->id});
    warn(Tr::tr("%1 refuses an account without its entity (user_id).").arg(api::versionName(m_version)),
        fixes);
}

void Adviser::adviseOnEntity()
{
    const QString entity = actingEntity();
    if (entity.isEmpty()) {
        m_advice.pick
            = Tr::tr("%1 acts for nobody unless an entity is named.").arg(api::versionName(m_version));
        warn(Tr::tr("No entity is named, so the service finds no account."), otherEntities({}));
        return;
    }
    const QString app = m_app.isEmpty() ? Tr::tr("the app") : m_app;
    const ConnectedAccount *picked = usableOf(entity);
    if (!picked) {
        m_advice.pick
            = Tr::tr("The service picks the newest ACTIVE account of “%1” for %2.").arg(entity, app);
        adviseOnNobody(entity);
        return;
    }
    const QList<ConnectedAccount> all = accountsOfEntity(entity);
    const auto usable
        = std::count_if(all.cbegin(), all.cend(), [](const auto &each) { return each.isUsable(); });
    m_advice.pick = usable == 1
        ? Tr::tr("The service picks the only ACTIVE account of “%1” for %2: %3.")
              .arg(entity, app, described(*picked))
        : Tr::tr("The service picks the newest of the %1 ACTIVE accounts of “%2” for %3: %4.")
              .arg(usable)
              .arg(entity, app, described(*picked));
    if (isDashboardUser(entity))
        m_advice.pick += QLatin1Char(' ') + Tr::tr("It was made in the dashboard.");
}

// The entity has no account that could be used.
void Adviser::adviseOnNobody(const QString &entity)
{
    if (m_catalog.isEmpty() || m_app.isEmpty())
        return;
    const QList<ConnectedAccount> own = accountsOfEntity(entity);
    const QList<ConnectionFix> others = otherEntities(entity);
    if (!own.isEmpty()) {
        const ConnectedAccount &newest = own.first();
        warn(Tr::tr("“%1” has no ACTIVE account for %2: %3 is %4.")
                 .arg(entity, m_app, newest.id, stateWords(newest)),
            others);
        return;
    }
    if (others.isEmpty()) {
        warn(m_accounts.isEmpty()
                ? Tr::tr("Nobody has a connection to %1. If the dashboard shows one, the API key is of "
                         "another project.")
                      .arg(m_app)
                : Tr::tr("“%1” has no connection to %2, and those of others are not ACTIVE.")
                      .arg(entity, m_app));
        return;
    }
    const bool isDashboardOnly = std::all_of(others.cbegin(), others.cend(),
        [](const ConnectionFix &fix) { return isDashboardUser(fix.entityId); });
    warn(isDashboardOnly ? Tr::tr(
             "“%1” has no connection to %2. The one made in the dashboard belongs to a generated entity.")
                               .arg(entity, m_app)
                         : Tr::tr("“%1” has no connection to %2, but others have.").arg(entity, m_app),
        others);
}

QList<ConnectedAccount> Adviser::accountsOfEntity(const QString &entity) const
{
    QList<ConnectedAccount> own;
    std::copy_if(m_accounts.cbegin(), m_accounts.cend(), std::back_inserter(own),
        [&](const ConnectedAccount &account) { return account.userId == entity; });
    return own;
}

const ConnectedAccount *Adviser::usableOf(const QString &entity) const
{
    const auto found = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
        [&](const ConnectedAccount &account) { return account.userId == entity && account.isUsable(); });
    return found == m_accounts.cend() ? nullptr : &*found;
}

// Those who could act, people before the dashboard's generated ones.
QList<ConnectionFix> Adviser::otherEntities(const QString &entity) const
{
    QStringList names;
    for (const bool isGenerated : {false, true}) {
        for (const ConnectedAccount &account : m_accounts) {
            if (account.isUsable() && account.userId != entity
                && isDashboardUser(account.userId) == isGenerated && !account.userId.isEmpty()
                && !names.contains(account.userId))
                names.append(account.userId);
        }
    }
    if (names.removeOne(QStringLiteral("default")))
        names.prepend(QStringLiteral("default"));
    QList<ConnectionFix> fixes;
    for (const QString &name : names.mid(0, mostFixes))
        fixes.append({Tr::tr("Use “%1”").arg(name), name, {}});
    return fixes;
}

QString Adviser::described(const ConnectedAccount &account) const
{
    QStringList words {stateWords(account)};
    if (const QString age = ageWords(account, m_now); !age.isEmpty())
        words.append(age);
    if (!account.userId.isEmpty() && connectionModeOf(m_request) == ConnectionMode::ByAccount)
        words.prepend(Tr::tr("of “%1”").arg(account.userId));
    return QStringLiteral("%1 (%2)").arg(account.id, words.join(QStringLiteral(", ")));
}

} // namespace

ConnectionMode connectionModeOf(const api::ExecuteRequest &request)
{
    if (!request.authConfig.trimmed().isEmpty())
        return ConnectionMode::OwnCredentials;
    if (!request.connectedAccountId.isEmpty())
        return ConnectionMode::ByAccount;
    return request.entityId.isEmpty() ? ConnectionMode::None : ConnectionMode::ByEntity;
}

QString appOf(const catalog::Catalog &catalog, const api::ExecuteRequest &request)
{
    if (const api::ActionInfo *action = catalog.action(request.actionId))
        return action->appKey.toLower();
    if (!request.appName.isEmpty())
        return request.appName.toLower();
    const QString id = request.actionId.toLower();
    for (qsizetype end = id.indexOf(QLatin1Char('_')); end > 0; end = id.indexOf(QLatin1Char('_'), end + 1)) {
        if (const api::AppInfo *app = catalog.app(id.first(end)))
            return app->key.toLower();
    }
    return {};
}

ConnectionAdvice connectionAdvice(const catalog::Catalog &catalog, const api::ExecuteRequest &request,
    api::ApiVersion version, const QDateTime &now)
{
    return Adviser(catalog, request, version, now).advice();
}

std::optional<api::ConnectedAccount> pickedAccount(
    const catalog::Catalog &catalog, const api::ExecuteRequest &request, api::ApiVersion version)
{
    return Adviser(catalog, request, version, {}).picked();
}

} // namespace actionscope::workspace
