// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/v3lists.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/listquery.h"
#include "app/sandbox/selection.h"
#include "app/sandbox/wire/bodyreader.h"
#include "app/sandbox/wire/common.h"
#include "app/sandbox/wire/v3accountshape.h"
#include "app/sandbox/wire/v3shape.h"

#include <algorithm>

namespace actionscope::sandbox {

namespace {

template <typename T, typename Shape>
void answerPage(Exchange &exchange, const ListQuery &query, const QList<T> &all, Shape shape)
{
    constexpr qint64 standardLimit = 20;
    const auto wish = query.cursorPage(standardLimit);
    if (!wish)
        return refuse(exchange, badCursor());
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

template <typename T, typename Shape> void answerPage(Exchange &exchange, const QList<T> &all, Shape shape)
{
    answerPage(exchange, ListQuery(exchange.request()), all, shape);
}

void listToolkits(const Endpoints &endpoints, Exchange &exchange)
{
    const ListQuery query(exchange.request());
    const AppWish wish {.categories = query.texts({"category"}), .words = query.text({"search"})};
    answerPage(exchange, chosenApps(endpoints.registry, wish), [](const App *app) { return v3::toolkitJson(*app); });
}

void listTools(const Endpoints &endpoints, Exchange &exchange, api::ApiVersion version)
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
    answerPage(exchange, chosenActions(endpoints.registry, wish), [&endpoints, version](const Action *action) {
        return v3::toolJson(*action, *endpoints.registry.app(action->appKey), version);
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

void listAccounts(const Endpoints &endpoints, Exchange &exchange)
{
    const ListQuery query(exchange.request());
    AccountWish wish;
    wish.apps = query.texts({"toolkit_slugs"});
    wish.users = query.texts({"user_ids"});
    wish.statuses = query.texts({"statuses"});
    wish.ids = query.texts({"connected_account_ids"});
    wish.configs = query.texts({"auth_config_ids"});
    wish.inNewWords = true;
    wish.onlyUser = exchange.onlyUser();
    QList<const Account *> accounts = chosenAccounts(endpoints.accounts, wish);
    const bool isAscending = query.text({"order_direction"}).compare(QLatin1String("asc"), Qt::CaseInsensitive) == 0;
    const bool isByChange = query.text({"order_by"}) == QLatin1String("updated_at");
    std::stable_sort(accounts.begin(), accounts.end(), [=](const Account *left, const Account *right) {
        const QDateTime first = isByChange ? left->updatedAt : left->createdAt;
        const QDateTime second = isByChange ? right->updatedAt : right->createdAt;
        return isAscending ? first < second : first > second;
    });
    answerPage(exchange, accounts, [&endpoints](const Account *account) {
        return v3::accountJson(*account, endpoints.accounts.findConfig(account->configUuid));
    });
}

void listConfigs(const Endpoints &endpoints, Exchange &exchange)
{
    const ListQuery query(exchange.request());
    ConfigWish wish;
    wish.apps = query.texts({"toolkit_slug", "toolkit_slugs"});
    wish.words = query.text({"search"});
    wish.withDisabled = query.isTrue("show_disabled");
    if (!query.text({"is_composio_managed"}).isEmpty())
        wish.isManaged = query.isTrue("is_composio_managed");
    answerPage(exchange, chosenConfigs(endpoints.accounts, wish), [&endpoints](const AuthConfig *config) {
        return v3::configJson(*config, chosenAccounts(endpoints.accounts, {.configs = {config->uuid}}).size());
    });
}

void listFiles(const Endpoints &endpoints, Exchange &exchange)
{
    const auto files = endpoints.files.all();
    if (!files)
        return refuse(exchange, {RefusalKind::Internal, files.error().sentence, files.error().hint});
    answerPage(exchange, *files, [](const StoredFile &file) { return v3::fileJson(file); });
}

// The same list as a body asks for it, in which the slugs are named.
void listToolkitsOfBody(const Endpoints &endpoints, Exchange &exchange)
{
    const auto body = readBody(exchange.request().body, QStringLiteral("toolkits-multi-v3.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const json::Value root = body->root();
    AppWish wish;
    const json::Value slugs = root.member(u"toolkits");
    for (json::Value slug = slugs.firstChild(); slug.isValid(); slug = slug.nextSibling())
        wish.keys.append(slug.toString());
    const QString category = root.member(u"category").toString();
    if (!category.isEmpty())
        wish.categories = QStringList(category);
    const QString cursor = root.member(u"cursor").toString();
    const QString limit = QString::fromUtf8(root.member(u"limit").raw());
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("cursor"), cursor);
    query.addQueryItem(QStringLiteral("limit"), limit);
    answerPage(exchange, ListQuery(query), chosenApps(endpoints.registry, wish),
        [](const App *app) { return v3::toolkitJson(*app); });
}

void listVersions(const Endpoints &endpoints, Exchange &exchange)
{
    json::ArrayWriter items;
    for (const App &app : endpoints.registry.apps())
        items.addRaw(v3::changelogJson(app));
    json::ObjectWriter body;
    body.addRaw("items", items.finished());
    exchange.answer({.body = body.finished()});
}

void addVersion(Router *router, const Endpoints &endpoints, api::ApiVersion version)
{
    const QByteArray prefix = api::pathPrefix(version);
    const auto add = [router, endpoints, prefix](const char *path, void (*list)(const Endpoints &, Exchange &)) {
        router->add("GET", prefix + path,
            [endpoints, list](Exchange &exchange, const Captures &) { list(endpoints, exchange); });
    };
    add("/toolkits", listToolkits);
    add("/toolkits/categories", [](const Endpoints &from, Exchange &exchange) {
        answerPage(exchange, categoriesOf(from.registry), [](const QString &name) { return v3::categoryJson(name); });
    });
    router->add("GET", prefix + "/tools",
        [endpoints, version](Exchange &exchange, const Captures &) { listTools(endpoints, exchange, version); });
    add("/tools/enum", listToolNames);
    add("/toolkits/changelog", listVersions);
    add("/connected_accounts", listAccounts);
    add("/auth_configs", listConfigs);
    add("/files/list", listFiles);
    add("/auth/session/info", [](const Endpoints &from, Exchange &exchange) {
        exchange.answer({.body = v3::sessionInfoJson(from.apiKey)});
    });
    router->add("POST", prefix + "/toolkits/multi",
        [endpoints](Exchange &exchange, const Captures &) { listToolkitsOfBody(endpoints, exchange); });
}

} // namespace

void addV3Lists(Router *router, const Endpoints &endpoints)
{
    addVersion(router, endpoints, api::ApiVersion::V3);
    addVersion(router, endpoints, api::ApiVersion::V31);
}

} // namespace actionscope::sandbox
