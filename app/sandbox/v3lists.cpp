// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/v3lists.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/listquery.h"
#include "app/sandbox/selection.h"
#include "app/sandbox/wire/common.h"
#include "app/sandbox/wire/v3shape.h"

#include <algorithm>

namespace actionscope::sandbox {

namespace {

template <typename T, typename Shape> void answerPage(Exchange &exchange, const QList<T> &all, Shape shape)
{
    constexpr qint64 standardLimit = 20;
    const auto wish = ListQuery(exchange.request()).cursorPage(standardLimit);
    if (!wish) {
        return refuse(exchange,
            {RefusalKind::BadCursor, Tr::tr("The cursor is none that this service gave out."),
                Tr::tr("Begin with the first page, which takes no cursor.")});
    }
    json::ArrayWriter items;
    for (const T &item : all.mid(qMin<qint64>(wish->first(), all.size()), wish->limit))
        items.addRaw(shape(item));
    const qint64 pages = (all.size() + wish->limit - 1) / wish->limit;
    json::ObjectWriter body;
    body.addRaw("items", items.finished());
    if (wish->page < pages)
        body.addString("next_cursor", cursorFor({wish->page + 1, wish->limit}));
    else
        body.addNull("next_cursor");
    body.addInteger("total_pages", pages);
    body.addInteger("current_page", wish->page);
    body.addInteger("total_items", all.size());
    exchange.answer({.body = body.finished()});
}

void listToolkits(const Endpoints &endpoints, Exchange &exchange)
{
    const ListQuery query(exchange.request());
    const AppWish wish {query.texts({"category"}), query.text({"search"})};
    answerPage(exchange, chosenApps(endpoints.registry, wish), [](const App *app) { return v3::toolkitJson(*app); });
}

void listTools(const Endpoints &endpoints, Exchange &exchange)
{
    const ListQuery query(exchange.request());
    ActionWish wish;
    wish.names = query.texts({"tool_slugs"});
    if (wish.names.isEmpty()) { // they override the rest
        wish.apps = query.texts({"toolkit_slug", "toolkit_slugs"});
        wish.tags = query.texts({"tags"});
        wish.words = query.text({"query", "search"}); // v3.1 renamed it; both are understood
        wish.isImportantOnly = query.isTrue("important");
    }
    answerPage(exchange, chosenActions(endpoints.registry, wish), [&endpoints](const Action *action) {
        return v3::toolJson(*action, *endpoints.registry.app(action->appKey));
    });
}

void listToolNames(const Endpoints &endpoints, Exchange &exchange)
{
    QStringList names;
    const auto actions = chosenActions(endpoints.registry, {});
    for (const Action *action : actions)
        names.append(action->name);
    exchange.answer({.body = stringsJson(names)});
}

QByteArray accountShape(const Endpoints &endpoints, const Account &account)
{
    const App *app = endpoints.registry.app(account.appKey);
    return v3::accountJson(account, app ? app->authSchemes.value(0) : QString());
}

void listAccounts(const Endpoints &endpoints, Exchange &exchange)
{
    const ListQuery query(exchange.request());
    AccountWish wish;
    wish.apps = query.texts({"toolkit_slugs"});
    wish.users = query.texts({"user_ids"});
    wish.statuses = query.texts({"statuses"});
    wish.ids = query.texts({"connected_account_ids"});
    QList<const Account *> accounts = chosenAccounts(endpoints.accounts, wish);
    const QStringList configs = query.texts({"auth_config_ids"});
    accounts.removeIf([&](const Account *account) {
        return !configs.isEmpty() && !configs.contains(v3::authConfigId(account->appKey));
    });
    const bool isAscending = query.text({"order_direction"}) == QLatin1String("asc");
    std::stable_sort(accounts.begin(), accounts.end(), [isAscending](const Account *left, const Account *right) {
        return isAscending ? left->createdAt < right->createdAt : left->createdAt > right->createdAt;
    });
    answerPage(exchange, accounts, [&endpoints](const Account *account) { return accountShape(endpoints, *account); });
}

void showAccount(const Endpoints &endpoints, Exchange &exchange, const QString &id)
{
    const Account *account = endpoints.accounts.find(id);
    if (!account) {
        return refuse(exchange,
            {RefusalKind::ConnectionNotFound, Tr::tr("There is no connected account with the id \"%1\".").arg(id)});
    }
    exchange.answer({.body = accountShape(endpoints, *account)});
}

void addVersion(Router *router, const Endpoints &endpoints, const QByteArray &prefix)
{
    const auto add = [router, endpoints, prefix](const char *path, void (*list)(const Endpoints &, Exchange &)) {
        router->add("GET", prefix + path,
            [endpoints, list](Exchange &exchange, const Captures &) { list(endpoints, exchange); });
    };
    add("/toolkits", listToolkits);
    add("/toolkits/categories", [](const Endpoints &from, Exchange &exchange) {
        answerPage(exchange, categoriesOf(from.registry), [](const QString &name) { return v3::categoryJson(name); });
    });
    add("/tools", listTools);
    add("/tools/enum", listToolNames);
    add("/connected_accounts", listAccounts);
    add("/auth/session/info", [](const Endpoints &from, Exchange &exchange) {
        exchange.answer({.body = v3::sessionInfoJson(from.apiKey)});
    });
    router->add("GET", prefix + "/connected_accounts/{id}",
        [endpoints](Exchange &exchange, const Captures &captures) { showAccount(endpoints, exchange, captures.first()); });
}

} // namespace

void addV3Lists(Router *router, const Endpoints &endpoints)
{
    addVersion(router, endpoints, api::pathPrefix(api::ApiVersion::V3));
    addVersion(router, endpoints, api::pathPrefix(api::ApiVersion::V31));
}

} // namespace actionscope::sandbox
