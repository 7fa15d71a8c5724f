// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/performer.h"

#include "app/base/logging.h"
#include "app/base/redaction.h"
#include "app/base/tr.h"
#include "app/sandbox/executionlog.h"
#include "app/sandbox/store.h"
#include "app/sandbox/textinput.h"

#include <QElapsedTimer>

namespace actionscope::sandbox {

namespace {

LoggedExecution entryOf(const Order &order, const Action &action, const Acting &acting)
{
    LoggedExecution entry;
    entry.action = action.name;
    entry.appKey = action.appKey;
    entry.user = acting.user;
    if (acting.account) {
        entry.accountUuid = acting.account->uuid;
        entry.configUuid = acting.account->configUuid;
    }
    entry.session = order.sessionInfo.member(u"sessionId").toString();
    entry.request = order.body.bytes();
    return entry;
}

LoggedExecution completed(LoggedExecution entry, const Outcome &outcome, const QElapsedTimer &time, const QDateTime &now)
{
    entry.time = now;
    entry.response = outcome.data;
    entry.error = outcome.error;
    entry.isSuccessful = outcome.successful;
    entry.microseconds = time.nsecsElapsed() / 1000;
    return entry;
}

} // namespace

QStringList toolVersions()
{
    return {QStringLiteral("20260105_00"), QStringLiteral("00000000_00"), QStringLiteral("0_1"),
        QStringLiteral("latest"), QStringLiteral("latest:base")};
}

Refusal otherUser(const QString &user)
{
    return {RefusalKind::KeyLacksScope, Tr::tr("The API key is not for the user \"%1\".").arg(user),
        Tr::tr("Use a key of that user, or act for the key's own.")};
}

Refusal actionNotFound(const QString &name, const Registry &registry)
{
    Refusal refusal {RefusalKind::ActionNotFound, Tr::tr("There is no action \"%1\" here.").arg(name)};
    refusal.suggestions = registry.similarActions(name);
    refusal.fix = refusal.suggestions.isEmpty()
        ? Tr::tr("Check the name; it is written like GITHUB_CREATE_AN_ISSUE.")
        : Tr::tr("Perhaps you meant: %1.").arg(refusal.suggestions.join(QLatin1String(", ")));
    return refusal;
}

std::optional<Refusal> versionRefusal(const Action &action, const QString &version)
{
    if (version.isEmpty() || toolVersions().contains(version))
        return {};
    return Refusal {RefusalKind::VersionNotFound, Tr::tr("%1 has no version \"%2\".").arg(action.name, version),
        Tr::tr("Send one of: %1.").arg(toolVersions().join(QLatin1String(", ")))};
}

Performer::Performer(const Registry &registry, const AccountBook &accounts, Store &store, ExecutionLog &log, Clock clock)
    : m_registry(registry)
    , m_accounts(accounts)
    , m_store(store)
    , m_log(log)
    , m_clock(std::move(clock))
{
}

tl::expected<const Action *, Refusal> Performer::findAction(const Order &order) const
{
    const bool isOldVersion = order.apiVersion == api::ApiVersion::V2;
    const Action *action
        = m_registry.action(order.actionId, isOldVersion ? Qt::CaseInsensitive : Qt::CaseSensitive);
    if (!action)
        return tl::unexpected(actionNotFound(order.actionId, m_registry));
    if (auto unknown = versionRefusal(*action, order.version))
        return tl::unexpected(std::move(*unknown));
    if (!order.appName.isEmpty() && order.appName.compare(action->appKey, Qt::CaseInsensitive) != 0) {
        return tl::unexpected(Refusal {RefusalKind::BadBody,
            Tr::tr("appName is \"%1\", but %2 belongs to %3.").arg(order.appName, action->name, action->appKey),
            Tr::tr("Send the app the action belongs to, or leave appName out.")});
    }
    return action;
}

tl::expected<Outcome, Refusal> Performer::perform(const Order &order) const
{
    const auto action = findAction(order);
    if (!action)
        return tl::unexpected(action.error());
    const auto acting = m_accounts.choose(order, **action);
    if (!acting)
        return tl::unexpected(acting.error());
    if (!order.onlyUser.isEmpty() && acting->user != order.onlyUser)
        return tl::unexpected(otherUser(acting->user));
    json::Document generated; // keeps `input` alive where the order has none
    json::Value input = order.input;
    if (!order.text.isEmpty() && input.count() == 0) {
        auto fromText = inputFromText(order.text, (*action)->parameters);
        if (!fromText)
            return tl::unexpected(fromText.error());
        generated = std::move(*fromText);
        input = generated.root();
    } else if (!input.isValid() || input.isNull()) {
        generated = json::Document::parse("{}");
        input = generated.root();
    }
    if (const auto problems = (*action)->validator.problems(input); !problems.isEmpty()) {
        return tl::unexpected(Refusal {RefusalKind::InvalidInput,
            Tr::tr("The input does not fit %1: %2").arg((*action)->name, problems.first().sentence),
            Tr::tr("Correct the input; the action's parameters say what it takes."), problems});
    }
    QByteArray request = order.body.bytes();
    if (request.startsWith("\xEF\xBB\xBF")) // a byte order mark may not stand inside JSON
        request = request.sliced(3);
    const Call call {input, (*action)->parameters, request, acting->user, m_store, m_clock(),
        m_registry.app((*action)->appKey), acting->account, order.ownCredentials, order.ownConnection};
    QElapsedTimer time;
    time.start();
    auto outcome = (*action)->behaviour(call);
    if (!outcome) {
        qCWarning(logSandbox, "%s", qUtf8Printable(outcome.error().sentence));
        return tl::unexpected(Refusal {RefusalKind::Internal, outcome.error().sentence, outcome.error().hint});
    }
    if (outcome->errand) {
        follow(order, **action, *acting, &*outcome);
    } else {
        LoggedExecution entry = entryOf(order, **action, *acting);
        outcome->logId = m_log.add(completed(std::move(entry), *outcome, time, m_clock()));
    }
    return std::move(*outcome);
}

void Performer::follow(const Order &order, const Action &action, const Acting &acting, Outcome *outcome) const
{
    auto errand = std::make_shared<Errand>(*outcome->errand);
    QElapsedTimer time;
    time.start();
    errand->finish = [finish = outcome->errand->finish, entry = entryOf(order, action, acting), time, this,
                         secrets = errand->secrets](const UpstreamAnswer &answer) {
        auto made = finish(answer);
        if (!made)
            return made;
        Redactor redactor;
        for (const QByteArray &secret : secrets)
            redactor.addSecret("CONNECTION", secret);
        LoggedExecution logged = completed(entry, *made, time, m_clock());
        for (QByteArray *body : {&logged.request, &logged.response})
            *body = redactor.redacted(*body);
        logged.error = redactor.redacted(logged.error);
        made->logId = m_log.add(std::move(logged));
        return made;
    };
    outcome->errand = errand;
}

} // namespace actionscope::sandbox
