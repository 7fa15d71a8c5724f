// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/v2lists.h"

#include "app/json/document.h"
#include "app/json/writer.h"
#include "app/sandbox/listquery.h"
#include "app/sandbox/selection.h"
#include "app/sandbox/wire/common.h"
#include "app/sandbox/wire/v1shape.h"
#include "app/sandbox/wire/v2shape.h"

#include <QHash>

#include <algorithm>
#include <functional>

namespace actionscope::sandbox {

namespace {

template <typename T, typename Shape> Reply pageReply(const QList<T> &all, const PageWish &wish, Shape shape)
{
    json::ArrayWriter items;
    for (const T &item : all.mid(qMin<qint64>(wish.first(), all.size()), wish.limit))
        items.addRaw(shape(item));
    json::ObjectWriter body;
    body.addRaw("items", items.finished());
    body.addInteger("page", wish.page);
    body.addInteger("totalPages", (all.size() + wish.limit - 1) / wish.limit);
    return {.body = body.finished()};
}

Reply itemsReply(const QStringList &texts)
{
    json::ObjectWriter body;
    body.addRaw("items", stringsJson(texts));
    return {.body = body.finished()};
}

ActionWish actionWish(const ListQuery &query)
{
    return {.apps = query.texts({"apps", "appNames"}),
        .names = query.texts({"actions"}),
        .tags = query.texts({"tags"}),
        .words = query.text({"useCase"}),
        .isImportantOnly = query.isTrue("filterImportantActions")};
}

QStringList namesOf(const QList<const Action *> &actions)
{
    QStringList names;
    for (const Action *action : actions)
        names.append(action->name);
    return names;
}

Reply actionList(const Endpoints &endpoints, const ListQuery &query)
{
    QList<const Action *> actions = chosenActions(endpoints.registry, actionWish(query));
    if (!query.text({"useCase"}).isEmpty())
        actions = actions.mid(0, query.number({"usecaseLimit"}, actions.size(), ListQuery::largestPage));
    return pageReply(actions, query.numberedPage({"limit"}, ListQuery::largestPage), [&endpoints](const Action *action) {
        return v2::actionJson(*action, *endpoints.registry.app(action->appKey));
    });
}

// What was executed here most comes first.
void sortByUsage(QList<const Action *> &actions, const ExecutionLog &log)
{
    QHash<QString, int> uses;
    for (const LoggedExecution &execution : log.entries())
        ++uses[execution.action];
    std::stable_sort(actions.begin(), actions.end(),
        [&](const Action *left, const Action *right) { return uses.value(left->name) > uses.value(right->name); });
}

Reply reducedActionList(const Endpoints &endpoints, const ListQuery &query)
{
    constexpr qint64 standardLimit = 30;
    QList<const Action *> actions = chosenActions(endpoints.registry, actionWish(query));
    const QString order = query.text({"sortBy"});
    if (order == QLatin1String("usage")) {
        sortByUsage(actions, endpoints.log);
    } else if (order == QLatin1String("alphabet")) { // of what a person sees
        std::stable_sort(actions.begin(), actions.end(), [](const Action *left, const Action *right) {
            return left->displayName.compare(right->displayName, Qt::CaseInsensitive) < 0;
        });
    }
    return pageReply(actions, query.numberedPage({"limit"}, standardLimit),
        [](const Action *action) { return v2::reducedActionJson(*action); });
}

Reply tagList(const Endpoints &endpoints, const ListQuery &query)
{
    QStringList tags;
    const auto actions = chosenActions(endpoints.registry, {.apps = query.texts({"apps"})});
    for (const Action *action : actions)
        tags += action->tags;
    tags.removeDuplicates();
    tags.sort();
    return itemsReply(tags);
}

Reply appList(const Endpoints &endpoints, const ListQuery &query)
{
    return pageReply(chosenApps(endpoints.registry, {.categories = query.texts({"category"})}),
        {1, ListQuery::largestPage}, [](const App *app) { return v2::appJson(*app); });
}

Reply appNames(const Endpoints &endpoints, const ListQuery &)
{
    QStringList keys;
    for (const App &app : endpoints.registry.apps())
        keys.append(app.key);
    return {.body = stringsJson(keys)};
}

void accountList(const Endpoints &endpoints, Exchange &exchange)
{
    const ListQuery query(exchange.request());
    constexpr qint64 standardLimit = 100;
    AccountWish wish;
    wish.apps = query.texts({"appNames"});
    wish.users = query.texts({"entityId", "user_uuid"}); // the older name, still what SDKs send
    wish.ids = query.texts({"connectionId"});
    wish.configs = query.texts({"integrationId"});
    wish.labels = query.texts({"labels"});
    wish.withDisabled = query.isTrue("showDisabled");
    wish.statuses = query.isTrue("showActiveOnly") ? QStringList {QStringLiteral("ACTIVE")} : query.texts({"status"});
    wish.onlyUser = exchange.onlyUser();
    exchange.answer(pageReply(chosenAccounts(endpoints.accounts, wish), query.numberedPage({"pageSize"}, standardLimit),
        [](const Account *account) { return v1::accountJson(*account); }));
}

// What a client asks in the query, or in a body that comes with the GET.
QString useCaseOf(const Request &request)
{
    const QString asked = ListQuery(request).text({"useCase"});
    const json::Document body = json::Document::parse(request.body);
    return asked.isEmpty() ? body.root().member(u"useCase").toString() : asked;
}

// The actions that fit the use case, by their apps, in the order a person would take them.
void searchAdvanced(const Endpoints &endpoints, Exchange &exchange, const Captures &)
{
    const ListQuery query(exchange.request());
    ActionWish wish = actionWish(query);
    wish.words = useCaseOf(exchange.request());
    const QList<const Action *> actions = chosenActions(endpoints.registry, wish)
                                              .mid(0, query.number({"limit"}, ListQuery::largestPage, ListQuery::largestPage));
    const qint64 most = query.number({"maxActionsPerTask"}, ListQuery::largestPage, ListQuery::largestPage);
    json::ArrayWriter items;
    qint64 order = 0;
    for (const App &app : endpoints.registry.apps()) {
        QStringList names;
        for (const Action *action : actions) {
            if (action->appKey == app.key && names.size() < most)
                names.append(action->name);
        }
        if (names.isEmpty())
            continue;
        json::ObjectWriter item;
        item.addString("app", app.key);
        item.addRaw("actions", stringsJson(names));
        item.addString("description", app.description);
        item.addInteger("order", ++order);
        items.addRaw(item.finished());
    }
    json::ObjectWriter body;
    body.addRaw("items", items.finished());
    exchange.answer({.body = body.finished()});
}

} // namespace

void addV2Lists(Router *router, const Endpoints &endpoints)
{
    const auto add = [router, endpoints](const QByteArray &path, const std::function<Reply(const Endpoints &, const ListQuery &)> &list) {
        router->add("GET", path, [endpoints, list](Exchange &exchange, const Captures &) {
            exchange.answer(list(endpoints, ListQuery(exchange.request())));
        });
    };
    router->add("GET", "/api/v2/actions/search/advanced", [endpoints](Exchange &exchange, const Captures &captures) {
        searchAdvanced(endpoints, exchange, captures);
    });
    const auto actionNames = [](const Endpoints &from, const ListQuery &query) {
        return Reply {.body = stringsJson(namesOf(chosenActions(from.registry, actionWish(query))))};
    };
    add("/api/v2/actions", actionList);
    add("/api/v2/actions/list/all", reducedActionList);
    add("/api/v2/actions/list/tags", tagList);
    add("/api/v2/actions/list/enums", actionNames);
    add("/api/v1/actions/list/enums", actionNames);
    add("/api/v1/apps", appList);
    add("/api/v1/apps/list/categories",
        [](const Endpoints &from, const ListQuery &) { return itemsReply(categoriesOf(from.registry)); });
    add("/api/v1/apps/list/enums", appNames);
    router->add("GET", "/api/v1/connectedAccounts",
        [endpoints](Exchange &exchange, const Captures &) { accountList(endpoints, exchange); });
}

} // namespace actionscope::sandbox
